//! What monitors are told of the house: jobs, letters, room on the disk.

use crate::disk;
use crate::house::House;
use db::Db;
use std::sync::Arc;
use web::{Gauge, Shield, Watched};

/// The file of the data folder that closes the house.
const CLOSING: &str = "maintenance";

/// The shield of the house, as it was configured.
pub(super) fn shield(house: &House) -> anyhow::Result<Shield> {
    let configuration = &house.configuration;
    let watched = watched(house);
    let clock = house.clock.clone();
    let shield = Shield::new(clock, &configuration.limits, &configuration.watch, watched)?;
    let here = tokio::runtime::Handle::current();
    Ok(shield.closed_by(house.folder.join(CLOSING)).working_on(here))
}

fn watched(house: &House) -> Watched {
    let (folder, db) = (house.folder.clone(), house.db.clone());
    Watched {
        migrations: portal::migrations(),
        free_bytes: Arc::new(move || disk::free_bytes(&folder)),
        gauges: Arc::new(move || {
            let db = db.clone();
            Box::pin(async move { gauges(&db).await.unwrap_or_default() })
        }),
    }
}

async fn gauges(db: &Db) -> db::Result<Vec<Gauge>> {
    let mut read = db.read().await?;
    let plain = |name, value| Gauge { name, label: None, value };
    let mut gauges = vec![
        plain("maillage_jobs_open", count(work::waiting(&mut read).await?)),
        plain("maillage_jobs_failed", count(work::failed(&mut read).await?)),
    ];
    for (state, number) in work::mail::counts(&mut read).await? {
        let label = Some(("state", state.word().to_owned()));
        gauges.push(Gauge { name: "maillage_letters", label, value: count(number) });
    }
    Ok(gauges)
}

#[expect(clippy::cast_precision_loss, reason = "figures of monitors are floating")]
fn count(number: i64) -> f64 {
    number as f64
}
