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

/// A person changed a field. What it said before and says since is kept with the change, which
/// can be undone; a page may name people, the journal does not.
#[derive(Debug, Serialize)]
pub(crate) struct PlaceEdited<'a> {
    pub(crate) field: &'a str,
    pub(crate) change: String,
    pub(crate) kind: &'static str,
    pub(crate) as_role: &'static str,
}

/// The place itself said that its page is right.
#[derive(Debug, Serialize)]
pub(crate) struct PageConfirmed {
    pub(crate) as_role: &'static str,
}

/// Something was put on a page, or taken off: a notice, a photo, a translation.
#[derive(Debug, Serialize)]
pub(crate) struct PageDressed<'a> {
    pub(crate) what: &'static str,
    pub(crate) which: &'a str,
    pub(crate) is_added: bool,
    pub(crate) as_role: &'static str,
}

/// Someone asked to keep a page.
#[derive(Debug, Serialize)]
pub(crate) struct PageClaimed {
    pub(crate) place: String,
    pub(crate) way: &'static str,
}

/// A code was made for a claim, or a wrong one was typed.
#[derive(Debug, Serialize)]
pub(crate) struct ClaimCode {
    pub(crate) what: &'static str,
}

/// A claim was decided.
#[derive(Debug, Serialize)]
pub(crate) struct ClaimDecided {
    pub(crate) place: String,
    pub(crate) state: &'static str,
}

/// A section was put aside as a draft, or its draft thrown away.
#[derive(Debug, Serialize)]
pub(crate) struct DraftKept {
    pub(crate) section: &'static str,
    pub(crate) is_kept: bool,
}

/// Someone left the team of a page: what became of it.
#[derive(Debug, Serialize)]
pub(crate) struct PageHandedOver {
    pub(crate) to: &'static str,
}

/// Someone proposed a correction.
#[derive(Debug, Serialize)]
pub(crate) struct CorrectionProposed {
    pub(crate) place: String,
    pub(crate) subject: &'static str,
}

/// A proposer confirmed their address.
#[derive(Debug, Serialize)]
pub(crate) struct CorrectionConfirmed {}

/// A correction was decided.
#[derive(Debug, Serialize)]
pub(crate) struct CorrectionDecided {
    pub(crate) place: String,
    pub(crate) state: &'static str,
    pub(crate) as_role: &'static str,
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

impl Event for PageConfirmed {
    const KIND: &'static str = "directory.page_confirmed";
}

impl Event for PageDressed<'_> {
    const KIND: &'static str = "directory.page_dressed";
}

impl Event for PageClaimed {
    const KIND: &'static str = "directory.page_claimed";
}

impl Event for ClaimCode {
    const KIND: &'static str = "directory.claim_code";
}

impl Event for ClaimDecided {
    const KIND: &'static str = "directory.claim_decided";
}

impl Event for DraftKept {
    const KIND: &'static str = "directory.draft_kept";
}

impl Event for PageHandedOver {
    const KIND: &'static str = "directory.page_handed_over";
}

impl Event for CorrectionProposed {
    const KIND: &'static str = "directory.correction_proposed";
}

impl Event for CorrectionConfirmed {
    const KIND: &'static str = "directory.correction_confirmed";
}

impl Event for CorrectionDecided {
    const KIND: &'static str = "directory.correction_decided";
}
