//! The page of a place.

mod contact;
mod dressed;
mod timetable;

use super::card::{address, age, card, kind_name, opening};
use super::map::{Picture, frame_of};
use super::{origins, show};
use crate::Portal;
use crate::views::{
    Card, FactList, Notice, NoticeKind, Opening, PlaceKind, PlaceView, PreviewView, kind_icon,
};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use base::{Bounds, Point, time};
use basemap::{Marker, Pin, draw};
use directory::live::Live;
use directory::looks::keeping::{Dress, dress};
use directory::may::{Verb, may};
use directory::model::{Place, PlaceState};
use directory::rules::whereabouts::scopes;
use directory::search::MapFrame;
use intake::standard::Word;
use jiff::Timestamp;
use jiff::civil::DateTime;
use people::Standing;
use web::{Link, Section, Visitor, Words};

const NEARBY: usize = 3;
/// What the little map shows around the place.
const AROUND_M: f64 = 6_000.0;

pub(super) async fn page(
    State(portal): State<Portal>,
    visitor: Visitor,
    standing: Standing,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> web::Result<Response> {
    if let Ok(id) = slug.parse() {
        // Ids last for ever, and lead to the address that people read.
        let place = portal.directory.place(id).await?.ok_or(web::Error::NotFound)?;
        return Ok(Redirect::permanent(&format!("/lieux/{}", place.slug)).into_response());
    }
    let place = portal.directory.place_at(&slug).await?.ok_or(web::Error::NotFound)?;
    if let Some(other) = place.merged_into {
        let other = portal.directory.place(other).await?.ok_or(web::Error::NotFound)?;
        let address = format!("/lieux/{}?reuni=1", other.slug);
        return Ok(Redirect::permanent(&address).into_response());
    }
    let now = time::in_paris(portal.app.now()).datetime();
    if headers.get("x-fragment").is_some_and(|it| it.as_bytes() == b"preview") {
        return preview(&portal, &visitor, now, &place);
    }
    let mut read = portal.app.read().await?;
    let dress = dress(&mut read, place.id, now.date()).await?;
    let ratings = directory::ratings::looks::summary(&mut read, place.id).await?;
    drop(read);
    let mut view = view(&portal, &visitor, now, (&place, &dress));
    if place.state == PlaceState::Published {
        view.ratings = super::keeping::ratings_sentence(&visitor.words(), &ratings);
    }
    if may(&standing, Verb::Edit, &scopes(&place)) {
        view.edit_href = Some(format!("/mes-lieux/{}", place.id));
    }
    Ok(show(&view)?.into_response())
}

/// What shows over the map when a pin is chosen.
fn preview(
    portal: &Portal,
    visitor: &Visitor,
    now: DateTime,
    place: &Place,
) -> web::Result<Response> {
    let words = visitor.words();
    let summary = portal.directory.live().summaries.get(&place.id).cloned();
    let summary = summary.ok_or(web::Error::NotFound)?;
    let card = card(&words, now, &summary, None);
    Ok(show(&PreviewView { words, card })?.into_response())
}

fn view(
    portal: &Portal,
    visitor: &Visitor,
    now: DateTime,
    (place, dress): (&Place, &Dress),
) -> PlaceView {
    let words = visitor.words();
    let fields = &place.body.fields;
    let live = portal.directory.live();
    let spot = live.summaries.get(&place.id).and_then(|it| it.point).or_else(|| place.body.point());
    let is_of_commune = live.summaries.get(&place.id).is_some_and(|it| it.is_point_of_commune);
    let nearby = nearby(&live, &words, now, place, spot);
    let sources = origins::lines(&words, place, &live.sources);
    drop(live);
    let path = format!("/lieux/{}", place.slug);
    let shell = visitor.shell(Section::Elsewhere);
    let href = shell.absolute(&path);
    let closed = place.state == PlaceState::Closed;
    let closed_until = dressed::closed_until(dress, now.date());
    let checked = age(&words, now, fields.updated_on);
    PlaceView {
        breadcrumb: breadcrumb(&words, place),
        name: fields.name.clone(),
        kinds: fields
            .kinds
            .iter()
            .map(|it| PlaceKind { label: kind_name(&words, *it), icon: kind_icon(it.label()) })
            .collect(),
        opening: match closed_until {
            _ if closed => None,
            Some(last) => Some(Opening::closed_until(&words, last)),
            None => opening(&words, now, fields.hours.as_deref()),
        },
        notices: {
            let mut all = notices(&words, visitor, place, (checked.stale, is_of_commune));
            all.extend(dressed::notices(&words, dress));
            all
        },
        contact: contact::contact(&words, place, spot),
        address: address_lines(place),
        presentation: dressed::translated(&words, dress).unwrap_or_else(|| presentation(place)),
        keeper: dressed::keeper(&words, place),
        photos: dressed::photos(dress),
        languages: dressed::languages(&words, dress),
        ratings: String::new(),
        edit_href: None,
        services: fields.services.iter().map(|it| named(&words, "service", *it)).collect(),
        facts: facts(&words, place),
        hours: timetable::hours(&words, now, &place.body),
        map_svg: spot.map_or_else(String::new, |it| little_map(portal, &words, place, it)),
        map_attribution: spot.map_or("", |_| portal.basemap.attribution()).to_owned(),
        map_href: spot.map(|it| format!("/?carte={:.4},{:.4},12&vue=carte", it.lat, it.lon)),
        sources,
        checked,
        nearby,
        qr_svg: qr(&href),
        address_href: href,
        json_href: format!("/api/v1/places/{}", place.id),
        path,
        shell,
    }
}

/// A word of a vocabulary in the visitor's language.
fn named<W: Word>(words: &Words, family: &str, word: W) -> String {
    words.t(&format!("{family}-{}", word.slug()))
}

fn breadcrumb(words: &Words, place: &Place) -> Vec<Link> {
    let fields = &place.body.fields;
    let mut links = vec![Link::new(words.t("breadcrumb-home"), "/")];
    if let Some(code) = &fields.commune_code {
        let slug = directory::rules::slug::words(&fields.commune);
        links.push(Link::new(fields.commune.clone(), format!("/communes/{code}-{slug}")));
    }
    links
}

fn address_lines(place: &Place) -> Vec<String> {
    let fields = &place.body.fields;
    let town = address("", &fields.postcode, &fields.commune);
    let lines = [fields.street.clone(), fields.street_extra.clone().unwrap_or_default(), town];
    lines.into_iter().filter(|it| !it.is_empty()).collect()
}

fn presentation(place: &Place) -> Vec<String> {
    let fields = &place.body.fields;
    // The summary is often the beginning of the detail: it is then said once.
    let detail = fields.detail.as_deref().unwrap_or_default();
    let summary = fields.summary.as_deref().unwrap_or_default();
    let start: String = summary.chars().take(60).collect();
    let all = if detail.starts_with(&start) { vec![detail] } else { vec![summary, detail] };
    all.into_iter()
        .flat_map(str::lines)
        .map(|it| it.trim().to_owned())
        .filter(|it| !it.is_empty())
        .collect()
}

fn all<W: Word>(words: &Words, family: &str, values: &[W]) -> Vec<String> {
    values.iter().map(|it| named(words, family, *it)).collect()
}

fn facts(words: &Words, place: &Place) -> Vec<FactList> {
    let fields = &place.body.fields;
    let mut labels = all(words, "programme", &fields.programmes);
    labels.extend(fields.trainings.iter().map(|it| it.label().to_owned()));
    labels.extend(fields.other_labels.iter().cloned());
    let lists = [
        ("place-costs", all(words, "cost", &fields.costs)),
        ("place-access", all(words, "access", &fields.access)),
        ("place-support", all(words, "support", &fields.support)),
        ("place-publics", all(words, "public", &fields.publics)),
        ("place-care", all(words, "care", &fields.care)),
        ("place-programmes", labels),
    ];
    lists
        .into_iter()
        .filter(|(_, items)| !items.is_empty())
        .map(|(key, items)| FactList { title: words.t(key), items })
        .collect()
}

fn notices(
    words: &Words,
    visitor: &Visitor,
    place: &Place,
    (is_stale, is_point_of_commune): (bool, bool),
) -> Vec<Notice> {
    let mut notices = Vec::new();
    let mut say = |kind, text: String, link| notices.push(Notice { kind, text, link });
    if visitor.path.contains("reuni=1") {
        say(NoticeKind::Info, words.t("place-merged"), None);
    }
    if place.state == PlaceState::Closed {
        let day = Timestamp::from_millisecond(place.changed_at)
            .map(|it| words.locale().date(time::civil_day(it)))
            .unwrap_or_default();
        let commune = directory::rules::slug::words(&place.body.fields.commune);
        let near = Link::new(words.t("place-gone-link"), format!("/?ou={commune}"));
        say(NoticeKind::Warning, words.put("place-gone", "date", day), Some(near));
    } else if is_stale {
        say(NoticeKind::Warning, words.t("place-stale"), None);
    }
    if is_point_of_commune {
        say(NoticeKind::Info, words.t("place-point-of-commune"), None);
    }
    notices
}

fn nearby(
    live: &Live,
    words: &Words,
    now: DateTime,
    place: &Place,
    spot: Option<Point>,
) -> Vec<Card> {
    let Some(spot) = spot else { return Vec::new() };
    let near = live.atlas.nearest(spot, NEARBY, place.id);
    near.into_iter()
        .filter_map(|(id, metres)| Some(card(words, now, live.summaries.get(&id)?, Some(metres))))
        .collect()
}

fn little_map(portal: &Portal, words: &Words, place: &Place, spot: Point) -> String {
    let frame = frame_of(Bounds::around(spot, AROUND_M));
    let frame = MapFrame { point: spot, zoom: frame.zoom };
    let picture = Picture { frame, width_px: 420.0, height_px: 285.0, bleed_px: 0.0 };
    let name = &place.body.fields.name;
    let pin = Pin {
        lat: spot.lat,
        lon: spot.lon,
        href: format!("/?carte={:.4},{:.4},12&vue=carte", spot.lat, spot.lon),
        label: name.clone(),
        active: true,
        ..Pin::default()
    };
    let title = words.put("map-place", "name", name);
    let options = picture.options(portal, "carte-lieu", title);
    draw(&picture.view(), &portal.basemap, &[Marker::Pin(pin)], &options)
}

/// The address of the page as a QR code; empty when it is too long for one.
fn qr(address: &str) -> String {
    use fast_qr::convert::Builder as _;
    use fast_qr::convert::svg::SvgBuilder;
    match fast_qr::QRBuilder::new(address).build() {
        Ok(code) => SvgBuilder::default().margin(2).to_str(&code),
        Err(_) => String::new(),
    }
}
