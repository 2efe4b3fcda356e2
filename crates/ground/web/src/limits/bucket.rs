//! Buckets that fill with time, in bounded memory.
//!
//! A bucket is one instant: when it will be full again. Buckets are kept in two generations; when
//! the young one is large, the old one is dropped and the young becomes old. Who has asked lately
//! is in one of the two; who is forgotten had a full bucket, or nearly.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

/// Buckets of one generation.
const GENERATION_MAX: usize = 50_000;

/// How many requests in how much time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Allowance {
    pub(super) most: u32,
    pub(super) window_ms: u64,
}

/// What taking one left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Taken {
    /// How many are left now.
    pub(super) left: u64,
    /// How long until the bucket is full.
    pub(super) full_in_ms: u64,
    /// How long until one may be taken; 0 when one was.
    pub(super) wait_ms: u64,
}

pub(super) struct Buckets<K>(Mutex<Generations<K>>);

struct Generations<K> {
    young: HashMap<K, u64>,
    old: HashMap<K, u64>,
}

impl<K> Default for Buckets<K> {
    fn default() -> Self {
        Self(Mutex::new(Generations { young: HashMap::new(), old: HashMap::new() }))
    }
}

impl<K: Hash + Eq> Buckets<K> {
    /// Takes one from the bucket of `key`.
    pub(super) fn take(&self, key: K, allowance: Allowance, now_ms: u64) -> Taken {
        let window_us = allowance.window_ms * 1_000;
        let price_us = (window_us / u64::from(allowance.most.max(1))).max(1);
        let at_us = now_ms * 1_000;
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = held.young.get(&key).or_else(|| held.old.get(&key)).copied();
        // A clock that was set back must not keep anybody out.
        let known = known.filter(|it| *it <= at_us.saturating_add(window_us)).unwrap_or(0);
        let full_at = known.max(at_us) + price_us;
        let spent_us = full_at - at_us;
        if spent_us > window_us {
            let wait_ms = (spent_us - window_us).div_ceil(1_000);
            return Taken { left: 0, full_in_ms: (spent_us - price_us) / 1_000, wait_ms };
        }
        if held.young.len() >= GENERATION_MAX {
            held.old = std::mem::take(&mut held.young);
        }
        held.young.insert(key, full_at);
        let left = (window_us - spent_us) / price_us;
        Taken { left, full_in_ms: spent_us / 1_000, wait_ms: 0 }
    }

    #[cfg(test)]
    fn len(&self) -> usize {
        let held = self.0.lock().unwrap();
        held.young.len() + held.old.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEN_A_MINUTE: Allowance = Allowance { most: 10, window_ms: 60_000 };

    #[test]
    fn ten_at_once_then_one_every_six_seconds() {
        let buckets = Buckets::default();
        for n in 0..10 {
            let taken = buckets.take("a", TEN_A_MINUTE, 5_000);
            assert_eq!((taken.left, taken.wait_ms), (9 - n, 0));
        }
        assert_eq!(buckets.take("a", TEN_A_MINUTE, 5_000).wait_ms, 6_000);
        assert_eq!(buckets.take("b", TEN_A_MINUTE, 5_000).wait_ms, 0);
        assert_eq!(buckets.take("a", TEN_A_MINUTE, 10_999).wait_ms, 1);
        assert_eq!(buckets.take("a", TEN_A_MINUTE, 11_000).wait_ms, 0);
        assert_eq!(buckets.take("a", TEN_A_MINUTE, 11_000).wait_ms, 6_000);
    }

    #[test]
    fn a_clock_set_back_keeps_nobody_out() {
        let buckets = Buckets::default();
        for _ in 0..20 {
            buckets.take("a", TEN_A_MINUTE, 86_400_000);
        }
        assert_eq!(buckets.take("a", TEN_A_MINUTE, 1_000).wait_ms, 0);
    }

    #[test]
    fn a_million_networks_take_the_room_of_a_hundred_thousand() {
        let buckets = Buckets::default();
        for n in 0..1_000_000 {
            buckets.take(n, TEN_A_MINUTE, 1_000);
        }
        assert!(buckets.len() <= 2 * GENERATION_MAX);
    }
}
