//! The fictional places: about 620, in real communes, each with all that can be told of it.

use super::draw::Draw;
use super::sorts::{ORDER, Offer, Sort};
use super::towns::{Town, towns};
use super::week::{self, Week};
use super::words::{FIRST_NAMES, LAST_NAMES, PLANTS, ROOMS, STREETS, at, of_town, slug};
use intake::Commune;

/// A list of the demonstration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Libraries,
    Desks,
    Advisers,
    Hub,
    Citizens,
}

/// A fictional place, as it really is: lists tell of it with their own words and mistakes.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// Its number, from 0.
    pub(super) number: u32,
    pub(super) sort: Sort,
    pub(super) name: String,
    pub(super) commune: Commune,
    pub(super) postcode: String,
    /// Number and street.
    pub(super) street: String,
    /// Where it is lodged, if it is.
    pub(super) street_extra: String,
    /// Degrees north and east.
    pub(super) point: (f64, f64),
    /// Ten digits.
    pub(super) phone: String,
    /// Another number of the place, ten digits.
    pub(super) other_phone: String,
    pub(super) email: String,
    pub(super) site: String,
    pub(super) week: Week,
    pub(super) offer: Offer,
    /// Day of the last update, `2026-03-12`.
    pub(super) updated_on: String,
    /// The lists that tell of it.
    pub(super) lists: Vec<List>,
}

/// Every place, in the order of official codes of communes.
pub(super) fn places() -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for town in towns() {
        let first = places.len();
        for rank in 0..town.places {
            let number = u32::try_from(places.len()).unwrap_or(u32::MAX);
            places.push(place(&town, rank, number));
        }
        lodge_a_desk(&mut places[first..]);
        if let Some(bus) = bus_of(&town.commune.department) {
            let number = u32::try_from(places.len()).unwrap_or(u32::MAX);
            places.push(stop_of(bus, &town, number));
        }
    }
    places
}

fn place(town: &Town, rank: u32, number: u32) -> Place {
    let sort = sort_of(town, rank);
    let name = name(sort, town, rank);
    let mut draw = Draw::of("address", number);
    let start = Draw::of(&town.commune.code, 1).below(53);
    let house = 1 + draw.below(86);
    let suffix = if draw.chance(7) { " bis" } else { "" };
    let address = address_name(&name, town.commune.postal_name());
    let site = match draw.below(4) {
        0 => String::new(),
        1 => format!("https://exemple.invalid/lieux/{address}"),
        _ => format!("https://{}.example/", shortened(&address)),
    };
    let email = match draw.below(3) {
        0 => format!("accueil@{}.example", shortened(&address)),
        _ => format!("{}@exemple.invalid", shortened(&address)),
    };
    let postcodes = &town.commune.postcodes;
    let chosen = draw.below(u32::try_from(postcodes.len()).unwrap_or(0));
    let chosen = usize::try_from(chosen).unwrap_or_default();
    Place {
        number,
        sort,
        name,
        commune: town.commune.clone(),
        postcode: postcodes.get(chosen).cloned().unwrap_or_default(),
        street: format!("{house}{suffix} {}", at(&STREETS, start + rank * 7)),
        street_extra: String::new(),
        point: point(town, &mut Draw::of("point", number)),
        phone: phone(&town.commune.region, number, 11),
        other_phone: other_phone(number),
        email,
        site,
        week: week::week(sort, number),
        offer: sort.offer(number),
        updated_on: day(&mut Draw::of("updated", number)),
        lists: lists_of(sort, town, number),
    }
}

/// The sort of the place of this rank; some small towns have another than most.
fn sort_of(town: &Town, rank: u32) -> Sort {
    let turn = if town.places < 5 { Draw::of(&town.commune.code, 2).below(3) } else { 0 };
    let rank = usize::try_from(rank + turn).unwrap_or_default();
    ORDER[rank % ORDER.len()]
}

fn name(sort: Sort, town: &Town, rank: u32) -> String {
    let code = &town.commune.code;
    let plant = at(&PLANTS, Draw::of(code, 3).below(43) + rank);
    let first_name = at(&FIRST_NAMES, Draw::of(code, 4).below(24) + rank * 5);
    let person = format!("{first_name} {}", at(&LAST_NAMES, Draw::of(code, 5).below(41) + rank));
    let room = at(&ROOMS, Draw::of(code, 6).below(17) + rank);
    let of_town = of_town(&town.commune.name);
    match sort {
        Sort::Library if rank % 3 == 2 => format!("Bibliothèque {plant}"),
        Sort::Library => format!("Médiathèque {person}"),
        Sort::Desk if rank > 2 => format!("Point France services {plant}"),
        Sort::Desk => format!("France services {of_town}"),
        Sort::PublicSpace => format!("Espace public numérique {plant}"),
        Sort::Fablab => format!("Fablab {room} {plant}"),
        Sort::ThirdPlace => format!("Tiers-lieu {room} {plant}"),
        Sort::SocialCentre if rank % 2 == 1 => format!("Centre social {person}"),
        Sort::SocialCentre => format!("Centre social {plant}"),
        Sort::YouthEmployment => format!("Mission locale du pays {plant}"),
        Sort::Reuse => format!("Ressourcerie {plant}"),
        Sort::YouthClub => format!("MJC {person}"),
        Sort::Quarter => format!("Maison de quartier {plant}"),
        Sort::YouthInformation => format!("Point information jeunesse {of_town}"),
        Sort::Bus => format!("Bus France services {plant}"),
    }
}

/// A point around the middle of the town, inland, at most two kilometres away.
fn point(town: &Town, draw: &mut Draw) -> (f64, f64) {
    let reach_m = (300.0 + f64::from(town.commune.population).sqrt() * 3.4).min(1_900.0);
    let turn = draw.unit();
    let (degrees, nearest) = match town.inland_degrees {
        Some(inland) => (inland + (turn - 0.5) * 120.0, 0.15),
        None => (turn * 360.0, 0.0),
    };
    let distance_m = reach_m * (nearest + (1.0 - nearest) * draw.unit().sqrt());
    moved((town.commune.point.lat, town.commune.point.lon), degrees, distance_m)
}

/// The point at this distance in this direction, in degrees from north; good for a few
/// kilometres. Five decimals: about a metre.
pub(super) fn moved(point: (f64, f64), degrees: f64, distance_m: f64) -> (f64, f64) {
    const DEGREE_M: f64 = 111_320.0;
    let (east, north) = degrees.to_radians().sin_cos();
    let lat = point.0 + north * distance_m / DEGREE_M;
    let lon = point.1 + east * distance_m / (DEGREE_M * point.0.to_radians().cos());
    ((lat * 1e5).round() / 1e5, (lon * 1e5).round() / 1e5)
}

/// A number in the ranges that the French regulator keeps for fiction.
fn phone(region: &str, number: u32, offset: u32) -> String {
    let range = match region {
        "11" => "019900",
        "24" | "28" | "52" | "53" | "04" | "06" => "026191",
        "27" | "32" | "44" => "035301",
        "84" | "93" | "94" => "046571",
        _ => "053649",
    };
    format!("{range}{:04}", (number * 13 + offset) % 10_000)
}

fn other_phone(number: u32) -> String {
    format!("063998{:04}", (number * 17 + 101) % 10_000)
}

fn day(draw: &mut Draw) -> String {
    let month = 1 + draw.below(10);
    let year = if draw.chance(80) { 2026 } else { 2025 };
    format!("{year}-{month:02}-{:02}", 1 + draw.below(28))
}

/// A third of the places or so are in two or three lists.
fn lists_of(sort: Sort, town: &Town, number: u32) -> Vec<List> {
    let mut draw = Draw::of("lists", number);
    let is_overseas = town.commune.department.len() == 3;
    let general = if is_overseas { List::Hub } else { List::Citizens };
    let home = match sort {
        Sort::Library => List::Libraries,
        Sort::Desk | Sort::Bus => List::Desks,
        _ => draw.pick(&[List::Advisers, List::Advisers, List::Advisers, List::Hub, general]),
    };
    let mut lists = vec![home];
    if draw.chance(41) {
        let others = [[List::Advisers, List::Hub], [List::Hub, general], [general, List::Advisers]];
        let pair = draw.pick(&others);
        let more = if draw.chance(88) { 2 } else { 1 };
        for list in pair.into_iter().chain([List::Advisers, List::Hub, general]) {
            if lists.len() <= more && !lists.contains(&list) {
                lists.push(list);
            }
        }
    }
    lists
}

/// The name of a place for addresses of mails and sites; with its town, unless it says it.
fn address_name(name: &str, town: &str) -> String {
    let (name, town) = (slug(name), slug(town));
    if name.contains(&town) { name } else { format!("{name}-{town}") }
}

/// The first forty characters, cut between words.
fn shortened(slug: &str) -> &str {
    let head = slug.get(..40).unwrap_or(slug);
    if head.len() == slug.len() { head } else { head.rsplit_once('-').map_or(head, |cut| cut.0) }
}

/// In some towns the desk is a room of the social centre: same door and switchboard, two places.
fn lodge_a_desk(places: &mut [Place]) {
    let host = places.iter().find(|place| place.sort == Sort::SocialCentre).cloned();
    let guest = places.iter_mut().find(|place| place.sort == Sort::Desk);
    if let (Some(host), Some(guest)) = (host, guest)
        && host.number.is_multiple_of(5)
    {
        guest.street = host.street;
        guest.postcode = host.postcode;
        guest.point = host.point;
        guest.phone = host.phone;
        guest.street_extra = format!("Dans les locaux du {}", decapitalised(&host.name));
    }
}

fn decapitalised(name: &str) -> String {
    name.replacen("Centre", "centre", 1)
}

/// The bus that stops in the towns of a department.
const fn bus_of(department: &str) -> Option<&'static str> {
    match department.as_bytes() {
        b"23" => Some("Bus France services des Bruyères"),
        b"48" => Some("Bus France services des Genêts"),
        _ => None,
    }
}

fn stop_of(bus: &str, town: &Town, number: u32) -> Place {
    let mut stop = place(town, 40, number);
    stop.sort = Sort::Bus;
    stop.name = format!("{bus} - arrêt {}", of_town(&town.commune.name));
    "Place du Marché".clone_into(&mut stop.street);
    stop.week = week::stop(number % 5, number.is_multiple_of(2));
    stop.offer = Sort::Bus.offer(number);
    stop.lists = vec![List::Desks];
    let line = if bus.ends_with("Genêts") { 2 } else { 1 };
    stop.phone = phone(&town.commune.region, line, 9_001);
    stop.email = format!("{}@exemple.invalid", slug(bus));
    stop.site = String::new();
    stop
}
