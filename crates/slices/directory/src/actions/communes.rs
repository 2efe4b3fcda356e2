//! Replacing the official communes.

use super::{DIRECTORY, Error, check};
use crate::events::CommunesLoaded;
use crate::may::Verb;
use crate::store;
use base::{HarvestId, Timestamp};
use db::Db;
use intake::Commune;
use people::Standing;
use people::model::Scope;

/// Replaces every commune by these. Places harvested before keep what they say until their next
/// harvest, which reads them with the new communes.
pub async fn load_communes(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    communes: &[Commune],
) -> Result<(), Error> {
    check(standing, Verb::LoadCommunes, &[Scope::House])?;
    let mut act = db.act(now, standing.actor, DIRECTORY).await?;
    store::communes::replace_all(&mut act, communes).await?;
    let id: HarvestId = act.id();
    act.record(&id, &CommunesLoaded { count: communes.len() }).await?;
    act.commit().await?;
    Ok(())
}
