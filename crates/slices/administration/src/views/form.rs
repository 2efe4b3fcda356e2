//! What is written in a form, by parts, with the last changes below.

use super::{Act, Frame, Row};
use askama::Template;
use web::{Field, Shell};

/// A form.
#[derive(Template)]
#[template(path = "form.html")]
pub struct FormView {
    /// The layout.
    pub shell: Shell,
    /// Around it.
    pub frame: Frame,
    /// What it is for.
    pub lead: String,
    /// What is wrong with the whole.
    pub problem: Option<String>,
    /// Its parts.
    pub parts: Vec<Part>,
    /// Where it goes.
    pub action: String,
    /// Its button.
    pub button: String,
    /// A second button, which looks and changes nothing: its words and where it leads.
    pub look: Option<(String, String)>,
    /// A style sheet to try.
    pub sheet: Option<String>,
    /// A file to send: where it goes, its field's label and hint.
    pub file: Option<(String, Field)>,
    /// What else can be done.
    pub acts: Vec<Act>,
    /// The last changes.
    pub changes: Vec<Row>,
}

/// Fields that belong together.
pub struct Part {
    /// What they are about.
    pub title: String,
    /// The fields.
    pub fields: Vec<Field>,
}

impl FormView {
    /// A form that goes there.
    pub fn new(frame: Frame, lead: impl Into<String>, action: impl Into<String>) -> Self {
        let button = frame.words().t("administration-save");
        Self {
            shell: frame.shell.clone(),
            frame,
            lead: lead.into(),
            problem: None,
            parts: Vec::new(),
            action: action.into(),
            button,
            look: None,
            sheet: None,
            file: None,
            acts: Vec::new(),
            changes: Vec::new(),
        }
    }

    /// Every field, for the summary of errors.
    pub fn fields(&self) -> Vec<Field> {
        self.parts.iter().flat_map(|it| it.fields.iter().cloned()).collect()
    }
}
