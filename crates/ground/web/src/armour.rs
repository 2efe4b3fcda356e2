//! What surrounds every answer: limits, refusal of forged forms, safety headers, compression,
//! and pages for troubles. The order is read from the outside in.

use crate::error::{Note, panicked};
use crate::upload::REQUEST_MAX_BYTES;
use crate::{App, ErrorView, Form, Link, Locale, Problem, Section, Trouble, Visitor, flash};
use askama::Template as _;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::post;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::csrf::CsrfLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::trace::TraceLayer;

/// Forms are small. Those that bring files say how much they take: see [`crate::Upload`].
const BODY_MAX_BYTES: usize = 1 << 20;
const PATIENCE: Duration = Duration::from_secs(30);
/// A photograph of 12 MB over a slow line of the countryside.
const UPLOAD_PATIENCE: Duration = Duration::from_mins(3);

/// Nothing inline, nothing from elsewhere, nobody's frame.
const POLICY: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; \
                      base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// Puts the armour on a site whose pages are in `router`.
pub fn armoured(app: &App, router: Router) -> Router {
    let forms = Router::new().route("/langue", post(choose_language)).with_state(app.clone());
    router
        .merge(forms)
        .fallback(|| async { crate::noted(Note::plain(Trouble::NotFound)) })
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn(patient))
        .layer(DefaultBodyLimit::max(BODY_MAX_BYTES))
        .layer(RequestBodyLimitLayer::new(REQUEST_MAX_BYTES))
        .layer(CsrfLayer::new())
        .layer(from_fn_with_state(app.clone(), dress))
        .layer(from_fn_with_state(app.clone(), flash::said))
        .layer(CompressionLayer::new().compress_when(is_worth_packing()))
        .layer(from_fn_with_state(app.clone(), headers))
        .layer(TraceLayer::new_for_http())
}

/// Ends what takes too long.
async fn patient(request: Request, next: Next) -> Response {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let is_upload = kind.is_some_and(|it| it.as_bytes().starts_with(b"multipart/form-data"));
    let patience = if is_upload { UPLOAD_PATIENCE } else { PATIENCE };
    match tokio::time::timeout(patience, next.run(request)).await {
        Ok(response) => response,
        Err(_) => crate::noted(Note::plain(Trouble::Unavailable)),
    }
}

/// Archives are packed already.
fn is_worth_packing() -> impl Predicate {
    DefaultPredicate::new().and(NotForContentType::const_new("application/zip"))
}

/// Gives a trouble its page, or its problem document under `/api`.
async fn dress(State(app): State<App>, request: Request, next: Next) -> Response {
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
    if is_api {
        return Problem::of(&note).into_response();
    }
    let mut shell = visitor.shell(Section::Elsewhere);
    shell.hidden_from_robots = true;
    let sign_in = Link::new(visitor.words().t("sign-in"), shell.sign_in_href());
    let mut view = ErrorView::new(shell, note.trouble);
    if note.trouble == Trouble::SignInFirst {
        view.ways_out.push(sign_in);
    }
    view.detail = note.detail;
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
        StatusCode::SERVICE_UNAVAILABLE => Some(Trouble::Unavailable),
        status if status.is_server_error() => Some(Trouble::Broken),
        _ => None,
    }
}

async fn headers(State(app): State<App>, request: Request, next: Next) -> Response {
    let is_open_data =
        request.uri().path().starts_with("/api/") || request.uri().path().starts_with("/lieux.");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "strict-origin-when-cross-origin");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(
        HeaderName::from_static("permissions-policy"),
        "geolocation=(self), camera=(), microphone=()",
    );
    if is_open_data {
        // Open data is for any site's scripts; it never depends on who asks.
        set(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
    if app.site().is_https() {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
    response
}

/// The form of the language switch.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct LanguageForm {
    langue: String,
    #[serde(default)]
    retour: String,
}

async fn choose_language(State(app): State<App>, form: Form<LanguageForm>) -> Response {
    let form = form.fields;
    let Some(locale) = Locale::from_code(&form.langue) else {
        return crate::noted(Note::plain(Trouble::Refused));
    };
    let secure = if app.site().is_https() { "; Secure" } else { "" };
    let cookie = format!(
        "{}={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly{secure}",
        crate::LANGUAGE_COOKIE,
        locale.code()
    );
    let mut headers = HeaderMap::new();
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        headers.insert(header::SET_COOKIE, cookie);
    }
    (headers, Redirect::to(&way_back(&form.retour))).into_response()
}

/// A path of this site and nothing else, without the language it may ask for.
fn way_back(path: &str) -> String {
    let is_local = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains(['\\', '\r', '\n'])
        && path.is_ascii();
    if !is_local {
        return "/".to_owned();
    }
    let Some((before, query)) = path.split_once('?') else { return path.to_owned() };
    let kept: Vec<&str> = query.split('&').filter(|it| !it.starts_with("langue=")).collect();
    if kept.is_empty() { before.to_owned() } else { format!("{before}?{}", kept.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::way_back;

    #[test]
    fn the_way_back_never_leaves_the_site() {
        for path in ["//evil.example", "https://evil.example", "/\\evil", "javascript:x", ""] {
            assert_eq!(way_back(path), "/");
        }
        assert_eq!(way_back("/?q=caf&langue=en&ou=Rennes"), "/?q=caf&ou=Rennes");
        assert_eq!(way_back("/lieux/x"), "/lieux/x");
    }
}
