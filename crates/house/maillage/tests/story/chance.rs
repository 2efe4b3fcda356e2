//! Luck that can be had again: the same seed draws the same numbers.

use std::time::Duration;

/// A generator of numbers (xorshift).
pub(crate) struct Chance(u64);

impl Chance {
    /// Luck from a seed; `MAILLAGE_SEED` replaces it, to live a bad day again.
    pub(crate) fn seeded(usual: u64) -> (Self, u64) {
        let told = std::env::var("MAILLAGE_SEED").ok().and_then(|it| it.parse().ok());
        let seed = told.unwrap_or(usual);
        (Self(seed.max(1)), seed)
    }

    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (limit.max(1) as u64)).unwrap_or(0)
    }

    /// A moment within `all`.
    pub(crate) fn moment(&mut self, all: Duration) -> Duration {
        let share = u32::try_from(self.below(1_000)).unwrap_or(0);
        all * share / 1_000
    }
}
