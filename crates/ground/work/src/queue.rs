//! Queueing a job.

use crate::store::jobs;
use base::{JobId, Timestamp};
use db::{Act, Read, Result};

/// A job: a name that never changes and what it needs to know.
pub trait Job: serde::Serialize + serde::de::DeserializeOwned + Send {
    /// The name, `slice.verb`.
    const KIND: &'static str;
}

/// Queues a job in the act's own transaction. A job of the same kind with the same body that is
/// still waiting is enough: it is not queued twice.
pub async fn queue<J: Job>(act: &mut Act, job: &J) -> Result<()> {
    let now = act.now();
    put(act, job, now, false).await
}

/// Queues a job that is not to be done before `due_at`. One that waits already is done at the
/// earlier of the two instants.
pub async fn queue_at<J: Job>(act: &mut Act, job: &J, due_at: Timestamp) -> Result<()> {
    put(act, job, due_at, false).await
}

/// Queues a job that somebody is waiting for: it passes before those that are not urgent.
pub async fn queue_urgent<J: Job>(act: &mut Act, job: &J) -> Result<()> {
    let now = act.now();
    put(act, job, now, true).await
}

/// Takes a job out of the queue, if it waits.
pub(crate) async fn withdraw<J: Job>(act: &mut Act, job: &J) -> Result<()> {
    let body = serde_json::to_string(job).map_err(db::Error::Encode)?;
    jobs::withdraw(act, J::KIND, &body).await
}

async fn put<J: Job>(act: &mut Act, job: &J, due_at: Timestamp, is_urgent: bool) -> Result<()> {
    let body = serde_json::to_string(job).map_err(db::Error::Encode)?;
    if jobs::is_waiting(act, J::KIND, &body).await? {
        return jobs::hasten(act, J::KIND, &body, due_at).await;
    }
    let id: JobId = act.id();
    jobs::insert(act, id, (J::KIND, &body), due_at, is_urgent).await
}

/// How many jobs are waiting or being done. Tests end with none.
pub async fn waiting(read: &mut Read) -> Result<i64> {
    jobs::count_open(read).await
}

/// How many jobs were set aside after failing too often: a person has to look.
pub async fn failed(read: &mut Read) -> Result<i64> {
    jobs::count_failed(read).await
}
