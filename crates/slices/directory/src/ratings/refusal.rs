//! Every "no" of ratings.

use base::Refusal as Say;

/// Why a rating, a reply or a sheet of codes is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A mark is missing.
    MarkNeeded,
    /// Neither a code, nor an address, nor an account.
    ProofNeeded,
    /// Not a mail address.
    MailUnreadable,
    /// No such code for that place, or it was used, or is too old.
    CodeDead,
    /// They rated the place less than six months ago.
    TurnNotOver,
    /// They work there.
    OwnPlace,
    /// The text is longer than it may be.
    TooLong,
    /// More than two links.
    TooManyLinks,
    /// Sent faster than a person writes.
    TooFast,
    /// A reply says something.
    WordsNeeded,
    /// The place replied already.
    AlreadyReplied,
    /// There is no comment that everyone reads.
    NothingToReplyTo,
    /// Enough codes of that place wait to be used.
    TooManyCodes,
    /// A sheet has 12, 24 or 48 codes.
    SheetSize,
    /// The link of the letter does not work, or no longer.
    LinkDead,
}

impl Say for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Self::MarkNeeded => "ratings-mark-needed",
            Self::ProofNeeded => "ratings-proof-needed",
            Self::MailUnreadable => "ratings-mail-unreadable",
            Self::CodeDead => "ratings-code-dead",
            Self::TurnNotOver => "ratings-turn-not-over",
            Self::OwnPlace => "ratings-own-place",
            Self::TooLong => "ratings-too-long",
            Self::TooManyLinks => "ratings-too-many-links",
            Self::TooFast => "ratings-too-fast",
            Self::WordsNeeded => "ratings-words-needed",
            Self::AlreadyReplied => "ratings-already-replied",
            Self::NothingToReplyTo => "ratings-nothing-to-reply-to",
            Self::TooManyCodes => "ratings-too-many-codes",
            Self::SheetSize => "ratings-sheet-size",
            Self::LinkDead => "ratings-link-dead",
        }
    }

    fn article(&self) -> Option<&'static str> {
        match self {
            Self::TurnNotOver | Self::OwnPlace => Some("directory 4"),
            _ => None,
        }
    }
}
