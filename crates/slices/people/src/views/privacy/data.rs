//! One's own data: what is held, why, how long; and the words that go with the archive.

use crate::model::Person;
use crate::privacy::Holdings;
use crate::privacy::register::Processing;
use crate::privacy::request::{Kind, Request};
use crate::views::account::own_shell;
use askama::Template;
use base::time;
use std::fmt::Write as _;
use web::{Answer, Field, FieldKind, Shell, Site, Visitor, Words};

/// The page at `/compte/donnees`.
#[derive(Template)]
#[template(path = "data.html")]
pub struct DataView {
    /// The layout.
    pub shell: Shell,
    /// The name held.
    pub name: String,
    /// The address held.
    pub mail: String,
    /// What is held, list by list.
    pub held: Vec<HeldRow>,
    /// What was asked already.
    pub requests: Vec<OwnRequest>,
    /// The form of a request: what for, and in which words.
    pub fields: Vec<Field>,
}

/// One list of what is held.
pub struct HeldRow {
    /// What it is called.
    pub title: String,
    /// What for.
    pub purpose: String,
    /// How long.
    pub retention: String,
}

/// A request made before.
pub struct OwnRequest {
    /// What for, and when.
    pub title: String,
    /// Where it stands.
    pub state: String,
}

impl DataView {
    /// The page of that account.
    pub fn new(
        visitor: &Visitor,
        account: &Person,
        held: (&Holdings, &[Processing]),
        requests: &[Request],
    ) -> Self {
        let words = visitor.words();
        let answers = Kind::ALL
            .map(|it| Answer::new(it.name(), words.t(&format!("request-{}", it.name())), false));
        let kind =
            Field::new("objet", words.t("request-kind")).kind(FieldKind::Radio(answers.into()));
        let text = Field::new("texte", words.t("request-words"))
            .hint(words.t("request-words-hint"))
            .kind(FieldKind::Long);
        Self {
            shell: own_shell(visitor),
            name: account.name.clone(),
            mail: account.mail.clone().unwrap_or_default(),
            held: held_rows(&words, held),
            requests: requests.iter().map(|it| own_request(&words, it)).collect(),
            fields: vec![kind, text],
        }
    }

    /// Keeps what was typed.
    pub(crate) fn fill(&mut self, kind: Option<Kind>, text: &str) {
        if let FieldKind::Radio(answers) = &mut self.fields[0].kind {
            for answer in answers {
                answer.is_chosen = kind.is_some_and(|it| it.name() == answer.value);
            }
        }
        text.clone_into(&mut self.fields[1].value);
    }
}

fn held_rows(words: &Words, (holdings, register): (&Holdings, &[Processing])) -> Vec<HeldRow> {
    let tables = holdings.tables().map(|(_, table)| {
        let found = register.iter().find(|it| it.table == table.source);
        HeldRow {
            title: words.t(&format!("holding-{}", table.name)),
            purpose: found.map(|it| it.purpose.to(words).to_owned()).unwrap_or_default(),
            retention: found.map(|it| it.retention.to(words).to_owned()).unwrap_or_default(),
        }
    });
    tables.collect()
}

fn own_request(words: &Words, request: &Request) -> OwnRequest {
    let day = |at| words.locale().date(time::civil_day(at));
    let kind = words.t(&format!("request-{}", request.kind.name()));
    let state = match (request.answered_at, request.outcome.as_deref()) {
        (Some(at), Some("done")) => words.put("request-done", "date", day(at)),
        (Some(at), _) => words.put("request-refused", "date", day(at)),
        (None, _) => words.put("request-due", "date", day(request.due_at)),
    };
    OwnRequest { title: format!("{kind} ({})", day(request.made_at)), state }
}

/// The words that go with the archive: what is in each file, why it is held, how long.
pub fn readme(words: &Words, held: (&Holdings, &[Processing]), site: &Site) -> String {
    let mut text = format!("{}\r\n\r\n", words.put("data-readme", "site", &site.name));
    for ((_, table), row) in held.0.tables().zip(held_rows(words, held)) {
        let _ = write!(
            text,
            "{name}.csv, {name}.json : {}\r\n  {}\r\n  {} {}\r\n\r\n",
            row.title,
            row.purpose,
            words.t("data-kept"),
            row.retention,
            name = table.name,
        );
    }
    text
}
