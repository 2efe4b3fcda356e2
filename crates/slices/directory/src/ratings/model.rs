//! The nouns: ratings, their four marks, comments, replies, sheets of codes. No IO.

use base::{PersonId, PlaceId, RatingId, SheetId, Timestamp};
use moderation::model::Article;

/// What is asked of a visitor, each on a scale of five steps (directory, section 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Criterion {
    /// How one was welcomed.
    Welcome,
    /// Whether it was of use.
    Usefulness,
    /// How easy it was to come and get in.
    Access,
    /// Whether it was open as announced.
    Hours,
}

/// The lowest and the highest step of the scale.
pub const STEPS: [u8; 5] = [1, 2, 3, 4, 5];

/// The four marks of one rating, in the order of [`Criterion::ALL`], each from 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks([u8; 4]);

/// How a visitor showed that they went there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// A one-use code that the desk handed out.
    Code,
    /// An address that they confirmed.
    Mail,
    /// The confirmed address of their account.
    Account,
}

/// Whether a rating counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RatingState {
    /// Its author has to confirm their address.
    Unconfirmed,
    /// It counts.
    Counted,
    /// It came with others in a way that looks organised: a person has to look.
    Apart,
    /// Its author took it away.
    Withdrawn,
    /// Moderation took it away; the article is public.
    Removed,
}

/// Who can read a comment or a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsState {
    /// There is none.
    None,
    /// A person has to read it first.
    Waiting,
    /// Everyone.
    Shown,
    /// Everyone who opens the bin, with the article.
    Binned,
    /// Nobody.
    Hidden,
}

/// What one visitor says of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// Which.
    pub id: RatingId,
    /// Of which place.
    pub place: PlaceId,
    /// A seal of who says it: their address in lower case, or the code. It stays when the account
    /// goes, so that what one person wrote stays findable by moderators.
    pub rater: String,
    /// Their account, when they have one.
    pub person: Option<PersonId>,
    /// Where to write about the comment, when there is no account.
    pub mail: Option<String>,
    /// The code of the language they read.
    pub locale: String,
    /// How they showed that they went there.
    pub proof: Proof,
    /// The four marks.
    pub marks: Marks,
    /// What they add in words; may be empty.
    pub comment: String,
    /// Whether it counts.
    pub state: RatingState,
    /// Who can read the comment.
    pub comment_state: WordsState,
    /// The article that it breaks, when moderation took it away.
    pub article: Option<Article>,
    /// The article that the comment breaks.
    pub comment_article: Option<Article>,
    /// The network it came from, without its last part; empty when unknown.
    pub network: String,
    /// When it was sent.
    pub made_at: Timestamp,
    /// When it began to count, or was put apart.
    pub counted_at: Option<Timestamp>,
}

/// What a place answers to a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// To which rating.
    pub rating: RatingId,
    /// Who wrote it for the place.
    pub person: PersonId,
    /// A seal of who wrote it.
    pub author_key: String,
    /// The code of the language they read.
    pub locale: String,
    /// What it says.
    pub words: String,
    /// Who can read it.
    pub state: WordsState,
    /// When.
    pub at: Timestamp,
}

/// A sheet of one-use codes, printed and handed out at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Which.
    pub id: SheetId,
    /// For which place.
    pub place: PlaceId,
    /// When it was made.
    pub made_at: Timestamp,
    /// Until when its codes work.
    pub ends_at: Timestamp,
    /// How many codes it has.
    pub codes: u32,
}

impl Criterion {
    /// Every criterion, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Welcome, Self::Usefulness, Self::Access, Self::Hours];

    /// Stable name, for storage, files and messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Welcome => "welcome",
            Self::Usefulness => "usefulness",
            Self::Access => "access",
            Self::Hours => "hours",
        }
    }
}

impl Marks {
    /// Four marks, when each is on the scale.
    pub fn new(marks: [u8; 4]) -> Option<Self> {
        marks.iter().all(|it| STEPS.contains(it)).then_some(Self(marks))
    }

    /// The four marks, in the order of [`Criterion::ALL`].
    pub const fn all(self) -> [u8; 4] {
        self.0
    }

    /// The mark of a criterion.
    pub const fn of(self, criterion: Criterion) -> u8 {
        self.0[criterion as usize]
    }

    /// Their sum, from 4 to 20.
    pub fn points(self) -> u32 {
        self.0.iter().map(|it| u32::from(*it)).sum()
    }
}

macro_rules! names {
    ($type:ident { $($variant:ident = $name:literal),+ $(,)? }) => {
        impl $type {
            /// Stable name, for storage and messages.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// The one stored under that name.
            pub fn named(name: &str) -> Option<Self> {
                [$(Self::$variant),+].into_iter().find(|it| it.name() == name)
            }
        }
    };
}

names!(Proof { Code = "code", Mail = "mail", Account = "account" });
names!(RatingState {
    Unconfirmed = "unconfirmed",
    Counted = "counted",
    Apart = "apart",
    Withdrawn = "withdrawn",
    Removed = "removed",
});
names!(WordsState {
    None = "none",
    Waiting = "waiting",
    Shown = "shown",
    Binned = "binned",
    Hidden = "hidden",
});
