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
pub mod refusal;
pub mod rules;
mod spaces;

pub use spaces::{Comments, Replies, Scores};
