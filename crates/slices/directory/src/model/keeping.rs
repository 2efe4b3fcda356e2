//! Who keeps pages and what they write: hands, changes, confirmations, closures, photos,
//! translations, claims, corrections. No IO.

use base::{ChangeId, ClaimId, NoticeId, PersonId, PhotoId, PlaceId, Timestamp};
use intake::standard::FieldName;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Under what title someone writes on a page. The page says it instead of their name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// A manager of the place.
    Manager,
    /// A mediator of the place.
    Mediator,
    /// The coordination of its territory.
    Hub,
    /// Moderation.
    Moderation,
    /// Who keeps the house.
    House,
}

impl Hand {
    /// Every hand.
    pub const ALL: [Self; 5] =
        [Self::Manager, Self::Mediator, Self::Hub, Self::Moderation, Self::House];

    /// Stable name, for storage and the journal.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Manager => "place-manager",
            Self::Mediator => "mediator",
            Self::Hub => "hub-manager",
            Self::Moderation => "moderator",
            Self::House => "house",
        }
    }

    /// The hand stored under that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Whether it is the place itself that writes: only that keeps a membership alive
    /// (network 7.2, `PageActivity`).
    pub const fn is_of_the_place(self) -> bool {
        matches!(self, Self::Manager | Self::Mediator)
    }
}

/// An edit in force on one field, as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// The value, as the standard writes it; empty says that there is none.
    pub value: String,
    /// When, in milliseconds UTC.
    pub at: i64,
    /// By whom, as the journal names them.
    pub actor: String,
}

/// What one field of a page was and became.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// The standard's name of the field.
    pub field: String,
    /// The edit that was in force, if there was one.
    pub before: Option<Written>,
    /// The edit that is in force since, if there is one.
    pub after: Option<Written>,
    /// What the page said.
    pub shown_before: String,
    /// What it says since.
    pub shown_after: String,
}

impl FieldChange {
    /// The field, if the standard still has it.
    pub fn name(&self) -> Option<FieldName> {
        FieldName::from_label(&self.field)
    }
}

/// Why something was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// Someone wrote it.
    Edit,
    /// A former change was undone.
    Undo,
    /// Someone from the public proposed it.
    Correction,
    /// A list said something fresher, and a choice was made.
    Choice,
}

impl ChangeKind {
    /// Stable name, for storage and messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::Undo => "undo",
            Self::Correction => "correction",
            Self::Choice => "choice",
        }
    }

    /// The kind stored under that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Edit, Self::Undo, Self::Correction, Self::Choice]
            .into_iter()
            .find(|it| it.name() == name)
    }
}

/// What one person changed at once on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub id: ChangeId,
    /// Of which place.
    pub place: PlaceId,
    /// When.
    pub at: Timestamp,
    /// Under what title.
    pub hand: Hand,
    /// Why.
    pub kind: ChangeKind,
    /// Field by field.
    pub fields: Vec<FieldChange>,
}

/// What a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Closed on those days.
    Closure,
    /// Something to know during those days.
    Message,
}

impl NoticeKind {
    /// Stable name, for storage and forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Closure => "fermeture",
            Self::Message => "message",
        }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Closure, Self::Message].into_iter().find(|it| it.name() == name)
    }
}

/// An exceptional closure or a message, for some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Which.
    pub id: NoticeId,
    /// Of which place.
    pub place: PlaceId,
    /// What it is.
    pub kind: NoticeKind,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Why closed, or the message; may be empty for a closure.
    pub text: String,
}

impl Notice {
    /// Whether it holds on that day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }
}

/// A picture of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    /// Which.
    pub id: PhotoId,
    /// Of which place.
    pub place: PlaceId,
    /// What it shows, for those who do not see it.
    pub alternative: String,
    /// Who took it; may be empty.
    pub credit: String,
    /// Its files, the largest first.
    pub sizes: Vec<PhotoSize>,
}

/// A file of a picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoSize {
    /// The name of the file.
    pub file: String,
    /// Its width, in pixels.
    pub width_px: u32,
    /// Its height, in pixels.
    pub height_px: u32,
}

/// How a place presents itself in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// The code of the language: `en`, `ar`.
    pub language: String,
    /// What the page says of the place in it.
    pub text: String,
}

/// How a claim is to be proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimWay {
    /// A code sent to the mail address that the page publishes.
    Mail,
    /// A code sent by post to the address of the place.
    Letter,
    /// The coordination of the territory looks at it.
    Pole,
}

impl ClaimWay {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Mail, Self::Letter, Self::Pole];

    /// Stable name, for storage and forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mail => "courriel",
            Self::Letter => "courrier",
            Self::Pole => "pole",
        }
    }

    /// The way of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// How far a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimState {
    /// A code is to be typed, or someone is to decide.
    Waiting,
    /// The page is theirs to keep.
    Granted,
    /// It is not, and a reason was given.
    Refused,
}

impl ClaimState {
    /// Stable name, for storage and messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Granted => "granted",
            Self::Refused => "refused",
        }
    }

    /// The state stored under that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Waiting, Self::Granted, Self::Refused].into_iter().find(|it| it.name() == name)
    }
}

/// Someone says that a page is theirs to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Which.
    pub id: ClaimId,
    /// Of which place.
    pub place: PlaceId,
    /// By whom.
    pub person: PersonId,
    /// How it is to be proved.
    pub way: ClaimWay,
    /// How far it is.
    pub state: ClaimState,
    /// The seal of the code; empty until one is made.
    pub seal: String,
    /// How often a wrong code was typed.
    pub tries: i64,
    /// What they said of themselves.
    pub words: String,
    /// When.
    pub made_at: Timestamp,
    /// When its code stops working.
    pub ends_at: Timestamp,
    /// Why it was refused or granted.
    pub reason: String,
}
