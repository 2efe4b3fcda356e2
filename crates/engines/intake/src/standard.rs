//! The French national standard of digital-mediation places: 32 flat fields, closed vocabularies.
//!
//! Names in code are English; the names people read in files are the standard's French ones.
//! Source: Table Schema « Lieux de médiation numérique » v1.0.2.

mod csv;
mod fields;
mod geojson;
mod joined;
mod json;
mod kinds;
mod vocabulary;

pub use csv::{read_csv, write_csv};
pub use fields::{FieldName, Fields};
pub use geojson::write_geojson;
pub use json::{read_json, write_json};
pub use kinds::Kind;
pub use vocabulary::{
    Access, Care, Cost, Itinerance, Programme, Public, Service, Support, Training,
};

/// What the tools of the standard write when a place has no known official number.
pub const UNKNOWN_PIVOT: &str = "00000000000000";

/// Longest summary the standard accepts, in characters.
pub const SUMMARY_MAX_CHARS: usize = 280;

/// A word of a closed vocabulary of the standard.
pub trait Word: Copy + PartialEq + Sized + 'static {
    /// Every word, in the standard's order.
    const ALL: &'static [Self];

    /// The exact text of the standard.
    fn label(self) -> &'static str;

    /// The word for addresses: ASCII, lower case, hyphens.
    fn slug(self) -> &'static str;

    /// The word whose label is exactly this.
    fn from_label(label: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|word| word.label() == label)
    }

    /// The word whose slug is exactly this.
    fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|word| word.slug() == slug)
    }
}

/// Why a file that claims to follow the standard does not.
#[derive(Debug, thiserror::Error)]
pub enum StandardError {
    /// The bytes could not be read or written.
    #[error("lecture ou écriture impossible : {0}")]
    Io(#[from] std::io::Error),
    /// The JSON is malformed or a value breaks the standard.
    #[error("JSON du standard invalide : {0}")]
    Json(#[from] serde_json::Error),
    /// The CSV is malformed.
    #[error("CSV du standard invalide : {0}")]
    Csv(#[from] ::csv::Error),
    /// A value breaks the standard.
    #[error("ligne {row}, champ « {field} » : « {value} » n'est pas permis par le standard")]
    Value {
        /// Row number, the first data row being 1.
        row: u64,
        /// The standard's name of the field.
        field: &'static str,
        /// The refused value.
        value: String,
    },
}

#[cfg(test)]
mod tests;
