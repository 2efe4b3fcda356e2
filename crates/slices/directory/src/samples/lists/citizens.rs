//! The small odd list: rows deep in a JSON object, the address in one line, Lambert-93 metres
//! with decimal commas, flags `Oui` and `x`, hours in a sentence, no identifier.

use super::offers;
use crate::samples::sorts::{
    BASICS, CULTURE, EMPLOYMENT, EQUIPMENT, INTERNET, LEISURE, PROCEDURES, SAFETY,
};
use crate::samples::told::Told;
use crate::samples::week::sentence;
use serde_json::{Map, Value, json};

/// The columns of flags and the service each says.
const FLAGS: [(&str, &str); 8] = [
    ("Aide aux démarches", PROCEDURES),
    ("Premiers pas", BASICS),
    ("Emploi", EMPLOYMENT),
    ("Sécurité", SAFETY),
    ("Bricolage numérique", LEISURE),
    ("Conférences", CULTURE),
    ("Ordinateurs en libre accès", INTERNET),
    ("Matériel pas cher", EQUIPMENT),
];

/// The bytes of the list.
pub(super) fn written(rows: &[Told]) -> Vec<u8> {
    let rows: Vec<Value> = rows.iter().map(row_value).collect();
    json!({ "version": 3, "donnees": { "lieux": rows } }).to_string().into_bytes()
}

fn row_value(row: &Told) -> Value {
    let (east, north) = row.point.map(lambert_93).unwrap_or_default();
    let hours = row.hours_words.map_or_else(|| sentence(&row.week), str::to_owned);
    let line = format!("{}, {} {}", row.street, row.postcode, row.town);
    let mut values = Map::new();
    let mut set = |column: &str, value: &str| {
        values.insert(column.to_owned(), Value::from(value));
    };
    set("Lieu", &row.name);
    set("Où ?", line.trim_matches([',', ' ']));
    set("X", &east);
    set("Y", &north);
    set("Contact", &row.phone);
    set("Courriel", &row.email);
    set("Quand ?", if row.place.is_some() { &hours } else { "" });
    for (position, (column, service)) in FLAGS.iter().enumerate() {
        let yes = if position % 3 == 0 { "x" } else { "Oui" };
        set(column, if offers(row, service) { yes } else { "" });
    }
    set("Tarif", &row.offer.costs.join(" / "));
    Value::Object(values)
}

/// Lambert-93 metres, east and north, with decimal commas.
///
/// Conic conformal projection of RGF93 on GRS80: exponent, scale and origin are those the
/// national institute publishes (IGN, NTG 71).
fn lambert_93((lat, lon): (f64, f64)) -> (String, String) {
    const ECCENTRICITY: f64 = 0.081_819_191_042_816;
    const EXPONENT: f64 = 0.725_607_765_053_267;
    const SCALE_M: f64 = 11_754_255.426_096;
    const POLE_NORTHING_M: f64 = 12_655_612.049_876;
    let sine = lat.to_radians().sin();
    let isometric = sine.atanh() - ECCENTRICITY * (ECCENTRICITY * sine).atanh();
    let radius_m = SCALE_M * (-EXPONENT * isometric).exp();
    let angle = EXPONENT * (lon - 3.0).to_radians();
    let east = 700_000.0 + radius_m * angle.sin();
    let north = POLE_NORTHING_M - radius_m * angle.cos();
    (format!("{east:.2}").replace('.', ","), format!("{north:.2}").replace('.', ","))
}
