//! Writing the directory in shapes that others read.

use crate::model::{Place, PlaceState};
use crate::store::places;
use base::PlaceId;
use db::Db;
use intake::standard::{Fields, write_csv, write_geojson, write_json};
use std::io::Write;

/// Places read at once.
const PAGE: i64 = 2_000;

/// The shape of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The national standard, CSV.
    Csv,
    /// The national standard, JSON.
    Json,
    /// Points with the standard's fields.
    Geojson,
}

impl Format {
    /// What a browser is told it is.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Json => "application/json",
            Self::Geojson => "application/geo+json",
        }
    }

    /// The end of the file's name.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Geojson => "geojson",
        }
    }

    /// Writes places in this shape.
    pub fn write<'a>(
        self,
        fields: impl Iterator<Item = &'a Fields>,
        out: impl Write,
    ) -> Result<(), intake::standard::StandardError> {
        match self {
            Self::Csv => write_csv(fields, out),
            Self::Json => write_json(fields, out),
            Self::Geojson => write_geojson(fields, out),
        }
    }
}

/// Every published place, in the order of their creation, each ready for the standard.
pub async fn published(db: &Db) -> Result<Vec<Fields>, db::Error> {
    let mut read = db.read().await?;
    let mut all = Vec::new();
    let mut after = String::new();
    loop {
        let page = places::page(&mut read, &after, PAGE).await?;
        let Some(last) = page.last() else { return Ok(all) };
        after = last.id.to_string();
        all.extend(page.into_iter().filter(|it| it.state == PlaceState::Published).map(standard));
    }
}

/// These places, in this order, each ready for the standard.
pub async fn chosen(db: &Db, ids: &[PlaceId]) -> Result<Vec<Fields>, db::Error> {
    let names: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let mut places = places::by_ids(&mut db.read().await?, &names).await?;
    let rank: std::collections::HashMap<PlaceId, usize> =
        ids.iter().enumerate().map(|(n, id)| (*id, n)).collect();
    places.sort_by_key(|it| rank.get(&it.id).copied());
    Ok(places.into_iter().map(standard).collect())
}

/// What the standard requires and a page may lack is filled with what the standard says for it.
fn standard(place: Place) -> Fields {
    let mut fields = place.body.fields;
    fields.id = place.id.to_string();
    if !place.body.point_trusted {
        fields.latitude = None;
        fields.longitude = None;
    }
    fields
}
