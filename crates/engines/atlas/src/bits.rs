//! Sets of slots: a plain bitmap for what is large, a sorted list for what is rare.
//!
//! A slot is the position of a place in the columns of the atlas. At thirty thousand places a
//! whole bitmap is under four kilobytes, so that cutting and counting sets takes well under a
//! microsecond and nothing cleverer pays.

/// A set of slots, one bit each. Sets of different lengths mix: what is missing is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bits {
    pub(crate) words: Vec<u64>,
}

impl Bits {
    /// An empty set with room for `slots` slots.
    pub(crate) fn with_room(slots: usize) -> Self {
        Self { words: vec![0; slots.div_ceil(64)] }
    }

    pub(crate) fn insert(&mut self, slot: u32) {
        let word = slot as usize / 64;
        if word >= self.words.len() {
            self.words.resize(word + 1, 0);
        }
        self.words[word] |= 1 << (slot % 64);
    }

    pub(crate) fn remove(&mut self, slot: u32) {
        if let Some(word) = self.words.get_mut(slot as usize / 64) {
            *word &= !(1 << (slot % 64));
        }
    }

    #[inline]
    pub(crate) fn contains(&self, slot: u32) -> bool {
        self.words.get(slot as usize / 64).is_some_and(|word| word >> (slot % 64) & 1 == 1)
    }

    pub(crate) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Keeps what is in both.
    pub(crate) fn keep(&mut self, other: &Self) {
        self.words.truncate(other.words.len());
        for (mine, theirs) in self.words.iter_mut().zip(&other.words) {
            *mine &= theirs;
        }
    }

    /// Adds what is in the other.
    pub(crate) fn add(&mut self, other: &Self) {
        if self.words.len() < other.words.len() {
            self.words.resize(other.words.len(), 0);
        }
        for (mine, theirs) in self.words.iter_mut().zip(&other.words) {
            *mine |= theirs;
        }
    }

    /// How many slots are in both.
    pub(crate) fn count_both(&self, other: &Self) -> usize {
        let pairs = self.words.iter().zip(&other.words);
        pairs.map(|(mine, theirs)| (mine & theirs).count_ones() as usize).sum()
    }

    /// The slots, smallest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> {
        self.words.iter().zip(0u32..).flat_map(|(&word, index)| Ones { word, base: index * 64 })
    }
}

/// The bits set in one word.
struct Ones {
    word: u64,
    base: u32,
}

impl Iterator for Ones {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        if self.word == 0 {
            return None;
        }
        let slot = self.base + self.word.trailing_zeros();
        self.word &= self.word - 1;
        Some(slot)
    }
}

/// Above this many slots a list turns into a bitmap, if it is also dense enough to pay.
const FEW: usize = 256;

/// The slots that share a value: a list while they are few, a bitmap once they are many.
#[derive(Clone, Debug)]
pub(crate) enum Members {
    Few(Vec<u32>),
    Many { bits: Bits, count: usize },
}

impl Default for Members {
    fn default() -> Self {
        Self::Few(Vec::new())
    }
}

impl Members {
    pub(crate) fn insert(&mut self, slot: u32) {
        match self {
            Self::Few(slots) => {
                if let Err(at) = slots.binary_search(&slot) {
                    slots.insert(at, slot);
                }
                if slots.len() > FEW && slots.len() > slot as usize / 64 {
                    let (mut bits, count) = (Bits::default(), slots.len());
                    for &slot in &*slots {
                        bits.insert(slot);
                    }
                    *self = Self::Many { bits, count };
                }
            }
            Self::Many { bits, count } => {
                *count += usize::from(!bits.contains(slot));
                bits.insert(slot);
            }
        }
    }

    pub(crate) fn remove(&mut self, slot: u32) {
        match self {
            Self::Few(slots) => {
                if let Ok(at) = slots.binary_search(&slot) {
                    slots.remove(at);
                }
            }
            Self::Many { bits, count } => {
                *count -= usize::from(bits.contains(slot));
                bits.remove(slot);
            }
        }
    }

    pub(crate) fn count(&self) -> usize {
        match self {
            Self::Few(slots) => slots.len(),
            Self::Many { count, .. } => *count,
        }
    }

    /// Adds every member to `set`.
    pub(crate) fn pour_into(&self, set: &mut Bits) {
        match self {
            Self::Few(slots) => slots.iter().for_each(|&slot| set.insert(slot)),
            Self::Many { bits, .. } => set.add(bits),
        }
    }

    /// How many members are in `set`, whose slots are also given as a list when they are few.
    pub(crate) fn count_in(&self, set: &Bits, listed: Option<&[u32]>) -> usize {
        match (self, listed) {
            (Self::Few(slots), _) => slots.iter().filter(|&&slot| set.contains(slot)).count(),
            (Self::Many { bits, .. }, Some(listed)) => {
                listed.iter().filter(|&&slot| bits.contains(slot)).count()
            }
            (Self::Many { bits, .. }, None) => bits.count_both(set),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_turn_into_a_bitmap_without_losing_anyone() {
        let mut members = Members::default();
        (0..1_000).for_each(|slot| members.insert(slot * 3));
        members.insert(0);
        members.remove(3);
        members.remove(4);
        let mut set = Bits::default();
        members.pour_into(&mut set);
        assert!(matches!(members, Members::Many { .. }));
        assert_eq!((members.count(), set.count()), (999, 999));
        assert_eq!(set.iter().take(3).collect::<Vec<_>>(), [0, 6, 9]);
    }

    #[test]
    fn sets_of_different_lengths_mix() {
        let (mut short, mut long) = (Bits::default(), Bits::default());
        short.insert(5);
        long.insert(5);
        long.insert(500);
        assert_eq!(long.count_both(&short), 1);
        long.keep(&short);
        assert_eq!(long, short);
        assert!(!short.contains(500));
    }
}
