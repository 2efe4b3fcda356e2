//! Who has which value: facets, communes, departments, opening hours.

use std::collections::{BTreeMap, HashMap};

use crate::bits::{Bits, Members};
use crate::week::QUARTERS;
use crate::{Facet, FacetCount, WeekMask};

/// Below this many places, counting goes place by place instead of bitmap by bitmap.
const FEW: usize = 256;

/// The members of each value of each family.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facets {
    values: BTreeMap<Facet, Members>,
}

impl Facets {
    pub(crate) fn put(&mut self, slot: u32, facets: &[Facet]) {
        for &facet in facets {
            self.values.entry(facet).or_default().insert(slot);
        }
    }

    pub(crate) fn remove(&mut self, slot: u32, facets: &[Facet]) {
        for facet in facets {
            let Some(members) = self.values.get_mut(facet) else { continue };
            members.remove(slot);
            if members.count() == 0 {
                self.values.remove(facet);
            }
        }
    }

    /// Those who have one of the values of a family.
    pub(crate) fn any_of(&self, family: u8, values: &[u16]) -> Bits {
        let mut set = Bits::default();
        for &value in values {
            if let Some(members) = self.values.get(&Facet { family, value }) {
                members.pour_into(&mut set);
            }
        }
        set
    }

    /// How many of a set have each value of a family; values that no one has are left out.
    pub(crate) fn counts(&self, family: u8, set: &Bits, counts: &mut Vec<FacetCount>) {
        let all = Facet { family, value: 0 }..=Facet { family, value: u16::MAX };
        let few: Vec<u32> = set.iter().take(FEW + 1).collect();
        let listed = (few.len() <= FEW).then_some(few.as_slice());
        for (&Facet { family, value }, members) in self.values.range(all) {
            let count = members.count_in(set, listed);
            if count > 0 {
                counts.push(FacetCount { family, value, count });
            }
        }
    }
}

/// The members of each area, by code, and the area of each slot.
#[derive(Clone, Debug, Default)]
pub(crate) struct Areas {
    by_code: HashMap<String, u32>,
    members: Vec<(String, Members)>,
    of_slot: Vec<u32>,
}

impl Areas {
    pub(crate) fn put(&mut self, slot: u32, code: &str) {
        let area = if let Some(&area) = self.by_code.get(code) {
            area
        } else {
            let area = u32::try_from(self.members.len()).unwrap_or(u32::MAX);
            self.by_code.insert(code.to_owned(), area);
            self.members.push((code.to_owned(), Members::default()));
            area
        };
        self.members[area as usize].1.insert(slot);
        if self.of_slot.len() <= slot as usize {
            self.of_slot.resize(slot as usize + 1, u32::MAX);
        }
        self.of_slot[slot as usize] = area;
    }

    pub(crate) fn remove(&mut self, slot: u32) {
        let Some(area) = self.of_slot.get(slot as usize) else { return };
        if let Some((_, members)) = self.members.get_mut(*area as usize) {
            members.remove(slot);
        }
    }

    /// Those in one of the areas.
    pub(crate) fn any_of<'a>(&self, codes: impl Iterator<Item = &'a String>) -> Bits {
        let mut set = Bits::default();
        for &area in codes.filter_map(|code| self.by_code.get(code)) {
            self.members[area as usize].1.pour_into(&mut set);
        }
        set
    }

    /// How many of a set are in each area, by code; areas without anyone and the empty code are
    /// left out.
    pub(crate) fn counts(&self, set: &Bits) -> Vec<(String, usize)> {
        let mut counts = vec![0_usize; self.members.len()];
        for slot in set.iter() {
            let area = self.of_slot.get(slot as usize).copied().unwrap_or(u32::MAX);
            if let Some(count) = counts.get_mut(area as usize) {
                *count += 1;
            }
        }
        let named = self.members.iter().zip(counts);
        let mut found: Vec<(String, usize)> = named
            .filter(|((code, _), count)| *count > 0 && !code.is_empty())
            .map(|((code, _), count)| (code.clone(), count))
            .collect();
        found.sort_unstable();
        found
    }
}

/// Who is open at each quarter of the week.
#[derive(Clone, Debug)]
pub(crate) struct Hours {
    open: Vec<Bits>,
}

impl Default for Hours {
    fn default() -> Self {
        Self { open: vec![Bits::default(); usize::from(QUARTERS)] }
    }
}

impl Hours {
    pub(crate) fn put(&mut self, slot: u32, week: &WeekMask) {
        week.quarters().for_each(|quarter| self.open[usize::from(quarter)].insert(slot));
    }

    pub(crate) fn remove(&mut self, slot: u32, week: &WeekMask) {
        week.quarters().for_each(|quarter| self.open[usize::from(quarter)].remove(slot));
    }

    /// Those open at a quarter; no one past the end of the week.
    pub(crate) fn at(&self, quarter: u16) -> Bits {
        self.open.get(usize::from(quarter)).cloned().unwrap_or_default()
    }
}
