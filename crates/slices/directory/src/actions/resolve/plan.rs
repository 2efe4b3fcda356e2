//! What has to be written so that the pages say what the records say: a comparison, no SQL.

use super::is_living;
use super::voices::{Voices, contribution};
use crate::model::{Body, Place, PlaceState};
use crate::rules::identity::identities;
use crate::rules::merge::{confirmed, merge};
use crate::rules::{slug, visibility};
use crate::store::places::Attachment;
use base::PlaceId;
use db::Act;
use std::collections::{HashMap, HashSet};

/// What differs from what is stored.
#[derive(Default)]
pub(super) struct Plan {
    pub(super) created: Vec<Place>,
    /// Places, and which fields changed.
    pub(super) changed: Vec<(Place, Vec<String>)>,
    pub(super) merged: Vec<Place>,
    pub(super) attachments: Vec<Attachment>,
    /// Places people can meet, once all is written.
    pub(super) living: usize,
}

impl Plan {
    pub(super) fn is_empty(&self) -> bool {
        self.created.is_empty()
            && self.changed.is_empty()
            && self.merged.is_empty()
            && self.attachments.is_empty()
    }
}

/// Compares what the records say now with what is stored. The act only lends ids and instant.
pub(super) fn plan(
    act: &mut Act,
    voices: &Voices,
    stored: &[Place],
    attached: &[Attachment],
    cluster_of: &[u32],
) -> Plan {
    let groups = groups(cluster_of);
    let before: HashMap<(&str, &str), PlaceId> =
        attached.iter().map(|it| ((it.source.as_str(), it.local_id.as_str()), it.place)).collect();
    let place_of_record: Vec<Option<PlaceId>> = voices
        .records
        .iter()
        .map(|it| before.get(&(it.source.as_str(), it.local_id.as_str())).copied())
        .collect();
    let found = identities(&groups, &place_of_record);
    let known: HashMap<PlaceId, &Place> = stored.iter().map(|it| (it.id, it)).collect();
    let mut taken: HashSet<String> = stored.iter().map(|it| it.slug.clone()).collect();
    let now = act.now().as_millisecond();

    let mut plan = Plan::default();
    let mut place_of_group: Vec<PlaceId> = Vec::with_capacity(groups.len());
    for (group, records) in groups.iter().enumerate() {
        let old = found.place_of[group].and_then(|id| known.get(&id).copied());
        let id = old.map_or_else(|| act.id(), |it| it.id);
        place_of_group.push(id);
        let body = body(id, records, voices);
        match old {
            Some(old) => plan.compare(old, body, now),
            None => plan.created.push(newborn(id, body, &mut taken, now)),
        }
        plan.attach(id, records, voices, &place_of_record);
    }
    for (gone, group) in found.merged {
        let Some(old) = known.get(&gone) else { continue };
        plan.merged.push(Place {
            state: PlaceState::Merged,
            merged_into: Some(place_of_group[group]),
            changed_at: now,
            ..(*old).clone()
        });
    }
    let before = stored.iter().filter(|it| is_living(it)).count();
    plan.living = before + plan.created.len() - plan.merged.len();
    plan
}

fn groups(cluster_of: &[u32]) -> Vec<Vec<usize>> {
    let count = cluster_of.iter().max().map_or(0, |it| *it as usize + 1);
    let mut groups = vec![Vec::new(); count];
    for (record, cluster) in cluster_of.iter().enumerate() {
        groups[*cluster as usize].push(record);
    }
    groups.retain(|records| !records.is_empty());
    groups
}

fn body(id: PlaceId, records: &[usize], voices: &Voices) -> Body {
    let contributions: Vec<_> =
        records.iter().map(|it| contribution(&voices.records[*it], &voices.trust)).collect();
    let edits = voices.edits.get(&id).map_or(&[][..], Vec::as_slice);
    confirmed(merge(id, &contributions, edits), voices.confirmed.get(&id).copied())
}

fn newborn(id: PlaceId, body: Body, taken: &mut HashSet<String>, now: i64) -> Place {
    let wished = slug::slug(&body.fields.name, &body.fields.commune);
    let slug = slug::free(&wished, |it| taken.contains(it));
    taken.insert(slug.clone());
    Place {
        id,
        slug,
        state: visibility::at_birth(&body),
        body,
        merged_into: None,
        created_at: now,
        changed_at: now,
    }
}

impl Plan {
    fn compare(&mut self, old: &Place, body: Body, now: i64) {
        if old.body == body && old.state != PlaceState::Merged {
            return;
        }
        let fields = changed_fields(&old.body, &body);
        // A place that had been merged and whose records came back is shown again.
        let state = if old.state == PlaceState::Merged { PlaceState::Published } else { old.state };
        let place = Place { body, state, merged_into: None, changed_at: now, ..old.clone() };
        self.changed.push((place, fields));
    }

    fn attach(
        &mut self,
        place: PlaceId,
        records: &[usize],
        voices: &Voices,
        before: &[Option<PlaceId>],
    ) {
        for record in records.iter().filter(|it| before[**it] != Some(place)) {
            let it = &voices.records[*record];
            self.attachments.push(Attachment {
                source: it.source.clone(),
                local_id: it.local_id.clone(),
                place,
            });
        }
    }
}

/// The standard's names of the fields whose value differs.
fn changed_fields(before: &Body, after: &Body) -> Vec<String> {
    let map = |it: &Body| match serde_json::to_value(&it.fields) {
        Ok(serde_json::Value::Object(map)) => map,
        _ => serde_json::Map::new(),
    };
    let (before, after) = (map(before), map(after));
    let mut names: Vec<String> = before.keys().chain(after.keys()).cloned().collect();
    names.sort_unstable();
    names.dedup();
    names.retain(|it| before.get(it) != after.get(it));
    names
}
