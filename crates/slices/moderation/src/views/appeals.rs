//! Appeals that wait, and one of them.

use super::case::{DecisionLine, RulingForm, decision_line};
use super::say;
use crate::model::{Appeal, AppealState, Case, Decision};
use crate::refusal::Refusal;
use askama::Template;
use base::{Refusal as _, Timestamp};
use web::{Field, Section, Shell, Visitor, Words};

/// The page at `/moderation/recours`.
#[derive(Template)]
#[template(path = "appeals.html")]
pub struct AppealsView {
    /// The layout.
    pub shell: Shell,
    /// The appeals.
    pub rows: Vec<AppealRow>,
}

/// An appeal in a list.
#[derive(Clone, Debug, Default)]
pub struct AppealRow {
    /// What it is about.
    pub title: String,
    /// Where it is read.
    pub href: String,
    /// Author or reporter.
    pub party: String,
    /// Since when.
    pub age: String,
    /// Whether someone else has to answer it.
    pub is_own: bool,
}

/// The page at `/moderation/recours/{appeal}`.
#[derive(Template)]
#[template(path = "appeal.html")]
pub struct AppealView {
    /// The layout.
    pub shell: Shell,
    /// What it is about.
    pub title: String,
    /// What it says, a paragraph each.
    pub excerpt: Vec<String>,
    /// The page of the case.
    pub case_href: String,
    /// The decision that is contested.
    pub decision: DecisionLine,
    /// Author or reporter, and when.
    pub party: String,
    /// Why they appeal, a paragraph each.
    pub plea: Vec<String>,
    /// What is decided; empty when it is not theirs to answer.
    pub ruling: Vec<Field>,
    /// What is wrong with the whole.
    pub problem: Option<String>,
    /// Where the form goes.
    pub action: String,
}

impl AppealsView {
    /// The list, for someone of that name.
    pub(crate) fn of(
        visitor: &Visitor,
        appeals: &[(Appeal, Decision, Case)],
        reader: &str,
    ) -> Self {
        let now = visitor.app().now();
        Self::new(visitor.shell(Section::Elsewhere), appeals, (reader, now))
    }

    /// The list, in that layout.
    pub(super) fn new(
        mut shell: Shell,
        appeals: &[(Appeal, Decision, Case)],
        (reader, now): (&str, Timestamp),
    ) -> Self {
        shell.hidden_from_robots = true;
        let words = shell.words.clone();
        let row = |(appeal, decision, case): &(Appeal, Decision, Case)| AppealRow {
            title: case.title.clone(),
            href: format!("/moderation/recours/{}", appeal.id),
            party: words.t(party_key(appeal)),
            age: say::age(&words, appeal.at, now),
            is_own: decision.decider == reader,
        };
        Self { rows: appeals.iter().map(row).collect(), shell }
    }
}

impl AppealView {
    /// The page of that appeal.
    pub(crate) fn of(
        visitor: &Visitor,
        found: (&Appeal, &Decision, &Case),
        form: &RulingForm,
        judges: bool,
    ) -> Self {
        Self::new(visitor.shell(Section::Elsewhere), found, form, judges)
    }

    /// The page, in that layout.
    pub(super) fn new(
        mut shell: Shell,
        (appeal, decision, case): (&Appeal, &Decision, &Case),
        form: &RulingForm,
        judges: bool,
    ) -> Self {
        shell.hidden_from_robots = true;
        let words = shell.words.clone();
        let may_judge = judges && appeal.state == AppealState::Waiting;
        let paragraphs = |text: &str| text.lines().map(str::to_owned).collect();
        Self {
            title: case.title.clone(),
            excerpt: paragraphs(&case.excerpt),
            case_href: format!("/moderation/{}", case.id),
            decision: decision_line(&words, decision, (false, decision.at, true)),
            party: format!("{}, {}", words.t(party_key(appeal)), say::instant(&words, appeal.at)),
            plea: paragraphs(&appeal.words),
            ruling: if may_judge { form.fields(&words) } else { Vec::new() },
            problem: None,
            action: format!("/moderation/recours/{}", appeal.id),
            shell,
        }
    }

    /// Says what is wrong, where it is.
    pub(crate) fn say(&mut self, words: &Words, refusal: Refusal) {
        RulingForm::say(&mut self.ruling, words, refusal);
        if self.ruling.iter().all(|it| it.error.is_none()) {
            self.problem = Some(words.t(refusal.key()));
        }
    }
}

fn party_key(appeal: &Appeal) -> &'static str {
    if appeal.party == "author" { "appeal-by-author" } else { "appeal-by-reporter" }
}
