//! From a list in any shape to candidates in the national standard, nothing lost.
//!
//! Someone keeps a list of places of digital mediation: a JSON file, a CSV, a `GeoJSON`, with
//! their own columns, their own words and their own accidents. A [`mapping::Mapping`] (a TOML
//! file anyone can write) says which column means what. Then, in order:
//!
//! 1. [`read()`] cuts the bytes into rows, as received, one at a time;
//! 2. [`normalise()`] turns a row into a [`Candidate`] in the national standard
//!    ([`standard::Fields`]), names every repair it made and every value it could not use;
//! 3. [`standard::write_csv`] and its sisters write the standard back.
//!
//! A bad field never loses its row; a bad row never stops its list. Nothing here reads a file,
//! a clock, a socket or a database.

pub mod communes;
pub mod mapping;
pub mod normalise;
mod outcome;
pub mod read;
pub mod standard;
pub mod suggest;

pub use communes::{Commune, Communes};
pub use mapping::{Mapping, MappingError};
pub use normalise::normalise;
pub use outcome::{Candidate, LocalIds, Outcome, Precision, Problem, Reason, Repair};
pub use read::{ListError, RawRow, RowError, Rows, read};
pub use standard::Fields;
