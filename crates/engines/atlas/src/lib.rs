//! In-memory search of places: text, facets, distance, boxes, clusters.
//!
//! An [`Atlas`] holds every place in memory and answers what lists, maps and searches ask:
//! which places match words typed as people type them ([`Filter::text`]), have certain facets,
//! lie in an area, are open at a time; in what order; and how many there are beside each choice.
//! It is built at once or kept current place by place; both give the same answers.
//!
//! How it works, from the ground up: each place has a slot, and sets of slots are bitmaps (`bits`).
//! Facets, areas and hours are shelves of such sets (`shelves`); coordinates are columns under a
//! grid (`ground`). Text goes through folding and stemming (`words`) into a lexicon of occurrences
//! (`lexicon`); a question is read into needs, with typing errors mended (`typo`, `sound`,
//! `reading`) and citizens' words widened (`synonyms`), and scored (`matching`). A filter cuts the
//! set (`choosing`), a query ranks it (`ranking`), a map gathers it (`clusters`).
//!
//! ```
//! use atlas::{Atlas, Filter, Query, Synonyms};
//! let atlas = Atlas::build(Vec::new(), Synonyms::french());
//! let filter = Filter { text: "imprimer un CV".into(), ..Filter::default() };
//! let answer = atlas.search(&Query { filter, limit: 20, ..Query::default() });
//! assert_eq!(answer.total, 0);
//! ```

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "scores, shares and cells are small numbers, cut on purpose where they are made"
)]

mod bits;
mod choosing;
mod clusters;
mod ground;
mod lexicon;
mod matching;
mod question;
mod ranking;
mod reading;
mod shelves;
mod sound;
mod synonyms;
mod typo;
mod week;
mod words;

use std::collections::HashMap;

use base::{Bounds, PlaceId, Point};

pub use question::{
    Answer, Doc, Facet, FacetCount, Filter, Hit, Query, Reading, Sort, Spot, Understood,
};
pub use synonyms::Synonyms;
pub use week::{QUARTERS, WeekMask};
pub use words::fold;

use bits::Bits;
use clusters::widen;
use ground::Ground;
use lexicon::Lexicon;
use matching::Weights;
use shelves::{Areas, Facets, Hours};

/// Slots are numbers of 24 bits.
const MOST_SLOTS: usize = 1 << 24;

/// All places, ready to be searched. Holds at most 16 million.
#[derive(Clone, Debug, Default)]
pub struct Atlas {
    synonyms: Synonyms,
    weights: Weights,
    /// Slot by slot; none where a place was removed.
    docs: Vec<Option<Doc>>,
    /// Slot by slot, kept beside the places since sorting reads them all the time.
    ids: Vec<PlaceId>,
    slots: HashMap<PlaceId, u32>,
    /// Slots to use again.
    free: Vec<u32>,
    /// For each run of 64 slots, an id not above any of theirs.
    oldest: Vec<PlaceId>,
    live: Bits,
    /// Live slots, by name.
    order: Vec<u32>,
    lexicon: Lexicon,
    facets: Facets,
    communes: Areas,
    departments: Areas,
    hours: Hours,
    ground: Ground,
}

impl Atlas {
    /// An atlas without places.
    pub fn new(synonyms: Synonyms) -> Self {
        let lexicon = Lexicon::new(&synonyms);
        Self { synonyms, lexicon, ..Self::default() }
    }

    /// An atlas of many places at once, quicker than putting them one by one. Of two places with
    /// one id, the last counts.
    pub fn build(docs: Vec<Doc>, synonyms: Synonyms) -> Self {
        let mut atlas = Self::new(synonyms);
        for doc in docs {
            if let Some(&slot) = atlas.slots.get(&doc.id) {
                atlas.take_out(slot);
            }
            atlas.place(doc);
        }
        let mut order: Vec<u32> = atlas.live.iter().collect();
        order.sort_unstable_by(|&a, &b| atlas.name_key(a).cmp(&atlas.name_key(b)));
        atlas.order = order;
        atlas.lexicon.pack();
        atlas
    }

    /// Adds a place, or replaces the one with its id.
    pub fn put(&mut self, doc: Doc) {
        self.remove(doc.id);
        if let Some(slot) = self.place(doc) {
            let key = self.name_key(slot);
            let at = self.order.partition_point(|&other| self.name_key(other) < key);
            self.order.insert(at, slot);
        }
        self.lexicon.settle();
    }

    /// Takes a place out; nothing happens if it is not there.
    pub fn remove(&mut self, id: PlaceId) {
        let Some(&slot) = self.slots.get(&id) else { return };
        let key = self.name_key(slot);
        if let Ok(at) = self.order.binary_search_by(|&other| self.name_key(other).cmp(&key)) {
            self.order.remove(at);
        }
        self.take_out(slot);
    }

    /// Puts a place in all indexes but the order; none when the atlas is full.
    fn place(&mut self, doc: Doc) -> Option<u32> {
        let slot = match self.free.pop() {
            Some(slot) => slot,
            None if self.docs.len() < MOST_SLOTS => u32::try_from(self.docs.len()).ok()?,
            None => return None,
        };
        self.slots.insert(doc.id, slot);
        self.live.insert(slot);
        self.lexicon.add(slot, &doc);
        self.facets.put(slot, &doc.facets);
        self.communes.put(slot, &doc.commune_code);
        self.departments.put(slot, &doc.department);
        self.ground.put(slot, doc.point);
        if let Some(week) = &doc.week {
            self.hours.put(slot, week);
        }
        if slot as usize == self.docs.len() {
            self.ids.push(doc.id);
            self.docs.push(Some(doc));
        } else {
            self.ids[slot as usize] = doc.id;
            self.docs[slot as usize] = Some(doc);
        }
        let (id, run) = (self.ids[slot as usize], slot as usize / 64);
        match self.oldest.get_mut(run) {
            Some(oldest) => *oldest = id.min(*oldest),
            None => self.oldest.push(id),
        }
        Some(slot)
    }

    /// Takes a slot out of all indexes but the order.
    fn take_out(&mut self, slot: u32) {
        let Some(doc) = self.docs[slot as usize].take() else { return };
        self.slots.remove(&doc.id);
        self.live.remove(slot);
        self.lexicon.remove(slot, &doc);
        self.facets.remove(slot, &doc.facets);
        self.communes.remove(slot);
        self.departments.remove(slot);
        self.ground.remove(slot);
        if let Some(week) = &doc.week {
            self.hours.remove(slot, week);
        }
        self.free.push(slot);
    }

    /// Places held.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether there is no place at all.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// A place, as it was put.
    pub fn get(&self, id: PlaceId) -> Option<&Doc> {
        self.docs.get(*self.slots.get(&id)? as usize)?.as_ref()
    }

    /// The places, by name.
    pub fn iter(&self) -> impl Iterator<Item = &Doc> {
        self.order.iter().filter_map(|&slot| self.docs[slot as usize].as_ref())
    }

    /// Answers a query: the page of hits, the total, the counts, how the words were read.
    pub fn search(&self, query: &Query) -> Answer {
        let chosen = self.choose(&query.filter);
        let total = chosen.all.count();
        let hits = self.page(query, &chosen, total);
        let mut families = query.count_families.clone();
        families.sort_unstable();
        families.dedup();
        let mut counts = Vec::new();
        for family in families {
            self.facets.counts(family, &chosen.but(family), &mut counts);
        }
        Answer { total, hits, counts, understood: chosen.understood }
    }

    /// How many places pass a filter.
    pub fn count(&self, filter: &Filter) -> usize {
        self.choose(filter).all.count()
    }

    /// Every place that passes a filter, by name: for exports.
    pub fn all(&self, filter: &Filter) -> Vec<&Doc> {
        let set = self.choose(filter).all;
        let passing = self.order.iter().filter(|&&slot| set.contains(slot));
        passing.filter_map(|&slot| self.docs[slot as usize].as_ref()).collect()
    }

    /// The places nearest to a point and their distance in metres, nearest first, but for one.
    pub fn nearest(&self, point: Point, count: usize, exclude: PlaceId) -> Vec<(PlaceId, f64)> {
        let Some(from) = Point::new(point.lat, point.lon) else { return Vec::new() };
        let count = count.min(self.len());
        let wanted = |slot: u32| self.ids[slot as usize] != exclude;
        let slots = self.nearest_first(&self.ground.nearest(from, count, wanted), count);
        let distances = slots
            .into_iter()
            .filter_map(|slot| Some((self.ids[slot as usize], self.distance_m(Some(from), slot)?)));
        distances.collect()
    }

    /// The box that holds the places that pass a filter; none when no one has a point.
    pub fn extent(&self, filter: &Filter) -> Option<Bounds> {
        let mut set = self.choose(filter).all;
        set.keep(self.ground.placed());
        let mut points = set.iter().filter_map(|slot| self.ground.point(slot));
        let first = points.next()?;
        let mut bounds = Bounds { min: first, max: first };
        points.for_each(|point| widen(&mut bounds, point));
        Some(bounds)
    }

    /// How many places that pass a filter are in each commune, by official code.
    pub fn count_by_commune(&self, filter: &Filter) -> Vec<(String, usize)> {
        self.communes.counts(&self.choose(filter).all)
    }

    /// How many places that pass a filter are in each department.
    pub fn count_by_department(&self, filter: &Filter) -> Vec<(String, usize)> {
        self.departments.counts(&self.choose(filter).all)
    }
}
