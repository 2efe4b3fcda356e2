//! The first page: how the house is, and what waits for someone.

use super::Frame;
use askama::Template;
use web::Shell;

/// The page at `/administration`.
#[derive(Template)]
#[template(path = "overview.html")]
pub struct OverviewView {
    /// The layout.
    pub shell: Shell,
    /// Around it.
    pub frame: Frame,
    /// Whether the house is closed to visitors.
    pub is_closed: bool,
    /// What waits for someone.
    pub waiting: Vec<Tile>,
    /// How the house is.
    pub counts: Vec<Tile>,
}

/// A count that leads somewhere.
pub struct Tile {
    /// What is counted.
    pub label: String,
    /// How many.
    pub value: String,
    /// Where one sees them.
    pub href: String,
    /// Whether it should be none.
    pub is_bad: bool,
}
