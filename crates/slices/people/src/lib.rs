//! Who people are here: accounts, sessions, roles by scope, and what they may ask about their data.
//!
//! A [`model::Person`] proves that a mail address is theirs ([`actions::ask_for_code`],
//! [`actions::enter_with_code`]) or shows another proof, and gets a [`model::Session`]. What they
//! may do is said by the roles they hold ([`model::HeldRole`]): a role, somewhere, for a time,
//! given by someone else. [`recognise`] finds out, once a request, who asks and leaves a
//! [`Standing`] that every action of every slice takes and that its `may.rs` judges.

pub mod actions;
pub mod clockwork;
pub mod digest;
mod events;
pub mod keys;
mod letters;
mod looks;
pub mod may;
pub mod model;
pub mod pages;
pub mod privacy;
mod recognise;
pub mod refusal;
pub mod rules;
pub mod search;
mod standing;
mod store;
mod vault;
pub mod views;

pub use looks::{
    factors, holders, invitations, person, person_named, persons_after, roles, roles_ever, sessions,
};
pub use recognise::{recognise, session_cookie};
pub use standing::Standing;

use web::{Locale, Texts};

/// The tables of this slice.
pub const MIGRATIONS: &[db::Migration] = &[
    db::Migration {
        slice: "people",
        number: 1,
        sql: include_str!("../migrations/0001_people.sql"),
    },
    db::Migration {
        slice: "people",
        number: 2,
        sql: include_str!("../migrations/0002_proofs.sql"),
    },
    db::Migration {
        slice: "people",
        number: 20,
        sql: include_str!("../migrations/0020_privacy.sql"),
    },
    db::Migration {
        slice: "people",
        number: 21,
        sql: include_str!("../migrations/0021_letters.sql"),
    },
];

/// What each column of these tables is, for the register of processing.
pub const REGISTER: &str = include_str!("../privacy.toml");

/// What the pages and the letters of this slice say.
pub const TEXTS: &Texts = &[
    (Locale::French, include_str!("../words/fr.ftl")),
    (Locale::French, include_str!("../words/privacy-fr.ftl")),
    (Locale::EasyFrench, include_str!("../words/fr-falc.ftl")),
    (Locale::EasyFrench, include_str!("../words/privacy-fr-falc.ftl")),
    (Locale::English, include_str!("../words/en.ftl")),
    (Locale::English, include_str!("../words/privacy-en.ftl")),
];
