//! Names on the map: placed one by one, the most important first, never touching another name
//! nor a marker.

use std::fmt::Write;

use crate::clip::Window;
use crate::layer::Rank;
use crate::projection::Spot;

use super::Frame;
use super::text::{escaped, width_px};

/// Names of seas and countries are for views this far.
pub(super) const FAR_ZOOMS: std::ops::RangeInclusive<f64> = 4.0..=9.0;

/// One name for so many square pixels of the picture, at most.
const ROOM_PX2: f64 = 12_000.0;
/// Names at most, whatever the room.
const MOST_NAMES: usize = 160;
/// Names that are tried, at most: keeps a dense view quick.
const MOST_TRIED: usize = 1_500;

/// A name that would like to be written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label<'a> {
    /// Its place, in pixels of the frame.
    pub(super) at: Spot,
    /// How much it matters.
    pub(super) rank: Rank,
    /// Among equals the heavier first.
    pub(super) weight: u32,
    /// The words.
    pub(super) text: &'a str,
}

/// A name that found room.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed<'a> {
    label: Label<'a>,
    /// Where its base line goes, in pixels of the frame.
    baseline: Spot,
    /// The room it takes, in pixels of the frame.
    pub(super) room: Window,
}

/// Chooses the names that are written and where, without overlap.
pub(super) fn place<'a>(
    mut labels: Vec<Label<'a>>,
    frame: &Frame,
    obstacles: &[Window],
) -> Vec<Placed<'a>> {
    let whole = frame.window();
    labels.retain(|label| whole.touches(&Window { min: label.at, max: label.at }));
    labels.sort_by(|one, other| {
        (one.rank, other.weight, one.text).cmp(&(other.rank, one.weight, other.text))
    });
    let mut crowd = Crowd::new(&whole);
    for obstacle in obstacles {
        crowd.add(*obstacle);
    }
    let area_px2 = (whole.max.x - whole.min.x) * (whole.max.y - whole.min.y);
    let mut placed = Vec::new();
    for label in labels.into_iter().take(MOST_TRIED) {
        if placed.len() >= MOST_NAMES || count_f64(placed.len()) * ROOM_PX2 > area_px2 {
            break;
        }
        if let Some(name) = find_room(label, &whole, &crowd) {
            crowd.add(name.room);
            placed.push(name);
        }
    }
    placed
}

/// The names as a group of texts; nothing when there are none.
pub(super) fn write(names: &[Placed<'_>]) -> String {
    let mut svg = String::new();
    if names.is_empty() {
        return svg;
    }
    svg.push_str(r#"<g class="c-labels">"#);
    for Placed { label, baseline, .. } in names {
        let (class, text) = (label.rank.class(), escaped(label.text));
        let (x, y) = (baseline.x, baseline.y);
        let _ = write!(svg, r#"<text class="{class}" x="{x:.0}" y="{y:.0}">{text}</text>"#);
    }
    svg.push_str("</g>");
    svg
}

fn find_room<'a>(label: Label<'a>, whole: &Window, crowd: &Crowd) -> Option<Placed<'a>> {
    let size = label.rank.size_px();
    let spacing = match label.rank {
        Rank::Country => 1.22,
        Rank::Water => 1.08,
        _ => 1.0,
    };
    let width = width_px(label.text, size, label.rank == Rank::Town1) * spacing;
    for shift in shifts(label.rank) {
        let baseline = Spot { x: label.at.x, y: label.at.y + shift };
        let room = Window {
            min: Spot { x: baseline.x - width / 2.0 - 3.0, y: baseline.y - size - 1.0 },
            max: Spot { x: baseline.x + width / 2.0 + 3.0, y: baseline.y + 4.5 },
        };
        if inside(&room, whole) && crowd.is_free(&room) {
            return Some(Placed { label, baseline, room });
        }
    }
    None
}

/// How far below its point a name may be written, in pixels, the best first.
fn shifts(rank: Rank) -> &'static [f64] {
    match rank {
        Rank::Town1 | Rank::Town2 => &[4.0, 18.0, -10.0, 32.0, -24.0],
        Rank::Town3 => &[4.0, 18.0, -10.0],
        Rank::Town4 => &[4.0],
        Rank::Country | Rank::Water => &[4.0, 24.0, -18.0],
    }
}

fn inside(room: &Window, whole: &Window) -> bool {
    room.min.x >= whole.min.x
        && room.min.y >= whole.min.y
        && room.max.x <= whole.max.x
        && room.max.y <= whole.max.y
}

#[expect(clippy::cast_precision_loss, reason = "at most a few hundred names")]
fn count_f64(count: usize) -> f64 {
    count as f64
}

/// The room already taken, sorted in a coarse grid so that a question stays cheap.
struct Crowd {
    origin: Spot,
    columns: usize,
    rows: usize,
    cells: Vec<Vec<Window>>,
}

const CELL_PX: f64 = 96.0;

impl Crowd {
    fn new(whole: &Window) -> Self {
        let columns = cell(whole.max.x - whole.min.x) + 1;
        let rows = cell(whole.max.y - whole.min.y) + 1;
        Self { origin: whole.min, columns, rows, cells: vec![Vec::new(); columns * rows] }
    }

    fn add(&mut self, room: Window) {
        for index in self.cells_of(&room) {
            if let Some(cell) = self.cells.get_mut(index) {
                cell.push(room);
            }
        }
    }

    fn is_free(&self, room: &Window) -> bool {
        let taken = |index: usize| self.cells.get(index).is_some_and(|cell| hits(cell, room));
        !self.cells_of(room).any(taken)
    }

    fn cells_of(&self, room: &Window) -> impl Iterator<Item = usize> + use<> {
        let columns = self.columns;
        let left = cell(room.min.x - self.origin.x);
        let right = cell(room.max.x - self.origin.x).min(columns - 1);
        let top = cell(room.min.y - self.origin.y);
        let bottom = cell(room.max.y - self.origin.y).min(self.rows - 1);
        (top..=bottom).flat_map(move |row| (left..=right).map(move |column| row * columns + column))
    }
}

fn hits(cell: &[Window], room: &Window) -> bool {
    cell.iter().any(|taken| taken.touches(room))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast saturates")]
fn cell(offset_px: f64) -> usize {
    (offset_px / CELL_PX).floor() as usize
}

#[cfg(test)]
mod tests;
