//! Land, shore and limits out of the contours of territories.

use crate::layer::Layer;
use crate::projection::{Bounds, LatLon};
use crate::sketch::{Sketch, SketchShape};
use crate::survey::Shape;

use super::geojson::Feature;
use super::mosaic::{Mosaic, Sides};
use super::neighbours::holds;
use super::sources::Detail;
use super::{BuildError, Workshop};

/// How far from a drawn border the outside of the land is still taken for one, in degrees.
const BORDER_DEGREES: f64 = 0.25;

/// The shores and borders of France as they are drawn, to tell one from the other.
pub(super) struct Drawn {
    borders: Vec<(LatLon, LatLon)>,
    shores: Vec<(LatLon, LatLon)>,
}

impl Drawn {
    /// Those of the sketch.
    pub(super) fn of(sketch: &Sketch) -> Self {
        let stretches = |wanted: fn(&SketchShape) -> bool| {
            let chosen = sketch.shapes.iter().filter(|shape| wanted(shape));
            let pair = |pair: &[LatLon]| Some((*pair.first()?, *pair.last()?));
            chosen.flat_map(|shape| shape.points.windows(2).filter_map(pair)).collect()
        };
        Self {
            borders: stretches(|shape| shape.of_france && shape.kind == "border"),
            shores: stretches(|shape| {
                shape.kind == "coast" || (shape.kind == "land" && !shape.joined)
            }),
        }
    }

    /// True when a point of the outside of the land lies on a border rather than on a shore.
    pub(super) fn is_border(&self, point: LatLon) -> bool {
        let border = nearest(&self.borders, point);
        border < BORDER_DEGREES && border < nearest(&self.shores, point)
    }

    /// True when a point is so near a border of France that it can only be one.
    pub(super) fn is_on_border(&self, point: LatLon) -> bool {
        nearest(&self.borders, point) < BORDER_DEGREES / 2.0
    }
}

fn nearest(stretches: &[(LatLon, LatLon)], point: LatLon) -> f64 {
    (stretches.iter())
        .filter(|(from, _)| (from.lat - point.lat).abs() < 1.0)
        .map(|(from, to)| distance_degrees(point, *from, *to))
        .fold(f64::INFINITY, f64::min)
}

/// How far a point is from a stretch, in degrees of latitude.
pub(super) fn distance_degrees(point: LatLon, from: LatLon, to: LatLon) -> f64 {
    let shrink = point.lat.to_radians().cos();
    let (x, y) = ((to.lon - from.lon) * shrink, to.lat - from.lat);
    let (off_x, off_y) = ((point.lon - from.lon) * shrink, point.lat - from.lat);
    let square = x * x + y * y;
    let share = if square > 0.0 { ((off_x * x + off_y * y) / square).clamp(0.0, 1.0) } else { 0.0 };
    (off_x - share * x).hypot(off_y - share * y)
}

/// The land of these territories without the limits between them, its shore, and its borders
/// with the seam that hides gaps under them.
pub(super) fn edges(workshop: &Workshop<'_>, mosaic: &Mosaic) -> Vec<Shape> {
    let drawn = &workshop.drawn;
    let outer = |border: bool| {
        mosaic.lines(|sides, middle| sides.other.is_none() && drawn.is_border(middle) == border)
    };
    let borders = outer(true);
    vec![
        Shape { layer: Layer::Land, strokes: mosaic.outside() },
        Shape { layer: Layer::Seam, strokes: borders.clone() },
        Shape { layer: Layer::Borders, strokes: borders },
        Shape { layer: Layer::Coast, strokes: outer(false) },
    ]
}

/// Everything about France from contours of departments, regions, or both, and communes if any.
pub(super) fn from_contours(
    workshop: &mut Workshop<'_>,
    detail: Detail,
) -> Result<Vec<Shape>, BuildError> {
    let departments = workshop.sources.contours("departements", detail)?;
    let regions = workshop.sources.contours("regions", detail)?;
    let Some(territories) = departments.as_ref().or(regions.as_ref()) else {
        return Err(BuildError::NoLand);
    };
    let mosaic = Mosaic::of(territories);
    let mut shapes = edges(workshop, &mosaic);
    let shared = |sides: Sides, _: LatLon| sides.other.is_some();
    if departments.is_some() {
        shapes.push(Shape { layer: Layer::Limit2, strokes: mosaic.lines(shared) });
    } else {
        workshop.sources.miss("departments: only regions".to_owned());
    }
    match (&departments, &regions) {
        (Some(departments), Some(regions)) => {
            let strokes = limits_between_regions(&mosaic, departments, regions);
            shapes.push(Shape { layer: Layer::Limit1, strokes });
        }
        (None, Some(_)) => {
            shapes.push(Shape { layer: Layer::Limit1, strokes: mosaic.lines(shared) });
        }
        _ => workshop.sources.miss("limits of regions: none".to_owned()),
    }
    shapes.extend(overseas(workshop, territories));
    if detail == Detail::Town
        && let Some(communes) = workshop.sources.contours("communes", detail)?
    {
        let strokes = Mosaic::of(&communes).lines(shared);
        shapes.push(Shape { layer: Layer::Limit3, strokes });
    }
    Ok(shapes)
}

/// The limits between departments of two regions; the region of each is where its middle lies.
fn limits_between_regions(
    mosaic: &Mosaic,
    departments: &[Feature],
    regions: &[Feature],
) -> Vec<Vec<LatLon>> {
    let region_of: Vec<Option<usize>> = (departments.iter())
        .map(|department| {
            let inside = inner_point(department)?;
            regions.iter().position(|region| holds(region, inside))
        })
        .collect();
    let region = |territory: usize| region_of.get(territory).copied().flatten();
    mosaic.lines(|sides, _| sides.other.is_some_and(|other| region(sides.one) != region(other)))
}

/// The overseas departments of the sketch that no territory covers.
fn overseas(workshop: &mut Workshop<'_>, territories: &[Feature]) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let boxes: Vec<Bounds> =
        territories.iter().map(|one| super::bounds_of(std::slice::from_ref(one))).collect();
    let of_france = |shape: &&SketchShape| shape.kind == "land" || shape.of_france;
    for shape in workshop.sketch.shapes.iter().filter(of_france) {
        let covered = |point: &LatLon| boxes.iter().any(|bounds| bounds.contains(*point));
        if !shape.points.iter().any(covered) {
            shapes.extend(shape.as_shapes());
        }
    }
    if !shapes.is_empty() {
        workshop.sources.miss("overseas departments: those of the sketch".to_owned());
    }
    shapes
}

/// A point inside a territory: in the middle of the widest stretch of a line across it.
fn inner_point(territory: &Feature) -> Option<LatLon> {
    let ring =
        territory.polygons.iter().filter_map(|rings| rings.first()).max_by_key(|r| r.len())?;
    let south = ring.iter().map(|point| point.lat).fold(f64::INFINITY, f64::min);
    let north = ring.iter().map(|point| point.lat).fold(f64::NEG_INFINITY, f64::max);
    let lat = f64::midpoint(south, north);
    let mut crossings = crossings(ring, lat);
    crossings.sort_by(f64::total_cmp);
    let widest = crossings
        .chunks_exact(2)
        .filter_map(|pair| Some((*pair.first()?, *pair.last()?)))
        .max_by(|one, two| (one.1 - one.0).total_cmp(&(two.1 - two.0)))?;
    Some(LatLon { lat, lon: f64::midpoint(widest.0, widest.1) })
}

/// The longitudes where a ring crosses a parallel.
pub(super) fn crossings(ring: &[LatLon], lat: f64) -> Vec<f64> {
    let next = ring.iter().cycle().skip(1);
    ring.iter()
        .zip(next)
        .filter(|(from, to)| (from.lat > lat) != (to.lat > lat))
        .map(|(from, to)| from.lon + (lat - from.lat) / (to.lat - from.lat) * (to.lon - from.lon))
        .collect()
}
