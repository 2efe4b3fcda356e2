//! Reports, provisional hiding, decisions and appeals, shared by every space.
//!
//! A slice says what can be reported by implementing [`model::Space`] and registering it with
//! [`Moderation::with`]. People report ([`actions::report`]); reports are weighed, and may hide a
//! thing for 48 hours ([`rules::hiding`]). Moderators decide ([`actions::decide`]), on an article
//! of the rules; whoever is concerned is told why and may appeal to someone else
//! ([`actions::appeal`], [`actions::judge`]). What newcomers write is read before it is shown
//! ([`actions::submit`]). The figures of each year are public ([`looks::figures`]).

pub mod actions;
pub mod clockwork;
mod events;
mod letters;
pub mod looks;
pub mod may;
pub mod model;
pub mod pages;
mod privacy;
pub mod refusal;
mod registry;
pub mod rules;
mod store;
mod tidings;
pub mod views;

pub use privacy::ModerationHolding;
pub use registry::{Moderation, Party};
pub use tidings::ModerationTidings;

use web::{Locale, Texts};

/// The tables of this slice.
pub const MIGRATIONS: &[db::Migration] = &[db::Migration {
    slice: "moderation",
    number: 1,
    sql: include_str!("../migrations/0001_moderation.sql"),
}];

/// What each column of these tables is, for the register of processing.
pub const REGISTER: &str = include_str!("../privacy.toml");

/// What the pages and the letters of this slice say.
pub const TEXTS: &Texts = &[
    (Locale::French, include_str!("../words/fr.ftl")),
    (Locale::EasyFrench, include_str!("../words/fr-falc.ftl")),
    (Locale::English, include_str!("../words/en.ftl")),
];
