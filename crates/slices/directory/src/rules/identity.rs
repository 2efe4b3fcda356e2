//! Which place a group of records is: places keep their identity when their records move.
//!
//! A place goes to the group that holds most of its records; a group has one place at most, and
//! prefers the one it shares most records with, then the oldest. A place left without a group
//! has become another: it is merged into the group that took most of its records.

use base::PlaceId;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What becomes of groups and places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identities {
    /// For each group, the place it is, or none when it is a new one.
    pub place_of: Vec<Option<PlaceId>>,
    /// Places that turned out to be the place of another group.
    pub merged: Vec<(PlaceId, usize)>,
}

/// `groups[g]` lists the records of group `g`; `place_of_record[r]` is where record `r` was.
pub fn identities(groups: &[Vec<usize>], place_of_record: &[Option<PlaceId>]) -> Identities {
    let mut shared: BTreeMap<(PlaceId, usize), usize> = BTreeMap::new();
    for (group, records) in groups.iter().enumerate() {
        for place in records.iter().filter_map(|it| place_of_record[*it]) {
            *shared.entry((place, group)).or_default() += 1;
        }
    }
    let mut claims: Vec<(PlaceId, usize, usize)> =
        shared.iter().map(|((place, group), count)| (*place, *group, *count)).collect();
    claims.sort_by_key(|(place, group, count)| (std::cmp::Reverse(*count), *place, *group));

    let mut place_of = vec![None; groups.len()];
    let mut settled: HashSet<PlaceId> = HashSet::new();
    for (place, group, _) in &claims {
        if place_of[*group].is_none() && !settled.contains(place) {
            place_of[*group] = Some(*place);
            settled.insert(*place);
        }
    }
    // Claims come strongest first: the first one of an unsettled place is its destination.
    let mut destinations: HashMap<PlaceId, usize> = HashMap::new();
    for (place, group, _) in claims.iter().filter(|(place, ..)| !settled.contains(place)) {
        destinations.entry(*place).or_insert(*group);
    }
    let mut merged: Vec<(PlaceId, usize)> = destinations.into_iter().collect();
    merged.sort_unstable();
    Identities { place_of, merged }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{Id, Ulid};
    use proptest::prelude::*;

    fn place(n: u64) -> PlaceId {
        PlaceId::from_ulid(Ulid::from_parts(n, 0))
    }

    #[test]
    fn the_main_part_of_a_split_place_keeps_its_identity() {
        let groups = [vec![0, 1], vec![2]];
        let found = identities(&groups, &[Some(place(1)); 3]);
        assert_eq!(found.place_of, [Some(place(1)), None]);
        assert_eq!(found.merged, []);
    }

    #[test]
    fn of_two_places_that_become_one_the_older_survives() {
        let found = identities(&[vec![0, 1]], &[Some(place(2)), Some(place(1))]);
        assert_eq!(found.place_of, [Some(place(1))]);
        assert_eq!(found.merged, [(place(2), 0)]);
    }

    #[test]
    fn a_group_never_seen_is_a_new_place() {
        assert_eq!(identities(&[vec![0]], &[None]).place_of, [None]);
    }

    proptest! {
        /// No place is given twice, none is forgotten, and nothing moves when nothing changed.
        #[test]
        fn every_place_ends_somewhere_and_only_once(
            rows in proptest::collection::vec((0_usize..6, proptest::option::of(0_u64..6)), 1..30),
        ) {
            let mut groups = vec![Vec::new(); 6];
            for (record, (group, _)) in rows.iter().enumerate() {
                groups[*group].push(record);
            }
            groups.retain(|records| !records.is_empty());
            let before: Vec<_> = rows.iter().map(|(_, it)| it.map(place)).collect();
            let found = identities(&groups, &before);

            let kept: Vec<_> = found.place_of.iter().flatten().copied().collect();
            let gone: Vec<_> = found.merged.iter().map(|(it, _)| *it).collect();
            let mut all: Vec<_> = kept.iter().chain(&gone).copied().collect();
            all.sort_unstable();
            let mut expected: Vec<_> = before.iter().flatten().copied().collect();
            expected.sort_unstable();
            expected.dedup();
            prop_assert_eq!(all, expected);

            let mut after = vec![None; rows.len()];
            for (group, records) in groups.iter().enumerate() {
                for record in records {
                    let fresh = place(100 + group as u64);
                    after[*record] = Some(found.place_of[group].unwrap_or(fresh));
                }
            }
            let again = identities(&groups, &after);
            prop_assert!(again.merged.is_empty());
            for (group, records) in groups.iter().enumerate() {
                prop_assert_eq!(again.place_of[group], after[records[0]]);
            }
        }
    }
}
