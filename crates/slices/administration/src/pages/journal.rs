//! The journal: found by kind, subject, author and day, walked by a job, taken away as a file.

use super::{Administration, Nothing, PAGE_AND_ONE, author, gate, instant, next, query, row, show};
use crate::actions::{self, VerifyJournal};
use crate::views::{Act, Frame, ListView, Room, Row};
use axum::body::Body;
use axum::extract::{Query, State};
use axum::response::Response;
use base::{Timestamp, time};
use db::LineFilter;
use db::journal::Line;
use futures_util::stream;
use people::Standing;
use people::search::{self, Called};
use serde::Deserialize;
use std::collections::BTreeMap;
use web::{Field, FieldKind, Form, Link, Visitor, Words, done};
use work::Job as _;

/// Lines that the file takes at once.
const FILE_PAGE: i64 = 1_000;
/// Jobs looked through for a walk under way.
const JOBS_MAX: u32 = 200;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    sorte: String,
    #[serde(default)]
    sujet: String,
    #[serde(default)]
    auteur: String,
    #[serde(default)]
    du: String,
    #[serde(default)]
    au: String,
    #[serde(default)]
    avant: String,
}

impl Asked {
    fn filter(&self) -> LineFilter {
        let text = |it: &str| it.trim().chars().take(80).collect();
        let start = |it: &str| day_start(it).map(Timestamp::as_millisecond);
        LineFilter {
            kind: text(&self.sorte),
            subject: text(&self.sujet),
            actor: text(&self.auteur),
            from: start(&self.du),
            until: day_start(&self.au).map(|it| time::days_after(it, 1).as_millisecond()),
            before: self.avant.parse().ok(),
        }
    }
}

fn day_start(day: &str) -> Option<Timestamp> {
    let day: jiff::civil::Date = day.parse().ok()?;
    Some(day.to_zoned(time::paris()).ok()?.timestamp())
}

pub(super) async fn page(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    Query(asked): Query<Asked>,
) -> web::Result<Response> {
    let may_keep = gate::enter(&visitor, &standing)?;
    let words = visitor.words();
    let mut read = it.app.read().await?;
    let mut lines = read.lines_found(&asked.filter(), i64::from(PAGE_AND_ONE)).await?;
    let called =
        search::called(&mut read, lines.iter().map(|it| it.actor.clone()).collect()).await?;
    let walked =
        LineFilter { kind: "administration.journal_verified".into(), ..LineFilter::default() };
    let walked = read.lines_found(&walked, 1).await?;
    let jobs = work::jobs(&mut read, None, None, JOBS_MAX).await?;
    let head = read.head().await?;
    drop(read);
    let is_walking = jobs.iter().any(|it| it.kind == VerifyJournal::KIND);
    let lead = [
        words.n("administration-journal-lead", u64::try_from(head.position).unwrap_or(0)),
        if is_walking {
            words.t("administration-journal-walking")
        } else {
            verdict(&words, walked.first())
        },
    ];
    let path = Room::Journal.href();
    let frame = Frame::new(&visitor, Room::Journal, may_keep);
    let mut view = ListView::new(frame, lead.join(" "), words.t("administration-journal-none"));
    view.next = next(&mut lines, |it| after(path, &asked, it));
    path.clone_into(&mut view.filter_action);
    view.filters = filters(&words, &asked);
    if !is_walking {
        let verify = words.t("administration-journal-verify");
        view.acts.push(Act::new("/administration/journal/verifier", verify, ""));
    }
    view.files =
        vec![Link::new(words.t("administration-journal-file"), "/administration/journal.jsonl")];
    view.rows = lines.iter().map(|it| line_row(&words, it, &called)).collect();
    show(&view)
}

fn after(path: &str, asked: &Asked, line: &Line) -> String {
    let position = line.position.to_string();
    let pairs = [
        ("sorte", asked.sorte.as_str()),
        ("sujet", &asked.sujet),
        ("auteur", &asked.auteur),
        ("du", &asked.du),
        ("au", &asked.au),
        ("avant", &position),
    ];
    query(path, &pairs)
}

fn filters(words: &Words, asked: &Asked) -> Vec<Field> {
    let field =
        |name: &str, key: &str, value: &str| Field::new(name, words.t(key)).value(value).optional();
    vec![
        field("sorte", "administration-line-kind", &asked.sorte)
            .hint(words.t("administration-line-kind-hint")),
        field("sujet", "administration-line-subject", &asked.sujet),
        field("auteur", "administration-line-author", &asked.auteur)
            .hint(words.t("administration-line-author-hint")),
        field("du", "administration-from", &asked.du).kind(FieldKind::Day),
        field("au", "administration-to", &asked.au).kind(FieldKind::Day),
    ]
}

fn line_row(words: &Words, line: &Line, called: &BTreeMap<String, Called>) -> Row {
    let at = Timestamp::from_millisecond(line.at).unwrap_or_default();
    let mut shown = row(format!(
        "{} – {}",
        words.locale().integer(u64::try_from(line.position).unwrap_or(0)),
        line.kind
    ));
    shown.facts.push(format!(
        "{} – {}",
        instant(words, at),
        author(words, &line.actor, called.get(&line.actor))
    ));
    shown.facts.push(line.subject.clone());
    shown.facts.push(line.body.chars().take(400).collect());
    shown.code.clone_from(&line.hash);
    shown
}

/// What the last walk found, in words.
fn verdict(words: &Words, line: Option<&Line>) -> String {
    let Some(line) = line else { return words.t("administration-journal-never") };
    let at = Timestamp::from_millisecond(line.at).unwrap_or_default();
    let said: serde_json::Value = serde_json::from_str(&line.body).unwrap_or_default();
    let position = said["position"].to_string();
    let values = [("when", instant(words, at)), ("position", position)];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, it)| (*name, it.as_str())).collect();
    let key = if said["verdict"] == "whole" { "whole" } else { "broken" };
    words.with(&format!("administration-journal-{key}"), &values)
}

pub(super) async fn verify(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    form: Form<Nothing>,
) -> web::Result<Response> {
    drop(form);
    gate::enter(&visitor, &standing)?;
    actions::ask_verification(&it.app.db, it.app.now(), &standing)
        .await
        .map_err(|error| gate::trouble(error, &visitor))?;
    Ok(done(Room::Journal.href(), "done-verification-asked"))
}

/// Every sealed line, oldest first, one JSON object a line; sent while it is read.
pub(super) async fn file(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
) -> web::Result<Response> {
    gate::enter(&visitor, &standing)?;
    if let Some(response) = gate::prove_first(&standing, Room::Journal.href()) {
        return Ok(response);
    }
    let end = actions::record_export(&it.app.db, it.app.now(), &standing)
        .await
        .map_err(|error| gate::trouble(error, &visitor))?;
    let db = it.app.db.clone();
    let lines = stream::try_unfold(0, move |position| {
        let db = db.clone();
        async move {
            let mut read = db.read().await?;
            let mut lines = read.lines_after(position, FILE_PAGE).await?;
            lines.retain(|it| it.position <= end);
            let Some(last) = lines.last().map(|it| it.position) else { return Ok(None) };
            let mut text = String::new();
            for line in &lines {
                text.push_str(&serde_json::to_string(line).map_err(db::Error::Encode)?);
                text.push('\n');
            }
            Ok::<_, db::Error>(Some((text, last)))
        }
    });
    Ok(web::download("journal.jsonl", "application/x-ndjson", Body::from_stream(lines)))
}
