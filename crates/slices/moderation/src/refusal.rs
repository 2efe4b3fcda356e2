//! Every "no" of this slice.

use base::Refusal as Say;

/// Why moderation refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// That person already reported that thing.
    AlreadyReported,
    /// Too many reports from one network in an hour.
    TooManyReports,
    /// Not a mail address.
    MailUnreadable,
    /// The reason has to be chosen.
    ReasonNeeded,
    /// A notice explains itself, in ten letters at least.
    ExplanationNeeded,
    /// A notice is signed.
    NameNeeded,
    /// A notice says where to answer.
    MailNeeded,
    /// A notice is given in good faith.
    GoodFaithNeeded,
    /// A text is longer than it may be.
    TooLong,
    /// A decision that takes something away says why.
    MotiveNeeded,
    /// It was already decided.
    AlreadyDecided,
    /// Nobody judges their own affair.
    OwnAffair,
    /// An appeal is answered by someone else than who decided.
    OwnDecision,
    /// The decision can no longer be undone.
    TooLateToUndo,
    /// The decision can no longer be appealed against.
    TooLateToAppeal,
    /// That party already appealed.
    AlreadyAppealed,
    /// An appeal says why, in ten letters at least.
    AppealWordsNeeded,
    /// Nothing was chosen.
    NothingChosen,
}

impl Say for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Self::AlreadyReported => "moderation-already-reported",
            Self::TooManyReports => "moderation-too-many-reports",
            Self::MailUnreadable => "moderation-mail-unreadable",
            Self::ReasonNeeded => "moderation-reason-needed",
            Self::ExplanationNeeded => "moderation-explanation-needed",
            Self::NameNeeded => "moderation-name-needed",
            Self::MailNeeded => "moderation-mail-needed",
            Self::GoodFaithNeeded => "moderation-good-faith-needed",
            Self::TooLong => "moderation-too-long",
            Self::MotiveNeeded => "moderation-motive-needed",
            Self::AlreadyDecided => "moderation-already-decided",
            Self::OwnAffair => "moderation-own-affair",
            Self::OwnDecision => "moderation-own-decision",
            Self::TooLateToUndo => "moderation-too-late-to-undo",
            Self::TooLateToAppeal => "moderation-too-late-to-appeal",
            Self::AlreadyAppealed => "moderation-already-appealed",
            Self::AppealWordsNeeded => "moderation-appeal-words-needed",
            Self::NothingChosen => "moderation-nothing-chosen",
        }
    }

    fn article(&self) -> Option<&'static str> {
        match self {
            Self::AlreadyReported
            | Self::OwnDecision
            | Self::TooLateToUndo
            | Self::TooLateToAppeal => Some("participation 7.13"),
            _ => None,
        }
    }
}
