//! A case, and the form by which it is decided.

use super::queue::CaseRow;
use super::say;
use crate::looks::Dossier;
use crate::model::{CaseState, Decision, Report, Ruling};
use crate::refusal::Refusal;
use crate::rules::{figures, status};
use askama::Template;
use base::{Actor, Refusal as _, Timestamp};
use web::{Answer, Field, FieldKind, Section, Shell, Visitor, Words};

/// The page at `/moderation/{case}`.
#[derive(Template)]
#[template(path = "case.html")]
pub struct CaseView {
    /// The layout.
    pub shell: Shell,
    /// What it is about.
    pub title: String,
    /// What it says, a paragraph each.
    pub excerpt: Vec<String>,
    /// Where it is read.
    pub path: String,
    /// Sort, state, score, age: a line of facts.
    pub facts: Vec<String>,
    /// What is odd in the way the reports came.
    pub signals: Vec<String>,
    /// The reports.
    pub reports: Vec<ReportLine>,
    /// The decisions, the last first.
    pub decisions: Vec<DecisionLine>,
    /// How many appeals wait; in words, empty for none.
    pub appeals: String,
    /// Other cases about the same author.
    pub of_author: Vec<CaseRow>,
    /// What is decided; empty when it is not theirs or already is.
    pub ruling: Vec<Field>,
    /// What is wrong with the whole.
    pub problem: Option<String>,
    /// Where the form goes.
    pub action: String,
}

/// A report, as moderators see it.
#[derive(Clone, Debug, Default)]
pub struct ReportLine {
    /// Why.
    pub reason: String,
    /// In their words.
    pub words: String,
    /// Account or not, how sure, how much it weighs. Never who.
    pub from: String,
    /// When.
    pub at: String,
    /// What the notice says besides.
    pub notice: Option<String>,
}

/// A decision taken.
#[derive(Clone, Debug, Default)]
pub struct DecisionLine {
    /// What it says.
    pub ruling: String,
    /// Why.
    pub motive: String,
    /// When, and whether on appeal or undone.
    pub at: String,
    /// Where it is undone, while it can be.
    pub undo: Option<String>,
}

/// What was typed to decide.
#[derive(Clone, Debug, Default)]
pub struct RulingForm {
    /// What is decided.
    pub ruling: Option<Ruling>,
    /// Why.
    pub motive: String,
}

impl RulingForm {
    /// Its fields.
    pub(super) fn fields(&self, words: &Words) -> Vec<Field> {
        let answer =
            |it: Ruling| Answer::new(it.name(), say::ruling(words, it), self.ruling == Some(it));
        vec![
            Field::new("decision", words.t("ruling-field"))
                .kind(FieldKind::Radio(figures::rulings().into_iter().map(answer).collect())),
            Field::new("motif", words.t("ruling-motive"))
                .hint(words.t("ruling-motive-hint"))
                .kind(FieldKind::Long)
                .value(self.motive.clone())
                .optional(),
        ]
    }

    /// Says what is wrong beside its field.
    pub(super) fn say(fields: &mut [Field], words: &Words, refusal: Refusal) {
        let name = match refusal {
            Refusal::MotiveNeeded | Refusal::TooLong => "motif",
            Refusal::NothingChosen => "decision",
            _ => return,
        };
        if let Some(field) = fields.iter_mut().find(|it| it.name == name) {
            field.error = Some(words.t(refusal.key()));
        }
    }
}

impl CaseView {
    /// The page of that case.
    pub(crate) fn of(
        visitor: &Visitor,
        dossier: &Dossier,
        form: &RulingForm,
        (judges, now): (bool, Timestamp),
    ) -> Self {
        let shell = visitor.shell(Section::Elsewhere);
        Self::new(shell, dossier, form, (judges, now))
    }

    /// The page, in that layout.
    pub(super) fn new(
        mut shell: Shell,
        dossier: &Dossier,
        form: &RulingForm,
        (judges, now): (bool, Timestamp),
    ) -> Self {
        shell.hidden_from_robots = true;
        let words = shell.words.clone();
        let case = &dossier.case;
        let row = CaseRow::waiting(&words, case, now);
        let facts = [row.kind, row.state, row.reasons, row.reports, row.age];
        let may_decide = judges && case.status.state != CaseState::Decided;
        let appeals = dossier.appeals.len() as u64;
        let line = |it: &Decision| decision_line(&words, it, (judges, now, appeals > 0));
        Self {
            title: case.title.clone(),
            excerpt: case.excerpt.lines().map(str::to_owned).collect(),
            path: case.path.clone(),
            facts: facts.into_iter().filter(|it| !it.is_empty()).collect(),
            signals: dossier
                .signals
                .iter()
                .map(|it| words.t(&format!("signal-{}", it.name())))
                .collect(),
            reports: dossier.reports.iter().map(|it| report_line(&words, it)).collect(),
            decisions: dossier.decisions.iter().map(line).collect(),
            appeals: if appeals == 0 { String::new() } else { words.n("case-appeals", appeals) },
            of_author: dossier.of_author.iter().map(|it| author_row(&words, it, now)).collect(),
            ruling: if may_decide { form.fields(&words) } else { Vec::new() },
            problem: None,
            action: format!("/moderation/{}", case.id),
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

fn author_row(words: &Words, case: &crate::model::Case, now: Timestamp) -> CaseRow {
    CaseRow::waiting(words, case, now)
}

fn report_line(words: &Words, report: &Report) -> ReportLine {
    let weight = say::thousandths(words, report.weight);
    let from = match report.level {
        None => words.put("report-from-nobody", "weight", weight),
        Some(level) => words.n_with(
            "report-from-account",
            u64::from(report.account_days),
            &[("level", &(level as i64).to_string()), ("weight", &weight)],
        ),
    };
    let notice = report.notice.as_ref().map(|it| {
        let parts = [words.t(say::nature_key(it.nature)), it.name.clone(), it.law.clone()];
        let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
        parts.join(" – ")
    });
    ReportLine {
        reason: words.t(say::reason_key(report.reason)),
        words: report.words.clone(),
        from,
        at: say::instant(words, report.at),
        notice,
    }
}

/// Who decided is shown as a person or the house, never by name: a decision is the house's.
pub(super) fn decision_line(
    words: &Words,
    decision: &Decision,
    (judges, now, has_appeal): (bool, Timestamp, bool),
) -> DecisionLine {
    let mut at = say::instant(words, decision.at);
    let by_operator = decision.decider == Actor::Operator.name();
    for (is_so, key) in [
        (by_operator, "decision-by-operator"),
        (decision.is_on_appeal, "decision-on-appeal"),
        (decision.undone_at.is_some(), "decision-undone"),
    ] {
        if is_so {
            at = format!("{at} – {}", words.t(key));
        }
    }
    let can_undo = judges && status::can_be_undone(decision, now, has_appeal);
    DecisionLine {
        ruling: say::ruling(words, decision.ruling),
        motive: decision.motive.clone(),
        at,
        undo: can_undo.then(|| format!("/moderation/decision/{}/annuler", decision.id)),
    }
}
