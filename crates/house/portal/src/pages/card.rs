//! A place in a list, in the words of the visitor.

use crate::views::{Age, Card, Fact, NextOpening, Opening, kind_icon};
use directory::hours::{Hours, OpenState};
use directory::live::Summary;
use intake::standard::{Access, Care, Cost, Kind, Service};
use jiff::civil::{Date, DateTime};
use web::Words;

const SERVICES_SHOWN: usize = 3;

/// The card of a place, as it is at that civil time of Paris.
pub(super) fn card(
    words: &Words,
    now: DateTime,
    summary: &Summary,
    distance_m: Option<f64>,
) -> Card {
    let kind = summary.kinds.first().copied().unwrap_or(Kind::Autre);
    let services = summary.services.iter().take(SERVICES_SHOWN);
    let more = summary.services.len().saturating_sub(SERVICES_SHOWN);
    Card {
        id: summary.id.to_string(),
        href: format!("/lieux/{}", summary.slug),
        name: summary.name.clone(),
        kind: kind_name(words, kind),
        kind_icon: kind_icon(kind.label()),
        opening: summary
            .closed_until(now.date())
            .map(|it| Opening::closed_until(words, it))
            .or_else(|| opening(words, now, summary.hours.as_deref())),
        address: address(&summary.street, &summary.postcode, &summary.commune),
        distance: distance_m.map(|it| words.locale().distance(it)),
        services: services.map(|it| short_service(words, *it)).collect(),
        services_more: more as u64,
        facts: facts(words, summary),
        checked: age(words, now, summary.updated_on),
        point: summary.point.map(|it| format!("{:.5},{:.5}", it.lon, it.lat)),
    }
}

/// The name of a kind of place.
pub(super) fn kind_name(words: &Words, kind: Kind) -> String {
    words.t(&format!("kind-{}", kind.slug()))
}

fn short_service(words: &Words, service: Service) -> String {
    words.t(&format!("service-{}-short", service.slug()))
}

/// Street, postcode and town in one line; what is missing leaves no trace.
pub(super) fn address(street: &str, postcode: &str, commune: &str) -> String {
    let town = joined(&[postcode, commune], " ");
    joined(&[street, &town], ", ")
}

fn joined(parts: &[&str], between: &str) -> String {
    parts.iter().filter(|it| !it.is_empty()).copied().collect::<Vec<_>>().join(between)
}

/// Whether the place is open at that time; nothing when nobody says.
pub(super) fn opening(words: &Words, now: DateTime, hours: Option<&str>) -> Option<Opening> {
    Some(match Hours::parse(hours?)?.at(now)? {
        OpenState::Open(until) => Opening::open(words, until.map(DateTime::time)),
        OpenState::Closed(next) => Opening::closed(words, next.and_then(|it| when(now, it))),
    })
}

/// When a place opens next, if that is near enough to be said in a word.
fn when(now: DateTime, next: DateTime) -> Option<NextOpening> {
    let days = now.date().until(next.date()).ok()?.get_days();
    match days {
        0 => Some(NextOpening::Today(next.time())),
        1 => Some(NextOpening::Tomorrow(next.time())),
        2..=6 => Some(NextOpening::On(next.weekday(), next.time())),
        _ => None,
    }
}

fn facts(words: &Words, summary: &Summary) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut add = |icon, key: &str| facts.push(Fact { icon, label: words.t(key) });
    if summary.costs.contains(&Cost::Free) {
        add("", "fact-free");
    } else if summary.costs.contains(&Cost::FreeUnderCondition) {
        add("", "fact-free-if");
    }
    if summary.care.contains(&Care::Motor) {
        add("wheelchair", "fact-wheelchair");
    }
    if summary.access.contains(&Access::WalkIn) {
        add("", "fact-walk-in");
    }
    facts
}

/// How long ago the place was confirmed. Lists that know nothing write the year 1970.
pub(super) fn age(words: &Words, now: DateTime, updated_on: Option<Date>) -> Age {
    let known = updated_on.filter(|it| it.year() >= 2000);
    let days = known.and_then(|it| it.until(now.date()).ok()).map(|it| it.get_days());
    match days {
        Some(days) => Age::new(words, u64::try_from(days).unwrap_or(0)),
        None => Age { label: words.t("checked-unknown"), stale: false },
    }
}
