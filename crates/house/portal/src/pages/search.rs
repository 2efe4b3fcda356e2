//! The page that finds a place: home, list and map.

use super::card::card;
use super::filters::{COUNTED, chosen, filters};
use super::map::{Picture, map_view};
use super::{PER_PAGE, files, show};
use crate::Portal;
use crate::views::{Choice, Empty, HiddenField, SearchFields, SearchView, Understood, Where};
use atlas::Reading;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use base::time;
use directory::search::{Ask, Found, OpenWish, SortWish, Whereabouts, filter};
use web::{Link, Pages, Section, Visitor, Words};

/// Pages of a list that can be reached by their number.
const PAGES_MAX: u64 = 500;

/// The list used to have an address of its own; the search is the home page.
pub(super) async fn old_address(Query(pairs): Query<Vec<(String, String)>>) -> Redirect {
    let (ask, _) = Ask::read(&pairs);
    Redirect::permanent(&format!("/{}", ask.to_address()))
}

pub(super) async fn page(
    State(portal): State<Portal>,
    visitor: Visitor,
    Query(pairs): Query<Vec<(String, String)>>,
) -> web::Result<Response> {
    let (ask, _) = Ask::read(&pairs);
    let now = time::in_paris(portal.app.now()).datetime();
    let words = visitor.words();
    let page = usize::try_from(ask.page).unwrap_or(1);
    let view = {
        let live = portal.directory.live();
        let found = live.find(&ask, now, ((page - 1) * PER_PAGE, PER_PAGE), &COUNTED);
        let wanted = filter(&ask, &found.whereabouts, now);
        let picture = Picture::of_page(&live, &ask, &found.whereabouts, &wanted);
        let marks = picture.marks(&live, &words, &ask, &wanted, "/");
        drop(live);
        let title = words.n("map-of", found.answer.total as u64);
        let svg = picture.draw(&portal, &marks, title);
        let cards = found.places.iter().map(|(it, far)| card(&words, now, it, *far)).collect();
        SearchView {
            home: ask.is_blank(),
            fields: fields(&words, &ask, &found.whereabouts),
            understood: understood(&found),
            filters: filters(&words, &ask, &found.answer.counts),
            open_now: Choice {
                value: OpenWish::Now.slug().into(),
                label: words.t("filter-open-now"),
                count: String::new(),
                chosen: ask.open == Some(OpenWish::Now),
            },
            chosen: chosen(&words, &ask),
            clear_href: clear(&ask),
            heading: capital(
                &place_asked(&words, &found.whereabouts).heading(&words, found.answer.total as u64),
            ),
            sorts: sorts(&words, &ask, &found.whereabouts),
            cards,
            pages: pages(&words, &ask, found.answer.total),
            empty: (found.answer.total == 0).then(|| empty(&words, &ask, &found.whereabouts)),
            exports: files::exports(&words, &ask.with(|it| it.map = None)),
            map: map_view(&portal, &words, &ask, &picture, (svg, "/")),
            shows_map: ask.shows_map,
            list_href: format!("/{}", ask.with(|it| it.shows_map = false).to_address()),
            map_href: format!("/{}", ask.with(|it| it.shows_map = true).to_address()),
            shell: visitor.shell(Section::Search),
        }
    };
    Ok(show(&view)?.into_response())
}

fn capital(text: &str) -> String {
    web::capitalised(text)
}

fn fields(words: &Words, ask: &Ask, whereabouts: &Whereabouts) -> SearchFields {
    let unknown = *whereabouts == Whereabouts::Unknown;
    let hidden = ask
        .pairs()
        .into_iter()
        .filter(|(name, _)| ["tri", "vue", "pres", "zone"].contains(name))
        // A new place asked for takes over from the frame and from "around me".
        .map(|(name, value)| HiddenField { name, value })
        .collect();
    SearchFields {
        need: ask.need.clone(),
        place: ask.place.clone(),
        place_error: unknown.then(|| words.put("search-place-unknown", "place", &ask.place)),
        radii: Choice::radii(words, whereabouts.radius_km().or(ask.radius_km).unwrap_or(20)),
        hidden,
    }
}

/// Where one looked, in the words of the heading.
pub(super) fn place_asked(words: &Words, whereabouts: &Whereabouts) -> Where {
    match whereabouts {
        Whereabouts::Everywhere | Whereabouts::Unknown => Where::Everywhere,
        Whereabouts::Around { name, radius_km, .. } => Where::Around(name.clone(), *radius_km),
        Whereabouts::Me { radius_km, .. } => Where::AroundMe(*radius_km),
        Whereabouts::Zone(_) => Where::Zone,
        Whereabouts::Department(it) => {
            Where::In(words.with("in-department", &[("name", it.name), ("code", it.code)]))
        }
        Whereabouts::Region(it) => Where::In(words.put("in-region", "name", it.name)),
    }
}

/// What was looked for instead of what was typed, when that is worth saying.
fn understood(found: &Found) -> Option<Understood> {
    let words: Vec<String> = found
        .answer
        .understood
        .iter()
        .filter(|it| it.reading == Reading::Corrected && !it.words.is_empty())
        .map(|it| it.words.join(", "))
        .collect();
    let as_words = words.join(", ");
    (!as_words.is_empty()).then_some(Understood { as_words, literal_href: None })
}

fn clear(ask: &Ask) -> Option<String> {
    let cleared = ask.with(|it| {
        it.choices.clear();
        it.open = None;
        it.zone = None;
    });
    let differs = !ask.choices.is_empty() || ask.open.is_some() || ask.zone.is_some();
    differs.then(|| format!("/{}", cleared.to_address()))
}

fn sorts(words: &Words, ask: &Ask, whereabouts: &Whereabouts) -> Vec<Link> {
    let near = whereabouts.point().is_some();
    let usual = match (ask.need.is_empty(), near) {
        (false, _) => SortWish::Relevance,
        (true, true) => SortWish::Distance,
        (true, false) => SortWish::Name,
    };
    let shown = if ask.sort == SortWish::Usual { usual } else { ask.sort };
    let mut ways = vec![(SortWish::Name, "sort-name")];
    if near {
        ways.insert(0, (SortWish::Distance, "sort-distance"));
    }
    if !ask.need.is_empty() {
        ways.insert(0, (SortWish::Relevance, "sort-relevance"));
    }
    ways.into_iter()
        .map(|(way, key)| {
            let sorted = ask.with(|it| it.sort = if way == usual { SortWish::Usual } else { way });
            Link::new(words.t(key), format!("/{}", sorted.to_address())).marked(way == shown)
        })
        .collect()
}

pub(super) fn pages(words: &Words, ask: &Ask, total: usize) -> Pages {
    let last = total.div_ceil(PER_PAGE) as u64;
    Pages::new(words, ask.page, last.min(PAGES_MAX), |page| {
        format!("/{}", ask.with(|it| it.page = page).to_address())
    })
}

/// Wider searches, the nearest to what was asked first.
fn empty(words: &Words, ask: &Ask, whereabouts: &Whereabouts) -> Empty {
    let mut wider = Vec::new();
    let mut propose = |label: String, ask: Ask| {
        wider.push(Link::new(label, format!("/{}", ask.to_address())));
    };
    if let Some(km) = whereabouts.radius_km().filter(|km| *km < 100) {
        let km = if km < 50 { 50 } else { 100 };
        let label = words.put("empty-farther", "km", km);
        propose(label, ask.with(|it| it.radius_km = Some(km)));
    }
    if !ask.choices.is_empty() || ask.open.is_some() {
        let without = ask.with(|it| {
            it.choices.clear();
            it.open = None;
        });
        propose(words.t("empty-without-filters"), without);
    }
    if !ask.need.is_empty() {
        propose(words.t("empty-without-words"), ask.with(|it| it.need.clear()));
    }
    if *whereabouts != Whereabouts::Everywhere {
        let everywhere = ask.with(|it| {
            it.place.clear();
            it.me = None;
            it.zone = None;
            it.map = None;
        });
        propose(words.t("empty-everywhere"), everywhere);
    }
    Empty { wider }
}
