//! Corrections as they flow back to who keeps a list: what was proposed, what was accepted here,
//! what the list did of it since.

use crate::model::{Correction, CorrectionState, Place, Subject};
use crate::rules::flow::{Flow, SaidNow, flow, kept};
use crate::store::{corrections, places, records, sources};
use base::time;
use db::{Read, Result};
use std::collections::HashMap;

/// Corrections of one list that a file holds at most, the newest.
const LINES_MAX: i64 = 2_000;

/// A correction, as the keeper of a list reads it.
#[derive(Clone, Debug)]
pub struct FlowLine {
    /// The correction's own id.
    pub id: String,
    /// The identifier of the place in the list.
    pub local_id: String,
    /// The name of the place here.
    pub name: String,
    /// The last part of its address here.
    pub slug: String,
    /// The standard's name of the field; `fermeture` for a place closed for good.
    pub field: String,
    /// What the list says now.
    pub said: String,
    /// What it should say.
    pub value: String,
    /// How far it is.
    pub flow: Flow,
    /// The day it was proposed.
    pub proposed_on: String,
    /// The day it was decided; empty when nobody did.
    pub decided_on: String,
}

/// The corrections that concern a list; none when there is no such list. Words of the public are
/// left out: only values go back.
pub async fn of_source(read: &mut Read, source: &str) -> Result<Option<Vec<FlowLine>>> {
    if sources::by_key(read, source).await?.is_none() {
        return Ok(None);
    }
    let corrections = corrections::of_source(read, source, LINES_MAX).await?;
    let mut ids: Vec<String> = corrections.iter().map(|it| it.place.to_string()).collect();
    ids.sort_unstable();
    ids.dedup();
    let places: HashMap<_, Place> =
        places::by_ids(read, &ids).await?.into_iter().map(|it| (it.id, it)).collect();
    let said = records::of_places(read, source, &ids).await?;
    let mut lines = Vec::new();
    for correction in &corrections {
        let Some(place) = places.get(&correction.place) else { continue };
        let records = said.iter().filter(|(of, _)| *of == correction.place);
        lines.extend(records.filter_map(|(_, record)| line(correction, place, record)));
    }
    Ok(Some(lines))
}

fn line(correction: &Correction, place: &Place, record: &records::Current) -> Option<FlowLine> {
    let field = correction.subject.field();
    if field.is_none() && correction.subject != Subject::Closed {
        return None;
    }
    if field.is_some() && kept(correction).is_empty() {
        return None;
    }
    let fields = &record.candidate.fields;
    let said = field.map(|it| fields.get(it).into_owned()).unwrap_or_default();
    let day = |at| time::civil_day(at).to_string();
    let harvested = base::Timestamp::from_millisecond(record.at).map(day).unwrap_or_default();
    let date = fields.updated_on.map_or(harvested, |it| it.to_string());
    let decided_on = correction.decided_at.map(day).unwrap_or_default();
    let now = SaidNow { value: &said, date: &date, is_there: !record.vanished };
    let flow = flow(correction, &decided_on, &now)?;
    Some(FlowLine {
        id: correction.id.to_string(),
        local_id: record.local_id.clone(),
        name: place.body.fields.name.clone(),
        slug: place.slug.clone(),
        field: field.map_or("fermeture", |it| it.label()).to_owned(),
        said,
        value: if correction.state == CorrectionState::Waiting {
            correction.value.clone()
        } else {
            kept(correction).to_owned()
        },
        flow,
        proposed_on: day(correction.made_at),
        decided_on,
    })
}
