//! The verbs of moderation: load, may, rules, store, record.

mod appeal;
mod decide;
mod report;
mod submit;
mod undo;

pub use appeal::{appeal, judge};
pub use decide::{decide, decide_all};
pub use report::{NewReport, report};
pub use submit::{is_checked, submit, withdrawn};
pub use undo::undo;

use crate::Moderation;
use crate::may::{Verb, may};
use crate::model::{Case, Report, Ruling, Visibility};
use crate::refusal::Refusal;
use crate::rules::impartial;
use base::PersonId;
use db::Act;
use people::Standing;
use people::model::Scope;

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

/// The key under which acts of moderation follow one another: few a minute, and each may touch
/// what another is about to.
const MODERATION: &str = "moderation";
/// The longest text that someone writes here, in characters.
pub(crate) const TEXT_MAX: usize = 4_000;
/// The shortest explanation that explains something, in characters.
pub(crate) const TEXT_MIN: usize = 10;

fn check(standing: &Standing, verb: Verb, scopes: &[Scope]) -> Result<(), Error> {
    if may(standing, verb, scopes) { Ok(()) } else { Err(Error::NotAllowed) }
}

fn checked_text(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.chars().count() > TEXT_MAX {
        return Err(Refusal::TooLong);
    }
    Ok(text.to_owned())
}

/// Who has a part in a case: its author and those who reported.
fn parties(case: &Case, reports: &[Report]) -> Vec<PersonId> {
    let reporters = reports.iter().filter_map(|it| it.person);
    case.author.person.into_iter().chain(reporters).collect()
}

/// Refuses whoever has a part in the case, or works for the place it is about.
fn check_impartial(standing: &Standing, case: &Case, reports: &[Report]) -> Result<(), Error> {
    let works_there = standing
        .roles
        .iter()
        .any(|(_, scope)| matches!(scope, Scope::Place(_)) && case.scopes.contains(scope));
    if works_there || !impartial::may_decide(standing.actor, &parties(case, reports)) {
        return Err(Refusal::OwnAffair.into());
    }
    Ok(())
}

/// Has the space show or hide the thing.
async fn set(
    act: &mut Act,
    house: &Moderation,
    case: &Case,
    (visibility, ruling): (Visibility, Option<Ruling>),
) -> Result<(), Error> {
    let space = house.space_of(&case.subject).ok_or(Error::NotFound)?;
    Ok(space.set(act, &case.subject.id, visibility, ruling).await?)
}
