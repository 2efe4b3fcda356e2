//! The pen: from points of a tile to the short commands of an SVG path.
//!
//! Points are rounded to half a pixel and written as differences; those that fall together are
//! merged, those far outside the frame are dropped. This is what keeps a whole country light.

use std::fmt::Write;

use crate::clip::Window;
use crate::projection::Spot;

/// Points closer than this to the one before are merged, in half pixels.
const MERGE_HALVES: i32 = 3;

/// Areas smaller than this on both sides are not drawn, in half pixels.
const SPECK_HALVES: i32 = 4;

/// Draws the strokes of tiles, one after another.
pub(super) struct Pen {
    scale: f64,
    corner: Spot,
    /// Left, top, right, bottom, in half pixels.
    frame: [i32; 4],
    area: bool,
    kept: Vec<(i32, i32)>,
    /// The last point, when it is not in `kept`: outside, or too close.
    pending: Option<(i32, i32)>,
}

impl Pen {
    /// A pen for this frame, in pixels.
    pub(super) fn new(window: &Window) -> Self {
        // Two pixels more, so that strokes along the edge stay out of sight.
        let frame = [
            halves(window.min.x - 2.0),
            halves(window.min.y - 2.0),
            halves(window.max.x + 2.0),
            halves(window.max.y + 2.0),
        ];
        let corner = Spot { x: 0.0, y: 0.0 };
        Self { scale: 1.0, corner, frame, area: false, kept: Vec::new(), pending: None }
    }

    /// Says where the tile is, and how many pixels its unit makes.
    pub(super) fn place(&mut self, scale: f64, corner: Spot) {
        self.scale = scale;
        self.corner = corner;
    }

    /// Where a point of the tile falls, in pixels of the frame.
    pub(super) fn spot(&self, x: i32, y: i32) -> Spot {
        Spot {
            x: f64::from(x) * self.scale + self.corner.x,
            y: f64::from(y) * self.scale + self.corner.y,
        }
    }

    /// Puts the pen down.
    pub(super) fn begin(&mut self, area: bool) {
        self.area = area;
        self.kept.clear();
        self.pending = None;
    }

    /// Moves it.
    pub(super) fn point(&mut self, x: i32, y: i32) {
        let spot = self.spot(x, y);
        let next = (halves(spot.x), halves(spot.y));
        let Some(&last) = self.kept.last() else {
            self.kept.push(next);
            return;
        };
        if let Some(pending) = self.pending.take()
            && !self.outside(last, pending, next)
            && !close(pending, last)
        {
            self.kept.push(pending);
        }
        self.pending = Some(next);
    }

    /// Lifts it, and writes what it drew.
    pub(super) fn end(&mut self, path: &mut String) {
        if let Some(pending) = self.pending.take()
            && Some(&pending) != self.kept.last()
        {
            self.kept.push(pending);
        }
        let least = if self.area { 3 } else { 2 };
        if self.kept.len() < least || self.unseen() {
            return;
        }
        let Some((&(first_x, first_y), rest)) = self.kept.split_first() else { return };
        path.push('M');
        push_halves(path, first_x, false);
        push_halves(path, first_y, true);
        path.push('l');
        let (mut x, mut y) = (first_x, first_y);
        for (place, &(next_x, next_y)) in rest.iter().enumerate() {
            push_halves(path, next_x - x, place > 0);
            push_halves(path, next_y - y, true);
            (x, y) = (next_x, next_y);
        }
        if self.area {
            path.push('z');
        }
    }

    /// True when all three points are beyond the same side of the frame: the one between them
    /// changes nothing that is seen.
    fn outside(&self, before: (i32, i32), point: (i32, i32), after: (i32, i32)) -> bool {
        self.sides(before) & self.sides(point) & self.sides(after) != 0
    }

    fn sides(&self, (x, y): (i32, i32)) -> u8 {
        let [left, top, right, bottom] = self.frame;
        u8::from(x < left)
            | u8::from(y < top) << 1
            | u8::from(x > right) << 2
            | u8::from(y > bottom) << 3
    }

    /// True when everything kept is beyond one side, or too small to be seen.
    fn unseen(&self) -> bool {
        let common = self.kept.iter().fold(u8::MAX, |sides, point| sides & self.sides(*point));
        if common != 0 || !self.area {
            return common != 0;
        }
        let span = |of: fn(&(i32, i32)) -> i32| {
            let values = || self.kept.iter().map(of);
            values().max().unwrap_or(0) - values().min().unwrap_or(0)
        };
        span(|point| point.0) < SPECK_HALVES && span(|point| point.1) < SPECK_HALVES
    }
}

fn close(one: (i32, i32), other: (i32, i32)) -> bool {
    (one.0 - other.0).abs() + (one.1 - other.1).abs() < MERGE_HALVES
}

/// Writes half pixels as short as can be: `-3` for 6 below zero, `.5` for 1. A separator comes
/// before a number that does not bring its own.
fn push_halves(path: &mut String, value: i32, after_number: bool) {
    let (whole, half) = (value.unsigned_abs() / 2, value.unsigned_abs() % 2 == 1);
    if value < 0 {
        path.push('-');
    } else if after_number {
        path.push(' ');
    }
    if whole > 0 || !half {
        let _ = write!(path, "{whole}");
    }
    if half {
        path.push_str(".5");
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a cast saturates; far points are off frame")]
fn halves(value_px: f64) -> i32 {
    // Kept well inside the numbers, so that differences cannot overflow.
    (value_px * 2.0).round().clamp(-1e8, 1e8) as i32
}
