//! The drawing is honest: towns on land, and an outline near the true one.

use std::path::PathBuf;

use super::*;
use crate::projection::Bounds;

/// How far the true outline may be from the drawn one (or from a lagoon drawn as a lake), in
/// kilometres.
const FARTHEST_KM: f64 = 15.0;

fn sketch() -> Sketch {
    Sketch::read(TEXT).unwrap_or_else(|error| panic!("{error}"))
}

fn holds(ring: &[LatLon], point: LatLon) -> bool {
    let mut inside = false;
    for (index, from) in ring.iter().enumerate() {
        let to = ring[(index + 1) % ring.len()];
        let crosses = (from.lat > point.lat) != (to.lat > point.lat);
        let at = from.lon + (point.lat - from.lat) / (to.lat - from.lat) * (to.lon - from.lon);
        if crosses && point.lon < at {
            inside = !inside;
        }
    }
    inside
}

/// Kilometres from a point to a stretch of the outline, on the plane that touches there.
fn distance_km(point: LatLon, from: LatLon, to: LatLon) -> f64 {
    let degree_km = 111.2;
    let shrink = point.lat.to_radians().cos();
    let flat =
        |of: LatLon| ((of.lon - point.lon) * shrink * degree_km, (of.lat - point.lat) * degree_km);
    let ((x, y), (to_x, to_y)) = (flat(from), flat(to));
    let (across, down) = (to_x - x, to_y - y);
    let square = across * across + down * down;
    let share =
        if square > 0.0 { (-(x * across + y * down) / square).clamp(0.0, 1.0) } else { 0.0 };
    (x + share * across).hypot(y + share * down)
}

#[test]
fn the_sketch_can_be_read_and_is_small() {
    let sketch = sketch();
    let towns = sketch.names.iter().filter(|name| !name.rank.is_backdrop()).count();
    assert!(towns >= 110, "{towns} towns");
    assert!(TEXT.len() <= 40 << 10, "{} bytes", TEXT.len());
    assert!(Basemap::sketch().tile_count() > 10);
}

#[test]
fn every_town_is_on_the_drawn_land() {
    let sketch = sketch();
    let lands: Vec<&SketchShape> =
        sketch.shapes.iter().filter(|shape| shape.kind == "land").collect();
    for town in sketch.names.iter().filter(|name| !name.rank.is_backdrop()) {
        let on_land = lands.iter().any(|land| holds(&land.points, town.at));
        assert!(on_land, "{} is at sea", town.text);
    }
}

#[test]
fn strokes_joined_into_a_land_follow_one_another() {
    let sketch = sketch();
    let largest = sketch.shapes.iter().filter(|shape| shape.joined).map(|shape| &shape.points);
    let points = largest.max_by_key(|points| points.len()).unwrap_or_else(|| panic!("no land"));
    assert!(points.len() > 250);
    let longest =
        points.windows(2).map(|pair| (pair[0].lat - pair[1].lat).hypot(pair[0].lon - pair[1].lon));
    assert!(longest.fold(0.0, f64::max) < 0.6);
}

#[test]
fn a_line_that_makes_no_sense_is_named() {
    let error = Sketch::read("coast a\n48.1,x").err();
    assert_eq!(error, Some(SketchError { line: 2, reason: "a point is \"lat,lon\"" }));
    assert!(Sketch::read("land a = b").is_err() && Sketch::read("1,2").is_err());
}

#[test]
fn the_outline_is_near_the_true_one() {
    let Some(points) = true_outline() else { return };
    let sketch = sketch();
    let outline: Vec<(LatLon, LatLon)> = (sketch.shapes.iter())
        .filter(|shape| shape.kind == "land" || shape.kind == "lake")
        .flat_map(|land| {
            land.points.iter().copied().zip(land.points.iter().copied().cycle().skip(1))
        })
        .collect();
    for point in points {
        let near = outline.iter().filter(|(from, _)| {
            Bounds {
                min: LatLon { lat: point.lat - 1.5, lon: point.lon - 1.5 },
                max: LatLon { lat: point.lat + 1.5, lon: point.lon + 1.5 },
            }
            .contains(*from)
        });
        let distance =
            near.map(|(from, to)| distance_km(point, *from, *to)).fold(f64::MAX, f64::min);
        assert!(distance < FARTHEST_KM, "{distance:.0} km from {point:?}");
    }
}

/// Points of the official outline, when the data is on this machine: those of the departments'
/// contours that no other department shares.
fn true_outline() -> Option<Vec<LatLon>> {
    let data = std::env::var("MAILLAGE_DATA").map_or_else(
        |_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/data"),
        PathBuf::from,
    );
    let path = data.join("geo/regions-version-simplifiee.geojson");
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: no {} (set MAILLAGE_DATA)", path.display());
        return None;
    };
    let json: serde_json::Value = serde_json::from_str(&text).ok()?;
    let mut seen: HashMap<String, (LatLon, usize)> = HashMap::new();
    gather(&json["features"], &mut seen);
    Some(seen.into_values().filter(|(_, count)| *count == 1).map(|(point, _)| point).collect())
}

fn gather(json: &serde_json::Value, seen: &mut HashMap<String, (LatLon, usize)>) {
    match json {
        serde_json::Value::Object(fields) => fields.values().for_each(|value| gather(value, seen)),
        serde_json::Value::Array(items) => {
            if let [lon, lat] = items.as_slice()
                && let (Some(lon), Some(lat)) = (lon.as_f64(), lat.as_f64())
            {
                let key = format!("{lat:.5},{lon:.5}");
                seen.entry(key).or_insert((LatLon { lat, lon }, 0)).1 += 1;
            } else {
                for item in items {
                    gather(item, seen);
                }
            }
        }
        _ => {}
    }
}
