//! Keeping the books of a harvest: which row is new, changed, the same, twice there, kept apart.

use super::Error;
use super::reader::{Batch, ReadRow, Row};
use crate::model::HarvestCounts;
use crate::store::records::{self, Apart, Known, NewRecord};
use base::{HarvestId, SourceId};
use db::Act;
use intake::LocalIds;
use std::collections::{HashMap, HashSet};

pub(super) struct Ledger {
    source: SourceId,
    harvest: HarvestId,
    known: HashMap<String, Known>,
    /// Records the source had, and still had at its last harvest.
    pub(super) known_before: u64,
    /// Identifiers and contents met in this list.
    met: HashSet<(String, String)>,
    ids: LocalIds,
    ranks: i64,
    pub(super) counts: HarvestCounts,
}

impl Ledger {
    pub(super) fn new(source: SourceId, harvest: HarvestId, known: HashMap<String, Known>) -> Self {
        let known_before = known.values().filter(|it| !it.vanished).count() as u64;
        Self {
            source,
            harvest,
            known,
            known_before,
            met: HashSet::new(),
            ids: LocalIds::default(),
            ranks: 0,
            counts: HarvestCounts::default(),
        }
    }

    /// Stores what a batch brings.
    pub(super) async fn take(&mut self, act: &mut Act, batch: Batch) -> Result<(), Error> {
        let mut fresh = Vec::new();
        let mut apart = Vec::new();
        self.counts.reading = batch.reading;
        for row in batch.rows {
            self.counts.rows += 1;
            match row {
                Row::Unreadable(row) => {
                    self.counts.quarantined += 1;
                    apart.push(row);
                }
                Row::Read(row) => {
                    if let Some(record) = self.take_row(act, *row, &mut apart).await? {
                        fresh.push(record);
                    }
                }
            }
        }
        for it in &apart {
            *self.counts.problems.entry(it.reason.clone()).or_default() += 1;
        }
        records::insert_all(act, self.source, self.harvest, fresh).await?;
        let first_rank = self.ranks;
        self.ranks += i64::try_from(apart.len()).unwrap_or(0);
        records::keep_apart(act, self.harvest, first_rank, apart).await?;
        Ok(())
    }

    /// Answers the record to insert, if the row brings one.
    async fn take_row(
        &mut self,
        act: &mut Act,
        row: ReadRow,
        apart: &mut Vec<Apart>,
    ) -> Result<Option<NewRecord>, Error> {
        if !self.met.insert((row.local_id.clone(), row.raw_hash.clone())) {
            self.counts.duplicates += 1;
            return Ok(None);
        }
        for rule in &row.repairs {
            *self.counts.repairs.entry((*rule).to_owned()).or_default() += 1;
        }
        apart.extend(row.apart);
        let is_quarantined = row.candidate.is_none();
        self.counts.quarantined += u64::from(is_quarantined);
        let (candidate, candidate_hash) = records::stored(row.candidate.as_ref())?;
        let record = NewRecord {
            local_id: self.ids.unique(&row.local_id),
            row_number: row.row_number,
            raw_hash: row.raw_hash,
            raw: row.raw,
            candidate,
            candidate_hash,
        };
        let counted = |it: &mut u64| *it += u64::from(!is_quarantined);
        let Some(known) = self.known.remove(&record.local_id) else {
            counted(&mut self.counts.new);
            return Ok(Some(record));
        };
        if known.vanished {
            records::mark_vanished(act, known.id, false).await?;
        }
        if known.raw_hash != record.raw_hash {
            counted(&mut self.counts.changed);
            records::supersede(act, known.id).await?;
            return Ok(Some(record));
        }
        counted(&mut self.counts.unchanged);
        if known.candidate_hash != record.candidate_hash {
            records::read_anew(act, known.id, &record).await?;
        }
        Ok(None)
    }

    /// Marks what the list no longer holds, and gives the final counts.
    pub(super) async fn close(&mut self, act: &mut Act) -> Result<HarvestCounts, Error> {
        let mut gone: Vec<Known> =
            self.known.drain().map(|(_, it)| it).filter(|it| !it.vanished).collect();
        gone.sort_by_key(|it| it.id);
        for known in gone {
            records::mark_vanished(act, known.id, true).await?;
            self.counts.vanished += 1;
        }
        debug_assert!(self.counts.add_up(), "a row was lost: {:?}", self.counts);
        Ok(std::mem::take(&mut self.counts))
    }
}
