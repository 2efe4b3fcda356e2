//! The whole way from records to places.
//!
//! Records are first put in an order that depends on their content only, so that the same records
//! give the same places whatever the order in which they arrived.

use std::collections::HashMap;

use crate::candidates::Candidates;
use crate::clue::{Clue, Clues};
use crate::compare::compare;
use crate::corpus::Corpus;
use crate::groups::{Constraints, Link, group};
use crate::hashing::Quick;
use crate::prepare::Prepared;
use crate::record::{Decision, Record, Verdict};
use crate::resolution::{Outcome, Resolution, ScoredPair};
use crate::text::hash;
use crate::weights::{Weights, log_odds, probability};

/// Finds which records are the same place.
///
/// The same records and decisions give the same partition in any order. Decisions about indices
/// that do not exist are left out. Of decisions that contradict each other, "different" and
/// "hosted" win over "same".
pub fn resolve(records: &[Record], decisions: &[Decision], weights: &Weights) -> Resolution {
    let order = Order::of(records);
    let sorted: Vec<&Record> = order.original.iter().map(|index| &records[*index]).collect();
    let (_, prepared) = Corpus::build(&sorted);
    let decided = order.decisions(decisions);
    let scored = Scored::of(&prepared, &decided, weights);
    let constraints = Constraints {
        together: pairs_with(&decided, |verdict| verdict == Verdict::Same),
        apart: pairs_with(&decided, |verdict| verdict != Verdict::Same),
        official_ids: prepared.iter().map(|record| record.official_id).collect(),
        join_from: log_odds(weights.limits.same_from),
        floor: weights.limits.floor,
        sources: prepared.iter().map(|record| record.source).collect(),
        tolls: tolls(&prepared, &scored.links, weights),
    };
    let groups = group(prepared.len(), &scored.links, &constraints);
    let clusters = order.numbered(&groups);
    order.resolution(clusters, &scored, &decided, weights)
}

/// What it costs to put a list twice in one group: the toll for a list that never repeats itself,
/// nothing for a list of which a share of the records surely has a twin in the same list.
fn tolls(prepared: &[Prepared], links: &[Link], weights: &Weights) -> HashMap<u32, f64, Quick> {
    let limits = &weights.limits;
    let sure_from = log_odds(limits.sure_from);
    let mut lists: HashMap<u32, (f64, f64), Quick> = HashMap::default();
    for record in prepared {
        lists.entry(record.source).or_default().0 += 1.0;
    }
    for link in links.iter().filter(|link| link.log_odds >= sure_from) {
        let (a, b) = (&prepared[link.a as usize], &prepared[link.b as usize]);
        if a.source == b.source {
            lists.entry(a.source).or_default().1 += 1.0;
        }
    }
    let toll = |(records, twins): (f64, f64)| {
        let repeating = twins / (records + FEW_RECORDS) / limits.repeating_share.max(1e-6);
        limits.same_source_toll * (1.0 - repeating).max(0.0)
    };
    lists.into_iter().map(|(source, counts)| (source, toll(counts))).collect()
}

/// Records that a list is given in addition, so that one twin in a short list proves nothing.
const FEW_RECORDS: f64 = 50.0;

/// Pairs of records, smaller index first, in the engine's own order.
type Pair = (u32, u32);

/// What people decided, in the engine's own order.
type Decided = HashMap<Pair, Verdict, Quick>;

fn pairs_with(decided: &Decided, wanted: impl Fn(Verdict) -> bool) -> Vec<Pair> {
    let mut pairs: Vec<Pair> =
        decided.iter().filter(|(_, verdict)| wanted(**verdict)).map(|(pair, _)| *pair).collect();
    pairs.sort_unstable();
    pairs
}

/// The compared pairs that count.
struct Scored {
    links: Vec<Link>,
    /// Pairs where one place seems to lodge the other.
    hosted: Vec<Pair>,
    compared: usize,
}

impl Scored {
    fn of(prepared: &[Prepared], decided: &Decided, weights: &Weights) -> Self {
        let candidates = Candidates::gather(prepared);
        let mut seen = vec![0; prepared.len()];
        let mut scored = Self { links: Vec::new(), hosted: Vec::new(), compared: 0 };
        for (a, record) in (0_u32..).zip(prepared) {
            candidates.after(a, record, &mut seen, |b| {
                let clues = compare(record, &prepared[b as usize]);
                let log_odds = weights.log_odds(&clues);
                scored.compared += 1;
                if log_odds > weights.limits.floor || decided.contains_key(&(a, b)) {
                    scored.links.push(Link { a, b, log_odds });
                }
                if seems_hosted(&clues) {
                    scored.hosted.push((a, b));
                }
            });
        }
        scored
    }
}

/// A service often lodged elsewhere, at the address of another kind of place it has a tie with.
fn seems_hosted(clues: &Clues) -> bool {
    const ADDRESS: [Clue; 2] = [Clue::AddressSame, Clue::AddressRangesTouch];
    const TIES: [(Clue, Clue); 6] = [
        (Clue::PhoneSame, Clue::PhoneSameWide),
        (Clue::MailSame, Clue::MailSameWide),
        (Clue::MailDomainSame, Clue::MailDomainSameWide),
        (Clue::SiteSame, Clue::SiteSameShared),
        (Clue::SiteHostSame, Clue::SiteDiffers),
        (Clue::PivotSame, Clue::PivotDiffers),
    ];
    clues.has(Clue::KindGuestOnOneSide)
        && ADDRESS.iter().any(|clue| clues.has(*clue))
        && TIES.iter().any(|(tie, unless)| clues.has(*tie) && !clues.has(*unless))
}

/// The engine's own order of the records, which depends on their content only.
struct Order {
    /// Index given by the caller, for each place in the order.
    original: Vec<usize>,
    /// Place in the order, for each index given by the caller.
    place: Vec<u32>,
}

impl Order {
    fn of(records: &[Record]) -> Self {
        let mut keyed: Vec<((u64, u64), usize)> =
            records.iter().map(content_key).zip(0..).collect();
        keyed.sort_unstable();
        let original: Vec<usize> = keyed.into_iter().map(|(_, index)| index).collect();
        let mut place = vec![0; records.len()];
        for (position, index) in (0_u32..).zip(&original) {
            place[*index] = position;
        }
        Self { original, place }
    }

    fn decisions(&self, decisions: &[Decision]) -> Decided {
        let mut decided = Decided::default();
        for decision in decisions {
            let (Some(a), Some(b)) = (self.place.get(decision.a), self.place.get(decision.b))
            else {
                continue;
            };
            if a == b {
                continue;
            }
            let verdict = decided.entry((*a.min(b), *a.max(b))).or_insert(decision.from);
            if *verdict == Verdict::Same {
                *verdict = decision.from;
            }
        }
        decided
    }

    /// Clusters of the records as given, numbered in the order of their first record.
    fn numbered(&self, groups: &[u32]) -> Vec<u32> {
        let mut numbers: HashMap<u32, u32, Quick> = HashMap::default();
        let number = |place: &u32| {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            *numbers.entry(groups[*place as usize]).or_insert(next)
        };
        self.place.iter().map(number).collect()
    }

    fn pair(&self, (a, b): Pair) -> (usize, usize) {
        let (a, b) = (self.original[a as usize], self.original[b as usize]);
        (a.min(b), a.max(b))
    }

    fn resolution(
        &self,
        cluster_of: Vec<u32>,
        scored: &Scored,
        decided: &Decided,
        weights: &Weights,
    ) -> Resolution {
        let together = |(a, b): (usize, usize)| cluster_of[a] == cluster_of[b];
        let by_hand = |pair: &Pair| decided.get(pair).copied();
        let mut hosted: Vec<(usize, usize)> = scored
            .hosted
            .iter()
            .filter(|pair| by_hand(pair).is_none())
            .map(|pair| self.pair(*pair))
            .filter(|pair| !together(*pair))
            .chain(
                pairs_with(decided, |said| said == Verdict::Hosted).iter().map(|x| self.pair(*x)),
            )
            .collect();
        hosted.sort_unstable();
        hosted.dedup();
        let mut pairs: Vec<ScoredPair> = Vec::new();
        let mut open: Vec<bool> = Vec::new();
        let mut links: Vec<((usize, usize), &Link)> =
            scored.links.iter().map(|link| (self.pair((link.a, link.b)), link)).collect();
        links.sort_unstable_by_key(|(pair, _)| *pair);
        for ((a, b), link) in links {
            let said = by_hand(&(link.a, link.b));
            let probability = probability(link.log_odds);
            if probability < weights.limits.review_from && said.is_none() {
                continue;
            }
            let outcome = match said {
                Some(Verdict::Same) => Outcome::Same,
                Some(Verdict::Hosted) => Outcome::Hosted,
                Some(Verdict::Different) => Outcome::Different,
                None if together((a, b)) => Outcome::Same,
                None if hosted.binary_search(&(a, b)).is_ok() => Outcome::Hosted,
                None => Outcome::Review,
            };
            pairs.push(ScoredPair { a, b, probability, outcome });
            open.push(said.is_none() && outcome != Outcome::Hosted);
        }
        let review = review(&cluster_of, &pairs, &open, weights);
        let large_clusters = large_clusters(&cluster_of, weights.limits.largest_group);
        Resolution { cluster_of, pairs, hosted, review, large_clusters, compared: scored.compared }
    }
}

/// The pairs a person should look at: unmerged though likely, or merged with no sure pair to hold
/// the two together. The most uncertain come first; the list is cut at a share of the records.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share, between 0 and 1, of a number of records in memory"
)]
fn review(
    cluster_of: &[u32],
    pairs: &[ScoredPair],
    open: &[bool],
    weights: &Weights,
) -> Vec<usize> {
    let sure_from = weights.limits.sure_from;
    let mut surely: Vec<usize> = (0..cluster_of.len()).collect();
    for pair in pairs.iter().filter(|pair| pair.outcome == Outcome::Same) {
        if pair.probability >= sure_from {
            let (a, b) = (root(&mut surely, pair.a), root(&mut surely, pair.b));
            surely[a.max(b)] = a.min(b);
        }
    }
    let mut review: Vec<usize> = (0..pairs.len())
        .filter(|index| open[*index])
        .filter(|index| {
            let pair = &pairs[*index];
            pair.outcome == Outcome::Review
                || root(&mut surely, pair.a) != root(&mut surely, pair.b)
        })
        .collect();
    let doubt = |index: &usize| (pairs[*index].probability - 0.5).abs();
    review.sort_by(|x, y| doubt(x).total_cmp(&doubt(y)).then(x.cmp(y)));
    review.truncate((cluster_of.len() as f64 * weights.limits.review_share).ceil() as usize);
    review
}

fn root(parents: &mut [usize], mut record: usize) -> usize {
    while parents[record] != record {
        parents[record] = parents[parents[record]];
        record = parents[record];
    }
    record
}

fn large_clusters(cluster_of: &[u32], largest: usize) -> Vec<u32> {
    let mut sizes: Vec<usize> = Vec::new();
    for cluster in cluster_of {
        let cluster = *cluster as usize;
        sizes.resize(sizes.len().max(cluster + 1), 0);
        sizes[cluster] += 1;
    }
    (0_u32..).zip(sizes).filter(|(_, size)| *size > largest).map(|(cluster, _)| cluster).collect()
}

/// Two hashes of everything a record says.
fn content_key(record: &Record) -> (u64, u64) {
    let source = record.source.to_le_bytes();
    let lat = record.lat.unwrap_or(f64::NAN).to_bits().to_le_bytes();
    let lon = record.lon.unwrap_or(f64::NAN).to_bits().to_le_bytes();
    let kinds = record.kinds.join("|");
    let (namespace, id) = record.official_id.as_ref().map_or(("", ""), |(x, y)| (x, y));
    let parts: [&[u8]; 15] = [
        &source,
        record.name.as_bytes(),
        record.street.as_bytes(),
        record.postcode.as_bytes(),
        record.commune.as_bytes(),
        record.commune_code.as_bytes(),
        &lat,
        &lon,
        record.phone.as_bytes(),
        record.email.as_bytes(),
        record.web.as_bytes(),
        record.pivot.as_bytes(),
        kinds.as_bytes(),
        namespace.as_bytes(),
        id.as_bytes(),
    ];
    (hash(40, &parts), hash(41, &parts))
}
