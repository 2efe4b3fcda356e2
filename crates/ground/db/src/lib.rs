//! Where facts are kept: one SQL text, two engines (`SQLite`, `PostgreSQL`).
//!
//! A [`Db`] opens a [`Read`] or an [`Act`]. A `Read` can only look. An `Act` is a `Read`
//! that may also write: it knows the instant and who answers for it, and it commits only
//! if it left a line in the [`journal`]. A [`Chore`] is the exception, for the machine's own
//! bookkeeping (job leases), which is nobody's act.
//!
//! This is the only crate that names sqlx.

mod act;
pub mod backup;
mod chore;
mod engine;
mod error;
pub mod journal;
mod lines;
mod migration;
mod read;
mod row;
pub mod scratch;
mod value;

pub use act::{Act, Event};
pub use chore::Chore;
pub use engine::Db;
pub use error::Error;
pub use lines::LineFilter;
pub use migration::Migration;
pub use read::{Read, Row};
#[doc(hidden)]
pub use row::sql;
pub use value::Value;

/// What each column of these tables is, for the register of processing.
pub const REGISTER: &str = include_str!("../privacy.toml");

/// What every call here answers.
pub type Result<T> = std::result::Result<T, Error>;
