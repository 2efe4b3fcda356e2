//! The queue of claims: who coordinates a territory grants, refuses, prints letters.

use super::{Pairs, head, sent, shown, trouble, view};
use crate::Portal;
use crate::views::{Button, FormView, Group, Row, RowForm};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use base::{ClaimId, PlaceId};
use directory::actions;
use directory::looks::keeping::{claims_waiting, handed_back, places_of};
use directory::may::{Verb, may};
use directory::model::{Claim, ClaimWay, Place};
use directory::rules::whereabouts::scopes;
use people::Standing;
use people::model::Role;
use serde::Deserialize;
use std::collections::HashMap;
use web::{Field, FieldKind, Link, Visitor, Words, done};

/// Claims looked at for one page of the queue.
const LOOKED_AT: i64 = 200;

/// From where the queue is read, and which claim is open.
#[derive(Default, Deserialize)]
pub(super) struct From {
    #[serde(default)]
    apres: String,
    #[serde(default)]
    demande: String,
}

pub(super) async fn claims(
    State(portal): State<Portal>,
    visitor: Visitor,
    standing: Standing,
    Query(from): Query<From>,
) -> web::Result<Response> {
    visitor.person()?;
    let judges = [Role::HubManager, Role::Administrator];
    if !judges.iter().any(|it| standing.holds_somewhere(*it)) {
        return Err(web::Error::NotAllowed);
    }
    let words = visitor.words();
    let mut read = portal.app.read().await?;
    let all = claims_waiting(&mut read, &from.apres, LOOKED_AT).await?;
    let back = handed_back(&mut read, LOOKED_AT).await?;
    let ids: Vec<PlaceId> = all.iter().map(|it| it.place).chain(back.iter().copied()).collect();
    let places: HashMap<PlaceId, Place> =
        places_of(&mut read, &ids).await?.into_iter().map(|it| (it.id, it)).collect();
    let mut rows = Vec::new();
    let mut open = None;
    for claim in &all {
        let Some(place) = places.get(&claim.place) else { continue };
        if !may(&standing, Verb::JudgeClaim, &scopes(place)) {
            continue;
        }
        let person = people::person(&mut read, claim.person).await?;
        let name = person.map(|it| it.name).unwrap_or_default();
        if claim.id.to_string() == from.demande {
            open = Some(form(&words, claim, (place, &name)));
        }
        rows.push(row(&words, claim, (place, &name)));
    }
    drop(read);
    let mut view = view(&visitor, words.t("queue-claims"), Vec::new());
    view.lead = vec![words.t("queue-claims-lead")];
    view.forms.extend(open);
    view.groups.push(Group { rows, empty: words.t("queue-empty"), ..Group::default() });
    let back = back.iter().filter_map(|id| places.get(id));
    let back = back.filter(|it| may(&standing, Verb::JudgeClaim, &scopes(it))).map(|it| Row {
        title: it.body.fields.name.clone(),
        href: format!("/mes-lieux/{}/equipe", it.id),
        ..Row::default()
    });
    view.groups.push(Group {
        title: words.t("queue-handed-back"),
        rows: back.collect(),
        ..Group::default()
    });
    if let Some(last) = all.last().filter(|_| i64::try_from(all.len()) == Ok(LOOKED_AT)) {
        let href = format!("/revendications?apres={}", last.id);
        let row = Row { title: words.t("queue-next"), href, ..Row::default() };
        view.groups.push(Group { rows: vec![row], ..Group::default() });
    }
    shown(&view)
}

fn row(words: &Words, claim: &Claim, (place, name): (&Place, &str)) -> Row {
    let made = words.locale().date(base::time::civil_day(claim.made_at));
    let way = words.t(&format!("claim-way-{}", claim.way.name()));
    let mut lines = vec![words.with("queue-asked-by", &[("name", name), ("date", &made)]), way];
    if !claim.words.is_empty() {
        lines.push(words.put("queue-their-words", "words", &claim.words));
    }
    let print =
        RowForm::new(format!("/revendications/{}/lettre", claim.id), words.t("queue-print-letter"));
    Row {
        title: place.body.fields.name.clone(),
        href: format!("/lieux/{}", place.slug),
        lines,
        links: vec![Link::new(
            words.t("queue-answer"),
            format!("/revendications?demande={}", claim.id),
        )],
        buttons: (claim.way == ClaimWay::Letter).then_some(print).into_iter().collect(),
        ..Row::default()
    }
}

fn form(words: &Words, claim: &Claim, (place, name): (&Place, &str)) -> FormView {
    let values = [("name", name), ("place", place.body.fields.name.as_str())];
    FormView {
        title: words.with("queue-decide", &values),
        action: format!("/revendications/{}", claim.id),
        fields: vec![
            Field::new("raison", words.t("queue-reason"))
                .hint(words.t("queue-reason-hint"))
                .kind(FieldKind::Long)
                .optional(),
        ],
        buttons: vec![
            Button::new("accepter", words.t("queue-grant")),
            Button::new("refuser", words.t("queue-refuse")),
        ],
        ..FormView::default()
    }
}

pub(super) async fn decide_claim(
    visitor: Visitor,
    standing: Standing,
    Path(claim): Path<String>,
    form: Pairs,
) -> web::Result<Response> {
    visitor.person()?;
    let claim: ClaimId = claim.parse().map_err(|_| web::Error::NotFound)?;
    let (app, head, reason) = (visitor.app(), head(&visitor), sent(&form, "raison"));
    let who = (&standing, &head);
    let decided = match sent(&form, "suite") {
        "refuser" => actions::refuse(&app.db, app.now(), who, claim, reason).await,
        "accepter" => actions::grant(&app.db, app.now(), who, claim, reason).await,
        _ => return Err(web::Error::Refused(visitor.words().t("form-unreadable"))),
    };
    decided.map_err(|error| trouble(&visitor, error))?;
    Ok(done("/revendications", "done-claim-decided"))
}

/// The letter to print and post: it is shown once, with its code.
pub(super) async fn letter(
    visitor: Visitor,
    standing: Standing,
    Path(claim): Path<String>,
    form: Pairs,
) -> web::Result<Response> {
    drop(form);
    visitor.person()?;
    let claim: ClaimId = claim.parse().map_err(|_| web::Error::NotFound)?;
    let (words, app) = (visitor.words(), visitor.app());
    let when = (app.now(), &app.keys);
    let (place, code) = actions::written_letter(&app.db, when, &standing, claim)
        .await
        .map_err(|error| trouble(&visitor, error))?;
    let fields = &place.body.fields;
    let crumbs = vec![Link::new(words.t("queue-claims"), "/revendications")];
    let mut view = view(&visitor, words.t("post-title"), crumbs);
    let town = format!("{} {}", fields.postcode, fields.commune);
    let address = [fields.name.clone(), fields.street.clone(), town];
    view.lead = address.into();
    view.lead.push(words.put("post-why", "site", &app.site().name));
    view.lead.push(words.put("post-code", "code", format!("{} {}", &code[..4], &code[4..])));
    let url = format!("{}/revendications/{claim}/code", app.site().origin);
    view.lead.push(words.put("post-where", "address", url));
    view.lead.push(words.t("post-life"));
    shown(&view)
}
