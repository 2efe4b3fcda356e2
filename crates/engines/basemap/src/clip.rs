//! Cutting shapes at the edges of a box, so that each tile holds only its own piece.

use crate::projection::Spot;

/// A box on the plane.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    /// Left and top.
    pub(crate) min: Spot,
    /// Right and bottom.
    pub(crate) max: Spot,
}

impl Window {
    /// The smallest box around these points.
    pub(crate) fn around(points: &[Spot]) -> Self {
        let mut window = Self {
            min: Spot { x: f64::INFINITY, y: f64::INFINITY },
            max: Spot { x: f64::NEG_INFINITY, y: f64::NEG_INFINITY },
        };
        for point in points {
            window.min.x = window.min.x.min(point.x);
            window.min.y = window.min.y.min(point.y);
            window.max.x = window.max.x.max(point.x);
            window.max.y = window.max.y.max(point.y);
        }
        window
    }

    /// True when the two boxes share a point.
    pub(crate) fn touches(&self, other: &Self) -> bool {
        self.min.x <= other.max.x
            && other.min.x <= self.max.x
            && self.min.y <= other.max.y
            && other.min.y <= self.max.y
    }

    fn edges(&self) -> [Edge; 4] {
        [
            Edge { vertical: true, at: self.min.x, keep_above: true },
            Edge { vertical: true, at: self.max.x, keep_above: false },
            Edge { vertical: false, at: self.min.y, keep_above: true },
            Edge { vertical: false, at: self.max.y, keep_above: false },
        ]
    }
}

/// One side of a box.
#[derive(Clone, Copy)]
struct Edge {
    vertical: bool,
    at: f64,
    keep_above: bool,
}

impl Edge {
    fn keeps(self, point: Spot) -> bool {
        let value = if self.vertical { point.x } else { point.y };
        if self.keep_above { value >= self.at } else { value <= self.at }
    }

    fn crossing(self, from: Spot, to: Spot) -> Spot {
        if self.vertical {
            let share = (self.at - from.x) / (to.x - from.x);
            Spot { x: self.at, y: from.y + share * (to.y - from.y) }
        } else {
            let share = (self.at - from.y) / (to.y - from.y);
            Spot { x: from.x + share * (to.x - from.x), y: self.at }
        }
    }
}

/// The part of a closed ring inside the box; empty when there is none.
///
/// A ring that enters the box several times stays one ring, its pieces joined along the edge:
/// right for a fill, which such joints do not change.
pub(crate) fn ring(points: &[Spot], window: &Window) -> Vec<Spot> {
    let mut kept = points.to_vec();
    for edge in window.edges() {
        let before = std::mem::take(&mut kept);
        let Some(&last) = before.last() else { return before };
        let mut from = last;
        for to in before {
            match (edge.keeps(from), edge.keeps(to)) {
                (true, true) => kept.push(to),
                (true, false) => kept.push(edge.crossing(from, to)),
                (false, true) => kept.extend([edge.crossing(from, to), to]),
                (false, false) => {}
            }
            from = to;
        }
    }
    kept
}

/// The pieces of a line inside the box.
pub(crate) fn line(points: &[Spot], window: &Window) -> Vec<Vec<Spot>> {
    let mut pieces = Vec::new();
    let mut piece: Vec<Spot> = Vec::new();
    for pair in points.windows(2) {
        let &[from, to] = pair else { continue };
        let Some((start, end)) = segment(from, to, window) else {
            finish(&mut piece, &mut pieces);
            continue;
        };
        if piece.last() != Some(&start) {
            finish(&mut piece, &mut pieces);
            piece.push(start);
        }
        piece.push(end);
    }
    finish(&mut piece, &mut pieces);
    pieces
}

fn finish(piece: &mut Vec<Spot>, pieces: &mut Vec<Vec<Spot>>) {
    if piece.len() > 1 {
        pieces.push(std::mem::take(piece));
    }
    piece.clear();
}

fn segment(from: Spot, to: Spot, window: &Window) -> Option<(Spot, Spot)> {
    let (mut start, mut end) = (from, to);
    for edge in window.edges() {
        match (edge.keeps(start), edge.keeps(end)) {
            (true, true) => {}
            (true, false) => end = edge.crossing(start, end),
            (false, true) => start = edge.crossing(start, end),
            (false, false) => return None,
        }
    }
    Some((start, end))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn unit() -> Window {
        Window { min: Spot { x: 0.0, y: 0.0 }, max: Spot { x: 1.0, y: 1.0 } }
    }

    fn spots() -> impl Strategy<Value = Vec<Spot>> {
        let spot = (-2.0_f64..3.0, -2.0_f64..3.0).prop_map(|(x, y)| Spot { x, y });
        prop::collection::vec(spot, 0..12)
    }

    fn is_inside(spot: &Spot) -> bool {
        let range = -1e-9..=1.0 + 1e-9;
        range.contains(&spot.x) && range.contains(&spot.y)
    }

    proptest! {
        #[test]
        fn nothing_is_left_outside_the_box(points in spots()) {
            prop_assert!(ring(&points, &unit()).iter().all(is_inside));
            prop_assert!(line(&points, &unit()).iter().flatten().all(is_inside));
        }

        #[test]
        fn what_is_inside_stays_as_it_is(points in prop::collection::vec(
            (0.0_f64..=1.0, 0.0_f64..=1.0).prop_map(|(x, y)| Spot { x, y }), 2..12,
        )) {
            prop_assert_eq!(&ring(&points, &unit()), &points);
            prop_assert_eq!(line(&points, &unit()), vec![points]);
        }
    }
}
