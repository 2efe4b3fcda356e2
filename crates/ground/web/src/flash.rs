//! The word that follows an act: said once, at the top of the page where it led.
//!
//! It travels as the key of a message in a cookie that lives one minute and that the next page
//! takes away. Only keys that begin with `done-` and that a catalogue has are ever shown.

use crate::visitor::own_cookie;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

const NAME: &str = "suite";

/// Leads on to `path` (303) and has the message `key` said there.
pub fn done(path: &str, key: &str) -> Response {
    let mut response = lead_to(path);
    let cookie = format!("{NAME}={key}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

/// Leads on to `path` (303): what follows a form that was sent.
pub fn lead_to(path: &str) -> Response {
    let safe = if is_local(path) { path } else { "/" };
    let location = HeaderValue::from_str(safe).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}

/// Whether it is a path of this site, whatever a browser makes of it: browsers leave out tabs and
/// ends of line, and take a backslash for a slash.
pub(crate) fn is_local(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && path.bytes().all(|it| it.is_ascii_graphic() && it != b'\\')
}

/// The key of the message to say, if there is one.
pub(crate) fn key(headers: &HeaderMap) -> Option<&str> {
    own_cookie(headers, NAME).filter(|key| {
        key.starts_with("done-") && key.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-')
    })
}

/// Takes the word away once a page has said it.
pub(crate) async fn said(request: Request, next: Next) -> Response {
    let is_there = own_cookie(request.headers(), NAME).is_some();
    let mut response = next.run(request).await;
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|it| it.as_bytes().starts_with(b"text/html"));
    if is_there && is_page {
        let cookie = format!("{NAME}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    response
}
