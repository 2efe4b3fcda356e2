//! From a set of places to a page of hits, best first.

use std::collections::BinaryHeap;

use base::{PlaceId, Point};

use crate::choosing::Chosen;
use crate::ground::Reach;
use crate::{Atlas, Hit, Query, Sort};

/// A place with its key; the smallest key is the best, and ids part equal keys.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Ranked {
    key: u64,
    id: PlaceId,
    slot: u32,
}

/// The `count` smallest, in order.
fn smallest<T: Ord + Copy>(all: impl Iterator<Item = T>, count: usize) -> Vec<T> {
    if count > 512 {
        let mut all: Vec<T> = all.collect();
        if all.len() > count {
            all.select_nth_unstable(count);
            all.truncate(count);
        }
        all.sort_unstable();
        return all;
    }
    let mut kept = BinaryHeap::with_capacity(count + 1);
    for one in all {
        if kept.len() < count {
            kept.push(one);
        } else if let Some(mut worst) = kept.peek_mut().filter(|worst| one < **worst) {
            *worst = one;
        }
    }
    kept.into_sorted_vec()
}

impl Atlas {
    /// The page of hits that a query asks for, out of those chosen.
    pub(crate) fn page(&self, query: &Query, chosen: &Chosen, total: usize) -> Vec<Hit> {
        let wanted = query.offset.saturating_add(query.limit).min(total);
        if query.offset >= wanted {
            return Vec::new();
        }
        let near = query.filter.near.map(|(centre, _)| centre);
        let from = if let Sort::Distance(point) = query.sort { Some(point) } else { near };
        let from = from.and_then(|point| Point::new(point.lat, point.lon));
        let slots = match (query.sort, &chosen.scores, from) {
            (Sort::Relevance, Some(scores), _) => self.by_score(chosen, &scores.0, wanted),
            (Sort::Relevance | Sort::Distance(_), _, Some(from)) => {
                self.by_distance(chosen, from, wanted, total)
            }
            _ => self.by_name(chosen, wanted, total),
        };
        let page = slots.into_iter().skip(query.offset).take(query.limit);
        page.map(|slot| self.hit(slot, chosen, from)).collect()
    }

    fn hit(&self, slot: u32, chosen: &Chosen, from: Option<Point>) -> Hit {
        let scores = chosen.scores.as_ref().map_or(&[][..], |scores| &scores.0);
        let score = scores.get(slot as usize).map_or(0.0, |&score| f32::from(score) / 10_000.0);
        Hit { id: self.ids[slot as usize], distance_m: self.distance_m(from, slot), score }
    }

    fn by_score(&self, chosen: &Chosen, scores: &[u16], wanted: usize) -> Vec<u32> {
        let ranked = chosen.all.iter().map(|slot| Ranked {
            key: u64::from(u16::MAX - scores[slot as usize]),
            id: self.ids[slot as usize],
            slot,
        });
        smallest(ranked, wanted).into_iter().map(|ranked| ranked.slot).collect()
    }

    /// Nearest first; then those without a point, by id.
    fn by_distance(&self, chosen: &Chosen, from: Point, wanted: usize, total: usize) -> Vec<u32> {
        let known = chosen.reaches.as_ref().filter(|_| chosen.from == Some(from));
        let reaches = match known {
            Some(reaches) => {
                let passing = reaches.iter().filter(|reach| chosen.all.contains(reach.0));
                passing.copied().collect()
            }
            // Growing circles pay when many pass; else measuring each is quicker.
            None if total > 1_000 && total > self.len() / 8 => {
                self.ground.nearest(from, wanted, |slot| chosen.all.contains(slot))
            }
            None => self.ground.reaches(&chosen.all, from),
        };
        let mut slots = self.nearest_first(&reaches, wanted);
        if slots.len() < wanted {
            let nowhere = chosen.all.iter().filter(|&slot| self.ground.point(slot).is_none());
            let ranked = nowhere.map(|slot| Ranked { key: 0, id: self.ids[slot as usize], slot });
            let rest = smallest(ranked, wanted - slots.len());
            slots.extend(rest.into_iter().map(|ranked| ranked.slot));
        }
        slots
    }

    /// The nearest of those reached, in order.
    pub(crate) fn nearest_first(&self, reaches: &[Reach], wanted: usize) -> Vec<u32> {
        // Floats above zero sort as their bits do.
        let ranked = reaches.iter().map(|&(slot, reach)| Ranked {
            key: reach.to_bits(),
            id: self.ids[slot as usize],
            slot,
        });
        smallest(ranked, wanted).into_iter().map(|ranked| ranked.slot).collect()
    }

    /// By name: along the whole order when many pass, else by sorting those that do.
    fn by_name(&self, chosen: &Chosen, wanted: usize, total: usize) -> Vec<u32> {
        let steps_along = wanted.saturating_mul(self.order.len()) / total.max(1);
        if steps_along < total.saturating_mul(8) {
            let passing = self.order.iter().filter(|&&slot| chosen.all.contains(slot));
            return passing.take(wanted).copied().collect();
        }
        let named = chosen.all.iter().map(|slot| (self.name_key(slot), slot));
        smallest(named, wanted).into_iter().map(|(_, slot)| slot).collect()
    }

    /// What orders a slot by name.
    pub(crate) fn name_key(&self, slot: u32) -> (&str, PlaceId) {
        let doc = self.docs[slot as usize].as_ref();
        (doc.map_or("", |doc| &doc.fold), self.ids[slot as usize])
    }
}
