//! How often one may ask: so many requests in so much time from one network, and again for one
//! account, by class of request.
//!
//! A network is an IPv4 address or an IPv6 `/64`. Each has a bucket per class that empties with
//! requests and fills with time; buckets live in memory, in bounded number. Beyond, the answer is
//! 429 with the time to wait. Signing in is counted apart, and far less is allowed: it is where
//! passwords are guessed.
//!
//! This machine itself is not counted, as long as no proxy is named: all visitors of a proxy that
//! nobody named would count as one.

mod bucket;
mod class;
mod network;

pub use class::Class;
pub(crate) use class::is_watch;
pub use network::{Network, Proxies};

use crate::{Note, Shield, SignedIn, Trouble, noted};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use bucket::{Allowance, Buckets, Taken};
use serde::Deserialize;
use std::net::SocketAddr;
use std::sync::{Arc, Once};

const MINUTE_MS: u64 = 60_000;
const POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
const LEFT: HeaderName = HeaderName::from_static("ratelimit");

/// `[limits]` of the configuration: how much may be asked, and how much is done at once.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LimitSettings {
    /// Addresses of proxies whose `X-Forwarded-For` is believed: `127.0.0.1`, `10.0.0.0/8`.
    pub trusted_proxies: Vec<String>,
    /// Pages read, a minute, by one network.
    pub read_per_minute: u32,
    /// Searches, exports and calls to the API, a minute, by one network.
    pub search_per_minute: u32,
    /// Forms sent, a minute, by one network.
    pub write_per_minute: u32,
    /// Attempts at signing in, a quarter of an hour, by one network.
    pub sign_in_per_quarter_hour: u32,
    /// Requests worked on at once; 0 for eight a core.
    pub in_flight_max: usize,
    /// Requests that may wait for their turn.
    pub waiting_max: usize,
    /// Longest wait for a turn, in milliseconds, before the answer is 503.
    pub wait_max_ms: u64,
    /// Connections open at once.
    pub connections_max: usize,
}

impl Default for LimitSettings {
    fn default() -> Self {
        Self {
            trusted_proxies: Vec::new(),
            read_per_minute: 600,
            search_per_minute: 300,
            write_per_minute: 60,
            sign_in_per_quarter_hour: 100,
            in_flight_max: 0,
            waiting_max: 1_024,
            wait_max_ms: 500,
            connections_max: 4_096,
        }
    }
}

/// The buckets of a site.
pub(crate) struct Limits {
    networks: Buckets<(Class, Network)>,
    accounts: Buckets<(Class, base::PersonId)>,
    settings: LimitSettings,
}

impl Limits {
    pub(crate) fn new(settings: LimitSettings) -> Self {
        Self { networks: Buckets::default(), accounts: Buckets::default(), settings }
    }

    fn allowance(&self, class: Class) -> Option<Allowance> {
        let it = &self.settings;
        Some(match class {
            Class::Exempt => return None,
            Class::Read => Allowance { most: it.read_per_minute, window_ms: MINUTE_MS },
            Class::Search => Allowance { most: it.search_per_minute, window_ms: MINUTE_MS },
            Class::Write => Allowance { most: it.write_per_minute, window_ms: MINUTE_MS },
            Class::SignIn => {
                Allowance { most: it.sign_in_per_quarter_hour, window_ms: 15 * MINUTE_MS }
            }
        })
    }
}

/// The layer that counts by network.
pub(crate) async fn by_network(
    State(shield): State<Arc<Shield>>,
    request: Request,
    next: Next,
) -> Response {
    let class = Class::of(request.method(), request.uri().path());
    let address = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|it| it.0.ip());
    let (Some(allowance), Some(address)) = (shield.limits.allowance(class), address) else {
        return next.run(request).await;
    };
    if shield.is_machine_itself(address) {
        return next.run(request).await;
    }
    let network = Network::of(address);
    let taken = shield.limits.networks.take((class, network), allowance, shield.now_ms());
    if taken.wait_ms > 0 {
        if class == Class::SignIn {
            tracing::warn!(target: "securite", %network, "too many attempts at signing in");
        }
        return too_many(class, allowance, taken);
    }
    let mut response = next.run(request).await;
    if class == Class::Search {
        say(&mut response, class, allowance, taken);
    }
    response
}

/// The layer that counts by account, once who asks is known.
pub(crate) async fn by_account(request: Request, next: Next) -> Response {
    let shield = request.extensions().get::<Arc<Shield>>();
    let person = request.extensions().get::<SignedIn>().map(|it| it.person);
    let class = Class::of(request.method(), request.uri().path());
    if let (Some(shield), Some(person)) = (shield, person)
        && let Some(allowance) = shield.limits.allowance(class)
    {
        let taken = shield.limits.accounts.take((class, person), allowance, shield.now_ms());
        if taken.wait_ms > 0 {
            return too_many(class, allowance, taken);
        }
    }
    next.run(request).await
}

/// The layer that puts the visitor's own address where the proxy's was, for all that follows.
pub(crate) async fn true_address(
    State(shield): State<Arc<Shield>>,
    mut request: Request,
    next: Next,
) -> Response {
    let socket = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|it| it.0);
    if let Some(socket) = socket {
        let is_forwarded = request.headers().contains_key("x-forwarded-for");
        if is_forwarded && shield.is_machine_itself(socket.ip()) {
            static TOLD: Once = Once::new();
            TOLD.call_once(|| {
                tracing::warn!(
                    "a proxy of this machine speaks for visitors: name it in trusted_proxies, or \
                     none of them is counted"
                );
            });
        }
        let address = shield.proxies.client(socket.ip(), request.headers());
        let address = SocketAddr::new(address, socket.port());
        request.extensions_mut().insert(ConnectInfo(address));
    }
    request.extensions_mut().insert(shield);
    next.run(request).await
}

fn too_many(class: Class, allowance: Allowance, taken: Taken) -> Response {
    metrics::counter!("maillage_limited_total", "class" => class.name()).increment(1);
    let mut response = noted(Note::plain(Trouble::TooMany));
    let seconds = taken.wait_ms.div_ceil(1_000).max(1);
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    say(&mut response, class, allowance, taken);
    response
}

/// The headers `RateLimit-Policy` and `RateLimit`, as programs read them.
fn say(response: &mut Response, class: Class, allowance: Allowance, taken: Taken) {
    let name = class.name();
    let window = allowance.window_ms / 1_000;
    let policy = format!("\"{name}\";q={};w={window}", allowance.most);
    let left = format!("\"{name}\";r={};t={}", taken.left, taken.full_in_ms.div_ceil(1_000));
    for (header, text) in [(POLICY, policy), (LEFT, left)] {
        if let Ok(value) = HeaderValue::from_str(&text) {
            response.headers_mut().insert(header, value);
        }
    }
}
