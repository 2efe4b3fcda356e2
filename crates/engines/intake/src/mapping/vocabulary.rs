//! Vocabularies: the words lists use, and the words of the standard they mean.
//!
//! A vocabulary is a TOML file anyone can edit, one section per word of the standard:
//!
//! ```toml
//! ["Gratuit"]
//! is = ["gratuit", "aucun frais"]      # the value says exactly this
//! has = ["sans frais"]                 # these words are somewhere in the value
//!
//! ["-"]
//! is = ["non renseigné"]               # known, and means nothing for this field
//! ```
//!
//! Case, accents and punctuation do not count. A word ending in `*` matches any ending. What a
//! value says exactly (`is`) wins over what it contains (`has`).

use super::error::MappingError;
use super::table::Table;
use crate::normalise::text::fold;
use crate::standard::{
    Access, Care, Cost, FieldName, Itinerance, Kind, Programme, Public, Service, Support, Training,
    Word,
};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The section of words that are known and mean nothing for the field.
const NOTHING: &str = "-";

macro_rules! shipped_text {
    ($name:literal) => {
        include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../../mappings/vocabulary/",
            $name,
            ".toml"
        ))
    };
}

/// The vocabularies that come with the product: name, field, text.
const SHIPPED: &[(&str, FieldName, &str)] = &[
    ("services", FieldName::Services, shipped_text!("services")),
    ("publics", FieldName::Publics, shipped_text!("publics")),
    ("care", FieldName::Care, shipped_text!("care")),
    ("costs", FieldName::Costs, shipped_text!("costs")),
    ("programmes", FieldName::Programmes, shipped_text!("programmes")),
    ("trainings", FieldName::Trainings, shipped_text!("trainings")),
    ("access", FieldName::Access, shipped_text!("access")),
    ("support", FieldName::Support, shipped_text!("support")),
    ("kinds", FieldName::Kinds, shipped_text!("kinds")),
    ("itinerance", FieldName::Itinerance, shipped_text!("itinerance")),
];

/// What the words of lists mean for one field.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    whole: HashMap<String, Vec<Arc<str>>>,
    /// By the first two letters of the phrase, so that a value is compared with few of them.
    within: HashMap<[u8; 2], Vec<(String, Arc<str>)>>,
    base: Option<Arc<Vocabulary>>,
}

/// Vocabularies by name.
#[derive(Clone, Debug, Default)]
pub struct Vocabularies {
    by_name: BTreeMap<String, Arc<Vocabulary>>,
}

/// The vocabulary a field uses when its rule names none.
pub(crate) fn default_name(field: FieldName) -> Option<&'static str> {
    SHIPPED.iter().find(|(_, known, _)| *known == field).map(|(name, _, _)| *name)
}

impl Vocabularies {
    /// The vocabularies that come with the product.
    ///
    /// They are checked by a test; one that could not be read would be left out.
    pub fn shipped() -> Self {
        let mut vocabularies = Self::default();
        for (name, field, text) in SHIPPED {
            if let Ok(vocabulary) = Vocabulary::from_toml(*field, text) {
                vocabularies.insert(name, vocabulary);
            }
        }
        vocabularies
    }

    /// Adds or replaces a vocabulary.
    pub fn insert(&mut self, name: &str, vocabulary: Vocabulary) {
        self.by_name.insert(name.to_owned(), Arc::new(vocabulary));
    }

    /// The vocabulary of this name.
    pub fn get(&self, name: &str) -> Option<Arc<Vocabulary>> {
        self.by_name.get(name).cloned()
    }

    /// Every name, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }
}

impl Vocabulary {
    /// Reads a vocabulary file for a field.
    pub fn from_toml(field: FieldName, text: &str) -> Result<Self, MappingError> {
        let root = toml::de::DeTable::parse(text).map_err(|e| MappingError::from_toml(text, &e))?;
        let root = Table::root(text, &root);
        let mut vocabulary = Self::of_labels(field);
        for (label, node) in root.entries() {
            if label != NOTHING && !known_label(field, label) {
                return Err(node.key_error(unknown_label(field, label)));
            }
            let section = node.table()?;
            section.only(&["is", "has"])?;
            for text in section.texts("is")? {
                vocabulary.add_whole(&text, label);
            }
            for text in section.texts("has")? {
                vocabulary.add_within(&text, label);
            }
        }
        Ok(vocabulary)
    }

    /// A table written in a mapping: words of the list on the left, of the standard on the
    /// right; what it does not know is looked up in the shared vocabulary.
    pub(super) fn inline(
        field: FieldName,
        table: &Table<'_>,
        base: Option<Arc<Self>>,
    ) -> Result<Self, MappingError> {
        let mut vocabulary = Self { base, ..Self::of_labels(field) };
        for (text, node) in table.entries() {
            for label in node.texts()? {
                if label != NOTHING && !known_label(field, &label) {
                    return Err(node.error(unknown_label(field, &label)));
                }
                vocabulary.add_whole(text, &label);
            }
        }
        Ok(vocabulary)
    }

    /// The words of the standard a value means; `None` when nothing in it is known.
    pub fn meaning(&self, value: &str) -> Option<Vec<&str>> {
        let folded = fold(value);
        if folded.is_empty() {
            return Some(Vec::new());
        }
        self.whole_meaning(&folded).or_else(|| self.within_meaning(&folded))
    }

    /// The words of the standard that exactly this value means.
    pub(crate) fn whole(&self, value: &str) -> Option<Vec<&str>> {
        self.whole_meaning(&fold(value))
    }

    fn whole_meaning(&self, folded: &str) -> Option<Vec<&str>> {
        match self.whole.get(folded) {
            Some(labels) => Some(real(labels)),
            None => self.base.as_ref()?.whole_meaning(folded),
        }
    }

    fn within_meaning(&self, folded: &str) -> Option<Vec<&str>> {
        let padded = format!("{folded} ");
        let mut found: Option<Vec<&str>> = None;
        let starts = padded.match_indices(' ').map(|(space, _)| space + 1);
        for start in std::iter::once(0).chain(starts) {
            let Some(rest) = padded.get(start..) else { continue };
            let Some(phrases) = head(rest).and_then(|head| self.within.get(&head)) else {
                continue;
            };
            for (_, label) in phrases.iter().filter(|(phrase, _)| rest.starts_with(phrase)) {
                let labels = found.get_or_insert_default();
                if label.as_ref() != NOTHING && !labels.contains(&label.as_ref()) {
                    labels.push(label);
                }
            }
        }
        found.or_else(|| self.base.as_ref()?.within_meaning(folded))
    }

    fn of_labels(field: FieldName) -> Self {
        let mut vocabulary = Self::default();
        for label in labels(field) {
            vocabulary.add_whole(label, label);
        }
        vocabulary
    }

    fn add_whole(&mut self, text: &str, label: &str) {
        let labels = self.whole.entry(fold(text)).or_default();
        if !labels.iter().any(|known| known.as_ref() == label) {
            labels.push(label.into());
        }
    }

    fn add_within(&mut self, text: &str, label: &str) {
        let open = text.trim_end().ends_with('*');
        let phrase = format!("{}{}", fold(text), if open { "" } else { " " });
        if let Some(head) = head(&phrase) {
            self.within.entry(head).or_default().push((phrase, label.into()));
        }
    }
}

fn head(text: &str) -> Option<[u8; 2]> {
    text.as_bytes().first_chunk().copied()
}

fn real(labels: &[Arc<str>]) -> Vec<&str> {
    labels.iter().map(AsRef::as_ref).filter(|label| *label != NOTHING).collect()
}

fn known_label(field: FieldName, label: &str) -> bool {
    labels(field).contains(&label)
}

fn unknown_label(field: FieldName, label: &str) -> String {
    format!(
        "« {label} » n'est pas un mot du champ {} ; mots permis : {}",
        field.label(),
        labels(field).join(" | ")
    )
}

fn labels(field: FieldName) -> Vec<&'static str> {
    fn all<W: Word>() -> Vec<&'static str> {
        W::ALL.iter().map(|word| word.label()).collect()
    }
    match field {
        FieldName::Services => all::<Service>(),
        FieldName::Publics => all::<Public>(),
        FieldName::Care => all::<Care>(),
        FieldName::Costs => all::<Cost>(),
        FieldName::Programmes => all::<Programme>(),
        FieldName::Trainings => all::<Training>(),
        FieldName::Access => all::<Access>(),
        FieldName::Support => all::<Support>(),
        FieldName::Kinds => all::<Kind>(),
        FieldName::Itinerance => all::<Itinerance>(),
        _ => Vec::new(),
    }
}
