//! The queue as the administration sees it: which jobs there are, and what a person decides of
//! one that could not be done.

use crate::store::jobs::{self, Row};
use base::{JobId, Timestamp};
use db::{Act, Event, Read, Result};
use serde::Serialize;

/// Where a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum JobState {
    /// It waits for its turn, or for its next attempt.
    Waiting,
    /// A worker is doing it.
    Taken,
    /// It failed too often: a person decides.
    Failed,
}

/// A job as a person looks at it. What it needs to know is not shown: it may be private.
#[derive(Clone, Debug, Serialize)]
pub struct JobLine {
    /// Its id.
    #[serde(serialize_with = "as_text")]
    pub id: JobId,
    /// Its name, `slice.verb`.
    pub kind: String,
    /// Where it stands.
    pub state: JobState,
    /// How often it was tried.
    pub attempts: i64,
    /// Not before.
    pub due_at: Timestamp,
    /// Since when it is there.
    pub queued_at: Timestamp,
    /// What went wrong last.
    pub last_error: Option<String>,
    /// How far it is, in its own words.
    pub progress: Option<String>,
    /// Whether it passes before the others.
    pub is_urgent: bool,
}

/// Jobs, latest first: of one state or of all, those before `before`, at most `limit`.
pub async fn jobs(
    read: &mut Read,
    state: Option<JobState>,
    before: Option<JobId>,
    limit: u32,
) -> Result<Vec<JobLine>> {
    let rows = jobs::list(read, state.map(JobState::word), before, limit).await?;
    rows.into_iter().map(JobLine::try_from).collect()
}

/// Tries a failed job again from its first attempt. Answers false, having done nothing, when
/// there is no such failed job.
pub async fn retry(act: &mut Act, id: JobId) -> Result<bool> {
    let Some(kind) = jobs::retry(act, id).await? else { return Ok(false) };
    act.record(&id, &JobRetried { kind: &kind }).await?;
    Ok(true)
}

/// Gives up a job that waits or failed. Answers false, having done nothing, when there is none
/// or when it is being done.
pub async fn abandon(act: &mut Act, id: JobId) -> Result<bool> {
    let Some(kind) = jobs::abandon(act, id).await? else { return Ok(false) };
    act.record(&id, &JobAbandoned { kind: &kind }).await?;
    Ok(true)
}

/// A failed job was tried again.
#[derive(Serialize)]
struct JobRetried<'a> {
    kind: &'a str,
}

impl Event for JobRetried<'_> {
    const KIND: &'static str = "work.job_retried";
}

/// A job was given up.
#[derive(Serialize)]
struct JobAbandoned<'a> {
    kind: &'a str,
}

impl Event for JobAbandoned<'_> {
    const KIND: &'static str = "work.job_abandoned";
}

impl JobState {
    /// As the table and addresses of pages write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Taken => "taken",
            Self::Failed => "failed",
        }
    }

    /// Reads what [`JobState::word`] writes.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Waiting, Self::Taken, Self::Failed].into_iter().find(|it| it.word() == word)
    }
}

impl TryFrom<Row> for JobLine {
    type Error = db::Error;

    fn try_from(row: Row) -> Result<Self> {
        let state = JobState::from_word(&row.state).ok_or_else(|| db::Error::Decode(row.state))?;
        Ok(Self {
            id: row.id.parse().map_err(db::Error::Decode)?,
            kind: row.kind,
            state,
            attempts: row.attempts,
            due_at: instant(row.due_at)?,
            queued_at: instant(row.queued_at)?,
            last_error: row.last_error,
            progress: row.progress,
            is_urgent: row.is_urgent,
        })
    }
}

/// An instant as the tables keep it.
pub(crate) fn instant(milliseconds: i64) -> Result<Timestamp> {
    Timestamp::from_millisecond(milliseconds).map_err(|error| db::Error::Decode(error.to_string()))
}

/// An id as JSON writes it.
pub(crate) fn as_text<I: base::Id, S: serde::Serializer>(
    id: &I,
    serializer: S,
) -> std::result::Result<S::Ok, S::Error> {
    serializer.collect_str(id)
}
