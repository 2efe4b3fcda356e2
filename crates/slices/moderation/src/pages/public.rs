//! What everyone may read: the rules, the figures, the bin; and the decision that concerns one.

use super::{show, show_wrong, trouble};
use crate::actions::{self, Error};
use crate::views::{BinView, DecisionView, FiguresView, RulesView};
use crate::{Moderation, looks};
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use base::{DecisionId, time};
use people::Standing;
use serde::Deserialize;
use web::{Form, Visitor, done};

pub(super) async fn rules(
    State(house): State<Moderation>,
    visitor: Visitor,
) -> web::Result<Response> {
    show(&RulesView::of(&visitor, house.chapters()))
}

pub(super) async fn bin(
    State(house): State<Moderation>,
    visitor: Visitor,
) -> web::Result<Response> {
    let rows = looks::bin(&mut house.app.read().await?).await?;
    show(&BinView::of(&visitor, &rows))
}

/// The first year of which there can be figures.
const FIRST_YEAR: i16 = 2026;

#[derive(Deserialize)]
pub(super) struct Year {
    annee: Option<String>,
}

pub(super) async fn figures(
    State(house): State<Moderation>,
    visitor: Visitor,
    Query(asked): Query<Year>,
) -> web::Result<Response> {
    let last = this_year(&house);
    let year = asked.annee.and_then(|it| it.parse().ok()).unwrap_or(last);
    if !(FIRST_YEAR..=last).contains(&year) {
        return Err(web::Error::NotFound);
    }
    let figures = looks::figures(&mut house.app.read().await?, year).await?;
    show(&FiguresView::of(&visitor, &figures, (FIRST_YEAR, last)))
}

/// `2026.csv`.
pub(super) async fn figures_file(
    State(house): State<Moderation>,
    Path(file): Path<String>,
) -> web::Result<Response> {
    let year = file.strip_suffix(".csv").and_then(|it| it.parse().ok());
    let year = year.filter(|it| (FIRST_YEAR..=this_year(&house)).contains(it));
    let year = year.ok_or(web::Error::NotFound)?;
    let figures = looks::figures(&mut house.app.read().await?, year).await?;
    let kind = [(header::CONTENT_TYPE, "text/csv; charset=utf-8")];
    Ok((kind, figures.csv()).into_response())
}

fn this_year(house: &Moderation) -> i16 {
    time::civil_day(house.app.now()).year()
}

pub(super) async fn decision(
    State(house): State<Moderation>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> web::Result<Response> {
    show(&decision_view(&house, &visitor, &token).await?)
}

async fn decision_view(
    house: &Moderation,
    visitor: &Visitor,
    token: &str,
) -> web::Result<DecisionView> {
    let (id, party) = house.decision_behind(token).ok_or(web::Error::NotFound)?;
    let mut read = house.app.read().await?;
    let found = looks::decision(&mut read, id).await?;
    let (decision, case) = found.ok_or(web::Error::NotFound)?;
    let appeal = looks::appeal_of(&mut read, id, &party.name()).await?;
    let now = house.app.now();
    Ok(DecisionView::of(visitor, token, (&decision, &case, appeal.as_ref()), (party, now)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pourquoi: String,
}

pub(super) async fn appeal(
    State(house): State<Moderation>,
    visitor: Visitor,
    standing: Standing,
    Path(token): Path<String>,
    form: Form<Words>,
) -> web::Result<Response> {
    let (id, party): (DecisionId, _) = house.decision_behind(&token).ok_or(web::Error::NotFound)?;
    let words = form.fields.pourquoi;
    match actions::appeal(&house, house.app.now(), &standing, (id, party), &words).await {
        Ok(_) => Ok(done(&format!("/decisions/{token}"), "done-appealed")),
        Err(Error::Refused(refusal)) => {
            let mut view = decision_view(&house, &visitor, &token).await?;
            view.say(&visitor.words(), refusal, &words);
            show_wrong(&view)
        }
        Err(error) => Err(trouble(error, &visitor)),
    }
}
