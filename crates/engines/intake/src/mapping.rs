//! A mapping: the file that says which column of a list means which field of the standard.
//!
//! ```toml
//! [source]
//! key = "mediatheques"
//! name = "Médiathèques du pays"
//! licence = "Licence Ouverte 2.0"
//!
//! [read]
//! format = "csv"
//! separator = ";"
//!
//! [identity]
//! columns = ["code"]
//!
//! [fields.nom]
//! columns = ["Libellé"]
//!
//! [fields.services]
//! constant = "Accès internet et matériel informatique"
//! when = { "Postes publics" = ["oui", "x"] }
//!
//! [fields.horaires]
//! days = { lundi = "h_lundi", mardi = ["mardi_matin", "mardi_soir"] }
//! ```
//!
//! A field may have several rules, written `[[fields.nom]]`: lists take the union of what they
//! give, other fields the first that gives something.

mod error;
mod rule;
mod rule_shape;
mod shape;
mod shipped;
mod table;
mod vocabulary;

pub use error::MappingError;
pub use rule::{Days, Normaliser, Rule, When, Wish};
pub use shape::{Format, Identity, Reading, Source};
pub use shipped::SHIPPED;
pub use vocabulary::{Vocabularies, Vocabulary};

use crate::standard::FieldName;
use std::collections::{BTreeMap, HashSet};

/// How to read one list.
#[derive(Clone, Debug)]
pub struct Mapping {
    /// Whose list it is.
    pub source: Source,
    /// How its bytes become rows.
    pub read: Reading,
    /// Which columns make the local identifier of a row.
    pub identity: Identity,
    /// The rules, by field of the standard.
    pub fields: BTreeMap<FieldName, Vec<Rule>>,
    /// Columns to keep beside the standard, by the name to keep them under.
    pub extra: BTreeMap<String, String>,
}

impl Mapping {
    /// Reads a mapping, with the shared vocabularies that come with the product.
    pub fn from_toml(text: &str) -> Result<Self, MappingError> {
        Self::from_toml_with(text, &Vocabularies::shipped())
    }

    /// Reads a mapping, with the shared vocabularies given.
    pub fn from_toml_with(text: &str, shared: &Vocabularies) -> Result<Self, MappingError> {
        shape::parse(text, shared)
    }

    /// A mapping that reads a file of this shape and asks nothing of its columns.
    pub(crate) fn reading_only(format: Format) -> Self {
        Self {
            source: Source::default(),
            read: Reading { format, ..Reading::default() },
            identity: Identity::default(),
            fields: BTreeMap::new(),
            extra: BTreeMap::new(),
        }
    }

    /// Each column the mapping reads, once, in the order of the standard.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        let rules = self.fields.values().flatten().flat_map(Rule::all_columns);
        let all = self.identity.columns.iter().map(String::as_str).chain(rules);
        let mut seen = HashSet::new();
        all.filter(move |column| seen.insert(*column))
    }

    /// Each column the mapping cannot do without, in the order of the standard.
    pub fn required_columns(&self) -> impl Iterator<Item = &str> {
        let rules = self.fields.values().flatten().filter(|rule| !rule.optional);
        let identity = self.identity.columns.iter().map(String::as_str);
        identity.chain(rules.flat_map(Rule::all_columns))
    }
}

#[cfg(test)]
mod tests;
