//! Signing in and making an account.

use super::said;
use crate::refusal::Refusal;
use askama::Template;
use web::{Field, FieldKind, Section, Shell, Visitor, Words};

/// The page at `/connexion`.
#[derive(Template)]
#[template(path = "sign_in.html")]
pub struct SignInView {
    /// The layout.
    pub shell: Shell,
    /// The address, then the password.
    pub fields: Vec<Field>,
    /// What is wrong with the whole.
    pub problem: Option<String>,
    /// Where to lead afterwards.
    pub way: String,
}

impl SignInView {
    /// The page, with the address already typed.
    pub fn new(visitor: &Visitor, way: String, mail: String) -> Self {
        let words = visitor.words();
        let fields = vec![
            Field::new("courriel", words.t("sign-in-mail"))
                .hint(words.t("sign-in-mail-hint"))
                .kind(FieldKind::Mail)
                .autocomplete("username")
                .value(mail),
            Field::new("mot_de_passe", words.t("sign-in-password"))
                .kind(FieldKind::Password)
                .autocomplete("current-password")
                .optional(),
        ];
        let mut shell = visitor.shell(Section::Elsewhere);
        shell.hidden_from_robots = true;
        Self { shell, fields, problem: None, way }
    }

    /// Says what is wrong, where it is.
    pub fn say(&mut self, words: &Words, refusal: Refusal) {
        let text = said(words, refusal);
        match (refusal, self.fields.first_mut()) {
            (Refusal::MailUnreadable, Some(field)) => field.error = Some(text),
            _ => self.problem = Some(text),
        }
    }
}

/// The page at `/connexion/code/{code}`: a letter left, its digits are typed here.
#[derive(Template)]
#[template(path = "code.html")]
pub struct CodeView {
    /// The layout.
    pub shell: Shell,
    /// Where the form goes.
    pub action: String,
    /// The digits; with them, for a newcomer, the name.
    pub fields: Vec<Field>,
    /// What is wrong with the whole.
    pub problem: Option<String>,
    /// The digits that were right, when only the name is missing.
    pub right_digits: Option<String>,
    /// Whether letters of this house are shown on screen rather than sent.
    pub letters_on_screen: bool,
}

impl CodeView {
    /// The page, nothing typed yet.
    pub fn new(visitor: &Visitor, code: &str) -> Self {
        let words = visitor.words();
        let digits = Field::new("chiffres", words.t("code-digits"))
            .hint(words.t("code-digits-hint"))
            .kind(FieldKind::Digits)
            .autocomplete("one-time-code");
        let mut shell = visitor.shell(Section::Elsewhere);
        shell.hidden_from_robots = true;
        Self {
            letters_on_screen: shell.site.letters_on_screen,
            shell,
            action: format!("/connexion/code/{code}"),
            fields: vec![digits],
            problem: None,
            right_digits: None,
        }
    }

    /// The digits are right and there is no account yet: asks by which name to call them.
    pub fn ask_name(&mut self, words: &Words, digits: &str, name: &str) {
        self.right_digits = Some(digits.to_owned());
        self.fields = vec![name_field(words, name)];
    }

    /// Says what is wrong, where it is.
    pub fn say(&mut self, words: &Words, refusal: Refusal) {
        let text = said(words, refusal);
        match (refusal, self.fields.first_mut()) {
            (Refusal::WrongProof, Some(field)) => field.error = Some(words.t("code-wrong")),
            (Refusal::NameNeeded, Some(field)) => field.error = Some(text),
            _ => self.problem = Some(text),
        }
    }
}

/// The page at `/connexion/lien/{secret}`: one button.
#[derive(Template)]
#[template(path = "link.html")]
pub struct LinkView {
    /// The layout.
    pub shell: Shell,
    /// Where the form goes.
    pub action: String,
    /// For a newcomer, the name.
    pub fields: Vec<Field>,
    /// What is wrong with the whole.
    pub problem: Option<String>,
}

impl LinkView {
    /// The page.
    pub fn new(visitor: &Visitor, secret: &str, is_newcomer: bool) -> Self {
        let words = visitor.words();
        let fields = if is_newcomer { vec![name_field(&words, "")] } else { Vec::new() };
        let mut shell = visitor.shell(Section::Elsewhere);
        shell.hidden_from_robots = true;
        Self { shell, action: format!("/connexion/lien/{secret}"), fields, problem: None }
    }

    /// Says what is wrong with the name.
    pub fn say(&mut self, words: &Words, name: &str, refusal: Refusal) {
        self.fields = vec![name_field(words, name).error(Some(said(words, refusal)))];
    }
}

fn name_field(words: &Words, name: &str) -> Field {
    Field::new("nom", words.t("account-name"))
        .hint(words.t("account-name-hint"))
        .autocomplete("name")
        .value(name)
}
