//! One rule: where a field of the standard takes its value and how it is put right.

use super::vocabulary::Vocabulary;
use crate::standard::FieldName;
use std::sync::Arc;

/// Where a field takes its value.
#[derive(Clone, Debug, Default)]
pub struct Rule {
    /// Columns read, in order.
    pub columns: Vec<String>,
    /// How the value is put right; the field's own way when absent.
    pub how: Option<Normaliser>,
    /// What joins several columns; a space when absent.
    pub join: Option<String>,
    /// What cuts one value into several; the field's own way when absent.
    pub split: Vec<String>,
    /// The rule holds only when all of these do.
    pub when: Vec<When>,
    /// The words of the list and what they mean.
    pub vocabulary: Option<Arc<Vocabulary>>,
    /// A fixed value, when no column is read.
    pub constant: Option<String>,
    /// Put before the value unless it says it already.
    pub prefix: Option<String>,
    /// Columns by day of the week, for hours.
    pub days: Days,
    /// The column that says whether hours hold in even or odd weeks only.
    pub weeks: Option<String>,
    /// Whether the list may lack the columns.
    pub optional: bool,
    /// Whether words found in no vocabulary go unsaid.
    pub quiet: bool,
}

/// Columns of the hours of each day, Monday first; a day may have several (half-days).
pub type Days = [Vec<String>; 7];

/// A condition on one column.
#[derive(Clone, Debug)]
pub struct When {
    /// The column looked at.
    pub column: String,
    /// What it must say.
    pub wish: Wish,
}

/// What a column must say for a rule to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Anything (`"*"`).
    Something,
    /// Nothing (`""`).
    Nothing,
    /// One of these, case and accents aside.
    OneOf(Vec<String>),
}

/// A named way to put a value right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Normaliser {
    /// Plain text.
    Text,
    /// An address in one line: street, postcode and town.
    AddressLine,
    /// Coordinates in degrees, or anything recognisable as such.
    Degrees,
    /// Both coordinates in one cell, latitude first: `48.1, -1.6`.
    Pair,
    /// Lambert-93 metres.
    Lambert93,
    /// Hours: the `OpenStreetMap` grammar or a sentence in French.
    Hours,
    /// Words of the list, through the vocabulary.
    Words,
}

impl Normaliser {
    /// Every normaliser with the name mappings give it.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("text", Self::Text),
        ("address-line", Self::AddressLine),
        ("degrees", Self::Degrees),
        ("lat-lon", Self::Pair),
        ("lambert-93", Self::Lambert93),
        ("hours", Self::Hours),
        ("words", Self::Words),
    ];

    /// The normaliser of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, normaliser)| *normaliser)
    }

    /// Whether the normaliser means something for the field.
    pub(crate) fn suits(self, field: FieldName) -> bool {
        match self {
            Self::Text => true,
            Self::AddressLine => field == FieldName::Street,
            Self::Degrees | Self::Pair | Self::Lambert93 => {
                matches!(field, FieldName::Latitude | FieldName::Longitude)
            }
            Self::Hours => field == FieldName::Hours,
            Self::Words => super::vocabulary::default_name(field).is_some(),
        }
    }
}

impl Rule {
    /// Every column the rule reads or looks at.
    pub fn all_columns(&self) -> impl Iterator<Item = &str> {
        let read = self.columns.iter().chain(self.days.iter().flatten());
        let looked_at = self.when.iter().map(|when| &when.column).chain(&self.weeks);
        read.chain(looked_at).map(String::as_str)
    }
}
