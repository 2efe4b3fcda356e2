//! From pairs to places: groups of records that hold together as a whole.
//!
//! Two groups join when the mean of the log-odds between all their members says so, best first.
//! One good pair therefore cannot chain two groups whose other members disagree. What people said
//! and what official identifiers contradict is never broken.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap};

use crate::hashing::Quick;

/// A compared pair, `a < b`, and the log-odds that it is one place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Link {
    pub(crate) a: u32,
    pub(crate) b: u32,
    pub(crate) log_odds: f64,
}

/// What the groups must respect.
pub(crate) struct Constraints {
    /// Pairs a person called the same, smaller index first.
    pub(crate) together: Vec<(u32, u32)>,
    /// Pairs a person called hosted or different, smaller index first.
    pub(crate) apart: Vec<(u32, u32)>,
    /// Namespace and identifier of each record; zeroes when it has none.
    pub(crate) official_ids: Vec<(u64, u64)>,
    /// Groups join from this mean of log-odds.
    pub(crate) join_from: f64,
    /// Log-odds of pairs that have no link.
    pub(crate) floor: f64,
    /// The list of each record.
    pub(crate) sources: Vec<u32>,
    /// Log-odds that a join costs when a list is in both groups, for each list.
    pub(crate) tolls: HashMap<u32, f64, Quick>,
}

/// The group of each record, numbered by its first record.
pub(crate) fn group(records: usize, links: &[Link], constraints: &Constraints) -> Vec<u32> {
    let mut gathering = Gathering::alone(records, constraints);
    gathering.join_by_hand();
    for link in links {
        gathering.connect(link);
    }
    gathering.join_best_first();
    gathering.numbered()
}

/// A group and what it knows of its neighbours.
#[derive(Default)]
struct Group {
    members: Vec<u32>,
    /// For each neighbouring group: sum of the log-odds above the floor.
    links: HashMap<u32, f64, Quick>,
    /// Records that must stay out.
    apart: Vec<u32>,
    official_ids: Vec<(u64, u64)>,
    /// Lists of the members, sorted, each once.
    sources: Vec<u32>,
    /// Grows with every join, so that old proposals are recognised.
    age: u32,
}

/// Two groups that might join. The order is that of proposals: best last.
struct Proposal {
    mean: f64,
    groups: (u32, u32),
    ages: (u32, u32),
}

impl Ord for Proposal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.mean.total_cmp(&other.mean).then_with(|| other.groups.cmp(&self.groups))
    }
}

impl PartialOrd for Proposal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Proposal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Proposal {}

struct Gathering<'a> {
    groups: Vec<Group>,
    /// The group each record is in.
    of: Vec<u32>,
    proposals: BinaryHeap<Proposal>,
    constraints: &'a Constraints,
}

impl<'a> Gathering<'a> {
    fn alone(records: usize, constraints: &'a Constraints) -> Self {
        let count = u32::try_from(records).unwrap_or(u32::MAX);
        let mut groups: Vec<Group> =
            (0..count).map(|index| Group { members: vec![index], ..Group::default() }).collect();
        for (group, source) in groups.iter_mut().zip(&constraints.sources) {
            group.sources.push(*source);
        }
        for (group, id) in groups.iter_mut().zip(&constraints.official_ids) {
            group.official_ids.extend(Some(*id).filter(|id| id.1 != 0));
        }
        for (a, b) in &constraints.apart {
            groups[*a as usize].apart.push(*b);
            groups[*b as usize].apart.push(*a);
        }
        Self { groups, of: (0..count).collect(), proposals: BinaryHeap::new(), constraints }
    }

    /// A person's "same" joins, unless another person's "different" forbids it.
    fn join_by_hand(&mut self) {
        for (a, b) in &self.constraints.together {
            let (a, b) = (self.of[*a as usize], self.of[*b as usize]);
            if a != b && !self.kept_apart(a, b) {
                self.join(a, b);
            }
        }
    }

    fn connect(&mut self, link: &Link) {
        let (a, b) = (self.of[link.a as usize], self.of[link.b as usize]);
        if a != b {
            let gain = link.log_odds - self.constraints.floor;
            *self.groups[a as usize].links.entry(b).or_default() += gain;
            *self.groups[b as usize].links.entry(a).or_default() += gain;
        }
    }

    fn join_best_first(&mut self) {
        for group in 0..u32::try_from(self.groups.len()).unwrap_or(u32::MAX) {
            self.propose(group, |neighbour| neighbour > group);
        }
        while let Some(Proposal { groups: (a, b), ages, .. }) = self.proposals.pop() {
            let current = (self.groups[a as usize].age, self.groups[b as usize].age);
            let alive = !self.groups[a as usize].members.is_empty()
                && !self.groups[b as usize].members.is_empty();
            if !alive || ages != current || self.kept_apart(a, b) || self.contradict(a, b) {
                continue;
            }
            let joined = self.join(a, b);
            self.propose(joined, |_| true);
        }
    }

    /// Proposes the joins of a group with its neighbours that are good enough.
    fn propose(&mut self, group: u32, wanted: impl Fn(u32) -> bool) {
        let this = &self.groups[group as usize];
        for (neighbour, gain) in &this.links {
            let other = &self.groups[*neighbour as usize];
            let toll = self.toll(this, other);
            let mean = self.constraints.floor + gain / pairs_between(this, other) - toll;
            if wanted(*neighbour) && mean >= self.constraints.join_from {
                let (first, second) = (group.min(*neighbour), group.max(*neighbour));
                let ages = (self.groups[first as usize].age, self.groups[second as usize].age);
                self.proposals.push(Proposal { mean, groups: (first, second), ages });
            }
        }
    }

    /// What it costs that lists are in both groups: the highest of their tolls.
    fn toll(&self, a: &Group, b: &Group) -> f64 {
        let (few, many) = if a.sources.len() < b.sources.len() { (a, b) } else { (b, a) };
        few.sources
            .iter()
            .filter(|source| many.sources.binary_search(source).is_ok())
            .filter_map(|source| self.constraints.tolls.get(source))
            .fold(0.0, |highest, toll| toll.max(highest))
    }

    fn kept_apart(&self, a: u32, b: u32) -> bool {
        let (a, b) = if self.groups[a as usize].apart.len() <= self.groups[b as usize].apart.len() {
            (a, b)
        } else {
            (b, a)
        };
        self.groups[a as usize].apart.iter().any(|record| self.of[*record as usize] == b)
    }

    /// Whether the two groups hold different identifiers of one authority.
    fn contradict(&self, a: u32, b: u32) -> bool {
        let others = &self.groups[b as usize].official_ids;
        self.groups[a as usize]
            .official_ids
            .iter()
            .any(|id| others.iter().any(|other| id.0 == other.0 && id.1 != other.1))
    }

    /// Joins two groups; the one with more neighbours takes the other in.
    fn join(&mut self, a: u32, b: u32) -> u32 {
        let size = |group: u32| {
            let group = &self.groups[group as usize];
            (group.links.len() + group.members.len(), std::cmp::Reverse(group.members[0]))
        };
        let (into, from) = if size(a) >= size(b) { (a, b) } else { (b, a) };
        let taken = std::mem::take(&mut self.groups[from as usize]);
        for record in &taken.members {
            self.of[*record as usize] = into;
        }
        for (neighbour, gain) in taken.links {
            self.groups[neighbour as usize].links.remove(&from);
            if neighbour != into {
                *self.groups[neighbour as usize].links.entry(into).or_default() += gain;
                *self.groups[into as usize].links.entry(neighbour).or_default() += gain;
            }
        }
        let group = &mut self.groups[into as usize];
        group.links.remove(&from);
        group.members.extend(taken.members);
        group.apart.extend(taken.apart);
        group.sources.extend(taken.sources);
        group.sources.sort_unstable();
        group.sources.dedup();
        group.official_ids.extend(taken.official_ids);
        group.official_ids.sort_unstable();
        group.official_ids.dedup();
        group.age += 1;
        into
    }

    fn numbered(&self) -> Vec<u32> {
        let mut number_of = vec![u32::MAX; self.groups.len()];
        let mut next = 0;
        let number = |group: &u32| {
            let number = &mut number_of[*group as usize];
            if *number == u32::MAX {
                *number = next;
                next += 1;
            }
            *number
        };
        self.of.iter().map(number).collect()
    }
}

#[expect(clippy::cast_precision_loss, reason = "groups are far smaller than 2^52")]
fn pairs_between(a: &Group, b: &Group) -> f64 {
    (a.members.len() * b.members.len()) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn constraints(records: usize) -> Constraints {
        Constraints {
            together: Vec::new(),
            apart: Vec::new(),
            official_ids: vec![(0, 0); records],
            join_from: 0.0,
            floor: -4.0,
            sources: (0..3).collect(),
            tolls: HashMap::default(),
        }
    }

    const CHAIN: [Link; 2] =
        [Link { a: 0, b: 1, log_odds: 3.0 }, Link { a: 1, b: 2, log_odds: 2.0 }];

    #[test]
    fn a_chain_does_not_join_ends_that_have_nothing_in_common() {
        assert_eq!(group(3, &CHAIN, &constraints(3)), [0, 0, 1]);
    }

    #[test]
    fn a_person_joins_what_the_evidence_does_not() {
        let mut by_hand = constraints(3);
        by_hand.together.push((0, 2));
        assert_eq!(group(3, &[], &by_hand), [0, 1, 0]);
    }

    #[test]
    fn a_person_separates_what_the_evidence_joins() {
        let mut by_hand = constraints(3);
        by_hand.apart.push((0, 1));
        assert_eq!(group(3, &CHAIN, &by_hand), [0, 1, 1]);
    }

    #[test]
    fn two_identifiers_of_one_authority_are_two_places() {
        let mut contradicting = constraints(3);
        contradicting.official_ids = vec![(7, 1), (7, 2), (0, 0)];
        assert_eq!(group(3, &CHAIN, &contradicting), [0, 1, 1]);
    }
}
