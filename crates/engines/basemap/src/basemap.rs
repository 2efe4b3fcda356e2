//! A basemap in memory: the bytes of its file, checked once, read at each drawing.
//!
//! Everything is checked on opening (checksum, lengths, numbers, words), so that drawing meets
//! no surprise; and drawing itself reads through the same careful cursor, so that even a forged
//! file could only give an incomplete picture, never a panic or an endless loop.

use flate2::Crc;

use crate::cursor::Cursor;
use crate::encode::MAGIC;
use crate::layer::{Layer, Rank};

/// Largest file that is opened, in bytes.
const LARGEST_FILE: usize = 64 << 20;
/// Most levels of detail in a file.
const MOST_SHEETS: u32 = 12;
/// Closest tiles in a file.
const CLOSEST_TILES: u8 = 16;
/// Longest name or attribution, in bytes.
const LONGEST_TEXT: usize = 400;
/// Farthest a point may lie from the corner of its tile, in units of the tile.
const FARTHEST: i32 = 3 * 4096;

/// Land ready to be drawn: the sketch, or a country built from official files.
#[derive(Clone, Debug, Default)]
pub struct Basemap {
    bytes: Vec<u8>,
    attribution: String,
    sheets: Vec<Sheet>,
}

/// One level of detail.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    /// Drawn from this zoom on.
    pub(crate) from_zoom: f64,
    /// Tiles are those of this zoom.
    pub(crate) tile_zoom: u8,
    /// Sorted by row, then column.
    tiles: Vec<Entry>,
}

/// Where one tile is.
#[derive(Clone, Copy, Debug)]
struct Entry {
    row: u32,
    column: u32,
    start: usize,
    length: usize,
}

/// Why a file cannot be a basemap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BasemapError {
    /// The first bytes are not those of a basemap, or of another version.
    #[error("not a basemap of this version")]
    NotABasemap,
    /// More than 64 MB.
    #[error("too large for a basemap")]
    TooLarge,
    /// The checksum does not match: cut short, or changed on the way.
    #[error("the basemap is damaged: its checksum does not match")]
    Damaged,
    /// Something inside cannot be read.
    #[error("the basemap is not well formed: {0}")]
    Malformed(&'static str),
}

impl Basemap {
    /// Opens the bytes of a basemap file after checking all of them.
    ///
    /// # Errors
    /// A [`BasemapError`] that says what is wrong with the file.
    pub fn open(bytes: Vec<u8>) -> Result<Self, BasemapError> {
        if bytes.len() > LARGEST_FILE {
            return Err(BasemapError::TooLarge);
        }
        let rest = bytes.strip_prefix(MAGIC).ok_or(BasemapError::NotABasemap)?;
        let (expected, rest) = rest.split_first_chunk::<4>().ok_or(BasemapError::Damaged)?;
        let mut checksum = Crc::new();
        checksum.update(rest);
        if checksum.sum() != u32::from_le_bytes(*expected) {
            return Err(BasemapError::Damaged);
        }
        let mut cursor = Cursor::new(rest);
        let attribution =
            (cursor.text(LONGEST_TEXT)).ok_or(BasemapError::Malformed("attribution"))?.to_owned();
        let (mut sheets, bodies_length) =
            read_index(&mut cursor).ok_or(BasemapError::Malformed("index"))?;
        if bodies_length != cursor.left() {
            return Err(BasemapError::Malformed("length of the tiles"));
        }
        let bodies_start = bytes.len() - bodies_length;
        for entry in sheets.iter_mut().flat_map(|sheet| &mut sheet.tiles) {
            entry.start += bodies_start;
        }
        let basemap = Self { bytes, attribution, sheets };
        basemap.check_tiles().ok_or(BasemapError::Malformed("tile"))?;
        Ok(basemap)
    }

    /// The bytes it was opened from, to be written to a file.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whom the map must thank, in plain text: show it on the map.
    pub fn attribution(&self) -> &str {
        &self.attribution
    }

    /// How many tiles it has, all levels together.
    pub fn tile_count(&self) -> usize {
        self.sheets.iter().map(|sheet| sheet.tiles.len()).sum()
    }

    /// The level of detail for this zoom.
    pub(crate) fn sheet(&self, zoom: f64) -> Option<&Sheet> {
        let close_enough = |sheet: &&Sheet| sheet.from_zoom <= zoom;
        self.sheets.iter().rev().find(close_enough).or_else(|| self.sheets.first())
    }

    /// One tile of a sheet, if there is anything in it.
    pub(crate) fn tile(&self, sheet: &Sheet, row: u32, column: u32) -> Option<Tile<'_>> {
        let found =
            sheet.tiles.binary_search_by_key(&(row, column), |entry| (entry.row, entry.column));
        let entry = sheet.tiles.get(found.ok()?)?;
        let body = self.bytes.get(entry.start..)?.get(..entry.length)?;
        Some(Tile { cursor: Cursor::new(body) })
    }

    fn check_tiles(&self) -> Option<()> {
        for sheet in &self.sheets {
            for entry in &sheet.tiles {
                self.tile(sheet, entry.row, entry.column)?.check()?;
            }
        }
        Some(())
    }
}

/// The sheets, their tiles placed from zero, and the length of all tiles together.
fn read_index(cursor: &mut Cursor<'_>) -> Option<(Vec<Sheet>, usize)> {
    let count = cursor.number().filter(|count| *count <= MOST_SHEETS)?;
    let mut sheets = Vec::new();
    let mut start = 0_usize;
    for _ in 0..count {
        let from_zoom = f64::from(cursor.number()?) / 100.0;
        let tile_zoom = cursor.byte().filter(|zoom| *zoom <= CLOSEST_TILES)?;
        let side = 1_u32 << tile_zoom;
        let tile_count = cursor.length()?;
        let mut tiles: Vec<Entry> = Vec::with_capacity(tile_count);
        let (mut row, mut column) = (0_u32, 0_u32);
        for _ in 0..tile_count {
            row = row.checked_add(cursor.number()?).filter(|row| *row < side)?;
            column = column.checked_add_signed(cursor.signed()?).filter(|at| *at < side)?;
            let length = usize::try_from(cursor.number()?).ok()?;
            let follows = tiles.last().is_none_or(|last| (last.row, last.column) < (row, column));
            if !follows {
                return None;
            }
            tiles.push(Entry { row, column, start, length });
            start = start.checked_add(length).filter(|end| *end <= LARGEST_FILE)?;
        }
        sheets.push(Sheet { from_zoom, tile_zoom, tiles });
    }
    Some((sheets, start))
}

/// Reads one tile from its beginning.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tile<'a> {
    cursor: Cursor<'a>,
}

/// A name in a tile.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TileName<'a> {
    /// How much it matters.
    pub(crate) rank: Rank,
    /// Among equals the heavier first.
    pub(crate) weight: u32,
    /// Rightwards, in units of the tile.
    pub(crate) x: i32,
    /// Downwards, in units of the tile.
    pub(crate) y: i32,
    /// The words.
    pub(crate) text: &'a str,
}

/// What a reader of tiles is told, in the order of the tile.
pub(crate) trait TileReader<'a> {
    /// A line or a ring begins.
    fn begin(&mut self, layer: Layer);
    /// Its next point, in units of the tile.
    fn point(&mut self, x: i32, y: i32);
    /// It ends.
    fn end(&mut self);
    /// A name.
    fn name(&mut self, name: TileName<'a>);
}

impl<'a> Tile<'a> {
    /// Tells the reader all the tile holds; `None` when the tile is not well formed.
    pub(crate) fn read(mut self, reader: &mut impl TileReader<'a>) -> Option<()> {
        let cursor = &mut self.cursor;
        for _ in 0..cursor.length()? {
            let layer = Layer::from_number(cursor.byte()?)?;
            for _ in 0..cursor.length()? {
                reader.begin(layer);
                read_stroke(cursor, reader)?;
                reader.end();
            }
        }
        for _ in 0..cursor.length()? {
            let rank = Rank::from_number(cursor.byte()?)?;
            let weight = cursor.number()?;
            let (x, y) = (near(cursor.signed()?)?, near(cursor.signed()?)?);
            let text = cursor.text(LONGEST_TEXT)?;
            reader.name(TileName { rank, weight, x, y, text });
        }
        (cursor.left() == 0).then_some(())
    }

    fn check(self) -> Option<()> {
        struct Deaf;
        impl TileReader<'_> for Deaf {
            fn begin(&mut self, _: Layer) {}
            fn point(&mut self, _: i32, _: i32) {}
            fn end(&mut self) {}
            fn name(&mut self, _: TileName<'_>) {}
        }
        self.read(&mut Deaf)
    }
}

fn read_stroke<'a>(cursor: &mut Cursor<'a>, reader: &mut impl TileReader<'a>) -> Option<()> {
    let (mut x, mut y) = (0_i32, 0_i32);
    for _ in 0..cursor.length()? {
        x = near(x.checked_add(cursor.signed()?)?)?;
        y = near(y.checked_add(cursor.signed()?)?)?;
        reader.point(x, y);
    }
    Some(())
}

fn near(value: i32) -> Option<i32> {
    (-FARTHEST..=FARTHEST).contains(&value).then_some(value)
}
