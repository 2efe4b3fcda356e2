//! Whoever a decision concerns asks someone else to look again, once, within 14 days.

use super::decide::{checked_motive, write};
use super::{Error, MODERATION, TEXT_MIN, check, check_impartial, checked_text, parties};
use crate::events::{AppealAnswered, Appealed};
use crate::may::Verb;
use crate::model::{Appeal, AppealState, Report, Ruling};
use crate::refusal::Refusal;
use crate::rules::{impartial, status};
use crate::{Moderation, Party, letters, store};
use base::{AppealId, DecisionId, Timestamp};
use people::Standing;

/// Appeals against a decision. The sealed address that led here says whose appeal it is.
pub async fn appeal(
    house: &Moderation,
    now: Timestamp,
    standing: &Standing,
    (decision, party): (DecisionId, Party),
    words: &str,
) -> Result<AppealId, Error> {
    check(standing, Verb::Appeal, &[])?;
    let words = checked_text(words)?;
    if words.chars().count() < TEXT_MIN {
        return Err(Refusal::AppealWordsNeeded.into());
    }
    let mut act = house.app.db.act(now, standing.actor, MODERATION).await?;
    let decision = store::decisions::by_id(&mut act, decision).await?.ok_or(Error::NotFound)?;
    if !status::can_be_appealed(&decision, now) {
        return Err(Refusal::TooLateToAppeal.into());
    }
    let appeal = Appeal {
        id: act.id(),
        decision: decision.id,
        case: decision.case,
        party: party.name(),
        words,
        at: now,
        state: AppealState::Waiting,
    };
    if !store::appeals::insert(&mut act, &appeal).await? {
        return Err(Refusal::AlreadyAppealed.into());
    }
    let event = Appealed { decision: decision.id.to_string(), appeal: appeal.id.to_string() };
    act.record(&decision.case, &event).await?;
    act.commit().await?;
    Ok(appeal.id)
}

/// Answers an appeal: another person than who decided looks at everything again and says what
/// holds from now on. Every other appeal against the same decision is answered with it.
pub async fn judge(
    house: &Moderation,
    now: Timestamp,
    standing: &Standing,
    appeal: AppealId,
    (ruling, motive): (Ruling, &str),
) -> Result<AppealState, Error> {
    let mut act = house.app.db.act(now, standing.actor, MODERATION).await?;
    let appeal = store::appeals::by_id(&mut act, appeal).await?.ok_or(Error::NotFound)?;
    let former = store::decisions::by_id(&mut act, appeal.decision).await?;
    let former = former.ok_or(Error::NotFound)?;
    let mut case = store::cases::by_id(&mut act, former.case).await?.ok_or(Error::NotFound)?;
    check(standing, Verb::JudgeAppeal, &case.scopes)?;
    let reports = store::reports::of_case(&mut act, case.id).await?;
    check_impartial(standing, &case, &reports)?;
    if !impartial::may_judge_appeal(standing.actor, &former.decider, &parties(&case, &reports)) {
        return Err(Refusal::OwnDecision.into());
    }
    if appeal.state != AppealState::Waiting {
        return Err(Refusal::AlreadyDecided.into());
    }
    let motive = checked_motive(ruling, motive)?;
    let decision = write(&mut act, house, &mut case, (ruling, motive, true)).await?;
    let state = if ruling == former.ruling { AppealState::Upheld } else { AppealState::Reversed };
    for waiting in store::appeals::against(&mut act, former.id).await? {
        if store::appeals::answer(&mut act, waiting.id, state).await? {
            let event = AppealAnswered {
                appeal: waiting.id.to_string(),
                decision: decision.id.to_string(),
                outcome: state.name(),
            };
            act.record(&case.id, &event).await?;
        }
    }
    letters::taken(&mut act, house, &case, &decision).await?;
    let appellants: Vec<Report> = of_party(&mut act, &former.id, &reports).await?;
    super::decide::tell_reporters(&mut act, house, (&case, &decision), &appellants).await?;
    act.commit().await?;
    Ok(state)
}

/// The reports whose authors appealed.
async fn of_party(
    act: &mut db::Act,
    decision: &DecisionId,
    reports: &[Report],
) -> Result<Vec<Report>, Error> {
    let appeals = store::appeals::against(act, *decision).await?;
    let has_appealed = |it: &&Report| appeals.iter().any(|one| one.party == it.id.to_string());
    Ok(reports.iter().filter(has_appealed).cloned().collect())
}
