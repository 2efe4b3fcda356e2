//! From bytes to rows, one at a time, as received.

use crate::Mapping;
use crate::outcome::Repair;
use serde_json::{Map, Value};
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
        /// The columns seen, at most 200.
        seen: Vec<String>,
    },
    /// More columns than the limit.
    TooManyColumns(usize),
}

/// The rows of a list, in order.
pub struct Rows<'a> {
    inner: Box<dyn Iterator<Item = Result<RawRow, RowError>> + 'a>,
}

impl Iterator for Rows<'_> {
    type Item = Result<RawRow, RowError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.inner.next()
    }
}

/// Reads a list, one row at a time, in bounded memory.
pub fn read<'a>(bytes: &'a mut dyn BufRead, mapping: &Mapping) -> Result<Rows<'a>, ListError> {
    let _ = (bytes, mapping);
    Err(ListError::Empty)
}

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
