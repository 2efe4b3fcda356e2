//! Words close to a typed one: an automaton that walks the vocabulary with a few errors allowed.
//!
//! An error is a letter wrong, missing or added, or two neighbours swapped. The states of all
//! alignments are bits of a few words, so a step costs a handful of operations and nothing is
//! built beforehand.

use fst::Automaton;

/// Most errors allowed.
const MOST: usize = 2;

/// Accepts what is within some errors of a word; with `prefix`, also what starts so.
pub(crate) struct Near {
    /// For each byte, at which positions of the word it stands.
    places: Box<[u64; 256]>,
    length: u32,
    errors: usize,
    prefix: bool,
}

/// Bit `i` of `read[d]`: the first `i` letters are accounted for with at most `d` errors.
#[derive(Clone, Copy, Debug)]
pub(crate) struct State {
    read: [u64; MOST + 1],
    /// Bit `i` of `swapped[d]`: of a swap at letter `i`, the first half was seen.
    swapped: [u64; MOST + 1],
}

impl Near {
    /// None when the word is empty or too long to matter.
    pub(crate) fn new(word: &str, errors: usize, prefix: bool) -> Option<Self> {
        let length = u32::try_from(word.len()).ok().filter(|length| (1..60).contains(length))?;
        let mut places = Box::new([0; 256]);
        for (at, byte) in word.bytes().enumerate() {
            places[usize::from(byte)] |= 1 << at;
        }
        Some(Self { places, length, errors: errors.min(MOST), prefix })
    }

    /// The errors in a whole text, if few enough.
    pub(crate) fn errors_in(&self, text: &str) -> Option<usize> {
        let mut state = self.start();
        for byte in text.bytes() {
            state = self.accept(&state, byte);
        }
        (0..=self.errors).find(|&errors| state.read[errors] >> self.length & 1 == 1)
    }
}

impl Automaton for Near {
    type State = State;

    fn start(&self) -> State {
        let mut read = [0; MOST + 1];
        for (errors, bits) in read.iter_mut().enumerate() {
            *bits = (1 << (errors + 1)) - 1;
        }
        State { read, swapped: [0; MOST + 1] }
    }

    fn is_match(&self, state: &State) -> bool {
        state.read[self.errors] >> self.length & 1 == 1
    }

    fn can_match(&self, state: &State) -> bool {
        state.read[self.errors] != 0 || state.swapped[self.errors.saturating_sub(1)] != 0
    }

    fn accept(&self, state: &State, byte: u8) -> State {
        let here = self.places[usize::from(byte)];
        let end = 1 << self.length;
        let inside = (end << 1) - 1;
        let mut next = State { read: [0; MOST + 1], swapped: [0; MOST + 1] };
        for errors in 0..=self.errors {
            let was = state.read[errors];
            let mut bits = (was & here) << 1;
            if let Some(fewer) = errors.checked_sub(1) {
                let before = state.read[fewer];
                bits |= before | before << 1 | next.read[fewer] << 1;
                bits |= (state.swapped[fewer] & here) << 2;
            }
            if self.prefix {
                bits |= was & end;
            }
            next.read[errors] = bits & inside;
            next.swapped[errors] = was & here >> 1;
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_error_of_each_kind_is_one_error() {
        let near = Near::new("mediatheque", 2, false).unwrap();
        assert_eq!(near.errors_in("mediatheque"), Some(0));
        for wrong in ["mediateque", "mediathhèque", "mediathaque", "mediahteque", "ediatheque"] {
            let folded = crate::fold(wrong);
            assert_eq!(near.errors_in(&folded), Some(1), "{wrong}");
        }
        assert_eq!(near.errors_in("mediatek"), None);
        assert_eq!(near.errors_in("mdeiateque"), Some(2));
    }

    #[test]
    fn a_prefix_with_an_error_accepts_what_follows() {
        let near = Near::new("medai", 1, true).unwrap();
        assert_eq!(near.errors_in("mediatheque"), Some(1));
        assert_eq!(near.errors_in("mairie"), None);
    }

    #[test]
    fn words_too_long_have_no_neighbours() {
        assert!(Near::new("", 1, false).is_none());
        assert!(Near::new(&"a".repeat(60), 1, false).is_none());
    }
}
