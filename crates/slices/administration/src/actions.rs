//! The verbs of this slice: check, load, decide, store, record.

mod settings;
mod verify;

pub use settings::{set, undo};
pub use verify::{VerifyJournal, ask_verification, record_export, verify_handler};

use crate::model::Key;
use crate::refusal::Refusal;
use people::Standing;
use people::may::{Verb, may};
use people::model::Scope;

/// Why a verb was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Values cannot be taken: which, and why.
    #[error("refused: {0:?}")]
    Refused(Vec<(Key, Refusal)>),
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

fn check(standing: &Standing, verb: Verb) -> Result<(), Error> {
    if may(standing, verb, &[Scope::House]) { Ok(()) } else { Err(Error::NotAllowed) }
}
