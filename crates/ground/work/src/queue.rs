//! Queueing a job.

use crate::store;
use base::JobId;
use db::{Act, Read, Result};

/// A job: a name that never changes and what it needs to know.
pub trait Job: serde::Serialize + serde::de::DeserializeOwned + Send {
    /// The name, `slice.verb`.
    const KIND: &'static str;
}

/// Queues a job in the act's own transaction. A job of the same kind with the same body that is
/// still waiting is enough: it is not queued twice.
pub async fn queue<J: Job>(act: &mut Act, job: &J) -> Result<()> {
    let body = serde_json::to_string(job).map_err(db::Error::Encode)?;
    if store::is_waiting(act, J::KIND, &body).await? {
        return Ok(());
    }
    let id: JobId = act.id();
    store::insert(act, id, J::KIND, &body).await
}

/// How many jobs are waiting or being done. Tests end with none.
pub async fn waiting(read: &mut Read) -> Result<i64> {
    store::count_open(read).await
}
