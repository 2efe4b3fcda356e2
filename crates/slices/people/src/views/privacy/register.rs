//! The register of processing, for everyone to read.

use crate::privacy::register::Processing;
use askama::Template;
use web::{Section, Shell, Visitor, Words};

/// The page at `/donnees-personnelles/registre`.
#[derive(Template)]
#[template(path = "register.html")]
pub struct RegisterView {
    /// The layout.
    pub shell: Shell,
    /// Each processing of something about people.
    pub rows: Vec<RegisterRow>,
    /// The tables that hold nothing about anyone.
    pub others: String,
}

/// One processing.
pub struct RegisterRow {
    /// Its table, which is its anchor.
    pub table: String,
    /// What for.
    pub purpose: String,
    /// Whose data.
    pub whose: String,
    /// Which kinds of data.
    pub classes: String,
    /// On what ground.
    pub basis: String,
    /// How long.
    pub retention: String,
    /// Who reads it.
    pub recipients: String,
}

impl RegisterView {
    /// The page of that register.
    pub fn new(visitor: &Visitor, register: &[Processing]) -> Self {
        Self::laid_out(visitor.shell(Section::Elsewhere), register)
    }

    /// The page in that layout.
    pub fn laid_out(shell: Shell, register: &[Processing]) -> Self {
        let words = &shell.words;
        let (personal, others): (Vec<_>, Vec<_>) = register.iter().partition(|it| it.is_personal());
        let others: Vec<&str> = others.iter().map(|it| it.table.as_str()).collect();
        Self {
            rows: personal.into_iter().map(|it| row(words, it)).collect(),
            others: others.join(", "),
            shell,
        }
    }
}

fn row(words: &Words, it: &Processing) -> RegisterRow {
    let one = |kind: &str, name: &str| words.t(&format!("register-{kind}-{name}"));
    let many = |kind: &str, names: &[&str]| {
        names.iter().map(|name| one(kind, name)).collect::<Vec<_>>().join(", ")
    };
    let recipients: Vec<&str> = it.recipients.iter().map(String::as_str).collect();
    RegisterRow {
        table: it.table.clone(),
        purpose: it.purpose.to(words).to_owned(),
        whose: one("whose", &it.whose),
        classes: many("class", &it.classes()),
        basis: one("basis", &it.basis),
        retention: it.retention.to(words).to_owned(),
        recipients: many("reader", &recipients),
    }
}
