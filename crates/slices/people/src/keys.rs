//! The secret of the house, drawn at its first start and kept with its facts.

use crate::store;
use base::Timestamp;
use db::{Db, Result};
use web::{Keys, random_bytes};

/// The keys of the house; drawn now if it has none yet.
pub async fn keys(db: &Db, now: Timestamp) -> Result<Keys> {
    let mut chore = db.chore(now, "house-secret").await?;
    store::secrets::put_if_absent(&mut chore, &random_bytes()).await?;
    let secret = store::secrets::get(&mut chore).await?;
    chore.commit().await?;
    Ok(Keys::new(secret))
}
