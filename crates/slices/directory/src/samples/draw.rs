//! Chance that is always the same: numbers drawn from what they are for and for whom.
//!
//! Each fact of each place has its own draw (`phone`, place 12), so that a fact added tomorrow
//! changes none of the others.

/// A sequence of numbers, the same for the same purpose and index.
#[derive(Clone, Debug)]
pub(super) struct Draw {
    state: u64,
}

impl Draw {
    /// The draw for one purpose and one index.
    pub(super) fn of(purpose: &str, index: u32) -> Self {
        let start = u64::from(index).wrapping_mul(GOLDEN);
        let state = purpose.bytes().fold(start, |state, byte| mix(state ^ u64::from(byte)));
        Self { state }
    }

    /// A number under `count`; 0 when `count` is 0.
    pub(super) fn below(&mut self, count: u32) -> u32 {
        u32::try_from((u64::from(self.half()) * u64::from(count)) >> 32).unwrap_or_default()
    }

    /// Yes, `percent` times in a hundred.
    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// A number from 0 to 1.
    pub(super) fn unit(&mut self) -> f64 {
        f64::from(self.half()) / f64::from(u32::MAX)
    }

    /// One of these.
    pub(super) fn pick<T: Copy, const COUNT: usize>(&mut self, from: &[T; COUNT]) -> T {
        let count = u32::try_from(COUNT).unwrap_or(u32::MAX);
        from[usize::try_from(self.below(count)).unwrap_or_default()]
    }

    /// The words that are drawn, each with its own chance in a hundred.
    pub(super) fn some<'a>(&mut self, among: &[(&'a str, u32)]) -> Vec<&'a str> {
        among.iter().filter(|(_, percent)| self.chance(*percent)).map(|(word, _)| *word).collect()
    }

    fn half(&mut self) -> u32 {
        self.state = self.state.wrapping_add(GOLDEN);
        u32::try_from(mix(self.state) >> 32).unwrap_or_default()
    }
}

/// 2^64 divided by the golden ratio, odd: steps that spread well.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// Spreads each bit of the input over the whole output.
fn mix(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}
