//! The words of a column's name, and how much two names look alike.

use crate::normalise::text::fold;
use std::collections::HashSet;

/// Words that say nothing of what a column holds.
const EMPTY_WORDS: &[&str] = &[
    "a", "au", "aux", "avec", "c", "ce", "d", "dans", "de", "des", "du", "en", "est", "et", "il",
    "l", "la", "le", "les", "ma", "mon", "n", "ne", "nos", "notre", "on", "ou", "par", "pour",
    "qu", "que", "quel", "quelle", "quelles", "quels", "qui", "s", "sa", "ses", "si", "son",
    "sont", "sur", "un", "une", "vos", "votre", "vous",
];

/// A column's name, ready to be compared.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    /// Its words, folded, in the singular, empty ones left out.
    pub(super) words: Vec<String>,
    /// Its letters without any space.
    pub(super) glued: String,
    trigrams: HashSet<[char; 3]>,
}

/// A group of words that must all be in a header, as `headers.toml` writes them.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    words: Vec<String>,
}

impl Header {
    pub(super) fn new(name: &str) -> Self {
        let words = words(name);
        let glued = words.concat();
        let letters: Vec<char> = format!(" {} ", words.join(" ")).chars().collect();
        let trigrams = letters.windows(3).filter_map(|window| window.try_into().ok()).collect();
        Self { words, glued, trigrams }
    }

    /// How much two names look alike, from 0 to 1.
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        if self.glued == other.glued {
            return 1.0;
        }
        let shared = self.trigrams.intersection(&other.trigrams).count();
        let all = self.trigrams.len() + other.trigrams.len();
        2.0 * real(shared) / real(all.max(1))
    }

    /// How much of the name a phrase explains, from 0 (it is not there) to 1 (it is all).
    pub(super) fn covered_by(&self, phrase: &Phrase) -> f64 {
        let mut letters = 0;
        for word in &phrase.words {
            let Some(length) = self.length_of(word) else { return 0.0 };
            letters += length;
        }
        real(letters) / real(self.glued.chars().count().max(1))
    }

    fn length_of(&self, word: &str) -> Option<usize> {
        let (stem, is_open) = word.strip_suffix('*').map_or((word, false), |stem| (stem, true));
        let found = self
            .words
            .iter()
            .find(|known| if is_open { known.starts_with(stem) } else { known.as_str() == stem });
        if let Some(found) = found {
            return Some(found.chars().count());
        }
        let is_long = stem.chars().count() >= 5;
        (is_long && self.glued.contains(stem)).then(|| stem.chars().count())
    }
}

impl Phrase {
    pub(super) fn new(text: &str) -> Self {
        let one = |word: &str| match word.strip_suffix('*') {
            Some(stem) => format!("{}*", fold(stem)),
            None => singular(&fold(word)),
        };
        Self { words: text.split_whitespace().map(one).filter(|word| is_telling(word)).collect() }
    }
}

fn words(name: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(name.len() + 8);
    let mut before = ' ';
    for letter in name.chars() {
        let begins = letter.is_uppercase() && before.is_lowercase();
        if begins || letter.is_ascii_digit() != before.is_ascii_digit() {
            spaced.push(' ');
        }
        spaced.push(letter);
        before = letter;
    }
    fold(&spaced).split_whitespace().filter(|word| is_telling(word)).map(singular).collect()
}

fn is_telling(word: &str) -> bool {
    !word.is_empty() && !EMPTY_WORDS.contains(&word)
}

fn singular(word: &str) -> String {
    let is_plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
    if is_plural { word.trim_end_matches('s').to_owned() } else { word.to_owned() }
}

#[expect(clippy::cast_precision_loss, reason = "lengths of names, far below 2^52")]
fn real(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_however_they_are_written() {
        assert_eq!(Header::new("codePostal").words, ["code", "postal"]);
        assert_eq!(Header::new("c_adresse_2").words, ["adresse", "2"]);
        assert_eq!(Header::new("Quels sont vos tarifs ?").words, ["tarif"]);
    }

    #[test]
    fn a_phrase_explains_a_part_of_a_name() {
        let header = Header::new("Numéro de téléphone de la structure");
        assert!(header.covered_by(&Phrase::new("telephone")) > 0.3);
        assert!(header.covered_by(&Phrase::new("courriel")) < f64::EPSILON);
        assert!(Header::new("Codepostal").covered_by(&Phrase::new("codepostal")) > 0.99);
    }

    #[test]
    fn like_names_are_near_and_others_far() {
        let one = Header::new("Horaires d'ouverture");
        assert!(one.likeness(&Header::new("horaire ouverture")) > 0.9);
        assert!(one.likeness(&Header::new("Latitude")) < 0.2);
    }
}
