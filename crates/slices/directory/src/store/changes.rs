//! What people changed on pages, when places last said that theirs is right, and translations.

use super::{decode, encode};
use crate::model::{Change, ChangeKind, Hand, Translation, Written};
use crate::rules::history::Edits;
use base::{ChangeId, PlaceId};
use db::{Act, Error, Read, params, row};
use intake::standard::FieldName;
use jiff::civil::Date;
use std::collections::HashMap;

row! {
    struct ChangeRow {
        id: String,
        place: String,
        at: i64,
        hand: String,
        kind: String,
        fields: String,
    }
}

row! {
    struct WrittenRow {
        field: String,
        value: String,
        at: i64,
        actor: String,
    }
}

row! {
    struct DayRow {
        place: String,
        day: String,
    }
}

row! {
    struct TranslationRow {
        language: String,
        text: String,
    }
}

pub(crate) async fn insert(act: &mut Act, change: &Change) -> Result<(), Error> {
    let actor = act.actor().name();
    act.write(
        "INSERT INTO place_change (id, place, at, actor, hand, kind, fields)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            &change.id,
            &change.place,
            change.at,
            actor,
            change.hand.name(),
            change.kind.name(),
            encode(&change.fields)?,
        ],
    )
    .await?;
    Ok(())
}

/// The last changes of a page, the newest first.
pub(crate) async fn of_place(
    read: &mut Read,
    place: PlaceId,
    limit: i64,
) -> Result<Vec<Change>, Error> {
    let rows: Vec<ChangeRow> = read
        .all(
            "SELECT id, place, at, hand, kind, fields FROM place_change
             WHERE place = $1 ORDER BY id DESC LIMIT $2",
            params![&place, limit],
        )
        .await?;
    rows.into_iter().map(Change::try_from).collect()
}

pub(crate) async fn by_id(read: &mut Read, id: ChangeId) -> Result<Option<Change>, Error> {
    let row: Option<ChangeRow> = read
        .optional(
            "SELECT id, place, at, hand, kind, fields FROM place_change WHERE id = $1",
            params![&id],
        )
        .await?;
    row.map(Change::try_from).transpose()
}

/// The edits in force on a page, as they are stored.
pub(crate) async fn edits(read: &mut Read, place: PlaceId) -> Result<Edits, Error> {
    let rows: Vec<WrittenRow> = read
        .all("SELECT field, value, at, actor FROM edit WHERE place = $1", params![&place])
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.field, Written { value: row.value, at: row.at, actor: row.actor }))
        .collect())
}

/// Writes an edit as it is given, or takes it away.
pub(crate) async fn set_edit(
    act: &mut Act,
    place: PlaceId,
    field: FieldName,
    written: Option<&Written>,
) -> Result<(), Error> {
    let Some(written) = written else {
        return super::places::drop_edit(act, place, field).await;
    };
    act.write(
        "INSERT INTO edit (place, field, value, at, actor) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (place, field) DO UPDATE SET value = excluded.value, at = excluded.at,
         actor = excluded.actor",
        params![&place, field.label(), written.value.as_str(), written.at, written.actor.as_str(),],
    )
    .await?;
    Ok(())
}

pub(crate) async fn confirm(act: &mut Act, place: PlaceId, day: Date) -> Result<(), Error> {
    let (now, actor) = (act.now(), act.actor().name());
    act.write(
        "INSERT INTO place_confirmation (place, day, at, actor) VALUES ($1, $2, $3, $4)
         ON CONFLICT (place) DO UPDATE SET day = excluded.day, at = excluded.at,
         actor = excluded.actor",
        params![&place, day.to_string(), now, actor],
    )
    .await?;
    Ok(())
}

pub(crate) async fn confirmed_on(read: &mut Read, place: PlaceId) -> Result<Option<Date>, Error> {
    let row: Option<DayRow> = read
        .optional("SELECT place, day FROM place_confirmation WHERE place = $1", params![&place])
        .await?;
    row.map(|row| super::day(&row.day)).transpose()
}

/// The day of the last confirmation of every page that has one.
pub(crate) async fn confirmations(read: &mut Read) -> Result<HashMap<PlaceId, Date>, Error> {
    let rows: Vec<DayRow> = read.all("SELECT place, day FROM place_confirmation", vec![]).await?;
    rows.into_iter().map(|row| Ok((super::id(&row.place)?, super::day(&row.day)?))).collect()
}

/// The translations of a page, by the code of their language.
pub(crate) async fn translations(
    read: &mut Read,
    place: PlaceId,
) -> Result<Vec<Translation>, Error> {
    let rows: Vec<TranslationRow> = read
        .all(
            "SELECT language, text FROM place_translation WHERE place = $1 ORDER BY language",
            params![&place],
        )
        .await?;
    Ok(rows.into_iter().map(|it| Translation { language: it.language, text: it.text }).collect())
}

/// Writes a translation; an empty text takes it away.
pub(crate) async fn put_translation(
    act: &mut Act,
    place: PlaceId,
    translation: &Translation,
) -> Result<(), Error> {
    let (now, actor) = (act.now(), act.actor().name());
    if translation.text.is_empty() {
        act.write(
            "DELETE FROM place_translation WHERE place = $1 AND language = $2",
            params![&place, translation.language.as_str()],
        )
        .await?;
        return Ok(());
    }
    act.write(
        "INSERT INTO place_translation (place, language, text, at, actor)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (place, language) DO UPDATE SET text = excluded.text, at = excluded.at,
         actor = excluded.actor",
        params![&place, translation.language.as_str(), translation.text.as_str(), now, actor],
    )
    .await?;
    Ok(())
}

impl TryFrom<ChangeRow> for Change {
    type Error = Error;

    fn try_from(row: ChangeRow) -> Result<Self, Error> {
        Ok(Self {
            id: super::id(&row.id)?,
            place: super::id(&row.place)?,
            at: super::instant(row.at)?,
            hand: super::word(&row.hand, Hand::named(&row.hand))?,
            kind: super::word(&row.kind, ChangeKind::named(&row.kind))?,
            fields: decode(&row.fields)?,
        })
    }
}
