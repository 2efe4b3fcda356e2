//! What happened to one's account.

use crate::privacy::watch::Happened;
use crate::views::account::own_shell;
use askama::Template;
use base::time;
use web::{Shell, Visitor};

/// The page at `/compte/securite/journal`.
#[derive(Template)]
#[template(path = "watch.html")]
pub struct WatchView {
    /// The layout.
    pub shell: Shell,
    /// What happened, the last first.
    pub rows: Vec<WatchRow>,
}

/// Something that happened.
pub struct WatchRow {
    /// When, to the minute, in Paris.
    pub when: String,
    /// What.
    pub what: String,
    /// With what; empty when there is nothing more to say.
    pub way: String,
    /// Whether it is a try that was refused.
    pub is_refused: bool,
}

/// The codes of events that have words of their own; others are left unsaid.
const WAYS: [&str; 12] = [
    "code",
    "mail",
    "link",
    "password",
    "app",
    "passkey",
    "recovery",
    "digits",
    "name",
    "locale",
    "provider",
    "suspended",
];

impl WatchView {
    /// The page of what happened.
    pub fn new(visitor: &Visitor, lines: &[Happened]) -> Self {
        let words = visitor.words();
        let row = |it: &Happened| {
            let at = time::in_paris(it.at);
            let day = words.locale().date(at.date());
            let is_said = WAYS.contains(&it.way.as_str());
            WatchRow {
                when: format!("{day}, {:02}:{:02}", at.hour(), at.minute()),
                what: words.t(&it.key),
                way: if is_said {
                    words.t(&format!("watch-way-{}", it.way))
                } else {
                    String::new()
                },
                is_refused: it.is_refused,
            }
        };
        Self { shell: own_shell(visitor), rows: lines.iter().map(row).collect() }
    }
}
