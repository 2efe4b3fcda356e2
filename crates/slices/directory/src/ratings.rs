//! What visitors say of a place after a visit, and what the place answers.
//!
//! Someone who went there ([`actions::rate`]) shows it by a one-use code from the desk
//! ([`actions::make_codes`]), by their account, or by confirming an address. Four marks count at
//! once; a comment is read before it shows. From five ratings on, the page shows how many there
//! are and how they spread ([`rules`]). What looks organised is counted apart and shown to
//! moderators. A rating goes only by its author's will, or by a decision with a public article.

pub mod actions;
mod events;
pub mod looks;
pub mod may;
pub mod model;
pub mod pages;
pub mod refusal;
pub mod rules;
mod spaces;
mod store;
mod sweep;
pub mod views;

pub use pages::Ratings;
pub use spaces::{Comments, Replies, Scores, chapter};
pub use sweep::sweep;

use web::Texts;

/// The tables of ratings.
pub(crate) const MIGRATION: db::Migration = db::Migration {
    slice: "directory",
    number: 10,
    sql: include_str!("../migrations/0010_ratings.sql"),
};

/// What the pages of ratings say.
pub const TEXTS: &Texts = &[
    (web::Locale::French, include_str!("../words/ratings-fr.ftl")),
    (web::Locale::EasyFrench, include_str!("../words/ratings-fr-falc.ftl")),
    (web::Locale::English, include_str!("../words/ratings-en.ftl")),
];
