//! Where a letter stands.

use serde::Serialize;

/// Where a letter stands. Only the first can change by itself; `Sent` may still become `Bounced`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It waits to be sent, or to be tried again.
    Waiting,
    /// The mail server took it.
    Sent,
    /// Nothing leaves in this mode: it is kept to be read on screen or in a folder.
    Kept,
    /// The mail server refused it for good, or it came back.
    Bounced,
    /// Its address bounced before: it was not sent.
    Suppressed,
    /// The mail server could not be made to take it in time.
    Failed,
    /// A person gave it up.
    GivenUp,
}

impl State {
    /// All of them, in the order of a letter's life.
    pub const ALL: [Self; 7] = [
        Self::Waiting,
        Self::Sent,
        Self::Kept,
        Self::Bounced,
        Self::Suppressed,
        Self::Failed,
        Self::GivenUp,
    ];

    /// As the table and addresses of pages write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Kept => "kept",
            Self::Bounced => "bounced",
            Self::Suppressed => "suppressed",
            Self::Failed => "failed",
            Self::GivenUp => "given_up",
        }
    }

    /// Reads what [`State::word`] writes.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }

    pub(crate) fn read(word: &str) -> db::Result<Self> {
        Self::from_word(word).ok_or_else(|| db::Error::Decode(format!("state of a letter: {word}")))
    }
}
