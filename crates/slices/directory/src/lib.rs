//! The meta-directory: lists that others keep, made into one page per place.
//!
//! A [`model::Source`] is harvested ([`actions::harvest`]): its rows are kept as received and
//! normalised by the `intake` engine. Records of all sources are matched ([`actions::resolve`]):
//! those that are the same place are merged into one [`model::Place`], field by field, with the
//! origin of every word ([`rules::merge`]). People correct places ([`actions::edit`]); their
//! word is stronger than any list. The [`Directory`] keeps places in memory for search, lists
//! and maps, follows the journal, and can be thrown away and built again at any moment.

pub mod actions;
pub mod api;
pub mod clockwork;
mod events;
pub mod export;
pub mod gazetteer;
pub mod hours;
mod letters;
pub mod live;
pub mod looks;
pub mod may;
pub mod model;
mod privacy;
pub mod ratings;
pub mod refusal;
pub mod reportable;
pub mod rules;
pub mod samples;
pub mod search;
mod store;
mod tidings;

pub use live::Directory;
pub use looks::{Apart, SourceHealth, place_id_at, quarantine};
pub use privacy::DirectoryHolding;
pub use tidings::DirectoryTidings;

/// What each column of these tables is, for the register of processing.
pub const REGISTER: &str = include_str!("../privacy.toml");

/// The tables of this slice.
pub const MIGRATIONS: &[db::Migration] = &[
    db::Migration {
        slice: "directory",
        number: 1,
        sql: include_str!("../migrations/0001_directory.sql"),
    },
    db::Migration {
        slice: "directory",
        number: 2,
        sql: include_str!("../migrations/0002_keeping.sql"),
    },
    db::Migration {
        slice: "directory",
        number: 3,
        sql: include_str!("../migrations/0003_ratings.sql"),
    },
];

/// What this slice says: its refusals and its letters.
pub const TEXTS: &web::Texts = &[
    (web::Locale::French, include_str!("../words/fr.ftl")),
    (web::Locale::English, include_str!("../words/en.ftl")),
];

/// SHA-256, hexadecimal.
fn fingerprint(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    hex(&sha2::Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
