//! Lists as the flat standard writes them: one text, values between `|`.
//!
//! The standard has no escape for its separator, so a `|` inside a value is written `/`.

use super::Word;
use serde::de::{Deserialize, Deserializer, Error};
use std::borrow::Cow;

/// The separator between the values of one field.
pub(super) const SEPARATOR: char = '|';

/// Joins texts with the separator.
pub(super) fn join_texts(texts: &[String]) -> String {
    let safe: Vec<Cow<'_, str>> = texts.iter().map(|text| without_separator(text)).collect();
    safe.join("|")
}

/// Joins words with the separator.
pub(super) fn join_words<W: Word>(words: &[W]) -> String {
    words.iter().map(|word| word.label()).collect::<Vec<_>>().join("|")
}

/// Cuts a field into its texts; empty parts are dropped.
pub(super) fn split_texts(value: &str) -> Vec<String> {
    parts(value).map(str::to_owned).collect()
}

/// Cuts a field into its words, or gives the first part that is not a word.
pub(super) fn split_words<W: Word>(value: &str) -> Result<Vec<W>, &str> {
    parts(value).map(|part| W::from_label(part).ok_or(part)).collect()
}

fn parts(value: &str) -> impl Iterator<Item = &str> {
    value.split(SEPARATOR).map(str::trim).filter(|part| !part.is_empty())
}

fn without_separator(text: &str) -> Cow<'_, str> {
    if text.contains(SEPARATOR) {
        Cow::Owned(text.replace(SEPARATOR, "/"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Serde form of a list of free texts.
pub(super) mod texts {
    use super::{Cow, Deserialize, Deserializer};

    pub(in super::super) fn serialize<S: serde::Serializer>(
        texts: &[String],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&super::join_texts(texts))
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<String>, D::Error> {
        let value = <Option<Cow<'de, str>>>::deserialize(deserializer)?.unwrap_or_default();
        Ok(super::split_texts(&value))
    }
}

/// Serde form of a list of words of a closed vocabulary.
pub(super) mod words {
    use super::{Cow, Deserialize, Deserializer, Error, Word};

    pub(in super::super) fn serialize<W: Word, S: serde::Serializer>(
        words: &[W],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&super::join_words(words))
    }

    pub(in super::super) fn deserialize<'de, W: Word, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<W>, D::Error> {
        let value = <Option<Cow<'de, str>>>::deserialize(deserializer)?.unwrap_or_default();
        super::split_words(&value).map_err(|part| {
            D::Error::custom(format_args!("« {part} » n'est pas un mot du standard"))
        })
    }
}

/// Serde form of a number that other tools write as text as often as not.
pub(super) mod number {
    use super::{Deserialize, Deserializer, Error};

    #[derive(serde::Deserialize)]
    #[serde(untagged)]
    enum Loose {
        Number(f64),
        Text(String),
    }

    #[expect(clippy::ref_option, reason = "the signature serde asks for")]
    pub(in super::super) fn serialize<S: serde::Serializer>(
        number: &Option<f64>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match number {
            Some(number) => serializer.serialize_f64(*number),
            None => serializer.serialize_none(),
        }
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<f64>, D::Error> {
        match <Option<Loose>>::deserialize(deserializer)? {
            None => Ok(None),
            Some(Loose::Number(number)) => Ok(Some(number)),
            Some(Loose::Text(text)) if text.trim().is_empty() => Ok(None),
            Some(Loose::Text(text)) => text.trim().parse().map(Some).map_err(D::Error::custom),
        }
    }
}

/// Serde form of the official number: the tools' "unknown" value reads as none.
pub(super) mod pivot {
    use super::{Deserialize, Deserializer};

    #[expect(clippy::ref_option, reason = "the signature serde asks for")]
    pub(in super::super) fn serialize<S: serde::Serializer>(
        pivot: &Option<String>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match pivot {
            Some(pivot) => serializer.serialize_str(pivot),
            None => serializer.serialize_none(),
        }
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<String>, D::Error> {
        let pivot = <Option<String>>::deserialize(deserializer)?;
        Ok(pivot.filter(|pivot| !pivot.is_empty() && pivot != super::super::UNKNOWN_PIVOT))
    }
}
