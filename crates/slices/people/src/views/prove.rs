//! Proving again, and showing a second proof.

use super::PasskeyForm;
use super::account::own_shell;
use super::said;
use crate::actions::Ceremony;
use crate::model::{Factors, Person};
use crate::refusal::Refusal;
use askama::Template;
use web::{Field, FieldKind, Shell, Visitor, Words};

/// The page at `/compte/preuve`: every way that this person has.
#[derive(Template)]
#[template(path = "prove.html")]
pub struct ProveView {
    /// The layout.
    pub shell: Shell,
    /// The password, for who has one.
    pub password: Option<Field>,
    /// The digits of the application, for who has one.
    pub app: Option<Field>,
    /// A passkey, for who has one.
    pub passkey: Option<PasskeyForm>,
    /// Whether there is an address to write to, and something strong is not needed.
    pub has_letter: bool,
    /// What is wrong.
    pub problem: Option<String>,
    /// Where to lead afterwards.
    pub way: String,
}

impl ProveView {
    /// The page; `needs_strong` leaves out what is not.
    pub fn new(
        visitor: &Visitor,
        (account, factors): (&Person, &Factors),
        (way, needs_strong): (String, bool),
        ceremony: Option<Ceremony>,
    ) -> Self {
        let words = visitor.words();
        let password = (account.password.is_some() && !needs_strong).then(|| {
            Field::new("mot_de_passe", words.t("sign-in-password"))
                .kind(FieldKind::Password)
                .autocomplete("current-password")
        });
        let kind = ("/compte/preuve/cle", "get", "passkey-prove");
        Self {
            shell: own_shell(visitor),
            password,
            app: factors.has_app.then(|| app_field(&words)),
            passkey: PasskeyForm::new(&words, kind, ceremony),
            has_letter: account.mail.is_some() && !needs_strong,
            problem: None,
            way,
        }
    }

    /// Says what is wrong, where it is.
    pub fn say(&mut self, words: &Words, refusal: Refusal) {
        let text = said(words, refusal);
        let field = match refusal {
            Refusal::WrongPassword => self.password.as_mut(),
            Refusal::WrongAppDigits => self.app.as_mut(),
            _ => None,
        };
        match field {
            Some(field) => field.error = Some(text),
            None => self.problem = Some(text),
        }
    }

    /// The fields, for the list of what is wrong.
    pub fn fields(&self) -> Vec<Field> {
        self.password.iter().chain(&self.app).cloned().collect()
    }
}

/// The page at `/connexion/deuxieme-preuve`.
#[derive(Template)]
#[template(path = "second.html")]
pub struct SecondView {
    /// The layout.
    pub shell: Shell,
    /// The digits of the application, then a recovery code.
    pub fields: Vec<Field>,
    /// A passkey, for who has one.
    pub passkey: Option<PasskeyForm>,
    /// What is wrong with the whole.
    pub problem: Option<String>,
    /// Where to lead afterwards.
    pub way: String,
}

impl SecondView {
    /// The page.
    pub fn new(visitor: &Visitor, way: String, ceremony: Option<Ceremony>) -> Self {
        let words = visitor.words();
        let recovery = Field::new("secours", words.t("second-recovery"))
            .hint(words.t("second-recovery-hint"))
            .optional();
        let kind = ("/connexion/deuxieme-preuve/cle", "get", "passkey-prove");
        Self {
            shell: own_shell(visitor),
            fields: vec![app_field(&words), recovery],
            passkey: PasskeyForm::new(&words, kind, ceremony),
            problem: None,
            way,
        }
    }

    /// Says what is wrong, where it is.
    pub fn say(&mut self, words: &Words, refusal: Refusal) {
        let text = said(words, refusal);
        let at = match refusal {
            Refusal::WrongAppDigits => 0,
            Refusal::WrongRecovery => 1,
            _ => return self.problem = Some(text),
        };
        if let Some(field) = self.fields.get_mut(at) {
            field.error = Some(text);
        }
    }
}

/// The six digits that an application shows.
pub(super) fn app_field(words: &Words) -> Field {
    Field::new("chiffres", words.t("app-digits"))
        .hint(words.t("app-digits-hint"))
        .kind(FieldKind::Digits)
        .autocomplete("one-time-code")
}
