//! The list of a hub: the CSV of the national standard, version 1.

use super::{degrees, identifier};
use crate::samples::sheet::separated;
use crate::samples::sorts::Sort;
use crate::samples::told::Told;
use crate::samples::week::osm;
use intake::standard::{FieldName, UNKNOWN_PIVOT};

/// The bytes of the list.
pub(super) fn written(rows: &[Told]) -> Vec<u8> {
    let header: Vec<&str> = FieldName::ALL.iter().map(|field| field.label()).collect();
    let cells = |row: &Told| FieldName::ALL.iter().map(|field| cell(row, *field)).collect();
    separated(',', &header, rows.iter().map(cells)).into_bytes()
}

fn cell(row: &Told, field: FieldName) -> String {
    let (latitude, longitude) = degrees(row);
    let offer = &row.offer;
    match field {
        FieldName::Id => identifier("hub_", row),
        FieldName::Pivot => UNKNOWN_PIVOT.to_owned(),
        FieldName::Name => row.name.clone(),
        FieldName::Commune => row.town.clone(),
        FieldName::Postcode => row.postcode.clone(),
        FieldName::CommuneCode => row.commune_code.clone(),
        FieldName::Street => row.street.clone(),
        FieldName::StreetExtra => row.street_extra.clone(),
        FieldName::Latitude => latitude,
        FieldName::Longitude => longitude,
        FieldName::Kinds => row.sort.code().to_owned(),
        FieldName::Phone => row.phone.clone(),
        FieldName::Emails => row.email.clone(),
        FieldName::Websites => row.site.clone(),
        FieldName::Hours => osm(&row.week),
        FieldName::Summary => summary(row),
        FieldName::Source => "Hub de démonstration".to_owned(),
        FieldName::UpdatedOn => row.updated_on.clone(),
        FieldName::Services => offer.services.join("|"),
        FieldName::Publics => offer.publics.join("|"),
        FieldName::Care => offer.care.join("|"),
        FieldName::Costs => offer.costs.join("|"),
        FieldName::Programmes => offer.programmes.join("|"),
        FieldName::Access => offer.access.join("|"),
        FieldName::Support => offer.support.join("|"),
        _ => String::new(),
    }
}

/// One sentence, for the sorts of places whose name says little.
fn summary(row: &Told) -> String {
    match row.sort {
        Sort::Fablab => "Machines partagées, impression 3D et ateliers pour apprendre à fabriquer.",
        Sort::ThirdPlace => "Bureaux partagés, rencontres et coups de main numériques.",
        Sort::Reuse => "Ordinateurs reconditionnés à prix solidaire et atelier de réparation.",
        Sort::PublicSpace => "Initiations, accès libre et aide pas à pas, à tout âge.",
        _ => "",
    }
    .to_owned()
}
