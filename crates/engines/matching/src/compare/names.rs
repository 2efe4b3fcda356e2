//! Names against names: words in common weighted by rarity, words left over, letters.

use rapidfuzz::distance::jaro_winkler;

use crate::clue::{Clue, Clues};
use crate::prepare::{Prepared, Value, Word};
use crate::text::one_slip_apart;
use crate::vocabulary::{TRAVELLING, WordClass};

/// Words of a name that are looked at one by one; longer names are sentences.
const WORDS: usize = 24;

pub(super) fn compare(a: &Prepared, b: &Prepared, clues: &mut Clues) {
    if a.full_name == b.full_name && !(a.bare_text.is_empty() && a.towns.is_empty()) {
        clues.mark(Clue::NameIdentical);
    }
    match (a.words.is_empty(), b.words.is_empty()) {
        (true, true) => clues.mark(Clue::NameBothAreTheCommune),
        (true, false) | (false, true) => clues.mark(Clue::NameOneIsTheCommune),
        (false, false) => own_words(a, b, clues),
    }
    if a.itinerant != b.itinerant {
        clues.mark(Clue::NameItinerantDiffers);
    }
    acronym(a, b, clues);
}

fn own_words(a: &Prepared, b: &Prepared, clues: &mut Clues) {
    let shared = Shared::best(a, b);
    let distinctive = shared.distinctive > 0.0;
    if a.bare_name == b.bare_name {
        let kind_only = a.words.iter().all(|word| matches!(word.class, WordClass::Kind(_)));
        let clue = if kind_only { Clue::NameSameKindOnly } else { Clue::NameSameWords };
        clues.mark(clue);
        if a.spread(Value::LocalName) > 1 {
            clues.mark(Clue::NameCommonHere);
        }
    } else if shared.left_a.min(shared.left_b) <= 0.0 {
        clues.mark(if distinctive { Clue::NameContained } else { Clue::NameContainedKindOnly });
    }
    clues.set(Clue::NameRareWordsAgree, shared.agreeing.min(2.0) / 2.0);
    let share = shared.share();
    clues.set(Clue::NameOverlap, share);
    if share >= 0.8 {
        clues.mark(Clue::NameOverlapHigh);
    } else if shared.agreeing <= 0.0 {
        clues.mark(Clue::NameNothingShared);
    } else if share < 0.2 && !clues.has(Clue::NameContainedKindOnly) {
        clues.mark(Clue::NameOverlapLow);
    }
    clues.set(Clue::NameWordsLeftOnBothSides, shared.left_a.min(shared.left_b).min(2.0) / 2.0);
    clues.set(Clue::NameWordsLeftOnOneSide, shared.left_a.max(shared.left_b).min(2.0) / 2.0);
    if shared.slips {
        clues.mark(Clue::NameSlipOfThePen);
    }
    particular_words(a, b, clues);
    letters(a, b, clues);
}

/// Rarity of the words two names share and of those only one has.
#[derive(Default)]
struct Shared {
    agreeing: f32,
    distinctive: f32,
    left_a: f32,
    left_b: f32,
    slips: bool,
}

impl Shared {
    /// What two names share, kinds unified or as spelt, whichever is more: a name that lost a word
    /// (`services` for `France services`) no longer says its kind, but still says its words.
    fn best(a: &Prepared, b: &Prepared) -> Self {
        let unified = Self::between(a, b, &a.words, &b.words);
        if unified.left_a.max(unified.left_b) <= 0.0 {
            return unified;
        }
        let spelt = Self::between(a, b, &a.spelt, &b.spelt);
        if spelt.share() > unified.share() { spelt } else { unified }
    }

    fn between(a: &Prepared, b: &Prepared, of_a: &[Word], of_b: &[Word]) -> Self {
        let mut shared = Self::default();
        let mut only_a: [Option<&Word>; WORDS] = [None; WORDS];
        let mut only_b: [Option<&Word>; WORDS] = [None; WORDS];
        let (mut count_a, mut count_b) = (0, 0);
        let (mut at_a, mut at_b) = (0, 0);
        while at_a < of_a.len() || at_b < of_b.len() {
            let (word_a, word_b) = (of_a.get(at_a), of_b.get(at_b));
            let id_a = word_a.map_or(u32::MAX, |word| word.id);
            let id_b = word_b.map_or(u32::MAX, |word| word.id);
            if let Some(word) = word_a
                && id_a == id_b
            {
                shared.agree(word, word.weight);
            }
            if id_a < id_b {
                shared.keep(word_a, b, &mut only_a, &mut count_a);
            } else if id_b < id_a {
                shared.keep(word_b, a, &mut only_b, &mut count_b);
            }
            at_a += usize::from(id_a <= id_b);
            at_b += usize::from(id_b <= id_a);
        }
        shared.near_misses(&mut only_a[..count_a], &mut only_b[..count_b]);
        shared.left_a = only_a.iter().flatten().map(|word| word.weight).sum();
        shared.left_b = only_b.iter().flatten().map(|word| word.weight).sum();
        shared
    }

    /// Pairs off the words that are a slip of the pen or an abbreviation apart.
    fn near_misses(&mut self, only_a: &mut [Option<&Word>], only_b: &mut [Option<&Word>]) {
        for slot_a in only_a {
            let Some(word_a) = *slot_a else { continue };
            let near = only_b
                .iter_mut()
                .find(|slot| slot.is_some_and(|word_b| nearly_same(word_a, word_b)));
            if let Some(slot_b) = near
                && let Some(word_b) = slot_b.take()
            {
                self.agree(word_a, 0.8 * common_weight(word_a, word_b));
                self.slips = true;
                *slot_a = None;
            }
        }
    }

    /// Keeps a word found on one side only, unless it is part of the other side's commune, or says
    /// a kind that the other side is known to be.
    fn keep<'a>(
        &mut self,
        word: Option<&'a Word>,
        other: &Prepared,
        kept: &mut [Option<&'a Word>; WORDS],
        count: &mut usize,
    ) {
        let Some(word) = word else { return };
        match word.class {
            WordClass::Kind(kind) if other.kinds & (1 << kind) != 0 => {
                self.agree(word, word.weight);
            }
            _ if *count == WORDS || other.town_word(word) => {}
            _ => {
                kept[*count] = Some(word);
                *count += 1;
            }
        }
    }

    fn agree(&mut self, word: &Word, weight: f32) {
        self.agreeing += weight;
        if word.class == WordClass::Distinctive {
            self.distinctive += weight;
        }
    }

    fn share(&self) -> f32 {
        let all = self.agreeing + self.left_a + self.left_b;
        if all > 0.0 { self.agreeing / all } else { 0.0 }
    }
}

fn nearly_same(a: &Word, b: &Word) -> bool {
    if a.class != WordClass::Distinctive && b.class != WordClass::Distinctive {
        return false;
    }
    let (short, long) = if a.text.len() < b.text.len() { (a, b) } else { (b, a) };
    one_slip_apart(&a.text, &b.text)
        || (short.text.len() >= 4 && long.text.starts_with(&*short.text))
}

/// A misspelt word looks rare; the rarity of the better-known of the two is the true one.
fn common_weight(a: &Word, b: &Word) -> f32 {
    a.weight.min(b.weight)
}

/// Site words and numbers must be the same on both sides or they separate.
fn particular_words(a: &Prepared, b: &Prepared, clues: &mut Clues) {
    let of = |record: &Prepared, class: WordClass| -> u64 {
        let words =
            record.words.iter().filter(|word| word.class == class && &*word.text != TRAVELLING);
        words.fold(0, |set, word| set | 1 << (word.id % 64))
    };
    let (site_a, site_b) = (of(a, WordClass::Part), of(b, WordClass::Part));
    if site_a != site_b {
        clues.mark(Clue::NameSiteWordsDiffer);
    } else if site_a != 0 {
        clues.mark(Clue::NameSiteWordsAgree);
    }
    if of(a, WordClass::Number) != of(b, WordClass::Number) {
        clues.mark(Clue::NameNumbersDiffer);
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a similarity needs no more precision")]
fn letters(a: &Prepared, b: &Prepared, clues: &mut Clues) {
    let alike = if a.bare_text == b.bare_text {
        1.0
    } else {
        jaro_winkler::similarity(a.bare_text.bytes(), b.bare_text.bytes()) as f32
    };
    if alike >= 0.94 {
        clues.mark(Clue::NameLooksAlike);
    } else if alike >= 0.85 {
        clues.mark(Clue::NameLooksSimilar);
    } else if alike < 0.65 {
        clues.mark(Clue::NameLooksUnlike);
    }
}

fn acronym(a: &Prepared, b: &Prepared, clues: &mut Clues) {
    let holds = |words: &[Word], initials: &str| {
        !initials.is_empty() && words.iter().any(|word| abbreviates(&word.text, initials))
    };
    if holds(&a.spelt, &b.initials) || holds(&b.spelt, &a.initials) {
        clues.mark(Clue::NameAcronym);
    }
}

/// Whether the word is made of the initials, of which a few may be left out, but not the first.
fn abbreviates(word: &str, initials: &str) -> bool {
    if word.len() < 3 || word.len() > initials.len() || 3 * word.len() < 2 * initials.len() {
        return false;
    }
    let mut left = initials.bytes();
    word.bytes().next() == initials.bytes().next()
        && word.bytes().all(|letter| left.any(|initial| initial == letter))
}
