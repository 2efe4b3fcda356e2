//! The style sheet and the logo of this house. Their addresses carry a fingerprint, so browsers
//! keep them; without it they are asked for again each time.

use super::Administration;
use crate::rules::theme;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;
use web::Served;

const CSS: &str = "text/css; charset=utf-8";

#[derive(Deserialize)]
pub(super) struct Print {
    #[serde(default)]
    v: String,
}

pub(super) async fn theme(
    State(it): State<Administration>,
    Query(print): Query<Print>,
    headers: HeaderMap,
) -> Response {
    let site = it.app.site();
    serve(site.theme.as_ref().map(|it| &it.sheet), CSS, &print.v, &headers)
}

pub(super) async fn logo(
    State(it): State<Administration>,
    Query(print): Query<Print>,
    headers: HeaderMap,
) -> Response {
    serve(it.app.site().logo.as_ref(), "image/jpeg", &print.v, &headers)
}

fn serve(file: Option<&Served>, kind: &'static str, print: &str, headers: &HeaderMap) -> Response {
    let Some(file) = file else { return StatusCode::NOT_FOUND.into_response() };
    let own = file.href.rsplit_once("?v=").map_or("", |(_, print)| print);
    let tag = format!("\"{own}\"");
    let known = headers.get(header::IF_NONE_MATCH).and_then(|it| it.to_str().ok());
    let is_known = known.is_some_and(|it| it.split(',').any(|it| it.trim() == tag));
    let mut response = if is_known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        file.bytes.to_vec().into_response()
    };
    let life = if print == own { "public, max-age=31536000, immutable" } else { "no-cache" };
    let answered = response.headers_mut();
    answered.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    answered.insert(header::CACHE_CONTROL, HeaderValue::from_static(life));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        answered.insert(header::ETAG, tag);
    }
    response
}

#[derive(Deserialize)]
pub(super) struct Tried {
    #[serde(default)]
    principale: String,
    #[serde(default)]
    accent: String,
}

/// A style sheet to try, made of the two colours of its address; it is kept nowhere.
pub(super) async fn trial(Query(tried): Query<Tried>) -> Response {
    let main = theme::main_colour(&tried.principale);
    let accent = theme::accent_colour(&tried.accent);
    let (Ok(main), Ok(accent)) = (main, accent) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kept = [(header::CONTENT_TYPE, CSS), (header::CACHE_CONTROL, "no-store")];
    (kept, theme::sheet(main, accent)).into_response()
}
