//! The only SQL of this slice. One text for both engines.

pub(crate) mod codes;
pub(crate) mod consents;
pub(crate) mod factors;
pub(crate) mod letters;
pub(crate) mod persons;
pub(crate) mod privacy;
pub(crate) mod roles;
pub(crate) mod search;
pub(crate) mod secrets;
pub(crate) mod sessions;

use base::Timestamp;

/// An instant as it is stored; the epoch when the storage holds nonsense.
pub(crate) fn instant(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(milliseconds).unwrap_or_default()
}

/// An id as it is stored.
fn id<I: std::str::FromStr<Err = String>>(text: &str) -> db::Result<I> {
    text.parse().map_err(db::Error::Decode)
}
