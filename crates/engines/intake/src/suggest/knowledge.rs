//! What is known of how lists name their columns.

use super::header::{Header, Phrase};
use crate::mapping::{Mapping, Rule, SHIPPED, Vocabularies, Vocabulary};
use crate::standard::FieldName;
use std::sync::Arc;

/// How columns are called, from `headers.toml` and from mappings that people wrote.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    phrases: Vec<(FieldName, Phrase)>,
    headers: Vec<(FieldName, Header)>,
    vocabularies: Vec<(FieldName, Arc<Vocabulary>)>,
}

/// Words of closed fields are looked for in values and, for flags, in headers.
const CLOSED: &[(FieldName, &str)] = &[
    (FieldName::Services, "services"),
    (FieldName::Publics, "publics"),
    (FieldName::Care, "care"),
    (FieldName::Costs, "costs"),
    (FieldName::Programmes, "programmes"),
    (FieldName::Trainings, "trainings"),
    (FieldName::Access, "access"),
    (FieldName::Support, "support"),
    (FieldName::Kinds, "kinds"),
    (FieldName::Itinerance, "itinerance"),
];

impl Knowledge {
    /// The words that come with the product, and the mappings given.
    ///
    /// The words are checked by a test; a faulty file would leave its words out.
    pub fn new<'a>(mappings: impl IntoIterator<Item = &'a Mapping>) -> Self {
        let shipped = Vocabularies::shipped();
        let mut knowledge = Self {
            phrases: phrases(include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../../../mappings/vocabulary/headers.toml"
            ))),
            headers: Vec::new(),
            vocabularies: CLOSED
                .iter()
                .filter_map(|(field, name)| Some((*field, shipped.get(name)?)))
                .collect(),
        };
        mappings.into_iter().for_each(|mapping| knowledge.learn(mapping));
        knowledge
    }

    /// What the mappings that come with the product teach.
    pub fn shipped() -> Self {
        let mappings: Vec<Mapping> =
            SHIPPED.iter().filter_map(|(_, text)| Mapping::from_toml(text).ok()).collect();
        Self::new(&mappings)
    }

    /// Learns the names that a mapping gives to fields.
    fn learn(&mut self, mapping: &Mapping) {
        for column in &mapping.identity.columns {
            self.headers.push((FieldName::Id, Header::new(column)));
        }
        let named: Vec<&str> = columns_of(mapping, FieldName::Name).collect();
        for field in mapping.fields.keys() {
            // Kinds are often looked for in the name too: that does not make it their column.
            for column in columns_of(mapping, *field)
                .filter(|column| *field == FieldName::Name || !named.contains(column))
            {
                self.headers.push((*field, Header::new(column)));
            }
        }
    }

    /// How much a column's name speaks for a field, from 0 to 1.
    pub(super) fn name_speaks(&self, field: FieldName, header: &Header) -> f64 {
        let by_phrase = of(&self.phrases, field).map(|phrase| match header.covered_by(phrase) {
            covered if covered > 0.0 => 0.35 + 0.65 * covered,
            _ => 0.0,
        });
        let by_likeness = of(&self.headers, field).map(|known| match known.likeness(header) {
            likeness if likeness >= 0.999 => 1.0,
            likeness if likeness >= 0.45 => 0.9 * likeness,
            _ => 0.0,
        });
        by_phrase.chain(by_likeness).fold(0.0, f64::max)
    }

    /// Whether a column's name is itself a word of a closed field.
    pub(super) fn name_means(&self, field: FieldName, header: &Header) -> bool {
        let spoken = header.words.join(" ");
        of(&self.vocabularies, field)
            .any(|vocabulary| vocabulary.meaning(&spoken).is_some_and(|words| !words.is_empty()))
    }

    /// The closed field, and its words, that a column's name means.
    pub(super) fn meaning(
        &self,
        column: &str,
        header: &Header,
    ) -> Option<(FieldName, Vec<String>)> {
        let spoken = header.words.join(" ");
        self.vocabularies().find_map(|(field, vocabulary)| {
            let words = [column, &spoken]
                .into_iter()
                .find_map(|name| vocabulary.meaning(name).filter(|words| !words.is_empty()))?;
            Some((field, words.into_iter().map(str::to_owned).collect()))
        })
    }

    /// The closed fields, with what lists say for their words.
    pub(super) fn vocabularies(&self) -> impl Iterator<Item = (FieldName, &Vocabulary)> {
        self.vocabularies.iter().map(|(field, vocabulary)| (*field, vocabulary.as_ref()))
    }
}

fn columns_of(mapping: &Mapping, field: FieldName) -> impl Iterator<Item = &str> {
    mapping.fields.get(&field).into_iter().flatten().flat_map(Rule::all_columns)
}

fn of<T>(all: &[(FieldName, T)], field: FieldName) -> impl Iterator<Item = &T> {
    all.iter().filter(move |(known, _)| *known == field).map(|(_, it)| it)
}

fn phrases(text: &str) -> Vec<(FieldName, Phrase)> {
    let Ok(table) = text.parse::<toml::Table>() else { return Vec::new() };
    let mut phrases = Vec::new();
    for (label, texts) in &table {
        let (Some(field), Some(texts)) = (FieldName::from_label(label), texts.as_array()) else {
            continue;
        };
        let texts = texts.iter().filter_map(toml::Value::as_str);
        phrases.extend(texts.map(|text| (field, Phrase::new(text))));
    }
    phrases
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_of_the_shipped_words_is_a_field() {
        let text = include_str!("../../../../../mappings/vocabulary/headers.toml");
        let table: toml::Table = text.parse().unwrap();
        for (label, texts) in &table {
            assert!(FieldName::from_label(label).is_some(), "{label}");
            assert!(texts.as_array().is_some_and(|texts| texts.iter().all(toml::Value::is_str)));
        }
        assert_eq!(table.len(), FieldName::ALL.len(), "each field has its words");
    }
}
