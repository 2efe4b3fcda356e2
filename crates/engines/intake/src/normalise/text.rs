//! Text as people meant it: one form of each letter, no invisible characters, no stray spaces.

use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Cleans a text: Unicode NFC, control and invisible characters removed, every kind of space
/// made plain and single, ends trimmed. Line breaks become spaces.
pub fn clean(text: &str) -> Cow<'_, str> {
    if is_clean(text) {
        return Cow::Borrowed(text);
    }
    let composed: Cow<'_, str> =
        if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) };
    let mut clean = String::with_capacity(composed.len());
    let mut space_due = false;
    for character in composed.chars() {
        if character.is_whitespace() || is_strange_space(character) {
            space_due = !clean.is_empty();
        } else if !is_invisible(character) {
            if space_due {
                clean.push(' ');
                space_due = false;
            }
            clean.push(character);
        }
    }
    Cow::Owned(clean)
}

/// Cleans each line of a text and keeps the lines apart.
pub fn clean_lines(text: &str) -> String {
    let lines = text.lines().map(clean).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether cleaning would change nothing, told in one pass over plain ASCII.
fn is_clean(text: &str) -> bool {
    let mut before = b' ';
    for byte in text.bytes() {
        if !(0x20..0x7f).contains(&byte) || (byte == b' ' && before == b' ') {
            return false;
        }
        before = byte;
    }
    text.is_empty() || before != b' '
}

fn is_strange_space(character: char) -> bool {
    matches!(character, '\u{feff}' | '\u{2060}' | '\u{180e}')
}

fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2061}'..='\u{206f}'
            | '\u{fff9}'..='\u{fffb}' | '\u{00ad}' | '\u{e000}'..='\u{f8ff}')
}

/// A text reduced to what counts when comparing: lower case, no accents, words of letters and
/// digits with single spaces between.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut space_due = false;
    let mut push = |character: char| {
        if character.is_ascii_alphanumeric() {
            if space_due && !folded.is_empty() {
                folded.push(' ');
            }
            space_due = false;
            folded.push(character.to_ascii_lowercase());
        } else {
            space_due = true;
        }
    };
    if text.is_ascii() {
        text.chars().for_each(push);
        return folded;
    }
    for character in text.nfkd() {
        match character {
            '\u{0300}'..='\u{036f}' => {}
            'œ' | 'Œ' => ['o', 'e'].into_iter().for_each(&mut push),
            'æ' | 'Æ' => ['a', 'e'].into_iter().for_each(&mut push),
            'ß' => ['s', 's'].into_iter().for_each(&mut push),
            other => push(other),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_and_invisible_letters_are_put_right() {
        assert_eq!(clean(" Maison\u{a0}des \t services\u{200b} "), "Maison des services");
        assert_eq!(clean("e\u{301}tage\u{7}"), "étage");
        assert!(matches!(clean("12 rue du Port"), Cow::Borrowed(_)));
    }

    #[test]
    fn folding_keeps_words_only() {
        assert_eq!(fold("L'Œuvre  de Saint-Étienne (42)"), "l oeuvre de saint etienne 42");
        assert_eq!(fold("…"), "");
    }

    #[test]
    fn lines_stay_apart() {
        assert_eq!(clean_lines(" mardi  9h \n\n jeudi "), "mardi 9h\njeudi");
    }
}
