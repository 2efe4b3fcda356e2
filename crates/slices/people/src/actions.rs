//! The verbs of people: load, may, rules, store, record.

mod account;
mod address;
mod app;
mod codes;
pub(crate) mod confirm;
mod enter;
mod make;
mod passkeys;
mod passwords;
mod prove;
mod roles;
mod second;
mod sessions;

pub use account::{change_name, set_state};
pub use address::{ask_for_address, change_address};
pub use app::{
    Added, AppSetup, app_behind, draw_app, may_change, new_recovery, remove_app, set_app,
};
pub use codes::{AskedCode, Letterhead, Proof, ask_for_code, code_behind};
pub use confirm::{ask_to_confirm, confirmed};
pub use enter::{Entered, Entry, enter_with_code, enter_with_password};
pub use make::{Equipped, equip, link_for, make_person};
pub use passkeys::{
    Ceremony, add_passkey, begin_adding, begin_entering, begin_proving, enter_with_passkey,
    name_passkey, prove_with_passkey, remove_passkey, show_passkey,
};
pub use passwords::{Hasher, remove_password, set_password};
pub use prove::{ask_to_prove, prove_with_app, prove_with_code, prove_with_password};
pub use roles::{
    Answer, answer_invitation, end_role, give_role, give_role_within, invitation_behind, invite,
    withdraw_invitation,
};
pub use second::{Second, show_second};
pub use sessions::{Sensitive, end_other_sessions, end_session};

use crate::Standing;
use crate::may::{Verb, may};
use crate::model::Scope;
use crate::refusal::Refusal;
use base::{PersonId, SessionId};
use web::SignedIn;

/// Why a verb was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule says no.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// They may not.
    #[error("not allowed")]
    NotAllowed,
    /// Nothing there.
    #[error("nothing there")]
    NotFound,
    /// The storage broke.
    #[error(transparent)]
    Storage(#[from] db::Error),
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// The session in use, and whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Own {
    /// Whose.
    pub person: PersonId,
    /// Which.
    pub session: SessionId,
    /// Whether two factors, or a passkey, were shown on it.
    pub is_strong: bool,
}

impl From<&SignedIn> for Own {
    fn from(it: &SignedIn) -> Self {
        Self { person: it.person, session: it.session, is_strong: it.is_strong }
    }
}

pub(crate) fn check(standing: &Standing, verb: Verb, scopes: &[Scope]) -> Result<(), Error> {
    if may(standing, verb, scopes) { Ok(()) } else { Err(Error::NotAllowed) }
}

/// The key under which acts on one account follow one another.
pub(crate) fn key(name: &str) -> String {
    format!("person:{name}")
}

/// A secret that a browser or a letter keeps: 256 bits.
fn new_secret() -> String {
    web::nonce() + &web::nonce()
}

/// The hash under which a secret that someone else keeps is stored.
pub(crate) fn stored(secret: &str) -> String {
    use sha2::Digest as _;
    data_encoding::HEXLOWER.encode(&sha2::Sha256::digest(secret.as_bytes()))
}
