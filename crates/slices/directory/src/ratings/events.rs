//! What the journal says of ratings: ids, proofs and states, never a comment or an address. Kinds
//! never change: followers and files rely on them.

use db::Event;
use serde::Serialize;

macro_rules! events {
    ($($(#[$doc:meta])* $name:ident = $kind:literal { $($field:ident : $type:ty),* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Serialize)]
        pub(crate) struct $name {
            $(pub(crate) $field: $type,)*
        }
        impl Event for $name { const KIND: &'static str = $kind; }
    )+};
}

events! {
    /// Someone rated a place; it counts, or waits for their address to be confirmed.
    Rated = "directory.rated" { place: String, proof: &'static str, state: &'static str }
    /// A rating counts, is put apart, is withdrawn or removed.
    RatingSet = "directory.rating_set" { state: &'static str, article: Option<&'static str> }
    /// A comment is shown, binned or hidden.
    CommentSet = "directory.rating_comment_set" { state: &'static str, article: Option<&'static str> }
    /// The place replied to a comment.
    Replied = "directory.rating_replied" { state: &'static str }
    /// A reply is shown, binned or hidden.
    ReplySet = "directory.rating_reply_set" { state: &'static str, article: Option<&'static str> }
    /// A sheet of codes was made.
    CodesMade = "directory.visit_codes_made" { place: String, codes: u32 }
}
