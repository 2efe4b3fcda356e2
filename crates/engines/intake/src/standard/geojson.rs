//! The standard as `GeoJSON`: a point per place, the 32 fields as properties.

use super::{Fields, StandardError};
use serde::Serialize;
use std::io::Write;

#[derive(Serialize)]
struct Feature<'a> {
    r#type: &'static str,
    geometry: Option<Geometry>,
    properties: &'a Fields,
}

#[derive(Serialize)]
struct Geometry {
    r#type: &'static str,
    coordinates: [f64; 2],
}

/// Writes places as a `FeatureCollection`, one a line; a place without a point has a null
/// geometry, as the format allows.
pub fn write_geojson<'a>(
    places: impl Iterator<Item = &'a Fields>,
    mut out: impl Write,
) -> Result<(), StandardError> {
    out.write_all(b"{\"type\":\"FeatureCollection\",\"features\":[")?;
    for (position, place) in places.enumerate() {
        out.write_all(if position == 0 { b"\n" } else { b",\n" })?;
        let geometry = place.longitude.zip(place.latitude).map(|(longitude, latitude)| Geometry {
            r#type: "Point",
            coordinates: [longitude, latitude],
        });
        let feature = Feature { r#type: "Feature", geometry, properties: place };
        serde_json::to_writer(&mut out, &feature)?;
    }
    out.write_all(b"\n]}\n")?;
    Ok(())
}
