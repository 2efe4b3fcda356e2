//! Forms that bring files: the ticket first, then fields and files, within the limits of the route.
//!
//! A form that takes files says so: `enctype="multipart/form-data"`, its hidden `csrf` before the
//! first file, and a struct that says which files it has:
//!
//! ```
//! #[derive(serde::Deserialize)]
//! #[serde(deny_unknown_fields)]
//! struct Portrait {
//!     legende: String,
//! }
//!
//! impl web::UploadForm for Portrait {
//!     const FILES: &'static [web::FileField] =
//!         &[web::FileField { name: "photo", count_max: 1, size_max_bytes: 12_000_000 }];
//! }
//!
//! async fn receive(upload: web::Upload<Portrait>) -> String {
//!     match upload.files {
//!         Ok(files) => format!("{} : {} fichier", upload.fields.legende, files.len()),
//!         Err(refusal) => refusal.to_string(),
//!     }
//! }
//! ```
//!
//! A file that is too heavy is read to its end and thrown away, so that the page can come back
//! with the words beside the field and what was typed kept: a browser cut off in the middle shows
//! nothing but a broken connection. Names and kinds that the sender gives are never trusted: the
//! name is kept as a label to be shown, the kind is forgotten.

mod receive;

pub use receive::Sent;

use crate::form::once;
use crate::{App, Error, Ticket, Visitor, Words};
use axum::extract::{DefaultBodyLimit, FromRef, FromRequest, FromRequestParts as _};
use axum::extract::{Multipart, Request};
use receive::{Fault, receive};
use serde::de::DeserializeOwned;

/// The most bytes of any request. Routes take less.
pub(crate) const REQUEST_MAX_BYTES: usize = 64 << 20;

/// The most bytes of everything that is typed in a form with files.
const TEXT_MAX_BYTES: usize = 256 << 10;

/// A form that has files.
pub trait UploadForm: DeserializeOwned {
    /// The fields that bring files. Any other file is refused.
    const FILES: &'static [FileField];
}

/// A field that brings files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileField {
    /// Its name in the form.
    pub name: &'static str,
    /// How many files it brings at most.
    pub count_max: usize,
    /// How heavy each is at most, in bytes.
    pub size_max_bytes: usize,
}

/// A form with files that came with a good ticket.
#[derive(Debug)]
pub struct Upload<T> {
    /// What was typed.
    pub fields: T,
    /// The files, in the order they came; or why none is taken.
    pub files: Result<Vec<Sent>, UploadRefusal>,
    /// Its ticket.
    pub ticket: Ticket,
    /// The key under which its act happens once, for [`db::Act::is_first`].
    pub once: String,
}

/// Why the files of a form are not taken. What was typed is there all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UploadRefusal {
    /// A file is heavier than the route permits.
    TooHeavy {
        /// The field that brought it.
        field: &'static str,
        /// What the sender calls it, to be shown.
        label: String,
        /// The most that is permitted, in bytes.
        size_max_bytes: usize,
    },
    /// A field brought more files than the route permits.
    TooMany {
        /// The field that brought them.
        field: &'static str,
        /// The most that is permitted.
        count_max: usize,
    },
}

impl UploadRefusal {
    /// The field beside which it is said.
    pub fn field(&self) -> &'static str {
        match self {
            Self::TooHeavy { field, .. } | Self::TooMany { field, .. } => field,
        }
    }

    /// What is said beside the field.
    pub fn words(&self, words: &Words) -> String {
        use base::Refusal as _;
        match self {
            Self::TooHeavy { label, size_max_bytes, .. } => {
                let limit = (size_max_bytes / 1_000_000).max(1).to_string();
                words.with(self.key(), &[("name", label), ("limit", &limit)])
            }
            Self::TooMany { count_max, .. } => words.n(self.key(), *count_max as u64),
        }
    }
}

impl base::Refusal for UploadRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::TooHeavy { .. } => "upload-too-heavy",
            Self::TooMany { .. } => "upload-too-many",
        }
    }
}

impl std::fmt::Display for UploadRefusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooHeavy { label, size_max_bytes, .. } => {
                write!(f, "le fichier « {label} » pèse plus de {size_max_bytes} octets")
            }
            Self::TooMany { count_max, .. } => write!(f, "au plus {count_max} fichiers"),
        }
    }
}

impl<S, T> FromRequest<S> for Upload<T>
where
    App: FromRef<S>,
    S: Send + Sync,
    T: UploadForm,
{
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        let (mut parts, body) = request.into_parts();
        let visitor = match Visitor::from_request_parts(&mut parts, state).await {
            Ok(visitor) => visitor,
            Err(never) => match never {},
        };
        let refused = |key: &str| Error::Refused(visitor.words().t(key));
        let path = parts.uri.path().to_owned();
        let mut request = Request::from_parts(parts, body);
        DefaultBodyLimit::max(body_max_bytes(T::FILES)).apply(&mut request);
        let multipart = Multipart::from_request(request, state).await;
        let multipart = multipart.map_err(|_| refused("form-unreadable"))?;
        let received =
            receive(multipart, T::FILES, TEXT_MAX_BYTES, |csrf| visitor.ticket(csrf)).await;
        let received = received.map_err(|fault| match fault {
            Fault::Unreadable => refused("form-unreadable"),
            Fault::TooLong => refused("upload-too-long"),
            Fault::Busy => Error::TooMany(visitor.words().t("upload-busy")),
            Fault::Ticket(error) => error,
        })?;
        let once = once(&received.ticket, &path, &received.content());
        let fields = serde_html_form::from_str(&received.text).map_err(|error| {
            tracing::debug!(%error, "a form with files was not understood");
            refused("form-unreadable")
        })?;
        Ok(Self { fields, files: received.files, ticket: received.ticket, once })
    }
}

/// What is read of a request: twice what is taken, so that most people who send too much are told
/// so beside the field.
fn body_max_bytes(fields: &[FileField]) -> usize {
    let files: usize = fields.iter().map(|it| it.count_max.saturating_mul(it.size_max_bytes)).sum();
    files.saturating_mul(2).saturating_add(TEXT_MAX_BYTES * 2).min(REQUEST_MAX_BYTES)
}
