//! What this slice does by itself: it forgets what is over. Nothing here is anyone's act: sessions
//! that ended, codes and failures that no longer count, keys of forms.

use crate::rules::lives;
use crate::store;
use base::Timestamp;
use db::{Db, Result};

/// What was forgotten.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Sessions that were over.
    pub sessions: u64,
    /// Codes and links that no longer worked.
    pub codes: u64,
    /// Wrong proofs that no longer counted.
    pub failures: u64,
    /// Keys of forms sent long ago.
    pub keys: u64,
}

/// Forgets what is over. Meant to be called every hour.
pub async fn sweep(db: &Db, now: Timestamp) -> Result<Swept> {
    let mut chore = db.chore(now, "people-sweep").await?;
    let swept = Swept {
        sessions: store::sessions::sweep(&mut chore, now, lives::idle_since(now)).await?,
        codes: store::codes::sweep(&mut chore, lives::codes_kept_since(now)).await?,
        failures: store::persons::sweep_failures(&mut chore, lives::failures_since(now)).await?,
        keys: chore.forget_keys_before(lives::keys_kept_since(now)).await?,
    };
    chore.commit().await?;
    Ok(swept)
}
