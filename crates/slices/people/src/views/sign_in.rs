//! Signing in and making an account.

use super::account::own_shell;
use super::{PasskeyForm, said};
use crate::actions::begin_entering;
use crate::refusal::Refusal;
use askama::Template;
use web::{Field, FieldKind, Link, Section, Shell, Visitor, Words};

/// The page at `/connexion`.
#[derive(Template)]
#[template(path = "sign_in.html")]
pub struct SignInView {
    /// The layout.
    pub shell: Shell,
    /// The address, then the password.
    pub fields: Vec<Field>,
    /// A passkey, where it can work.
    pub passkey: Option<PasskeyForm>,
    /// What is wrong with the whole.
    pub problem: Option<String>,
    /// Where to lead afterwards.
    pub way: String,
}

impl SignInView {
    /// The page, with the address already typed.
    pub fn new(visitor: &Visitor, way: String, mail: String) -> Self {
        let app = visitor.app();
        let ceremony = begin_entering((app.now(), &app.keys, &app.site().origin));
        let kind = ("/connexion/cle", "find", "passkey-enter");
        let words = visitor.words();
        let fields = vec![
            Field::new("courriel", words.t("sign-in-mail"))
                .hint(words.t("sign-in-mail-hint"))
                .kind(FieldKind::Mail)
                .autocomplete("username webauthn")
                .value(mail),
            Field::new("mot_de_passe", words.t("sign-in-password"))
                .kind(FieldKind::Password)
                .autocomplete("current-password")
                .optional(),
        ];
        let mut shell = visitor.shell(Section::Elsewhere);
        shell.hidden_from_robots = true;
        let passkey = PasskeyForm::new(&words, kind, ceremony);
        Self { shell, fields, passkey, problem: None, way }
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

/// What the digits or the link of a letter are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeFor {
    /// Entering, or making an account.
    Entering,
    /// Proving again who one is.
    Proving,
    /// Taking a new address.
    Address,
}

impl CodeFor {
    /// What the pages' addresses begin with.
    const fn base(self) -> &'static str {
        match self {
            Self::Entering => "/connexion",
            Self::Proving => "/compte/preuve",
            Self::Address => "/compte/adresse",
        }
    }

    /// The key of the button's words.
    const fn button(self) -> &'static str {
        match self {
            Self::Entering => "sign-in",
            Self::Proving => "prove-go-on",
            Self::Address => "letter-change-mail-action",
        }
    }

    /// The key of the words that lead back.
    const fn again(self) -> &'static str {
        match self {
            Self::Entering | Self::Address => "code-again",
            Self::Proving => "prove-otherwise",
        }
    }

    /// The keys of the title and of the lead of the page with one button.
    const fn link(self) -> (&'static str, &'static str) {
        match self {
            Self::Entering => ("link-title", "link-lead"),
            Self::Proving => ("prove-title", "prove-link-lead"),
            Self::Address => ("address-link-title", "address-link-lead"),
        }
    }
}

/// A letter left; its digits are typed here.
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
    /// The words of the button.
    pub button: String,
    /// Back to where the letter was asked for.
    pub again: Link,
}

impl CodeView {
    /// The page, nothing typed yet.
    pub fn new(visitor: &Visitor, code: &str, purpose: CodeFor) -> Self {
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
            action: format!("{}/code/{code}", purpose.base()),
            button: words.t(purpose.button()),
            again: Link::new(words.t(purpose.again()), purpose.base()),
            fields: vec![digits],
            problem: None,
            right_digits: None,
        }
    }

    /// The digits are right and there is no account yet: asks by which name to call them.
    pub fn ask_name(&mut self, words: &Words, digits: &str, name: &str) {
        self.right_digits = Some(digits.to_owned());
        self.button = words.t("newcomer-enter");
        self.fields = vec![name_field(words, name)];
    }

    /// Says what is wrong, where it is.
    pub fn say(&mut self, words: &Words, refusal: Refusal) {
        let text = said(words, refusal);
        match (refusal, self.fields.first_mut()) {
            (Refusal::WrongDigits | Refusal::NameNeeded, Some(field)) => field.error = Some(text),
            _ => self.problem = Some(text),
        }
    }
}

/// The page of a letter's link: one button.
#[derive(Template)]
#[template(path = "link.html")]
pub struct LinkView {
    /// The layout.
    pub shell: Shell,
    /// Where the form goes.
    pub action: String,
    /// What the page is called.
    pub title: String,
    /// What the button does.
    pub lead: String,
    /// The words of the button.
    pub button: String,
    /// For a newcomer, the name.
    pub fields: Vec<Field>,
    /// What is wrong with the whole.
    pub problem: Option<String>,
}

impl LinkView {
    /// The page.
    pub fn new(visitor: &Visitor, secret: &str, purpose: CodeFor) -> Self {
        let words = visitor.words();
        let (title, lead) = purpose.link();
        Self {
            shell: own_shell(visitor),
            action: format!("{}/lien/{secret}", purpose.base()),
            title: words.t(title),
            lead: words.t(lead),
            button: words.t(purpose.button()),
            fields: Vec::new(),
            problem: None,
        }
    }

    /// The page for someone without an account, who is asked by which name to call them.
    pub fn for_newcomer(visitor: &Visitor, secret: &str) -> Self {
        let words = visitor.words();
        Self {
            lead: words.t("newcomer-lead"),
            button: words.t("newcomer-enter"),
            fields: vec![name_field(&words, "")],
            ..Self::new(visitor, secret, CodeFor::Entering)
        }
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
