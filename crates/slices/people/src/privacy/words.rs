//! The words that name a person in texts: what is looked for, and replaced, when they are erased.

use crate::model::Person;

/// What stands where someone's name or address was.
pub const REDACTED: &str = "[effacé]";

/// The shortest name that is looked for in other people's texts, in characters. A first name
/// alone is also a word, a street, a town: replacing it would spoil what is about someone else.
const NAME_MIN_CHARS: usize = 6;

/// The address of a person as they wrote it and in lower case, and their name when it names them
/// and nobody else: two words at least.
pub fn personal_words(person: &Person) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    if let Some(mail) = person.mail.as_deref() {
        words.extend([mail.to_owned(), mail.to_lowercase()]);
    }
    let name = person.name.trim();
    if name.contains(char::is_whitespace) && name.chars().count() >= NAME_MIN_CHARS {
        words.extend([name.to_owned(), name.to_uppercase(), name.to_lowercase()]);
        // As it stands within the JSON of a history.
        let encoded = serde_json::to_string(name).unwrap_or_default();
        words.push(encoded.trim_matches('"').to_owned());
    }
    words.sort();
    words.dedup();
    words.retain(|it| !it.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Level, PersonState};

    fn person(name: &str, mail: Option<&str>) -> Person {
        Person {
            id: "pers_01KB0000000000000000000000".parse().unwrap(),
            name: name.to_owned(),
            mail: mail.map(str::to_owned),
            password: None,
            locale: "fr".to_owned(),
            level: Level::Reached,
            state: PersonState::Active,
            made_at: base::Timestamp::UNIX_EPOCH,
            seen_on: String::new(),
        }
    }

    #[test]
    fn a_whole_name_and_an_address_are_looked_for_a_first_name_alone_is_not() {
        let words = personal_words(&person("Léa Martin", Some("Lea@exemple.fr")));
        for wanted in ["Léa Martin", "LÉA MARTIN", "Lea@exemple.fr", "lea@exemple.fr"] {
            assert!(words.iter().any(|it| it == wanted), "{wanted}: {words:?}");
        }
        assert!(personal_words(&person("Léa", None)).is_empty());
    }
}
