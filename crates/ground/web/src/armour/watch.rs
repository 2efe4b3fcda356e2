//! One line of the log and one figure per request. Neither holds an address, a query, a cookie or
//! what was typed: the route is told, with its parameters unnamed.

use crate::limits::Class;
use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;
use tracing::Instrument as _;

const NAME: HeaderName = HeaderName::from_static("x-request-id");

/// Watches a request from its beginning to the head of its answer.
pub(super) async fn watch(request: Request, next: Next) -> Response {
    let start = Instant::now();
    let id = fresh_id();
    let class = Class::of(request.method(), request.uri().path());
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map(|it| it.as_str().to_owned());
    let route = route.unwrap_or_else(|| "none".to_owned());
    let span = tracing::info_span!("request", id);
    let mut response = next.run(request).instrument(span).await;
    let (status, took) = (response.status().as_u16(), start.elapsed());
    metrics::counter!("maillage_requests_total",
        "class" => class.name(), "status" => status.to_string())
    .increment(1);
    metrics::histogram!("maillage_request_seconds", "class" => class.name())
        .record(took.as_secs_f64());
    let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    tracing::info!(target: "acces", id, %method, route, status, ms);
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(NAME, value);
    }
    response
}

/// Sixteen letters and digits that no other request of this process has.
fn fresh_id() -> String {
    use std::hash::{BuildHasher as _, Hasher as _, RandomState};
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let mut draw = RandomState::new().build_hasher();
    draw.write_u64(COUNT.fetch_add(1, Ordering::Relaxed));
    format!("{:016x}", draw.finish())
}
