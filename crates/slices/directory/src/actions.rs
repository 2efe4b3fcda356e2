//! The verbs of the directory: load, may, rules, store, record.

mod claims;
mod communes;
mod corrections;
mod decide;
mod drafts;
mod dress;
mod edit;
mod forget;
mod harvest;
mod resolve;
mod team;

pub use claims::{Asked, claim_by_code, claim_of_pole, grant, prove, refuse, written_letter};
pub use communes::load_communes;
pub(crate) use corrections::followed;
pub use corrections::{Decision, Proposal, accept, confirm_address, decline, propose};
pub use decide::{Verdict, decide};
pub use drafts::{keep_draft, throw_draft_away};
pub use dress::{
    NewPhoto, Way, add_notice, add_photo, describe_photo, move_photo, remove_photo, translate,
    withdraw_notice,
};
pub use edit::{EditOutcome, Preference, choose, confirm, edit, edit_page, set_state, undo};
pub(crate) use forget::forget_words;
pub use harvest::{Harvest, HarvestOutcome, OpenList, harvest};
pub use resolve::{Resolved, Step, resolve};
pub use team::{HandOver, end_member};

use crate::may::{Verb, may};
use crate::refusal::Refusal;
use people::Standing;
use people::model::Scope;

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
    /// A role could not be given or ended.
    #[error(transparent)]
    People(people::actions::Error),
    /// The storage broke.
    #[error(transparent)]
    Storage(#[from] db::Error),
}

impl From<people::actions::Error> for Error {
    fn from(error: people::actions::Error) -> Self {
        match error {
            people::actions::Error::NotAllowed => Self::NotAllowed,
            people::actions::Error::NotFound => Self::NotFound,
            people::actions::Error::Storage(error) => Self::Storage(error),
            refused @ people::actions::Error::Refused(_) => Self::People(refused),
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

fn check(standing: &Standing, verb: Verb, scopes: &[Scope]) -> Result<(), Error> {
    if may(standing, verb, scopes) { Ok(()) } else { Err(Error::NotAllowed) }
}

/// The key under which acts on the whole directory follow one another.
const DIRECTORY: &str = "directory";
