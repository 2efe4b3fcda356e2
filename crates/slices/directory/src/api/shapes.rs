//! What the API answers.

use crate::model;
use intake::standard::Fields;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

/// A page of places.
#[derive(Serialize, ToSchema)]
pub(super) struct PlacePage {
    /// How many places match, all pages together.
    pub(super) total: usize,
    /// The places of this page.
    pub(super) items: Vec<Place>,
    /// Address of the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) next: Option<String>,
}

/// A place: the national standard's fields under `fields`, and what the directory adds.
#[derive(Serialize, ToSchema)]
pub(super) struct Place {
    /// Stable identifier, `lieu_…`.
    pub(super) id: String,
    /// Address of its page.
    pub(super) url: String,
    /// `published`, `closed` or `merged`.
    pub(super) state: String,
    /// The place it was merged into.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) merged_into: Option<String>,
    /// Metres from the point one asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) distance_m: Option<f64>,
    /// The fields of the national standard, under their French names; lists are JSON arrays.
    #[schema(value_type = Object)]
    pub(super) fields: Map<String, Value>,
    /// Hours in words, when no list gives hours that could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) hours_text: Option<String>,
    /// Where each field comes from. Only for one place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) origins: Option<Vec<Origin>>,
}

/// Where one field comes from.
#[derive(Serialize, ToSchema)]
pub(super) struct Origin {
    /// The standard's name of the field.
    field: String,
    /// Why this value: `edit`, `only`, `trust`, `fresh`, `agreement` or `union`.
    rule: String,
    /// The lists that say what is shown.
    chosen: Vec<Voice>,
    /// What other lists say.
    others: Vec<Voice>,
}

/// One value, and which list says it.
#[derive(Serialize, ToSchema)]
pub(super) struct Voice {
    /// Key of the list.
    source: String,
    /// The row's identifier in that list.
    local_id: String,
    /// Day of the information, `YYYY-MM-DD`.
    date: String,
    /// The value.
    value: String,
}

/// A problem document (RFC 9457).
#[derive(Serialize, ToSchema)]
pub(super) struct Problem {
    /// Which kind of problem, as an address.
    #[serde(rename = "type")]
    kind: String,
    /// The kind in a few words.
    title: String,
    /// The status of the answer.
    status: u16,
    /// This very case, in words.
    detail: Option<String>,
}

impl Place {
    /// A place as the API shows it, without its origins.
    pub(super) fn of(place: &model::Place, origin: &str) -> Self {
        Self {
            id: place.id.to_string(),
            url: format!("{origin}/lieux/{}", place.slug),
            state: place.state.name().to_owned(),
            merged_into: place.merged_into.map(|it| it.to_string()),
            distance_m: None,
            fields: fields(&place.body.fields),
            hours_text: place.body.hours_text.clone(),
            origins: None,
        }
    }

    /// The same with the origin of every field.
    pub(super) fn with_origins(place: &model::Place, origin: &str) -> Self {
        let origins = place.body.origins.iter().map(Origin::of).collect();
        Self { origins: Some(origins), ..Self::of(place, origin) }
    }
}

impl Origin {
    fn of(it: &model::Origin) -> Self {
        let rule = serde_json::to_value(it.rule).ok();
        Self {
            field: it.field.clone(),
            rule: rule.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned(),
            chosen: it.chosen.iter().map(Voice::of).collect(),
            others: it.others.iter().map(Voice::of).collect(),
        }
    }
}

impl Voice {
    fn of(it: &model::Voice) -> Self {
        Self {
            source: it.source.clone(),
            local_id: it.local_id.clone(),
            date: it.date.clone(),
            value: it.value.clone(),
        }
    }
}

/// Fields whose values the standard joins by `|`; JSON says them as arrays.
const LISTS: [&str; 13] = [
    "typologie",
    "courriels",
    "site_web",
    "itinerance",
    "services",
    "publics_specifiquement_adresses",
    "prise_en_charge_specifique",
    "frais_a_charge",
    "dispositif_programmes_nationaux",
    "formations_labels",
    "autres_formations_labels",
    "modalites_acces",
    "modalites_accompagnement",
];

fn fields(fields: &Fields) -> Map<String, Value> {
    let Ok(Value::Object(mut map)) = serde_json::to_value(fields) else { return Map::new() };
    map.remove("id");
    for name in LISTS {
        if let Some(Value::String(joined)) = map.get(name) {
            let items = joined.split('|').map(|it| Value::from(it.trim())).collect();
            map.insert(name.to_owned(), Value::Array(items));
        }
    }
    map
}
