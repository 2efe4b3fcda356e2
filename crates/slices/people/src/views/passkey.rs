//! Passkeys: the form that a script fills, and the list of one's own.

use super::account::own_shell;
use super::said;
use crate::actions::Ceremony;
use crate::model::Passkey;
use crate::refusal::Refusal;
use askama::Template;
use base::time;
use web::{Field, Shell, Visitor, Words};

/// A form that asks for a passkey. It is hidden until the script of passkeys shows it.
pub struct PasskeyForm {
    /// Where it goes.
    pub action: &'static str,
    /// `create`, `get`, or `find` when the browser may offer it in the address field.
    pub kind: &'static str,
    /// What the browser is asked.
    pub options: String,
    /// What the server remembers, closed.
    pub closed: String,
    /// The words of the button.
    pub button: String,
}

impl PasskeyForm {
    /// A form for that question, when passkeys can work here.
    pub fn new(
        words: &Words,
        (action, kind, button): (&'static str, &'static str, &str),
        ceremony: Option<Ceremony>,
    ) -> Option<Self> {
        let Ceremony { options, closed } = ceremony?;
        Some(Self { action, kind, options, closed, button: words.t(button) })
    }
}

/// The page at `/compte/cles`.
#[derive(Template)]
#[template(path = "passkeys.html")]
pub struct PasskeysView {
    /// The layout.
    pub shell: Shell,
    /// The passkeys.
    pub rows: Vec<PasskeyRow>,
    /// The form that adds one, when passkeys can work here.
    pub form: Option<PasskeyForm>,
    /// The name of the one to add.
    pub fields: Vec<Field>,
    /// What is wrong with the whole.
    pub problem: Option<String>,
}

/// A passkey.
pub struct PasskeyRow {
    /// Which, for the forms.
    pub id: String,
    /// How its owner calls it.
    pub name: String,
    /// "Ajoutée le…, utilisée le…".
    pub when: String,
}

impl PasskeysView {
    /// The page.
    pub fn new(visitor: &Visitor, known: &[Passkey], ceremony: Option<Ceremony>) -> Self {
        let words = visitor.words();
        let kind = ("/compte/cles", "create", "passkey-add");
        let name = Field::new("nom", words.t("passkey-name"))
            .hint(words.t("passkey-name-hint"))
            .value(words.t("passkey-name-first"));
        Self {
            form: PasskeyForm::new(&words, kind, ceremony),
            rows: known.iter().map(|it| row(&words, it)).collect(),
            fields: vec![name],
            problem: None,
            shell: own_shell(visitor),
        }
    }

    /// Says what is wrong.
    pub fn say(&mut self, words: &Words, refusal: Refusal) {
        let text = said(words, refusal);
        match (refusal, self.fields.first_mut()) {
            (Refusal::NameNeeded, Some(field)) => field.error = Some(text),
            _ => self.problem = Some(text),
        }
    }
}

fn row(words: &Words, key: &Passkey) -> PasskeyRow {
    let day = |at| words.locale().date(time::civil_day(at));
    let when = match key.used_at {
        Some(used) => words.put("passkey-used", "date", day(used)),
        None => words.put("passkey-made", "date", day(key.made_at)),
    };
    PasskeyRow { id: key.id.to_string(), name: key.name.clone(), when }
}
