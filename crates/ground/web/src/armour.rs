//! What surrounds every answer: limits, refusal of forged forms, safety headers, compression,
//! and pages for troubles. In each list of layers, the last is the first that a request meets.

mod closed;
mod dress;
mod headers;
mod watch;

use crate::error::{Note, panicked};
use crate::upload::REQUEST_MAX_BYTES;
use crate::{App, Form, Locale, Shield, Trouble, flash, limits, overload, watching};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use std::sync::Arc;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::csrf::CsrfLayer;
use tower_http::limit::RequestBodyLimitLayer;

/// Forms are small. Those that bring files say how much they take: see [`crate::Upload`].
const BODY_MAX_BYTES: usize = 1 << 20;
const PATIENCE: Duration = Duration::from_secs(30);
/// A photograph of 12 MB over a slow line of the countryside.
const UPLOAD_PATIENCE: Duration = Duration::from_mins(3);

/// Puts the armour on a site whose pages are in `router`: what needs to know who asks is inside,
/// and `people` recognises them around it.
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
        .layer(from_fn_with_state(app.clone(), closed::closed))
        .layer(from_fn(limits::by_account))
        .layer(from_fn_with_state(app.clone(), dress::dress))
        .layer(from_fn(flash::said))
        .layer(CompressionLayer::new().compress_when(is_worth_packing()))
        .layer(from_fn(headers::private))
}

/// Puts the shield around an armoured site: limits by network, the gate, safety headers, the eyes
/// of monitors. Nothing of the site answers without passing here.
pub fn shielded(app: &App, router: Router, shield: Shield) -> Router {
    watching::recorder();
    let shield = Arc::new(shield);
    router
        .merge(watching::routes(app))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(shield.clone(), overload::pass))
        .layer(from_fn_with_state(shield.clone(), limits::by_network))
        // Again: what was refused out here has its page too.
        .layer(from_fn_with_state(app.clone(), dress::dress))
        .layer(from_fn_with_state(app.clone(), headers::headers))
        .layer(from_fn_with_state(shield, limits::true_address))
        .layer(from_fn(watch::watch))
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

/// The form of the language switch.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct LanguageForm {
    langue: String,
    #[serde(default)]
    retour: String,
}

async fn choose_language(form: Form<LanguageForm>) -> Response {
    let form = form.fields;
    let Some(locale) = Locale::from_code(&form.langue) else {
        return crate::noted(Note::plain(Trouble::Refused));
    };
    let cookie = format!(
        "{}={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly",
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
    if !flash::is_local(path) {
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
        let out =
            ["//evil.example", "https://evil.example", "/\\evil", "javascript:x", "", "/\t/x"];
        for path in out {
            assert_eq!(way_back(path), "/");
        }
        assert_eq!(way_back("/?q=caf&langue=en&ou=Rennes"), "/?q=caf&ou=Rennes");
        assert_eq!(way_back("/lieux/x"), "/lieux/x");
    }
}
