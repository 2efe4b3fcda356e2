//! The list of advisers: a JSON array, hours in the grammar of `OpenStreetMap`, services in the
//! words of the standard before this one.

use super::{degrees, identifier};
use crate::samples::sorts::{
    BASICS, CULTURE, EMPLOYMENT, EQUIPMENT, INTERNET, LEISURE, PARENTING, PROCEDURES, SAFETY,
};
use crate::samples::told::Told;
use crate::samples::week::osm;
use serde_json::{Value, json};

/// The bytes of the list.
pub(super) fn written(rows: &[Told]) -> Vec<u8> {
    let rows: Vec<Value> = rows.iter().map(row_value).collect();
    Value::from(rows).to_string().into_bytes()
}

fn row_value(row: &Told) -> Value {
    let (latitude, longitude) = degrees(row);
    let services: Vec<&str> = row.offer.services.iter().map(|service| old_words(service)).collect();
    let hours = row.hours_words.map_or_else(|| osm(&row.week), str::to_owned);
    json!({
        "id": identifier("structure-", row),
        "nom": row.name,
        "type": row.sort.code(),
        "commune": row.town,
        "code_postal": row.postcode,
        "adresse": row.street,
        "complement": row.street_extra,
        "latitude": latitude,
        "longitude": longitude,
        "telephone": row.phone,
        "courriel": row.email,
        "site_web": row.site,
        "horaires": hours,
        "services": services.join(";"),
        "conditions_access": row.offer.costs.join(";"),
        "publics_accueillis": publics(row),
        "prise_en_charge": row.offer.care.join(";"),
        "modalites": row.offer.support.join(";"),
        "labels_nationaux": row.offer.programmes.join(";"),
        "date_maj": row.updated_on,
    })
}

fn publics(row: &Told) -> String {
    if row.offer.publics.is_empty() {
        "Tout public".to_owned()
    } else {
        row.offer.publics.join(";")
    }
}

/// What earlier versions of the standard called a service.
fn old_words(service: &'static str) -> &'static str {
    match service {
        PROCEDURES => "Devenir autonome dans les démarches administratives",
        BASICS => "Prendre en main un smartphone ou une tablette",
        EMPLOYMENT => "Recherche d'emploi et CV",
        SAFETY => "Sensibilisation Vie privée",
        PARENTING => "Accompagner ses enfants dans l'usage du numérique",
        LEISURE => "Créer avec le numérique",
        CULTURE => "Approfondir ma culture numérique",
        INTERNET => "Accéder à une connexion internet",
        EQUIPMENT => "S'équiper en matériel informatique",
        other => other,
    }
}
