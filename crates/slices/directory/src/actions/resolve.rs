//! Deciding which records are the same place, and publishing one page per place.
//!
//! The whole is looked at, only what differs is written: a second run changes nothing.

mod plan;
mod voices;

use super::{DIRECTORY, Error, check};
use crate::events::{PlaceChanged, PlaceCreated, PlaceMerged};
use crate::may::Verb;
use crate::model::{Body, Edit, Place, PlaceState};
use crate::rules::history::Edits;
use crate::rules::merge::{confirmed, merge};
use crate::store::{changes, places, records, sources};
use base::{PlaceId, Timestamp};
use db::{Act, Db, Read};
use matching::Weights;
use people::Standing;
use people::model::Scope;
use plan::{Plan, plan};
use serde::Serialize;
use std::collections::HashMap;
use voices::Voices;

/// What a matching did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Resolved {
    /// Records looked at.
    pub records: usize,
    /// Pairs compared.
    pub compared: usize,
    /// Places there are now, merged ones left out.
    pub places: usize,
    /// Places that came to be.
    pub created: usize,
    /// Places of which something changed.
    pub changed: usize,
    /// Places that turned out to be another.
    pub merged: usize,
    /// Pairs that a person should look at.
    pub to_review: usize,
    /// Pairs of which one is inside the other.
    pub hosted: usize,
}

/// Steps of the work, for whoever watches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Reading the records.
    Reading,
    /// Comparing them.
    Comparing,
    /// Making the pages.
    Merging,
    /// Writing what changed.
    Writing,
}

/// Matches every record and publishes what comes of it.
pub async fn resolve(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    progress: &(dyn Fn(Step) + Send + Sync),
) -> Result<Resolved, Error> {
    check(standing, Verb::Match, &[Scope::House])?;
    progress(Step::Reading);
    let mut act = db.act(now, standing.actor, DIRECTORY).await?;
    let voices = Voices::load(&mut act).await?;
    let stored = places::all(&mut act).await?;
    let attached = places::attachments(&mut act).await?;
    progress(Step::Comparing);
    let (candidates, decisions) = voices.for_matching();
    let resolution = matching::resolve(&candidates, &decisions, &Weights::shipped());
    progress(Step::Merging);
    let plan = plan(&mut act, &voices, &stored, &attached, &resolution.cluster_of);
    progress(Step::Writing);
    let resolved = Resolved {
        records: candidates.len(),
        compared: resolution.compared,
        places: plan.living,
        created: plan.created.len(),
        changed: plan.changed.len(),
        merged: plan.merged.len(),
        to_review: resolution.review.len(),
        hosted: resolution.hosted.len(),
    };
    if write(&mut act, plan).await? {
        act.commit().await?;
    }
    Ok(resolved)
}

/// Writes what differs; answers whether anything did.
async fn write(act: &mut Act, plan: Plan) -> Result<bool, Error> {
    if plan.is_empty() {
        return Ok(false);
    }
    let created: Vec<Place> = plan.created;
    let changed: Vec<Place> = plan.changed.iter().map(|(place, _)| place.clone()).collect();
    let merged: Vec<Place> = plan.merged;
    for group in [&created, &changed, &merged] {
        places::put_all(act, group).await?;
    }
    places::attach_all(act, &plan.attachments).await?;

    let events: Vec<PlaceCreated<'_>> = created
        .iter()
        .map(|it| PlaceCreated { slug: &it.slug, name: &it.body.fields.name })
        .collect();
    let lines: Vec<(PlaceId, &PlaceCreated<'_>)> =
        created.iter().map(|it| it.id).zip(&events).collect();
    act.record_all(&lines).await?;

    let events: Vec<(PlaceId, PlaceChanged)> = plan
        .changed
        .into_iter()
        .map(|(place, fields)| (place.id, PlaceChanged { fields }))
        .collect();
    let lines: Vec<(PlaceId, &PlaceChanged)> = events.iter().map(|(id, it)| (*id, it)).collect();
    act.record_all(&lines).await?;

    let events: Vec<(PlaceId, PlaceMerged)> =
        merged.iter().filter_map(|it| Some((it.id, PlaceMerged::into(it.merged_into?)))).collect();
    let lines: Vec<(PlaceId, &PlaceMerged)> = events.iter().map(|(id, it)| (*id, it)).collect();
    act.record_all(&lines).await?;
    Ok(true)
}

/// The page of one place made anew, from its records as they are and its edits.
pub(super) async fn merged_anew(read: &mut Read, place: &Place) -> Result<Body, Error> {
    merged_with(read, place, None).await
}

/// The page of one place as it would be with other edits than those in force.
pub(super) async fn merged_with(
    read: &mut Read,
    place: &Place,
    edits: Option<&Edits>,
) -> Result<Body, Error> {
    let trust: HashMap<String, u32> =
        sources::all(read).await?.into_iter().map(|it| (it.source.key, it.source.trust)).collect();
    let spoken = records::of_place(read, place.id).await?;
    let contributions: Vec<_> = spoken.iter().map(|it| voices::contribution(it, &trust)).collect();
    let edits = match edits {
        Some(edits) => edits.iter().filter_map(|(field, it)| Edit::of(field, it)).collect(),
        None => places::edits_of(read, place.id).await?,
    };
    let day = changes::confirmed_on(read, place.id).await?;
    Ok(confirmed(merge(place.id, &contributions, &edits), day))
}

/// Whether a place is one that people can meet.
fn is_living(place: &Place) -> bool {
    place.state != PlaceState::Merged
}
