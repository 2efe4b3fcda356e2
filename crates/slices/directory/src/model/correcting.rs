//! What the public proposes: corrections, and how far they are.

use base::{CorrectionId, PlaceId, Timestamp};
use intake::standard::FieldName;

/// What is wrong on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The place is closed for good.
    Closed,
    /// Its hours.
    Hours,
    /// Its phone number.
    Phone,
    /// Its address.
    Address,
    /// What one can do there.
    Services,
    /// Something else.
    Other,
}

impl Subject {
    /// Every subject.
    pub const ALL: [Self; 6] =
        [Self::Closed, Self::Hours, Self::Phone, Self::Address, Self::Services, Self::Other];

    /// Stable name, for storage and forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Closed => "ferme",
            Self::Hours => "horaires",
            Self::Phone => "telephone",
            Self::Address => "adresse",
            Self::Services => "services",
            Self::Other => "autre",
        }
    }

    /// The subject of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// The field it is about, when it is one.
    pub const fn field(self) -> Option<FieldName> {
        match self {
            Self::Hours => Some(FieldName::Hours),
            Self::Phone => Some(FieldName::Phone),
            Self::Address => Some(FieldName::Street),
            Self::Services => Some(FieldName::Services),
            Self::Closed | Self::Other => None,
        }
    }
}

/// How far a correction is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CorrectionState {
    /// Someone is to decide.
    Waiting,
    /// It is on the page.
    Accepted,
    /// Part of it is.
    Partly,
    /// It is not, and a reason was given.
    Refused,
}

impl CorrectionState {
    /// Stable name, for storage and messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Accepted => "accepted",
            Self::Partly => "partly",
            Self::Refused => "refused",
        }
    }

    /// The state stored under that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Waiting, Self::Accepted, Self::Partly, Self::Refused]
            .into_iter()
            .find(|it| it.name() == name)
    }
}

/// A correction proposed by someone who does not keep the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Which.
    pub id: CorrectionId,
    /// Of which place.
    pub place: PlaceId,
    /// What is wrong.
    pub subject: Subject,
    /// What the page said then, as the standard writes it.
    pub seen: String,
    /// What it should say, as the standard writes it; empty when only words were given.
    pub value: String,
    /// The proposer's words.
    pub words: String,
    /// Where the outcome is told; none when nobody asked, or once it was told.
    pub mail: Option<String>,
    /// Whether that address was confirmed.
    pub is_confirmed: bool,
    /// How far it is.
    pub state: CorrectionState,
    /// What was put on the page instead, for a correction accepted in part.
    pub kept: String,
    /// Why, when it was refused; may say something when it was accepted.
    pub reason: String,
    /// When it was proposed.
    pub made_at: Timestamp,
    /// When it was decided.
    pub decided_at: Option<Timestamp>,
}
