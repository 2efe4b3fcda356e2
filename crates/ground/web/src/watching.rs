//! What monitors ask: `/sante/pret` says whether visitors should be sent here, `/metrics` gives
//! figures in the text of Prometheus. Neither says anything of a person.

use crate::{App, Error, Shield};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use subtle::ConstantTimeEq as _;

/// Less room than this on the disk, in bytes, and nothing can be promised.
const FREE_MIN_BYTES: u64 = 1 << 20;
const PATIENCE: Duration = Duration::from_secs(2);
const LATENCIES_SECONDS: [f64; 11] =
    [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];

/// The routes of monitors.
pub(crate) fn routes(app: &App) -> Router {
    Router::new()
        .route("/sante/pret", get(ready))
        .route("/metrics", get(figures))
        .with_state(app.clone())
}

/// Where figures are gathered, for the whole process.
pub(crate) fn recorder() -> &'static PrometheusHandle {
    static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();
    HANDLE.get_or_init(|| {
        let builder = PrometheusBuilder::new();
        let latency = Matcher::Full("maillage_request_seconds".to_owned());
        let builder = builder
            .set_buckets_for_metric(latency, &LATENCIES_SECONDS)
            .unwrap_or_else(|_| PrometheusBuilder::new());
        let recorder = builder.build_recorder();
        let handle = recorder.handle();
        // Another recorder would be a program of someone else's around us: theirs stays.
        let _ = metrics::set_global_recorder(recorder);
        handle
    })
}

/// Keeps the figures small while nobody asks for them: to be called every few seconds.
pub fn keep_figures_small() {
    recorder().run_upkeep();
}

/// Ready: the database answers, its tables are those of this program, the disk has room.
async fn ready(State(app): State<App>, request: Request) -> Response {
    let watched = request.extensions().get::<Arc<Shield>>().map(|it| it.watched.clone());
    let watched = watched.unwrap_or_default();
    let waiting = app.db.waiting_migrations(&watched.migrations);
    let (answers, migrated) = match tokio::time::timeout(PATIENCE, waiting).await {
        Ok(Ok(waiting)) => (true, waiting.is_empty()),
        _ => (false, false),
    };
    let has_room = (watched.free_bytes)().is_none_or(|it| it >= FREE_MIN_BYTES);
    let is_ready = answers && migrated && has_room;
    let status = if is_ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let told = serde_json::json!({
        "ready": is_ready, "database": answers, "migrations": migrated, "disk": has_room,
    });
    (status, [(header::CACHE_CONTROL, "no-store")], Json(told)).into_response()
}

async fn figures(State(app): State<App>, request: Request) -> Response {
    let Some(shield) = request.extensions().get::<Arc<Shield>>().cloned() else {
        return Error::NotFound.into_response();
    };
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|it| it.0.ip());
    if !may_look(&shield, peer, request.headers()) {
        return Error::NotFound.into_response();
    }
    of_process(&shield);
    of_database(&app, &shield).await;
    let text = recorder().render();
    let kind = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
    let no_store = HeaderValue::from_static("no-store");
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, no_store)], text).into_response()
}

/// With a token, who knows it; without one, this machine, speaking for itself: not a proxy that
/// speaks for the whole world from here.
fn may_look(shield: &Shield, peer: Option<IpAddr>, headers: &HeaderMap) -> bool {
    if let Some(token) = &shield.metrics_token {
        let said = headers.get(header::AUTHORIZATION).and_then(|it| it.to_str().ok());
        let said = said.and_then(|it| it.strip_prefix("Bearer ")).unwrap_or_default();
        return bool::from(said.as_bytes().ct_eq(token.as_bytes()));
    }
    let is_forwarded = ["forwarded", "x-forwarded-for", "x-forwarded-host", "via"]
        .iter()
        .any(|name| headers.contains_key(*name));
    let host = headers.get(header::HOST).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let is_local_name = host == "localhost"
        || host.starts_with("localhost:")
        || host.starts_with("127.0.0.1")
        || host.starts_with("[::1]");
    peer.is_some_and(|it| it.to_canonical().is_loopback())
        && shield.proxies.is_empty()
        && !is_forwarded
        && is_local_name
}

fn of_process(shield: &Shield) {
    let (at_work, waiting) = shield.gate.load();
    set("maillage_requests_at_work", count(at_work as u64));
    set("maillage_requests_waiting", count(waiting as u64));
    set("maillage_uptime_seconds", shield.opened_at.elapsed().as_secs_f64());
    if let Some(free) = (shield.watched.free_bytes)() {
        set("maillage_disk_free_bytes", count(free));
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let resident = status.lines().find_map(|it| it.strip_prefix("VmRSS:"));
    let resident = resident.and_then(|it| it.trim().trim_end_matches("kB").trim().parse().ok());
    if let Some(kilobytes) = resident.map(|it: u64| it) {
        set("process_resident_memory_bytes", count(kilobytes * 1_024));
    }
    if let Ok(open) = std::fs::read_dir("/proc/self/fd") {
        set("process_open_fds", count(open.count() as u64));
    }
}

async fn of_database(app: &App, shield: &Shield) {
    let looked = async {
        let mut read = app.db.read().await?;
        Ok::<_, db::Error>((read.head().await?.position, read.size_bytes().await?))
    };
    let looked = tokio::time::timeout(PATIENCE, looked).await;
    let answers = matches!(looked, Ok(Ok(_)));
    set("maillage_database_up", if answers { 1.0 } else { 0.0 });
    let Ok(Ok((position, bytes))) = looked else { return };
    set("maillage_journal_position", count(u64::try_from(position).unwrap_or(0)));
    set("maillage_database_bytes", count(u64::try_from(bytes).unwrap_or(0)));
    let gauges = tokio::time::timeout(PATIENCE, (shield.watched.gauges)()).await;
    for gauge in gauges.unwrap_or_default() {
        match gauge.label {
            Some((name, value)) => metrics::gauge!(gauge.name, name => value).set(gauge.value),
            None => set(gauge.name, gauge.value),
        }
    }
}

fn set(name: &'static str, value: f64) {
    metrics::gauge!(name).set(value);
}

#[expect(clippy::cast_precision_loss, reason = "figures of monitors are floating")]
fn count(number: u64) -> f64 {
    number as f64
}
