//! The accidents lists really have, put where tests know to find them.

use super::places::List;
use super::sorts::{Offer, Sort};
use super::told::{Told, damaged};
use super::week::Week;

/// Something that went wrong in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Accident {
    /// Latitude and longitude in each other's place.
    SwappedPoint,
    /// A point in another part of the country.
    FarPoint,
    /// Accents seen through the wrong encoding.
    DamagedAccents,
    /// The letter O typed for the digit.
    ImpossiblePostcode,
    /// An e-mail that is none.
    ImpossibleEmail,
    /// Two phones in one cell.
    TwoPhones,
    /// Half a phone.
    HalfAPhone,
    /// Hours in a sentence nobody can count with.
    VagueHours,
    /// No service said.
    NoServices,
    /// A service that no vocabulary knows.
    UnknownService,
    /// A row without a name.
    NoName,
    /// A row with neither name nor address.
    NothingAtAll,
    /// The row above, once more.
    SameTwice,
}

/// Where the accidents are: list, position of the row from 0, what happens. Rows are added by
/// the last two at the end of the list.
pub(super) const ACCIDENTS: &[(List, usize, Accident)] = &[
    (List::Libraries, 4, Accident::DamagedAccents),
    (List::Libraries, 11, Accident::SwappedPoint),
    (List::Libraries, 23, Accident::ImpossiblePostcode),
    (List::Libraries, 37, Accident::NoServices),
    (List::Libraries, 52, Accident::TwoPhones),
    (List::Libraries, 60, Accident::SameTwice),
    (List::Desks, 6, Accident::ImpossibleEmail),
    (List::Desks, 14, Accident::HalfAPhone),
    (List::Desks, 21, Accident::FarPoint),
    (List::Desks, 33, Accident::DamagedAccents),
    (List::Advisers, 9, Accident::SwappedPoint),
    (List::Advisers, 18, Accident::ImpossibleEmail),
    (List::Advisers, 27, Accident::VagueHours),
    (List::Advisers, 41, Accident::UnknownService),
    (List::Advisers, 58, Accident::NoServices),
    (List::Advisers, 77, Accident::TwoPhones),
    (List::Advisers, 83, Accident::NoName),
    (List::Advisers, 90, Accident::SameTwice),
    (List::Advisers, 0, Accident::NothingAtAll),
    (List::Hub, 13, Accident::NoServices),
    (List::Hub, 29, Accident::FarPoint),
    (List::Hub, 44, Accident::ImpossiblePostcode),
    (List::Citizens, 7, Accident::VagueHours),
    (List::Citizens, 16, Accident::TwoPhones),
    (List::Citizens, 31, Accident::NoName),
    (List::Citizens, 0, Accident::NothingAtAll),
];

/// Puts the accidents of a list in its rows.
pub(super) fn befall(list: List, rows: &mut Vec<Told>) {
    for (_, position, accident) in ACCIDENTS.iter().filter(|(of, _, _)| *of == list) {
        match accident {
            Accident::NothingAtAll => rows.push(nothing_at_all()),
            Accident::SameTwice => rows.extend(rows.get(*position).cloned()),
            _ => {
                if let Some(row) = rows.get_mut(*position) {
                    spoil(row, *accident);
                }
            }
        }
    }
}

fn spoil(row: &mut Told, accident: Accident) {
    match accident {
        Accident::SwappedPoint => row.point = row.point.map(|(lat, lon)| (lon, lat)),
        Accident::FarPoint => row.point = Some((46.603_45, 1.888_33)),
        Accident::DamagedAccents => row.street = damaged("4 allée des Fougères"),
        Accident::ImpossiblePostcode => row.postcode = row.postcode.replace('0', "O"),
        Accident::ImpossibleEmail => "accueil@@exemple.invalid".clone_into(&mut row.email),
        Accident::TwoPhones => {
            "02 61 91 88 10 / 06 39 98 88 11".clone_into(&mut row.phone);
        }
        Accident::HalfAPhone => "02 61 91 8".clone_into(&mut row.phone),
        Accident::VagueHours => {
            row.hours_words = Some("Horaires variables selon la saison, se renseigner");
        }
        Accident::NoServices => row.offer = Offer::default(),
        Accident::UnknownService => row.offer.services.push("Entretien des trottinettes"),
        Accident::NoName => row.name.clear(),
        Accident::NothingAtAll | Accident::SameTwice => {}
    }
}

fn nothing_at_all() -> Told {
    Told {
        place: None,
        sort: Sort::PublicSpace,
        name: String::new(),
        street: String::new(),
        street_extra: String::new(),
        postcode: String::new(),
        town: String::new(),
        commune_code: String::new(),
        point: None,
        phone: "01 99 00 99 99".to_owned(),
        email: String::new(),
        site: String::new(),
        week: Week::default(),
        hours_words: None,
        offer: Offer::default(),
        updated_on: "2025-01-01".to_owned(),
    }
}
