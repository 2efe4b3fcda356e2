//! Places, what is attached to them, what people said of them.

use super::{decode, encode};
use crate::model::{Body, Edit, Place, PlaceState};
use base::PlaceId;
use db::{Act, Error, Read, params, row};
use intake::standard::FieldName;
use std::collections::HashMap;

row! {
    struct PlaceRow {
        id: String,
        slug: String,
        state: String,
        body: String,
        merged_into: Option<String>,
        created_at: i64,
        changed_at: i64,
    }
}

row! {
    struct AttachmentRow {
        source: String,
        local_id: String,
        place: String,
    }
}

row! {
    struct EditRow {
        place: String,
        field: String,
        value: String,
        at: i64,
        actor: String,
    }
}

row! {
    struct DecisionRow {
        a_source: String,
        a_local_id: String,
        b_source: String,
        b_local_id: String,
        verdict: String,
    }
}

/// A record and the place it belongs to.
pub(crate) struct Attachment {
    pub(crate) source: String,
    pub(crate) local_id: String,
    pub(crate) place: PlaceId,
}

row! {
    struct SourceCount {
        source: String,
        n: i64,
    }
}

/// What a person said of two records.
pub(crate) struct Decided {
    pub(crate) a: (String, String),
    pub(crate) b: (String, String),
    pub(crate) verdict: String,
}

/// Places after an id, in the order of ids, at most `limit`.
pub(crate) async fn page(read: &mut Read, after: &str, limit: i64) -> Result<Vec<Place>, Error> {
    let rows: Vec<PlaceRow> = read
        .all(
            "SELECT id, slug, state, body, merged_into, created_at, changed_at FROM place
             WHERE id > $1 ORDER BY id LIMIT $2",
            params![after, limit],
        )
        .await?;
    rows.into_iter().map(Place::try_from).collect()
}

/// Every place, read page by page.
pub(crate) async fn all(read: &mut Read) -> Result<Vec<Place>, Error> {
    const PAGE: i64 = 5_000;
    let mut places: Vec<Place> = Vec::new();
    loop {
        let after = places.last().map_or_else(String::new, |it| it.id.to_string());
        let mut next = page(read, &after, PAGE).await?;
        if next.is_empty() {
            return Ok(places);
        }
        places.append(&mut next);
    }
}

pub(crate) async fn by_id(read: &mut Read, id: PlaceId) -> Result<Option<Place>, Error> {
    let row: Option<PlaceRow> = read
        .optional(
            "SELECT id, slug, state, body, merged_into, created_at, changed_at FROM place
             WHERE id = $1",
            params![&id],
        )
        .await?;
    row.map(Place::try_from).transpose()
}

/// The places of these ids that exist, in no promised order.
pub(crate) async fn by_ids(read: &mut Read, ids: &[String]) -> Result<Vec<Place>, Error> {
    let rows: Vec<PlaceRow> = read
        .all_in(
            "SELECT id, slug, state, body, merged_into, created_at, changed_at FROM place
             WHERE id IN",
            ids,
            "",
        )
        .await?;
    rows.into_iter().map(Place::try_from).collect()
}

pub(crate) async fn by_slug(read: &mut Read, slug: &str) -> Result<Option<Place>, Error> {
    let row: Option<PlaceRow> = read
        .optional(
            "SELECT id, slug, state, body, merged_into, created_at, changed_at FROM place
             WHERE slug = $1",
            params![slug],
        )
        .await?;
    row.map(Place::try_from).transpose()
}

/// Inserts places, or replaces what is known of them. Slug and creation never change.
pub(crate) async fn put_all(act: &mut Act, places: &[Place]) -> Result<(), Error> {
    let mut rows = Vec::with_capacity(places.len());
    for it in places {
        rows.push(params![
            &it.id,
            it.slug.as_str(),
            it.state.name(),
            encode(&it.body)?,
            it.merged_into.map(|id| id.to_string()),
            it.created_at,
            it.changed_at,
        ]);
    }
    act.write_rows(
        "INSERT INTO place (id, slug, state, body, merged_into, created_at, changed_at) VALUES",
        "ON CONFLICT (id) DO UPDATE SET state = excluded.state, body = excluded.body,
         merged_into = excluded.merged_into, changed_at = excluded.changed_at",
        rows,
    )
    .await
}

/// Writes the state of a place, and nothing else of it.
pub(crate) async fn set_state(act: &mut Act, place: &Place) -> Result<(), Error> {
    act.write(
        "UPDATE place SET state = $2, changed_at = $3 WHERE id = $1",
        params![&place.id, place.state.name(), place.changed_at],
    )
    .await?;
    Ok(())
}

pub(crate) async fn attachments(read: &mut Read) -> Result<Vec<Attachment>, Error> {
    let rows: Vec<AttachmentRow> = read
        .all("SELECT source, local_id, place FROM attachment ORDER BY source, local_id", vec![])
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Attachment {
                source: row.source,
                local_id: row.local_id,
                place: super::id(&row.place)?,
            })
        })
        .collect()
}

/// How many published places each list speaks of, by the list's key.
pub(crate) async fn count_by_source(read: &mut Read) -> Result<HashMap<String, u64>, Error> {
    let rows: Vec<SourceCount> = read
        .all(
            "SELECT attachment.source, COUNT(DISTINCT attachment.place) AS n
             FROM attachment JOIN place ON place.id = attachment.place
             WHERE place.state = 'published' GROUP BY attachment.source",
            vec![],
        )
        .await?;
    Ok(rows.into_iter().map(|row| (row.source, u64::try_from(row.n).unwrap_or(0))).collect())
}

pub(crate) async fn attach_all(act: &mut Act, attachments: &[Attachment]) -> Result<(), Error> {
    let rows = attachments
        .iter()
        .map(|it| params![it.source.as_str(), it.local_id.as_str(), &it.place])
        .collect();
    act.write_rows(
        "INSERT INTO attachment (source, local_id, place) VALUES",
        "ON CONFLICT (source, local_id) DO UPDATE SET place = excluded.place",
        rows,
    )
    .await
}

/// Every edit in force, with its place.
pub(crate) async fn edits(read: &mut Read) -> Result<Vec<(PlaceId, Edit)>, Error> {
    let rows: Vec<EditRow> = read
        .all("SELECT place, field, value, at, actor FROM edit ORDER BY place, field", vec![])
        .await?;
    rows.into_iter().map(EditRow::into_edit).collect()
}

/// The edits in force on one place.
pub(crate) async fn edits_of(read: &mut Read, place: PlaceId) -> Result<Vec<Edit>, Error> {
    let rows: Vec<EditRow> = read
        .all(
            "SELECT place, field, value, at, actor FROM edit WHERE place = $1 ORDER BY field",
            params![&place],
        )
        .await?;
    rows.into_iter().map(|row| Ok(row.into_edit()?.1)).collect()
}

pub(crate) async fn drop_edit(
    act: &mut Act,
    place: PlaceId,
    field: FieldName,
) -> Result<(), Error> {
    act.write("DELETE FROM edit WHERE place = $1 AND field = $2", params![&place, field.label()])
        .await?;
    Ok(())
}

pub(crate) async fn decisions(read: &mut Read) -> Result<Vec<Decided>, Error> {
    let rows: Vec<DecisionRow> = read
        .all(
            "SELECT a_source, a_local_id, b_source, b_local_id, verdict FROM decision
             ORDER BY at, a_source, a_local_id, b_source, b_local_id",
            vec![],
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Decided {
            a: (row.a_source, row.a_local_id),
            b: (row.b_source, row.b_local_id),
            verdict: row.verdict,
        })
        .collect())
}

pub(crate) async fn put_decision(
    act: &mut Act,
    a: &(String, String),
    b: &(String, String),
    verdict: &str,
) -> Result<(), Error> {
    let (now, actor) = (act.now(), act.actor().name());
    act.write(
        "INSERT INTO decision (a_source, a_local_id, b_source, b_local_id, verdict, at, actor)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (a_source, a_local_id, b_source, b_local_id) DO UPDATE SET
         verdict = excluded.verdict, at = excluded.at, actor = excluded.actor",
        params![a.0.as_str(), a.1.as_str(), b.0.as_str(), b.1.as_str(), verdict, now, actor,],
    )
    .await?;
    Ok(())
}

impl EditRow {
    fn into_edit(self) -> Result<(PlaceId, Edit), Error> {
        let field = FieldName::from_label(&self.field)
            .ok_or_else(|| Error::Decode(format!("unknown field {}", self.field)))?;
        let date = jiff::Timestamp::from_millisecond(self.at)
            .map(|at| base::time::civil_day(at).to_string())
            .unwrap_or_default();
        let edit = Edit { field, value: self.value, date, actor: self.actor };
        Ok((super::id(&self.place)?, edit))
    }
}

impl TryFrom<PlaceRow> for Place {
    type Error = Error;

    fn try_from(row: PlaceRow) -> Result<Self, Error> {
        let body: Body = decode(&row.body)?;
        Ok(Self {
            id: super::id(&row.id)?,
            slug: row.slug,
            state: PlaceState::named(&row.state)
                .ok_or_else(|| Error::Decode(format!("unknown state {}", row.state)))?,
            body,
            merged_into: row.merged_into.as_deref().map(super::id).transpose()?,
            created_at: row.created_at,
            changed_at: row.changed_at,
        })
    }
}
