//! The only SQL of this slice. One text for both engines.

use crate::model::{Key, Setting};
use base::{SettingId, Timestamp};
use db::{Act, Read, Result, params, row};

row! {
    struct SettingRow {
        id: String,
        key: String,
        value: Option<String>,
        at: i64,
        by_whom: String,
        is_current: bool,
    }
}

impl SettingRow {
    /// A setting that this version of the program does not know is left aside.
    fn read(self) -> Option<Setting> {
        Some(Setting {
            id: self.id.parse().ok()?,
            key: Key::named(&self.key)?,
            value: self.value,
            at: Timestamp::from_millisecond(self.at).unwrap_or_default(),
            by: self.by_whom,
            is_current: self.is_current,
        })
    }
}

/// The settings in force: one a key at most.
pub(crate) async fn current(read: &mut Read) -> Result<Vec<Setting>> {
    let rows: Vec<SettingRow> = read
        .all(
            "SELECT id, key, value, at, by_whom, is_current FROM setting
             WHERE is_current = TRUE ORDER BY key",
            vec![],
        )
        .await?;
    Ok(rows.into_iter().filter_map(SettingRow::read).collect())
}

/// The values that a setting had, the last first.
pub(crate) async fn history(read: &mut Read, key: Key, limit: i64) -> Result<Vec<Setting>> {
    let rows: Vec<SettingRow> = read
        .all(
            "SELECT id, key, value, at, by_whom, is_current FROM setting
             WHERE key = $1 ORDER BY id DESC LIMIT $2",
            params![key.name(), limit],
        )
        .await?;
    Ok(rows.into_iter().filter_map(SettingRow::read).collect())
}

/// The last changes of all settings but logos and texts, whose values are long.
pub(crate) async fn changes(read: &mut Read, limit: i64) -> Result<Vec<Setting>> {
    let rows: Vec<SettingRow> = read
        .all(
            "SELECT id, key, CASE WHEN key = 'logo' OR key LIKE 'text-%' THEN NULL ELSE value END
                 AS value, at, by_whom, is_current
             FROM setting ORDER BY id DESC LIMIT $1",
            params![limit],
        )
        .await?;
    Ok(rows.into_iter().filter_map(SettingRow::read).collect())
}

pub(crate) async fn by_id(read: &mut Read, id: SettingId) -> Result<Option<Setting>> {
    let row: Option<SettingRow> = read
        .optional(
            "SELECT id, key, value, at, by_whom, is_current FROM setting WHERE id = $1",
            params![&id],
        )
        .await?;
    Ok(row.and_then(SettingRow::read))
}

/// Puts a value in force; the one before stays, no longer current.
pub(crate) async fn put(act: &mut Act, key: Key, value: Option<&str>) -> Result<SettingId> {
    act.write(
        "UPDATE setting SET is_current = FALSE WHERE key = $1 AND is_current = TRUE",
        params![key.name()],
    )
    .await?;
    let (id, now, by): (SettingId, _, _) = (act.id(), act.now(), act.actor().name());
    act.write(
        "INSERT INTO setting (id, key, value, at, by_whom, is_current)
         VALUES ($1, $2, $3, $4, $5, TRUE)",
        params![&id, key.name(), value, now, by],
    )
    .await?;
    Ok(id)
}

row! {
    struct ChangedRow {
        id: String,
        key: String,
        at: i64,
    }
}

/// The settings that someone changed, after an id: which change, which setting, when.
pub(crate) async fn changed_by(
    read: &mut Read,
    whom: &str,
    after: &str,
) -> Result<Vec<(String, String, Timestamp)>> {
    let rows: Vec<ChangedRow> = read
        .all(
            "SELECT id, key, at FROM setting WHERE by_whom = $1 AND id > $2 ORDER BY id LIMIT 500",
            params![whom, after],
        )
        .await?;
    let at = |it: i64| Timestamp::from_millisecond(it).unwrap_or_default();
    Ok(rows.into_iter().map(|it| (it.id, it.key, at(it.at))).collect())
}
