//! Doing the jobs.

use crate::store::{self, Taken};
use base::{Timestamp, time};
use db::{Db, Result};
use std::future::Future;
use std::pin::Pin;

const ATTEMPTS_MAX: i64 = 8;
const LEASE_SECONDS: i64 = 600;

/// What a slice offers to do one kind of job: it gets the job's body.
pub type Handler = Box<
    dyn Fn(String) -> Pin<Box<dyn Future<Output = std::result::Result<(), String>> + Send>>
        + Send
        + Sync,
>;

/// Takes jobs and has them done.
pub struct Worker {
    db: Db,
    handlers: Vec<(&'static str, Handler)>,
}

impl Worker {
    /// A worker that knows no job yet.
    pub fn new(db: Db) -> Self {
        Self { db, handlers: Vec::new() }
    }

    /// Teaches it to do jobs of one kind.
    #[must_use]
    pub fn with(mut self, kind: &'static str, handler: Handler) -> Self {
        self.handlers.push((kind, handler));
        self
    }

    /// Does the oldest job that is due at `now`. Answers whether there was one.
    pub async fn step(&self, now: Timestamp) -> Result<bool> {
        let mut chore = self.db.chore(now, "jobs").await?;
        let lease = now.saturating_add(jiff_seconds(LEASE_SECONDS)).unwrap_or(now);
        let taken = store::take(&mut chore, lease).await?;
        chore.commit().await?;
        let Some(taken) = taken else { return Ok(false) };
        let outcome = self.perform(&taken).await;
        let mut chore = self.db.chore(now, "jobs").await?;
        match outcome {
            Ok(()) => store::finish(&mut chore, &taken.id).await?,
            Err(error) => {
                tracing::warn!(job = taken.id, kind = taken.kind, error, "a job failed");
                let later = (taken.attempts < ATTEMPTS_MAX).then(|| backoff(now, taken.attempts));
                store::fail(&mut chore, &taken.id, later, &error).await?;
            }
        }
        chore.commit().await?;
        Ok(true)
    }

    async fn perform(&self, taken: &Taken) -> std::result::Result<(), String> {
        let Some((_, handler)) = self.handlers.iter().find(|(kind, _)| *kind == taken.kind) else {
            return Err(format!("nobody here knows how to do {}", taken.kind));
        };
        handler(taken.body.clone()).await
    }
}

/// One minute, then twice as long each time.
fn backoff(now: Timestamp, attempts: i64) -> Timestamp {
    let doublings = u32::try_from(attempts.clamp(1, ATTEMPTS_MAX) - 1).unwrap_or(0);
    now.saturating_add(jiff_seconds(60 << doublings)).unwrap_or_else(|_| time::days_after(now, 1))
}

fn jiff_seconds(seconds: i64) -> time::SignedDuration {
    time::SignedDuration::from_secs(seconds)
}
