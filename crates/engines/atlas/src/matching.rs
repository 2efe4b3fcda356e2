//! Which places meet all needs of a question, and how well.
//!
//! Scores are whole numbers of 16 bits, one per slot: passes over them are short loops that the
//! compiler turns into vector instructions, and the same question gives the same scores whatever
//! the order in which places came.

use crate::bits::Bits;
use crate::lexicon::{ADDRESS, COMMUNE, Lexicon, NAME, REST, SERVICES, impact_of, slot_of};
use crate::reading::{Need, Phrase, Word};

/// The score of a need fully met. Eight needs fit in 16 bits.
const FULL: f32 = 7_900.0;

/// Scores of all slots for a question; zero where a need is not met.
pub(crate) struct Scores(pub(crate) Vec<u16>);

impl Scores {
    pub(crate) fn slots(&self) -> Bits {
        let words = self.0.chunks(64).map(|chunk| {
            let bits = chunk.iter().zip(0u32..);
            bits.fold(0, |word, (&score, bit)| word | u64::from(score > 0) << bit)
        });
        Bits { words: words.collect() }
    }

    fn any(&self) -> bool {
        self.0.iter().any(|&score| score > 0)
    }

    fn count(&self) -> usize {
        self.0.iter().filter(|&&score| score > 0).count()
    }
}

/// Weighs occurrences by the parts of the place where they stand.
#[derive(Clone, Debug)]
pub(crate) struct Weights(Box<[f32; 256]>);

impl Default for Weights {
    fn default() -> Self {
        let mut weights = Box::new([0.0; 256]);
        for (impact, weight) in (0u8..=255).zip(weights.iter_mut()) {
            *weight = weigh(impact);
        }
        Self(weights)
    }
}

/// The best part counts whole, the others for a little; a word of a short name for more.
fn weigh(impact: u8) -> f32 {
    let words_of_name = f32::from((impact >> 5) + 1);
    let parts = [
        (NAME, 0.7 + 0.3 / words_of_name),
        (COMMUNE, 0.62),
        (SERVICES, 0.45),
        (ADDRESS, 0.3),
        (REST, 0.26),
    ];
    let present = parts.iter().filter(|(part, _)| impact & part != 0).map(|&(_, weight)| weight);
    let (best, sum) = present
        .fold((0.0, 0.0), |(best, sum): (f32, f32), weight| (best.max(weight), sum + weight));
    (best + (sum - best) * 0.08).min(1.0)
}

/// Matches needs against the places of a lexicon.
pub(crate) struct Matcher<'a> {
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) weights: &'a Weights,
    /// Slots in the columns, and places in them.
    pub(crate) slots: usize,
    pub(crate) live: usize,
}

impl Matcher<'_> {
    /// The scores of all slots, and the needs (by index) left out because nothing met them all.
    pub(crate) fn all(&self, needs: &[Need]) -> (Scores, Vec<usize>) {
        let mut met: Vec<(usize, Scores, f32)> = needs
            .iter()
            .enumerate()
            .map(|(index, need)| {
                let scores = self.need(need);
                let rarity = self.rarity(scores.count());
                (index, scores, rarity)
            })
            .collect();
        let mut dropped = Vec::new();
        if met.iter().any(|(_, _, rarity)| *rarity > 0.0) {
            met.retain(|(index, _, rarity)| {
                if *rarity == 0.0 {
                    dropped.push(*index);
                }
                *rarity > 0.0
            });
        }
        loop {
            let together = self.together(&met);
            if together.any() || met.len() < 2 {
                dropped.sort_unstable();
                return (together, dropped);
            }
            let least = met.iter().enumerate().min_by(|a, b| a.1.2.total_cmp(&b.1.2));
            let least = least.map_or(0, |(at, _)| at);
            dropped.push(met.remove(least).0);
        }
    }

    /// How much a need says: near 1 for a rare word, little for a common one, 0 for an unknown.
    fn rarity(&self, count: usize) -> f32 {
        if count == 0 {
            return 0.0;
        }
        let ratio = |count: usize| (1.0 + self.live as f64 / count as f64).ln();
        ((ratio(count) / ratio(1)) as f32).clamp(0.05, 1.0)
    }

    fn together(&self, met: &[(usize, Scores, f32)]) -> Scores {
        let mut sum = vec![0_u16; self.slots];
        for (at, (_, scores, rarity)) in met.iter().enumerate() {
            let factor = (rarity * 65_535.0) as u32;
            for (total, &score) in sum.iter_mut().zip(&scores.0) {
                let gain = ((u32::from(score) * factor) >> 16) as u16 + 1;
                let kept = score > 0 && (at == 0 || *total > 0);
                *total = if kept { *total + gain } else { 0 };
            }
        }
        Scores(sum)
    }

    fn need(&self, need: &Need) -> Scores {
        let mut best = Scores(vec![0; self.slots]);
        for phrase in &need.phrases {
            match phrase.words.as_slice() {
                [] => {}
                [word] => self.mark(word, phrase.quality, &mut best.0),
                _ => {
                    let all = self.phrase(phrase);
                    for (best, score) in best.0.iter_mut().zip(all) {
                        *best = (*best).max(score);
                    }
                }
            }
        }
        best
    }

    /// All words of a phrase: the mean of their scores.
    fn phrase(&self, phrase: &Phrase) -> Vec<u16> {
        let mut sum = vec![0_u16; self.slots];
        let mut one = vec![0_u16; self.slots];
        let share = phrase.quality / phrase.words.len() as f32;
        for (at, word) in phrase.words.iter().enumerate() {
            one.fill(0);
            self.mark(word, share, &mut one);
            for (total, &score) in sum.iter_mut().zip(&one) {
                let kept = score > 0 && (at == 0 || *total > 0);
                *total = if kept { *total + score } else { 0 };
            }
        }
        sum
    }

    /// Raises the scores of the places that have one of the variants of a word.
    fn mark(&self, word: &Word, quality: f32, scores: &mut [u16]) {
        let mut table = [0_u16; 256];
        for variant in word {
            let factor = FULL * quality * variant.quality;
            for (score, weight) in table.iter_mut().zip(self.weights.0.iter()) {
                *score = ((factor * weight) as u16).max(1);
            }
            for &occurrence in &self.lexicon.term(variant.term).places {
                if let Some(score) = scores.get_mut(slot_of(occurrence) as usize) {
                    *score = (*score).max(table[usize::from(impact_of(occurrence))]);
                }
            }
        }
    }
}
