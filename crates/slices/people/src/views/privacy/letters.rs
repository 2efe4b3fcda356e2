//! The letters one wants to receive, and what one agreed to.

use crate::digest::choice::Consent;
use crate::rules::pace::{LetterKind, Pace};
use crate::views::account::own_shell;
use askama::Template;
use base::time;
use web::{Answer, Field, FieldKind, Shell, Visitor, Words};

/// The page at `/compte/lettres`.
#[derive(Template)]
#[template(path = "letters.html")]
pub struct LettersView {
    /// The layout.
    pub shell: Shell,
    /// Where letters go.
    pub mail: String,
    /// The pace of each kind of letter, then the statement of age when it is needed.
    pub fields: Vec<Field>,
    /// What was agreed to, the last first.
    pub consents: Vec<ConsentLine>,
}

/// One consent.
pub struct ConsentLine {
    /// What for, in words.
    pub purpose: String,
    /// When it was given, which text was read, when it was withdrawn.
    pub story: String,
    /// Where it is withdrawn; none when it was.
    pub action: Option<String>,
}

impl LettersView {
    /// The page of those choices.
    pub fn new(
        visitor: &Visitor,
        mail: &str,
        chosen: &[(LetterKind, Pace)],
        consents: &[Consent],
    ) -> Self {
        let words = visitor.words();
        let mut fields: Vec<Field> = chosen.iter().map(|it| field(&words, *it)).collect();
        if chosen.iter().all(|it| it.1 == Pace::Never) {
            let age = Field::new("age", words.t("letters-age")).hint(words.t("letters-age-hint"));
            fields.push(age.kind(FieldKind::Check).optional());
        }
        Self {
            shell: own_shell(visitor),
            mail: mail.to_owned(),
            fields,
            consents: consents.iter().map(|it| line(&words, it)).collect(),
        }
    }

    /// Keeps what was chosen.
    pub(crate) fn fill(&mut self, wanted: &[(LetterKind, Pace)]) {
        for (kind, pace) in wanted {
            let field = self.fields.iter_mut().find(|it| it.name == kind.name());
            if let Some(FieldKind::Radio(answers)) = field.map(|it| &mut it.kind) {
                for answer in answers {
                    answer.is_chosen = answer.value == pace.name();
                }
            }
        }
    }

    /// Says beside the statement of age that it is needed.
    pub(crate) fn blame_age(&mut self, words: String) {
        if let Some(field) = self.fields.iter_mut().find(|it| it.name == "age") {
            field.error = Some(words);
        }
    }
}

fn field(words: &Words, (kind, pace): (LetterKind, Pace)) -> Field {
    let answer =
        |it: Pace| Answer::new(it.name(), words.t(&format!("pace-{}", it.name())), it == pace);
    Field::new(kind.name(), words.t(&format!("letters-{}", kind.name())))
        .hint(words.t(&format!("letters-{}-hint", kind.name())))
        .kind(FieldKind::Radio(Pace::ALL.map(answer).into()))
}

fn line(words: &Words, consent: &Consent) -> ConsentLine {
    let day = |at| words.locale().date(time::civil_day(at));
    let given = day(consent.given_at);
    let values = [("given", given.as_str()), ("version", consent.version.as_str())];
    let story = match consent.withdrawn_at {
        None => words.with("consent-given", &values),
        Some(at) => {
            let withdrawn = day(at);
            words.with("consent-withdrawn", &[values[0], values[1], ("withdrawn", &withdrawn)])
        }
    };
    let action = format!("/compte/consentements/{}/retirer", consent.id);
    ConsentLine {
        purpose: words.t(&format!("consent-{}", consent.purpose)),
        story,
        action: consent.withdrawn_at.is_none().then_some(action),
    }
}

/// The page at `/lettres/arreter/{token}`: letters of a kind stop, or have stopped.
#[derive(Template)]
#[template(path = "stop_letters.html")]
pub struct StopLettersView {
    /// The layout.
    pub shell: Shell,
    /// Where the form goes.
    pub action: String,
    /// Which letters, in words.
    pub kind: String,
    /// Whether it is done.
    pub is_done: bool,
}

impl StopLettersView {
    /// The page of that link.
    pub fn new(visitor: &Visitor, (token, kind): (&str, LetterKind), is_done: bool) -> Self {
        Self {
            shell: own_shell(visitor),
            action: format!("/lettres/arreter/{token}"),
            kind: visitor.words().t(&format!("letters-{}", kind.name())),
            is_done,
        }
    }
}
