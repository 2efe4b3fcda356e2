//! What stands between the network and the pages: limits, the gate, the eyes of monitors. One per
//! site; `serve` makes it from the configuration.

use crate::limits::Limits;
use crate::overload::Gate;
use crate::{Clock, LimitSettings, Proxies};
use serde::Deserialize;
use std::net::IpAddr;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Instant;
use tokio::runtime::Handle;

/// Longest sentence read from the file that closes the house, in bytes.
const SENTENCE_MAX_BYTES: usize = 500;

/// `[watch]` of the configuration: who may look at the figures.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WatchSettings {
    /// Secret that `/metrics` asks for (`Authorization: Bearer …`). Without one, only this machine
    /// may look.
    pub metrics_token: Option<String>,
}

impl std::fmt::Debug for WatchSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WatchSettings(…)")
    }
}

/// A figure that only the house knows.
#[derive(Clone, Debug)]
pub struct Gauge {
    /// Its name, `maillage_…`.
    pub name: &'static str,
    /// What tells it from others of the same name.
    pub label: Option<(&'static str, String)>,
    /// The figure.
    pub value: f64,
}

/// Figures that take a look at the database.
pub type Gauges = Pin<Box<dyn Future<Output = Vec<Gauge>> + Send>>;

/// What monitors are told, and how the house knows it.
#[derive(Clone)]
pub struct Watched {
    /// The migrations that have to be done.
    pub migrations: Vec<db::Migration>,
    /// The room left on the disk, in bytes.
    pub free_bytes: Arc<dyn Fn() -> Option<u64> + Send + Sync>,
    /// Figures of the house.
    pub gauges: Arc<dyn Fn() -> Gauges + Send + Sync>,
}

impl Default for Watched {
    fn default() -> Self {
        Self {
            migrations: Vec::new(),
            free_bytes: Arc::new(|| None),
            gauges: Arc::new(|| Box::pin(async { Vec::new() })),
        }
    }
}

/// The shield of a site.
pub struct Shield {
    pub(crate) limits: Limits,
    pub(crate) gate: Gate,
    pub(crate) proxies: Proxies,
    pub(crate) watched: Watched,
    pub(crate) metrics_token: Option<String>,
    pub(crate) opened_at: Instant,
    clock: Clock,
    closing: Option<PathBuf>,
}

impl Shield {
    /// A shield with the settings of a new house.
    pub fn plain(clock: Clock) -> Self {
        let limits = LimitSettings::default();
        Self {
            limits: Limits::new(limits.clone()),
            gate: Gate::new(&limits),
            proxies: Proxies::default(),
            watched: Watched::default(),
            metrics_token: None,
            opened_at: Instant::now(),
            clock,
            closing: None,
        }
    }

    /// A shield with these settings; fails when a proxy is no address.
    pub fn new(
        clock: Clock,
        limits: &LimitSettings,
        watch: &WatchSettings,
        watched: Watched,
    ) -> anyhow::Result<Self> {
        let proxies = Proxies::read(&limits.trusted_proxies).map_err(|wrong| {
            anyhow::anyhow!("trusted_proxies : « {wrong} » n'est pas une adresse")
        })?;
        Ok(Self {
            limits: Limits::new(limits.clone()),
            gate: Gate::new(limits),
            proxies,
            watched,
            metrics_token: watch.metrics_token.clone().filter(|it| !it.is_empty()),
            ..Self::plain(clock)
        })
    }

    /// The house is closed as long as that file is there; what it holds is said to visitors.
    #[must_use]
    pub fn closed_by(mut self, file: PathBuf) -> Self {
        self.closing = Some(file);
        self
    }

    /// Requests are worked on there, away from connections.
    #[must_use]
    pub fn working_on(self, handle: Handle) -> Self {
        self.gate.work_on(handle);
        self
    }

    /// Whether a request comes from this machine, and not from a proxy that was named.
    pub(crate) fn is_machine_itself(&self, address: IpAddr) -> bool {
        self.proxies.is_empty() && address.to_canonical().is_loopback()
    }

    pub(crate) fn now_ms(&self) -> u64 {
        u64::try_from((self.clock)().as_millisecond()).unwrap_or(0)
    }

    /// What the file that closes the house says, when it is there.
    pub(crate) fn closing_sentence(&self) -> Option<String> {
        let file = self.closing.as_ref().filter(|it| it.exists())?;
        let mut text = std::fs::read_to_string(file).unwrap_or_default();
        let end = (0..=SENTENCE_MAX_BYTES.min(text.len())).rfind(|it| text.is_char_boundary(*it));
        text.truncate(end.unwrap_or(0));
        Some(text.trim().to_owned())
    }
}
