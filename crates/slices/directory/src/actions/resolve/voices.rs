//! Everything that is said of places, loaded at once.

use crate::model::{Edit, RecordRef};
use crate::rules::merge::Contribution;
use crate::store::changes;
use crate::store::places::{self, Decided};
use crate::store::records::{self, Current};
use crate::store::sources;
use base::{PlaceId, Timestamp, time};
use db::{Error, Read};
use matching::{Decision, Record, Verdict};
use std::collections::HashMap;

pub(super) struct Voices {
    pub(super) records: Vec<Current>,
    pub(super) edits: HashMap<PlaceId, Vec<Edit>>,
    pub(super) confirmed: HashMap<PlaceId, jiff::civil::Date>,
    pub(super) trust: HashMap<String, u32>,
    numbers: HashMap<String, u32>,
    decided: Vec<Decided>,
}

impl Voices {
    pub(super) async fn load(read: &mut Read) -> Result<Self, Error> {
        let sources = sources::all(read).await?;
        let mut edits: HashMap<PlaceId, Vec<Edit>> = HashMap::new();
        for (place, edit) in places::edits(read).await? {
            edits.entry(place).or_default().push(edit);
        }
        Ok(Self {
            records: records::current(read).await?,
            edits,
            confirmed: changes::confirmations(read).await?,
            trust: sources.iter().map(|it| (it.source.key.clone(), it.source.trust)).collect(),
            numbers: sources.into_iter().map(|it| (it.source.key, it.source.number)).collect(),
            decided: places::decisions(read).await?,
        })
    }

    /// The records and the human decisions, in the words of the matching engine.
    pub(super) fn for_matching(&self) -> (Vec<Record>, Vec<Decision>) {
        let records = self.records.iter().map(|it| self.record(it)).collect();
        let index: HashMap<(&str, &str), usize> = self
            .records
            .iter()
            .enumerate()
            .map(|(n, it)| ((it.source.as_str(), it.local_id.as_str()), n))
            .collect();
        let find = |it: &(String, String)| index.get(&(it.0.as_str(), it.1.as_str())).copied();
        let decisions = self
            .decided
            .iter()
            .filter_map(|it| {
                let from = match it.verdict.as_str() {
                    "same" => Verdict::Same,
                    "hosted" => Verdict::Hosted,
                    _ => Verdict::Different,
                };
                Some(Decision { a: find(&it.a)?, b: find(&it.b)?, from })
            })
            .collect();
        (records, decisions)
    }

    fn record(&self, it: &Current) -> Record {
        let fields = &it.candidate.fields;
        let text = |it: &Option<String>| it.clone().unwrap_or_default();
        let point = it.candidate.point_trusted;
        Record {
            source: self.numbers.get(&it.source).copied().unwrap_or(0),
            name: fields.name.clone(),
            street: fields.street.clone(),
            postcode: fields.postcode.clone(),
            commune: fields.commune.clone(),
            commune_code: text(&fields.commune_code),
            lat: fields.latitude.filter(|_| point),
            lon: fields.longitude.filter(|_| point),
            phone: text(&fields.phone),
            email: fields.emails.first().cloned().unwrap_or_default(),
            web: fields.websites.first().cloned().unwrap_or_default(),
            pivot: text(&fields.pivot),
            kinds: fields.kinds.iter().map(|it| it.label().to_owned()).collect(),
            official_id: None,
        }
    }
}

/// A record as a voice in the merge.
pub(super) fn contribution<'a>(it: &'a Current, trust: &HashMap<String, u32>) -> Contribution<'a> {
    let date = it.candidate.fields.updated_on.map(|it| it.to_string());
    let harvested = || {
        Timestamp::from_millisecond(it.at)
            .map(|at| time::civil_day(at).to_string())
            .unwrap_or_default()
    };
    Contribution {
        record: RecordRef { source: it.source.clone(), local_id: it.local_id.clone() },
        trust: trust.get(&it.source).copied().unwrap_or(0),
        date: date.unwrap_or_else(harvested),
        vanished: it.vanished,
        candidate: &it.candidate,
    }
}
