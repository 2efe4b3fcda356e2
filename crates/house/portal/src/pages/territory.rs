//! The page of a commune and the page of a department.

use super::card::card;
use super::filters::label;
use super::map::{Picture, map_view};
use super::{PER_PAGE, files, search, show};
use crate::Portal;
use crate::views::{TerritoryKind, TerritoryLink, TerritoryView, Where};
use atlas::{Filter, Query as Question, Sort};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use base::{Bounds, Point, time};
use directory::live::{Family, Live};
use directory::rules::slug;
use directory::search::{Ask, MapFrame, Whereabouts};
use intake::Commune;
use intake::communes::department as department_of;
use std::collections::HashMap;
use web::{Link, Section, Visitor, Words, capitalised};

/// Communes around a commune, and places near one that has none.
const NEIGHBOURS: usize = 12;
const NEARBY: usize = 3;
const AROUND_M: f64 = 12_000.0;
const SIDE_PX: f64 = 420.0;

/// What a territory's page is about.
struct Subject {
    kind: TerritoryKind,
    path: String,
    name: String,
    codes: String,
    filter: Filter,
    place: Where,
    ask: Ask,
    middle: Option<Point>,
    breadcrumb: Vec<Link>,
}

pub(super) async fn commune(
    State(portal): State<Portal>,
    visitor: Visitor,
    Path(code): Path<String>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> web::Result<Response> {
    let words = visitor.words();
    let subject = {
        let live = portal.directory.live();
        let number = code.get(..5).ok_or(web::Error::NotFound)?;
        let communes = &live.gazetteer.communes;
        let found = communes.by_code(number).or_else(|| communes.by_former_code(number));
        let commune = found.ok_or(web::Error::NotFound)?;
        let subject = of_commune(&words, commune, &pairs);
        if subject.path != format!("/communes/{code}") {
            return Ok(Redirect::permanent(&subject.path).into_response());
        }
        subject
    };
    show_territory(&portal, &visitor, subject)
}

pub(super) async fn department(
    State(portal): State<Portal>,
    visitor: Visitor,
    Path(code): Path<String>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> web::Result<Response> {
    let words = visitor.words();
    let known = department_of(&code).ok_or(web::Error::NotFound)?;
    if known.code != code {
        let path = format!("/departements/{}", known.code);
        return Ok(Redirect::permanent(&path).into_response());
    }
    let (mut ask, _) = Ask::read(&pairs);
    known.code.clone_into(&mut ask.place);
    let subject = Subject {
        kind: TerritoryKind::Department,
        path: format!("/departements/{}", known.code),
        name: known.name.to_owned(),
        codes: known.code.to_owned(),
        filter: Filter { department: Some(known.code.to_owned()), ..Filter::default() },
        place: search::place_asked(&words, &Whereabouts::Department(known)),
        ask,
        middle: None,
        breadcrumb: vec![territories(&words)],
    };
    show_territory(&portal, &visitor, subject)
}

fn territories(words: &Words) -> Link {
    Link::new(words.t("breadcrumb-territories"), "/territoires")
}

fn of_commune(words: &Words, commune: &Commune, pairs: &[(String, String)]) -> Subject {
    let (mut ask, _) = Ask::read(pairs);
    ask.place = match commune.postcodes.first() {
        Some(postcode) => format!("{} {postcode}", commune.postal_name()),
        None => commune.name.clone(),
    };
    let mut breadcrumb = vec![territories(words)];
    if let Some(it) = department_of(&commune.department) {
        breadcrumb.push(Link::new(it.name, format!("/departements/{}", it.code)));
    }
    Subject {
        kind: TerritoryKind::Commune,
        path: commune_path(commune),
        name: commune.name.clone(),
        codes: commune.postcodes.join(", "),
        filter: Filter { commune_codes: vec![commune.code.clone()], ..Filter::default() },
        place: Where::In(words.put("in-commune", "name", &commune.name)),
        ask,
        middle: Some(commune.point),
        breadcrumb,
    }
}

/// The address of a commune's page.
pub(super) fn commune_path(commune: &Commune) -> String {
    format!("/communes/{}-{}", commune.code, slug::words(&commune.name))
}

fn show_territory(portal: &Portal, visitor: &Visitor, subject: Subject) -> web::Result<Response> {
    let words = visitor.words();
    let now = time::in_paris(portal.app.now()).datetime();
    let page = usize::try_from(subject.ask.page).unwrap_or(1);
    let live = portal.directory.live();
    let answer = live.atlas.search(&Question {
        filter: subject.filter.clone(),
        sort: Sort::Name,
        offset: (page - 1) * PER_PAGE,
        limit: PER_PAGE,
        count_families: vec![Family::Service.number()],
    });
    let hits = answer.hits.iter().filter_map(|hit| live.summaries.get(&hit.id));
    let cards = hits.map(|it| card(&words, now, it, None)).collect();
    let picture = picture(&live, &subject);
    let marks = picture.marks(&live, &words, &Ask::default(), &subject.filter, "/");
    let services = services(&words, &subject.ask, &answer);
    let communes = neighbours(&words, &live, &subject);
    let nearby = match subject.middle.filter(|_| answer.total == 0) {
        Some(middle) => {
            let nobody = base::Id::from_ulid(base::Ulid::nil());
            let near = live.atlas.nearest(middle, NEARBY, nobody).into_iter();
            near.filter_map(|(id, far)| {
                Some(card(&words, now, live.summaries.get(&id)?, Some(far)))
            })
            .collect()
        }
        None => Vec::new(),
    };
    drop(live);
    let total = answer.total as u64;
    let svg = picture.draw(portal, &marks, words.n("map-of", total));
    let view = TerritoryView {
        kind: subject.kind,
        heading: capitalised(&subject.place.heading(&words, total)),
        search_href: format!("/{}", subject.ask.with(|_| ()).to_address()),
        services,
        territories: communes,
        cards,
        pages: pages(&words, &subject, total),
        nearby,
        map: map_view(portal, &words, &subject.ask.with(|it| it.page = 1), &picture, (svg, "/")),
        exports: files::exports(&words, &subject.ask.with(|_| ())),
        shell: visitor.shell(Section::Territories),
        path: subject.path,
        breadcrumb: subject.breadcrumb,
        name: subject.name,
        codes: subject.codes,
    };
    Ok(show(&view)?.into_response())
}

fn pages(words: &Words, subject: &Subject, total: u64) -> web::Pages {
    let path = &subject.path;
    web::Pages::new(words, subject.ask.page, total.div_ceil(PER_PAGE as u64), |page| {
        format!("{path}?page={page}")
    })
}

fn picture(live: &Live, subject: &Subject) -> Picture {
    let around = subject.middle.map(|it| Bounds::around(it, AROUND_M));
    let bounds = match around {
        Some(bounds) => Some(bounds),
        None => live.atlas.extent(&subject.filter),
    };
    let whereabouts = bounds.map_or(Whereabouts::Everywhere, Whereabouts::Zone);
    let page = Picture::of_page(live, &Ask::default(), &whereabouts, &subject.filter);
    // It stands in a narrow column: drawn small, its names and marks keep their size.
    let frame = MapFrame { zoom: page.frame.zoom - 0.6, ..page.frame };
    Picture { frame, width_px: SIDE_PX, height_px: SIDE_PX, bleed_px: 0.0 }
}

fn services(words: &Words, ask: &Ask, answer: &atlas::Answer) -> Vec<TerritoryLink> {
    let values = Family::Service.values();
    let mut counts = answer.counts.clone();
    counts.sort_by_key(|it| std::cmp::Reverse(it.count));
    counts
        .iter()
        .filter_map(|it| {
            let (slug, _) = values.get(usize::from(it.value))?;
            let ask = ask.with(|ask| ask.choices = vec![(Family::Service, vec![it.value])]);
            Some(TerritoryLink {
                link: Link::new(
                    label(words, Family::Service, slug),
                    format!("/{}", ask.to_address()),
                ),
                count: words.locale().integer(it.count as u64),
            })
        })
        .collect()
}

/// Communes that have places: those of a department by name, those around a commune by distance.
fn neighbours(words: &Words, live: &Live, subject: &Subject) -> Vec<TerritoryLink> {
    let area = match subject.middle {
        Some(middle) => Filter { near: Some((middle, 30_000.0)), ..Filter::default() },
        None => subject.filter.clone(),
    };
    let counts: HashMap<String, usize> = live.atlas.count_by_commune(&area).into_iter().collect();
    let own = subject.filter.commune_codes.first();
    let mut communes: Vec<&Commune> = counts
        .keys()
        .filter(|code| Some(*code) != own)
        .filter_map(|code| live.gazetteer.communes.by_code(code))
        .collect();
    match subject.middle {
        Some(middle) => {
            let far = |it: &Commune| it.point.distance_m(middle);
            communes.sort_by(|a, b| far(a).total_cmp(&far(b)));
            communes.truncate(NEIGHBOURS);
        }
        None => communes.sort_by_cached_key(|it| slug::words(&it.name)),
    }
    communes
        .into_iter()
        .map(|it| TerritoryLink {
            link: Link::new(it.name.clone(), commune_path(it)),
            count: words.locale().integer(counts.get(&it.code).copied().unwrap_or(0) as u64),
        })
        .collect()
}
