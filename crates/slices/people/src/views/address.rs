//! Changing one's address.

use super::account::own_shell;
use super::said;
use crate::refusal::Refusal;
use askama::Template;
use web::{Field, FieldKind, Shell, Visitor, Words};

/// The page at `/compte/adresse`.
#[derive(Template)]
#[template(path = "address.html")]
pub struct AddressView {
    /// The layout.
    pub shell: Shell,
    /// The address now.
    pub now: String,
    /// The new address.
    pub fields: Vec<Field>,
    /// What is wrong with the whole.
    pub problem: Option<String>,
}

impl AddressView {
    /// The page, with what was typed.
    pub fn new(visitor: &Visitor, now: String, typed: &str) -> Self {
        let words = visitor.words();
        let field = Field::new("courriel", words.t("address-new"))
            .hint(words.t("sign-in-mail-hint"))
            .kind(FieldKind::Mail)
            .autocomplete("email")
            .value(typed);
        Self { shell: own_shell(visitor), now, fields: vec![field], problem: None }
    }

    /// Says what is wrong.
    pub fn say(&mut self, words: &Words, refusal: Refusal) {
        if let Some(field) = self.fields.first_mut() {
            field.error = Some(said(words, refusal));
        }
    }
}
