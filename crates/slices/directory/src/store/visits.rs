//! Sheets of one-use codes that desks hand out. Of a code only a seal is kept.

use super::{id, instant};
use crate::ratings::model::Sheet;
use base::{PlaceId, SheetId};
use db::{Act, Error, Read, params, row};

row! {
    struct SheetRow {
        id: String,
        place: String,
        made_at: i64,
        ends_at: i64,
        codes: i64,
    }
}

row! {
    struct CountRow {
        codes: i64,
    }
}

pub(crate) async fn insert(act: &mut Act, sheet: &Sheet, seals: Vec<String>) -> Result<(), Error> {
    let actor = act.actor().name();
    act.write(
        "INSERT INTO visit_sheet (id, place, made_by, made_at, ends_at, codes)
         VALUES ($1, $2, $3, $4, $5, $6)",
        params![
            &sheet.id,
            &sheet.place,
            actor,
            sheet.made_at,
            sheet.ends_at,
            i64::from(sheet.codes),
        ],
    )
    .await?;
    let rows = seals.into_iter().map(|seal| params![seal, &sheet.id]).collect();
    act.write_rows("INSERT INTO visit_code (code, sheet) VALUES", "ON CONFLICT DO NOTHING", rows)
        .await
}

pub(crate) async fn by_id(read: &mut Read, sheet: SheetId) -> Result<Option<Sheet>, Error> {
    let sql = "SELECT id, place, made_at, ends_at, codes FROM visit_sheet WHERE id = $1";
    let row: Option<SheetRow> = read.optional(sql, params![&sheet]).await?;
    row.map(Sheet::try_from).transpose()
}

/// The sheets of a place that still work, the newest first.
pub(crate) async fn of_place(
    read: &mut Read,
    place: PlaceId,
    now: base::Timestamp,
) -> Result<Vec<Sheet>, Error> {
    let rows: Vec<SheetRow> = read
        .all(
            "SELECT id, place, made_at, ends_at, codes FROM visit_sheet
             WHERE place = $1 AND ends_at > $2 ORDER BY id DESC LIMIT 50",
            params![&place, now],
        )
        .await?;
    rows.into_iter().map(Sheet::try_from).collect()
}

/// Uses a code of a place. Answers whether it still worked.
pub(crate) async fn take(act: &mut Act, place: PlaceId, seal: &str) -> Result<bool, Error> {
    let now = act.now();
    let changed = act
        .write(
            "UPDATE visit_code SET used_at = $3 WHERE code = $1 AND used_at IS NULL
                 AND sheet IN (SELECT id FROM visit_sheet WHERE place = $2 AND ends_at > $3)",
            params![seal, &place, now],
        )
        .await?;
    Ok(changed == 1)
}

/// How many codes of a place wait to be used.
pub(crate) async fn waiting(act: &mut Act, place: PlaceId) -> Result<i64, Error> {
    let now = act.now();
    let row: Option<CountRow> = act
        .optional(
            "SELECT COUNT(*) AS codes FROM visit_code WHERE used_at IS NULL
                 AND sheet IN (SELECT id FROM visit_sheet WHERE place = $1 AND ends_at > $2)",
            params![&place, now],
        )
        .await?;
    Ok(row.map_or(0, |it| it.codes))
}

impl TryFrom<SheetRow> for Sheet {
    type Error = Error;

    fn try_from(row: SheetRow) -> Result<Self, Error> {
        Ok(Self {
            id: id(&row.id)?,
            place: id(&row.place)?,
            made_at: instant(row.made_at)?,
            ends_at: instant(row.ends_at)?,
            codes: u32::try_from(row.codes).unwrap_or(0),
        })
    }
}
