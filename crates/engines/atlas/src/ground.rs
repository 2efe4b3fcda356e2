//! Where places are: columns of coordinates, and a grid of tenths of a degree over them.
//!
//! Distances are compared as squared chords through the globe, which order as great circles do
//! and cost three subtractions; metres are computed for the hits shown only.

use std::collections::BTreeMap;

use base::{Bounds, Point};

use crate::bits::Bits;

/// Mean radius of the globe, as `base` has it.
const EARTH_RADIUS_M: f64 = 6_371_008.8;
/// Cells per degree.
const FINENESS: f64 = 10.0;
/// Columns of cells round the globe, the last one for the antimeridian itself.
const COLUMNS: u32 = 3_601;

/// A slot and the squared chord from a point, on a globe of radius 1.
pub(crate) type Reach = (u32, f64);

/// Coordinates of all slots; not-a-number where a place has none.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ground {
    points: Vec<Point>,
    on_sphere: Vec<[f64; 3]>,
    /// On the square map of the world, both from 0 to 1; see [`on_map`].
    on_map: Vec<[f64; 2]>,
    placed: Bits,
    cells: BTreeMap<u32, Vec<u32>>,
}

const NOWHERE: Point = Point { lat: f64::NAN, lon: f64::NAN };

impl Ground {
    pub(crate) fn put(&mut self, slot: u32, point: Option<Point>) {
        let at = slot as usize;
        if at >= self.points.len() {
            self.points.resize(at + 1, NOWHERE);
            self.on_sphere.resize(at + 1, [f64::NAN; 3]);
            self.on_map.resize(at + 1, [f64::NAN; 2]);
        }
        let Some(point) = point.and_then(|point| Point::new(point.lat, point.lon)) else { return };
        self.points[at] = point;
        self.on_sphere[at] = on_sphere(point);
        self.on_map[at] = on_map(point);
        self.placed.insert(slot);
        self.cells.entry(cell(point)).or_default().push(slot);
    }

    pub(crate) fn remove(&mut self, slot: u32) {
        let Some(point) = self.point(slot) else { return };
        self.points[slot as usize] = NOWHERE;
        self.on_sphere[slot as usize] = [f64::NAN; 3];
        self.placed.remove(slot);
        if let Some(slots) = self.cells.get_mut(&cell(point)) {
            slots.retain(|&other| other != slot);
            if slots.is_empty() {
                self.cells.remove(&cell(point));
            }
        }
    }

    pub(crate) fn point(&self, slot: u32) -> Option<Point> {
        self.placed.contains(slot).then(|| self.points[slot as usize])
    }

    /// The point of a slot that has one, and the same on the square map.
    #[inline]
    pub(crate) fn mapped(&self, slot: u32) -> (Point, [f64; 2]) {
        (self.points[slot as usize], self.on_map[slot as usize])
    }

    /// The slots that have a point.
    pub(crate) fn placed(&self) -> &Bits {
        &self.placed
    }

    /// The slots inside a box.
    pub(crate) fn inside(&self, bounds: &Bounds) -> Bits {
        let mut set = Bits::with_room(self.points.len());
        match self.cells_over(bounds) {
            Some(rows) => {
                for row in rows {
                    for &slot in self.cells.range(row).flat_map(|(_, slots)| slots) {
                        if bounds.contains(self.points[slot as usize]) {
                            set.insert(slot);
                        }
                    }
                }
            }
            None => {
                for (word, points) in set.words.iter_mut().zip(self.points.chunks(64)) {
                    let bits = points.iter().zip(0u32..);
                    *word = bits.fold(0, |word, (&point, bit)| {
                        word | u64::from(bounds.contains(point)) << bit
                    });
                }
            }
        }
        set
    }

    /// The slots within `radius_m` metres of a point, with their chords; in no order.
    pub(crate) fn around(&self, centre: Point, radius_m: f64) -> Vec<Reach> {
        let Some(centre) = Point::new(centre.lat, centre.lon) else { return Vec::new() };
        if radius_m.is_nan() || radius_m < 0.0 {
            return Vec::new();
        }
        let limit = squared_chord(radius_m);
        let from = on_sphere(centre);
        let mut found = Vec::new();
        let mut consider = |slot: u32| {
            let reach = self.reach(slot, from);
            if reach <= limit {
                found.push((slot, reach));
            }
        };
        match box_around(centre, radius_m).and_then(|bounds| self.cells_over(&bounds)) {
            Some(rows) => {
                for row in rows {
                    let cells = self.cells.range(row);
                    cells.flat_map(|(_, slots)| slots).for_each(|&slot| consider(slot));
                }
            }
            None => self.placed.iter().for_each(consider),
        }
        found
    }

    /// The chords of the slots of a set that have a point.
    pub(crate) fn reaches(&self, set: &Bits, from: Point) -> Vec<Reach> {
        let from = on_sphere(from);
        let placed = set.iter().filter(|&slot| self.placed.contains(slot));
        placed.map(|slot| (slot, self.reach(slot, from))).collect()
    }

    /// At least `count` slots accepted by `wanted`, surely with the nearest of them, or all of
    /// them if there are fewer; in no order.
    pub(crate) fn nearest(
        &self,
        from: Point,
        count: usize,
        wanted: impl Fn(u32) -> bool,
    ) -> Vec<Reach> {
        let mut radius_m = 4_000.0;
        loop {
            let mut found = self.around(from, radius_m);
            found.retain(|&(slot, _)| wanted(slot));
            if found.len() >= count || radius_m > std::f64::consts::PI * EARTH_RADIUS_M {
                return found;
            }
            radius_m *= if found.len() * 4 > count { 2.0 } else { 4.0 };
        }
    }

    /// Measures squared chords from a point.
    pub(crate) fn measure(&self, from: Point) -> impl Fn(u32) -> f64 {
        let from = on_sphere(from);
        move |slot| self.reach(slot, from)
    }

    #[inline]
    fn reach(&self, slot: u32, from: [f64; 3]) -> f64 {
        let to = self.on_sphere[slot as usize];
        let [x, y, z] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
        x * x + y * y + z * z
    }

    /// The keys of the cells over a box, row by row; None when reading all points is cheaper.
    fn cells_over(
        &self,
        bounds: &Bounds,
    ) -> Option<impl Iterator<Item = std::ops::RangeInclusive<u32>> + use<>> {
        let (south, west) = row_and_column(bounds.min);
        let (north, east) = row_and_column(bounds.max);
        if north < south || east < west {
            return None;
        }
        let cells = (north - south + 1) as usize * (east - west + 1) as usize;
        let cheap = cells < 256 + self.points.len() / 64;
        cheap.then(|| (south..=north).map(move |row| row * COLUMNS + west..=row * COLUMNS + east))
    }
}

/// The squared chord of a distance along the globe, on a globe of radius 1.
pub(crate) fn squared_chord(distance_m: f64) -> f64 {
    let angle = distance_m / EARTH_RADIUS_M;
    if angle >= std::f64::consts::PI { f64::INFINITY } else { 4.0 * (angle / 2.0).sin().powi(2) }
}

fn on_sphere(point: Point) -> [f64; 3] {
    let (lat, lon) = (point.lat.to_radians(), point.lon.to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
}

/// A point on the usual square map of the web, x to the east and y to the south, from 0 to 1.
pub(crate) fn on_map(point: Point) -> [f64; 2] {
    let x = (point.lon.clamp(-180.0, 180.0) + 180.0) / 360.0;
    let sine = point.lat.clamp(-85.06, 85.06).to_radians().sin();
    let y = 0.5 - ((1.0 + sine) / (1.0 - sine)).ln() / (4.0 * std::f64::consts::PI);
    [x, y]
}

fn row_and_column(point: Point) -> (u32, u32) {
    let row = ((point.lat.clamp(-90.0, 90.0) + 90.0) * FINENESS) as u32;
    let column = ((point.lon.clamp(-180.0, 180.0) + 180.0) * FINENESS) as u32;
    (row, column)
}

fn cell(point: Point) -> u32 {
    let (row, column) = row_and_column(point);
    row * COLUMNS + column
}

/// The box that surely holds a circle; None near a pole, over the antimeridian or when too wide.
fn box_around(centre: Point, radius_m: f64) -> Option<Bounds> {
    let angle = radius_m / EARTH_RADIUS_M;
    let lat = centre.lat.to_radians();
    if angle > 0.5 || lat.abs() + angle > 1.5 {
        return None;
    }
    // A little more than the circle, so that rounding loses no one at its edge.
    let north = angle.to_degrees() + 1e-7;
    let east = (angle.sin() / lat.cos()).min(1.0).asin().to_degrees() + 1e-7;
    let min = Point { lat: centre.lat - north, lon: centre.lon - east };
    let max = Point { lat: centre.lat + north, lon: centre.lon + east };
    (min.lon >= -180.0 && max.lon <= 180.0).then_some(Bounds { min, max })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_over_the_antimeridian_holds_both_sides() {
        let mut ground = Ground::default();
        ground.put(0, Point::new(-16.0, 179.99));
        ground.put(1, Point::new(-16.0, -179.99));
        ground.put(2, Point::new(-16.0, 179.0));
        let found = ground.around(Point { lat: -16.0, lon: 180.0 }, 5_000.0);
        assert_eq!(found.iter().map(|reach| reach.0).collect::<Vec<_>>(), [0, 1]);
    }

    #[test]
    fn nonsense_finds_no_one() {
        let mut ground = Ground::default();
        ground.put(0, Some(Point { lat: f64::NAN, lon: 0.0 }));
        ground.put(1, Point::new(48.0, 2.0));
        assert_eq!(ground.point(0), None);
        assert!(ground.around(NOWHERE, 1e9).is_empty());
        assert!(ground.around(Point { lat: 48.0, lon: 2.0 }, f64::NAN).is_empty());
        assert_eq!(ground.around(Point { lat: 48.0, lon: 2.0 }, f64::INFINITY).len(), 1);
    }
}
