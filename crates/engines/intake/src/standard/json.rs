//! The JSON of the standard: an array of flat objects, written one place at a time.

use super::{Fields, StandardError, UNKNOWN_PIVOT};
use std::io::{Read, Write};

/// Writes places as the JSON array of the standard, one a line.
///
/// The official number is required by the standard: a place without one carries the value its
/// tools use for "unknown", which reads back as none.
pub fn write_json<'a>(
    places: impl Iterator<Item = &'a Fields>,
    mut out: impl Write,
) -> Result<(), StandardError> {
    out.write_all(b"[")?;
    for (position, place) in places.enumerate() {
        out.write_all(if position == 0 { b"\n" } else { b",\n" })?;
        if place.pivot.is_some() {
            serde_json::to_writer(&mut out, place)?;
        } else {
            let mut place = place.clone();
            place.pivot = Some(UNKNOWN_PIVOT.to_owned());
            serde_json::to_writer(&mut out, &place)?;
        }
    }
    out.write_all(b"\n]\n")?;
    Ok(())
}

/// Reads the JSON array of the standard.
pub fn read_json(bytes: impl Read) -> Result<Vec<Fields>, StandardError> {
    Ok(serde_json::from_reader(bytes)?)
}
