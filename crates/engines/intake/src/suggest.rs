//! A first mapping for a list never seen before, from its headers and its values.
//!
//! A person who keeps a list should not begin with an empty file. [`suggest()`] looks at the
//! first rows, gives each column the field of the standard that its name and its values speak
//! for, and writes a mapping to read, mend and try. It learns how columns are called from the
//! mappings that come with the product and from `mappings/vocabulary/headers.toml`.

mod choose;
mod draft;
mod header;
mod knowledge;
mod profile;

pub use choose::{ColumnGuess, Reading};
pub use knowledge::Knowledge;

use crate::mapping::Format;
use crate::read::{ListError, read};
use crate::{Communes, Mapping, RawRow, mapping};
use profile::Profile;

/// Rows looked at: enough to see the values, few enough to answer at once.
const ROWS_MAX: usize = 400;

/// What is proposed for a list.
#[derive(Clone, Debug)]
pub struct Suggestion {
    /// Shape of the file.
    pub format: Format,
    /// What each column seems to hold, in the order of the list.
    pub columns: Vec<ColumnGuess>,
    /// Rows looked at.
    pub rows: usize,
}

/// Looks at the beginning of a list and proposes what each column means.
pub fn suggest(
    bytes: &[u8],
    knowledge: &Knowledge,
    communes: &Communes,
) -> Result<Suggestion, ListError> {
    let format = format_of(bytes);
    let (columns, rows) = first_rows(bytes, format)?;
    let profiles: Vec<Profile> =
        columns.iter().map(|column| Profile::of(column, &rows, knowledge, communes)).collect();
    let columns = choose::choose(&columns, &profiles, knowledge);
    Ok(Suggestion { format, columns, rows: rows.len() })
}

impl Suggestion {
    /// The proposal as a mapping file, each rule with the reason it is there.
    pub fn to_toml(&self, source: &mapping::Source) -> String {
        draft::write(self, source)
    }
}

/// The shape that the first bytes tell.
fn format_of(bytes: &[u8]) -> Format {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let first = head.iter().find(|byte| !byte.is_ascii_whitespace() && byte.is_ascii());
    match first {
        Some(b'{') if String::from_utf8_lossy(head).contains("FeatureCollection") => {
            Format::Geojson
        }
        Some(b'{' | b'[') => Format::Json,
        _ => Format::Csv,
    }
}

fn first_rows(mut bytes: &[u8], format: Format) -> Result<(Vec<String>, Vec<RawRow>), ListError> {
    let mapping = Mapping::reading_only(format);
    let mut list = read(&mut bytes, &mapping)?;
    let mut columns = list.columns().to_vec();
    let rows: Vec<RawRow> = list.by_ref().take(ROWS_MAX).flatten().collect();
    for row in &rows {
        for column in row.values.keys().filter(|column| !column.is_empty()) {
            if columns.len() < crate::read::limits::COLUMNS_MAX && !columns.contains(column) {
                columns.push(column.clone());
            }
        }
    }
    Ok((columns, rows))
}

#[cfg(test)]
mod tests;
