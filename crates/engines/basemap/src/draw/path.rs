//! The pen: from points of a tile to the short commands of an SVG path.
//!
//! Points whose absence nobody sees are left out, those far outside the frame too; the others are
//! rounded to half a pixel and written as differences. This keeps a whole country light.

use crate::clip::Window;
use crate::projection::Spot;

use super::sleeve::Sleeve;

/// How carefully to draw.
#[derive(Clone, Copy, Debug)]
pub(super) struct Care {
    /// The drawing is no farther than this from the given points, rounding aside.
    pub(super) tolerance_px: f64,
    /// Areas smaller than this on both sides are not drawn.
    pub(super) speck_px: f64,
    /// Rounded to whole pixels rather than halves: a quarter lighter.
    pub(super) whole: bool,
}

/// Points closer than this to the last one are not even looked at.
const SKIP_PX: f64 = 0.4;

/// Draws the strokes of tiles, one after another.
pub(super) struct Pen {
    scale: f64,
    corner: Spot,
    frame: Window,
    area: bool,
    care: Care,
    kept: Vec<Spot>,
    /// The last point looked at, in units of the tile, and whether later ones were too close to
    /// it to be looked at.
    seen: (i32, i32),
    skipped: Option<(i32, i32)>,
    /// Points closer than this to the last one are not looked at, in units of the tile.
    skip_units: i32,
    /// The last point and the sleeve it is in, while it is not kept.
    pending: Option<(Spot, Sleeve)>,
    /// What is kept, rounded to half pixels.
    rounded: Vec<(i32, i32)>,
}

impl Pen {
    /// A pen for this frame, in pixels.
    pub(super) fn new(window: &Window) -> Self {
        // Two pixels more, so that strokes along the edge stay out of sight.
        let frame = Window {
            min: Spot { x: window.min.x - 2.0, y: window.min.y - 2.0 },
            max: Spot { x: window.max.x + 2.0, y: window.max.y + 2.0 },
        };
        Self {
            scale: 1.0,
            corner: Spot { x: 0.0, y: 0.0 },
            frame,
            area: false,
            care: Care { tolerance_px: 0.5, speck_px: 2.0, whole: false },
            kept: Vec::new(),
            seen: (0, 0),
            skipped: None,
            skip_units: 0,
            pending: None,
            rounded: Vec::new(),
        }
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
    pub(super) fn begin(&mut self, area: bool, care: Care) {
        self.area = area;
        self.care = care;
        self.kept.clear();
        self.pending = None;
        self.skipped = None;
        self.skip_units = floor(SKIP_PX / self.scale);
    }

    /// Moves it.
    pub(super) fn point(&mut self, x: i32, y: i32) {
        let (seen_x, seen_y) = self.seen;
        let step = (x - seen_x).abs() + (y - seen_y).abs();
        if step < self.skip_units && !self.kept.is_empty() {
            self.skipped = Some((x, y));
            return;
        }
        self.skipped = None;
        self.look_at(x, y);
    }

    fn look_at(&mut self, x: i32, y: i32) {
        self.seen = (x, y);
        let next = self.spot(x, y);
        let Some(&last) = self.kept.last() else {
            self.kept.push(next);
            return;
        };
        let Some((pending, mut sleeve)) = self.pending.take() else {
            self.open_sleeve(last, next);
            return;
        };
        if sleeve.admits(next) {
            self.pending = Some((next, sleeve));
        } else if self.outside(last, pending, next) {
            self.open_sleeve(last, next);
        } else {
            self.kept.push(pending);
            self.open_sleeve(pending, next);
        }
    }

    fn open_sleeve(&mut self, from: Spot, next: Spot) {
        let mut sleeve = Sleeve::new(from, self.care.tolerance_px);
        sleeve.admits(next);
        self.pending = Some((next, sleeve));
    }

    /// Lifts it, and writes what it drew.
    pub(super) fn end(&mut self, path: &mut String) {
        if let Some((x, y)) = self.skipped.take() {
            self.look_at(x, y);
        }
        self.kept.extend(self.pending.take().map(|(point, _)| point));
        if self.unseen() {
            return;
        }
        self.rounded.clear();
        let round = if self.care.whole { |value| halves(f64::round(value)) } else { halves };
        self.rounded.extend(self.kept.iter().map(|point| (round(point.x), round(point.y))));
        self.rounded.dedup();
        let least = if self.area { 3 } else { 2 };
        if self.rounded.len() < least {
            return;
        }
        let Some((&(first_x, first_y), rest)) = self.rounded.split_first() else { return };
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
    fn outside(&self, before: Spot, point: Spot, after: Spot) -> bool {
        self.sides(before) & self.sides(point) & self.sides(after) != 0
    }

    fn sides(&self, point: Spot) -> u8 {
        u8::from(point.x < self.frame.min.x)
            | u8::from(point.y < self.frame.min.y) << 1
            | u8::from(point.x > self.frame.max.x) << 2
            | u8::from(point.y > self.frame.max.y) << 3
    }

    /// True when everything kept is beyond one side, or too small to be seen.
    fn unseen(&self) -> bool {
        let common = self.kept.iter().fold(u8::MAX, |sides, point| sides & self.sides(*point));
        let (around, speck_px) = (Window::around(&self.kept), self.care.speck_px);
        let is_speck =
            around.max.x - around.min.x < speck_px && around.max.y - around.min.y < speck_px;
        common != 0 || (self.area && is_speck)
    }
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
        push_whole(path, whole);
    }
    if half {
        path.push_str(".5");
    }
}

/// Writes a number; most are below ten, and formatting them one by one would be most of the work.
fn push_whole(path: &mut String, mut value: u32) {
    let mut digits = ['0'; 10];
    let mut count = 0;
    for digit in &mut digits {
        *digit = char::from_digit(value % 10, 10).unwrap_or('0');
        count += 1;
        value /= 10;
        if value == 0 {
            break;
        }
    }
    path.extend(digits.iter().take(count).rev());
}

#[expect(clippy::cast_possible_truncation, reason = "a cast saturates; far points are off frame")]
fn halves(value_px: f64) -> i32 {
    // Kept well inside the numbers, so that differences cannot overflow.
    (value_px * 2.0).round().clamp(-1e8, 1e8) as i32
}

#[expect(clippy::cast_possible_truncation, reason = "a cast saturates")]
fn floor(value: f64) -> i32 {
    value.floor() as i32
}
