//! The only SQL of this slice. One text for both engines.

pub(crate) mod communes;
pub(crate) mod places;
pub(crate) mod records;
pub(crate) mod sources;

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
