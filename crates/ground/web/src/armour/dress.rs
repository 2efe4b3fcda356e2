//! Troubles get their page, or their problem document for programs.

use crate::error::{Note, Said};
use crate::{App, ErrorView, Link, Problem, Section, Trouble, Visitor};
use askama::Template as _;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};

/// Headers that the answer keeps when it gets its page.
const KEPT: [HeaderName; 5] = [
    header::RETRY_AFTER,
    header::ALLOW,
    header::SET_COOKIE,
    HeaderName::from_static("ratelimit-policy"),
    HeaderName::from_static("ratelimit"),
];
/// When to come back, if nobody knows better.
const COME_BACK_SECONDS: &str = "30";

/// Gives a trouble its page, or its problem document under `/api`.
pub(super) async fn dress(State(app): State<App>, request: Request, next: Next) -> Response {
    let is_api = request.uri().path().starts_with("/api/");
    let visitor = Visitor::new(app.clone(), request.uri(), request.headers(), request.extensions());
    let response = next.run(request).await;
    let note = match response.extensions().get::<Note>() {
        Some(note) => note.clone(),
        None => match bare_trouble(&response) {
            Some(trouble) => Note::plain(trouble),
            None => return response,
        },
    };
    let mut dressed =
        if is_api { Problem::of(&note).into_response() } else { page(&visitor, note, &response) };
    for name in KEPT {
        if let Some(value) = response.headers().get(&name) {
            dressed.headers_mut().insert(name, value.clone());
        }
    }
    if dressed.status() == StatusCode::SERVICE_UNAVAILABLE {
        let soon = HeaderValue::from_static(COME_BACK_SECONDS);
        dressed.headers_mut().entry(header::RETRY_AFTER).or_insert(soon);
    }
    dressed
}

fn page(visitor: &Visitor, note: Note, response: &Response) -> Response {
    let mut shell = visitor.shell(Section::Elsewhere);
    shell.hidden_from_robots = true;
    let sign_in = Link::new(visitor.words().t("sign-in"), shell.sign_in_href());
    let mut view = ErrorView::new(shell, note.trouble);
    if note.trouble == Trouble::SignInFirst {
        view.ways_out.push(sign_in);
    }
    view.detail = note.detail.or_else(|| {
        let said = response.extensions().get::<Said>()?;
        Some(visitor.words().t(said.0))
    });
    view.reference = note.reference;
    let status = StatusCode::from_u16(note.trouble.status()).unwrap_or(response.status());
    match view.render() {
        Ok(page) => (status, Html(page)).into_response(),
        Err(error) => {
            tracing::error!(%error, "the page of a trouble broke");
            status.into_response()
        }
    }
}

/// The trouble of an answer that a layer or the framework made, without a page of its own.
fn bare_trouble(response: &Response) -> Option<Trouble> {
    if response.headers().get(header::CONTENT_TYPE).is_some_and(|it| {
        it.as_bytes().starts_with(b"text/html") || it.as_bytes().starts_with(b"application/")
    }) {
        return None;
    }
    match response.status() {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Some(Trouble::NotFound),
        StatusCode::FORBIDDEN => Some(Trouble::NotAllowed),
        StatusCode::BAD_REQUEST
        | StatusCode::UNPROCESSABLE_ENTITY
        | StatusCode::UNSUPPORTED_MEDIA_TYPE
        | StatusCode::PAYLOAD_TOO_LARGE => Some(Trouble::Refused),
        StatusCode::TOO_MANY_REQUESTS => Some(Trouble::TooMany),
        StatusCode::REQUEST_TIMEOUT | StatusCode::SERVICE_UNAVAILABLE => Some(Trouble::Unavailable),
        status if status.is_server_error() => Some(Trouble::Broken),
        _ => None,
    }
}
