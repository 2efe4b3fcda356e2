//! A legal text being written: what is typed, how it will look, what it was.

use super::{Frame, Row};
use crate::rules::difference::{Change, difference};
use askama::Template;
use web::{Field, Shell};

/// The page at `/administration/textes/{page}/{language}`.
#[derive(Template)]
#[template(path = "text.html")]
pub struct TextView {
    /// The layout.
    pub shell: Shell,
    /// Around it.
    pub frame: Frame,
    /// Where its form goes.
    pub action: String,
    /// The text.
    pub field: Field,
    /// How it will look: safe HTML made by the renderer.
    pub preview: Option<String>,
    /// What changed since the version in force.
    pub difference: Vec<DiffLine>,
    /// What it was.
    pub versions: Vec<Row>,
    /// The address of the page that visitors read.
    pub public_href: &'static str,
}

/// A line of a comparison.
pub struct DiffLine {
    /// `+`, `−` or nothing.
    pub mark: &'static str,
    /// The line.
    pub text: String,
}

impl DiffLine {
    /// The lines that differ between two texts, each with a line around it.
    pub fn between(before: &str, after: &str) -> Vec<Self> {
        let line = |it: &Change| match it {
            Change::Same(text) => Self { mark: "", text: (*text).to_owned() },
            Change::Gone(text) => Self { mark: "−", text: (*text).to_owned() },
            Change::Come(text) => Self { mark: "+", text: (*text).to_owned() },
        };
        let lines: Vec<Self> = difference(before, after).iter().map(line).collect();
        let is_near = |at: usize| {
            let around = at.saturating_sub(1)..(at + 2).min(lines.len());
            lines[around].iter().any(|it| !it.mark.is_empty())
        };
        let near: Vec<bool> = (0..lines.len()).map(is_near).collect();
        lines.into_iter().zip(near).filter(|(_, is_near)| *is_near).map(|(it, _)| it).collect()
    }
}
