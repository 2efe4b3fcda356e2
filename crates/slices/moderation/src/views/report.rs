//! Reporting: the short form, and the notice of illegal content.

use super::say::{nature_key, reason_key};
use crate::model::{Exhibit, NoticeNature, Reason};
use crate::refusal::Refusal;
use askama::Template;
use base::Refusal as _;
use web::{Answer, Field, FieldKind, Section, Shell, Visitor, Words};

/// What was typed in the short form.
#[derive(Clone, Debug, Default)]
pub struct ReportForm {
    /// Why.
    pub reason: Option<Reason>,
    /// In their words.
    pub words: String,
    /// Where to answer.
    pub mail: String,
}

/// What was typed in the notice.
#[derive(Clone, Debug, Default)]
pub struct NoticeForm {
    /// A notice, or an order.
    pub nature: Option<NoticeNature>,
    /// Who gives it.
    pub name: String,
    /// Where to answer.
    pub mail: String,
    /// The text of law, or the reference of the order.
    pub law: String,
    /// Why it is illegal.
    pub words: String,
    /// Whether the sender says to be sincere.
    pub is_in_good_faith: bool,
}

/// The page at `/signaler/{kind}/{id}`, and the one of notices.
#[derive(Template)]
#[template(path = "report.html")]
pub struct ReportView {
    /// The layout.
    pub shell: Shell,
    /// What it is called.
    pub title: String,
    /// The beginning of what it says.
    pub excerpt: String,
    /// Where it is read.
    pub back: String,
    /// Where the form goes.
    pub action: String,
    /// The other form: the notice from the report, the report from the notice.
    pub other: String,
    /// Whether this is the notice.
    pub is_notice: bool,
    /// The fields.
    pub fields: Vec<Field>,
    /// What is wrong with the whole.
    pub problem: Option<String>,
}

/// Letters of what is reported that the form shows.
const EXCERPT_MAX: usize = 400;

impl ReportView {
    /// The short form.
    pub fn of(visitor: &Visitor, exhibit: &Exhibit, typed: &ReportForm) -> Self {
        Self::new(visitor.shell(Section::Elsewhere), exhibit, typed, visitor.signed_in.is_some())
    }

    /// The notice of illegal content.
    pub fn notice(visitor: &Visitor, exhibit: &Exhibit, typed: &NoticeForm) -> Self {
        Self::new_notice(visitor.shell(Section::Elsewhere), exhibit, typed)
    }

    /// The short form, in that layout.
    pub(super) fn new(
        shell: Shell,
        exhibit: &Exhibit,
        typed: &ReportForm,
        is_signed_in: bool,
    ) -> Self {
        let words = shell.words.clone();
        let answer =
            |it: Reason| Answer::new(it.name(), words.t(reason_key(it)), typed.reason == Some(it));
        let mut fields = vec![
            Field::new("raison", words.t("report-reason"))
                .kind(FieldKind::Radio(Reason::ALL.map(answer).into())),
            Field::new("precisions", words.t("report-words"))
                .hint(words.t("report-words-hint"))
                .kind(FieldKind::Long)
                .value(typed.words.clone())
                .optional(),
        ];
        if !is_signed_in {
            fields.push(
                Field::new("courriel", words.t("report-mail-field"))
                    .hint(words.t("report-mail-hint"))
                    .kind(FieldKind::Mail)
                    .autocomplete("email")
                    .value(typed.mail.clone())
                    .optional(),
            );
        }
        let own = exhibit.subject.report_path();
        Self::laid_out(shell, exhibit, (own.clone(), format!("{own}/notification")), fields)
    }

    /// The notice, in that layout.
    pub(super) fn new_notice(shell: Shell, exhibit: &Exhibit, typed: &NoticeForm) -> Self {
        let words = shell.words.clone();
        let own = exhibit.subject.report_path();
        let chosen = typed.nature.unwrap_or(NoticeNature::Notice);
        let natures = [NoticeNature::Notice, NoticeNature::Children, NoticeNature::Order];
        let answer =
            |it: NoticeNature| Answer::new(it.name(), words.t(nature_key(it)), chosen == it);
        let fields = vec![
            Field::new("nature", words.t("notice-nature"))
                .kind(FieldKind::Radio(natures.map(answer).into())),
            Field::new("explication", words.t("notice-words"))
                .hint(words.t("notice-words-hint"))
                .kind(FieldKind::Long)
                .value(typed.words.clone()),
            Field::new("loi", words.t("notice-law"))
                .hint(words.t("notice-law-hint"))
                .value(typed.law.clone())
                .optional(),
            Field::new("nom", words.t("notice-name"))
                .hint(words.t("notice-name-hint"))
                .autocomplete("name")
                .value(typed.name.clone())
                .optional(),
            Field::new("courriel", words.t("notice-mail"))
                .hint(words.t("notice-mail-hint"))
                .kind(FieldKind::Mail)
                .autocomplete("email")
                .value(typed.mail.clone())
                .optional(),
            Field::new("bonne_foi", words.t("notice-good-faith"))
                .kind(FieldKind::Check)
                .value(if typed.is_in_good_faith { "oui" } else { "" }),
        ];
        let view = Self::laid_out(shell, exhibit, (format!("{own}/notification"), own), fields);
        Self { is_notice: true, ..view }
    }

    fn laid_out(
        mut shell: Shell,
        exhibit: &Exhibit,
        (action, other): (String, String),
        fields: Vec<Field>,
    ) -> Self {
        shell.hidden_from_robots = true;
        let mut excerpt: String = exhibit.excerpt.chars().take(EXCERPT_MAX).collect();
        if excerpt.len() < exhibit.excerpt.len() {
            excerpt.push('…');
        }
        Self {
            shell,
            title: exhibit.title.clone(),
            excerpt,
            back: exhibit.path.clone(),
            action,
            other,
            is_notice: false,
            fields,
            problem: None,
        }
    }

    /// The same page, saying what is wrong where it is.
    #[must_use]
    pub fn saying(mut self, words: &Words, refusal: Refusal) -> Self {
        let text = words.t(refusal.key());
        let name = match refusal {
            Refusal::ReasonNeeded => "raison",
            Refusal::MailUnreadable | Refusal::MailNeeded => "courriel",
            Refusal::NameNeeded => "nom",
            Refusal::GoodFaithNeeded => "bonne_foi",
            Refusal::ExplanationNeeded => "explication",
            _ => "",
        };
        match self.fields.iter_mut().find(|it| it.name == name) {
            Some(field) => field.error = Some(text),
            None => self.problem = Some(text),
        }
        self
    }
}
