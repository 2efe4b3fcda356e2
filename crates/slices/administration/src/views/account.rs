//! One account, as the administration sees it.

use super::{Frame, Row};
use askama::Template;
use web::{Field, Shell};

/// The page at `/administration/comptes/{person}`.
#[derive(Template)]
#[template(path = "account_seen.html")]
pub struct AccountView {
    /// The layout.
    pub shell: Shell,
    /// Around it.
    pub frame: Frame,
    /// Its address on the site, where its forms go.
    pub path: String,
    /// What is known of it, label and value.
    pub facts: Vec<(String, String)>,
    /// What is wrong with a form.
    pub problem: Option<String>,
    /// The form that suspends or allows: the reason. None when nothing can be done.
    pub state_form: Option<Field>,
    /// The state that the form leads to: `suspended` or `active`.
    pub next_state: &'static str,
    /// The button of that form.
    pub state_button: String,
    /// Roles held now, each with its end.
    pub roles: Vec<Row>,
    /// Roles held before.
    pub past_roles: Vec<Row>,
    /// The form that gives a role. Empty when nobody can give one here.
    pub role_fields: Vec<Field>,
}
