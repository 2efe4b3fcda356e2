//! The only SQL of this slice. One text for both engines.

pub(crate) mod appeals;
pub(crate) mod cases;
pub(crate) mod decisions;
pub(crate) mod figures;
pub(crate) mod privacy;
pub(crate) mod reports;

use base::Timestamp;
use db::{Error, Result};

/// An instant as it is stored; the epoch when the storage holds nonsense.
fn instant(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(milliseconds).unwrap_or_default()
}

/// An id as it is stored.
fn id<I: std::str::FromStr<Err = String>>(text: &str) -> Result<I> {
    text.parse().map_err(Error::Decode)
}

/// A word of ours, as it is stored.
fn word<T>(found: Option<T>, name: &str) -> Result<T> {
    found.ok_or_else(|| Error::Decode(format!("unknown word: {name}")))
}

/// A count as it is stored.
fn count(n: i64) -> u32 {
    u32::try_from(n).unwrap_or_default()
}
