//! Drafts of sections, and pages whose last manager left without a successor.

use super::{decode, encode};
use crate::rules::section::{Section, Typed};
use base::{PersonId, PlaceId};
use db::{Act, Error, Read, params, row};

row! {
    struct DraftRow {
        section: String,
        typed: String,
    }
}

row! {
    struct PlaceRow {
        place: String,
    }
}

/// What was typed in a section and not published.
pub(crate) struct Draft {
    pub(crate) section: Section,
    pub(crate) typed: Typed,
}

/// Someone's drafts on a page, the newest first.
pub(crate) async fn of_person(
    read: &mut Read,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<Draft>, Error> {
    let rows: Vec<DraftRow> = read
        .all(
            "SELECT section, typed FROM place_draft WHERE place = $1 AND person = $2
             ORDER BY at DESC, section",
            params![&place, &person],
        )
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Draft {
                section: super::word(&row.section, Section::named(&row.section))?,
                typed: decode(&row.typed)?,
            })
        })
        .collect()
}

pub(crate) async fn put(
    act: &mut Act,
    place: PlaceId,
    (section, person): (Section, PersonId),
    typed: &Typed,
) -> Result<(), Error> {
    let now = act.now();
    act.write(
        "INSERT INTO place_draft (place, section, person, typed, at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (place, section, person) DO UPDATE SET typed = excluded.typed,
         at = excluded.at",
        params![&place, section.slug(), &person, encode(typed)?, now],
    )
    .await?;
    Ok(())
}

pub(crate) async fn remove(
    act: &mut Act,
    place: PlaceId,
    (section, person): (Section, PersonId),
) -> Result<u64, Error> {
    act.write(
        "DELETE FROM place_draft WHERE place = $1 AND section = $2 AND person = $3",
        params![&place, section.slug(), &person],
    )
    .await
}

/// Passes someone's drafts on a page to someone else (network 7.1 R6). Where both have one, the
/// receiver's stays.
pub(crate) async fn pass_on(
    act: &mut Act,
    place: PlaceId,
    (from, to): (PersonId, PersonId),
) -> Result<(), Error> {
    act.write(
        "INSERT INTO place_draft (place, section, person, typed, at)
         SELECT place, section, $3, typed, at FROM place_draft WHERE place = $1 AND person = $2
         ON CONFLICT (place, section, person) DO NOTHING",
        params![&place, &from, &to],
    )
    .await?;
    forget(act, place, from).await
}

/// Removes someone's drafts on a page.
pub(crate) async fn forget(act: &mut Act, place: PlaceId, person: PersonId) -> Result<(), Error> {
    act.write("DELETE FROM place_draft WHERE place = $1 AND person = $2", params![&place, &person])
        .await?;
    Ok(())
}

/// The page is handed back to the coordination of its territory.
pub(crate) async fn hand_back(act: &mut Act, place: PlaceId) -> Result<(), Error> {
    let (now, actor) = (act.now(), act.actor().name());
    act.write(
        "INSERT INTO place_handed_back (place, at, actor) VALUES ($1, $2, $3)
         ON CONFLICT (place) DO UPDATE SET at = excluded.at, actor = excluded.actor",
        params![&place, now, actor],
    )
    .await?;
    Ok(())
}

/// Someone keeps the page again.
pub(crate) async fn take_back(act: &mut Act, place: PlaceId) -> Result<(), Error> {
    act.write("DELETE FROM place_handed_back WHERE place = $1", params![&place]).await?;
    Ok(())
}

/// The pages handed back, the oldest first.
pub(crate) async fn handed_back(read: &mut Read, limit: i64) -> Result<Vec<PlaceId>, Error> {
    let rows: Vec<PlaceRow> = read
        .all("SELECT place FROM place_handed_back ORDER BY at, place LIMIT $1", params![limit])
        .await?;
    rows.into_iter().map(|row| super::id(&row.place)).collect()
}
