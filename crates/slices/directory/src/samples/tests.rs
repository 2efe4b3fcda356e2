//! The demonstration is what it says: fixed, fictional, readable, with its accidents.

use super::accidents::{ACCIDENTS, Accident};
use super::places::List;
use super::{SampleList, communes, lists};
use intake::{Communes, LocalIds, Mapping, Outcome, normalise};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// What became of every row of a list, in order.
fn harvested(list: &SampleList) -> Vec<Outcome> {
    let communes = Communes::new(communes());
    let mapping = Mapping::from_toml(list.mapping).unwrap();
    let mut bytes = list.bytes.as_slice();
    let rows = intake::read(&mut bytes, &mapping).unwrap();
    rows.map(|row| normalise(&row.unwrap(), &mapping, &communes)).collect()
}

fn file_name(list: List) -> &'static str {
    match list {
        List::Libraries => "mediatheques.csv",
        List::Desks => "maisons-de-services.geojson",
        List::Advisers => "conseillers.json",
        List::Hub => "hub-standard.csv",
        List::Citizens => "cartographie-citoyenne.json",
    }
}

#[test]
fn two_calls_give_the_same_bytes() {
    let bytes = || lists().into_iter().map(|list| list.bytes).collect::<Vec<_>>();
    assert_eq!(bytes(), bytes());
    assert_eq!(communes(), communes());
}

#[test]
fn every_line_of_the_table_is_a_commune_and_every_region_has_one() {
    let communes = communes();
    assert_eq!(communes.len(), 124);
    let regions: HashSet<&str> = communes.iter().map(|commune| commune.region.as_str()).collect();
    assert_eq!(regions.len(), 18);
    let codes: HashSet<&str> = communes.iter().map(|commune| commune.code.as_str()).collect();
    assert_eq!(codes.len(), communes.len());
    assert!(communes.iter().all(|commune| !commune.postcodes.is_empty()));
}

#[test]
fn no_row_is_lost() {
    for list in lists() {
        let outcomes = harvested(&list);
        assert_eq!(outcomes.len(), list.row_places.len(), "{}", list.file_name);
        let mut ids = LocalIds::default();
        let kept: BTreeSet<String> =
            outcomes.iter().map(|outcome| ids.unique(&outcome.local_id)).collect();
        assert_eq!(kept.len(), outcomes.len(), "{}", list.file_name);
        for (outcome, place) in outcomes.iter().zip(&list.row_places) {
            assert_eq!(outcome.candidate.is_some(), place.is_some(), "{}", outcome.local_id);
        }
    }
}

#[test]
fn a_third_of_the_places_are_in_two_or_three_lists() {
    let mut lists_of: BTreeMap<u32, BTreeSet<String>> = BTreeMap::new();
    let mut rows = 0;
    for list in lists() {
        rows += list.row_places.len();
        for place in list.row_places.iter().flatten() {
            lists_of.entry(*place).or_default().insert(list.file_name.clone());
        }
    }
    let shared = lists_of.values().filter(|lists| lists.len() > 1).count();
    assert!((1_020..=1_090).contains(&rows), "{rows} rows");
    assert!((600..=640).contains(&lists_of.len()), "{} places", lists_of.len());
    assert!((200..=250).contains(&shared), "{shared} shared");
    assert!(lists_of.values().all(|lists| lists.len() <= 3));
}

#[test]
fn nearly_every_row_finds_its_commune() {
    for list in lists() {
        let outcomes = harvested(&list);
        let candidates: Vec<_> = outcomes.iter().filter_map(|o| o.candidate.as_ref()).collect();
        let found = candidates.iter().filter(|c| c.fields.commune_code.is_some()).count();
        assert!(found * 100 >= candidates.len() * 97, "{}: {found}", list.file_name);
    }
}

#[test]
fn accidents_are_repaired_or_told_with_their_reason() {
    let harvests: BTreeMap<String, Vec<Outcome>> =
        lists().iter().map(|list| (list.file_name.clone(), harvested(list))).collect();
    for (list, position, accident) in ACCIDENTS {
        let outcomes = &harvests[file_name(*list)];
        let outcome = &outcomes[*position];
        let repaired = |rule: &str| outcome.repairs.iter().any(|repair| repair.rule == rule);
        let told = |reason: &str| outcome.problems.iter().any(|p| p.reason.name() == reason);
        let kept = || outcome.candidate.as_ref().unwrap();
        let as_expected = match accident {
            Accident::SwappedPoint => repaired("swapped-coordinates"),
            Accident::FarPoint => told("far-from-commune") && !kept().point_trusted,
            Accident::DamagedAccents => {
                repaired("mojibake") && kept().fields.street == "4 allée des Fougères"
            }
            Accident::ImpossiblePostcode => told("bad-postcode"),
            Accident::ImpossibleEmail => told("bad-email") && kept().fields.emails.is_empty(),
            Accident::TwoPhones => kept().extra.contains_key("autre_telephone"),
            Accident::HalfAPhone => told("bad-phone") && kept().fields.phone.is_none(),
            Accident::VagueHours => told("unread-hours") && kept().hours_text.is_some(),
            Accident::NoServices => kept().fields.services.is_empty(),
            Accident::UnknownService => told("unknown-words"),
            Accident::NoName => told("no-name") && kept().fields.name == kept().fields.street,
            Accident::NothingAtAll => {
                outcomes.iter().filter(|o| o.candidate.is_none()).count() == 1
                    && outcomes.iter().flat_map(|o| &o.problems).filter(|p| p.fatal).count() == 1
            }
            Accident::SameTwice => {
                outcomes.iter().filter(|o| o.local_id == outcome.local_id).count() == 2
            }
        };
        assert!(as_expected, "{list:?} {position} {accident:?}: {outcome:?}");
    }
}

#[test]
fn nothing_else_goes_wrong_than_the_accidents() {
    let mut problems = 0;
    for list in lists() {
        problems += harvested(&list).iter().filter(|outcome| !outcome.problems.is_empty()).count();
    }
    assert!(problems <= ACCIDENTS.len(), "{problems} rows with a problem");
}

#[test]
fn every_phone_is_kept_for_fiction() {
    // The regulator's mobile range is metropolitan; its numbers begin as those of Mayotte do.
    const FICTIONAL: [&str; 7] =
        ["+3319900", "+3326191", "+3335301", "+3346571", "+3353649", "+3363998", "+26263998"];
    for list in lists() {
        for outcome in harvested(&list) {
            let Some(candidate) = outcome.candidate else { continue };
            let phones =
                candidate.fields.phone.iter().chain(candidate.extra.get("autre_telephone"));
            for phone in phones {
                assert!(FICTIONAL.iter().any(|range| phone.starts_with(range)), "{phone}");
            }
        }
    }
}

#[test]
fn every_mail_and_site_is_under_a_name_that_cannot_exist() {
    for list in lists() {
        for outcome in harvested(&list) {
            let Some(fields) = outcome.candidate.map(|candidate| candidate.fields) else {
                continue;
            };
            let of_mail = |mail: &String| mail.split_once('@').unwrap_or_default().1.to_owned();
            let of_site = |site: &String| site.split('/').nth(2).unwrap_or_default().to_owned();
            let mails = fields.emails.iter().map(of_mail);
            for host in mails.chain(fields.websites.iter().map(of_site)) {
                assert!(host == "exemple.invalid" || host.ends_with(".example"), "{host}");
            }
        }
    }
}

#[test]
fn points_are_near_the_middle_of_their_commune() {
    let communes = Communes::new(communes());
    let mut far = 0;
    for outcome in lists().iter().flat_map(harvested) {
        let Some(fields) = outcome.candidate.map(|candidate| candidate.fields) else { continue };
        let point = fields.latitude.zip(fields.longitude);
        let point = point.and_then(|(lat, lon)| base::Point::new(lat, lon));
        let commune = fields.commune_code.and_then(|code| communes.by_code(&code));
        let (Some(point), Some(commune)) = (point, commune) else { continue };
        far += usize::from(point.distance_m(commune.point) > 2_100.0);
    }
    let accidents = ACCIDENTS.iter().filter(|(_, _, a)| *a == Accident::FarPoint).count();
    assert_eq!(far, accidents);
}
