//! A person corrects a place, or changes whether it is shown.

use super::{DIRECTORY, Error, check};
use crate::events::{PlaceEdited, PlaceStateSet};
use crate::may::Verb;
use crate::model::{Place, PlaceState};
use crate::refusal::Refusal;
use crate::rules::edit::checked_value;
use crate::store;
use base::{Actor, PlaceId, Timestamp};
use db::{Act, Db};
use intake::standard::FieldName;

/// What an edit did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditOutcome {
    /// The page says it now.
    Changed,
    /// It said so already.
    Unchanged,
}

/// Writes one field of a place, over whatever lists say. `None` takes a former edit back, and
/// the lists speak again.
pub async fn edit(
    db: &Db,
    now: Timestamp,
    actor: Actor,
    place: PlaceId,
    (field, value): (&str, Option<&str>),
) -> Result<EditOutcome, Error> {
    check(actor, Verb::Edit)?;
    let field_name = FieldName::from_label(field)
        .ok_or_else(|| Refusal::FieldNotEditable { field: field.into() })?;
    let value = value.map(|it| checked_value(field_name, it)).transpose()?;
    let mut act = db.act(now, actor, DIRECTORY).await?;
    let mut stored = living(&mut act, place).await?;
    match &value {
        Some(value) => store::places::put_edit(&mut act, place, field_name, value).await?,
        None => store::places::drop_edit(&mut act, place, field_name).await?,
    }
    let before = said(&stored, field);
    let body = super::resolve::merged_anew(&mut act, &stored).await?;
    if body == stored.body {
        return Ok(EditOutcome::Unchanged);
    }
    stored.body = body;
    stored.changed_at = act.now().as_millisecond();
    let after = said(&stored, field);
    store::places::put_all(&mut act, std::slice::from_ref(&stored)).await?;
    act.record(&place, &PlaceEdited { field, before: &before, after: &after }).await?;
    act.commit().await?;
    Ok(EditOutcome::Changed)
}

/// Publishes, hides or closes a place. The reason is shown.
pub async fn set_state(
    db: &Db,
    now: Timestamp,
    actor: Actor,
    place: PlaceId,
    (state, reason): (PlaceState, &str),
) -> Result<EditOutcome, Error> {
    check(actor, Verb::SetState)?;
    if reason.trim().is_empty() && state != PlaceState::Published {
        return Err(Refusal::ReasonNeeded.into());
    }
    let mut act = db.act(now, actor, DIRECTORY).await?;
    let mut stored = living(&mut act, place).await?;
    if stored.state == state {
        return Ok(EditOutcome::Unchanged);
    }
    stored.state = state;
    stored.changed_at = act.now().as_millisecond();
    store::places::put_all(&mut act, std::slice::from_ref(&stored)).await?;
    act.record(&place, &PlaceStateSet { state, reason }).await?;
    act.commit().await?;
    Ok(EditOutcome::Changed)
}

async fn living(act: &mut Act, place: PlaceId) -> Result<Place, Error> {
    let stored = store::places::by_id(act, place).await?.ok_or(Error::NotFound)?;
    if stored.state == PlaceState::Merged {
        return Err(Refusal::PlaceMerged.into());
    }
    Ok(stored)
}

/// What the page says of a field, as the standard writes it.
fn said(place: &Place, field: &str) -> String {
    let fields = serde_json::to_value(&place.body.fields).unwrap_or_default();
    match fields.get(field) {
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(value) if !value.is_null() => value.to_string(),
        _ => String::new(),
    }
}
