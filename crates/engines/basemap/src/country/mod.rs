//! A whole country from official files: one compact basemap, five levels of detail.
//!
//! The files are looked for by name, plain or compressed with gzip; whatever is missing is
//! replaced by the next best thing (another level of detail, contours of departments or of
//! regions, the sketch), and the report says what was found. See [`build_country`].

mod geojson;
mod mosaic;
mod neighbours;
mod outline;
mod simplify;
mod sources;
mod towns;

use crate::encode::encode;
use crate::layer::Layer;
use crate::projection::{Bounds, LatLon};
use crate::sketch::{Sketch, SketchShape};
use crate::survey::{Shape, Sheet, Survey};

use geojson::Feature;
use mosaic::Mosaic;
use outline::Drawn;
use sources::{Detail, Sources};

/// A country, ready to be written to a file and opened by [`crate::Basemap::open`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// The bytes of the basemap file.
    pub bytes: Vec<u8>,
    /// What it was made from.
    pub report: CountryReport,
}

/// What a country was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountryReport {
    /// Files that were read.
    pub found: Vec<SourceFound>,
    /// What no file gave, in words, with what stands in its place.
    pub missing: Vec<String>,
    /// How many names it carries, at the closest level.
    pub names: usize,
}

/// One file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFound {
    /// Its name.
    pub file: String,
    /// How many features, or towns, it holds.
    pub features: usize,
}

/// How far a build is.
#[derive(Clone, Debug, PartialEq)]
pub struct BuildProgress {
    /// What is being done.
    pub step: String,
    /// The share of the whole that is done, 0 to 1.
    pub share: f64,
}

/// Why a country could not be built.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BuildError {
    /// Neither land, nor departments, nor regions.
    #[error("no contour of land, departments or regions was found")]
    NoLand,
    /// A file is there but cannot be read.
    #[error("{file} cannot be read: {reason}")]
    Unreadable {
        /// Its name.
        file: String,
        /// What the reader met.
        reason: String,
    },
}

/// What is given to a build: files by name, and someone to tell how far it is.
pub(crate) struct Workshop<'a> {
    sources: Sources<'a>,
    sketch: Sketch,
    drawn: Drawn,
    progress: &'a mut dyn FnMut(BuildProgress),
}

/// Builds a basemap from the files that `load` can give by name (`None` when there is none).
///
/// Asked for, each also with `.gz` after it, at three precisions `x` (`a` about 1 km,
/// `b` 100 m, `c` 50 m): `terre_x`, `lim_region_x`, `lim_dep_x`, `lim_com_x`,
/// `urbain_x`, and once `voisins`, `frontieres`, `lacs`, `rivieres`, all `.geojson`; the towns in
/// `communes_points.json` or `communes-2026-avec-centroides.csv`. Instead of `terre` and
/// the limits, contours of departments and regions will do: `departements-1000m.geojson` (100m,
/// 50m) or `departements-version-simplifiee.geojson`, and the same for `regions`.
///
/// # Errors
/// [`BuildError`] when a file cannot be read or none gives any land.
pub fn build_country(
    load: &dyn Fn(&str) -> Option<Vec<u8>>,
    progress: &mut dyn FnMut(BuildProgress),
) -> Result<Country, BuildError> {
    let sketch = Sketch::embedded();
    let drawn = Drawn::of(&sketch);
    let mut workshop = Workshop { sources: Sources::new(load), sketch, drawn, progress };
    let mut sheets = Vec::new();
    for (place, detail) in (0..).zip(Detail::ALL) {
        workshop.tell(&format!("level {}", detail.letter()), place, 10);
        sheets.push(workshop.sheet(detail)?);
    }
    workshop.name_towns(&mut sheets)?;
    let attribution = workshop.sources.attribution();
    let names = sheets.last().map_or(0, |sheet| sheet.names.len());
    let survey = Survey { attribution, sheets };
    let Workshop { sources, progress, .. } = workshop;
    let bytes = encode(&survey, &mut |share| {
        progress(BuildProgress { step: "tiles".to_owned(), share: 0.5 + share / 2.0 });
    });
    let (found, missing) = sources.into_report();
    Ok(Country { bytes, report: CountryReport { found, missing, names } })
}

impl Workshop<'_> {
    fn tell(&mut self, step: &str, done: u8, total: u8) {
        let share = f64::from(done) / f64::from(total);
        (self.progress)(BuildProgress { step: step.to_owned(), share });
    }

    /// Everything of one level of detail but the names of towns.
    fn sheet(&mut self, detail: Detail) -> Result<Sheet, BuildError> {
        let mut shapes = self.neighbours(detail)?;
        shapes.extend(self.france(detail)?);
        shapes.extend(self.towns_ground(detail)?);
        shapes.extend(self.water(detail)?);
        if let Some(tolerance) = detail.tolerance_degrees() {
            shapes.retain(|shape| !detail.is_without(shape.layer));
            for shape in &mut shapes {
                let looseness = simplify::looseness(shape.layer);
                simplify::shape(shape, tolerance * looseness);
            }
        }
        Ok(Sheet {
            from_zoom: detail.first_zoom(),
            tile_zoom: detail.tile_zoom(),
            within: detail.within(),
            shapes,
            names: Vec::new(),
        })
    }

    /// Land, shore and limits: from ready files, or derived from contours.
    fn france(&mut self, detail: Detail) -> Result<Vec<Shape>, BuildError> {
        let Some(land) = self.sources.level("terre", detail)? else {
            return outline::from_contours(self, detail);
        };
        let mut shapes = outline::edges(self, &Mosaic::of(&land));
        for (stem, layer, words) in [
            ("lim_com", Layer::Limit3, "limits of communes"),
            ("lim_dep", Layer::Limit2, "limits of departments"),
            ("lim_region", Layer::Limit1, "limits of regions"),
        ] {
            if layer == Layer::Limit3 && detail != Detail::Town {
                continue;
            }
            match self.sources.level(stem, detail)? {
                Some(features) => shapes.push(lines(layer, &features)),
                None => self.sources.miss(format!("{words} ({stem})")),
            }
        }
        Ok(shapes)
    }

    fn towns_ground(&mut self, detail: Detail) -> Result<Vec<Shape>, BuildError> {
        let Some(features) = self.sources.level("urbain", detail)? else {
            self.sources.miss("inhabited ground (urbain): none".to_owned());
            return Ok(Vec::new());
        };
        let density = [Layer::Urban1, Layer::Urban2, Layer::Urban3];
        let of_density = |(layer, number): (Layer, u8)| {
            let chosen = features.iter().filter(|feature| feature.density == Some(number));
            areas(layer, &chosen.cloned().collect::<Vec<_>>())
        };
        Ok(density.into_iter().zip(1..).map(of_density).collect())
    }

    fn water(&mut self, detail: Detail) -> Result<Vec<Shape>, BuildError> {
        let mut shapes = Vec::new();
        let large_enough = |feature: &Feature| feature.scale_rank <= detail.smallest_water();
        for (stem, kind, layer) in
            [("lacs", "lake", Layer::Lakes), ("rivieres", "river", Layer::Rivers)]
        {
            let Some(mut features) = self.sources.once(stem)? else {
                self.sources.miss(format!("water inland ({stem}): that of the sketch"));
                shapes.extend(self.sketched(|shape| shape.kind == kind));
                continue;
            };
            features.retain(large_enough);
            let draw = if layer.is_area() { areas } else { lines };
            shapes.push(draw(layer, &features));
        }
        Ok(shapes)
    }

    /// Strokes of the sketch that are wanted.
    fn sketched(&self, wanted: impl Fn(&SketchShape) -> bool) -> Vec<Shape> {
        let chosen = self.sketch.shapes.iter().filter(|shape| wanted(shape));
        chosen.flat_map(SketchShape::as_shapes).collect()
    }
}

/// All polygons of these features as one shape, outer rings turning one way, holes the other.
fn areas(layer: Layer, features: &[Feature]) -> Shape {
    let rings = features.iter().flat_map(|feature| feature.polygons.iter().flatten());
    Shape { layer, strokes: rings.cloned().collect() }
}

/// All lines of these features as one shape.
fn lines(layer: Layer, features: &[Feature]) -> Shape {
    let strokes = features.iter().flat_map(|feature| feature.lines.iter().cloned());
    Shape { layer, strokes: strokes.collect() }
}

/// The box around all polygons of these features.
fn bounds_of(features: &[Feature]) -> Bounds {
    let mut bounds = Bounds {
        min: LatLon { lat: f64::INFINITY, lon: f64::INFINITY },
        max: LatLon { lat: f64::NEG_INFINITY, lon: f64::NEG_INFINITY },
    };
    let rings = features.iter().flat_map(|feature| feature.polygons.iter().flatten());
    for point in rings.flatten() {
        bounds.min.lat = bounds.min.lat.min(point.lat);
        bounds.min.lon = bounds.min.lon.min(point.lon);
        bounds.max.lat = bounds.max.lat.max(point.lat);
        bounds.max.lon = bounds.max.lon.max(point.lon);
    }
    bounds
}
