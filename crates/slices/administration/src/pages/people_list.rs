//! Accounts, found by their name or their address.

use super::{Administration, PAGE_AND_ONE, gate, next, query, row, seen_day, show};
use crate::views::{Frame, ListView, Room, Row};
use axum::extract::{Query, State};
use axum::response::Response;
use people::Standing;
use people::may::Verb;
use people::model::{Person, PersonState};
use people::search;
use serde::Deserialize;
use web::{Field, Visitor, Words};

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    avant: String,
}

pub(super) async fn page(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    Query(asked): Query<Asked>,
) -> web::Result<Response> {
    let may_keep = gate::enter(&visitor, &standing)?;
    gate::pass(&visitor, &standing, Verb::SeePeople)?;
    let words = visitor.words();
    let part: String = asked.q.chars().take(100).collect();
    let mut read = it.app.read().await?;
    let limit = i64::from(PAGE_AND_ONE);
    let mut found = search::accounts(&mut read, &part, &asked.avant, limit).await?;
    let path = Room::People.href();
    let frame = Frame::new(&visitor, Room::People, may_keep);
    let mut view = ListView::new(
        frame,
        words.t("administration-people-lead"),
        words.t("administration-people-none"),
    );
    view.next = next(&mut found, |it| query(path, &[("q", &part), ("avant", &it.id.to_string())]));
    path.clone_into(&mut view.filter_action);
    view.filters =
        vec![Field::new("q", words.t("administration-people-search")).value(part).optional()];
    view.rows = found.iter().map(|it| account_row(&words, it)).collect();
    show(&view)
}

fn account_row(words: &Words, person: &Person) -> Row {
    let mut shown = row(person.name.as_str());
    shown.href = Some(format!("{}/{}", Room::People.href(), person.id));
    if person.state != PersonState::Active {
        shown.state = words.t(&format!("administration-state-{}", person.state.name()));
        shown.is_bad = person.state == PersonState::Suspended;
    }
    shown.facts.extend(person.mail.clone());
    shown.facts.push(words.put("administration-seen-on", "day", seen_day(words, &person.seen_on)));
    shown
}
