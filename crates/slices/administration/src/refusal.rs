//! Every "no" of this slice.

use base::Refusal as Say;

/// Why a change is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Longer than it may be, or on several lines where one is asked.
    TooLong,
    /// The name of the site cannot be empty.
    Empty,
    /// Not a mail address.
    NotMail,
    /// Not a telephone number.
    NotPhone,
    /// Not a day.
    NotDay,
    /// Not a number between its limits.
    NotNumber,
    /// Not an address of a page.
    NotAddress,
    /// Not one of the answers.
    NotAnswer,
    /// Not a colour.
    NotColour,
    /// Too pale to be read; the nearest that passes.
    TooPale {
        /// The nearest colour that passes, `#rrggbb`.
        nearest: String,
    },
    /// Not a picture that can be taken.
    NotPicture,
}

impl Say for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Self::TooLong => "administration-too-long",
            Self::Empty => "administration-empty",
            Self::NotMail => "administration-not-mail",
            Self::NotPhone => "administration-not-phone",
            Self::NotDay => "administration-not-day",
            Self::NotNumber => "administration-not-number",
            Self::NotAddress => "administration-not-address",
            Self::NotAnswer => "administration-not-answer",
            Self::NotColour => "administration-not-colour",
            Self::TooPale { .. } => "administration-too-pale",
            Self::NotPicture => "administration-not-picture",
        }
    }
}

impl Refusal {
    /// The refusal in the words of the page.
    pub fn said(&self, words: &web::Words) -> String {
        match self {
            Self::TooPale { nearest } => words.put(self.key(), "nearest", nearest),
            _ => words.t(self.key()),
        }
    }
}
