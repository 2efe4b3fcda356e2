//! The nouns of the directory. No IO.

mod correcting;
mod keeping;

pub use correcting::{Correction, CorrectionState, Subject};
pub use keeping::{
    Change, ChangeKind, Claim, ClaimState, ClaimWay, FieldChange, Hand, Notice, NoticeKind, Photo,
    PhotoSize, Translation, Written,
};

use base::{PlaceId, Point};
use intake::standard::{FieldName, Fields};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A list that someone keeps and that the directory reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Short stable name.
    pub key: String,
    /// Rank of arrival, from 1: the list's number for the matching engine.
    pub number: u32,
    /// Name shown.
    pub name: String,
    /// Who keeps it.
    pub owner: String,
    /// Its licence, as its owner words it; empty when none is stated.
    pub licence: String,
    /// The page where it is published; may be empty.
    pub page: String,
    /// How much it is believed against others, 0 to 100.
    pub trust: u32,
    /// When it was last harvested, milliseconds UTC.
    pub harvested_at: Option<i64>,
}

/// Whether a place is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceState {
    /// Shown to everyone.
    #[default]
    Published,
    /// Kept out of sight: moderation, or a place that does not receive the public.
    Hidden,
    /// Closed for good; its page says so.
    Closed,
    /// Turned out to be another place; its address leads there.
    Merged,
}

impl PlaceState {
    /// Stable name, for storage.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Hidden => "hidden",
            Self::Closed => "closed",
            Self::Merged => "merged",
        }
    }

    /// The state stored under that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Published, Self::Hidden, Self::Closed, Self::Merged]
            .into_iter()
            .find(|state| state.name() == name)
    }
}

/// A place, as its page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Stable for ever.
    pub id: PlaceId,
    /// The last part of its address, stable for ever.
    pub slug: String,
    /// Whether it is shown.
    pub state: PlaceState,
    /// What is known about it.
    pub body: Body,
    /// The place it was merged into, if it was.
    pub merged_into: Option<PlaceId>,
    /// Milliseconds UTC.
    pub created_at: i64,
    /// Milliseconds UTC.
    pub changed_at: i64,
}

/// What the records and the edits say together about a place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Body {
    /// The standard's fields, chosen among all voices. `fields.id` is the place's id.
    pub fields: Fields,
    /// Hours in words, when no list gives hours that could be read.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub hours_text: Option<String>,
    /// What the standard has no field for.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub extra: BTreeMap<String, String>,
    /// Whether the point agrees with the address.
    #[serde(default)]
    pub point_trusted: bool,
    /// The day on which the place itself last said that its page is right.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub confirmed_on: Option<jiff::civil::Date>,
    /// Field by field, where it comes from.
    pub origins: Vec<Origin>,
    /// The records that speak of it, in the order of sources.
    pub records: Vec<RecordRef>,
}

impl Body {
    /// Where it is, when that is known well enough to be drawn.
    pub fn point(&self) -> Option<Point> {
        Point::new(self.fields.latitude?, self.fields.longitude?)
    }
}

/// A record that speaks of a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordRef {
    /// Key of the source.
    pub source: String,
    /// Its identifier there.
    pub local_id: String,
}

/// Where one field comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The standard's name of the field.
    pub field: String,
    /// Why this value: see [`Choice`].
    pub rule: Choice,
    /// Who says what is shown (for lists: everyone who adds to it).
    pub chosen: Vec<Voice>,
    /// What others say and is not shown.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub others: Vec<Voice>,
}

/// Why a value was chosen among several, from the strongest reason to the weakest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// A person answerable for the place wrote it.
    Edit,
    /// Nobody says anything else.
    Only,
    /// The list is believed more than the others.
    Trust,
    /// Equally believed lists: the freshest.
    Fresh,
    /// Equally believed and fresh: most of them agree.
    Agreement,
    /// A list of words: the union of what trusted lists say.
    Union,
}

/// One value, and who says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// Key of the source; `edit` for a person's edit.
    pub source: String,
    /// The record's identifier there; for an edit, who made it.
    pub local_id: String,
    /// Day of the information, `YYYY-MM-DD`; empty when unknown.
    pub date: String,
    /// The value, as the standard writes it.
    pub value: String,
}

/// A correction by a person, on one field, stronger than any list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Which field.
    pub field: FieldName,
    /// The value, as the standard writes it; empty to say that there is none.
    pub value: String,
    /// Day of the edit, `YYYY-MM-DD`.
    pub date: String,
    /// Who made it.
    pub actor: String,
}

impl Edit {
    /// An edit as it is stored, as the merge takes it; none on a field the standard has no more.
    pub fn of(field: &str, written: &Written) -> Option<Self> {
        let at = base::Timestamp::from_millisecond(written.at).ok();
        Some(Self {
            field: FieldName::from_label(field)?,
            value: written.value.clone(),
            date: at.map(|it| base::time::civil_day(it).to_string()).unwrap_or_default(),
            actor: written.actor.clone(),
        })
    }
}

/// What one harvest did, in numbers that add up:
/// `rows = new + changed + unchanged + duplicates + quarantined`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HarvestCounts {
    /// Rows read in the list.
    pub rows: u64,
    /// Rows never seen before.
    pub new: u64,
    /// Rows whose content changed.
    pub changed: u64,
    /// Rows that are what they were.
    pub unchanged: u64,
    /// Rows that repeat another row of the same list to the letter.
    pub duplicates: u64,
    /// Rows kept apart whole, with a reason.
    pub quarantined: u64,
    /// Records of the last harvest that the list no longer holds. Not rows of this one.
    pub vanished: u64,
    /// Values kept apart while their row went through, by reason.
    pub problems: BTreeMap<String, u64>,
    /// Repairs made, by rule.
    pub repairs: BTreeMap<String, u64>,
    /// How the bytes were read (format, encoding, separator), in words.
    #[serde(default)]
    pub reading: String,
}

impl HarvestCounts {
    /// Whether no row was lost.
    pub fn add_up(&self) -> bool {
        self.rows == self.new + self.changed + self.unchanged + self.duplicates + self.quarantined
    }
}

/// How a harvest ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HarvestState {
    /// The records are in.
    Stored,
    /// The very same bytes as last time: nothing to do.
    Identical,
    /// It would lose over a fifth of the list: a person has to decide.
    Held,
}

impl HarvestState {
    /// Stable name, for storage.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stored => "stored",
            Self::Identical => "identical",
            Self::Held => "held",
        }
    }
}
