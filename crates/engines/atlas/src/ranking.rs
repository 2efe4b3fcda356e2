//! From a set of places to a page of hits, best first.

use std::collections::BinaryHeap;

use base::{PlaceId, Point};

use crate::bits::Bits;
use crate::choosing::Chosen;
use crate::ground::{Reach, squared_chord};
use crate::matching::Matched;
use crate::{Atlas, Hit, Query, Sort};

/// How much a place at the edge of the radius loses of its score.
const FAR_LOSS: f64 = 0.4;

/// A place with its key; the smallest key is the best, and ids part equal keys.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Ranked {
    key: u64,
    id: PlaceId,
    slot: u32,
}

/// Up to how many hits a list is kept while reading; beyond, all are sorted.
const FEW: usize = 512;

/// The best places met so far.
struct Shortlist {
    kept: BinaryHeap<Ranked>,
    count: usize,
    /// The key of the last one, once the list is full.
    limit: u64,
}

impl Shortlist {
    fn new(count: usize) -> Self {
        Self { kept: BinaryHeap::with_capacity(count + 1), count, limit: u64::MAX }
    }

    fn offer(&mut self, one: Ranked) {
        if self.kept.len() < self.count {
            self.kept.push(one);
        } else if let Some(mut worst) = self.kept.peek_mut().filter(|worst| one < **worst) {
            *worst = one;
        }
        if self.kept.len() == self.count {
            self.limit = self.kept.peek().map_or(u64::MAX, |worst| worst.key);
        }
    }

    /// The id of the last one.
    fn last_id(&self) -> Option<PlaceId> {
        self.kept.peek().map(|worst| worst.id)
    }

    fn slots(self) -> Vec<u32> {
        self.kept.into_sorted_vec().into_iter().map(|one| one.slot).collect()
    }
}

/// A score as a key: the best is the smallest.
fn worse(score: u16) -> u64 {
    u64::from(u16::MAX - score)
}

/// The `count` smallest, in order.
fn smallest<T: Ord>(mut all: Vec<T>, count: usize) -> Vec<T> {
    if all.len() > count {
        all.select_nth_unstable(count);
        all.truncate(count);
    }
    all.sort_unstable();
    all
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
        let score = chosen.matched.as_ref().map(|matched| self.scorer(query, matched));
        let slots = match (query.sort, &chosen.matched, &score, from) {
            (Sort::Relevance, Some(matched), Some(score), _) => {
                if near.is_some() || wanted > FEW {
                    let keyed = chosen.all.iter().map(|slot| (worse(score(slot)), slot));
                    self.best(keyed, wanted)
                } else {
                    self.best_matches(matched, &chosen.all, wanted)
                }
            }
            (Sort::Relevance | Sort::Distance(_), _, _, Some(from)) => {
                self.by_distance(chosen, from, wanted, total)
            }
            _ => self.by_name(chosen, wanted, total),
        };
        let page = slots.into_iter().skip(query.offset).take(query.limit);
        let hits = page.map(|slot| Hit {
            id: self.ids[slot as usize],
            distance_m: self.distance_m(from, slot),
            score: score.as_ref().map_or(0.0, |score| Matched::share(score(slot))),
        });
        hits.collect()
    }

    /// How well a slot meets the words; the farther within the radius, the less.
    fn scorer<'a>(&'a self, query: &Query, matched: &'a Matched) -> impl Fn(u32) -> u16 + use<'a> {
        let near = query.filter.near.map(|(centre, radius_m)| {
            let widest = squared_chord(radius_m).clamp(f64::MIN_POSITIVE, 4.0);
            (self.ground.measure(centre), widest)
        });
        move |slot| {
            let score = matched.score(slot);
            near.as_ref().map_or(score, |(reach, widest)| {
                let kept = 1.0 - FAR_LOSS * (reach(slot) / widest).sqrt();
                (f64::from(score) * kept) as u16
            })
        }
    }

    /// The slots with the `count` smallest keys, in order; ids part equal keys.
    fn best(&self, keyed: impl Iterator<Item = (u64, u32)>, count: usize) -> Vec<u32> {
        let ranked = |(key, slot)| Ranked { key, id: self.ids[slot as usize], slot };
        if count > FEW {
            let all = smallest(keyed.map(ranked).collect(), count);
            return all.into_iter().map(|one| one.slot).collect();
        }
        let mut short = Shortlist::new(count);
        for (key, slot) in keyed {
            // Most are ruled out by their key alone.
            if key <= short.limit {
                short.offer(ranked((key, slot)));
            }
        }
        short.slots()
    }

    /// The best matches of a set, run of slots by run of slots: whole runs are passed over when
    /// none of their scores reaches the list, or none of their ids parts a tie.
    fn best_matches(&self, matched: &Matched, set: &Bits, count: usize) -> Vec<u32> {
        let mut short = Shortlist::new(count);
        for (run, &word) in set.words.iter().enumerate().filter(|(_, word)| **word != 0) {
            let scores = matched.scores(run);
            let top = worse(scores.iter().copied().max().unwrap_or(0));
            let tied_out = top == short.limit && self.oldest.get(run) >= short.last_id().as_ref();
            if top > short.limit || tied_out {
                continue;
            }
            let slots = Bits { words: vec![word] };
            for at in slots.iter() {
                let (key, slot) = (worse(scores[at as usize]), run as u32 * 64 + at);
                if key <= short.limit {
                    short.offer(Ranked { key, id: self.ids[slot as usize], slot });
                }
            }
        }
        short.slots()
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
            let rest = self.best(nowhere.map(|slot| (0, slot)), wanted - slots.len());
            slots.extend(rest);
        }
        slots
    }

    /// The nearest of those reached, in order.
    pub(crate) fn nearest_first(&self, reaches: &[Reach], wanted: usize) -> Vec<u32> {
        // Floats above zero sort as their bits do.
        self.best(reaches.iter().map(|&(slot, reach)| (reach.to_bits(), slot)), wanted)
    }

    /// By name: along the whole order when many pass, else by sorting those that do.
    fn by_name(&self, chosen: &Chosen, wanted: usize, total: usize) -> Vec<u32> {
        let steps_along = wanted.saturating_mul(self.order.len()) / total.max(1);
        if steps_along < total.saturating_mul(8) {
            let passing = self.order.iter().filter(|&&slot| chosen.all.contains(slot));
            return passing.take(wanted).copied().collect();
        }
        let named = chosen.all.iter().map(|slot| (self.name_key(slot), slot));
        smallest(named.collect(), wanted).into_iter().map(|(_, slot)| slot).collect()
    }

    /// What orders a slot by name.
    pub(crate) fn name_key(&self, slot: u32) -> (&str, PlaceId) {
        let doc = self.docs[slot as usize].as_ref();
        (doc.map_or("", |doc| &doc.fold), self.ids[slot as usize])
    }
}
