//! One's places, and the desk of one: how complete its page is, what waits, where to write.

use super::{Pairs, field_label, kept, shown, trouble, view};
use crate::Portal;
use crate::views::{Group, Row, RowForm};
use axum::extract::{Path, State};
use axum::response::Response;
use base::{PlaceId, time};
use directory::actions;
use directory::looks::keeping::{claims_of, corrections_of, drafts, places_of};
use directory::may::{Verb, may};
use directory::model::{ClaimState, Place};
use directory::rules::completeness::completeness;
use directory::rules::conflict::conflicts;
use directory::rules::section::Section;
use directory::rules::whereabouts::scopes;
use people::Standing;
use people::model::{Role, Scope};
use web::{Link, Visitor, Words, done};

/// Days without a word of the place after which it is asked whether all is still right.
const FRESH_DAYS: i32 = 180;
/// What is shown of a queue on a desk.
const WAITING_SHOWN: i64 = 50;

pub(super) async fn list(visitor: Visitor, standing: Standing) -> web::Result<Response> {
    let person = visitor.person()?;
    let words = visitor.words();
    let mut ids: Vec<PlaceId> = standing
        .roles
        .iter()
        .filter(|(role, _)| matches!(role, Role::PlaceManager | Role::Mediator))
        .filter_map(|(_, scope)| if let Scope::Place(id) = scope { Some(*id) } else { None })
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let mut read = visitor.app().read().await?;
    let mut places = places_of(&mut read, &ids).await?;
    places.sort_by(|a, b| a.body.fields.name.cmp(&b.body.fields.name));
    let claims = claims_of(&mut read, person, WAITING_SHOWN).await?;
    let waiting: Vec<_> = claims.iter().filter(|it| it.state == ClaimState::Waiting).collect();
    let claimed: Vec<PlaceId> = waiting.iter().map(|it| it.place).collect();
    let claimed = places_of(&mut read, &claimed).await?;
    drop(read);
    let today = time::civil_day(visitor.app().now());
    let rows = places.iter().map(|place| Row {
        title: place.body.fields.name.clone(),
        href: format!("/mes-lieux/{}", place.id),
        lines: tasks(&words, place, today).into_iter().map(|it| it.title).collect(),
        ..Row::default()
    });
    let claims = waiting.iter().filter_map(|claim| {
        let place = claimed.iter().find(|it| it.id == claim.place)?;
        Some(Row {
            title: place.body.fields.name.clone(),
            href: format!("/revendications/{}/code", claim.id),
            lines: vec![words.t(&format!("claim-way-{}", claim.way.name()))],
            ..Row::default()
        })
    });
    let mut view = view(&visitor, words.t("keep-own-places"), Vec::new());
    view.groups.push(Group {
        empty: words.t("keep-no-place"),
        rows: rows.collect(),
        ..Group::default()
    });
    view.groups.push(Group {
        title: words.t("keep-claims-waiting"),
        rows: claims.collect(),
        ..Group::default()
    });
    let is_hub =
        standing.holds_somewhere(Role::HubManager) || standing.holds_somewhere(Role::Administrator);
    if is_hub {
        let rows = [("queue-claims", "/revendications"), ("queue-corrections", "/corrections")];
        let row = |(key, href): (&str, &str)| Row {
            title: words.t(key),
            href: href.into(),
            ..Row::default()
        };
        view.groups.push(Group {
            title: words.t("keep-territory"),
            rows: rows.into_iter().map(row).collect(),
            ..Group::default()
        });
    }
    shown(&view)
}

/// What waits on a page, and where it is done.
fn tasks(words: &Words, place: &Place, today: jiff::civil::Date) -> Vec<Row> {
    let at = |path: &str| format!("/mes-lieux/{}/{path}", place.id);
    let task = |title: String, href: String| Row { title, href, ..Row::default() };
    let mut tasks = Vec::new();
    let disagreements = conflicts(&place.body).len() as u64;
    if disagreements > 0 {
        tasks.push(task(words.n("task-conflicts", disagreements), at("desaccords")));
    }
    let fresh = place.body.confirmed_on.and_then(|it| it.until(today).ok());
    if fresh.is_none_or(|it| it.get_days() > FRESH_DAYS) {
        tasks.push(task(words.t("task-confirm"), format!("/mes-lieux/{}#confirmer", place.id)));
    }
    let missing = completeness(&place.body.fields).missing;
    for (field, section) in missing.iter().take(3) {
        let title = words.put("task-fill", "field", field_label(words, *field));
        tasks.push(task(title, at(&format!("modifier/{}", section.slug()))));
    }
    tasks
}

pub(super) async fn page(
    visitor: Visitor,
    standing: Standing,
    Path(place): Path<String>,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::SeeDesk)).await?;
    let (words, person) = (visitor.words(), visitor.person()?);
    let mut read = visitor.app().read().await?;
    let waiting = corrections_of(&mut read, place.id, WAITING_SHOWN).await?;
    let drafts = drafts(&mut read, place.id, person).await?;
    drop(read);
    let at = |path: &str| format!("/mes-lieux/{}/{path}", place.id);
    let mut todo = tasks(&words, &place, time::civil_day(visitor.app().now()));
    if !waiting.is_empty() {
        let title = words.n("task-corrections", waiting.len() as u64);
        todo.insert(0, Row { title, href: "/corrections".into(), ..Row::default() });
    }
    let may_edit = may(&standing, Verb::Edit, &scopes(&place));
    let crumbs = vec![Link::new(words.t("keep-own-places"), "/mes-lieux")];
    let mut view = view(&visitor, place.body.fields.name.clone(), crumbs);
    view.lead = vec![match place.body.confirmed_on {
        Some(day) => words.put("keep-confirmed-on", "date", words.locale().date(day)),
        None => words.t("keep-never-confirmed"),
    }];
    view.percent = Some(completeness(&place.body.fields).percent);
    view.groups.push(Group {
        title: words.t("keep-todo"),
        empty: words.t("keep-nothing-todo"),
        rows: todo,
    });
    if may(&standing, Verb::Confirm, &scopes(&place)) {
        let title = words.t("keep-confirm-title");
        let button = RowForm::new(at("confirmer"), words.t("keep-confirm"));
        let row = Row { title, buttons: vec![button], ..Row::default() };
        view.groups.push(Group { rows: vec![row], ..Group::default() });
    }
    if may_edit {
        let sections = Section::ALL.map(|it| Row {
            title: words.t(&format!("section-{}", it.slug())),
            href: at(&format!("modifier/{}", it.slug())),
            lines: drafts.contains(&it).then(|| words.t("keep-has-draft")).into_iter().collect(),
            ..Row::default()
        });
        view.groups.push(Group {
            title: words.t("keep-sections"),
            rows: sections.into(),
            ..Group::default()
        });
    }
    view.groups.push(Group {
        title: words.t("keep-more"),
        rows: more(&words, &place, may_edit),
        ..Group::default()
    });
    shown(&view)
}

fn more(words: &Words, place: &Place, may_edit: bool) -> Vec<Row> {
    let row = |key: &str, href: String| Row { title: words.t(key), href, ..Row::default() };
    let at = |path: &str| format!("/mes-lieux/{}/{path}", place.id);
    let mut rows = Vec::new();
    if may_edit {
        rows.push(row("notices-title", at("informations")));
        rows.push(row("photos-title", at("photos")));
        rows.push(row("languages-title", at("langues")));
    }
    rows.push(row("replies-title", at("avis")));
    rows.push(row("history-title", at("historique")));
    rows.push(row("team-title", at("equipe")));
    rows.push(row("keep-see-page", format!("/lieux/{}", place.slug)));
    rows
}

pub(super) async fn confirm(
    State(portal): State<Portal>,
    visitor: Visitor,
    standing: Standing,
    Path(place): Path<String>,
    form: Pairs,
) -> web::Result<Response> {
    drop(form);
    let place = kept(&visitor, &standing, (&place, Verb::Confirm)).await?;
    let app = visitor.app();
    actions::confirm(&app.db, app.now(), &standing, place.id)
        .await
        .map_err(|error| trouble(&visitor, error))?;
    portal.directory.catch_up().await?;
    Ok(done(&format!("/mes-lieux/{}", place.id), "done-page-confirmed"))
}
