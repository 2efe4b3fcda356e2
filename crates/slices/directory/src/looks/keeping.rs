//! What pages read of those who keep them: history, notices, photos, translations, claims,
//! corrections.

use crate::model::{Change, Claim, Correction, Notice, Photo, Place, Translation};
use crate::rules::section::{Section, Typed};
use crate::store::{changes, claims, corrections, drafts, notices, photos, places};
use base::{ClaimId, CorrectionId, PersonId, PlaceId};
use db::{Read, Result};
use jiff::civil::Date;

/// What is put on a page beside its fields, as it is on a day.
pub struct Dress {
    /// Closures and messages that are not over.
    pub notices: Vec<Notice>,
    /// Photos, in order.
    pub photos: Vec<Photo>,
    /// Presentations in other languages.
    pub translations: Vec<Translation>,
}

/// What is put on a page beside its fields.
pub async fn dress(read: &mut Read, place: PlaceId, day: Date) -> Result<Dress> {
    Ok(Dress {
        notices: notices::of_place(read, place, day).await?,
        photos: photos::of_place(read, place).await?,
        translations: changes::translations(read, place).await?,
    })
}

/// A place of that id, whatever its state.
pub async fn any_place(read: &mut Read, place: PlaceId) -> Result<Option<Place>> {
    places::by_id(read, place).await
}

/// The places of those ids that exist.
pub async fn places_of(read: &mut Read, ids: &[PlaceId]) -> Result<Vec<Place>> {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    places::by_ids(read, &ids).await
}

/// The last changes of a page, the newest first.
pub async fn history(read: &mut Read, place: PlaceId, limit: i64) -> Result<Vec<Change>> {
    changes::of_place(read, place, limit).await
}

/// Someone's draft of a section.
pub async fn draft(
    read: &mut Read,
    place: PlaceId,
    (section, person): (Section, PersonId),
) -> Result<Option<Typed>> {
    let all = drafts::of_person(read, place, person).await?;
    Ok(all.into_iter().find(|it| it.section == section).map(|it| it.typed))
}

/// The sections of which someone has a draft on a page.
pub async fn drafts(read: &mut Read, place: PlaceId, person: PersonId) -> Result<Vec<Section>> {
    let all = drafts::of_person(read, place, person).await?;
    Ok(all.into_iter().map(|it| it.section).collect())
}

/// The pages handed back by their last manager.
pub async fn handed_back(read: &mut Read, limit: i64) -> Result<Vec<PlaceId>> {
    drafts::handed_back(read, limit).await
}

/// One claim.
pub async fn claim(read: &mut Read, id: ClaimId) -> Result<Option<Claim>> {
    claims::by_id(read, id).await
}

/// The claims that wait for a person, after an id.
pub async fn claims_waiting(read: &mut Read, after: &str, limit: i64) -> Result<Vec<Claim>> {
    claims::waiting(read, after, limit).await
}

/// Someone's claims, the newest first.
pub async fn claims_of(read: &mut Read, person: PersonId, limit: i64) -> Result<Vec<Claim>> {
    claims::of_person(read, person, limit).await
}

/// One correction.
pub async fn correction(read: &mut Read, id: CorrectionId) -> Result<Option<Correction>> {
    corrections::by_id(read, id).await
}

/// The correction behind the code of a status page.
pub async fn correction_followed(read: &mut Read, code: &str) -> Result<Option<Correction>> {
    corrections::followed(read, &crate::actions::followed(code)).await
}

/// The corrections that wait, after an id.
pub async fn corrections_waiting(
    read: &mut Read,
    after: &str,
    limit: i64,
) -> Result<Vec<Correction>> {
    corrections::waiting(read, after, limit).await
}

/// The corrections of a page that wait.
pub async fn corrections_of(
    read: &mut Read,
    place: PlaceId,
    limit: i64,
) -> Result<Vec<Correction>> {
    corrections::waiting_of(read, place, limit).await
}

/// Whether a photo of a page has that file.
pub async fn is_photo_file(read: &mut Read, file: &str) -> Result<bool> {
    photos::has_file(read, file).await
}

/// The names of all files of photos, for who keeps the files of the house.
pub async fn photo_files(read: &mut Read) -> Result<Vec<String>> {
    photos::files(read).await
}
