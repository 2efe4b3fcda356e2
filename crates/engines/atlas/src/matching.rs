//! Which places meet all needs of a question, and how well.
//!
//! Scores are whole numbers of 16 bits, one per slot and need: passes over them are short loops
//! that the compiler turns into vector instructions. Needs are summed only for the places that
//! meet all of them and pass the rest of the filter.

use crate::bits::Bits;
use crate::lexicon::{ADDRESS, COMMUNE, Lexicon, NAME, REST, SERVICES, impact_of, slot_of};
use crate::reading::{Need, Phrase, Word};

/// The score of a need fully met.
const FULL: f32 = 60_000.0;
/// The weight of the rarest need. Eight needs fully met fit in 16 bits.
const RAREST: u16 = 8_191;
/// Slots that are scored together.
pub(crate) const RUN: usize = 64;

/// How places meet a question.
pub(crate) struct Matched {
    /// Those that meet every need kept.
    pub(crate) slots: Bits,
    needs: Vec<Met>,
}

/// How places meet one need.
struct Met {
    /// Which need, by index.
    index: usize,
    /// Slot by slot; zero where it is not met.
    scores: Vec<u16>,
    slots: Bits,
    /// Near [`RAREST`] for a need that few places meet, little for a common one, 0 when none does.
    rarity: u16,
}

impl Matched {
    /// The scores of a run of 64 slots; only comparable for one question, and only for slots
    /// that meet every need.
    #[inline]
    pub(crate) fn scores(&self, run: usize) -> [u16; RUN] {
        let mut sum = [0; RUN];
        for met in &self.needs {
            let Some(scores) = met.scores.as_chunks::<RUN>().0.get(run) else { continue };
            for (sum, &score) in sum.iter_mut().zip(scores) {
                *sum += ((u32::from(score) * u32::from(met.rarity)) >> 16) as u16;
            }
        }
        sum
    }

    /// The score of a slot that meets every need.
    pub(crate) fn score(&self, slot: u32) -> u16 {
        let share = |met: &Met| {
            let score = met.scores.get(slot as usize).copied().unwrap_or(0);
            ((u32::from(score) * u32::from(met.rarity)) >> 16) as u16
        };
        self.needs.iter().map(share).sum()
    }

    /// A score as a number that is 1 for one need fully met.
    pub(crate) fn share(score: u16) -> f32 {
        f32::from(score) * 65_536.0 / FULL / f32::from(RAREST)
    }
}

/// The slots whose score is not zero.
fn slots_of(scores: &[u16]) -> Bits {
    // Gathers the low bits of eight bytes into the top byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let words = scores.chunks(RUN).map(|chunk| {
        let mut present = [0_u8; RUN];
        for (present, &score) in present.iter_mut().zip(chunk) {
            *present = u8::from(score > 0);
        }
        let (eights, _) = present.as_chunks::<8>();
        let bytes =
            eights.iter().map(|eight| u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56);
        bytes.zip(0u32..).fold(0, |word, (byte, at)| word | byte << (8 * at))
    });
    Bits { words: words.collect() }
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
    /// The places that meet all needs, and the needs (by index) left out because none met all.
    pub(crate) fn all(&self, needs: &[Need]) -> (Matched, Vec<usize>) {
        let mut met: Vec<Met> =
            needs.iter().enumerate().map(|(index, need)| self.met(index, need)).collect();
        let mut dropped = Vec::new();
        if met.iter().any(|one| one.rarity > 0) {
            let unknown = met.extract_if(.., |one| one.rarity == 0);
            dropped.extend(unknown.map(|one| one.index));
        }
        loop {
            let slots = together(&met);
            if met.len() < 2 || slots.words.iter().any(|&word| word != 0) {
                dropped.sort_unstable();
                weigh_needs(&mut met);
                return (Matched { slots, needs: met }, dropped);
            }
            // What may have been misread goes first; then what says least. Towns go last, since
            // a place elsewhere helps less than another service here.
            let least = (0..met.len()).min_by_key(|&at| {
                let need = &needs[met[at].index];
                (!need.doubtful, self.names_town(need), met[at].rarity)
            });
            dropped.push(met.remove(least.unwrap_or(0)).index);
        }
    }

    /// Whether the words as typed stand mostly in names of communes.
    fn names_town(&self, need: &Need) -> bool {
        let Some(phrase) = need.phrases.first() else { return false };
        phrase.words.iter().all(|word| {
            let terms = word.iter().map(|variant| &self.lexicon.term(variant.term).places);
            let (towns, all) = terms.flatten().fold((0, 0), |(towns, all), &occurrence| {
                (towns + usize::from(impact_of(occurrence) & COMMUNE != 0), all + 1)
            });
            towns * 2 > all
        })
    }

    fn met(&self, index: usize, need: &Need) -> Met {
        let scores = self.need(need);
        let slots = slots_of(&scores);
        let rarity = self.rarity(slots.count());
        Met { index, scores, slots, rarity }
    }

    /// How much a need says that so many places meet.
    fn rarity(&self, count: usize) -> u16 {
        if count == 0 {
            return 0;
        }
        let ratio = |count: usize| (1.0 + self.live as f64 / count as f64).ln();
        ((ratio(count) / ratio(1)).clamp(0.05, 1.0) * f64::from(RAREST)) as u16
    }

    /// No score yet, for whole runs of slots.
    fn zeros(&self) -> Vec<u16> {
        vec![0; self.slots.next_multiple_of(RUN)]
    }

    fn need(&self, need: &Need) -> Vec<u16> {
        let mut best = self.zeros();
        for phrase in &need.phrases {
            match phrase.words.as_slice() {
                [] => {}
                [word] => self.mark(word, phrase.quality, &mut best),
                _ => {
                    for (best, score) in best.iter_mut().zip(self.phrase(phrase)) {
                        *best = (*best).max(score);
                    }
                }
            }
        }
        best
    }

    /// All words of a phrase: the mean of their scores.
    fn phrase(&self, phrase: &Phrase) -> Vec<u16> {
        let mut sum = self.zeros();
        let mut one = self.zeros();
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

/// The slots that meet all.
fn together(met: &[Met]) -> Bits {
    let Some((first, others)) = met.split_first() else { return Bits::default() };
    let mut slots = first.slots.clone();
    for other in others {
        slots.keep(&other.slots);
    }
    slots
}

/// Lets the rarest need count whole and the others in proportion.
fn weigh_needs(met: &mut [Met]) {
    let rarest = met.iter().map(|one| one.rarity).max().unwrap_or(0).max(1);
    for one in met {
        let share = u32::from(one.rarity) * u32::from(RAREST) / u32::from(rarest);
        one.rarity = share as u16;
    }
}
