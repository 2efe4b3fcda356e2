//! From a row as received to a candidate in the standard, each repair named.

pub mod text;

use crate::{Communes, Mapping, Outcome, RawRow};

/// Puts a row in the words of the standard.
pub fn normalise(row: &RawRow, mapping: &Mapping, communes: &Communes) -> Outcome {
    let _ = (mapping, communes);
    Outcome {
        local_id: row.row_number.to_string(),
        candidate: None,
        repairs: Vec::new(),
        problems: Vec::new(),
    }
}
