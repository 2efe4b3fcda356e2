//! From a survey to the bytes of a basemap: cut into tiles, rounded, written as differences.
//!
//! The file, all numbers as [`crate::cursor`] writes them:
//! `magic(8) checksum(4, CRC-32 of the rest) attribution sheet-count`, then for each sheet
//! `from-zoom*100 tile-zoom tile-count`, for each tile `row column length` (rows and columns as
//! differences with the tile before), and at the end the bodies of all tiles in the same order.
//! A body is `layer-count (layer stroke-count (point-count (dx dy)*)*)* name-count
//! (rank weight x y text)*`, in units of which [`EXTENT`] make the side of a tile.

use std::collections::BTreeMap;

use flate2::Crc;

use crate::clip::{self, Window};
use crate::cursor::{put_length, put_number, put_signed, put_text};
use crate::layer::Layer;
use crate::projection::{LatLon, Spot, to_world};
use crate::survey::{Name, Shape, Sheet, Survey};

/// First bytes of a basemap file; the last two are the version.
pub(crate) const MAGIC: &[u8; 8] = b"MLGLND01";

/// Units across a tile.
pub(crate) const EXTENT: f64 = 4096.0;

/// How far areas go on beyond their tile, in tiles, so that no seam shows between two of them.
const OVERLAP: f64 = 1.0 / 96.0;

type Stroke = Vec<(i32, i32)>;
type Tiles<'a> = BTreeMap<(u32, u32), Draft<'a>>;

/// One tile while it is being filled.
#[derive(Default)]
struct Draft<'a> {
    layers: BTreeMap<Layer, Vec<Stroke>>,
    names: Vec<(&'a Name, (i32, i32))>,
}

/// Writes a survey as a basemap file. `progress` hears the share done, 0 to 1.
pub(crate) fn encode(survey: &Survey, progress: &mut dyn FnMut(f64)) -> Vec<u8> {
    let mut index = Vec::new();
    let mut bodies = Vec::new();
    put_text(&mut index, &survey.attribution);
    put_length(&mut index, survey.sheets.len());
    let total: usize = survey.sheets.iter().map(|sheet| sheet.shapes.len()).sum();
    let mut done = 0_usize;
    for sheet in &survey.sheets {
        let tiles = cut(sheet, &mut || {
            done += 1;
            progress(share(done, total));
        });
        write_sheet(sheet, &tiles, &mut index, &mut bodies);
    }
    seal(&index, &bodies)
}

fn share(done: usize, total: usize) -> f64 {
    let (done, total) = (u32::try_from(done), u32::try_from(total));
    f64::from(done.unwrap_or(1)) / f64::from(total.unwrap_or(1).max(1))
}

fn seal(index: &[u8], bodies: &[u8]) -> Vec<u8> {
    let mut checksum = Crc::new();
    checksum.update(index);
    checksum.update(bodies);
    let mut file = MAGIC.to_vec();
    file.extend_from_slice(&checksum.sum().to_le_bytes());
    file.extend_from_slice(index);
    file.extend_from_slice(bodies);
    file
}

fn cut<'a>(sheet: &'a Sheet, one_done: &mut dyn FnMut()) -> Tiles<'a> {
    let mut tiles = Tiles::new();
    let grid = Grid::of(sheet);
    for shape in &sheet.shapes {
        for stroke in &shape.strokes {
            let points: Vec<Spot> = stroke.iter().map(|point| grid.place(*point)).collect();
            grid.cut_stroke(shape, &points, &mut tiles);
        }
        one_done();
    }
    for name in &sheet.names {
        let spot = grid.place(name.at);
        let (row, column) = (round(spot.y.floor()), round(spot.x.floor()));
        let Some(key) = grid.key(row, column) else { continue };
        let at = quantised(spot, row, column);
        tiles.entry(key).or_default().names.push((name, at));
    }
    for draft in tiles.values_mut() {
        draft.names.sort_by_key(|(name, _)| (name.rank, u32::MAX - name.weight));
    }
    tiles
}

/// The tiles of one sheet, as a plane where each has the side 1.
struct Grid {
    side: f64,
    within: Vec<Window>,
}

impl Grid {
    fn of(sheet: &Sheet) -> Self {
        let side = f64::from(sheet.tile_zoom).exp2();
        let mut grid = Self { side, within: Vec::new() };
        grid.within = (sheet.within.iter())
            .map(|bounds| Window::around(&[grid.place(bounds.min), grid.place(bounds.max)]))
            .collect();
        grid
    }

    fn place(&self, point: LatLon) -> Spot {
        let world = to_world(point);
        Spot { x: world.x * self.side, y: world.y * self.side }
    }

    /// The key of a tile that is on the map and wanted.
    fn key(&self, row: i32, column: i32) -> Option<(u32, u32)> {
        let side = round(self.side);
        let on_map = (0..side).contains(&row) && (0..side).contains(&column);
        let window = tile_window(f64::from(row), f64::from(column), 0.0);
        let wanted = self.within.is_empty() || self.within.iter().any(|kept| kept.touches(&window));
        if !(on_map && wanted) {
            return None;
        }
        Some((row.cast_unsigned(), column.cast_unsigned()))
    }

    /// Cuts by rows first, then each row by columns, so that long shapes stay cheap.
    fn cut_stroke(&self, shape: &Shape, points: &[Spot], tiles: &mut Tiles<'_>) {
        let overlap = if shape.layer.is_area() { OVERLAP } else { 0.0 };
        let whole = Window::around(points);
        let last = round(self.side) - 1;
        for row in span(whole.min.y - overlap, whole.max.y + overlap, last) {
            let strip = row_window(f64::from(row), overlap);
            for piece in pieces(shape, points, &strip) {
                let around = Window::around(&piece);
                for column in span(around.min.x - overlap, around.max.x + overlap, last) {
                    let Some(key) = self.key(row, column) else { continue };
                    let window = tile_window(f64::from(row), f64::from(column), overlap);
                    for part in pieces(shape, &piece, &window) {
                        let stroke = rounded(&part, row, column, shape.layer.is_area());
                        if let Some(stroke) = stroke {
                            let layers = &mut tiles.entry(key).or_default().layers;
                            layers.entry(shape.layer).or_default().push(stroke);
                        }
                    }
                }
            }
        }
    }
}

fn span(from: f64, to: f64, last: i32) -> std::ops::RangeInclusive<i32> {
    round(from.floor()).max(0)..=round(to.floor()).min(last)
}

fn pieces(shape: &Shape, points: &[Spot], window: &Window) -> Vec<Vec<Spot>> {
    if shape.layer.is_area() {
        let ring = clip::ring(points, window);
        if ring.is_empty() { Vec::new() } else { vec![ring] }
    } else {
        clip::line(points, window)
    }
}

fn tile_window(row: f64, column: f64, overlap: f64) -> Window {
    Window {
        min: Spot { x: column - overlap, y: row - overlap },
        max: Spot { x: column + 1.0 + overlap, y: row + 1.0 + overlap },
    }
}

fn row_window(row: f64, overlap: f64) -> Window {
    Window {
        min: Spot { x: f64::NEG_INFINITY, y: row - overlap },
        max: Spot { x: f64::INFINITY, y: row + 1.0 + overlap },
    }
}

/// Points in units of the tile, those that fall together merged; `None` when nothing is left.
fn rounded(points: &[Spot], row: i32, column: i32, area: bool) -> Option<Stroke> {
    let mut stroke: Stroke = Vec::with_capacity(points.len());
    for point in points {
        let at = quantised(*point, row, column);
        if stroke.last() != Some(&at) {
            stroke.push(at);
        }
    }
    if area && stroke.len() > 1 && stroke.first() == stroke.last() {
        stroke.pop();
    }
    let least = if area { 3 } else { 2 };
    (stroke.len() >= least).then_some(stroke)
}

fn quantised(point: Spot, row: i32, column: i32) -> (i32, i32) {
    let x = round((point.x - f64::from(column)) * EXTENT);
    let y = round((point.y - f64::from(row)) * EXTENT);
    (x, y)
}

#[expect(clippy::cast_possible_truncation, reason = "a cast saturates, and tiles are far smaller")]
fn round(value: f64) -> i32 {
    value.round() as i32
}

fn write_sheet(sheet: &Sheet, tiles: &Tiles<'_>, index: &mut Vec<u8>, bodies: &mut Vec<u8>) {
    put_number(index, round(sheet.from_zoom * 100.0).cast_unsigned());
    index.push(sheet.tile_zoom);
    put_length(index, tiles.len());
    let mut before = (0, 0);
    for (&(row, column), draft) in tiles {
        let start = bodies.len();
        write_body(draft, bodies);
        put_number(index, row - before.0);
        put_signed(index, column.cast_signed() - before.1);
        put_length(index, bodies.len() - start);
        before = (row, column.cast_signed());
    }
}

fn write_body(draft: &Draft<'_>, out: &mut Vec<u8>) {
    put_length(out, draft.layers.len());
    for (&layer, strokes) in &draft.layers {
        out.push(layer as u8);
        put_length(out, strokes.len());
        for stroke in strokes {
            put_length(out, stroke.len());
            let mut before = (0, 0);
            for &(x, y) in stroke {
                put_signed(out, x - before.0);
                put_signed(out, y - before.1);
                before = (x, y);
            }
        }
    }
    put_length(out, draft.names.len());
    for (name, (x, y)) in &draft.names {
        out.push(name.rank as u8);
        put_number(out, name.weight);
        put_signed(out, *x);
        put_signed(out, *y);
        put_text(out, &name.text);
    }
}
