//! What is done when more is asked than can be done: a bounded number of requests is worked on,
//! a bounded number waits, none waits long. The others are told at once to come back.
//!
//! A queue that stands is worth nothing: who is at its end waits for answers that those before
//! gave up. So the longest wait is half a second while the queue empties now and then, and a tenth
//! of that as soon as it has stood for a tenth of a second (the idea of `CoDel`). Reading and
//! writing wait in two lanes, so that forms sent slowly never keep pages from being read.
//!
//! A request is worked on where [`Gate::work_on`] says, away from where connections are served: the
//! wait is then measured and refused on time, whatever the machine is busy with.

use crate::limits::is_watch;
use crate::{LimitSettings, Note, Shield, Trouble, noted};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::runtime::Handle;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::task::JoinHandle;

/// For how long a queue may stand before waits are cut, in milliseconds.
const STANDING_MS: u64 = 100;
/// What is left of the longest wait then.
const CUT: u32 = 10;
const COME_BACK_SECONDS: u64 = 2;
/// Forms up to this size are read before their turn.
const FORM_MAX_BYTES: usize = 64 << 10;
const FORM_PATIENCE: Duration = Duration::from_secs(30);

const PAGE: &str = "<!doctype html><html lang=\"fr\"><meta charset=\"utf-8\">\
    <meta name=\"viewport\" content=\"width=device-width\">\
    <title>Trop de visites en ce moment</title>\
    <h1>Trop de visites en ce moment</h1>\
    <p>Le site reçoit plus de demandes qu’il ne peut en traiter. \
    Attendez quelques secondes, puis rechargez la page. \
    Rien de ce que vous avez enregistré n’est perdu.</p></html>";
const PROBLEM: &str = "{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,\
    \"detail\":\"Too many requests at the moment: come back in a few seconds.\"}";

/// The gate that requests pass.
pub(crate) struct Gate {
    reading: Lane,
    writing: Lane,
    work_on: OnceLock<Handle>,
}

struct Lane {
    turns: Semaphore,
    turns_max: usize,
    waiting: AtomicUsize,
    waiting_max: usize,
    wait_max: Duration,
    start: Instant,
    /// When nobody last waited, in milliseconds after `start`.
    calm_at_ms: AtomicU64,
}

impl Gate {
    pub(crate) fn new(settings: &LimitSettings) -> Self {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        let turns = match settings.in_flight_max {
            0 => (8 * cores).max(16),
            turns => turns,
        };
        let wait_max = Duration::from_millis(settings.wait_max_ms);
        let lane = |turns| Lane::new(turns, settings.waiting_max, wait_max);
        Self { reading: lane(turns), writing: lane(2 * turns), work_on: OnceLock::new() }
    }

    /// Has requests worked on there.
    pub(crate) fn work_on(&self, handle: Handle) {
        let _ = self.work_on.set(handle);
    }

    /// How many are worked on, how many wait.
    pub(crate) fn load(&self) -> (usize, usize) {
        let lanes = [&self.reading, &self.writing];
        let at_work = lanes.iter().map(|it| it.turns_max - it.turns.available_permits()).sum();
        (at_work, lanes.iter().map(|it| it.waiting.load(Ordering::Relaxed)).sum())
    }
}

impl Lane {
    fn new(turns_max: usize, waiting_max: usize, wait_max: Duration) -> Self {
        Self {
            turns: Semaphore::new(turns_max),
            turns_max,
            waiting: AtomicUsize::new(0),
            waiting_max,
            wait_max,
            start: Instant::now(),
            calm_at_ms: AtomicU64::new(0),
        }
    }

    /// A turn, or nothing when the wait is too long.
    async fn turn(&self) -> Option<SemaphorePermit<'_>> {
        let now_ms = u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX);
        if let Ok(turn) = self.turns.try_acquire() {
            self.calm_at_ms.store(now_ms, Ordering::Relaxed);
            return Some(turn);
        }
        let place = Place::take(&self.waiting, self.waiting_max)?;
        let stands = now_ms.saturating_sub(self.calm_at_ms.load(Ordering::Relaxed)) > STANDING_MS;
        let patience = if stands { self.wait_max / CUT } else { self.wait_max };
        let turn = tokio::time::timeout(patience, self.turns.acquire()).await;
        drop(place);
        turn.ok()?.ok()
    }
}

/// A place in the queue, given back when the value goes, even if the visitor left.
struct Place<'a>(&'a AtomicUsize);

impl<'a> Place<'a> {
    fn take(waiting: &'a AtomicUsize, most: usize) -> Option<Self> {
        let before = waiting.fetch_add(1, Ordering::Relaxed);
        let place = Self(waiting);
        (before < most).then_some(place)
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// The layer at the gate.
pub(crate) async fn pass(
    State(shield): State<Arc<Shield>>,
    request: Request,
    next: Next,
) -> Response {
    if is_watch(request.uri().path()) {
        return next.run(request).await;
    }
    let is_reading = request.method().is_safe();
    let request = if is_reading { Ok(request) } else { whole(request).await };
    let request = match request {
        Ok(request) => request,
        Err(refusal) => return refusal,
    };
    let lane = if is_reading { &shield.gate.reading } else { &shield.gate.writing };
    let Some(_turn) = lane.turn().await else {
        let lane = if is_reading { "reading" } else { "writing" };
        metrics::counter!("maillage_shed_total", "lane" => lane).increment(1);
        return come_back(request.uri().path().starts_with("/api/"));
    };
    let Some(handle) = shield.gate.work_on.get() else { return next.run(request).await };
    let mut work = Work(handle.spawn(next.run(request)));
    match (&mut work.0).await {
        Ok(response) => response,
        Err(_) => noted(Note::plain(Trouble::Broken)),
    }
}

/// A form in hand: who sends it slowly takes nobody's turn meanwhile. What does not say its size,
/// or is large, is read by who works on it.
async fn whole(request: Request) -> Result<Request, Response> {
    let size = request.headers().get(header::CONTENT_LENGTH).and_then(|it| it.to_str().ok());
    let size = size.and_then(|it| it.parse().ok()).filter(|it| *it <= FORM_MAX_BYTES);
    let Some(size) = size else { return Ok(request) };
    let (parts, body) = request.into_parts();
    match tokio::time::timeout(FORM_PATIENCE, axum::body::to_bytes(body, size)).await {
        Ok(Ok(bytes)) => Ok(Request::from_parts(parts, bytes.into())),
        Ok(Err(_)) => Err(noted(Note::plain(Trouble::Refused))),
        Err(_) => Err(StatusCode::REQUEST_TIMEOUT.into_response()),
    }
}

/// Work that stops when nobody waits for it any more.
struct Work(JoinHandle<Response>);

impl Drop for Work {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// The answer to those who cannot be served: cheap, since it is given when all else is busy.
fn come_back(is_api: bool) -> Response {
    let (kind, body) = if is_api {
        ("application/problem+json", PROBLEM)
    } else {
        ("text/html; charset=utf-8", PAGE)
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::RETRY_AFTER, HeaderValue::from(COME_BACK_SECONDS)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (StatusCode::SERVICE_UNAVAILABLE, headers, body).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn nobody_waits_longer_than_half_a_second_and_the_queue_is_bounded() {
        let lane = Lane::new(1, 2, Duration::from_millis(500));
        let turn = lane.turn().await.unwrap();
        let start = tokio::time::Instant::now();
        let (first, second, third) = tokio::join!(lane.turn(), lane.turn(), lane.turn());
        assert!(first.is_none() && second.is_none() && third.is_none());
        assert_eq!(start.elapsed().as_millis(), 500);
        assert_eq!(lane.waiting.load(Ordering::Relaxed), 0);
        drop(turn);
        assert!(lane.turn().await.is_some());
    }

    #[tokio::test(start_paused = true)]
    async fn a_queue_that_stands_is_cut_short() {
        let mut lane = Lane::new(1, 9, Duration::from_millis(500));
        let now = Instant::now();
        lane.start = now.checked_sub(Duration::from_secs(9)).unwrap_or(now);
        let _turn = lane.turns.try_acquire().unwrap();
        let start = tokio::time::Instant::now();
        assert!(lane.turn().await.is_none());
        assert_eq!(start.elapsed().as_millis(), 50);
    }
}
