//! A list of anything: rows with their facts and what can be done with each.

use super::Frame;
use askama::Template;
use web::{Field, Link, Shell};

/// A list, with what narrows it and what leads on.
#[derive(Template)]
#[template(path = "list.html")]
pub struct ListView {
    /// The layout.
    pub shell: Shell,
    /// Around it.
    pub frame: Frame,
    /// What it is, in a sentence.
    pub lead: String,
    /// What narrows it: a form that asks for the same page.
    pub filters: Vec<Field>,
    /// Where the filters lead.
    pub filter_action: String,
    /// What can be done with the whole.
    pub acts: Vec<Act>,
    /// Files to take away.
    pub files: Vec<Link>,
    /// The rows.
    pub rows: Vec<Row>,
    /// What is said when there is none.
    pub empty: String,
    /// The address of the rows after.
    pub next: Option<String>,
}

/// A row.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// What it is.
    pub title: String,
    /// Where it leads.
    pub href: Option<String>,
    /// Its state, in a word or two.
    pub state: String,
    /// Whether the state is a bad one.
    pub is_bad: bool,
    /// What is known of it.
    pub facts: Vec<String>,
    /// Something to be read letter by letter: a hash, an error.
    pub code: String,
    /// What can be done with it.
    pub acts: Vec<Act>,
}

/// A button that does something.
#[derive(Clone, Debug, Default)]
pub struct Act {
    /// Where it goes.
    pub action: String,
    /// Its words.
    pub label: String,
    /// To what it is done, for who does not see the row.
    pub about: String,
    /// What goes with it, hidden.
    pub values: Vec<(&'static str, String)>,
}

impl Act {
    /// A button.
    pub fn new(
        action: impl Into<String>,
        label: impl Into<String>,
        about: impl Into<String>,
    ) -> Self {
        Self { action: action.into(), label: label.into(), about: about.into(), values: Vec::new() }
    }
}

impl ListView {
    /// An empty list.
    pub fn new(frame: Frame, lead: impl Into<String>, empty: impl Into<String>) -> Self {
        Self {
            shell: frame.shell.clone(),
            frame,
            lead: lead.into(),
            filters: Vec::new(),
            filter_action: String::new(),
            acts: Vec::new(),
            files: Vec::new(),
            rows: Vec::new(),
            empty: empty.into(),
            next: None,
        }
    }
}
