//! Confirming something done without an account.

use super::account::own_shell;
use askama::Template;
use web::{Shell, Visitor};

/// The page at `/confirmer/{secret}`: what is confirmed, and one button.
#[derive(Template)]
#[template(path = "confirm.html")]
pub struct ConfirmView {
    /// The layout.
    pub shell: Shell,
    /// Where the form goes.
    pub action: String,
    /// What will be confirmed.
    pub question: String,
}

impl ConfirmView {
    /// The page; `question` is the key of what will be confirmed.
    pub fn new(visitor: &Visitor, secret: &str, question: &str) -> Self {
        let action = format!("/confirmer/{secret}");
        Self { shell: own_shell(visitor), action, question: visitor.words().t(question) }
    }
}
