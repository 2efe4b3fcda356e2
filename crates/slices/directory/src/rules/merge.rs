//! One page out of several records: survivorship, with the origin of every field.
//!
//! The address is taken whole from one record, and the point from the record that gave the
//! address if it can, so that a page never mixes two places' whereabouts. Other single values
//! come from the list that is believed most, then the freshest, then the one most agree with.
//! Lists of words are the union of what all say. A person's edit is stronger than any list.
//! What is not chosen is kept beside it: nothing that a record knows is lost.

mod voices;

use crate::model::{Body, Choice, Edit, Origin, RecordRef};
use base::PlaceId;
use intake::standard::{FieldName, Fields};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use voices::{Speaker, choose, edited, union};

/// A normalised row, as stored beside the raw one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// The standard's fields.
    pub fields: Fields,
    /// What the standard has no field for.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, String>,
    /// Hours in words, when they could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours_text: Option<String>,
    /// Whether the point agrees with the commune.
    #[serde(default)]
    pub point_trusted: bool,
}

impl From<intake::Candidate> for Candidate {
    fn from(it: intake::Candidate) -> Self {
        Self {
            fields: it.fields,
            extra: it.extra,
            hours_text: it.hours_text,
            point_trusted: it.point_trusted,
        }
    }
}

/// What one record brings to a place.
#[derive(Clone, Debug)]
pub struct Contribution<'a> {
    /// The list and the row.
    pub record: RecordRef,
    /// How much the list is believed, 0 to 100.
    pub trust: u32,
    /// Day of the information: the row's own, else the harvest's. `YYYY-MM-DD`.
    pub date: String,
    /// Whether the list still holds the row.
    pub vanished: bool,
    /// What it says.
    pub candidate: &'a Candidate,
}

/// Taken together from one record, so that half an address never meets another half.
const ADDRESS: [FieldName; 5] = [
    FieldName::Street,
    FieldName::StreetExtra,
    FieldName::Postcode,
    FieldName::Commune,
    FieldName::CommuneCode,
];
const POINT: [FieldName; 2] = [FieldName::Latitude, FieldName::Longitude];

/// Fields the merge computes itself.
const COMPUTED: [FieldName; 3] = [FieldName::Id, FieldName::Source, FieldName::UpdatedOn];

/// Makes the page of a place out of what its records and its editors say.
///
/// The order of `contributions` plays no part but to break perfect ties.
pub fn merge(id: PlaceId, contributions: &[Contribution<'_>], edits: &[Edit]) -> Body {
    let speakers: Vec<Speaker<'_>> = contributions.iter().map(Speaker::new).collect();
    let order = ranking(&speakers);
    let mut chosen: Map<String, Value> = Map::new();
    let mut origins: Vec<Origin> = Vec::new();
    for field in FieldName::ALL.iter().copied().filter(|it| !COMPUTED.contains(it)) {
        let edit = edits.iter().find(|it| it.field == field);
        let order = match field {
            _ if ADDRESS.contains(&field) => &order.address,
            _ if POINT.contains(&field) => &order.point,
            _ => &order.trust,
        };
        let picked = match edit {
            Some(edit) => Some(edited(edit, &speakers, order)),
            None if voices::is_list(field) => union(field, &speakers, order),
            None => choose(field, &speakers, order),
        };
        let Some((value, origin)) = picked else { continue };
        if let Some(value) = value {
            chosen.insert(field.label().to_owned(), value);
        }
        origins.push(origin);
    }
    let best = order.trust.first().map(|it| &speakers[*it]);
    computed(&mut chosen, id, &speakers, best);
    let fields = serde_json::from_value(Value::Object(chosen)).unwrap_or_else(|_| Fields {
        // Cannot happen while edits are checked at the edge; the best record then speaks alone.
        ..best.map(|it| it.contribution.candidate.fields.clone()).unwrap_or_default()
    });
    finish(fields, origins, &speakers, &order)
}

/// The page once the place itself said, on that day, that it is right.
pub fn confirmed(body: Body, day: Option<jiff::civil::Date>) -> Body {
    let Some(day) = day else { return body };
    let updated_on = body.fields.updated_on.map_or(day, |it| it.max(day));
    let fields = Fields { updated_on: Some(updated_on), ..body.fields };
    Body { fields, confirmed_on: Some(day), ..body }
}

/// Three ways to listen to the same records, the best voice first.
struct Ranking {
    trust: Vec<usize>,
    address: Vec<usize>,
    point: Vec<usize>,
}

fn ranking(speakers: &[Speaker<'_>]) -> Ranking {
    let mut trust: Vec<usize> = (0..speakers.len()).collect();
    trust.sort_by(|a, b| speakers[*a].cmp_trust(&speakers[*b]));
    let mut address = trust.clone();
    address.sort_by_key(|it| std::cmp::Reverse(speakers[*it].address_quality()));
    let teller = address.first().copied();
    let mut point: Vec<usize> =
        trust.iter().copied().filter(|it| speakers[*it].has_point()).collect();
    point.sort_by_key(|it| {
        let speaker = &speakers[*it];
        std::cmp::Reverse((speaker.contribution.candidate.point_trusted, Some(*it) == teller))
    });
    Ranking { trust, address, point }
}

fn computed(
    chosen: &mut Map<String, Value>,
    id: PlaceId,
    speakers: &[Speaker<'_>],
    best: Option<&Speaker<'_>>,
) {
    chosen.insert("id".into(), id.to_string().into());
    if let Some(best) = best {
        chosen.insert("source".into(), best.contribution.record.source.clone().into());
    }
    let newest = speakers.iter().map(|it| it.contribution.date.as_str()).max();
    if let Some(date) = newest.filter(|it| !it.is_empty()) {
        chosen.insert("date_maj".into(), date.into());
    }
}

fn finish(fields: Fields, origins: Vec<Origin>, speakers: &[Speaker<'_>], order: &Ranking) -> Body {
    let said = |it: &usize| speakers[*it].contribution.candidate;
    let mut extra = BTreeMap::new();
    for (key, value) in order.trust.iter().flat_map(|it| &said(it).extra) {
        extra.entry(key.clone()).or_insert_with(|| value.clone());
    }
    let hours_text = match fields.hours {
        Some(_) => None,
        None => order.trust.iter().find_map(|it| said(it).hours_text.clone()),
    };
    let edited_point = origins.iter().any(|it| it.field == "latitude" && it.rule == Choice::Edit);
    let point_trusted =
        edited_point || order.point.first().is_some_and(|it| said(it).point_trusted);
    let mut records: Vec<RecordRef> =
        speakers.iter().map(|it| it.contribution.record.clone()).collect();
    records.sort_by(|a, b| (&a.source, &a.local_id).cmp(&(&b.source, &b.local_id)));
    Body { fields, hours_text, extra, point_trusted, confirmed_on: None, origins, records }
}

#[cfg(test)]
mod tests;
