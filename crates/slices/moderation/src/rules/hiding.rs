//! When reports alone take something out of sight, for 48 hours at most: rarely, and never by the
//! will of one place or one network (participation 7.13).

use crate::model::{Reason, Report};
use base::PlaceId;
use people::model::Level;
use std::collections::{BTreeMap, BTreeSet};

/// The score from which reports may hide, in thousandths.
pub const SCORE_TO_HIDE: u32 = 3_000;
/// How many reporters whom the house knows well it takes.
pub const REPORTERS_TO_HIDE: usize = 3;
/// How old their accounts must be, in days.
pub const ACCOUNT_DAYS_TO_HIDE: u32 = 7;

/// What a report counts for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Why.
    pub reason: Reason,
    /// How much it weighs, in thousandths.
    pub weight: u32,
    /// How sure the house is of the account; none without one.
    pub level: Option<Level>,
    /// How old the account was, in days.
    pub account_days: u32,
    /// The network it came from; empty when unknown.
    pub network: String,
    /// The places they work for.
    pub places: Vec<PlaceId>,
}

impl From<&Report> for Voice {
    fn from(report: &Report) -> Self {
        Self {
            reason: report.reason,
            weight: report.weight,
            level: report.level,
            account_days: report.account_days,
            network: report.network.clone(),
            places: report.places.clone(),
        }
    }
}

/// The score by which the queue is ordered, in thousandths. Those without an account count once
/// a network, however often they press the button.
pub fn score(voices: &[Voice]) -> u32 {
    let mut sum: u32 = 0;
    let mut nameless: BTreeMap<&str, u32> = BTreeMap::new();
    for voice in voices {
        if voice.level.is_some() {
            sum = sum.saturating_add(voice.weight);
        } else {
            let most = nameless.entry(&voice.network).or_default();
            *most = voice.weight.max(*most);
        }
    }
    nameless.values().fold(sum, |sum, weight| sum.saturating_add(*weight))
}

/// Whether these reports hide the thing before anyone looked.
pub fn hides(voices: &[Voice]) -> bool {
    let serious: Vec<Voice> = voices.iter().filter(|it| it.reason.may_hide()).cloned().collect();
    let known: Vec<&Voice> = serious.iter().filter(|it| is_known_well(it)).collect();
    score(&serious) >= SCORE_TO_HIDE
        && known.len() >= REPORTERS_TO_HIDE
        && come_from_several_networks(&known)
        && !share_a_place(&known)
}

fn is_known_well(voice: &Voice) -> bool {
    voice.level.is_some_and(|it| it >= Level::Reached) && voice.account_days >= ACCOUNT_DAYS_TO_HIDE
}

/// A network that is not known cannot show that people are not together.
fn come_from_several_networks(voices: &[&Voice]) -> bool {
    let networks: BTreeSet<&str> =
        voices.iter().map(|it| it.network.as_str()).filter(|it| !it.is_empty()).collect();
    networks.len() >= 2
}

/// Whether one place is that of them all.
fn share_a_place(voices: &[&Voice]) -> bool {
    let Some((first, others)) = voices.split_first() else { return false };
    first.places.iter().any(|place| others.iter().all(|it| it.places.contains(place)))
}
