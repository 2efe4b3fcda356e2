//! The basemap that comes with the program: France drawn by hand in a small text.
//!
//! The format is told at the top of `sketch.txt`. It is read once, at start, and becomes a
//! basemap like any other, so that drawing never knows which one it has.

use std::collections::HashMap;

use crate::basemap::Basemap;
use crate::encode::encode;
use crate::layer::{Layer, Rank};
use crate::projection::LatLon;
use crate::survey::{Name, Shape, Sheet, Survey};

const TEXT: &str = include_str!("../sketch.txt");
const ATTRIBUTION: &str = "Fond : croquis Maillage";

/// Tiles of this zoom round points to about 200 m, finer than the drawing.
const TILE_ZOOM: u8 = 5;

/// Rivers are not drawn from this zoom on.
const NEAR_ZOOM: f64 = 8.8;

/// A line of the sketch that cannot be read.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the sketch: {reason}")]
pub(crate) struct SketchError {
    line: usize,
    reason: &'static str,
}

/// What the text says, before it is a survey.
#[derive(Debug, Default)]
pub(crate) struct Sketch {
    /// Lines and areas.
    pub(crate) shapes: Vec<SketchShape>,
    /// Towns, countries, seas.
    pub(crate) names: Vec<Name>,
}

/// A stroke of the pen, or an area made of several.
#[derive(Debug)]
pub(crate) struct SketchShape {
    /// The word that began the line.
    pub(crate) kind: String,
    /// Its points.
    pub(crate) points: Vec<LatLon>,
    /// True when it only joins strokes drawn for themselves.
    pub(crate) joined: bool,
    /// True when it is one of the strokes joined into a land: a shore or a border of France.
    pub(crate) of_france: bool,
}

impl Basemap {
    /// The sketch: outline, regions, overseas departments and about a hundred towns.
    pub fn sketch() -> Self {
        let survey = Sketch::embedded().into_survey();
        Self::open(encode(&survey, &mut |_| {})).unwrap_or_default()
    }
}

impl Sketch {
    /// The sketch of the program.
    pub(crate) fn embedded() -> Self {
        Self::read(TEXT).unwrap_or_default()
    }

    /// Reads a text in the format of `sketch.txt`.
    pub(crate) fn read(text: &str) -> Result<Self, SketchError> {
        let mut sketch = Self::default();
        let mut strokes: HashMap<String, usize> = HashMap::new();
        for (number, line) in text.lines().enumerate() {
            let fail = |reason| SketchError { line: number + 1, reason };
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            if word.starts_with(|first: char| first == '-' || first.is_ascii_digit()) {
                let shape = sketch.shapes.last_mut().ok_or(fail("points before any stroke"))?;
                let points = line.split_whitespace().map(point).collect::<Option<Vec<_>>>();
                shape.points.extend(points.ok_or(fail("a point is \"lat,lon\""))?);
            } else if let "town" | "country" | "water" = word {
                let name = name(word, rest);
                sketch.names.push(name.ok_or(fail("a name needs its place"))?);
            } else {
                let (name, made_of) = rest.split_once(" = ").unwrap_or((rest, ""));
                let points = sketch.joined(made_of, &strokes).ok_or(fail("unknown stroke"))?;
                strokes.insert(name.to_owned(), sketch.shapes.len());
                let kind = word.to_owned();
                let joined = !made_of.is_empty();
                sketch.shapes.push(SketchShape { kind, points, joined, of_france: false });
            }
        }
        Ok(sketch)
    }

    /// The points of several strokes end to end.
    fn joined(&mut self, made_of: &str, strokes: &HashMap<String, usize>) -> Option<Vec<LatLon>> {
        let mut points: Vec<LatLon> = Vec::new();
        for name in made_of.split_whitespace() {
            let shape = self.shapes.get_mut(*strokes.get(name)?)?;
            shape.of_france = true;
            let joint = points.last().is_some_and(|last| Some(last) == shape.points.first());
            points.extend(shape.points.iter().skip(usize::from(joint)));
        }
        Some(points)
    }

    /// The sketch as a survey: all of it from afar, no water inland from near, where lines so
    /// coarse would lie.
    pub(crate) fn into_survey(self) -> Survey {
        let shapes: Vec<Shape> = self.shapes.iter().flat_map(SketchShape::as_shapes).collect();
        let is_dry = |shape: &&Shape| !matches!(shape.layer, Layer::Rivers | Layer::Lakes);
        let dry = shapes.iter().filter(is_dry).cloned().collect();
        let sheet = |from_zoom, shapes| Sheet {
            from_zoom,
            tile_zoom: TILE_ZOOM,
            within: Vec::new(),
            shapes,
            names: self.names.clone(),
        };
        let sheets = vec![sheet(0.0, shapes), sheet(NEAR_ZOOM, dry)];
        Survey { attribution: ATTRIBUTION.to_owned(), sheets }
    }
}

impl SketchShape {
    /// What the pen draws for it: an island is both land and shore.
    pub(crate) fn as_shapes(&self) -> Vec<Shape> {
        let layers: &[Layer] = match self.kind.as_str() {
            "coast" => &[Layer::Coast],
            "border" => &[Layer::Borders],
            "region" => &[Layer::Limit1],
            "river" => &[Layer::Rivers],
            "lake" => &[Layer::Lakes],
            "neighbour" => &[Layer::Neighbours],
            "land" if self.joined => &[Layer::Land],
            "land" => &[Layer::Land, Layer::Coast],
            _ => &[],
        };
        let mut points = self.points.clone();
        if self.kind == "land" {
            points.extend(self.points.first());
        }
        let shape = |&layer| Shape::new(layer, vec![points.clone()]);
        layers.iter().map(shape).collect()
    }
}

fn name(word: &str, rest: &str) -> Option<Name> {
    match word {
        "town" => town(rest),
        "country" => backdrop(rest, Rank::Country),
        _ => backdrop(rest, Rank::Water),
    }
}

fn town(rest: &str) -> Option<Name> {
    let mut words = rest.splitn(4, ' ');
    let rank = match words.next()? {
        "1" => Rank::Town1,
        "2" => Rank::Town2,
        "3" => Rank::Town3,
        _ => return None,
    };
    let weight = words.next()?.parse::<u32>().ok()?.saturating_mul(1000);
    let at = point(words.next()?)?;
    Some(Name { at, rank, weight, text: words.next()?.to_owned() })
}

fn backdrop(rest: &str, rank: Rank) -> Option<Name> {
    let (place, text) = rest.split_once(' ')?;
    Some(Name { at: point(place)?, rank, weight: 0, text: text.to_owned() })
}

fn point(word: &str) -> Option<LatLon> {
    let (lat, lon) = word.split_once(',')?;
    Some(LatLon { lat: lat.parse().ok()?, lon: lon.parse().ok()? })
}

#[cfg(test)]
mod tests;
