//! One letter, as the administration or the demonstration shows it.

use super::{Act, Row};
use askama::Template;
use web::{Link, Shell};

/// A letter read on screen.
#[derive(Template)]
#[template(path = "letter.html")]
pub struct LetterView {
    /// The layout.
    pub shell: Shell,
    /// The parts of the administration; empty in the demonstration.
    pub rooms: Vec<Link>,
    /// The list it comes from.
    pub back: Link,
    /// Its subject.
    pub subject: String,
    /// To whom, when, in which state: label and value.
    pub facts: Vec<(String, String)>,
    /// What it says; empty once forgotten.
    pub paragraphs: Vec<String>,
    /// The code to copy.
    pub code: Option<String>,
    /// The link to follow. In the demonstration it leads there.
    pub action: Option<Link>,
    /// Its last lines.
    pub small_print: String,
    /// Whether codes and links are hidden.
    pub is_hidden: bool,
    /// What can be done with it.
    pub acts: Vec<Act>,
}

/// The page at `/lettres`: what the house would have sent, for who looks at a demonstration.
#[derive(Template)]
#[template(path = "letters_on_screen.html")]
pub struct LettersView {
    /// The layout.
    pub shell: Shell,
    /// The last letters.
    pub rows: Vec<Row>,
}
