//! The list of service desks: a `GeoJSON`, one property for each day, fixed places and the stops
//! of two buses.

use super::{identifier, offers};
use crate::samples::sorts::{BASICS, INTERNET, Sort};
use crate::samples::told::Told;
use crate::samples::week::{DAYS, day_cell};
use serde_json::{Map, Value, json};

/// The bytes of the list.
pub(super) fn written(rows: &[Told]) -> Vec<u8> {
    let features: Vec<Value> = rows.iter().map(feature).collect();
    json!({ "type": "FeatureCollection", "features": features }).to_string().into_bytes()
}

fn feature(row: &Told) -> Value {
    let geometry = row
        .point
        .map(|(lat, lon)| json!({ "type": "Point", "coordinates": [lon, lat] }))
        .unwrap_or_default();
    json!({ "type": "Feature", "properties": properties(row), "geometry": geometry })
}

fn properties(row: &Told) -> Map<String, Value> {
    let is_bus = row.sort == Sort::Bus;
    let also: Vec<&str> = [(INTERNET, "Postes en libre service"), (BASICS, "Ateliers numériques")]
        .into_iter()
        .filter(|(service, _)| offers(row, service))
        .map(|(_, words)| words)
        .collect();
    let is_labelled = row.offer.programmes.contains(&"Aidants Connect");
    let mut properties = Map::new();
    let mut set = |column: &str, value: &str| {
        properties.insert(column.to_owned(), Value::from(value));
    };
    set("id_ms", &identifier("MS", row));
    set("lib_ms", &row.name);
    set("adresse", &row.street);
    set("complement", &row.street_extra);
    set("code_postal", &row.postcode);
    set("lib_com", &row.town);
    set("insee_com", &row.commune_code);
    set("telephone", &row.phone);
    set("mail", &row.email);
    set("itinerance", if is_bus { "Oui" } else { "Non" });
    set("services_en_plus", &also.join(" ; "));
    set("aidants_connect", if is_labelled { "Oui" } else { "" });
    for (day, hours) in DAYS.iter().zip(&row.week).take(6) {
        set(&format!("h_{day}"), &day_cell(hours));
    }
    set("maj", &row.updated_on);
    properties
}
