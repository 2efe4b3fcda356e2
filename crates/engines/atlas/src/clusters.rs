//! Marks of the map: places too close to tell apart at a zoom become one.

use std::collections::HashMap;

use base::{Bounds, PlaceId, Point};

use crate::ground::on_map;
use crate::{Atlas, Filter, Spot};

/// Widest and tallest picture, in cells, kept as a table; beyond, cells are looked up by key.
const TABLE: i64 = 16_384;
/// Finest zoom asked for.
const FINEST: f64 = 24.0;
/// Parts of a degree in which middles are summed: whole numbers add up the same in any order.
const PARTS: f64 = 1e7;

/// Places of one cell.
#[derive(Clone, Copy, Default)]
struct Heap {
    count: usize,
    first: u32,
    lat_sum: i64,
    lon_sum: i64,
    bounds: Option<Bounds>,
}

impl Heap {
    fn add(&mut self, slot: u32, point: Point) {
        let bounds = self.bounds.get_or_insert(Bounds { min: point, max: point });
        widen(bounds, point);
        if self.count == 0 {
            self.first = slot;
        }
        self.count += 1;
        self.lat_sum += (point.lat * PARTS) as i64;
        self.lon_sum += (point.lon * PARTS) as i64;
    }

    fn spot(&self, id: impl Fn(u32) -> PlaceId) -> Option<Spot> {
        let bounds = self.bounds?;
        if self.count == 1 {
            return Some(Spot::One { id: id(self.first), point: bounds.min });
        }
        let mean = |sum: i64| sum as f64 / self.count as f64 / PARTS;
        let same_point = bounds.min == bounds.max;
        let middle = Point { lat: mean(self.lat_sum), lon: mean(self.lon_sum) };
        let point = if same_point { bounds.min } else { middle };
        Some(Spot::Many { count: self.count, point, bounds, same_point })
    }
}

/// Grows a box so that it holds a point.
pub(crate) fn widen(bounds: &mut Bounds, point: Point) {
    bounds.min.lat = bounds.min.lat.min(point.lat);
    bounds.min.lon = bounds.min.lon.min(point.lon);
    bounds.max.lat = bounds.max.lat.max(point.lat);
    bounds.max.lon = bounds.max.lon.max(point.lon);
}

/// The cells of the world at a zoom, of so many pixels, in the usual projection of web maps.
struct Cells {
    /// Cells across the world.
    across: f64,
}

impl Cells {
    fn new(zoom: f64, cell_px: f64) -> Self {
        let zoom = if zoom.is_nan() { 0.0 } else { zoom.clamp(0.0, FINEST) };
        let cell_px = if cell_px.is_nan() { 64.0 } else { cell_px.clamp(1.0, 4_096.0) };
        Self { across: 256.0 * zoom.exp2() / cell_px }
    }

    fn of(&self, [x, y]: [f64; 2]) -> (i64, i64) {
        ((x * self.across) as i64, (y * self.across) as i64)
    }
}

impl Atlas {
    /// The marks to draw in a box: the places that pass the filter, those in one cell of
    /// `cell_px` pixels at `zoom` (0 = the world in 256 pixels) drawn as one. Cells are tied to
    /// the world, so that moving the map does not reshuffle them. In a steady order.
    pub fn clusters(&self, filter: &Filter, bounds: Bounds, zoom: f64, cell_px: f64) -> Vec<Spot> {
        let mut set = self.choose(filter).all;
        set.keep(&self.ground.inside(&bounds));
        let cells = Cells::new(zoom, cell_px);
        let placed = set.iter().map(|slot| (slot, self.ground.mapped(slot)));
        let corner = |lat, lon| cells.of(on_map(Point { lat, lon }));
        let (west, north) = corner(bounds.max.lat, bounds.min.lon);
        let (east, south) = corner(bounds.min.lat, bounds.max.lon);
        let (wide, tall) = ((east - west + 1).max(0), (south - north + 1).max(0));
        let heaps = if wide.saturating_mul(tall) <= TABLE {
            let mut table = vec![Heap::default(); usize::try_from(wide * tall).unwrap_or(0)];
            for (slot, (point, mapped)) in placed {
                let (x, y) = cells.of(mapped);
                let at = (y - north) * wide + (x - west);
                if let Some(heap) = usize::try_from(at).ok().and_then(|at| table.get_mut(at)) {
                    heap.add(slot, point);
                }
            }
            table
        } else {
            let mut table: HashMap<(i64, i64), Heap> = HashMap::new();
            for (slot, (point, mapped)) in placed {
                let (x, y) = cells.of(mapped);
                table.entry((y, x)).or_default().add(slot, point);
            }
            let mut heaps: Vec<_> = table.into_iter().collect();
            heaps.sort_unstable_by_key(|(cell, _)| *cell);
            heaps.into_iter().map(|(_, heap)| heap).collect()
        };
        heaps.iter().filter_map(|heap| heap.spot(|slot| self.ids[slot as usize])).collect()
    }
}
