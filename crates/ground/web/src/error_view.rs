//! The page shown when a request cannot be answered: what happened, and what to do now.

use crate::{Link, Shell};
use askama::Template;

/// Why a page cannot be shown, as a visitor understands it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// 404: nothing at that address.
    NotFound,
    /// 410: there was a place, it closed.
    Gone,
    /// 401: who are you?
    SignInFirst,
    /// 403: not yours to see or do.
    NotAllowed,
    /// 409: someone was quicker.
    Stale,
    /// 422: what was typed cannot be used.
    Refused,
    /// 429: too many requests in a short time.
    TooMany,
    /// 500: our fault.
    Broken,
    /// 503: the site cannot answer for a moment.
    Unavailable,
}

/// The page of a trouble.
#[derive(Template)]
#[template(path = "error.html")]
pub struct ErrorView {
    /// The layout.
    pub shell: Shell,
    /// What went wrong.
    pub trouble: Trouble,
    /// A sentence about this very case, when there is one: the words of a refusal.
    pub detail: Option<String>,
    /// What to quote when asking for help; only for [`Trouble::Broken`].
    pub reference: Option<String>,
    /// Where to go instead, before the usual links.
    pub ways_out: Vec<Link>,
}

impl Trouble {
    /// Every trouble, for tests.
    pub const ALL: [Self; 9] = [
        Self::NotFound,
        Self::Gone,
        Self::SignInFirst,
        Self::NotAllowed,
        Self::Stale,
        Self::Refused,
        Self::TooMany,
        Self::Broken,
        Self::Unavailable,
    ];

    /// The status of the answer.
    pub fn status(self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::Gone => 410,
            Self::SignInFirst => 401,
            Self::NotAllowed => 403,
            Self::Stale => 409,
            Self::Refused => 422,
            Self::TooMany => 429,
            Self::Broken => 500,
            Self::Unavailable => 503,
        }
    }

    fn title_key(self) -> &'static str {
        match self {
            Self::NotFound => "error-not-found",
            Self::Gone => "error-gone",
            Self::SignInFirst => "error-sign-in-first",
            Self::NotAllowed => "error-not-allowed",
            Self::Stale => "error-stale",
            Self::Refused => "error-refused",
            Self::TooMany => "error-too-many",
            Self::Broken => "error-broken",
            Self::Unavailable => "error-unavailable",
        }
    }

    fn advice_key(self) -> &'static str {
        match self {
            Self::NotFound => "error-not-found-advice",
            Self::Gone => "error-gone-advice",
            Self::SignInFirst => "error-sign-in-first-advice",
            Self::NotAllowed => "error-not-allowed-advice",
            Self::Stale => "error-stale-advice",
            Self::Refused => "error-refused-advice",
            Self::TooMany => "error-too-many-advice",
            Self::Broken => "error-broken-advice",
            Self::Unavailable => "error-unavailable-advice",
        }
    }
}

impl ErrorView {
    /// The page of a trouble about which nothing more is known.
    pub fn new(shell: Shell, trouble: Trouble) -> Self {
        Self { shell, trouble, detail: None, reference: None, ways_out: Vec::new() }
    }
}
