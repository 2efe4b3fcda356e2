//! Who is signed in, as every page needs to know it. `people` finds it out and leaves it on the
//! request, before any page is made.

use base::{PersonId, SessionId};

/// The person behind a request, and how sure of it the house is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each says of one link whether it is shown")]
pub struct SignedIn {
    /// Who.
    pub person: PersonId,
    /// On which device.
    pub session: SessionId,
    /// The name that the header shows.
    pub name: String,
    /// Whether two factors, or a passkey, were shown.
    pub is_strong: bool,
    /// Whether something was proved again less than fifteen minutes ago: asked before sensitive
    /// acts.
    pub is_fresh: bool,
    /// Whether the administration has something for them.
    pub has_administration: bool,
    /// Whether they keep pages of places.
    pub has_places: bool,
    /// Whether the moderation queue is theirs to read.
    pub has_moderation: bool,
}
