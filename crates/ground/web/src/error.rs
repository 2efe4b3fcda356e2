//! Why a request does not go through. Handlers say which; the armour makes a page of it for
//! people and a problem document (RFC 9457) for programs.

use crate::Trouble;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// The answer of every handler.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a request did not go through.
#[derive(Debug)]
pub enum Error {
    /// What was asked cannot be used, and why: 422.
    Refused(String),
    /// Nothing there: 404.
    NotFound,
    /// There was something, for ever gone: 410.
    Gone,
    /// Sign in first: 401.
    SignInFirst,
    /// Not yours to do: 403.
    NotAllowed,
    /// The form did not come from a page of this site, or stayed open too long; what to do: 403.
    Forged(String),
    /// Not yours to do, and why: 403.
    Forbidden(String),
    /// Too often in a short time; what to do: 429.
    TooMany(String),
    /// Someone was quicker: 409.
    Stale,
    /// Our fault: 500. The cause goes to the log, never to the visitor.
    Broken(anyhow::Error),
}

/// What a trouble leaves on the answer, for the layer that dresses it.
#[derive(Clone, Debug)]
pub struct Note {
    /// Which trouble.
    pub trouble: Trouble,
    /// Words about this very case.
    pub detail: Option<String>,
    /// What to quote when asking for help.
    pub reference: Option<String>,
}

/// The key of words about this very case, for a note that nobody could put in a language yet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said(pub(crate) &'static str);

impl Note {
    /// A note that says no more than the trouble itself.
    pub fn plain(trouble: Trouble) -> Self {
        Self { trouble, detail: None, reference: None }
    }
}

impl From<db::Error> for Error {
    fn from(error: db::Error) -> Self {
        Self::Broken(error.into())
    }
}

impl From<anyhow::Error> for Error {
    fn from(error: anyhow::Error) -> Self {
        Self::Broken(error)
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Self::Broken(error.into())
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let note = match self {
            Self::Refused(detail) => Note { detail: Some(detail), ..Note::plain(Trouble::Refused) },
            Self::NotFound => Note::plain(Trouble::NotFound),
            Self::Gone => Note::plain(Trouble::Gone),
            Self::SignInFirst => Note::plain(Trouble::SignInFirst),
            Self::NotAllowed => Note::plain(Trouble::NotAllowed),
            Self::Forged(detail) | Self::Forbidden(detail) => {
                Note { detail: Some(detail), ..Note::plain(Trouble::NotAllowed) }
            }
            Self::TooMany(detail) => Note { detail: Some(detail), ..Note::plain(Trouble::TooMany) },
            Self::Stale => Note::plain(Trouble::Stale),
            Self::Broken(cause) => match away(&cause) {
                Some(error) => return unavailable(error),
                None => broken(&cause),
            },
        };
        noted(note)
    }
}

/// The storage's own error, when it is one of those that pass by themselves.
fn away(cause: &anyhow::Error) -> Option<&db::Error> {
    cause.chain().find_map(|it| it.downcast_ref::<db::Error>()).filter(|it| it.is_unavailable())
}

/// The storage cannot answer for the moment: nothing was written by halves, one may try again.
fn unavailable(error: &db::Error) -> Response {
    tracing::error!(%error, "the storage cannot answer for the moment");
    let mut response = noted(Note::plain(Trouble::Unavailable));
    if error.is_full() {
        response.extensions_mut().insert(Said("error-full"));
    }
    response
}

/// Logs the cause once, under a reference that the visitor can quote.
fn broken(cause: &anyhow::Error) -> Note {
    let reference = reference();
    tracing::error!(reference, cause = format!("{cause:#}"), "a request broke");
    Note { reference: Some(reference), ..Note::plain(Trouble::Broken) }
}

/// Eight letters and digits that nobody can guess: enough to find a line of the log.
fn reference() -> String {
    use std::hash::{BuildHasher, Hasher};
    let draw = std::hash::RandomState::new().build_hasher().finish();
    format!("{:08X}", draw & 0xffff_ffff)
}

/// An empty answer that carries the note.
pub fn noted(note: Note) -> Response {
    let status =
        StatusCode::from_u16(note.trouble.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = status.into_response();
    response.extensions_mut().insert(note);
    response
}

/// What a handler that panicked answers: the process stays, the visitor gets a reference.
#[expect(clippy::needless_pass_by_value, reason = "the layer hands the panic over")]
pub(crate) fn panicked(panic: Box<dyn std::any::Any + Send>) -> Response {
    let words = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("without words");
    noted(broken(&anyhow::anyhow!("panic: {words}")))
}
