//! What one list says of a place: with its own words, abbreviations and small mistakes.

use super::draw::Draw;
use super::places::{List, Place, moved};
use super::sorts::{Offer, Sort};
use super::week::Week;
use super::words::without_accent;

/// A place as one list tells of it, before the list gives it its shape.
#[derive(Clone, Debug)]
pub(super) struct Told {
    /// Number of the place; none for a row that tells of no place.
    pub(super) place: Option<u32>,
    pub(super) sort: Sort,
    pub(super) name: String,
    pub(super) street: String,
    pub(super) street_extra: String,
    pub(super) postcode: String,
    pub(super) town: String,
    pub(super) commune_code: String,
    /// Degrees, in the order the list writes them.
    pub(super) point: Option<(f64, f64)>,
    pub(super) phone: String,
    pub(super) email: String,
    pub(super) site: String,
    pub(super) week: Week,
    /// Said in place of the week, when the list does not write hours as the others.
    pub(super) hours_words: Option<&'static str>,
    pub(super) offer: Offer,
    pub(super) updated_on: String,
}

/// Every place of a list, in order, as the list tells of it.
pub(super) fn told_by(list: List, places: &[Place]) -> Vec<Told> {
    places.iter().filter(|place| place.lists.contains(&list)).map(|p| told(list, p)).collect()
}

fn told(list: List, place: &Place) -> Told {
    let mut draw = Draw::of(purpose(list), place.number);
    let is_home = place.lists.first() == Some(&list);
    let mut told = Told {
        place: Some(place.number),
        sort: place.sort,
        name: name(list, place, &mut draw),
        street: street(list, &place.street, &mut draw),
        street_extra: place.street_extra.clone(),
        postcode: place.postcode.clone(),
        town: town(place.commune.postal_name(), &mut draw),
        commune_code: place.commune.code.clone(),
        point: draw.chance(94).then_some(place.point),
        phone: phone(place, is_home, &mut draw),
        email: place.email.clone(),
        site: place.site.clone(),
        week: place.week.clone(),
        hours_words: None,
        offer: place.offer.clone(),
        updated_on: place.updated_on.clone(),
    };
    if !is_home {
        told.point = told.point.map(|at| moved(at, draw.unit() * 360.0, draw.unit() * 70.0));
        if draw.chance(35) {
            told.site = String::new();
        }
        if draw.chance(30) {
            told.email = String::new();
        }
        if draw.chance(6) {
            go_by_an_old_name(&mut told, place);
        }
    }
    if draw.chance(15) {
        one_closes_later(&mut told.week);
    }
    if draw.chance(12) {
        told.offer.services.truncate(1);
    }
    told
}

const fn purpose(list: List) -> &'static str {
    match list {
        List::Libraries => "told by libraries",
        List::Desks => "told by desks",
        List::Advisers => "told by advisers",
        List::Hub => "told by the hub",
        List::Citizens => "told by citizens",
    }
}

fn name(list: List, place: &Place, draw: &mut Draw) -> String {
    let name = place.name.as_str();
    match (list, draw.below(100)) {
        (List::Libraries, 0..15) | (List::Advisers, 15..22) => plain(name).to_uppercase(),
        (List::Libraries, 15..35) => name.replacen("Médiathèque", "Médiathèque municipale", 1),
        (List::Desks, 0..18) => name.replacen("France services", "MSAP", 1),
        (List::Desks, 18..30) => name.replacen("France services", "Maison France services", 1),
        (List::Advisers, 0..15) => format!("{name} - {}", place.commune.postal_name()),
        (List::Advisers, 22..26) => damaged(name),
        (List::Hub, 0..12) => plain(name),
        (List::Citizens, 0..45) => abbreviated(name),
        (List::Citizens, 45..55) => plain(&name.to_lowercase()),
        _ => name.to_owned(),
    }
}

fn abbreviated(name: &str) -> String {
    name.replace("Centre social", "CS")
        .replace("Espace public numérique", "EPN")
        .replace("Point information jeunesse", "PIJ")
        .replace("Médiathèque", "Mediathèque")
        .replace("Bibliothèque", "Biblio")
        .replace("France services", "MSAP")
        .replace("Mission locale du pays", "Mission locale")
}

fn street(list: List, street: &str, draw: &mut Draw) -> String {
    match (list, draw.below(100)) {
        (List::Libraries | List::Desks, 0..12) => plain(street).to_uppercase(),
        (List::Advisers, 0..20) => with_comma(street),
        (List::Advisers | List::Citizens, 20..40) => {
            street.replace("avenue", "av.").replace("boulevard", "bd").replace("place", "pl.")
        }
        (List::Citizens, 0..8) => street.split_once(' ').map_or(street, |cut| cut.1).to_owned(),
        (List::Hub, 0..10) => plain(street),
        _ => street.to_owned(),
    }
}

fn with_comma(street: &str) -> String {
    match street.split_once(' ') {
        Some((number, rest)) if number.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{number}, {rest}")
        }
        _ => street.to_owned(),
    }
}

fn town(name: &str, draw: &mut Draw) -> String {
    match draw.below(100) {
        0..10 => plain(name).to_uppercase(),
        10..15 => name.replace("Saint-", "St "),
        15..18 => format!("{name} Cedex"),
        _ => name.to_owned(),
    }
}

fn phone(place: &Place, is_home: bool, draw: &mut Draw) -> String {
    let is_other = !is_home && draw.chance(8);
    let digits = if is_other { &place.other_phone } else { &place.phone };
    let pairs: Vec<&str> = (0..5).filter_map(|pair| digits.get(pair * 2..pair * 2 + 2)).collect();
    match draw.below(10) {
        0 if !is_home => String::new(),
        1 => digits.clone(),
        2 => pairs.join("."),
        3 => format!("+33 {}", pairs.join(" ").trim_start_matches('0')),
        4 => pairs.join("-"),
        _ => pairs.join(" "),
    }
}

/// A list that was not told of a change: what only a person can settle.
fn go_by_an_old_name(told: &mut Told, place: &Place) {
    let old_name = match place.sort {
        Sort::Library => "Bibliothèque municipale",
        Sort::SocialCentre => "Espace de vie sociale",
        Sort::PublicSpace => "Salle multimédia",
        Sort::ThirdPlace => "Espace de coworking",
        Sort::Fablab => "Atelier partagé",
        Sort::Quarter => "Salle de quartier",
        Sort::YouthEmployment => "Antenne emploi jeunes",
        _ => place.name.as_str(),
    };
    old_name.clone_into(&mut told.name);
    told.phone.clone_from(&place.other_phone);
    told.email = String::new();
    told.site = String::new();
}

fn one_closes_later(week: &mut Week) {
    for (_, to) in week.iter_mut().filter_map(|day| day.last_mut()) {
        *to += 30;
    }
}

/// The text without its accents.
pub(super) fn plain(text: &str) -> String {
    text.chars().map(without_accent).collect()
}

/// The text as seen through the wrong encoding (`MÃ©diathÃ¨que`), where that can be undone.
pub(super) fn damaged(text: &str) -> String {
    let is_safe = |letter: char| letter.is_ascii() || matches!(letter, 'é' | 'è' | 'ê' | 'ô' | 'ï');
    if !text.chars().all(is_safe) {
        return text.to_owned();
    }
    text.bytes().map(char::from).collect()
}
