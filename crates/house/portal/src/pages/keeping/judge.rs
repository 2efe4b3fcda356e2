//! The queue of corrections, and judging one; the link by which a proposer confirms an address.

use super::{
    Pairs, blame, field_label, head, readable, said, section, sent, show_wrong, shown, trouble,
    view,
};
use crate::Portal;
use crate::views::{Button, Difference, FormView, Group, KeepingView, Row};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use base::{Actor, CorrectionId, PlaceId, time};
use directory::actions::{self, Decision, Error};
use directory::looks::keeping::{any_place, correction, corrections_waiting, places_of};
use directory::may::{Verb, may};
use directory::model::{Correction, CorrectionState, Place};
use directory::rules::section::{Section, Typed, value_typed};
use directory::rules::whereabouts::scopes;
use people::Standing;
use serde::Deserialize;
use std::collections::HashMap;
use web::{App, Field, FieldKind, Link, Visitor, Words, done};

/// Corrections looked at for one page of the queue.
const LOOKED_AT: i64 = 200;

/// From where the queue is read.
#[derive(Default, Deserialize)]
pub(super) struct From {
    #[serde(default)]
    apres: String,
}

pub(super) async fn queue(
    visitor: Visitor,
    standing: Standing,
    Query(from): Query<From>,
) -> web::Result<Response> {
    visitor.person()?;
    if standing.roles.is_empty() {
        return Err(web::Error::NotAllowed);
    }
    let words = visitor.words();
    let mut read = visitor.app().read().await?;
    let all = corrections_waiting(&mut read, &from.apres, LOOKED_AT).await?;
    let ids: Vec<PlaceId> = all.iter().map(|it| it.place).collect();
    let places: HashMap<PlaceId, Place> =
        places_of(&mut read, &ids).await?.into_iter().map(|it| (it.id, it)).collect();
    drop(read);
    let mut mine: Vec<(&Correction, &Place)> = all
        .iter()
        .filter_map(|it| Some((it, places.get(&it.place)?)))
        .filter(|(_, place)| may(&standing, Verb::Judge, &scopes(place)))
        .collect();
    // Who confirmed an address weighs more: they come first.
    mine.sort_by_key(|(it, _)| !it.is_confirmed);
    let rows = mine.iter().map(|(it, place)| row(&words, it, place)).collect();
    let mut view = view(&visitor, words.t("queue-corrections"), Vec::new());
    view.lead = vec![words.t("queue-corrections-lead")];
    view.groups.push(Group { rows, empty: words.t("queue-empty"), ..Group::default() });
    if let Some(last) = all.last().filter(|_| i64::try_from(all.len()) == Ok(LOOKED_AT)) {
        let href = format!("/corrections?apres={}", last.id);
        let row = Row { title: words.t("queue-next"), href, ..Row::default() };
        view.groups.push(Group { rows: vec![row], ..Group::default() });
    }
    shown(&view)
}

fn row(words: &Words, correction: &Correction, place: &Place) -> Row {
    let made = words.locale().date(time::civil_day(correction.made_at));
    let key = if correction.is_confirmed { "judge-confirmed" } else { "judge-unconfirmed" };
    let subject = words.t(&format!("subject-{}", correction.subject.name()));
    let mut lines = vec![subject, words.put(key, "date", made)];
    if !correction.words.is_empty() {
        lines.push(words.put("queue-their-words", "words", &correction.words));
    }
    let difference = correction.subject.field().filter(|_| !correction.value.is_empty());
    Row {
        title: place.body.fields.name.clone(),
        href: format!("/corrections/{}", correction.id),
        lines,
        differences: difference
            .map(|field| Difference {
                field: field_label(words, field),
                before: readable(words, field, &place.body.fields.get(field)),
                after: readable(words, field, &correction.value),
            })
            .into_iter()
            .collect(),
        ..Row::default()
    }
}

async fn judged(
    visitor: &Visitor,
    standing: &Standing,
    id: &str,
) -> web::Result<(Correction, Place)> {
    visitor.person()?;
    let id: CorrectionId = id.parse().map_err(|_| web::Error::NotFound)?;
    let mut read = visitor.app().read().await?;
    let found = correction(&mut read, id).await?.ok_or(web::Error::NotFound)?;
    let place = any_place(&mut read, found.place).await?.ok_or(web::Error::NotFound)?;
    if !may(standing, Verb::Judge, &scopes(&place)) {
        return Err(web::Error::NotAllowed);
    }
    if found.state != CorrectionState::Waiting {
        return Err(web::Error::Stale);
    }
    Ok((found, place))
}

fn judge_view(visitor: &Visitor, found: &Correction, place: &Place) -> KeepingView {
    let words = visitor.words();
    let crumbs = vec![Link::new(words.t("queue-corrections"), "/corrections")];
    let mut view = view(visitor, place.body.fields.name.clone(), crumbs);
    let mut first = row(&words, found, place);
    first.title = words.t("judge-proposed");
    first.href = String::new();
    let links = [
        ("keep-see-page", format!("/lieux/{}", place.slug)),
        ("judge-edit", format!("/mes-lieux/{}", place.id)),
    ];
    first.links = links.into_iter().map(|(key, href)| Link::new(words.t(key), href)).collect();
    view.groups.push(Group { rows: vec![first], ..Group::default() });
    let mut fields = Vec::new();
    if let Some(field) = found.subject.field() {
        let section = Section::of(field).unwrap_or(Section::Identity);
        let mut proposed = place.body.fields.clone();
        if !found.value.is_empty() {
            // A value that the standard took once is taken again.
            proposed.set(field, &found.value).ok();
        }
        fields.extend(section::inputs(&words, field, &section.typed(&proposed)));
    }
    let reason = Field::new("raison", words.t("judge-reason"));
    let reason = reason.hint(words.t("judge-reason-hint")).kind(FieldKind::Long);
    fields.push(reason.optional());
    view.forms.push(FormView {
        title: words.t("judge-decide"),
        action: format!("/corrections/{}", found.id),
        fields,
        buttons: vec![
            Button::new("accepter", words.t("judge-accept")),
            Button::new("refuser", words.t("judge-refuse")),
        ],
        ..FormView::default()
    });
    view
}

pub(super) async fn page(
    visitor: Visitor,
    standing: Standing,
    Path(id): Path<String>,
) -> web::Result<Response> {
    let (found, place) = judged(&visitor, &standing, &id).await?;
    shown(&judge_view(&visitor, &found, &place))
}

pub(super) async fn decide(
    State(portal): State<Portal>,
    visitor: Visitor,
    standing: Standing,
    Path(id): Path<String>,
    form: Pairs,
) -> web::Result<Response> {
    let (found, place) = judged(&visitor, &standing, &id).await?;
    let (app, head) = (visitor.app(), head(&visitor));
    let reason = sent(&form, "raison").to_owned();
    let who = (&standing, &head);
    let decided = if sent(&form, "suite") == "refuser" {
        let refused = actions::decline(&app.db, app.now(), who, found.id, &reason).await;
        refused.map_err(|error| ("raison".to_owned(), error))
    } else {
        let typed: Typed = form.fields.clone();
        let value = match found.subject.field() {
            Some(field) => value_typed(field, &typed),
            None => Ok(String::new()),
        };
        match value {
            Ok(value) => {
                let decision = Decision { value, reason };
                let accepted = actions::accept(&app.db, app.now(), who, found.id, &decision).await;
                accepted.map_err(|error| (String::new(), error))
            }
            Err((name, refusal)) => Err((name, Error::Refused(refusal))),
        }
    };
    match decided {
        Ok(()) => {
            portal.directory.catch_up().await?;
            Ok(done("/corrections", "done-correction-decided"))
        }
        Err((name, Error::Refused(refusal))) => {
            let mut view = judge_view(&visitor, &found, &place);
            if let Some(page) = view.forms.first_mut() {
                super::dress::typed_again(page, &form);
                blame(page, &name, said(&visitor.words(), &refusal));
            }
            show_wrong(&view)
        }
        Err((_, error)) => Err(trouble(&visitor, error)),
    }
}

/// What is done when a proposer follows the link of the letter.
pub(crate) struct Confirming {
    app: App,
}

impl Confirming {
    /// For that house.
    pub(crate) fn new(app: &App) -> Self {
        Self { app: app.clone() }
    }

    async fn confirmed(&self, secret: &str, key: &str) -> web::Result<Response> {
        let id: CorrectionId = key.parse().map_err(|_| web::Error::NotFound)?;
        let mut act = self.app.db.act(self.app.now(), Actor::Visitor, "directory").await?;
        let found = people::actions::confirmed(&mut act, secret).await;
        let Ok(Some(_)) = found else { return Err(web::Error::Gone) };
        let waiting = correction(&mut act, id).await?.ok_or(web::Error::NotFound)?;
        let place = any_place(&mut act, waiting.place).await?.ok_or(web::Error::NotFound)?;
        actions::confirm_address(&mut act, id)
            .await
            .map_err(|error| web::Error::Broken(error.into()))?;
        act.commit().await?;
        Ok(done(&format!("/lieux/{}", place.slug), "done-correction-confirmed"))
    }
}

impl people::pages::Confirms for Confirming {
    fn prefix(&self) -> &'static str {
        "correction"
    }

    fn question(&self) -> &'static str {
        "correct-confirm-question"
    }

    fn confirm<'a>(
        &'a self,
        _visitor: &'a Visitor,
        secret: &'a str,
        key: &'a str,
    ) -> people::pages::Confirming<'a> {
        Box::pin(self.confirmed(secret, key))
    }
}
