//! Closures and messages.

use crate::model::{Notice, NoticeKind};
use base::{NoticeId, PlaceId};
use db::{Act, Error, Read, params, row};
use jiff::civil::Date;

row! {
    struct NoticeRow {
        id: String,
        place: String,
        kind: String,
        from_day: String,
        to_day: String,
        text: String,
    }
}

pub(crate) async fn insert(act: &mut Act, notice: &Notice) -> Result<(), Error> {
    let (now, actor) = (act.now(), act.actor().name());
    act.write(
        "INSERT INTO place_notice (id, place, kind, from_day, to_day, text, made_at, actor)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            &notice.id,
            &notice.place,
            notice.kind.name(),
            notice.from.to_string(),
            notice.to.to_string(),
            notice.text.as_str(),
            now,
            actor,
        ],
    )
    .await?;
    Ok(())
}

/// Takes a notice off its page. Answers whether it was there.
pub(crate) async fn withdraw(act: &mut Act, place: PlaceId, id: NoticeId) -> Result<bool, Error> {
    let now = act.now();
    let changed = act
        .write(
            "UPDATE place_notice SET withdrawn_at = $3
             WHERE place = $1 AND id = $2 AND withdrawn_at IS NULL",
            params![&place, &id, now],
        )
        .await?;
    Ok(changed == 1)
}

/// The notices of a page that are not over on that day, the first to begin first.
pub(crate) async fn of_place(
    read: &mut Read,
    place: PlaceId,
    day: Date,
) -> Result<Vec<Notice>, Error> {
    let rows: Vec<NoticeRow> = read
        .all(
            "SELECT id, place, kind, from_day, to_day, text FROM place_notice
             WHERE place = $1 AND to_day >= $2 AND withdrawn_at IS NULL ORDER BY from_day, id",
            params![&place, day.to_string()],
        )
        .await?;
    rows.into_iter().map(Notice::try_from).collect()
}

/// Every closure that is not taken off, for the directory in memory.
pub(crate) async fn closures(read: &mut Read) -> Result<Vec<Notice>, Error> {
    let rows: Vec<NoticeRow> = read
        .all(
            "SELECT id, place, kind, from_day, to_day, text FROM place_notice
             WHERE kind = 'fermeture' AND withdrawn_at IS NULL ORDER BY place, from_day",
            vec![],
        )
        .await?;
    rows.into_iter().map(Notice::try_from).collect()
}

/// The closures of those places that are not taken off.
pub(crate) async fn closures_of(read: &mut Read, places: &[String]) -> Result<Vec<Notice>, Error> {
    let rows: Vec<NoticeRow> = read
        .all_in(
            "SELECT id, place, kind, from_day, to_day, text FROM place_notice
             WHERE kind = 'fermeture' AND withdrawn_at IS NULL AND place IN",
            places,
            "ORDER BY place, from_day",
        )
        .await?;
    rows.into_iter().map(Notice::try_from).collect()
}

impl TryFrom<NoticeRow> for Notice {
    type Error = Error;

    fn try_from(row: NoticeRow) -> Result<Self, Error> {
        Ok(Self {
            id: super::id(&row.id)?,
            place: super::id(&row.place)?,
            kind: super::word(&row.kind, NoticeKind::named(&row.kind))?,
            from: super::day(&row.from_day)?,
            to: super::day(&row.to_day)?,
            text: row.text,
        })
    }
}
