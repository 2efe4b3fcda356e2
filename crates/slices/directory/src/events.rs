//! What the journal says of the directory. Kinds never change: followers and files rely on them.

use crate::model::{HarvestCounts, HarvestState, PlaceState};
use base::PlaceId;
use db::Event;
use serde::Serialize;

/// A list was read.
#[derive(Debug, Serialize)]
pub(crate) struct Harvested<'a> {
    pub(crate) source: &'a str,
    pub(crate) file_name: &'a str,
    pub(crate) fingerprint: &'a str,
    pub(crate) state: HarvestState,
    pub(crate) counts: &'a HarvestCounts,
}

/// A place came to be.
#[derive(Debug, Serialize)]
pub(crate) struct PlaceCreated<'a> {
    pub(crate) slug: &'a str,
    pub(crate) name: &'a str,
}

/// What is known of a place changed.
#[derive(Debug, Serialize)]
pub(crate) struct PlaceChanged {
    pub(crate) fields: Vec<String>,
}

/// A place turned out to be another.
#[derive(Debug, Serialize)]
pub(crate) struct PlaceMerged {
    pub(crate) into: String,
}

/// A person corrected a field.
#[derive(Debug, Serialize)]
pub(crate) struct PlaceEdited<'a> {
    pub(crate) field: &'a str,
    pub(crate) before: &'a str,
    pub(crate) after: &'a str,
}

/// A place was closed, hidden or published again.
#[derive(Debug, Serialize)]
pub(crate) struct PlaceStateSet<'a> {
    pub(crate) state: PlaceState,
    pub(crate) reason: &'a str,
}

/// A person said of two records whether they are the same place.
#[derive(Debug, Serialize)]
pub(crate) struct Decided<'a> {
    pub(crate) a: &'a (String, String),
    pub(crate) b: &'a (String, String),
    pub(crate) verdict: &'a str,
}

/// The official communes were replaced.
#[derive(Debug, Serialize)]
pub(crate) struct CommunesLoaded {
    pub(crate) count: usize,
}

impl PlaceMerged {
    pub(crate) fn into(place: PlaceId) -> Self {
        Self { into: place.to_string() }
    }
}

impl Event for Harvested<'_> {
    const KIND: &'static str = "directory.harvested";
}

impl Event for PlaceCreated<'_> {
    const KIND: &'static str = "directory.place_created";
}

impl Event for PlaceChanged {
    const KIND: &'static str = "directory.place_changed";
}

impl Event for PlaceMerged {
    const KIND: &'static str = "directory.place_merged";
}

impl Event for PlaceEdited<'_> {
    const KIND: &'static str = "directory.place_edited";
}

impl Event for PlaceStateSet<'_> {
    const KIND: &'static str = "directory.place_state_set";
}

impl Event for Decided<'_> {
    const KIND: &'static str = "directory.decided";
}

impl Event for CommunesLoaded {
    const KIND: &'static str = "directory.communes_loaded";
}
