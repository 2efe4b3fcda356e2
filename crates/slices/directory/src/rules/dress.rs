//! What may be put on a page beside its fields: limits, languages, words.

use crate::refusal::Refusal;
use base::Timestamp;
use base::time::SignedDuration;

/// Photos of a page at most.
pub const PHOTOS_MAX: usize = 12;
/// Longest message, description of a photo, credit, in characters.
pub const NOTICE_MAX_CHARS: usize = 500;
/// Longest presentation in another language, in characters.
pub const TRANSLATION_MAX_CHARS: usize = 3_000;
/// Longest words of a correction, a claim, a decision, in characters.
pub const WORDS_MAX_CHARS: usize = 2_000;

/// The languages in which a place may present itself: their code and their own name.
pub const LANGUAGES: [(&str, &str); 14] = [
    ("en", "English"),
    ("ar", "العربية"),
    ("de", "Deutsch"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("it", "Italiano"),
    ("pl", "Polski"),
    ("ps", "پښتو"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("zh", "中文"),
];

/// The own name of a language of the list.
pub fn language_name(code: &str) -> Option<&'static str> {
    LANGUAGES.iter().find(|(it, _)| *it == code).map(|(_, name)| *name)
}

/// Whether a language is written from right to left.
pub fn is_right_to_left(code: &str) -> bool {
    matches!(code, "ar" | "fa" | "ps")
}

/// Words as they are kept: trimmed, ends of lines made one kind, nothing that a screen does not
/// show, no longer than that.
pub fn checked_words(text: &str, chars_max: usize) -> Result<String, Refusal> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String =
        text.chars().filter(|it| *it == '\n' || !it.is_control()).collect::<String>();
    let kept = kept.trim().to_owned();
    if kept.chars().count() > chars_max { Err(Refusal::WordsLong) } else { Ok(kept) }
}

/// A form filled faster than this was not filled by a person.
const PERSON_MIN: SignedDuration = SignedDuration::from_secs(3);

/// Whether a form of the public was filled by a program: a field that people do not see was
/// filled, or it all went too fast.
pub fn is_by_program(trap: &str, shown_at: Timestamp, now: Timestamp) -> bool {
    !trap.is_empty() || now.duration_since(shown_at) < PERSON_MIN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_without_what_no_screen_shows() {
        assert_eq!(checked_words(" a\r\nb\u{0}c ", 10), Ok("a\nbc".into()));
        assert_eq!(checked_words("abcd", 3), Err(Refusal::WordsLong));
    }

    #[test]
    fn a_form_filled_in_no_time_or_in_its_hidden_field_is_a_programs() {
        let shown = Timestamp::UNIX_EPOCH;
        let later = |seconds| shown + SignedDuration::from_secs(seconds);
        assert!(is_by_program("", shown, later(1)));
        assert!(is_by_program("spam", shown, later(60)));
        assert!(!is_by_program("", shown, later(4)));
    }
}
