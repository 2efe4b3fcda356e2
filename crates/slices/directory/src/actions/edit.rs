//! A person corrects a place, undoes a correction, says that nothing changed, or changes whether
//! the place is shown.

use super::{DIRECTORY, Error, check};
use crate::events::{PageConfirmed, PlaceEdited, PlaceStateSet};
use crate::may::{Verb, hand};
use crate::model::{Change, ChangeKind, FieldChange, Hand, Place, PlaceState, Written};
use crate::refusal::Refusal;
use crate::rules::edit::checked_value;
use crate::rules::history;
use crate::rules::whereabouts::scopes;
use crate::store::{changes, places};
use base::{ChangeId, PlaceId, Timestamp, time};
use db::{Act, Db, Read};
use intake::standard::FieldName;
use people::Standing;

/// What an edit did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditOutcome {
    /// The page says it now.
    Changed,
    /// It said so already.
    Unchanged,
}

/// What is to be written on a page, and why.
pub(super) struct Wish<'a> {
    pub(super) fields: &'a [(FieldName, Option<Written>)],
    pub(super) hand: Hand,
    pub(super) kind: ChangeKind,
}

/// Writes one field of a place, over whatever lists say. `None` takes a former edit back, and
/// the lists speak again.
pub async fn edit(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    place: PlaceId,
    (field, value): (&str, Option<&str>),
) -> Result<EditOutcome, Error> {
    let (act, stored, hand) = begin(db, now, standing, (place, Verb::Edit)).await?;
    let name = FieldName::from_label(field)
        .ok_or_else(|| Refusal::FieldNotEditable { field: field.into() })?;
    let value = value.map(|it| checked_value(name, it)).transpose()?;
    let fields = [(name, value.map(|it| written(&act, it)))];
    let wish = Wish { fields: &fields, hand, kind: ChangeKind::Edit };
    finish(act, stored, &wish).await
}

/// Writes several fields of a page at once, over whatever lists say. Fields that the page already
/// says so are left to those who say them.
pub async fn edit_page(
    db: &Db,
    (now, once): (Timestamp, &str),
    standing: &Standing,
    place: PlaceId,
    values: &[(FieldName, String)],
) -> Result<EditOutcome, Error> {
    let (mut act, stored, hand) = begin(db, now, standing, (place, Verb::Edit)).await?;
    if !act.is_first(once).await? {
        return Ok(EditOutcome::Unchanged);
    }
    let mut fields = Vec::new();
    for (field, value) in values {
        let value = checked_value(*field, value)?;
        if *stored.body.fields.get(*field) != value {
            fields.push((*field, Some(written(&act, value))));
        }
    }
    let wish = Wish { fields: &fields, hand, kind: ChangeKind::Edit };
    finish(act, stored, &wish).await
}

/// What someone chooses when a list says something fresher than the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Preference {
    /// What the page says stays, and is said anew today.
    Mine,
    /// What that list says.
    Theirs(String),
}

/// Settles a disagreement with a fresher list.
pub async fn choose(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    place: PlaceId,
    (field, preference): (FieldName, &Preference),
) -> Result<EditOutcome, Error> {
    let (mut act, stored, hand) = begin(db, now, standing, (place, Verb::Edit)).await?;
    let value = match preference {
        Preference::Mine => stored.body.fields.get(field).into_owned(),
        Preference::Theirs(value) => checked_value(field, value)?,
    };
    // The lists speak again when they alone would say what was chosen.
    let fields = [(field, None)];
    let freed = previewed(&mut act, &stored, &fields).await?;
    let is_said_by_lists = *preference != Preference::Mine && *freed.get(field) == value;
    let fields = [(field, (!is_said_by_lists).then(|| written(&act, value)))];
    let wish = Wish { fields: &fields, hand, kind: ChangeKind::Choice };
    finish(act, stored, &wish).await
}

/// What a page would say with those edits.
async fn previewed(
    act: &mut Act,
    stored: &Place,
    fields: &[(FieldName, Option<Written>)],
) -> Result<intake::Fields, Error> {
    let (after, _) = history::written(&changes::edits(act, stored.id).await?, fields);
    Ok(super::resolve::merged_with(act, stored, Some(&after)).await?.fields)
}

/// Undoes a change: its fields become again what they were before it. Undoing is a change too.
pub async fn undo(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    place: PlaceId,
    change: ChangeId,
) -> Result<EditOutcome, Error> {
    let (mut act, stored, hand) = begin(db, now, standing, (place, Verb::Edit)).await?;
    let change = changes::by_id(&mut act, change).await?.filter(|it| it.place == place);
    let change = change.ok_or(Error::NotFound)?;
    let fields = history::undoing(&change.fields);
    let wish = Wish { fields: &fields, hand, kind: ChangeKind::Undo };
    finish(act, stored, &wish).await
}

/// The place itself says that its page is right: that refreshes the date that visitors see.
pub async fn confirm(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    place: PlaceId,
) -> Result<(), Error> {
    let (mut act, mut stored, hand) = begin(db, now, standing, (place, Verb::Confirm)).await?;
    changes::confirm(&mut act, place, time::civil_day(now)).await?;
    stored.body = super::resolve::merged_anew(&mut act, &stored).await?;
    stored.changed_at = now.as_millisecond();
    places::put_all(&mut act, std::slice::from_ref(&stored)).await?;
    act.record(&place, &PageConfirmed { as_role: hand.name() }).await?;
    act.commit().await?;
    Ok(())
}

/// Opens an act on a place, for someone who may do that to it.
pub(super) async fn begin(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    (place, verb): (PlaceId, Verb),
) -> Result<(Act, Place, Hand), Error> {
    let mut act = db.act(now, standing.actor, DIRECTORY).await?;
    let stored = living(&mut act, place).await?;
    let scopes = scopes(&stored);
    check(standing, verb, &scopes)?;
    let hand = hand(standing, &scopes).unwrap_or(Hand::House);
    Ok((act, stored, hand))
}

/// A value written now by the author of the act.
pub(super) fn written(act: &Act, value: String) -> Written {
    Written { value, at: act.now().as_millisecond(), actor: act.actor().name() }
}

/// Applies a wish and commits, if it changes anything.
async fn finish(mut act: Act, mut stored: Place, wish: &Wish<'_>) -> Result<EditOutcome, Error> {
    if apply(&mut act, &mut stored, wish).await?.is_none() {
        return Ok(EditOutcome::Unchanged);
    }
    act.commit().await?;
    Ok(EditOutcome::Changed)
}

/// Writes what is wished, keeps what was, makes the page anew. The caller commits. Answers none
/// when the page would say the same, with the same origins.
pub(super) async fn apply(
    act: &mut Act,
    stored: &mut Place,
    wish: &Wish<'_>,
) -> Result<Option<ChangeId>, Error> {
    let place = stored.id;
    let edits = changes::edits(act, place).await?;
    let (_, differences) = history::written(&edits, wish.fields);
    for (field, _, after) in &differences {
        changes::set_edit(act, place, *field, after.as_ref()).await?;
    }
    let mut body = super::resolve::merged_anew(act, stored).await?;
    if body == stored.body {
        return Ok(None);
    }
    if wish.hand.is_of_the_place() {
        changes::confirm(act, place, time::civil_day(act.now())).await?;
        body = super::resolve::merged_anew(act, stored).await?;
    }
    let before = std::mem::replace(&mut stored.body, body);
    stored.changed_at = act.now().as_millisecond();
    let said = |field: FieldName, body: &crate::model::Body| body.fields.get(field).into_owned();
    let fields: Vec<FieldChange> = differences
        .into_iter()
        .map(|(field, was, is)| FieldChange {
            field: field.label().into(),
            before: was,
            after: is,
            shown_before: said(field, &before),
            shown_after: said(field, &stored.body),
        })
        .collect();
    let (id, at) = (act.id(), act.now());
    let change = Change { id, place, at, hand: wish.hand, kind: wish.kind, fields };
    places::put_all(act, std::slice::from_ref(&*stored)).await?;
    changes::insert(act, &change).await?;
    let events: Vec<PlaceEdited<'_>> = change
        .fields
        .iter()
        .map(|it| PlaceEdited {
            field: &it.field,
            change: id.to_string(),
            kind: wish.kind.name(),
            as_role: wish.hand.name(),
        })
        .collect();
    let lines: Vec<_> = events.iter().map(|it| (place, it)).collect();
    act.record_all(&lines).await?;
    Ok(Some(id))
}

/// Publishes, hides or closes a place. The reason is shown.
pub async fn set_state(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    place: PlaceId,
    (state, reason): (PlaceState, &str),
) -> Result<EditOutcome, Error> {
    let (mut act, mut stored, _) = begin(db, now, standing, (place, Verb::SetState)).await?;
    if reason.trim().is_empty() && state != PlaceState::Published {
        return Err(Refusal::ReasonNeeded.into());
    }
    if stored.state == state {
        return Ok(EditOutcome::Unchanged);
    }
    put_state(&mut act, &mut stored, (state, reason)).await?;
    act.commit().await?;
    Ok(EditOutcome::Changed)
}

/// Writes a state; the caller commits.
pub(super) async fn put_state(
    act: &mut Act,
    stored: &mut Place,
    (state, reason): (PlaceState, &str),
) -> Result<(), Error> {
    stored.state = state;
    stored.changed_at = act.now().as_millisecond();
    places::put_all(act, std::slice::from_ref(&*stored)).await?;
    act.record(&stored.id, &PlaceStateSet { state, reason }).await?;
    Ok(())
}

pub(super) async fn living(read: &mut Read, place: PlaceId) -> Result<Place, Error> {
    let stored = places::by_id(read, place).await?.ok_or(Error::NotFound)?;
    if stored.state == PlaceState::Merged {
        return Err(Refusal::PlaceMerged.into());
    }
    Ok(stored)
}
