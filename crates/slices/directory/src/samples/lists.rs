//! The five lists, one file each: its columns, its words, its shape.

mod advisers;
mod citizens;
mod desks;
mod hub;
mod libraries;

use super::SampleList;
use super::accidents::befall;
use super::places::{List, Place};
use super::told::{Told, told_by};

/// A list as its owner would publish it.
pub(super) fn written(list: List, places: &[Place]) -> SampleList {
    let mut rows = told_by(list, places);
    befall(list, &mut rows);
    let (file_name, mapping, bytes) = match list {
        List::Libraries => {
            ("mediatheques.csv", include_str!("lists/libraries.toml"), libraries::written(&rows))
        }
        List::Desks => {
            ("maisons-de-services.geojson", include_str!("lists/desks.toml"), desks::written(&rows))
        }
        List::Advisers => {
            ("conseillers.json", include_str!("lists/advisers.toml"), advisers::written(&rows))
        }
        List::Hub => ("hub-standard.csv", include_str!("lists/hub.toml"), hub::written(&rows)),
        List::Citizens => (
            "cartographie-citoyenne.json",
            include_str!("lists/citizens.toml"),
            citizens::written(&rows),
        ),
    };
    let row_places = rows.iter().map(|row| row.place).collect();
    SampleList { file_name: file_name.to_owned(), mapping, bytes, row_places }
}

/// An identifier of a list: its own prefix and the number of the place.
fn identifier(prefix: &str, row: &Told) -> String {
    match row.place {
        Some(number) => format!("{prefix}{number:04}"),
        None => format!("{prefix}vide"),
    }
}

/// Whether the row offers the service.
fn offers(row: &Told, service: &str) -> bool {
    row.offer.services.contains(&service)
}

/// Two numbers as text, empty when the list gives no point.
fn degrees(row: &Told) -> (String, String) {
    row.point.map_or_else(Default::default, |(lat, lon)| (lat.to_string(), lon.to_string()))
}
