//! The verbs of people: load, may, rules, store, record.

mod account;
mod codes;
pub(crate) mod confirm;
mod enter;
mod make;
mod passwords;
mod roles;
mod sessions;

pub use account::{change_name, set_state};
pub use codes::{AskedCode, Letterhead, Proof, ask_for_code, code_behind};
pub use confirm::{Confirming, Confirms, ask_to_confirm, confirmed};
pub use enter::{Entered, Entry, enter_with_code, enter_with_password};
pub use make::{link_for, make_person};
pub use passwords::{Hasher, remove_password, set_password};
pub use roles::{
    Answer, answer_invitation, end_role, give_role, invitation_behind, invite, withdraw_invitation,
};
pub use sessions::{Sensitive, end_other_sessions, end_session, prove_with_password};

use crate::Standing;
use crate::may::{Verb, may};
use crate::model::Scope;
use crate::refusal::Refusal;

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

fn check(standing: &Standing, verb: Verb, scopes: &[Scope]) -> Result<(), Error> {
    if may(standing, verb, scopes) { Ok(()) } else { Err(Error::NotAllowed) }
}

/// The key under which acts on one account follow one another.
fn key(name: &str) -> String {
    format!("person:{name}")
}

/// The hash under which a secret that someone else keeps is stored.
pub(crate) fn stored(secret: &str) -> String {
    use sha2::Digest as _;
    data_encoding::HEXLOWER.encode(&sha2::Sha256::digest(secret.as_bytes()))
}
