//! Same place? Entity resolution for lists of places.
//!
//! Several lists describe places, each in its own words. This crate says which records are the
//! same place, which is lodged in which, and which pairs a person should look at:
//!
//! ```
//! use matching::{Record, Weights, resolve};
//!
//! let here = |source, name: &str| Record {
//!     source,
//!     name: name.to_owned(),
//!     street: "12 rue de l'Exemple".to_owned(),
//!     postcode: "01000".to_owned(),
//!     commune: "Villeneuve".to_owned(),
//!     phone: "04 00 00 00 01".to_owned(),
//!     ..Record::default()
//! };
//! let records = [here(1, "Médiathèque Les Tilleuls"), here(2, "BIBLIOTHEQUE LES TILLEULS")];
//! let resolution = resolve(&records, &[], &Weights::shipped());
//! assert_eq!(resolution.cluster_of, [0, 0]);
//! ```
//!
//! The way: records are [prepared](Corpus) once, met under shared keys (never all pairs), compared
//! into [`Clue`]s, weighed by a logistic regression whose [`Weights`] are a readable file, and
//! gathered into groups that hold together as a whole. The answer depends on the records and on
//! what people decided, not on the order of arrival. [`explain`] says why, [`evaluate`] how well,
//! [`train`] learns the weights from records whose places are known.
//!
//! No IO, no clock, no randomness.

mod address;
mod candidates;
mod clue;
mod communes;
mod compare;
mod contact;
mod corpus;
pub mod evaluate;
mod explain;
mod groups;
mod hashing;
mod lexicon;
mod name;
mod prepare;
mod record;
mod resolution;
mod resolve;
mod text;
pub mod train;
mod vocabulary;
mod weights;

pub use clue::{CLUES, Clue, Clues, Side};
pub use corpus::Corpus;
pub use explain::{Contribution, Explanation, explain};
pub use record::{Decision, Record, Verdict};
pub use resolution::{Outcome, Resolution, ScoredPair};
pub use resolve::resolve;
pub use weights::{Limits, Weights, WeightsError, probability};
