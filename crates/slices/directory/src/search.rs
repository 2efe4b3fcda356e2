//! What a person or a program asks of the directory, from the parameters of an address to a
//! question for the atlas. The site and the API share it.

mod ask;
mod whereabouts;

pub use ask::{Ask, BadParameter, MapFrame, OpenWish, SortWish};
pub use whereabouts::Whereabouts;

use crate::live::{Family, Live, Summary};
use atlas::{Answer, Filter, Query, Sort, WeekMask};
use jiff::civil::DateTime;
use std::sync::Arc;

/// What was found.
pub struct Found {
    /// Where one looked.
    pub whereabouts: Whereabouts,
    /// The atlas' answer: total, counts, what was understood.
    pub answer: Answer,
    /// The places of this page, with their distance in metres.
    pub places: Vec<(Arc<Summary>, Option<f64>)>,
}

impl Live {
    /// Answers what is asked: `offset` places are skipped, `limit` at most given. `now` is the
    /// civil time of Paris, for "open now".
    pub fn find(
        &self,
        ask: &Ask,
        now: DateTime,
        (offset, limit): (usize, usize),
        families: &[Family],
    ) -> Found {
        let whereabouts = Whereabouts::of(ask, &self.gazetteer.communes);
        let query = Query {
            sort: sort(ask, &whereabouts),
            filter: filter(ask, &whereabouts, now),
            offset,
            limit,
            count_families: families.iter().map(|it| it.number()).collect(),
        };
        let answer = self.atlas.search(&query);
        let places = answer
            .hits
            .iter()
            .filter_map(|hit| Some((self.summaries.get(&hit.id)?.clone(), hit.distance_m)))
            .collect();
        Found { whereabouts, answer, places }
    }
}

/// Which places: what is asked, where one looks.
pub fn filter(ask: &Ask, whereabouts: &Whereabouts, now: DateTime) -> Filter {
    let mut filter = Filter {
        text: ask.need.clone(),
        any_of: ask.choices.iter().map(|(it, values)| (it.number(), values.clone())).collect(),
        open_at: ask.open.map(|wish| quarter(wish, now)),
        ..Filter::default()
    };
    match whereabouts {
        Whereabouts::Around { point, radius_km, .. } | Whereabouts::Me { point, radius_km } => {
            #[expect(clippy::cast_precision_loss, reason = "a few hundred kilometres at most")]
            let radius_m = *radius_km as f64 * 1_000.0;
            filter.near = Some((*point, radius_m));
        }
        Whereabouts::Zone(bounds) => filter.bounds = Some(*bounds),
        Whereabouts::Department(department) => {
            filter.department = Some(department.code.to_owned());
        }
        Whereabouts::Region(region) => {
            filter.departments = intake::communes::DEPARTMENTS
                .iter()
                .filter(|it| it.region == region.code)
                .map(|it| it.code.to_owned())
                .collect();
        }
        Whereabouts::Everywhere | Whereabouts::Unknown => {}
    }
    filter
}

fn sort(ask: &Ask, whereabouts: &Whereabouts) -> Sort {
    let nearest = whereabouts.point().map(Sort::Distance);
    match ask.sort {
        SortWish::Name => Sort::Name,
        SortWish::Distance => nearest.unwrap_or(Sort::Relevance),
        SortWish::Usual if ask.need.is_empty() => nearest.unwrap_or(Sort::Name),
        SortWish::Usual | SortWish::Relevance => Sort::Relevance,
    }
}

fn quarter(wish: OpenWish, now: DateTime) -> u16 {
    let today = u8::try_from(now.weekday().to_monday_zero_offset()).unwrap_or(0);
    let minute = u16::from(now.hour().unsigned_abs()) * 60 + u16::from(now.minute().unsigned_abs());
    match wish {
        OpenWish::Now => WeekMask::quarter(today, minute),
        OpenWish::Evening => WeekMask::quarter(today, 18 * 60 + 30),
        OpenWish::Saturday => WeekMask::quarter(5, 10 * 60 + 30),
    }
}
