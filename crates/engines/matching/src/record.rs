//! What goes in: rows of lists, as the engine wants them, and what people have decided about them.
//!
//! A [`Record`] is one row of one list. Every field may be empty: what is missing is never counted
//! for or against two records being the same place.

use serde::{Deserialize, Serialize};

/// One row of one list of places. Empty strings and `None` mean "not said".
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Number of the list the row comes from; any numbering will do.
    pub source: u32,
    /// Name of the place, as written.
    pub name: String,
    /// Number and street, without postcode and commune.
    pub street: String,
    /// Five digits.
    pub postcode: String,
    /// Name of the commune, as written.
    pub commune: String,
    /// Official INSEE code of the commune, or "".
    pub commune_code: String,
    /// Latitude in degrees, WGS84.
    pub lat: Option<f64>,
    /// Longitude in degrees, WGS84.
    pub lon: Option<f64>,
    /// Telephone number in any notation.
    pub phone: String,
    /// E-mail address; of several, the first counts.
    pub email: String,
    /// Address of the web site; of several, the first counts.
    pub web: String,
    /// SIRET, SIREN, RNA or RIDET, or "". Zeroes only means unknown.
    pub pivot: String,
    /// Standard typology codes, such as `BIB`, `CCAS`, `EPN`, `RFS`.
    pub kinds: Vec<String>,
    /// An identifier given by an authority: its namespace, then the identifier.
    pub official_id: Option<(String, String)>,
}

/// What a person said of two records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// One place: the two records are merged.
    Same,
    /// One place inside the other: linked, never merged.
    Hosted,
    /// Two places: never merged.
    Different,
}

/// A human decision about two records. It outlives every run of the engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Index of the first record.
    pub a: usize,
    /// Index of the second record.
    pub b: usize,
    /// What the person said.
    pub from: Verdict,
}
