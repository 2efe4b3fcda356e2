//! What waits to be read before it is shown: a space submits it within its own act.

use super::report::open;
use crate::events::Withdrawn;
use crate::model::{CaseState, CaseStatus, Exhibit, Origin, Subject, Visibility};
use crate::rules::newcomer;
use crate::store;
use db::{Act, Read, Result};

/// Whether what that author writes is read before it is shown; and how many of their things were
/// accepted before, for [`newcomer::has_too_many_links`].
pub async fn is_checked(read: &mut Read, author_key: &str) -> Result<(bool, u32)> {
    let accepted = store::cases::accepted_of(read, author_key).await?;
    Ok((newcomer::is_checked(accepted), accepted))
}

/// Asks a moderator to look: [`Origin::Check`] before something is shown, [`Origin::Signal`]
/// when the house noticed something odd. Within the act of the space, which commits it. One case
/// at a time waits about a thing.
pub async fn submit(act: &mut Act, exhibit: &Exhibit, origin: Origin) -> Result<()> {
    if store::cases::live_about(act, &exhibit.subject).await?.is_none() {
        open(act, exhibit, origin).await?;
    }
    Ok(())
}

/// The author took the thing away: nobody needs to look any more.
pub async fn withdrawn(act: &mut Act, subject: &Subject) -> Result<()> {
    let Some(mut case) = store::cases::live_about(act, subject).await? else { return Ok(()) };
    case.status = CaseStatus {
        state: CaseState::Decided,
        visibility: Visibility::Hidden,
        hidden_until: None,
    };
    case.decided_at = Some(act.now());
    store::cases::update(act, &case).await?;
    act.record(&case.id, &Withdrawn {}).await
}
