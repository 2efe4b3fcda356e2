//! Photos of places, and the names of their files.

use super::{decode, encode};
use crate::model::Photo;
use base::{PhotoId, PlaceId};
use db::{Act, Error, Read, params, row};

row! {
    struct PhotoRow {
        id: String,
        place: String,
        alternative: String,
        credit: String,
        sizes: String,
    }
}

row! {
    struct FileRow {
        file: String,
    }
}

/// The photos of a page, in the order its keeper chose.
pub(crate) async fn of_place(read: &mut Read, place: PlaceId) -> Result<Vec<Photo>, Error> {
    let rows: Vec<PhotoRow> = read
        .all(
            "SELECT id, place, alternative, credit, sizes FROM place_photo
             WHERE place = $1 ORDER BY rank, id",
            params![&place],
        )
        .await?;
    rows.into_iter().map(Photo::try_from).collect()
}

pub(crate) async fn insert(act: &mut Act, photo: &Photo, rank: i64) -> Result<(), Error> {
    let (now, actor) = (act.now(), act.actor().name());
    act.write(
        "INSERT INTO place_photo (id, place, rank, alternative, credit, sizes, made_at, actor)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            &photo.id,
            &photo.place,
            rank,
            photo.alternative.as_str(),
            photo.credit.as_str(),
            encode(&photo.sizes)?,
            now,
            actor,
        ],
    )
    .await?;
    let rows = photo.sizes.iter().map(|it| params![it.file.as_str(), &photo.id]).collect();
    act.write_rows(
        "INSERT INTO place_photo_file (file, photo) VALUES",
        "ON CONFLICT (file, photo) DO NOTHING",
        rows,
    )
    .await
}

pub(crate) async fn describe(
    act: &mut Act,
    id: PhotoId,
    (alternative, credit): (&str, &str),
) -> Result<(), Error> {
    act.write(
        "UPDATE place_photo SET alternative = $2, credit = $3 WHERE id = $1",
        params![&id, alternative, credit],
    )
    .await?;
    Ok(())
}

pub(crate) async fn put_rank(act: &mut Act, id: PhotoId, rank: i64) -> Result<(), Error> {
    act.write("UPDATE place_photo SET rank = $2 WHERE id = $1", params![&id, rank]).await?;
    Ok(())
}

pub(crate) async fn remove(act: &mut Act, id: PhotoId) -> Result<(), Error> {
    act.write("DELETE FROM place_photo_file WHERE photo = $1", params![&id]).await?;
    act.write("DELETE FROM place_photo WHERE id = $1", params![&id]).await?;
    Ok(())
}

/// Whether a photo has that file.
pub(crate) async fn has_file(read: &mut Read, file: &str) -> Result<bool, Error> {
    let row: Option<FileRow> = read
        .optional("SELECT file FROM place_photo_file WHERE file = $1 LIMIT 1", params![file])
        .await?;
    Ok(row.is_some())
}

/// The names of all files of photos, for who checks the files of the house.
pub(crate) async fn files(read: &mut Read) -> Result<Vec<String>, Error> {
    let rows: Vec<FileRow> =
        read.all("SELECT DISTINCT file FROM place_photo_file ORDER BY file", vec![]).await?;
    Ok(rows.into_iter().map(|it| it.file).collect())
}

impl TryFrom<PhotoRow> for Photo {
    type Error = Error;

    fn try_from(row: PhotoRow) -> Result<Self, Error> {
        Ok(Self {
            id: super::id(&row.id)?,
            place: super::id(&row.place)?,
            alternative: row.alternative,
            credit: row.credit,
            sizes: decode(&row.sizes)?,
        })
    }
}
