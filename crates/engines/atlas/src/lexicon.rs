//! The words of all places, and where each stands.
//!
//! A sorted, packed vocabulary serves exact words, beginnings and typing errors; words that came
//! since it was packed wait in a small table beside, looked up one by one, until there are enough
//! of them to pack again. Occurrences are plain sorted lists, changed in place.

use std::collections::HashMap;

use fst::{IntoStreamer, Map, Streamer};

use crate::sound::{digest, sound};
use crate::typo::Near;
use crate::words::{each_word, is_empty_word, stem};
use crate::{Doc, Synonyms};

/// The parts of a place where a word can stand, heaviest first.
pub(crate) const NAME: u8 = 1;
pub(crate) const COMMUNE: u8 = 2;
pub(crate) const SERVICES: u8 = 4;
pub(crate) const ADDRESS: u8 = 8;
pub(crate) const REST: u8 = 16;

/// Most words kept of one place.
const MOST_WORDS: usize = 4_096;

/// A word and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    pub(crate) text: Box<str>,
    /// Sorted by slot; see [`occurrence`].
    pub(crate) places: Vec<u32>,
    /// Whether it is a word of the synonyms, known even if no place has it.
    pub(crate) known: bool,
}

/// Packs a slot (24 bits) and an impact: the parts where the word stands (5 bits) and how short
/// the name is (3 bits).
fn occurrence(slot: u32, impact: u8) -> u32 {
    slot << 8 | u32::from(impact)
}

/// The slot of an occurrence.
pub(crate) fn slot_of(occurrence: u32) -> u32 {
    occurrence >> 8
}

/// The impact of an occurrence, to look up in the weights.
pub(crate) fn impact_of(occurrence: u32) -> u8 {
    (occurrence & 0xff) as u8
}

/// The vocabulary and its occurrences.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexicon {
    terms: Vec<Term>,
    packed: Map<Vec<u8>>,
    fresh: HashMap<Box<str>, u32>,
    stems: HashMap<Box<str>, Vec<u32>>,
    /// Digests of the sounds of the packed words, sorted, with their terms.
    sounds: Vec<(u32, u32)>,
}

impl Lexicon {
    pub(crate) fn new(synonyms: &Synonyms) -> Self {
        let mut lexicon = Self::default();
        for word in synonyms.words() {
            let term = lexicon.learn(word);
            lexicon.terms[term as usize].known = true;
        }
        lexicon
    }

    pub(crate) fn term(&self, term: u32) -> &Term {
        &self.terms[term as usize]
    }

    /// In how many places a word stands.
    pub(crate) fn frequency(&self, term: u32) -> usize {
        self.term(term).places.len()
    }

    pub(crate) fn find(&self, word: &str) -> Option<u32> {
        let packed = self.packed.get(word).and_then(|term| u32::try_from(term).ok());
        packed.or_else(|| self.fresh.get(word).copied())
    }

    /// The words that share a stem.
    pub(crate) fn of_stem(&self, stem: &str) -> &[u32] {
        self.stems.get(stem).map_or(&[], Vec::as_slice)
    }

    /// The words that start so, at most `most`: the most frequent ones.
    pub(crate) fn starting_with(&self, start: &str, most: usize) -> Vec<u32> {
        let mut found: Vec<u32> = self.packed_from(start).collect();
        let fresh = self.fresh.iter().filter(|(word, _)| word.starts_with(start));
        found.extend(fresh.map(|(_, &term)| term));
        found.retain(|&term| self.frequency(term) > 0);
        self.keep_frequent(&mut found, most);
        found
    }

    /// The terms of the packed words that start so.
    fn packed_from(&self, start: &str) -> impl Iterator<Item = u32> {
        let builder = self.packed.range().ge(start);
        // No word holds the last letter of Unicode, so this bound is past every continuation.
        let mut stream = builder.lt(format!("{start}\u{10ffff}")).into_stream();
        std::iter::from_fn(move || stream.next().and_then(|(_, term)| u32::try_from(term).ok()))
    }

    /// The words within `errors` typing errors, at most `most`, with the errors of each.
    pub(crate) fn near(
        &self,
        word: &str,
        errors: usize,
        prefix: bool,
        most: usize,
    ) -> Vec<(u32, usize)> {
        let Some(near) = Near::new(word, errors, prefix) else { return Vec::new() };
        let mut found = Vec::new();
        let mut stream = self.packed.search(&near).into_stream();
        while let Some((_, term)) = stream.next() {
            found.extend(u32::try_from(term).ok());
        }
        let fresh = self.fresh.iter().filter(|(other, _)| near.errors_in(other).is_some());
        found.extend(fresh.map(|(_, &term)| term));
        found.retain(|&term| self.frequency(term) > 0 || self.term(term).known);
        let mut ranked: Vec<_> = found
            .into_iter()
            .filter_map(|term| Some((term, near.errors_in(&self.term(term).text)?)))
            .collect();
        ranked.sort_unstable_by(|a, b| (a.1, self.rank(a.0)).cmp(&(b.1, self.rank(b.0))));
        ranked.truncate(most);
        ranked
    }

    /// The words that sound so, the most frequent first.
    pub(crate) fn sounding(&self, word: &str, most: usize) -> Vec<u32> {
        let Some(key) = sound(word) else { return Vec::new() };
        let digest = digest(&key);
        let from = self.sounds.partition_point(|&(other, _)| other < digest);
        let packed = self.sounds[from..].iter().take_while(|&&(other, _)| other == digest);
        let terms = packed.map(|&(_, term)| term).chain(self.fresh.values().copied());
        let mut found: Vec<u32> = terms
            .filter(|&term| self.frequency(term) > 0 || self.term(term).known)
            .filter(|&term| sound(&self.term(term).text).as_ref() == Some(&key))
            .collect();
        found.sort_unstable_by_key(|&term| self.rank(term));
        found.truncate(most);
        found
    }

    fn keep_frequent(&self, terms: &mut Vec<u32>, most: usize) {
        if terms.len() > most {
            terms.select_nth_unstable_by_key(most, |&term| self.rank(term));
            terms.truncate(most);
        }
    }

    /// Frequent words first, then by their letters: the same order however the lexicon grew.
    fn rank(&self, term: u32) -> (std::cmp::Reverse<usize>, &str) {
        let term = self.term(term);
        (std::cmp::Reverse(term.places.len()), &term.text)
    }

    /// Adds the words of a place.
    pub(crate) fn add(&mut self, slot: u32, doc: &Doc) {
        for (term, impact) in self.impacts(doc) {
            let entry = occurrence(slot, impact);
            let places = &mut self.terms[term as usize].places;
            match places.last() {
                Some(&last) if slot_of(last) >= slot => {
                    let at = places.partition_point(|&other| slot_of(other) < slot);
                    places.insert(at, entry);
                }
                _ => places.push(entry),
            }
        }
    }

    /// Takes out the words of a place, which must be as it was added.
    pub(crate) fn remove(&mut self, slot: u32, doc: &Doc) {
        for (term, _) in self.impacts(doc) {
            let places = &mut self.terms[term as usize].places;
            if let Ok(at) = places.binary_search_by_key(&slot, |&other| slot_of(other)) {
                places.remove(at);
            }
        }
    }

    /// Each word of a place once, with the parts where it stands.
    fn impacts(&mut self, doc: &Doc) -> Vec<(u32, u8)> {
        let mut found = Vec::with_capacity(64);
        self.read(&doc.name, NAME, &mut found);
        let shortness = (found.len().clamp(1, 8) - 1) as u8;
        self.read(&doc.commune, COMMUNE, &mut found);
        self.read(&doc.postcode, COMMUNE, &mut found);
        let (services, rest) = doc.text.split_once('\n').unwrap_or((&doc.text, ""));
        self.read(services, SERVICES, &mut found);
        self.read(&doc.address, ADDRESS, &mut found);
        self.read(&doc.department, ADDRESS, &mut found);
        self.read(rest, REST, &mut found);
        found.sort_unstable();
        found.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 |= next.1;
            }
            same
        });
        for (_, impact) in &mut found {
            *impact |= shortness << 5;
        }
        found
    }

    fn read(&mut self, text: &str, part: u8, found: &mut Vec<(u32, u8)>) {
        let mut before = String::new();
        each_word(text, |word, tied| {
            if found.len() >= MOST_WORDS {
                return;
            }
            // "wi-fi" is also found as "wifi", "e-mail" as "email".
            if tied && (before.len() <= 2 || word.len() <= 2) && before.len() + word.len() > 3 {
                let term = self.learn(&format!("{before}{word}"));
                found.push((term, part));
            }
            if !is_empty_word(word) {
                found.push((self.learn(word), part));
            }
            before.clear();
            before.push_str(word);
        });
    }

    /// The term of a word, made if it is new.
    fn learn(&mut self, word: &str) -> u32 {
        if let Some(term) = self.find(word) {
            return term;
        }
        let term = u32::try_from(self.terms.len()).unwrap_or(u32::MAX);
        self.terms.push(Term { text: word.into(), places: Vec::new(), known: false });
        self.fresh.insert(word.into(), term);
        self.stems.entry(stem(word).into()).or_default().push(term);
        term
    }

    /// Packs the vocabulary again if enough new words wait.
    pub(crate) fn settle(&mut self) {
        if self.fresh.len() > 256 + self.packed.len() / 128 {
            self.pack();
        }
    }

    /// Packs all words, forgetting those that no place has any more.
    pub(crate) fn pack(&mut self) {
        self.terms.retain(|term| term.known || !term.places.is_empty());
        self.terms.sort_unstable_by(|a, b| a.text.cmp(&b.text));
        let words = self.terms.iter().zip(0u64..).map(|(term, index)| (&*term.text, index));
        // Sorted distinct words always pack; were they not to, they would stay in the table.
        let packed = Map::from_iter(words);
        self.fresh = HashMap::new();
        if let Ok(packed) = packed {
            self.packed = packed;
        } else {
            self.packed = Map::default();
            let words = self.terms.iter().zip(0u32..);
            self.fresh = words.map(|(term, index)| (term.text.clone(), index)).collect();
        }
        self.stems.clear();
        for (term, index) in self.terms.iter_mut().zip(0u32..) {
            term.places.shrink_to_fit();
            self.stems.entry(stem(&term.text).into()).or_default().push(index);
        }
        let heard = self.terms.iter().zip(0u32..);
        let heard = heard.filter_map(|(term, index)| Some((digest(&sound(&term.text)?), index)));
        self.sounds = heard.collect();
        self.sounds.sort_unstable();
    }
}
