//! Problem documents: how the API says no (RFC 9457).

use crate::error::Note;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// A problem document.
#[derive(Debug, Serialize)]
pub struct Problem {
    /// Which kind of problem: `about:blank`, that is, what the status says and no more.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The kind in a few words.
    pub title: String,
    /// The status of the answer.
    pub status: u16,
    /// This very case, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// What to quote when asking for help.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

impl Problem {
    /// The document of a note.
    pub fn of(note: &Note) -> Self {
        let status = note.trouble.status();
        let reason = StatusCode::from_u16(status).ok().and_then(|it| it.canonical_reason());
        Self {
            kind: "about:blank",
            title: reason.unwrap_or("Error").to_owned(),
            status,
            detail: note.detail.clone(),
            reference: note.reference.clone(),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_string(&self).unwrap_or_default();
        (status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response()
    }
}
