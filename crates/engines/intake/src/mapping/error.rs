//! What is wrong with a mapping, where, and what was expected.

use std::fmt;

/// Why a mapping cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappingError {
    /// Line of the file, from 1; absent when the fault has no single place.
    pub line: Option<usize>,
    /// What is wrong and what was expected, in words.
    pub message: String,
}

impl MappingError {
    /// A fault at a byte of the text.
    pub(crate) fn at(text: &str, byte: usize, message: impl Into<String>) -> Self {
        let before = text.get(..byte.min(text.len())).unwrap_or_default();
        Self { line: Some(before.matches('\n').count() + 1), message: message.into() }
    }

    /// A fault found by the TOML reader.
    pub(crate) fn from_toml(text: &str, error: &toml::de::Error) -> Self {
        match error.span() {
            Some(span) => Self::at(text, span.start, error.message()),
            None => Self { line: None, message: error.message().to_owned() },
        }
    }
}

impl fmt::Display for MappingError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(formatter, "correspondance, ligne {line} : {}", self.message),
            None => write!(formatter, "correspondance : {}", self.message),
        }
    }
}

impl std::error::Error for MappingError {}
