//! What a keeper puts on the page beside its fields: closures and messages, photos, translations.

use super::Error;
use super::edit::begin;
use crate::events::PageDressed;
use crate::may::Verb;
use crate::model::{Hand, Notice, NoticeKind, Photo, PhotoSize, Translation};
use crate::refusal::Refusal;
use crate::rules::dress::{LANGUAGES, NOTICE_MAX_CHARS, PHOTOS_MAX, checked_words};
use crate::store::{changes, notices, photos};
use base::{NoticeId, PhotoId, PlaceId, Timestamp, time};
use db::{Act, Db};
use jiff::civil::Date;
use people::Standing;

/// Puts a closure or a message on a page, from a day to a day, both included.
pub async fn add_notice(
    db: &Db,
    (now, once): (Timestamp, &str),
    standing: &Standing,
    place: PlaceId,
    (kind, days, text): (NoticeKind, (Date, Date), &str),
) -> Result<(), Error> {
    let (mut act, _, hand) = begin(db, now, standing, (place, Verb::Edit)).await?;
    if !act.is_first(once).await? {
        return Ok(());
    }
    let (from, to) = days;
    if to < from || to < time::civil_day(now) {
        return Err(Refusal::DaysBackwards.into());
    }
    let text = checked_words(text, NOTICE_MAX_CHARS)?;
    if text.is_empty() && kind == NoticeKind::Message {
        return Err(Refusal::WordsNeeded.into());
    }
    let notice = Notice { id: act.id(), place, kind, from, to, text };
    notices::insert(&mut act, &notice).await?;
    dressed(act, (place, hand), (kind.name(), &notice.id.to_string(), true)).await
}

/// Takes a closure or a message off a page.
pub async fn withdraw_notice(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    place: PlaceId,
    notice: NoticeId,
) -> Result<(), Error> {
    let (mut act, _, hand) = begin(db, now, standing, (place, Verb::Edit)).await?;
    if !notices::withdraw(&mut act, place, notice).await? {
        return Err(Error::NotFound);
    }
    dressed(act, (place, hand), ("notice", &notice.to_string(), false)).await
}

/// A photo whose files are kept already.
#[derive(Clone, Debug)]
pub struct NewPhoto {
    /// What it shows, for those who do not see it.
    pub alternative: String,
    /// Who took it; may be empty.
    pub credit: String,
    /// Its files, the largest first.
    pub sizes: Vec<PhotoSize>,
}

/// Puts a photo at the end of those of a page.
pub async fn add_photo(
    db: &Db,
    (now, once): (Timestamp, &str),
    standing: &Standing,
    place: PlaceId,
    photo: NewPhoto,
) -> Result<(), Error> {
    let (mut act, _, hand) = begin(db, now, standing, (place, Verb::Edit)).await?;
    if !act.is_first(once).await? {
        return Ok(());
    }
    let (alternative, credit) = described(&photo.alternative, &photo.credit)?;
    let known = photos::of_place(&mut act, place).await?;
    if known.len() >= PHOTOS_MAX {
        return Err(Refusal::TooManyPhotos.into());
    }
    let photo = Photo { id: act.id(), place, alternative, credit, sizes: photo.sizes };
    photos::insert(&mut act, &photo, i64::try_from(known.len()).unwrap_or(i64::MAX)).await?;
    dressed(act, (place, hand), ("photo", &photo.id.to_string(), true)).await
}

/// Changes what is said of a photo.
pub async fn describe_photo(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    (place, photo): (PlaceId, PhotoId),
    (alternative, credit): (&str, &str),
) -> Result<(), Error> {
    let (mut act, _, hand) = begin(db, now, standing, (place, Verb::Edit)).await?;
    let (alternative, credit) = described(alternative, credit)?;
    let known = photos::of_place(&mut act, place).await?;
    if !known.iter().any(|it| it.id == photo) {
        return Err(Error::NotFound);
    }
    photos::describe(&mut act, photo, (&alternative, &credit)).await?;
    dressed(act, (place, hand), ("photo", &photo.to_string(), true)).await
}

fn described(alternative: &str, credit: &str) -> Result<(String, String), Refusal> {
    let alternative = checked_words(alternative, NOTICE_MAX_CHARS)?;
    if alternative.is_empty() {
        return Err(Refusal::AlternativeNeeded);
    }
    Ok((alternative, checked_words(credit, NOTICE_MAX_CHARS)?))
}

/// Which way a photo moves among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Towards the first.
    Earlier,
    /// Towards the last.
    Later,
}

/// Moves a photo by one place among those of its page.
pub async fn move_photo(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    (place, photo): (PlaceId, PhotoId),
    way: Way,
) -> Result<(), Error> {
    let (mut act, _, hand) = begin(db, now, standing, (place, Verb::Edit)).await?;
    let mut known = photos::of_place(&mut act, place).await?;
    let at = known.iter().position(|it| it.id == photo).ok_or(Error::NotFound)?;
    let to = match way {
        Way::Earlier => at.saturating_sub(1),
        Way::Later => (at + 1).min(known.len() - 1),
    };
    if at == to {
        return Ok(());
    }
    known.swap(at, to);
    for (it, rank) in known.iter().zip(0..) {
        photos::put_rank(&mut act, it.id, rank).await?;
    }
    dressed(act, (place, hand), ("photo", &photo.to_string(), true)).await
}

/// Takes a photo off its page. Its files go when nothing names them any more.
pub async fn remove_photo(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    (place, photo): (PlaceId, PhotoId),
) -> Result<(), Error> {
    let (mut act, _, hand) = begin(db, now, standing, (place, Verb::Edit)).await?;
    let known = photos::of_place(&mut act, place).await?;
    if !known.iter().any(|it| it.id == photo) {
        return Err(Error::NotFound);
    }
    photos::remove(&mut act, photo).await?;
    dressed(act, (place, hand), ("photo", &photo.to_string(), false)).await
}

/// Writes how a place presents itself in another language; an empty text takes it away.
pub async fn translate(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    place: PlaceId,
    (language, text): (&str, &str),
) -> Result<(), Error> {
    let (mut act, _, hand) = begin(db, now, standing, (place, Verb::Edit)).await?;
    if !LANGUAGES.iter().any(|(code, _)| *code == language) {
        return Err(Refusal::LanguageUnknown.into());
    }
    let text = checked_words(text, crate::rules::dress::TRANSLATION_MAX_CHARS)?;
    let is_added = !text.is_empty();
    let translation = Translation { language: language.to_owned(), text };
    changes::put_translation(&mut act, place, &translation).await?;
    dressed(act, (place, hand), ("translation", language, is_added)).await
}

/// Leaves the trace and commits. What the place itself does keeps its page fresh.
async fn dressed(
    mut act: Act,
    (place, hand): (PlaceId, Hand),
    (what, which, is_added): (&'static str, &str, bool),
) -> Result<(), Error> {
    let event = PageDressed { what, which, is_added, as_role: hand.name() };
    act.record(&place, &event).await?;
    act.commit().await?;
    Ok(())
}
