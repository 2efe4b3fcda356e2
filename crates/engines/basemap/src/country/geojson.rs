//! Reading GeoJSON: only what a map needs of it, and tolerant of the rest.

use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, SeqAccess, Visitor};

use crate::projection::LatLon;
use crate::survey::signed_area;

/// One feature, its geometry sorted into polygons and lines.
#[derive(Clone, Debug, Default)]
pub(super) struct Feature {
    /// How dense inhabited ground is, 1 to 3.
    pub(super) density: Option<u8>,
    /// How small a river or lake is: the larger the smaller.
    pub(super) scale_rank: f64,
    /// Polygons: an outer ring that turns clockwise on the screen, then holes the other way.
    /// Rings are not closed by a repeated point.
    pub(super) polygons: Vec<Vec<Vec<LatLon>>>,
    /// Lines.
    pub(super) lines: Vec<Vec<LatLon>>,
}

/// Reads a collection of features; the error is for people.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Feature>, String> {
    let collection: RawCollection =
        serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    Ok(collection.features.into_iter().map(RawFeature::sorted).collect())
}

#[derive(Deserialize)]
struct RawCollection {
    features: Vec<RawFeature>,
}

#[derive(Deserialize)]
struct RawFeature {
    #[serde(default)]
    properties: Option<RawProperties>,
    geometry: Option<RawGeometry>,
}

#[derive(Default, Deserialize)]
struct RawProperties {
    #[serde(default)]
    u: Option<u8>,
    #[serde(default, alias = "scalerank")]
    r: Option<f64>,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum RawGeometry {
    Point(IgnoredAny),
    MultiPoint(IgnoredAny),
    LineString(Vec<Position>),
    MultiLineString(Vec<Vec<Position>>),
    Polygon(Vec<Vec<Position>>),
    MultiPolygon(Vec<Vec<Vec<Position>>>),
}

impl RawFeature {
    fn sorted(self) -> Feature {
        let properties = self.properties.unwrap_or_default();
        let mut feature = Feature {
            density: properties.u,
            scale_rank: properties.r.unwrap_or_default(),
            ..Feature::default()
        };
        match self.geometry {
            Some(RawGeometry::LineString(line)) => feature.lines.push(plain(line)),
            Some(RawGeometry::MultiLineString(all)) => {
                feature.lines.extend(all.into_iter().map(plain));
            }
            Some(RawGeometry::Polygon(rings)) => feature.polygons.push(turned(rings)),
            Some(RawGeometry::MultiPolygon(all)) => {
                feature.polygons.extend(all.into_iter().map(turned));
            }
            Some(RawGeometry::Point(_) | RawGeometry::MultiPoint(_)) | None => {}
        }
        feature
    }
}

fn plain(line: Vec<Position>) -> Vec<LatLon> {
    line.into_iter().map(|position| position.0).collect()
}

/// Rings opened and turned as [`Feature::polygons`] promises.
fn turned(rings: Vec<Vec<Position>>) -> Vec<Vec<LatLon>> {
    let open = |ring| {
        let mut points = plain(ring);
        if points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        points
    };
    let turn = |(place, mut ring): (usize, Vec<LatLon>)| {
        let hole = place > 0;
        if (signed_area(&ring) < 0.0) != hole {
            ring.reverse();
        }
        ring
    };
    rings.into_iter().map(open).enumerate().map(turn).collect()
}

/// `[lon, lat]`, and an altitude that is not read.
struct Position(LatLon);

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Position;

            fn expecting(&self, words: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                words.write_str("a longitude and a latitude")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Position, A::Error> {
                let lon: f64 = seq.next_element()?.ok_or(A::Error::custom("no longitude"))?;
                let lat: f64 = seq.next_element()?.ok_or(A::Error::custom("no latitude"))?;
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                if lat.abs() > 90.0 || lon.abs() > 180.0 {
                    return Err(A::Error::custom("not degrees of longitude and latitude"));
                }
                Ok(Position(LatLon { lat, lon }))
            }
        }
        deserializer.deserialize_seq(Reader)
    }
}
