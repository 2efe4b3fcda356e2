//! From a filter to the set of places it lets through.

use base::Point;

use crate::bits::Bits;
use crate::ground::Reach;
use crate::matching::{Matched, Matcher};
use crate::reading::read;
use crate::{Atlas, Filter, Reading, Understood};

/// The places that pass a filter, and what was learnt on the way.
pub(crate) struct Chosen {
    /// All that pass.
    pub(crate) all: Bits,
    /// Those that pass all but the families.
    common: Bits,
    /// Those that pass each family asked for.
    families: Vec<(u8, Bits)>,
    /// How places meet the words, if there were any.
    pub(crate) matched: Option<Matched>,
    /// The point of `near`, if given, and the chords from it.
    pub(crate) from: Option<Point>,
    pub(crate) reaches: Option<Vec<Reach>>,
    pub(crate) understood: Vec<Understood>,
}

impl Chosen {
    /// Those that pass all but one family.
    pub(crate) fn but(&self, family: u8) -> Bits {
        if self.families.iter().all(|(other, _)| *other != family) {
            return self.all.clone();
        }
        let mut set = self.common.clone();
        let others = self.families.iter().filter(|(other, _)| *other != family);
        others.for_each(|(_, members)| set.keep(members));
        set
    }
}

/// A set cut down step by step; everything, until the first cut.
#[derive(Default)]
struct Cut(Option<Bits>);

impl Cut {
    fn keep(&mut self, set: Bits) {
        match &mut self.0 {
            Some(kept) => kept.keep(&set),
            None => self.0 = Some(set),
        }
    }
}

impl Atlas {
    pub(crate) fn choose(&self, filter: &Filter) -> Chosen {
        let mut cut = Cut::default();
        let (matched, understood) = self.match_text(&filter.text).unzip();
        if let Some(Matched { slots, .. }) = &matched {
            cut.keep(slots.clone());
        }
        let reaches = filter.near.map(|(centre, radius_m)| {
            let reaches = self.ground.around(centre, radius_m);
            let mut near = Bits::with_room(self.docs.len());
            for &(slot, _) in &reaches {
                near.insert(slot);
            }
            cut.keep(near);
            reaches
        });
        self.cut_areas(filter, &mut cut);
        if let Some(quarter) = filter.open_at {
            cut.keep(self.hours.at(quarter));
        }
        let common = cut.0.unwrap_or_else(|| self.live.clone());
        let families = self.families(filter);
        let mut all = common.clone();
        for (_, members) in &families {
            all.keep(members);
        }
        let from = filter.near.map(|(centre, _)| centre);
        Chosen {
            all,
            common,
            families,
            matched,
            from,
            reaches,
            understood: understood.unwrap_or_default(),
        }
    }

    fn cut_areas(&self, filter: &Filter, cut: &mut Cut) {
        if let Some(bounds) = &filter.bounds {
            cut.keep(self.ground.inside(bounds));
        }
        if !filter.commune_codes.is_empty() {
            cut.keep(self.communes.any_of(filter.commune_codes.iter()));
        }
        if let Some(department) = &filter.department {
            cut.keep(self.departments.any_of(std::iter::once(department)));
        }
        if !filter.departments.is_empty() {
            cut.keep(self.departments.any_of(filter.departments.iter()));
        }
    }

    /// The members of each family asked for; a family named twice is one.
    fn families(&self, filter: &Filter) -> Vec<(u8, Bits)> {
        let mut families: Vec<(u8, Bits)> = Vec::new();
        for (family, values) in filter.any_of.iter().filter(|(_, values)| !values.is_empty()) {
            let members = self.facets.any_of(*family, values);
            match families.iter_mut().find(|(known, _)| known == family) {
                Some((_, known)) => known.add(&members),
                None => families.push((*family, members)),
            }
        }
        families
    }

    /// How places meet the words of a question; none when it says nothing.
    fn match_text(&self, text: &str) -> Option<(Matched, Vec<Understood>)> {
        if text.trim().is_empty() {
            return None;
        }
        let (needs, mut understood) = read(text, &self.lexicon, &self.synonyms);
        if needs.is_empty() {
            return None;
        }
        let text = Matcher {
            lexicon: &self.lexicon,
            weights: &self.weights,
            slots: self.docs.len(),
            live: self.len(),
        };
        let (matched, dropped) = text.all(&needs);
        for index in dropped {
            let typed = &needs[index].typed;
            understood.retain(|one| one.typed != *typed);
            let (typed, reading) = (typed.clone(), Reading::Dropped);
            understood.push(Understood { typed, reading, words: Vec::new() });
        }
        Some((matched, understood))
    }

    /// Metres from a point to a slot, if both are somewhere.
    pub(crate) fn distance_m(&self, from: Option<Point>, slot: u32) -> Option<f64> {
        Some(from?.distance_m(self.ground.point(slot)?))
    }
}
