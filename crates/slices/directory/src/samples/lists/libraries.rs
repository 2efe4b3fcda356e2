//! The list of libraries: a CSV with `;`, one column for each day in French, flags, and the
//! encoding of old spreadsheets.

use super::{degrees, identifier, offers};
use crate::samples::sheet::separated;
use crate::samples::sorts::{BASICS, CULTURE, INTERNET, PARENTING};
use crate::samples::told::Told;
use crate::samples::week::day_cell;

const HEADER: [&str; 22] = [
    "code",
    "etablissement",
    "adresse",
    "cp",
    "ville",
    "tel",
    "mel",
    "site",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "postes_publics",
    "ateliers",
    "cafe_numerique",
    "heure_des_familles",
    "publics",
    "latitude",
    "longitude",
    "maj",
];

/// The bytes of the list, in Windows-1252.
pub(super) fn written(rows: &[Told]) -> Vec<u8> {
    let text = separated(';', &HEADER, rows.iter().map(cells));
    text.chars().map(|letter| u8::try_from(letter).unwrap_or(b'?')).collect()
}

fn cells(row: &Told) -> Vec<String> {
    let (latitude, longitude) = degrees(row);
    let mut cells = vec![
        identifier("BIB-", row),
        row.name.clone(),
        row.street.clone(),
        // Spreadsheets take a postcode for a number: the first zero goes.
        row.postcode.trim_start_matches('0').to_owned(),
        row.town.clone(),
        row.phone.clone(),
        row.email.clone(),
        row.site.clone(),
    ];
    cells.extend(row.week.iter().take(6).map(|hours| day_cell(hours)));
    let flag = |service: &str| if offers(row, service) { "Oui" } else { "Non" }.to_owned();
    cells.extend([INTERNET, BASICS, CULTURE, PARENTING].map(flag));
    cells.extend([
        row.offer.publics.join(", "),
        latitude.replace('.', ","),
        longitude.replace('.', ","),
        french_day(&row.updated_on),
    ]);
    cells
}

/// `12/03/2026` for `2026-03-12`.
fn french_day(day: &str) -> String {
    let parts: Vec<&str> = day.rsplit('-').collect();
    parts.join("/")
}
