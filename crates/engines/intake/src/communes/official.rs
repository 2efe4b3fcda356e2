//! Reading the official lists of communes.

use super::{Commune, CommuneKind, Communes};
use base::Point;
use serde::Deserialize;
use std::collections::HashMap;

/// Why a list of communes could not be read.
#[derive(Debug, thiserror::Error)]
pub enum CommunesError {
    /// The CSV is malformed or lacks a column.
    #[error("liste des communes (CSV) illisible : {0}")]
    Csv(#[from] csv::Error),
    /// The JSON is malformed.
    #[error("liste des communes (JSON) illisible : {0}")]
    Json(#[from] serde_json::Error),
}

#[derive(Deserialize)]
struct CsvRow {
    code: String,
    nom: String,
    r#type: String,
    departement: String,
    region: String,
    codes_postaux: String,
    population: Option<u32>,
    anciens_codes: String,
    latitude: Option<f64>,
    longitude: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct JsonRow {
    code: String,
    nom: String,
    #[serde(default)]
    r#type: String,
    #[serde(default)]
    departement: Option<String>,
    #[serde(default)]
    collectivite_outremer: Option<Overseas>,
    #[serde(default)]
    region: Option<String>,
    #[serde(default)]
    codes_postaux: Vec<String>,
    #[serde(default)]
    population: Option<u32>,
    #[serde(default)]
    anciens_codes: Vec<String>,
    #[serde(default)]
    centre: Option<Centre>,
}

#[derive(Deserialize)]
struct Overseas {
    code: String,
}

#[derive(Deserialize)]
struct Centre {
    coordinates: (f64, f64),
}

impl Communes {
    /// Reads the CSV `code,nom,type,departement,region,codes_postaux,population,siren,`
    /// `anciens_codes,latitude,longitude`; lists are joined by `|`.
    pub fn read_official_csv(bytes: &[u8]) -> Result<Self, CommunesError> {
        let mut communes = Vec::new();
        for row in csv::Reader::from_reader(bytes).into_deserialize() {
            let row: CsvRow = row?;
            let Some(kind) = kind_of(&row.r#type) else { continue };
            let point = row.latitude.zip(row.longitude).and_then(|(lat, lon)| Point::new(lat, lon));
            communes.push((
                Commune {
                    code: row.code,
                    name: row.nom,
                    department: row.departement,
                    region: row.region,
                    postcodes: split(&row.codes_postaux),
                    population: row.population.unwrap_or(0),
                    point: NOWHERE,
                    point_is_estimated: true,
                    former_codes: split(&row.anciens_codes),
                    kind,
                },
                point,
            ));
        }
        Ok(Self::new(with_points(communes)))
    }

    /// Reads the JSON array of Etalab: `code`, `nom`, `type`, `departement`, `region`,
    /// `codesPostaux`, `population`, `anciensCodes`, and `centre` when present. Associated and
    /// delegated communes are left out.
    pub fn read_official_json(bytes: &[u8]) -> Result<Self, CommunesError> {
        let rows: Vec<JsonRow> = serde_json::from_slice(bytes)?;
        let mut communes = Vec::with_capacity(rows.len());
        for row in rows {
            let Some(kind) = kind_of(&row.r#type) else { continue };
            let overseas = row.collectivite_outremer.map(|overseas| overseas.code);
            let department = row.departement.or(overseas).unwrap_or_default();
            let point = row
                .centre
                .and_then(|centre| Point::new(centre.coordinates.1, centre.coordinates.0));
            communes.push((
                Commune {
                    code: row.code,
                    name: row.nom,
                    region: row.region.unwrap_or_else(|| department.clone()),
                    department,
                    postcodes: row.codes_postaux,
                    population: row.population.unwrap_or(0),
                    point: NOWHERE,
                    point_is_estimated: true,
                    former_codes: row.anciens_codes,
                    kind,
                },
                point,
            ));
        }
        Ok(Self::new(with_points(communes)))
    }
}

const NOWHERE: Point = Point { lat: 0.0, lon: 0.0 };

fn kind_of(name: &str) -> Option<CommuneKind> {
    match name {
        "" | "commune-actuelle" => Some(CommuneKind::Commune),
        "arrondissement-municipal" => Some(CommuneKind::Arrondissement),
        _ => None,
    }
}

fn split(list: &str) -> Vec<String> {
    list.split('|').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Gives each commune its point; one without takes the mean of those of its postcode, else of
/// its department, else the middle of its territory overseas.
fn with_points(communes: Vec<(Commune, Option<Point>)>) -> Vec<Commune> {
    let mut means: HashMap<String, (f64, f64, f64)> = HashMap::new();
    for (commune, point) in &communes {
        let Some(point) = point else { continue };
        for key in commune.postcodes.iter().chain([&commune.department]) {
            let mean = means.entry(key.clone()).or_default();
            *mean = (mean.0 + point.lat, mean.1 + point.lon, mean.2 + 1.0);
        }
    }
    let mean = |key: &String| {
        means.get(key).and_then(|(lat, lon, count)| Point::new(lat / count, lon / count))
    };
    communes
        .into_iter()
        .map(|(mut commune, point)| {
            let estimate =
                || commune.postcodes.iter().find_map(mean).or_else(|| mean(&commune.department));
            commune.point_is_estimated = point.is_none();
            commune.point =
                point.or_else(estimate).unwrap_or_else(|| territory_middle(&commune.department));
            commune
        })
        .collect()
}

/// The middle of the territories overseas that official files give no points for.
fn territory_middle(department: &str) -> Point {
    let (lat, lon) = match department {
        "971" => (16.2, -61.5),
        "972" => (14.65, -61.0),
        "973" => (4.0, -53.0),
        "974" => (-21.1, 55.5),
        "975" => (46.85, -56.3),
        "976" => (-12.8, 45.15),
        "977" => (17.9, -62.83),
        "978" => (18.08, -63.06),
        "986" => (-13.8, -177.2),
        "987" => (-17.65, -149.45),
        "988" => (-21.3, 165.5),
        _ => (46.6, 2.4),
    };
    Point { lat, lon }
}
