//! What pages and other slices read of moderation.

use crate::may::{self, Verb, may};
use crate::model::{Appeal, Case, Decision, Report, Subject};
use crate::rules::figures::Figures;
use crate::rules::signals::{Arrival, Signal, signals};
use crate::{Moderation, store};
use base::{AppealId, CaseId, DecisionId, Timestamp, time};
use db::{Read, Result};
use jiff::civil::date;
use people::Standing;
use std::collections::HashMap;

/// Reports a day about one thing, when nothing is organised: one in a month would be a lot.
const REPORTS_EXPECTED_A_DAY: f64 = 0.05;

/// A case with all that is known of it.
pub struct Dossier {
    /// The case.
    pub case: Case,
    /// Its reports, the first first.
    pub reports: Vec<Report>,
    /// The decisions taken, the last first.
    pub decisions: Vec<Decision>,
    /// The appeals against the last decision.
    pub appeals: Vec<Appeal>,
    /// The other cases about the same author.
    pub of_author: Vec<Case>,
    /// What is odd in the way the reports came.
    pub signals: Vec<Signal>,
}

/// The cases that wait and that they may read; none when they may not read any.
pub async fn queue(read: &mut Read, standing: &Standing) -> Result<Option<Vec<Case>>> {
    match may::scopes_seen(standing).as_slice() {
        [] => Ok(None),
        scopes => {
            let mut cases = store::cases::waiting(read, scopes).await?;
            // Notices and orders first, then by score, then by age.
            cases.sort_by_key(|it| (!it.is_notice, std::cmp::Reverse(it.score), it.opened_at));
            cases.dedup_by_key(|it| it.id);
            Ok(Some(cases))
        }
    }
}

/// The cases decided lately that they may read, each with the decision in force.
pub async fn decided(
    read: &mut Read,
    standing: &Standing,
) -> Result<Option<Vec<(Case, Option<Decision>)>>> {
    let scopes = may::scopes_seen(standing);
    if scopes.is_empty() {
        return Ok(None);
    }
    let cases = store::cases::decided(read, &scopes).await?;
    Ok(Some(with_decisions(read, cases).await?))
}

/// What is in the visible bin, with the decision that put it there.
pub async fn bin(read: &mut Read) -> Result<Vec<(Case, Option<Decision>)>> {
    let cases = store::cases::binned(read).await?;
    with_decisions(read, cases).await
}

async fn with_decisions(
    read: &mut Read,
    cases: Vec<Case>,
) -> Result<Vec<(Case, Option<Decision>)>> {
    let ids: Vec<String> = cases.iter().map(|it| it.id.to_string()).collect();
    let decisions = store::decisions::in_force(read, &ids).await?;
    let mut last: HashMap<CaseId, Decision> =
        decisions.into_iter().map(|it| (it.case, it)).collect();
    Ok(cases
        .into_iter()
        .map(|case| {
            let decision = last.remove(&case.id);
            (case, decision)
        })
        .collect())
}

/// A case with all that is known of it; none when there is none or they may not read it.
pub async fn dossier(
    read: &mut Read,
    standing: &Standing,
    (case, now): (CaseId, Timestamp),
) -> Result<Option<Dossier>> {
    let Some(case) = store::cases::by_id(read, case).await? else { return Ok(None) };
    if !may(standing, Verb::SeeQueue, &case.scopes) {
        return Ok(None);
    }
    let reports = store::reports::of_case(read, case.id).await?;
    let decisions = store::decisions::of_case(read, case.id).await?;
    let appeals = match decisions.first() {
        Some(decision) => store::appeals::against(read, decision.id).await?,
        None => Vec::new(),
    };
    let mut of_author = store::cases::of_author(read, &case.author.key).await?;
    of_author.retain(|it| it.id != case.id);
    let arrivals: Vec<Arrival> = reports.iter().map(arrival).collect();
    let at = reports.last().map_or(now, |it| it.at);
    let signals = signals(&arrivals, at, REPORTS_EXPECTED_A_DAY);
    Ok(Some(Dossier { case, reports, decisions, appeals, of_author, signals }))
}

fn arrival(report: &Report) -> Arrival {
    Arrival {
        at: report.at,
        network: report.network.clone(),
        account_days: report.level.map(|_| report.account_days),
    }
}

/// The case that waits about a thing.
pub async fn waiting_about(read: &mut Read, subject: &Subject) -> Result<Option<Case>> {
    store::cases::live_about(read, subject).await
}

/// The appeals that wait and that they may answer or read, each with its decision and its case.
pub async fn appeals(
    read: &mut Read,
    standing: &Standing,
) -> Result<Option<Vec<(Appeal, Decision, Case)>>> {
    if may::scopes_seen(standing).is_empty() {
        return Ok(None);
    }
    let appeals = store::appeals::waiting(read).await?;
    let ids: Vec<String> = appeals.iter().map(|it| it.decision.to_string()).collect();
    let decisions = store::decisions::by_ids(read, &ids).await?;
    let ids: Vec<String> = appeals.iter().map(|it| it.case.to_string()).collect();
    let cases = store::cases::by_ids(read, &ids).await?;
    let found = |appeal: Appeal| {
        let decision = decisions.iter().find(|it| it.id == appeal.decision)?.clone();
        let case = cases.iter().find(|it| it.id == appeal.case)?.clone();
        may(standing, Verb::SeeQueue, &case.scopes).then_some((appeal, decision, case))
    };
    Ok(Some(appeals.into_iter().filter_map(found).collect()))
}

/// An appeal with its decision and its case; none when there is none or they may not read it.
pub async fn appeal(
    read: &mut Read,
    standing: &Standing,
    appeal: AppealId,
) -> Result<Option<(Appeal, Decision, Case)>> {
    let Some(appeal) = store::appeals::by_id(read, appeal).await? else { return Ok(None) };
    let found = with_case(read, appeal).await?;
    Ok(found.filter(|it| may(standing, Verb::SeeQueue, &it.2.scopes)))
}

async fn with_case(read: &mut Read, appeal: Appeal) -> Result<Option<(Appeal, Decision, Case)>> {
    Ok(decision(read, appeal.decision).await?.map(|(decision, case)| (appeal, decision, case)))
}

/// A decision and its case.
pub async fn decision(read: &mut Read, id: DecisionId) -> Result<Option<(Decision, Case)>> {
    let Some(decision) = store::decisions::by_id(read, id).await? else { return Ok(None) };
    let case = store::cases::by_id(read, decision.case).await?;
    Ok(case.map(|case| (decision, case)))
}

/// The appeal of that party against that decision.
pub async fn appeal_of(
    read: &mut Read,
    decision: DecisionId,
    party: &str,
) -> Result<Option<Appeal>> {
    let all = store::appeals::against(read, decision).await?;
    Ok(all.into_iter().find(|it| it.party == party))
}

/// The public figures of a civil year of Paris.
pub async fn figures(read: &mut Read, year: i16) -> Result<Figures> {
    let start = |year: i16| {
        let day = date(year.clamp(2000, 9000), 1, 1);
        day.to_zoned(time::paris()).map(|it| it.timestamp()).unwrap_or_default()
    };
    store::figures::between(read, year, (start(year), start(year + 1))).await
}

/// Whether moderation knows how to take such a thing.
pub fn is_known(house: &Moderation, kind: &str) -> bool {
    house.kinds().contains(&kind)
}
