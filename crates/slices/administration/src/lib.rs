//! The house seen from inside: its settings, its colours and its texts, and the pages where
//! administrators and auditors see people, roles, jobs, letters and the journal.
//!
//! What an administrator changes is a [`model::Key`] and its value, kept with every value before
//! it. [`Settings`] lays the values in force over the configuration, into the [`web::SiteHandle`]
//! that every page reads; it follows the journal, so that each process says the same within a
//! second. Who may do what is asked of `people`, whose verbs these are: this slice adds none.

pub mod actions;
mod events;
mod live;
mod looks;
pub mod model;
pub mod pages;
mod privacy;
pub mod refusal;
pub mod rules;
mod store;
pub mod views;

pub use live::Settings;
pub use privacy::AdministrationHolding;

use web::{Locale, Texts};

/// The tables of this slice.
pub const MIGRATIONS: &[db::Migration] = &[db::Migration {
    slice: "administration",
    number: 1,
    sql: include_str!("../migrations/0001_setting.sql"),
}];

/// What each column of these tables is, for the register of processing.
pub const REGISTER: &str = include_str!("../privacy.toml");

/// What the pages of this slice say.
pub const TEXTS: &Texts = &[
    (Locale::French, include_str!("../words/fr.ftl")),
    (Locale::EasyFrench, include_str!("../words/fr-falc.ftl")),
    (Locale::English, include_str!("../words/en.ftl")),
];
