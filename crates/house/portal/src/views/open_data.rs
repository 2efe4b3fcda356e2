//! The page about the open data, the API and the lists that feed the directory.

use askama::Template;
use web::{Link, Shell};

/// The page at `/donnees`.
#[derive(Template)]
#[template(path = "open_data.html")]
pub struct OpenDataView {
    /// The layout.
    pub shell: Shell,
    /// How many places are published, in words.
    pub places: String,
    /// Every place, as files: the national standard in CSV, GeoJSON, JSON.
    pub exports: Vec<Link>,
    /// An example of the API to try, a path.
    pub example_href: String,
    /// The lists that feed the directory.
    pub sources: Vec<SourceRow>,
}

/// A list that feeds the directory.
#[derive(Clone, Debug)]
pub struct SourceRow {
    /// Its name.
    pub name: String,
    /// Who keeps it.
    pub owner: String,
    /// Its page, if it has one.
    pub href: Option<String>,
    /// Under which licence it may be reused, in words.
    pub licence: String,
    /// How many rows its last reading had.
    pub rows: String,
    /// How many rows could not be used as they are and wait in quarantine.
    pub quarantined: String,
    /// How many places show something of it.
    pub places: String,
    /// The day of its last reading.
    pub read: String,
}
