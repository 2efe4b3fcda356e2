//! From bytes to rows, one at a time, as received.

mod bytes;
mod csv;
mod json;
pub mod limits;

use self::bytes::Bytes;
use self::csv::CsvRows;
use self::json::JsonRows;
use crate::Mapping;
use crate::mapping::Format;
use crate::outcome::Repair;
use serde_json::{Map, Value};
use std::collections::{HashSet, VecDeque};
use std::fmt;
use std::io::BufRead;

/// A row as received: its columns in order, each a text or whatever JSON the list holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawRow {
    /// Number of the row in the list, from 1 (the header does not count).
    pub row_number: u64,
    /// The columns. `GeoJSON` rows also have `geometry.latitude` and `geometry.longitude`.
    pub values: Map<String, Value>,
    /// What had to be repaired before the row could be read at all.
    pub repairs: Vec<Repair>,
}

/// A row that could not be read. The next ones still can, unless `stops`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowError {
    /// Number of the row in the list, from 1.
    pub row_number: u64,
    /// What is wrong.
    pub reason: RowFault,
    /// The beginning of the row as received, at most 2,000 characters.
    pub text: String,
    /// Whether nothing more can be read after it.
    pub stops: bool,
}

/// What is wrong with a row. `Display` is French.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// Longer than the limit, in bytes.
    TooLong(usize),
    /// Deeper than the limit, in levels.
    TooDeep(usize),
    /// Not JSON.
    Malformed(String),
    /// JSON, but not an object.
    NotAnObject,
    /// The list ends in the middle of the row.
    Truncated,
    /// The bytes stopped coming.
    Io(String),
}

/// A list that cannot be read at all. `Display` is French.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListError {
    /// The bytes could not be read.
    Io(String),
    /// The list is empty.
    Empty,
    /// Not the shape the mapping says.
    WrongShape {
        /// What the mapping says.
        expected: String,
        /// What was found.
        found: String,
    },
    /// Columns the mapping needs are not there.
    MissingColumns {
        /// The columns looked for.
        missing: Vec<String>,
        /// The columns seen, at most 200, their names cut at 80 characters.
        seen: Vec<String>,
    },
    /// More columns than the limit.
    TooManyColumns(usize),
}

/// The rows of a list, in order.
pub struct Rows<'a> {
    cutter: Cutter<'a>,
    peeked: VecDeque<Result<RawRow, RowError>>,
    columns: Vec<String>,
}

enum Cutter<'a> {
    Json(JsonRows<'a>),
    Csv(CsvRows<'a>),
}

/// Reads a list, one row at a time, in bounded memory.
///
/// The columns the mapping cannot do without are looked for first: in the header of a CSV, in
/// the first rows of a JSON list.
pub fn read<'a>(bytes: &'a mut dyn BufRead, mapping: &Mapping) -> Result<Rows<'a>, ListError> {
    let reading = &mapping.read;
    let bytes = Bytes::new(bytes, reading.encoding.as_deref());
    let mut rows = if reading.format.is_csv() {
        let csv = CsvRows::open(bytes, reading.separator)?;
        let columns = csv.columns().to_vec();
        Rows { cutter: Cutter::Csv(csv), peeked: VecDeque::new(), columns }
    } else {
        let is_geojson = reading.format == Format::Geojson;
        let json = JsonRows::open(bytes, reading.records.as_deref(), is_geojson)?;
        let mut rows =
            Rows { cutter: Cutter::Json(json), peeked: VecDeque::new(), columns: Vec::new() };
        rows.peek();
        rows
    };
    rows.check(mapping)?;
    Ok(rows)
}

impl Rows<'_> {
    /// The columns seen: the header, or the keys of the first rows.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The encoding met so far, in words.
    pub fn encoding(&self) -> String {
        match &self.cutter {
            Cutter::Json(rows) => rows.encoding(),
            Cutter::Csv(rows) => rows.encoding(),
        }
    }

    /// Looks at the first rows to know the columns.
    fn peek(&mut self) {
        let mut seen = HashSet::new();
        let mut weight = 0;
        while self.peeked.len() < limits::PEEKED_ROWS && weight < limits::PEEKED_BYTES {
            let Some(row) = self.cut() else { break };
            if let Ok(row) = &row {
                for (column, value) in &row.values {
                    weight += column.len() + value.as_str().map_or(8, str::len);
                    if seen.len() < limits::COLUMNS_MAX && seen.insert(column.clone()) {
                        self.columns.push(column.clone());
                    }
                }
            }
            self.peeked.push_back(row);
        }
    }

    fn check(&mut self, mapping: &Mapping) -> Result<(), ListError> {
        let no_good_row = self.peeked.iter().all(Result::is_err);
        if matches!(self.cutter, Cutter::Json(_)) && no_good_row {
            return if self.peeked.is_empty() { Err(ListError::Empty) } else { Ok(()) };
        }
        let mut missing: Vec<String> = Vec::new();
        for column in mapping.required_columns() {
            let head = column.split('.').next().unwrap_or(column);
            let seen = |wanted: &str| self.columns.iter().any(|known| known == wanted);
            if !seen(column) && !seen(head) && !missing.iter().any(|known| known == column) {
                missing.push(column.to_owned());
            }
        }
        if missing.is_empty() {
            return Ok(());
        }
        let shortened = |name: &String| name.chars().take(80).collect();
        let seen = self.columns.iter().take(200).map(shortened).collect();
        Err(ListError::MissingColumns { missing, seen })
    }

    fn cut(&mut self) -> Option<Result<RawRow, RowError>> {
        match &mut self.cutter {
            Cutter::Json(rows) => rows.next(),
            Cutter::Csv(rows) => rows.next(),
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<RawRow, RowError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.peeked.pop_front().or_else(|| self.cut())
    }
}

impl RawRow {
    /// What a column holds; `a.0.b` goes inside nested JSON when no column bears that name.
    pub fn get(&self, column: &str) -> Option<&Value> {
        if let Some(value) = self.values.get(column) {
            return Some(value);
        }
        let mut parts = column.split('.');
        let mut value = self.values.get(parts.next()?)?;
        for part in parts {
            value = match part.parse::<usize>() {
                Ok(position) if value.is_array() => value.get(position)?,
                _ => value.get(part)?,
            };
        }
        Some(value)
    }
}

/// An error with the beginning of the row.
fn error_at(row_number: u64, reason: RowFault, text: &[u8], stops: bool) -> RowError {
    let text = String::from_utf8_lossy(text.get(..8 * limits::EXCERPT_MAX_CHARS).unwrap_or(text));
    let text = text.chars().take(limits::EXCERPT_MAX_CHARS).collect();
    RowError { row_number, reason, text, stops }
}

#[cfg(test)]
mod tests;

impl fmt::Display for RowFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong(max) => write!(formatter, "ligne de plus de {max} octets"),
            Self::TooDeep(max) => write!(formatter, "plus de {max} niveaux imbriqués"),
            Self::Malformed(why) => write!(formatter, "JSON mal formé : {why}"),
            Self::NotAnObject => formatter.write_str("ce n'est pas un objet JSON"),
            Self::Truncated => formatter.write_str("la liste s'arrête au milieu de la ligne"),
            Self::Io(why) => write!(formatter, "lecture interrompue : {why}"),
        }
    }
}

impl fmt::Display for ListError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(why) => write!(formatter, "liste illisible : {why}"),
            Self::Empty => formatter.write_str("la liste est vide"),
            Self::WrongShape { expected, found } => {
                write!(formatter, "on attendait {expected}, on a trouvé {found}")
            }
            Self::MissingColumns { missing, seen } => {
                let (noun, absent) = if missing.len() == 1 {
                    ("colonne attendue", "absente")
                } else {
                    ("colonnes attendues", "absentes")
                };
                let missing = missing.join(" », « ");
                write!(
                    formatter,
                    "{noun} « {missing} » {absent} ; colonnes vues : {}",
                    seen.join(", ")
                )
            }
            Self::TooManyColumns(max) => write!(formatter, "plus de {max} colonnes"),
        }
    }
}

impl std::error::Error for RowError {}
impl std::error::Error for ListError {}

impl fmt::Display for RowError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "ligne {} : {}", self.row_number, self.reason)
    }
}
