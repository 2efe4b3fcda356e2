//! Records: rows as received, kept for ever, and what was kept apart.

use super::{decode, encode};
use crate::rules::merge::Candidate;
use base::{HarvestId, PlaceId, RecordId, SourceId};
use db::{Act, Error, Read, Value, params, row};
use std::collections::HashMap;

row! {
    struct KnownRow {
        id: String,
        local_id: String,
        raw_hash: String,
        candidate_hash: String,
        vanished_at: Option<i64>,
    }
}

row! {
    struct CurrentRow {
        source: String,
        local_id: String,
        candidate: String,
        at: i64,
        vanished_at: Option<i64>,
    }
}

row! {
    struct OfPlaceRow {
        place: String,
        source: String,
        local_id: String,
        candidate: String,
        at: i64,
        vanished_at: Option<i64>,
    }
}

row! {
    struct QuarantineRow {
        row_number: i64,
        local_id: String,
        field: String,
        value: String,
        reason: String,
        fatal: bool,
    }
}

/// The present version of a record, as a harvest needs to know it.
pub(crate) struct Known {
    pub(crate) id: RecordId,
    pub(crate) raw_hash: String,
    pub(crate) candidate_hash: String,
    pub(crate) vanished: bool,
}

/// The present version of a record, as matching and merging need it.
pub(crate) struct Current {
    pub(crate) source: String,
    pub(crate) local_id: String,
    pub(crate) candidate: Candidate,
    pub(crate) at: i64,
    pub(crate) vanished: bool,
}

/// A row to be stored.
pub(crate) struct NewRecord {
    pub(crate) local_id: String,
    pub(crate) row_number: u64,
    pub(crate) raw_hash: String,
    pub(crate) raw: String,
    pub(crate) candidate: Option<String>,
    pub(crate) candidate_hash: String,
}

/// A value or a row kept apart.
#[derive(Clone, Debug)]
pub struct Apart {
    /// Number of the row in the list, from 1.
    pub row_number: u64,
    /// The row's identifier in the list; empty when the row could not be read.
    pub local_id: String,
    /// The standard's name of the field, or `ligne`.
    pub field: String,
    /// The value received, shortened.
    pub value: String,
    /// Why it was kept apart.
    pub reason: String,
    /// Whether the whole row was.
    pub fatal: bool,
}

/// The present records of a source, by their identifier there.
pub(crate) async fn known(
    read: &mut Read,
    source: SourceId,
) -> Result<HashMap<String, Known>, Error> {
    let rows: Vec<KnownRow> = read
        .all(
            "SELECT id, local_id, raw_hash, candidate_hash, vanished_at FROM record
             WHERE source = $1 AND superseded_at IS NULL",
            params![&source],
        )
        .await?;
    rows.into_iter()
        .map(|row| {
            let known = Known {
                id: super::id(&row.id)?,
                raw_hash: row.raw_hash,
                candidate_hash: row.candidate_hash,
                vanished: row.vanished_at.is_some(),
            };
            Ok((row.local_id, known))
        })
        .collect()
}

/// Every record that may speak of a place, source by source in their order of arrival.
pub(crate) async fn current(read: &mut Read) -> Result<Vec<Current>, Error> {
    let rows: Vec<CurrentRow> = read
        .all(
            "SELECT source.key AS source, record.local_id, record.candidate, record.at,
             record.vanished_at
             FROM record JOIN source ON source.id = record.source
             WHERE record.superseded_at IS NULL AND record.candidate IS NOT NULL
             ORDER BY source.number, record.local_id",
            vec![],
        )
        .await?;
    rows.into_iter().map(Current::try_from).collect()
}

/// The records that speak of one place, vanished ones included.
pub(crate) async fn of_place(read: &mut Read, place: PlaceId) -> Result<Vec<Current>, Error> {
    let rows: Vec<CurrentRow> = read
        .all(
            "SELECT source.key AS source, record.local_id, record.candidate, record.at,
             record.vanished_at
             FROM attachment JOIN source ON source.key = attachment.source
             JOIN record ON record.source = source.id AND record.local_id = attachment.local_id
             WHERE attachment.place = $1 AND record.superseded_at IS NULL
             AND record.candidate IS NOT NULL
             ORDER BY source.number, record.local_id",
            params![&place],
        )
        .await?;
    rows.into_iter().map(Current::try_from).collect()
}

/// What one list says of those places, vanished records included.
pub(crate) async fn of_places(
    read: &mut Read,
    source: &str,
    places: &[String],
) -> Result<Vec<(PlaceId, Current)>, Error> {
    let rows: Vec<OfPlaceRow> = read
        .all_in(
            "SELECT attachment.place, source.key AS source, record.local_id, record.candidate,
             record.at, record.vanished_at
             FROM attachment JOIN source ON source.key = attachment.source
             JOIN record ON record.source = source.id AND record.local_id = attachment.local_id
             WHERE record.superseded_at IS NULL AND record.candidate IS NOT NULL
             AND attachment.place IN",
            places,
            "ORDER BY record.local_id",
        )
        .await?;
    let of_source = rows.into_iter().filter(|row| row.source == source);
    of_source
        .map(|row| {
            let place = super::id(&row.place)?;
            let current = CurrentRow {
                source: row.source,
                local_id: row.local_id,
                candidate: row.candidate,
                at: row.at,
                vanished_at: row.vanished_at,
            };
            Ok((place, Current::try_from(current)?))
        })
        .collect()
}

pub(crate) async fn insert_all(
    act: &mut Act,
    source: SourceId,
    harvest: HarvestId,
    records: Vec<NewRecord>,
) -> Result<(), Error> {
    let now = act.now();
    let rows: Vec<Vec<Value>> = records
        .into_iter()
        .map(|it| {
            let id: RecordId = act.id();
            params![
                &id,
                &source,
                it.local_id,
                &harvest,
                i64::try_from(it.row_number).unwrap_or(i64::MAX),
                it.raw_hash,
                it.raw,
                it.candidate,
                it.candidate_hash,
                now,
            ]
        })
        .collect();
    act.write_rows(
        "INSERT INTO record (id, source, local_id, harvest, row_number, raw_hash, raw,
         candidate, candidate_hash, at) VALUES",
        "",
        rows,
    )
    .await
}

/// A newer version is about to be stored.
pub(crate) async fn supersede(act: &mut Act, id: RecordId) -> Result<(), Error> {
    let now = act.now();
    act.write("UPDATE record SET superseded_at = $2 WHERE id = $1", params![&id, now]).await?;
    Ok(())
}

/// The row is the same, but is read differently now: a better mapping, or more communes.
pub(crate) async fn read_anew(act: &mut Act, id: RecordId, it: &NewRecord) -> Result<(), Error> {
    act.write(
        "UPDATE record SET candidate = $2, candidate_hash = $3 WHERE id = $1",
        params![&id, it.candidate.clone(), it.candidate_hash.as_str()],
    )
    .await?;
    Ok(())
}

/// The list no longer holds the row; or holds it again.
pub(crate) async fn mark_vanished(
    act: &mut Act,
    id: RecordId,
    vanished: bool,
) -> Result<(), Error> {
    let at = vanished.then(|| act.now().as_millisecond());
    act.write("UPDATE record SET vanished_at = $2 WHERE id = $1", params![&id, at]).await?;
    Ok(())
}

pub(crate) async fn keep_apart(
    act: &mut Act,
    harvest: HarvestId,
    first_rank: i64,
    apart: Vec<Apart>,
) -> Result<(), Error> {
    let rows = apart
        .into_iter()
        .zip(first_rank..)
        .map(|(it, rank)| {
            params![
                &harvest,
                rank,
                i64::try_from(it.row_number).unwrap_or(i64::MAX),
                it.local_id,
                it.field,
                it.value,
                it.reason,
                it.fatal,
            ]
        })
        .collect();
    act.write_rows(
        "INSERT INTO quarantine (harvest, rank, row_number, local_id, field, value, reason,
         fatal) VALUES",
        "",
        rows,
    )
    .await
}

/// What the last stored harvest of a source kept apart, in the order of the list.
pub(crate) async fn apart(
    read: &mut Read,
    source: SourceId,
    limit: i64,
) -> Result<Vec<Apart>, Error> {
    let rows: Vec<QuarantineRow> = read
        .all(
            "SELECT row_number, local_id, field, value, reason, fatal FROM quarantine
             WHERE harvest = (SELECT id FROM harvest WHERE source = $1 AND state = 'stored'
                              ORDER BY at DESC, id DESC LIMIT 1)
             ORDER BY rank LIMIT $2",
            params![&source, limit],
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Apart {
            row_number: u64::try_from(row.row_number).unwrap_or(0),
            local_id: row.local_id,
            field: row.field,
            value: row.value,
            reason: row.reason,
            fatal: row.fatal,
        })
        .collect())
}

/// A candidate as stored, and its hash.
pub(crate) fn stored(candidate: Option<&Candidate>) -> Result<(Option<String>, String), Error> {
    let text = candidate.map(encode).transpose()?;
    let hash = crate::fingerprint(text.as_deref().unwrap_or("").as_bytes());
    Ok((text, hash))
}

impl TryFrom<CurrentRow> for Current {
    type Error = Error;

    fn try_from(row: CurrentRow) -> Result<Self, Error> {
        Ok(Self {
            source: row.source,
            local_id: row.local_id,
            candidate: decode(&row.candidate)?,
            at: row.at,
            vanished: row.vanished_at.is_some(),
        })
    }
}
