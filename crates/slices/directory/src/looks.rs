//! What pages read of the directory beyond what is in memory.

pub mod flow;
pub mod keeping;

use crate::live::Directory;
use crate::model::{HarvestCounts, Place, PlaceState, Source};
use crate::store::{places, records, sources};
use base::PlaceId;
use db::Db;

pub use crate::store::records::Apart;
use std::collections::HashMap;

/// A list, and how its last harvest went.
pub struct SourceHealth {
    /// The list.
    pub source: Source,
    /// The numbers of its last harvest; zeroes when it had none.
    pub counts: HarvestCounts,
    /// How many published places show something of it.
    pub places: u64,
}

impl Directory {
    /// The place at that address, whatever its state but hidden.
    pub async fn place_at(&self, slug: &str) -> Result<Option<Place>, db::Error> {
        let place = places::by_slug(&mut self.db().read().await?, slug).await?;
        Ok(place.filter(|it| it.state != PlaceState::Hidden))
    }

    /// The place of that id, whatever its state but hidden.
    pub async fn place(&self, id: PlaceId) -> Result<Option<Place>, db::Error> {
        let place = places::by_id(&mut self.db().read().await?, id).await?;
        Ok(place.filter(|it| it.state != PlaceState::Hidden))
    }

    /// Every list and its health, in their order of arrival.
    pub async fn sources(&self) -> Result<Vec<SourceHealth>, db::Error> {
        let mut read = self.db().read().await?;
        let shown: HashMap<String, u64> = places::count_by_source(&mut read).await?;
        let mut all = Vec::new();
        for stored in sources::all(&mut read).await? {
            let last = sources::last_harvest(&mut read, stored.id).await?;
            all.push(SourceHealth {
                counts: last.map(|it| it.counts).unwrap_or_default(),
                places: shown.get(&stored.source.key).copied().unwrap_or(0),
                source: stored.source,
            });
        }
        Ok(all)
    }
}

/// Lines of a quarantine report at most.
const REPORT_MAX: i64 = 200_000;

/// The id of the place at that address.
pub async fn place_id_at(db: &Db, slug: &str) -> Result<Option<PlaceId>, db::Error> {
    Ok(places::by_slug(&mut db.read().await?, slug).await?.map(|it| it.id))
}

/// What the last harvest of the list of that key kept apart; nothing when there is no such list.
pub async fn quarantine(db: &Db, source: &str) -> Result<Option<Vec<Apart>>, db::Error> {
    let mut read = db.read().await?;
    let Some(stored) = sources::by_key(&mut read, source).await? else { return Ok(None) };
    Ok(Some(records::apart(&mut read, stored.id, REPORT_MAX).await?))
}
