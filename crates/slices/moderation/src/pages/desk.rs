//! The desk of moderators: the queue, a case, decisions on one or several, and undoing.

use super::{not_theirs, show, show_wrong, trouble};
use crate::actions::{self, Error};
use crate::may::{Verb, may};
use crate::model::{Case, CaseState, Origin, Reason, Ruling};
use crate::refusal::Refusal;
use crate::views::{CaseView, QueueView, RulingForm};
use crate::{Moderation, looks};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use base::{CaseId, DecisionId};
use people::Standing;
use serde::Deserialize;
use web::{Form, Visitor, done};

/// What the queue is narrowed to.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Sieve {
    #[serde(default)]
    pub(crate) raison: String,
    #[serde(default)]
    pub(crate) genre: String,
    #[serde(default)]
    pub(crate) etat: String,
    #[serde(default)]
    pub(crate) tri: String,
}

impl Sieve {
    fn keeps(&self, case: &Case) -> bool {
        let reason = Reason::named(&self.raison).is_none_or(|it| case.reasons.contains(&it));
        let kind = self.genre.is_empty() || case.subject.kind == self.genre;
        let state = match self.etat.as_str() {
            "masque" => case.status.state == CaseState::Provisional,
            "a-lire" => case.origin == Origin::Check,
            "signal" => case.origin == Origin::Signal,
            "notification" => case.is_notice,
            _ => true,
        };
        reason && kind && state
    }
}

pub(super) async fn queue(
    State(house): State<Moderation>,
    visitor: Visitor,
    standing: Standing,
    Query(sieve): Query<Sieve>,
) -> web::Result<Response> {
    let form = RulingForm::default();
    show(&queue_view(&house, &visitor, &standing, (&sieve, &form)).await?)
}

async fn queue_view(
    house: &Moderation,
    visitor: &Visitor,
    standing: &Standing,
    (sieve, form): (&Sieve, &RulingForm),
) -> web::Result<QueueView> {
    let mut read = house.app.read().await?;
    let cases = looks::queue(&mut read, standing).await?.ok_or_else(|| not_theirs(visitor))?;
    let waiting = cases.len();
    let mut shown: Vec<Case> = cases.into_iter().filter(|it| sieve.keeps(it)).collect();
    if sieve.tri == "age" {
        shown.sort_by_key(|it| it.opened_at);
    }
    let decided = looks::decided(&mut read, standing).await?.unwrap_or_default();
    let judges = shown.iter().any(|it| may(standing, Verb::Judge, &it.scopes));
    let kinds = house.kinds();
    Ok(QueueView::of(visitor, (&shown, waiting, &decided), (sieve, &kinds), (form, judges)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lot {
    #[serde(default)]
    dossiers: Vec<String>,
    #[serde(default)]
    decision: String,
    #[serde(default)]
    motif: String,
}

pub(super) async fn decide_all(
    State(house): State<Moderation>,
    visitor: Visitor,
    standing: Standing,
    form: Form<Lot>,
) -> web::Result<Response> {
    let sent = form.fields;
    let cases: Vec<CaseId> = sent.dossiers.iter().filter_map(|it| it.parse().ok()).collect();
    let typed = RulingForm { ruling: Ruling::named(&sent.decision), motive: sent.motif };
    let decided = match typed.ruling {
        None => Err(Error::Refused(Refusal::NothingChosen)),
        Some(ruling) => {
            let decision = (ruling, typed.motive.as_str());
            actions::decide_all(&house, house.app.now(), &standing, &cases, decision).await
        }
    };
    match decided {
        Ok(_) => Ok(done("/moderation", "done-cases-decided")),
        Err(Error::Refused(refusal)) => {
            let sieve = Sieve::default();
            let mut view = queue_view(&house, &visitor, &standing, (&sieve, &typed)).await?;
            view.say(&visitor.words(), refusal, &sent.dossiers);
            show_wrong(&view)
        }
        Err(error) => Err(trouble(error, &visitor)),
    }
}

pub(super) async fn case(
    State(house): State<Moderation>,
    visitor: Visitor,
    standing: Standing,
    Path(case): Path<String>,
) -> web::Result<Response> {
    let form = RulingForm::default();
    show(&case_view(&house, &visitor, &standing, (&case, &form)).await?)
}

async fn case_view(
    house: &Moderation,
    visitor: &Visitor,
    standing: &Standing,
    (case, form): (&str, &RulingForm),
) -> web::Result<CaseView> {
    if crate::may::scopes_seen(standing).is_empty() {
        return Err(not_theirs(visitor));
    }
    let id: CaseId = case.parse().map_err(|_| web::Error::NotFound)?;
    let now = house.app.now();
    let mut read = house.app.read().await?;
    let dossier = looks::dossier(&mut read, standing, (id, now)).await?;
    let dossier = dossier.ok_or(web::Error::NotFound)?;
    let judges = may(standing, Verb::Judge, &dossier.case.scopes);
    Ok(CaseView::of(visitor, &dossier, form, (judges, now)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Decided {
    #[serde(default)]
    decision: String,
    #[serde(default)]
    motif: String,
}

impl From<Decided> for RulingForm {
    fn from(sent: Decided) -> Self {
        Self { ruling: Ruling::named(&sent.decision), motive: sent.motif }
    }
}

pub(super) async fn decide(
    State(house): State<Moderation>,
    visitor: Visitor,
    standing: Standing,
    Path(case): Path<String>,
    form: Form<Decided>,
) -> web::Result<Response> {
    let typed = RulingForm::from(form.fields);
    let id: CaseId = case.parse().map_err(|_| web::Error::NotFound)?;
    let decided = match typed.ruling {
        None => Err(Error::Refused(Refusal::NothingChosen)),
        Some(ruling) => {
            let decision = (ruling, typed.motive.as_str());
            actions::decide(&house, house.app.now(), &standing, id, decision).await
        }
    };
    match decided {
        Ok(_) => Ok(done(&format!("/moderation/{case}"), "done-case-decided")),
        Err(Error::Refused(refusal)) => {
            let mut view = case_view(&house, &visitor, &standing, (&case, &typed)).await?;
            view.say(&visitor.words(), refusal);
            show_wrong(&view)
        }
        Err(error) => Err(trouble(error, &visitor)),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Nothing {}

pub(super) async fn undo(
    State(house): State<Moderation>,
    visitor: Visitor,
    standing: Standing,
    Path(decision): Path<String>,
    form: Form<Nothing>,
) -> web::Result<Response> {
    drop(form);
    let id: DecisionId = decision.parse().map_err(|_| web::Error::NotFound)?;
    actions::undo(&house, house.app.now(), &standing, id)
        .await
        .map_err(|error| trouble(error, &visitor))?;
    Ok(done("/moderation", "done-decision-undone"))
}
