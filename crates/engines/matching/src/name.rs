//! A name taken apart: its own words, without the commune's name and with kinds of place unified.

use crate::prepare::{Lexicons, Word};
use crate::text::{fold, hash, one_slip_apart, words};
use crate::vocabulary::{KindSet, TRAVELLING, VOCABULARY};

/// The parts of a name.
pub(crate) struct Name {
    /// Hash of the whole folded name.
    pub(crate) full: u64,
    /// Hash of the own words, whatever their order.
    pub(crate) bare: u64,
    /// The own words joined, in the order written.
    pub(crate) text: Box<str>,
    /// The own words, sorted by number.
    pub(crate) words: Box<[Word]>,
    /// The own words as spelt, kinds not unified, sorted by number.
    pub(crate) spelt: Box<[Word]>,
    /// The words of the commune's name.
    pub(crate) towns: Box<[Box<str>]>,
    /// The initials; empty when there are less than three.
    pub(crate) initials: Box<str>,
    /// Kinds of place the name says.
    pub(crate) kinds: KindSet,
    /// Whether the name says that the place travels.
    pub(crate) itinerant: bool,
}

impl Name {
    /// Reads a name; `commune` is the folded name of the commune.
    pub(crate) fn read(name: &str, commune: &str, lexicons: &mut Lexicons) -> Self {
        let folded = fold(name);
        let all = words(&folded);
        let initials = initials(&all);
        let towns: Vec<String> = VOCABULARY.unify(words(commune)).0;
        let spelt = all.iter().filter(|word| !VOCABULARY.is_empty_word(word)).cloned().collect();
        let spelt = lexicons.spelt.words_of(without_commune(spelt, &towns));
        let (unified, kinds) = VOCABULARY.unify(all);
        let itinerant = unified.iter().any(|word| word == TRAVELLING);
        let only_commune = folded.replace(' ', "") == commune.replace(' ', "");
        let own = if only_commune { Vec::new() } else { without_commune(unified, &towns) };
        let text = own.join(" ").into_boxed_str();
        let words = lexicons.names.words_of(own);
        Self {
            full: hash(9, &[folded.as_bytes()]),
            bare: key_of(&words),
            text,
            words,
            spelt,
            towns: towns.into_iter().map(String::into_boxed_str).collect(),
            initials,
            itinerant,
            kinds,
        }
    }
}

/// A key of a set of words that does not depend on their order nor on their numbers.
pub(crate) fn key_of(words: &[Word]) -> u64 {
    if words.is_empty() {
        return 0;
    }
    words.iter().fold(1, |key, word| key ^ hash(10, &[word.text.as_bytes()]))
}

/// The words that are not part of the commune's name, even misspelt.
fn without_commune(mut words: Vec<String>, towns: &[String]) -> Vec<String> {
    words.retain(|word| !towns.iter().any(|town| is_town_word(word, town)));
    words
}

fn is_town_word(word: &str, town: &str) -> bool {
    word == town || (town.len() > 5 && !word.starts_with('#') && one_slip_apart(word, town))
}

/// The first letters of the words, small words aside, when there are at least three.
fn initials(words: &[String]) -> Box<str> {
    const SMALL: [&str; 12] =
        ["de", "du", "des", "la", "le", "les", "l", "d", "et", "a", "au", "en"];
    let letters: String = words
        .iter()
        .filter(|word| !SMALL.contains(&word.as_str()))
        .filter_map(|word| word.chars().next())
        .collect();
    if letters.len() > 2 { letters.into() } else { "".into() }
}
