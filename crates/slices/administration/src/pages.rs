//! The pages of the administration. Each asks `people::may` before it reads or writes anything;
//! who holds a role that waits for a strong proof is told what to do.

mod accounts;
mod appearance;
mod closing;
mod demonstration;
mod files;
mod gate;
mod jobs;
mod journal;
mod letters;
mod overview;
mod people_list;
mod roles;
mod settings;
mod texts;

use crate::live::Settings;
use crate::views::Row;
use askama::Template;
use axum::extract::FromRef;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse as _, Response};
use base::{Timestamp, time};
use directory::Directory;
use serde::Deserialize;
use web::{App, Routes, Words};

/// Rows that a page of a list shows.
const PER_PAGE: usize = 50;
/// One more, which says whether there are others after.
const PAGE_AND_ONE: u32 = 51;

/// What these pages reach. Cheap to clone.
#[derive(Clone)]
pub struct Administration {
    /// The application.
    pub app: App,
    /// The settings in force.
    pub settings: Settings,
    /// The directory, which knows what places are called.
    pub directory: Directory,
}

impl FromRef<Administration> for App {
    fn from_ref(it: &Administration) -> Self {
        it.app.clone()
    }
}

/// Every page of the administration, at its address.
pub fn routes(administration: Administration) -> Routes<()> {
    let people = Routes::new()
        .get("/administration", overview::page)
        .get("/administration/comptes", people_list::page)
        .get("/administration/comptes/{person}", accounts::page)
        .post("/administration/comptes/{person}/etat", accounts::set_state)
        .post("/administration/comptes/{person}/roles", accounts::give_role)
        .post("/administration/comptes/{person}/roles/{held}/fin", accounts::end_role)
        .get("/administration/roles", roles::page)
        .get("/administration/roles.csv", roles::file)
        .post("/administration/invitations/{invitation}/retirer", roles::withdraw);
    let machine = Routes::new()
        .get("/administration/taches", jobs::page)
        .post("/administration/taches/{job}/reprendre", jobs::retry)
        .post("/administration/taches/{job}/abandonner", jobs::abandon)
        .get("/administration/lettres", letters::page)
        .get("/administration/lettres/{mail}", letters::one)
        .post("/administration/lettres/{mail}/reprendre", letters::retry)
        .post("/administration/lettres/{mail}/abandonner", letters::give_up)
        .post("/administration/lettres/{mail}/pardonner", letters::forgive)
        .get("/administration/journal", journal::page)
        .get("/administration/journal.jsonl", journal::file)
        .post("/administration/journal/verifier", journal::verify);
    let house = Routes::new()
        .get("/administration/reglages", settings::page)
        .post("/administration/reglages", settings::save)
        .post("/administration/reglages/{setting}/reprendre", settings::undo)
        .get("/administration/apparence", appearance::page)
        .post("/administration/apparence", appearance::save)
        .post("/administration/apparence/logo", appearance::send_logo)
        .post("/administration/apparence/logo/retirer", appearance::remove_logo)
        .get("/administration/textes", texts::list)
        .get("/administration/textes/{page}/{language}", texts::page)
        .post("/administration/textes/{page}/{language}", texts::save)
        .get("/administration/ouverture", closing::page)
        .post("/administration/ouverture", closing::save)
        .get("/lettres", demonstration::list)
        .get("/lettres/{mail}", demonstration::one)
        .get("/s/theme.css", files::theme)
        .get("/s/theme-essai.css", files::trial)
        .get("/s/logo-maison.jpg", files::logo);
    people.merge(machine).merge(house).with_state(administration)
}

/// A form that asks nothing: only its ticket counts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Nothing {}

fn show(view: &impl Template) -> web::Result<Response> {
    Ok(Html(view.render()?).into_response())
}

/// The same page with what is wrong on it: 422.
fn show_wrong(view: &impl Template) -> web::Result<Response> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(view.render()?)).into_response())
}

/// An instant in the words of the page, to the minute, in Paris.
fn instant(words: &Words, at: Timestamp) -> String {
    let at = time::in_paris(at);
    format!("{} {:02}:{:02}", words.locale().date(at.date()), at.hour(), at.minute())
}

/// The day of someone's last visit, kept as text, in the words of the page.
fn seen_day(words: &Words, seen_on: &str) -> String {
    let day = seen_on.parse().map(|day| words.locale().date(day));
    day.unwrap_or_else(|_| seen_on.to_owned())
}

/// Who did something, as the journal names them, in the words of the page.
fn author(words: &Words, name: &str, called: Option<&people::search::Called>) -> String {
    match (name, called) {
        (_, Some(called)) => called.name.clone(),
        ("operator" | "clockwork" | "visitor", None) => {
            words.t(&format!("administration-by-{name}"))
        }
        (name, None) => name.to_owned(),
    }
}

/// The address of the rows after the last, when the page is full.
fn next<T>(rows: &mut Vec<T>, address: impl FnOnce(&T) -> String) -> Option<String> {
    if rows.len() <= PER_PAGE {
        return None;
    }
    rows.truncate(PER_PAGE);
    rows.last().map(address)
}

/// A query string from pairs, those that are empty left out.
fn query(path: &str, pairs: &[(&str, &str)]) -> String {
    let mut text = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        text.append_pair(name, value);
    }
    let text = text.finish();
    if text.is_empty() { path.to_owned() } else { format!("{path}?{text}") }
}

/// A row that says one thing.
fn row(title: impl Into<String>) -> Row {
    Row { title: title.into(), ..Row::default() }
}
