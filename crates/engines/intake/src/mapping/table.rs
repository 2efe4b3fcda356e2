//! Reading TOML by hand, so that every fault names its line and what was expected.

use super::error::MappingError;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table of the file, with where it starts.
pub(super) struct Table<'a> {
    text: &'a str,
    start: usize,
    entries: &'a DeTable<'a>,
}

/// A value of the file, with where it and its key start.
pub(super) struct Node<'a> {
    text: &'a str,
    key_start: usize,
    start: usize,
    value: &'a DeValue<'a>,
}

impl<'a> Table<'a> {
    pub(super) fn root(text: &'a str, table: &'a Spanned<DeTable<'a>>) -> Self {
        Self { text, start: 0, entries: table.get_ref() }
    }

    /// Refuses keys that mean nothing here.
    pub(super) fn only(&self, known: &[&str]) -> Result<(), MappingError> {
        match self.entries().find(|(key, _)| !known.contains(key)) {
            None => Ok(()),
            Some((key, node)) => Err(node.key_error(format!(
                "clé inconnue « {key} » ; clés permises ici : {}",
                known.join(", ")
            ))),
        }
    }

    pub(super) fn get(&self, key: &str) -> Option<Node<'a>> {
        self.entries().find(|(known, _)| *known == key).map(|(_, node)| node)
    }

    pub(super) fn need(&self, key: &str) -> Result<Node<'a>, MappingError> {
        self.get(key).ok_or_else(|| self.error(format!("il manque la clé « {key} »")))
    }

    pub(super) fn text(&self, key: &str) -> Result<Option<String>, MappingError> {
        self.get(key).map(|node| node.text()).transpose()
    }

    pub(super) fn text_or_empty(&self, key: &str) -> Result<String, MappingError> {
        Ok(self.text(key)?.unwrap_or_default())
    }

    /// One text or an array of them; empty when the key is absent.
    pub(super) fn texts(&self, key: &str) -> Result<Vec<String>, MappingError> {
        self.get(key).map_or(Ok(Vec::new()), |node| node.texts())
    }

    /// A yes or a no; no when the key is absent.
    pub(super) fn flag(&self, key: &str) -> Result<bool, MappingError> {
        let Some(node) = self.get(key) else { return Ok(false) };
        node.value.as_bool().ok_or_else(|| node.expected("true ou false"))
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = (&'a str, Node<'a>)> {
        let text = self.text;
        self.entries.iter().map(move |(key, value)| {
            let node = Node {
                text,
                key_start: key.span().start,
                start: value.span().start,
                value: value.get_ref(),
            };
            (key.get_ref().as_ref(), node)
        })
    }

    pub(super) fn error(&self, message: impl Into<String>) -> MappingError {
        MappingError::at(self.text, self.start, message)
    }
}

impl<'a> Node<'a> {
    pub(super) fn table(&self) -> Result<Table<'a>, MappingError> {
        match self.value.as_table() {
            Some(entries) => Ok(Table { text: self.text, start: self.key_start, entries }),
            None => Err(self.expected("une table { … } ou [section]")),
        }
    }

    pub(super) fn text(&self) -> Result<String, MappingError> {
        self.value.as_str().map(str::to_owned).ok_or_else(|| self.expected("un texte"))
    }

    pub(super) fn is_text(&self) -> bool {
        self.value.is_str()
    }

    pub(super) fn texts(&self) -> Result<Vec<String>, MappingError> {
        self.one_or_many().iter().map(Self::text).collect()
    }

    pub(super) fn number(&self, max: u32) -> Result<u32, MappingError> {
        let number = self.value.as_integer().and_then(|number| number.as_str().parse().ok());
        number
            .filter(|number| *number <= max)
            .ok_or_else(|| self.expected(&format!("un nombre entre 0 et {max}")))
    }

    /// The elements of an array, or the value alone.
    pub(super) fn one_or_many(&self) -> Vec<Node<'a>> {
        let Some(array) = self.value.as_array() else {
            return vec![Node { ..*self }];
        };
        array
            .iter()
            .map(|value| Node {
                text: self.text,
                key_start: value.span().start,
                start: value.span().start,
                value: value.get_ref(),
            })
            .collect()
    }

    /// The value as one of the names allowed.
    pub(super) fn one_of<T: Copy>(
        &self,
        what: &str,
        names: &[(&'static str, T)],
    ) -> Result<T, MappingError> {
        let name = self.text()?;
        if let Some((_, value)) = names.iter().find(|(known, _)| *known == name) {
            return Ok(*value);
        }
        let known: Vec<_> = names.iter().map(|(known, _)| *known).collect();
        let known = known.join(", ");
        Err(self.error(format!("{what} inconnu « {name} » ; permis : {known}")))
    }

    pub(super) fn expected(&self, what: &str) -> MappingError {
        self.error(format!("on attendait {what}, on a lu : {}", self.value.type_str()))
    }

    pub(super) fn error(&self, message: impl Into<String>) -> MappingError {
        MappingError::at(self.text, self.start, message)
    }

    pub(super) fn key_error(&self, message: impl Into<String>) -> MappingError {
        MappingError::at(self.text, self.key_start, message)
    }
}
