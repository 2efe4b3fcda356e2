//! The queue of moderators.

use super::case::RulingForm;
use super::say;
use crate::model::{Case, CaseState, Decision, Origin, Reason};
use crate::pages::Sieve;
use crate::refusal::Refusal;
use askama::Template;
use base::{Refusal as _, Timestamp};
use web::{Answer, Field, FieldKind, Section, Shell, Visitor, Words};

/// The page at `/moderation`.
#[derive(Template)]
#[template(path = "queue.html")]
pub struct QueueView {
    /// The layout.
    pub shell: Shell,
    /// The cases that wait.
    pub rows: Vec<CaseRow>,
    /// How many wait in all, in words.
    pub waiting: String,
    /// What the queue is narrowed to.
    pub filters: Vec<Field>,
    /// What is decided of those that are ticked.
    pub ruling: Vec<Field>,
    /// Whether the visitor may decide.
    pub judges: bool,
    /// What was decided lately.
    pub decided: Vec<CaseRow>,
    /// What is wrong with the whole.
    pub problem: Option<String>,
}

/// A case that was decided, and the decision in force.
type Decided = (Case, Option<Decision>);

/// A case in a list.
#[derive(Clone, Debug, Default)]
pub struct CaseRow {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// Where it is looked at.
    pub href: String,
    /// The sort of thing.
    pub kind: String,
    /// Where it stands, or what was decided.
    pub state: String,
    /// Whether it is urgent: a notice, or hidden for a while.
    pub is_urgent: bool,
    /// Why it was reported.
    pub reasons: String,
    /// How many reports, of which score.
    pub reports: String,
    /// Since when.
    pub age: String,
    /// Whether it is ticked.
    pub is_ticked: bool,
}

impl CaseRow {
    /// The line of a case that waits.
    pub(super) fn waiting(words: &Words, case: &Case, now: Timestamp) -> Self {
        let score = say::thousandths(words, case.score);
        let key = if case.is_notice {
            "case-notice"
        } else {
            say::state_key(case.status.state, case.origin)
        };
        let reports = if case.reports == 0 {
            String::new()
        } else {
            words.n_with("case-reports", u64::from(case.reports), &[("score", &score)])
        };
        Self {
            id: case.id.to_string(),
            title: case.title.clone(),
            href: format!("/moderation/{}", case.id),
            kind: say::kind(words, &case.subject.kind),
            state: words.t(key),
            is_urgent: case.is_notice
                || case.status.state == CaseState::Provisional
                || case.origin == Origin::Signal,
            reasons: say::reasons(words, &case.reasons),
            reports,
            age: say::age(words, case.opened_at, now),
            is_ticked: false,
        }
    }

    /// The line of a case that was decided.
    pub(super) fn decided(words: &Words, case: &Case, decision: Option<&Decision>) -> Self {
        Self {
            id: case.id.to_string(),
            title: case.title.clone(),
            href: format!("/moderation/{}", case.id),
            kind: say::kind(words, &case.subject.kind),
            state: decision
                .map_or_else(|| words.t("case-withdrawn"), |it| say::ruling(words, it.ruling)),
            age: case.decided_at.map_or_else(String::new, |it| say::instant(words, it)),
            ..Self::default()
        }
    }
}

impl QueueView {
    /// The queue of that visitor.
    pub(crate) fn of(
        visitor: &Visitor,
        (shown, waiting, decided): (&[Case], usize, &[Decided]),
        (sieve, kinds): (&Sieve, &[&str]),
        (form, judges): (&RulingForm, bool),
    ) -> Self {
        let shell = visitor.shell(Section::Elsewhere);
        let now = visitor.app().now();
        let words = shell.words.clone();
        let rows = shown.iter().map(|it| CaseRow::waiting(&words, it, now)).collect();
        let line = |(case, decision): &Decided| CaseRow::decided(&words, case, decision.as_ref());
        let decided = decided.iter().take(20).map(line).collect();
        Self::new(shell, (rows, waiting, decided), (sieve, kinds), (form, judges))
    }

    /// The queue, in that layout.
    pub(super) fn new(
        mut shell: Shell,
        (rows, waiting, decided): (Vec<CaseRow>, usize, Vec<CaseRow>),
        (sieve, kinds): (&Sieve, &[&str]),
        (form, judges): (&RulingForm, bool),
    ) -> Self {
        shell.hidden_from_robots = true;
        let words = shell.words.clone();
        Self {
            waiting: words.n("queue-waiting", waiting as u64),
            filters: filters(&words, sieve, kinds),
            ruling: form.fields(&words),
            shell,
            rows,
            judges,
            decided,
            problem: None,
        }
    }

    /// Says what is wrong, and ticks again what was ticked.
    pub(crate) fn say(&mut self, words: &Words, refusal: Refusal, ticked: &[String]) {
        RulingForm::say(&mut self.ruling, words, refusal);
        if self.ruling.iter().all(|it| it.error.is_none()) {
            self.problem = Some(words.t(refusal.key()));
        }
        for row in &mut self.rows {
            row.is_ticked = ticked.contains(&row.id);
        }
    }
}

fn filters(words: &Words, sieve: &Sieve, kinds: &[&str]) -> Vec<Field> {
    let any = |chosen: &str| Answer::new("", words.t("filter-any"), chosen.is_empty());
    let mut reasons = vec![any(&sieve.raison)];
    reasons.extend(
        Reason::ALL.map(|it| {
            Answer::new(it.name(), words.t(say::reason_key(it)), sieve.raison == it.name())
        }),
    );
    let mut sorts = vec![any(&sieve.genre)];
    sorts.extend(kinds.iter().map(|it| Answer::new(*it, say::kind(words, it), sieve.genre == *it)));
    let states = [
        ("notification", "case-notice"),
        ("masque", "case-hidden"),
        ("a-lire", "case-check"),
        ("signal", "case-signal"),
    ];
    let mut all = vec![any(&sieve.etat)];
    all.extend(states.map(|(name, key)| Answer::new(name, words.t(key), sieve.etat == name)));
    let orders = [("score", "order-score"), ("age", "order-age")];
    let by_age = sieve.tri == "age";
    let orders =
        orders.map(|(name, key)| Answer::new(name, words.t(key), (name == "age") == by_age));
    vec![
        Field::new("raison", words.t("filter-reason")).kind(FieldKind::Select(reasons)),
        Field::new("genre", words.t("queue-filter-kind")).kind(FieldKind::Select(sorts)),
        Field::new("etat", words.t("filter-state")).kind(FieldKind::Select(all)),
        Field::new("tri", words.t("filter-order")).kind(FieldKind::Select(orders.into())),
    ]
}
