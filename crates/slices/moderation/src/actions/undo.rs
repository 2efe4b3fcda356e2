//! Within a day, a decision is taken back: everything is exactly as it was before it.

use super::{Error, MODERATION, check, check_impartial, set};
use crate::events::Undone;
use crate::may::Verb;
use crate::refusal::Refusal;
use crate::rules::status;
use crate::{Moderation, letters, store};
use base::{DecisionId, Timestamp};
use people::Standing;

/// Undoes the last decision on a case.
pub async fn undo(
    house: &Moderation,
    now: Timestamp,
    standing: &Standing,
    decision: DecisionId,
) -> Result<(), Error> {
    let mut act = house.app.db.act(now, standing.actor, MODERATION).await?;
    let decision = store::decisions::by_id(&mut act, decision).await?.ok_or(Error::NotFound)?;
    let mut case = store::cases::by_id(&mut act, decision.case).await?.ok_or(Error::NotFound)?;
    check(standing, Verb::Undo, &case.scopes)?;
    let reports = store::reports::of_case(&mut act, case.id).await?;
    check_impartial(standing, &case, &reports)?;
    let all = store::decisions::of_case(&mut act, case.id).await?;
    let is_last = all.iter().find(|it| it.undone_at.is_none()).map(|it| it.id) == Some(decision.id);
    let has_appeal = !store::appeals::against(&mut act, decision.id).await?.is_empty();
    // Something reported anew since then has a case of its own: this one cannot wait again.
    let is_alone = store::cases::live_about(&mut act, &case.subject).await?.is_none();
    if !is_last || !is_alone || !status::can_be_undone(&decision, now, has_appeal) {
        return Err(Refusal::TooLateToUndo.into());
    }
    store::decisions::undo(&mut act, decision.id).await?;
    case.status = decision.before;
    case.decided_at = None;
    set(&mut act, house, &case, (decision.before.visibility, None)).await?;
    store::cases::update(&mut act, &case).await?;
    store::reports::set_right(&mut act, &case, None).await?;
    if decision.ruling.is_sanction() {
        letters::undone(&mut act, house, &case).await?;
    }
    act.record(&case.id, &Undone { decision: decision.id.to_string() }).await?;
    act.commit().await?;
    Ok(())
}
