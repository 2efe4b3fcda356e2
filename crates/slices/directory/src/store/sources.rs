//! Sources and their harvests.

use super::encode;
use crate::model::{HarvestCounts, HarvestState, Source};
use base::{HarvestId, SourceId};
use db::{Act, Error, Read, params, row};
use intake::mapping;

row! {
    struct SourceRow {
        id: String,
        key: String,
        number: i64,
        name: String,
        owner: String,
        licence: String,
        page: String,
        trust: i64,
        harvested_at: Option<i64>,
    }
}

row! {
    struct HarvestRow {
        fingerprint: String,
        counts: String,
    }
}

row! {
    struct Number {
        n: i64,
    }
}

/// A source, and under which id it is stored.
pub(crate) struct StoredSource {
    pub(crate) id: SourceId,
    pub(crate) source: Source,
}

/// The last harvest that was stored.
pub(crate) struct LastHarvest {
    pub(crate) fingerprint: String,
    pub(crate) counts: HarvestCounts,
}

pub(crate) async fn all(read: &mut Read) -> Result<Vec<StoredSource>, Error> {
    let rows: Vec<SourceRow> = read
        .all(
            "SELECT id, key, number, name, owner, licence, page, trust, harvested_at
             FROM source ORDER BY number",
            vec![],
        )
        .await?;
    rows.into_iter().map(StoredSource::try_from).collect()
}

pub(crate) async fn by_key(read: &mut Read, key: &str) -> Result<Option<StoredSource>, Error> {
    let row: Option<SourceRow> = read
        .optional(
            "SELECT id, key, number, name, owner, licence, page, trust, harvested_at
             FROM source WHERE key = $1",
            params![key],
        )
        .await?;
    row.map(StoredSource::try_from).transpose()
}

/// Inserts the source or brings its description up to date. Answers its id.
pub(crate) async fn put(
    act: &mut Act,
    source: &mapping::Source,
    mapping: &str,
) -> Result<SourceId, Error> {
    let id = match by_key(act, &source.key).await? {
        Some(stored) => stored.id,
        None => act.id(),
    };
    let count: Number = act.one("SELECT COALESCE(MAX(number), 0) AS n FROM source", vec![]).await?;
    let now = act.now();
    act.write(
        "INSERT INTO source
         (id, key, number, name, owner, licence, page, trust, mapping, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, owner = excluded.owner,
         licence = excluded.licence, page = excluded.page, trust = excluded.trust,
         mapping = excluded.mapping",
        params![
            &id,
            source.key.as_str(),
            count.n + 1,
            source.name.as_str(),
            source.owner.as_str(),
            source.licence.as_str(),
            source.page.as_str(),
            i64::from(source.trust),
            mapping,
            now,
        ],
    )
    .await?;
    Ok(id)
}

pub(crate) async fn mark_harvested(act: &mut Act, source: SourceId) -> Result<(), Error> {
    let now = act.now();
    act.write("UPDATE source SET harvested_at = $2 WHERE id = $1", params![&source, now]).await?;
    Ok(())
}

pub(crate) async fn last_harvest(
    read: &mut Read,
    source: SourceId,
) -> Result<Option<LastHarvest>, Error> {
    let row: Option<HarvestRow> = read
        .optional(
            "SELECT fingerprint, counts FROM harvest
             WHERE source = $1 AND state = 'stored' ORDER BY at DESC, id DESC LIMIT 1",
            params![&source],
        )
        .await?;
    row.map(|row| {
        Ok(LastHarvest { fingerprint: row.fingerprint, counts: super::decode(&row.counts)? })
    })
    .transpose()
}

pub(crate) async fn insert_harvest(
    act: &mut Act,
    id: HarvestId,
    source: SourceId,
    file_name: &str,
    fingerprint: &str,
) -> Result<(), Error> {
    let now = act.now();
    act.write(
        "INSERT INTO harvest (id, source, at, file_name, fingerprint, state, counts)
         VALUES ($1, $2, $3, $4, $5, 'running', '{}')",
        params![&id, &source, now, file_name, fingerprint],
    )
    .await?;
    Ok(())
}

pub(crate) async fn end_harvest(
    act: &mut Act,
    id: HarvestId,
    state: HarvestState,
    counts: &HarvestCounts,
) -> Result<(), Error> {
    act.write(
        "UPDATE harvest SET state = $2, counts = $3 WHERE id = $1",
        params![&id, state.name(), encode(counts)?],
    )
    .await?;
    Ok(())
}

impl TryFrom<SourceRow> for StoredSource {
    type Error = Error;

    fn try_from(row: SourceRow) -> Result<Self, Error> {
        Ok(Self {
            id: super::id(&row.id)?,
            source: Source {
                key: row.key,
                number: u32::try_from(row.number).unwrap_or(0),
                name: row.name,
                owner: row.owner,
                licence: row.licence,
                page: row.page,
                trust: u32::try_from(row.trust).unwrap_or(0),
                harvested_at: row.harvested_at,
            },
        })
    }
}
