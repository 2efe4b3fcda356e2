//! Land, shore and limits out of the contours of territories.

use crate::layer::Layer;
use crate::projection::{Bounds, LatLon};
use crate::sketch::SketchShape;
use crate::survey::Shape;

use super::geojson::Feature;
use super::mosaic::{Mosaic, Sides};
use super::sources::Detail;
use super::{BuildError, Workshop};

/// How far from a drawn border the outside is still taken for one, in degrees.
const BORDER_DEGREES: f64 = 0.12;

/// All territories as one land, the limits between them gone.
pub(super) fn merged(territories: &[Feature]) -> Shape {
    Shape { layer: Layer::Land, strokes: Mosaic::of(territories).outside() }
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
    let mut shapes = vec![Shape { layer: Layer::Land, strokes: mosaic.outside() }];
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
    shapes.push(shore(workshop, &mosaic));
    shapes.extend(overseas(workshop, territories));
    if detail == Detail::Close
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
            regions.iter().position(|region| covers(region, inside))
        })
        .collect();
    let region = |territory: usize| region_of.get(territory).copied().flatten();
    mosaic.lines(|sides, _| sides.other.is_some_and(|other| region(sides.one) != region(other)))
}

/// The outside that is not a border with another country.
fn shore(workshop: &Workshop<'_>, mosaic: &Mosaic) -> Shape {
    let borders: Vec<&SketchShape> =
        workshop.sketch.shapes.iter().filter(|shape| shape.kind == "border").collect();
    let strokes = mosaic.lines(|sides, middle| {
        sides.other.is_none() && !borders.iter().any(|border| is_near(border, middle))
    });
    Shape { layer: Layer::Coast, strokes }
}

/// The overseas departments of the sketch that no territory covers.
fn overseas(workshop: &mut Workshop<'_>, territories: &[Feature]) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let boxes: Vec<Bounds> =
        territories.iter().map(|one| super::bounds_of(std::slice::from_ref(one))).collect();
    for shape in workshop.sketch.shapes.iter().filter(|shape| shape.kind == "land") {
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

fn covers(territory: &Feature, point: LatLon) -> bool {
    let west = |ring: &Vec<LatLon>| {
        crossings(ring, point.lat).into_iter().filter(|lon| *lon < point.lon).count()
    };
    let count: usize = territory.polygons.iter().flatten().map(west).sum();
    count % 2 == 1
}

/// The longitudes where a ring crosses a parallel.
fn crossings(ring: &[LatLon], lat: f64) -> Vec<f64> {
    let next = ring.iter().cycle().skip(1);
    ring.iter()
        .zip(next)
        .filter(|(from, to)| (from.lat > lat) != (to.lat > lat))
        .map(|(from, to)| from.lon + (lat - from.lat) / (to.lat - from.lat) * (to.lon - from.lon))
        .collect()
}

/// True when a point is near a drawn stroke, but not off its ends.
fn is_near(stroke: &SketchShape, point: LatLon) -> bool {
    let shrink = point.lat.to_radians().cos();
    stroke.points.windows(2).any(|pair| {
        let &[from, to] = pair else { return false };
        let (x, y) = ((to.lon - from.lon) * shrink, to.lat - from.lat);
        let (point_x, point_y) = ((point.lon - from.lon) * shrink, point.lat - from.lat);
        let square = x * x + y * y;
        let share = if square > 0.0 { (point_x * x + point_y * y) / square } else { 0.0 };
        let (off_x, off_y) = (point_x - share * x, point_y - share * y);
        (-0.05..=1.05).contains(&share) && off_x.hypot(off_y) < BORDER_DEGREES
    })
}
