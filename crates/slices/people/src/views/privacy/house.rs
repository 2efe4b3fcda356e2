//! For the administration: what people ask about their data, and what is forgotten when.

use crate::model::Person;
use crate::privacy::request::Request;
use crate::privacy::retention::Outlook;
use crate::views::account::own_shell;
use askama::Template;
use base::time;
use web::{Link, Shell, Visitor, Words};

/// The page at `/administration/demandes`.
#[derive(Template)]
#[template(path = "requests.html")]
pub struct RequestsView {
    /// The layout.
    pub shell: Shell,
    /// The way back to the administration.
    pub crumbs: Vec<Link>,
    /// What waits, the most pressing first.
    pub rows: Vec<RequestRow>,
}

/// A request that waits.
pub struct RequestRow {
    /// Where its form goes.
    pub action: String,
    /// What for.
    pub kind: String,
    /// Who asks.
    pub name: String,
    /// Where to write to them.
    pub mail: String,
    /// In their words.
    pub text: String,
    /// Until when.
    pub due: String,
    /// Whether that day is past.
    pub is_late: bool,
}

impl RequestsView {
    /// The page of those requests.
    pub fn new(visitor: &Visitor, rows: &[(Request, Person)]) -> Self {
        let (words, now) = (visitor.words(), visitor.app().now());
        let row = |(request, person): &(Request, Person)| RequestRow {
            action: format!("/administration/demandes/{}", request.id),
            kind: words.t(&format!("request-{}", request.kind.name())),
            name: person.name.clone(),
            mail: person.mail.clone().unwrap_or_default(),
            text: request.text.clone(),
            due: words.locale().date(time::civil_day(request.due_at)),
            is_late: request.due_at < now,
        };
        let rows = rows.iter().map(row).collect();
        Self { shell: own_shell(visitor), crumbs: crumbs(&words), rows }
    }
}

/// The page at `/administration/conservation`.
#[derive(Template)]
#[template(path = "retention.html")]
pub struct RetentionView {
    /// The layout.
    pub shell: Shell,
    /// The way back to the administration.
    pub crumbs: Vec<Link>,
    /// Each rule.
    pub rows: Vec<RetentionRow>,
}

/// A rule, what it would do now and what it did.
pub struct RetentionRow {
    /// What is forgotten, and after how long.
    pub rule: String,
    /// How many would go now.
    pub due: String,
    /// When it last had something to do; none when never.
    pub last: Option<String>,
    /// How many went then.
    pub forgotten: String,
    /// How many went since ever.
    pub forgotten_ever: String,
}

impl RetentionView {
    /// The page of that preview.
    pub fn new(visitor: &Visitor, preview: &[Outlook]) -> Self {
        let words = visitor.words();
        let number = |n: u64| words.locale().integer(n);
        let row = |it: &Outlook| RetentionRow {
            rule: words.t(&format!("retention-{}", it.rule.name())),
            due: number(it.due),
            last: it.last.map(|(at, ..)| words.locale().date(time::civil_day(at))),
            forgotten: it.last.map(|(_, n, _)| number(n)).unwrap_or_default(),
            forgotten_ever: it.last.map(|(.., n)| number(n)).unwrap_or_default(),
        };
        let rows = preview.iter().map(row).collect();
        Self { shell: own_shell(visitor), crumbs: crumbs(&words), rows }
    }
}

fn crumbs(words: &Words) -> Vec<Link> {
    vec![Link::new(words.t("administration-overview"), "/administration")]
}
