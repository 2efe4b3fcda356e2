//! The sleeve: tells, point after point, whether a straight stroke still passes near all of them.
//!
//! From the last kept point a sector opens that every straight stroke must stay in to pass within
//! the tolerance of the points met so far. A point outside the sector ends the stroke at the
//! point before. One look at each point is enough, and what is left out is never farther from the
//! drawing than the tolerance.

use crate::projection::Spot;

/// The sector that is left, from a kept point.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sleeve {
    from: Spot,
    tolerance: f64,
    /// Left and right edges of the sector, once a point was far enough to open one.
    edges: Option<(Spot, Spot)>,
    /// The farthest a point has been.
    reach: f64,
}

impl Sleeve {
    /// Opens at a kept point; `tolerance` is in the same units as the points.
    pub(super) fn new(from: Spot, tolerance: f64) -> Self {
        Self { from, tolerance, edges: None, reach: 0.0 }
    }

    /// True when a straight stroke can go on to this point; the sector then narrows to it.
    pub(super) fn admits(&mut self, point: Spot) -> bool {
        let way = Spot { x: point.x - self.from.x, y: point.y - self.from.y };
        let distance = (way.x * way.x + way.y * way.y).sqrt();
        if distance + self.tolerance < self.reach {
            return false;
        }
        if let Some((left, right)) = self.edges
            && (cross(left, way) > 0.0 || cross(right, way) < 0.0)
        {
            return false;
        }
        self.reach = self.reach.max(distance);
        if distance > self.tolerance {
            self.narrow(way, distance);
        }
        true
    }

    fn narrow(&mut self, way: Spot, distance: f64) {
        let scale = self.tolerance / distance;
        let aside = Spot { x: -way.y * scale, y: way.x * scale };
        let left = Spot { x: way.x + aside.x, y: way.y + aside.y };
        let right = Spot { x: way.x - aside.x, y: way.y - aside.y };
        self.edges = Some(match self.edges {
            None => (left, right),
            Some((old_left, old_right)) => (
                if cross(old_left, left) < 0.0 { left } else { old_left },
                if cross(old_right, right) > 0.0 { right } else { old_right },
            ),
        });
    }
}

/// Above zero when the second direction is to the left of the first.
fn cross(one: Spot, other: Spot) -> f64 {
    one.x * other.y - one.y * other.x
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(x: f64, y: f64) -> Spot {
        Spot { x, y }
    }

    #[test]
    fn a_trembling_line_is_straight_and_a_corner_is_not() {
        let mut sleeve = Sleeve::new(spot(0.0, 0.0), 0.5);
        assert!(sleeve.admits(spot(5.0, 0.3)) && sleeve.admits(spot(10.0, -0.3)));
        assert!(!sleeve.admits(spot(12.0, 4.0)));
    }

    #[test]
    fn going_back_is_not_going_straight() {
        let mut sleeve = Sleeve::new(spot(0.0, 0.0), 0.5);
        assert!(sleeve.admits(spot(10.0, 0.0)) && !sleeve.admits(spot(4.0, 0.0)));
    }
}
