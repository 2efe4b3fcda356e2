//! The verbs of the directory: load, may, rules, store, record.

mod communes;
mod decide;
mod edit;
mod harvest;
mod resolve;

pub use communes::load_communes;
pub use decide::{Verdict, decide};
pub use edit::{EditOutcome, edit, set_state};
pub use harvest::{Harvest, HarvestOutcome, OpenList, harvest};
pub use resolve::{Resolved, Step, resolve};

use crate::may::{Verb, may};
use crate::refusal::Refusal;
use base::Actor;

/// Why a verb was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule says no.
    #[error("{0}")]
    Refused(Refusal),
    /// The actor has not the right.
    #[error("vous n'avez pas le droit de faire cela")]
    NotAllowed,
    /// Nothing there.
    #[error("aucun lieu de ce nom ou de cet identifiant")]
    NotFound,
    /// The mapping cannot be read.
    #[error(transparent)]
    Mapping(#[from] intake::MappingError),
    /// The list cannot be read, or does not fit its mapping.
    #[error(transparent)]
    List(#[from] intake::ListError),
    /// The file cannot be read.
    #[error("le fichier ne peut pas être lu : {0}")]
    File(#[from] std::io::Error),
    /// The official file cannot be read.
    #[error("fichier des communes illisible : {0}")]
    Communes(String),
    /// The storage broke.
    #[error(transparent)]
    Storage(#[from] db::Error),
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

fn check(actor: Actor, verb: Verb) -> Result<(), Error> {
    if may(actor, verb) { Ok(()) } else { Err(Error::NotAllowed) }
}

/// The key under which acts on the whole directory follow one another.
const DIRECTORY: &str = "directory";
