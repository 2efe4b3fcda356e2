//! Signs that something is organised (participation 7.11). They are told to people who judge;
//! they decide nothing and delete nothing.

use base::Timestamp;
use base::time::SignedDuration;
use std::collections::BTreeMap;

/// Something odd in the way things arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signal {
    /// Far more in a day than chance explains.
    Burst,
    /// Most of them come from one network.
    SameNetwork,
    /// Most of them come from accounts less than a day old.
    NewAccounts,
}

/// One arrival: when, from which network (empty when unknown), and from how young an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// When.
    pub at: Timestamp,
    /// The network, without its last part; empty when unknown.
    pub network: String,
    /// The age of the account in days; none without an account.
    pub account_days: Option<u32>,
}

/// Chance explains less than one in a million.
const TOO_RARE: f64 = 1e-6;
/// How many must share a network, or be new, to be more than a coincidence.
const TOGETHER: usize = 3;
const DAY_HOURS: i64 = 24;

impl Signal {
    /// Stable name, for messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Burst => "burst",
            Self::SameNetwork => "same-network",
            Self::NewAccounts => "new-accounts",
        }
    }
}

/// What is odd in the arrivals of the last day, when `expected_a_day` would be usual.
pub fn signals(arrivals: &[Arrival], now: Timestamp, expected_a_day: f64) -> Vec<Signal> {
    let day = SignedDuration::from_hours(DAY_HOURS);
    let recent: Vec<&Arrival> =
        arrivals.iter().filter(|it| now.duration_since(it.at) <= day).collect();
    let mut signals = Vec::new();
    if is_burst(recent.len(), expected_a_day) {
        signals.push(Signal::Burst);
    }
    if most_on_one_network(&recent) {
        signals.push(Signal::SameNetwork);
    }
    let new = recent.iter().filter(|it| it.account_days == Some(0)).count();
    if new >= TOGETHER && new * 2 > recent.len() {
        signals.push(Signal::NewAccounts);
    }
    signals
}

/// Whether so many in a day are more than chance explains.
pub fn is_burst(count: usize, expected_a_day: f64) -> bool {
    count >= TOGETHER && at_least(count, expected_a_day) < TOO_RARE
}

fn most_on_one_network(arrivals: &[&Arrival]) -> bool {
    let mut networks: BTreeMap<&str, usize> = BTreeMap::new();
    for it in arrivals.iter().filter(|it| !it.network.is_empty()) {
        *networks.entry(&it.network).or_default() += 1;
    }
    networks.values().any(|n| *n >= TOGETHER && n * 2 > arrivals.len())
}

/// The chance of `count` arrivals or more when `expected` are usual (Poisson).
pub fn at_least(count: usize, expected: f64) -> f64 {
    if count == 0 {
        return 1.0;
    }
    let expected = expected.max(f64::MIN_POSITIVE);
    // Summed from the first term of the tail upwards: what is rare is not lost in rounding.
    let mut term = -expected;
    for n in 1..=count {
        #[expect(clippy::cast_precision_loss, reason = "a few thousand at most")]
        let n = n as f64;
        term += expected.ln() - n.ln();
    }
    let mut term = term.exp();
    let mut sum = 0.0;
    let mut n = count;
    while term > 0.0 && n < count + 10_000 {
        sum += term;
        n += 1;
        #[expect(clippy::cast_precision_loss, reason = "a few thousand at most")]
        let next = n as f64;
        term *= expected / next;
        if next > expected && term < sum * 1e-12 {
            break;
        }
    }
    sum.min(1.0)
}
