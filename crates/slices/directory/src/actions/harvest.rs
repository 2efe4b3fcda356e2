//! Reading a list and storing what it says: nothing lost, everything counted, all or nothing.
//!
//! The list is read and normalised on a thread of its own, batch by batch; the act stores the
//! batches as they come. Stopped in the middle, it is as if it had not begun.

mod ledger;
mod reader;

use super::{DIRECTORY, Error, check};
use crate::clockwork::Match;
use crate::events::Harvested;
use crate::gazetteer::Gazetteer;
use crate::may::Verb;
use crate::model::{HarvestCounts, HarvestState};
use crate::store::{records, sources};
use base::{HarvestId, SourceId, Timestamp};
use db::{Act, Db};
use intake::Mapping;
use ledger::Ledger;
use people::Standing;
use people::model::Scope;
use std::io::BufRead;
use std::sync::Arc;

/// Opens the list for reading; called twice, once to fingerprint it and once to read it.
pub type OpenList = Arc<dyn Fn() -> std::io::Result<Box<dyn BufRead + Send>> + Send + Sync>;

/// A harvest that loses more than this share of a list waits for a person.
const LOSS_MAX: f64 = 0.2;

/// What to harvest, and how.
#[derive(Clone)]
pub struct Harvest {
    /// The mapping, TOML.
    pub mapping: String,
    /// Name of the file, for the history.
    pub file_name: String,
    /// The bytes.
    pub open: OpenList,
    /// The communes in force.
    pub gazetteer: Arc<Gazetteer>,
    /// Store it even if it loses a large share of the list.
    pub accept_loss: bool,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct HarvestOutcome {
    /// Key of the source.
    pub source: String,
    /// Whether it was stored.
    pub state: HarvestState,
    /// The numbers; those of the last harvest when the list is identical.
    pub counts: HarvestCounts,
}

/// Harvests a list. `progress` is told how many rows have been read.
pub async fn harvest(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    asked: &Harvest,
    progress: &(dyn Fn(u64) + Send + Sync),
) -> Result<HarvestOutcome, Error> {
    check(standing, Verb::Harvest, &[Scope::House])?;
    let mapping = Mapping::from_toml(&asked.mapping)?;
    let fingerprint = reader::fingerprint(asked)?;
    let key = mapping.source.key.clone();
    if let Some(counts) = seen_before(db, &key, &fingerprint).await? {
        return Ok(HarvestOutcome { source: key, state: HarvestState::Identical, counts });
    }
    let mut act = db.act(now, standing.actor, DIRECTORY).await?;
    let source = sources::put(&mut act, &mapping.source, &asked.mapping).await?;
    let harvest: HarvestId = act.id();
    sources::insert_harvest(&mut act, harvest, source, &asked.file_name, &fingerprint).await?;
    let known = records::known(&mut act, source).await?;
    let mut ledger = Ledger::new(source, harvest, known);
    let mut batches = reader::batches(asked, mapping);
    while let Some(batch) = batches.recv().await {
        ledger.take(&mut act, batch?).await?;
        progress(ledger.counts.rows);
    }
    let counts = ledger.close(&mut act).await?;
    let outcome = |state, counts| HarvestOutcome { source: key.clone(), state, counts };
    if loses_too_much(&counts, ledger.known_before) && !asked.accept_loss {
        drop(act);
        hold(db, now, standing, asked, (&fingerprint, &counts)).await?;
        return Ok(outcome(HarvestState::Held, counts));
    }
    finish(&mut act, source, harvest, &counts).await?;
    let event = Harvested {
        source: &key,
        file_name: &asked.file_name,
        fingerprint: &fingerprint,
        state: HarvestState::Stored,
        counts: &counts,
    };
    act.record(&harvest, &event).await?;
    act.commit().await?;
    Ok(outcome(HarvestState::Stored, counts))
}

/// The counts of the last harvest, if it read the same bytes the same way.
async fn seen_before(
    db: &Db,
    key: &str,
    fingerprint: &str,
) -> Result<Option<HarvestCounts>, Error> {
    let mut read = db.read().await?;
    let Some(stored) = sources::by_key(&mut read, key).await? else { return Ok(None) };
    let last = sources::last_harvest(&mut read, stored.id).await?;
    Ok(last.filter(|it| it.fingerprint == fingerprint).map(|it| it.counts))
}

async fn finish(
    act: &mut Act,
    source: SourceId,
    harvest: HarvestId,
    counts: &HarvestCounts,
) -> Result<(), Error> {
    sources::end_harvest(act, harvest, HarvestState::Stored, counts).await?;
    sources::mark_harvested(act, source).await?;
    work::queue(act, &Match {}).await?;
    Ok(())
}

fn loses_too_much(counts: &HarvestCounts, known_before: u64) -> bool {
    #[expect(clippy::cast_precision_loss, reason = "a share, not a count")]
    let share = counts.vanished as f64 / known_before.max(1) as f64;
    share > LOSS_MAX
}

/// Nothing is stored but the fact that a person has to look.
async fn hold(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    asked: &Harvest,
    (fingerprint, counts): (&str, &HarvestCounts),
) -> Result<(), Error> {
    let mapping = Mapping::from_toml(&asked.mapping)?;
    let mut act = db.act(now, standing.actor, DIRECTORY).await?;
    let source = sources::put(&mut act, &mapping.source, &asked.mapping).await?;
    let harvest: HarvestId = act.id();
    sources::insert_harvest(&mut act, harvest, source, &asked.file_name, fingerprint).await?;
    sources::end_harvest(&mut act, harvest, HarvestState::Held, counts).await?;
    let event = Harvested {
        source: &mapping.source.key,
        file_name: &asked.file_name,
        fingerprint,
        state: HarvestState::Held,
        counts,
    };
    act.record(&harvest, &event).await?;
    act.commit().await?;
    Ok(())
}
