//! What is known of the land before it becomes a basemap: shapes and names in degrees.
//!
//! A survey has one *sheet* a level of detail. The hand-drawn sketch is a survey of two sheets,
//! a country built from official files one of five.

use crate::layer::{Layer, Rank};
use crate::projection::{Bounds, LatLon};

/// Everything a basemap is made from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Survey {
    /// Whom the map must thank, in plain text.
    pub(crate) attribution: String,
    /// Levels of detail, the coarsest first.
    pub(crate) sheets: Vec<Sheet>,
}

/// One level of detail.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    /// Drawn from this zoom on, up to where the next sheet begins.
    pub(crate) from_zoom: f64,
    /// Tiles are those of this zoom.
    pub(crate) tile_zoom: u8,
    /// Only tiles touching one of these boxes are kept; all of them when empty.
    pub(crate) within: Vec<Bounds>,
    /// Areas and lines.
    pub(crate) shapes: Vec<Shape>,
    /// Names of towns, countries and seas.
    pub(crate) names: Vec<Name>,
}

/// A line, or an area with its holes.
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    /// What it is.
    pub(crate) layer: Layer,
    /// Its strokes. In an area every stroke is closed (its last point joined to its first),
    /// and holes turn the other way.
    pub(crate) strokes: Vec<Vec<LatLon>>,
}

/// A name at a point.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    /// Where.
    pub(crate) at: LatLon,
    /// How much it matters.
    pub(crate) rank: Rank,
    /// Among equals the heavier is placed first (inhabitants).
    pub(crate) weight: u32,
    /// The words.
    pub(crate) text: String,
}

impl Shape {
    /// A shape of these strokes; the outer rings of areas are turned the same way, since two
    /// areas that overlap and turn against each other would make a hole.
    pub(crate) fn new(layer: Layer, mut strokes: Vec<Vec<LatLon>>) -> Self {
        if layer.is_area() {
            for ring in strokes.iter_mut().filter(|ring| signed_area(ring) < 0.0) {
                ring.reverse();
            }
        }
        Self { layer, strokes }
    }
}

/// Twice the area of a ring in square degrees, below zero when it turns the other way.
pub(crate) fn signed_area(ring: &[LatLon]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(one, two)| one.lat * two.lon - two.lat * one.lon).sum()
}
