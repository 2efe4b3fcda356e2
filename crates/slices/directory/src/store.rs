//! The only SQL of this slice. One text for both engines.

pub(crate) mod changes;
pub(crate) mod claims;
pub(crate) mod communes;
pub(crate) mod corrections;
pub(crate) mod drafts;
pub(crate) mod notices;
pub(crate) mod photos;
pub(crate) mod places;
pub(crate) mod privacy;
pub(crate) mod ratings;
pub(crate) mod records;
pub(crate) mod replies;
pub(crate) mod sources;
pub(crate) mod tidings;
pub(crate) mod visits;

use db::Error;

/// JSON as stored.
fn encode(value: &impl serde::Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(Error::Encode)
}

/// JSON as stored, read back.
fn decode<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| Error::Decode(error.to_string()))
}

/// An id as stored, read back.
fn id<I: std::str::FromStr<Err = String>>(text: &str) -> Result<I, Error> {
    text.parse().map_err(Error::Decode)
}

/// An instant as stored, read back.
fn instant(milliseconds: i64) -> Result<base::Timestamp, Error> {
    base::Timestamp::from_millisecond(milliseconds)
        .map_err(|error| Error::Decode(error.to_string()))
}

/// A day as stored, read back.
fn day(text: &str) -> Result<jiff::civil::Date, Error> {
    text.parse().map_err(|error: jiff::Error| Error::Decode(error.to_string()))
}

/// A word of a closed list as stored, read back.
fn word<T>(name: &str, found: Option<T>) -> Result<T, Error> {
    found.ok_or_else(|| Error::Decode(format!("unknown word {name}")))
}
