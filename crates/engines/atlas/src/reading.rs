//! How a question is read: each need is what was typed, its near spellings, or wider words.

use crate::lexicon::Lexicon;
use crate::words::{Typed, stem, typed_words};
use crate::{Reading, Synonyms, Understood};

/// Most words of a question that count.
const MOST_WORDS: usize = 8;
/// Most words a beginning may stand for.
const MOST_ENDINGS: usize = 96;
/// Most spellings a typing error may stand for.
const MOST_SPELLINGS: usize = 12;

/// A rare word is taken for a near one that so many times more places have.
const MUCH_MORE: usize = 8;

/// How much each way to match is worth, next to the exact word.
const SAME_STEM: f32 = 0.92;
const LONGER: f32 = 0.8;
const ONE_ERROR: f32 = 0.62;
const BY_EAR: f32 = 0.55;
const TWO_ERRORS: f32 = 0.45;
const WIDER: f32 = 0.5;

/// A word of the vocabulary that stands for a typed one, and how well.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Variant {
    pub(crate) term: u32,
    pub(crate) quality: f32,
}

/// Words that stand for one typed word: any of them will do.
pub(crate) type Word = Vec<Variant>;

/// Words that must all be there.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Phrase {
    pub(crate) words: Vec<Word>,
    pub(crate) quality: f32,
}

/// One thing asked for: any of the phrases will do. All needs of a question must be met.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Need {
    pub(crate) typed: String,
    pub(crate) phrases: Vec<Phrase>,
    /// Whether a word of it was taken for one far from it.
    pub(crate) doubtful: bool,
}

/// A typed word, and what it was taken for.
struct Read {
    typed: String,
    /// The word it was taken for, when it was not known as typed.
    taken_for: Option<String>,
    stem: String,
    word: Word,
    /// Two words stuck together, when it was read so.
    parted: Option<Vec<Word>>,
    /// Whether what it was taken for is far from it.
    doubtful: bool,
}

/// Reads a question. No need at all means that it says nothing.
pub(crate) fn read(
    text: &str,
    lexicon: &Lexicon,
    synonyms: &Synonyms,
) -> (Vec<Need>, Vec<Understood>) {
    let reader = Reader { lexicon, synonyms };
    let words: Vec<Read> =
        typed_words(text, MOST_WORDS).iter().map(|typed| reader.word(typed)).collect();
    let mut understood: Vec<Understood> = words
        .iter()
        .filter_map(|read| {
            let words = vec![read.taken_for.clone()?];
            Some(Understood { typed: read.typed.clone(), reading: Reading::Corrected, words })
        })
        .collect();
    let mut needs = Vec::new();
    let mut rest = words.as_slice();
    while !rest.is_empty() {
        let (need, widened, taken) = reader.need(rest);
        needs.push(need);
        understood.extend(widened);
        rest = &rest[taken..];
    }
    (needs, understood)
}

struct Reader<'a> {
    lexicon: &'a Lexicon,
    synonyms: &'a Synonyms,
}

impl Reader<'_> {
    /// The need that the first words tell, the longest known expression first, and its length.
    fn need(&self, words: &[Read]) -> (Need, Option<Understood>, usize) {
        let longest = self.synonyms.longest().clamp(1, words.len());
        for length in (1..=longest).rev() {
            let stems: Vec<&str> = words[..length].iter().map(|read| read.stem.as_str()).collect();
            let wider = self.synonyms.wider(&stems);
            if length > 1 && wider.is_empty() {
                continue;
            }
            let typed: Vec<&str> = words[..length].iter().map(|read| read.typed.as_str()).collect();
            let mut need = Need {
                typed: typed.join(" "),
                phrases: vec![as_typed(&words[..length])],
                doubtful: words[..length].iter().any(|read| read.doubtful),
            };
            for one in wider {
                let all = one.words.iter().map(|word| self.plain(word)).collect();
                need.phrases.push(Phrase { words: all, quality: WIDER });
            }
            need.phrases.retain(|phrase| phrase.words.iter().all(|word| !word.is_empty()));
            let widened = (!wider.is_empty()).then(|| Understood {
                typed: need.typed.clone(),
                reading: Reading::Widened,
                words: wider.iter().map(|one| one.shown.clone()).collect(),
            });
            return (need, widened, length);
        }
        (Need::default(), None, 1)
    }

    /// The exact word and those of its stem.
    fn plain(&self, word: &str) -> Word {
        let exact = self.lexicon.find(word);
        let siblings = self.lexicon.of_stem(&stem(word)).iter();
        let variants = siblings.map(|&term| {
            let quality = if Some(term) == exact { 1.0 } else { SAME_STEM };
            Variant { term, quality }
        });
        variants.filter(|variant| self.lexicon.frequency(variant.term) > 0).collect()
    }

    fn word(&self, typed: &Typed) -> Read {
        let mut word = self.plain(&typed.text);
        let exact = self.lexicon.find(&typed.text);
        let stem = stem(&typed.text);
        let is_word = exact.is_some_and(|term| self.lexicon.frequency(term) > 0);
        let known = self.synonyms.written(&typed.text).is_some()
            || !self.synonyms.wider(&[&stem]).is_empty();
        // A short word that is one is taken as such: "caf" is not the start of "café".
        if typed.open && (typed.text.len() > 3 || !(is_word || known)) {
            let longer = self.lexicon.starting_with(&typed.text, MOST_ENDINGS);
            self.add(&mut word, &longer, LONGER);
        }
        let mut read = Read {
            typed: typed.text.clone(),
            taken_for: None,
            stem,
            word,
            parted: None,
            doubtful: false,
        };
        let frequency = self.frequency(&read.word);
        if !known && frequency <= 2 {
            self.correct(&mut read, typed.open, frequency);
        }
        read
    }

    /// Looks for what was meant by a word that is unknown, or so rare that it may be an error.
    fn correct(&self, read: &mut Read, open: bool, frequency: usize) {
        let length = read.typed.len();
        if length < 4 || read.typed.bytes().any(|byte| byte.is_ascii_digit()) {
            return;
        }
        // A word that some place has gives way to far more frequent ones only.
        let frequent =
            |term: &u32| frequency == 0 || self.lexicon.frequency(*term) >= MUCH_MORE * frequency;
        let mut near = self.near(&read.typed, 1, false);
        near.retain(frequent);
        let is_word = self.lexicon.find(&read.typed);
        let is_word = is_word.is_some_and(|term| self.lexicon.frequency(term) > 0);
        if self.take_for(read, &near, ONE_ERROR) || is_word {
            return;
        }
        if frequency == 0 {
            let longer = self.lexicon.starting_with(&read.typed, MOST_ENDINGS);
            self.add(&mut read.word, &longer, LONGER);
            if !read.word.is_empty() || self.part(read) {
                return;
            }
        }
        let mut heard = self.lexicon.sounding(&read.typed, MOST_SPELLINGS);
        heard.retain(frequent);
        if self.take_for(read, &heard, BY_EAR) || frequency > 0 {
            return;
        }
        let far = if length >= 8 { self.near(&read.typed, 2, false) } else { Vec::new() };
        read.doubtful = self.take_for(read, &far, TWO_ERRORS)
            || (open && self.take_for(read, &self.near(&read.typed, 1, true), TWO_ERRORS));
    }

    /// The words with the fewest errors. The second error spares the first letter.
    fn near(&self, typed: &str, errors: usize, prefix: bool) -> Vec<u32> {
        let first = typed.chars().next();
        let mut near = self.lexicon.near(typed, errors, prefix, MOST_SPELLINGS);
        near.retain(|&(term, found)| {
            found == 1 || (found > 1 && self.lexicon.term(term).text.chars().next() == first)
        });
        let fewest = near.first().map_or(0, |&(_, errors)| errors);
        near.into_iter().filter(|near| near.1 == fewest).map(|near| near.0).collect()
    }

    /// Takes a word for others, if there are any: the one of the synonyms first, for its rule.
    fn take_for(&self, read: &mut Read, terms: &[u32], quality: f32) -> bool {
        for &term in terms {
            self.add(&mut read.word, &[term], quality);
            let siblings = self.lexicon.of_stem(&stem(&self.lexicon.term(term).text));
            self.add(&mut read.word, siblings, quality * SAME_STEM);
        }
        let known = terms.iter().find(|&&term| self.lexicon.term(term).known);
        let Some(&best) = known.or(terms.first()) else { return false };
        let text = &self.lexicon.term(best).text;
        read.stem = stem(text);
        read.taken_for = Some(self.synonyms.written(text).unwrap_or(text).to_owned());
        true
    }

    /// Reads "saintmalo" as two words, if both are known.
    fn part(&self, read: &mut Read) -> bool {
        let splits = (3..read.typed.len().saturating_sub(2))
            .filter_map(|at| read.typed.split_at_checked(at))
            .map(|(left, right)| (self.plain(left), self.plain(right), left, right));
        let best = splits
            .map(|(left, right, first, second)| {
                let rarest = self.frequency(&left).min(self.frequency(&right));
                (rarest, vec![left, right], format!("{first} {second}"))
            })
            .max_by_key(|(rarest, _, _)| *rarest)
            .filter(|(rarest, _, _)| *rarest > 0);
        let Some((_, parts, shown)) = best else { return false };
        read.parted = Some(parts);
        read.taken_for = Some(shown);
        true
    }

    fn frequency(&self, word: &[Variant]) -> usize {
        word.iter().map(|variant| self.lexicon.frequency(variant.term)).sum()
    }

    /// Adds terms that are not there yet and that some place has.
    fn add(&self, word: &mut Word, terms: &[u32], quality: f32) {
        for &term in terms {
            let fresh = word.iter().all(|variant| variant.term != term);
            if fresh && self.lexicon.frequency(term) > 0 {
                word.push(Variant { term, quality });
            }
        }
    }
}

/// The words as they were read, all of them.
fn as_typed(words: &[Read]) -> Phrase {
    let words = words.iter().flat_map(|read| match &read.parted {
        Some(parts) => parts.clone(),
        None => vec![read.word.clone()],
    });
    Phrase { words: words.collect(), quality: 1.0 }
}
