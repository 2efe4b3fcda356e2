//! Doing the jobs.

use crate::store::jobs::{self, Kinds, Taken};
use base::{Timestamp, time};
use db::{Db, Result};
use std::future::Future;
use std::pin::Pin;

const ATTEMPTS_MAX: i64 = 8;
const LEASE_SECONDS: i64 = 600;
/// Longest text a job may say of its progress, in characters.
const PROGRESS_MAX: usize = 200;

type Outcome = Pin<Box<dyn Future<Output = std::result::Result<(), String>> + Send>>;

/// What a slice offers to do one kind of job: it gets the job's body.
pub type Handler = Box<dyn Fn(String) -> Outcome + Send + Sync>;

/// The same for a job that lasts: it also gets where to tell how far it is.
pub type LongHandler = Box<dyn Fn(String, Progress) -> Outcome + Send + Sync>;

/// Takes jobs and has them done.
pub struct Worker {
    db: Db,
    skills: Vec<Skill>,
}

struct Skill {
    kind: &'static str,
    attempts_max: i64,
    handler: LongHandler,
}

/// Where a job tells how far it is.
#[derive(Clone)]
pub struct Progress {
    db: Db,
    job: String,
}

impl Progress {
    /// Says how far the job is, for the administration to read. It also prolongs the lease: a
    /// job that speaks is not taken by another worker.
    pub async fn tell(&self, now: Timestamp, text: &str) -> Result<()> {
        let text: String = text.chars().take(PROGRESS_MAX).collect();
        let mut chore = self.db.chore(now, "jobs").await?;
        jobs::tell(&mut chore, &self.job, &text, lease(now)).await?;
        chore.commit().await
    }
}

impl Worker {
    /// A worker that knows no job yet.
    pub fn new(db: Db) -> Self {
        Self { db, skills: Vec::new() }
    }

    /// Teaches it to do jobs of one kind.
    #[must_use]
    pub fn with(self, kind: &'static str, handler: Handler) -> Self {
        self.with_patience(kind, ATTEMPTS_MAX, handler)
    }

    /// Teaches it to do jobs of one kind, which are tried `attempts_max` times before they are
    /// set aside for a person.
    #[must_use]
    pub fn with_patience(self, kind: &'static str, attempts_max: i64, handler: Handler) -> Self {
        self.learn(kind, attempts_max, Box::new(move |body, _| handler(body)))
    }

    /// Teaches it to do jobs of one kind that tell how far they are.
    #[must_use]
    pub fn with_progress(self, kind: &'static str, handler: LongHandler) -> Self {
        self.learn(kind, ATTEMPTS_MAX, handler)
    }

    fn learn(mut self, kind: &'static str, attempts_max: i64, handler: LongHandler) -> Self {
        self.skills.push(Skill { kind, attempts_max, handler });
        self
    }

    /// Does the first job that is due at `now`: urgent ones, then the oldest. Answers whether
    /// there was one.
    pub async fn step(&self, now: Timestamp) -> Result<bool> {
        self.take_and_do(now, Kinds::default()).await
    }

    /// The same with jobs of one kind only: a second loop that does them keeps them from waiting
    /// behind a long job of another kind.
    pub async fn step_of(&self, now: Timestamp, kind: &str) -> Result<bool> {
        self.take_and_do(now, Kinds { only: Some(kind), but: None }).await
    }

    /// The same with jobs of every kind but one, which has a loop of its own.
    pub async fn step_but(&self, now: Timestamp, kind: &str) -> Result<bool> {
        self.take_and_do(now, Kinds { only: None, but: Some(kind) }).await
    }

    async fn take_and_do(&self, now: Timestamp, kinds: Kinds<'_>) -> Result<bool> {
        let mut chore = self.db.chore(now, "jobs").await?;
        let taken = jobs::take(&mut chore, lease(now), kinds).await?;
        chore.commit().await?;
        let Some(taken) = taken else { return Ok(false) };
        let skill = self.skills.iter().find(|it| it.kind == taken.kind);
        let outcome = self.perform(skill, &taken).await;
        let mut chore = self.db.chore(now, "jobs").await?;
        match outcome {
            Ok(()) => jobs::finish(&mut chore, &taken.id).await?,
            Err(error) => {
                tracing::warn!(job = taken.id, kind = taken.kind, error, "a job failed");
                let attempts_max = skill.map_or(ATTEMPTS_MAX, |it| it.attempts_max);
                let later = (taken.attempts < attempts_max).then(|| backoff(now, taken.attempts));
                jobs::fail(&mut chore, &taken.id, later, &error).await?;
            }
        }
        chore.commit().await?;
        Ok(true)
    }

    async fn perform(
        &self,
        skill: Option<&Skill>,
        taken: &Taken,
    ) -> std::result::Result<(), String> {
        let Some(skill) = skill else {
            return Err(format!("nobody here knows how to do {}", taken.kind));
        };
        let progress = Progress { db: self.db.clone(), job: taken.id.clone() };
        (skill.handler)(taken.body.clone(), progress).await
    }
}

/// One minute, then twice as long each time, up to two hours.
fn backoff(now: Timestamp, attempts: i64) -> Timestamp {
    let doublings = u32::try_from(attempts.clamp(1, ATTEMPTS_MAX) - 1).unwrap_or(0);
    later(now, 60 << doublings)
}

fn lease(now: Timestamp) -> Timestamp {
    later(now, LEASE_SECONDS)
}

fn later(now: Timestamp, seconds: i64) -> Timestamp {
    now.saturating_add(time::SignedDuration::from_secs(seconds)).unwrap_or(now)
}
