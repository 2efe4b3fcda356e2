//! Words numbered in the order met, with how many records carry each: rare words identify.

use std::collections::HashMap;

use crate::hashing::Quick;
use crate::prepare::Word;
use crate::vocabulary::{VOCABULARY, WordClass};

/// Words met, their numbers, and in how many records each occurs.
#[derive(Debug, Default, Clone)]
pub(crate) struct Lexicon {
    numbers: HashMap<Box<str>, u32, Quick>,
    records: Vec<u32>,
}

/// Records we imagine having read before the first: in a short list every word looks frequent.
const IMAGINED_RECORDS: f64 = 4000.0;

impl Lexicon {
    /// The number of a word, a new one if it was never met.
    pub(crate) fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = u32::try_from(self.records.len()).unwrap_or(u32::MAX);
        self.numbers.insert(word.into(), number);
        self.records.push(0);
        number
    }

    /// Numbers the words of one record and counts the record; sorted by number, each once.
    pub(crate) fn words_of(&mut self, words: Vec<String>) -> Box<[Word]> {
        let mut numbered: Vec<Word> = words
            .into_iter()
            .map(|text| Word {
                id: self.number(&text),
                weight: 1.0,
                class: VOCABULARY.class(&text),
                text: text.into_boxed_str(),
            })
            .collect();
        numbered.sort_unstable_by_key(|word| word.id);
        numbered.dedup_by_key(|word| word.id);
        for word in &numbered {
            self.records[word.id as usize] += 1;
        }
        numbered.into_boxed_slice()
    }

    /// How many records carry the word.
    pub(crate) fn records_with(&self, id: u32) -> u32 {
        self.records.get(id as usize).copied().unwrap_or_default()
    }

    /// Rarity of a word among `records` records, from 0 to about 1.
    #[expect(clippy::cast_possible_truncation, reason = "a rarity needs no more precision")]
    pub(crate) fn rarity(&self, word: &Word, records: u32) -> f32 {
        let share = match word.class {
            WordClass::Kind(_) => 0.03,
            WordClass::Part => 0.01,
            _ => 0.0003,
        };
        let total = f64::from(records) + IMAGINED_RECORDS;
        let carrying = f64::from(self.records_with(word.id)) + IMAGINED_RECORDS * share;
        ((total / carrying.max(1.0)).ln().max(0.0) / 10.0) as f32
    }
}
