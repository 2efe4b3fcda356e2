//! A moderator decides, on an article of the rules, one case or several for one motive.

use super::{Error, MODERATION, TEXT_MIN, check, check_impartial, checked_text, set};
use crate::events::Decided;
use crate::may::Verb;
use crate::model::{Case, CaseState, Decision, Report, Ruling};
use crate::refusal::Refusal;
use crate::{Moderation, letters, store};
use base::{CaseId, DecisionId, Timestamp};
use db::Act;
use people::Standing;

/// Cases that one motive decides at most.
const TOGETHER_MAX: usize = 50;

/// Decides one case.
pub async fn decide(
    house: &Moderation,
    now: Timestamp,
    standing: &Standing,
    case: CaseId,
    (ruling, motive): (Ruling, &str),
) -> Result<DecisionId, Error> {
    let mut act = house.app.db.act(now, standing.actor, MODERATION).await?;
    let decision = decide_in(&mut act, house, standing, case, (ruling, motive)).await?;
    act.commit().await?;
    Ok(decision)
}

/// Decides several cases for one motive: all of them, or none.
pub async fn decide_all(
    house: &Moderation,
    now: Timestamp,
    standing: &Standing,
    cases: &[CaseId],
    (ruling, motive): (Ruling, &str),
) -> Result<usize, Error> {
    if cases.is_empty() || cases.len() > TOGETHER_MAX {
        return Err(Refusal::NothingChosen.into());
    }
    let mut act = house.app.db.act(now, standing.actor, MODERATION).await?;
    for case in cases {
        decide_in(&mut act, house, standing, *case, (ruling, motive)).await?;
    }
    act.commit().await?;
    Ok(cases.len())
}

async fn decide_in(
    act: &mut Act,
    house: &Moderation,
    standing: &Standing,
    case: CaseId,
    (ruling, motive): (Ruling, &str),
) -> Result<DecisionId, Error> {
    let mut case = store::cases::by_id(act, case).await?.ok_or(Error::NotFound)?;
    check(standing, Verb::Judge, &case.scopes)?;
    if case.status.state == CaseState::Decided {
        return Err(Refusal::AlreadyDecided.into());
    }
    let reports = store::reports::of_case(act, case.id).await?;
    check_impartial(standing, &case, &reports)?;
    let motive = checked_motive(ruling, motive)?;
    let was_hidden = case.status.state == CaseState::Provisional;
    let decision = write(act, house, &mut case, (ruling, motive, false)).await?;
    if ruling.is_sanction() {
        letters::taken(act, house, &case, &decision).await?;
    } else if was_hidden {
        letters::kept(act, house, &case).await?;
    }
    tell_reporters(act, house, (&case, &decision), &reports).await?;
    Ok(decision.id)
}

/// Taking something away is explained.
pub(super) fn checked_motive(ruling: Ruling, motive: &str) -> Result<String, Refusal> {
    let motive = checked_text(motive)?;
    if ruling.is_sanction() && motive.chars().count() < TEXT_MIN {
        return Err(Refusal::MotiveNeeded);
    }
    Ok(motive)
}

/// Writes a decision and carries it out; the caller commits.
pub(super) async fn write(
    act: &mut Act,
    house: &Moderation,
    case: &mut Case,
    (ruling, motive, is_on_appeal): (Ruling, String, bool),
) -> Result<Decision, Error> {
    let decision = Decision {
        id: act.id(),
        case: case.id,
        ruling,
        motive,
        decider: act.actor().name(),
        at: act.now(),
        is_on_appeal,
        before: case.status,
        undone_at: None,
    };
    store::decisions::insert(act, &decision).await?;
    case.status = case.status.decided(ruling);
    case.decided_at = Some(act.now());
    set(act, house, case, (ruling.visibility(), Some(ruling))).await?;
    store::cases::update(act, case).await?;
    store::reports::set_right(act, case, Some(ruling.is_sanction())).await?;
    let event = Decided {
        decision: decision.id.to_string(),
        ruling: ruling.name(),
        visibility: ruling.visibility().name(),
    };
    act.record(&case.id, &event).await?;
    Ok(decision)
}

/// Tells those who reported and can be reached: at most 100, a letter each.
pub(super) async fn tell_reporters(
    act: &mut Act,
    house: &Moderation,
    told: (&Case, &Decision),
    reports: &[Report],
) -> Result<(), Error> {
    for report in reports.iter().filter(|it| it.person.is_some() || it.mail.is_some()).take(100) {
        letters::answered(act, house, told, report).await?;
    }
    Ok(())
}
