//! Listening to several records about one field.

use super::Contribution;
use crate::model::{Choice, Edit, Origin, Voice};
use intake::standard::FieldName;
use serde_json::{Map, Value};
use std::cmp::{Ordering, Reverse};

/// A record, with its fields by their standard names.
pub(super) struct Speaker<'a> {
    pub(super) contribution: &'a Contribution<'a>,
    said: Map<String, Value>,
}

/// What came of listening: the value to show, if any, and where it comes from.
type Picked = Option<(Option<Value>, Origin)>;

impl<'a> Speaker<'a> {
    pub(super) fn new(contribution: &'a Contribution<'a>) -> Self {
        let said = match serde_json::to_value(&contribution.candidate.fields) {
            Ok(Value::Object(map)) => map,
            _ => Map::new(),
        };
        Self { contribution, said }
    }

    /// The value, unless it is empty.
    fn value(&self, field: FieldName) -> Option<&Value> {
        self.said.get(field.label()).filter(|it| !it.is_null() && it.as_str() != Some(""))
    }

    /// Still in its list, believed, fresh: the best first.
    pub(super) fn cmp_trust(&self, other: &Self) -> Ordering {
        let key = |it: &Self| (it.contribution.vanished, Reverse(it.contribution.trust));
        let (a, b) = (self.contribution, other.contribution);
        key(self)
            .cmp(&key(other))
            .then_with(|| b.date.cmp(&a.date))
            .then_with(|| a.record.source.cmp(&b.record.source))
            .then_with(|| a.record.local_id.cmp(&b.record.local_id))
    }

    /// A number in a street of a known commune beats a commune alone, whoever says it.
    pub(super) fn address_quality(&self) -> u8 {
        let fields = &self.contribution.candidate.fields;
        let has_number = fields.street.starts_with(|c: char| c.is_ascii_digit());
        u8::from(fields.commune_code.is_some() || !fields.postcode.is_empty()) * 4
            + u8::from(!fields.street.is_empty()) * 2
            + u8::from(has_number)
    }

    pub(super) fn has_point(&self) -> bool {
        POINT_NAMES.iter().all(|it| self.said.get(*it).is_some_and(|value| !value.is_null()))
    }

    fn voice(&self, value: &Value) -> Voice {
        Voice {
            source: self.contribution.record.source.clone(),
            local_id: self.contribution.record.local_id.clone(),
            date: self.contribution.date.clone(),
            value: plain(value),
        }
    }
}

const POINT_NAMES: [&str; 2] = ["latitude", "longitude"];

/// The value as a person reads it.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Whether two values say the same thing, but for capitals and spaces.
fn agree(a: &Value, b: &Value) -> bool {
    let folded = |it: &Value| plain(it).split_whitespace().collect::<Vec<_>>().join(" ");
    a == b || folded(a).to_lowercase() == folded(b).to_lowercase()
}

/// Whether the field is a list of words, joined by `|` in the standard.
pub(super) fn is_list(field: FieldName) -> bool {
    matches!(
        field,
        FieldName::Kinds
            | FieldName::Emails
            | FieldName::Websites
            | FieldName::Itinerance
            | FieldName::Services
            | FieldName::Publics
            | FieldName::Care
            | FieldName::Costs
            | FieldName::Programmes
            | FieldName::Trainings
            | FieldName::OtherLabels
            | FieldName::Access
            | FieldName::Support
    )
}

/// A single value: the first voice that has one; those who agree stand with it.
pub(super) fn choose(field: FieldName, speakers: &[Speaker<'_>], order: &[usize]) -> Picked {
    let voices: Vec<(&Speaker<'_>, &Value)> =
        order.iter().filter_map(|it| Some((&speakers[*it], speakers[*it].value(field)?))).collect();
    let (first, value) = *voices.first()?;
    let (chosen, others): (Vec<_>, Vec<_>) =
        voices.iter().copied().partition(|(_, other)| agree(value, other));
    let rule = reason(first, others.first().map(|(speaker, _)| *speaker));
    let tell = |it: Vec<(&Speaker<'_>, &Value)>| {
        it.into_iter().map(|(speaker, value)| speaker.voice(value)).collect()
    };
    let origin =
        Origin { field: field.label().into(), rule, chosen: tell(chosen), others: tell(others) };
    Some((Some(value.clone()), origin))
}

/// Why the first was preferred to the best of those who say otherwise.
fn reason(first: &Speaker<'_>, other: Option<&Speaker<'_>>) -> Choice {
    let Some(other) = other else { return Choice::Only };
    let (a, b) = (first.contribution, other.contribution);
    if a.vanished != b.vanished || a.date > b.date && a.trust == b.trust {
        Choice::Fresh
    } else if a.trust != b.trust {
        Choice::Trust
    } else {
        Choice::Agreement
    }
}

/// A list of words: everything anyone says, each word once, in the order of trust.
pub(super) fn union(field: FieldName, speakers: &[Speaker<'_>], order: &[usize]) -> Picked {
    let mut words: Vec<&str> = Vec::new();
    let mut chosen = Vec::new();
    for speaker in order.iter().map(|it| &speakers[*it]) {
        let Some(value) = speaker.value(field) else { continue };
        chosen.push(speaker.voice(value));
        for word in value.as_str().unwrap_or_default().split('|') {
            if !word.is_empty() && !words.contains(&word) {
                words.push(word);
            }
        }
    }
    if words.is_empty() {
        return None;
    }
    let rule = if chosen.len() == 1 { Choice::Only } else { Choice::Union };
    let origin = Origin { field: field.label().into(), rule, chosen, others: Vec::new() };
    Some((Some(words.join("|").into()), origin))
}

/// A person's word: it is shown, and what the lists say stays beside it.
pub(super) fn edited(
    edit: &Edit,
    speakers: &[Speaker<'_>],
    order: &[usize],
) -> (Option<Value>, Origin) {
    let others = order
        .iter()
        .filter_map(|it| Some(speakers[*it].voice(speakers[*it].value(edit.field)?)))
        .collect();
    let voice = Voice {
        source: "edit".into(),
        local_id: edit.actor.clone(),
        date: edit.date.clone(),
        value: edit.value.clone(),
    };
    let value = match edit.field {
        _ if edit.value.is_empty() => None,
        FieldName::Latitude | FieldName::Longitude => {
            edit.value.parse::<f64>().ok().map(Value::from)
        }
        _ => Some(Value::from(edit.value.clone())),
    };
    let origin = Origin {
        field: edit.field.label().into(),
        rule: Choice::Edit,
        chosen: vec![voice],
        others,
    };
    (value, origin)
}
