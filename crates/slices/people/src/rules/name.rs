//! The name by which someone is called: theirs to choose, and a pseudonym will do.

use crate::refusal::Refusal;

const LENGTH_MAX_CHARS: usize = 80;

/// The name, its spaces put right.
pub fn checked_name(text: &str) -> Result<String, Refusal> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_sound = (1..=LENGTH_MAX_CHARS).contains(&name.chars().count())
        && name.chars().any(char::is_alphanumeric)
        && !name.chars().any(|c| c.is_control() || is_invisible(c));
    if is_sound { Ok(name) } else { Err(Refusal::NameNeeded) }
}

/// Letters that turn or hide others, with which one name is made to look like another.
fn is_invisible(c: char) -> bool {
    let hidden = ['\u{200b}'..='\u{200f}', '\u{202a}'..='\u{202e}', '\u{2060}'..='\u{206f}'];
    c == '\u{feff}' || hidden.iter().any(|range| range.contains(&c))
}

#[cfg(test)]
mod tests {
    use super::checked_name;

    #[test]
    fn a_name_is_words_that_can_be_seen() {
        assert_eq!(checked_name("  Léa   Martin "), Ok("Léa Martin".to_owned()));
        for text in ["", " ", "…", "a\u{202e}b", &"x".repeat(81)] {
            assert!(checked_name(text).is_err(), "{text:?}");
        }
    }
}
