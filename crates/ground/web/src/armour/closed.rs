//! The house is closed for a while: visitors read why, administrators go in.

use crate::error::Said;
use crate::limits::Class;
use crate::{App, Note, Shield, SignedIn, Trouble, noted};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::Arc;

/// How long visitors are asked to wait when a file closes the house, in minutes.
const MINUTES: u32 = 10;

/// Answers 503 while the house is closed, by its settings or by the file of its data folder.
pub(super) async fn closed(State(app): State<App>, request: Request, next: Next) -> Response {
    let Some((sentence, minutes)) = why(&app, &request) else { return next.run(request).await };
    let mut response = noted(Note {
        detail: Some(sentence).filter(|it| !it.is_empty()),
        ..Note::plain(Trouble::Unavailable)
    });
    let seconds = HeaderValue::from(u64::from(minutes) * 60);
    response.headers_mut().insert(header::RETRY_AFTER, seconds);
    response.extensions_mut().insert(Said("error-closed"));
    response
}

fn why(app: &App, request: &Request) -> Option<(String, u32)> {
    let path = request.uri().path();
    let is_needed = Class::of(request.method(), path) == Class::Exempt
        || ["/connexion", "/deconnexion", "/compte/preuve", "/langue"]
            .iter()
            .any(|it| path.starts_with(it));
    let is_administrator =
        request.extensions().get::<SignedIn>().is_some_and(|it| it.has_administration);
    if is_needed || is_administrator {
        return None;
    }
    if let Some(closed) = &app.site().closed {
        return Some((closed.sentence.clone(), closed.minutes));
    }
    let shield = request.extensions().get::<Arc<Shield>>()?;
    shield.closing_sentence().map(|sentence| (sentence, MINUTES))
}
