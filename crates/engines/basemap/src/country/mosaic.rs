//! Territories that fit together: which stretches of contour they share, and which they do not.
//!
//! Official contours repeat a shared limit point for point on both sides. Counting the stretches
//! therefore tells everything: seen once it is the outside, seen twice a limit between two.

use std::collections::HashMap;

use crate::projection::LatLon;

use super::geojson::Feature;

/// Points closer than this many degrees are the same: about one centimetre.
const SAME_DEGREES: f64 = 1e-7;

type Stretch = (u32, u32);

/// The contours of all territories, cut into stretches between two points.
pub(super) struct Mosaic {
    points: Vec<LatLon>,
    /// By its two points, the smaller number first: the territories on either side.
    stretches: HashMap<Stretch, Sides>,
    /// Stretches in the order they were met, as they were walked.
    walked: Vec<Stretch>,
}

/// The territories a stretch belongs to, by their number among the features.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sides {
    /// The first met.
    pub(super) one: usize,
    /// The second, if any.
    pub(super) other: Option<usize>,
}

impl Mosaic {
    /// Cuts the contours of these territories.
    pub(super) fn of(features: &[Feature]) -> Self {
        let mut numbers: HashMap<(i64, i64), u32> = HashMap::new();
        let mut mosaic = Self { points: Vec::new(), stretches: HashMap::new(), walked: Vec::new() };
        for (territory, feature) in features.iter().enumerate() {
            for ring in feature.polygons.iter().flatten() {
                let walk: Vec<u32> =
                    ring.iter().map(|point| mosaic.number(*point, &mut numbers)).collect();
                let next = walk.iter().cycle().skip(1);
                for (&from, &to) in walk.iter().zip(next).filter(|(from, to)| from != to) {
                    mosaic.add((from, to), territory);
                }
            }
        }
        mosaic
    }

    fn number(&mut self, point: LatLon, numbers: &mut HashMap<(i64, i64), u32>) -> u32 {
        let next = u32::try_from(self.points.len()).unwrap_or(u32::MAX);
        let key = (cell(point.lat), cell(point.lon));
        let number = *numbers.entry(key).or_insert(next);
        if number == next {
            self.points.push(point);
        }
        number
    }

    fn add(&mut self, stretch: Stretch, territory: usize) {
        let new = Sides { one: territory, other: None };
        let mut met_before = true;
        let sides = self.stretches.entry(ordered(stretch)).or_insert_with(|| {
            met_before = false;
            new
        });
        if met_before {
            sides.other = Some(territory);
        } else {
            self.walked.push(stretch);
        }
    }

    /// The outside of all territories together, as closed rings: holes turn the other way.
    pub(super) fn outside(&self) -> Vec<Vec<LatLon>> {
        let outer = |stretch: &&Stretch| self.sides(**stretch).is_none_or(|s| s.other.is_none());
        let mut next: HashMap<u32, Vec<u32>> = HashMap::new();
        for &(from, to) in self.walked.iter().filter(outer) {
            next.entry(from).or_default().push(to);
        }
        let mut rings = Vec::new();
        for &(start, _) in self.walked.iter().filter(outer) {
            let mut ring = Vec::new();
            let mut at = start;
            while let Some(to) = next.get_mut(&at).and_then(Vec::pop) {
                ring.extend(self.points.get(at as usize));
                at = to;
            }
            if ring.len() > 2 {
                rings.push(ring);
            }
        }
        rings
    }

    /// The stretches that are wanted, joined into lines.
    ///
    /// `wanted` is given the sides of a stretch and its middle.
    pub(super) fn lines(&self, wanted: impl Fn(Sides, LatLon) -> bool) -> Vec<Vec<LatLon>> {
        let mut joints: HashMap<u32, Vec<u32>> = HashMap::new();
        let mut order = Vec::new();
        for &(from, to) in &self.walked {
            let chosen = self.sides((from, to)).zip(self.middle(from, to));
            if chosen.is_some_and(|(sides, middle)| wanted(sides, middle)) {
                joints.entry(from).or_default().push(to);
                joints.entry(to).or_default().push(from);
                order.extend([from, to]);
            }
        }
        let ends: Vec<u32> = (order.iter().copied())
            .filter(|point| joints.get(point).is_some_and(|around| around.len() != 2))
            .collect();
        let mut lines = Vec::new();
        for start in ends.into_iter().chain(order) {
            while joints.get(&start).is_some_and(|around| !around.is_empty()) {
                lines.push(self.follow(start, &mut joints));
            }
        }
        lines
    }

    /// Walks from a point to the next fork or end, and uses up what it walks.
    fn follow(&self, start: u32, joints: &mut HashMap<u32, Vec<u32>>) -> Vec<LatLon> {
        let mut line: Vec<LatLon> = self.points.get(start as usize).copied().into_iter().collect();
        let mut at = start;
        while let Some(to) = joints.get_mut(&at).and_then(Vec::pop) {
            line.extend(self.points.get(to as usize));
            let Some(back) = joints.get_mut(&to) else { break };
            if let Some(place) = back.iter().position(|point| *point == at) {
                back.swap_remove(place);
            }
            at = to;
            if back.len() != 1 {
                break;
            }
        }
        line
    }

    fn sides(&self, stretch: Stretch) -> Option<Sides> {
        self.stretches.get(&ordered(stretch)).copied()
    }

    fn middle(&self, from: u32, to: u32) -> Option<LatLon> {
        let (from, to) = (self.points.get(from as usize)?, self.points.get(to as usize)?);
        Some(LatLon { lat: f64::midpoint(from.lat, to.lat), lon: f64::midpoint(from.lon, to.lon) })
    }
}

fn ordered((from, to): Stretch) -> Stretch {
    (from.min(to), from.max(to))
}

#[expect(clippy::cast_possible_truncation, reason = "degrees divided stay far below the limit")]
fn cell(degrees: f64) -> i64 {
    (degrees / SAME_DEGREES).round() as i64
}

#[cfg(test)]
mod tests;
