//! Names of towns for a country, more of them the closer one looks.

use std::collections::HashMap;

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::layer::Rank;
use crate::projection::LatLon;
use crate::survey::{Name, Sheet};

use super::sources::Detail;
use super::{BuildError, Workshop};

const POINTS: &str = "communes_points.json";
const TABLE: &str = "communes-2026-avec-centroides.csv";

/// Inhabitants from which a town is written like a departmental capital.
const LARGE: u32 = 100_000;
/// Inhabitants from which it is written as a town rather than a village.
const TOWN: u32 = 10_000;

/// One row of `communes_points.json`: code, name, longitude, latitude, inhabitants, department,
/// region, rank (1 regional capital, 2 departmental capital), density.
type Row = (IgnoredAny, String, f64, f64, u32, IgnoredAny, IgnoredAny, u8, IgnoredAny);

/// The columns that matter of the official table of communes.
#[derive(Deserialize)]
struct TableRow {
    nom: String,
    population: Option<u32>,
    latitude: Option<f64>,
    longitude: Option<f64>,
}

impl Workshop<'_> {
    /// Gives every sheet the names it can show.
    pub(super) fn name_towns(&mut self, sheets: &mut [Sheet]) -> Result<(), BuildError> {
        self.tell("names", 5, 10);
        let towns = self.towns()?;
        let backdrop: Vec<Name> =
            self.sketch.names.iter().filter(|name| name.rank.is_backdrop()).cloned().collect();
        for (sheet, detail) in sheets.iter_mut().zip(Detail::ALL) {
            sheet.names = chosen(&towns, detail);
            sheet.names.extend(backdrop.iter().cloned());
        }
        Ok(())
    }

    fn towns(&mut self) -> Result<Vec<Name>, BuildError> {
        if let Some(bytes) = self.sources.bytes(POINTS)? {
            let towns = read_points(&bytes).map_err(|reason| unreadable(POINTS, reason))?;
            self.sources.find(POINTS, towns.len());
            return Ok(towns);
        }
        let drawn: Vec<Name> =
            self.sketch.names.iter().filter(|name| !name.rank.is_backdrop()).cloned().collect();
        if let Some(bytes) = self.sources.bytes(TABLE)? {
            let towns = read_table(&bytes, &drawn).map_err(|reason| unreadable(TABLE, reason))?;
            self.sources.find(TABLE, towns.len());
            return Ok(towns);
        }
        self.sources.miss("names of towns: those of the sketch".to_owned());
        Ok(drawn)
    }
}

/// The towns a level names: capitals, and the large ones that are no suburb of a larger.
fn chosen(towns: &[Name], detail: Detail) -> Vec<Name> {
    let (least, spacing) = (detail.least_inhabitants(), detail.spacing_degrees());
    let mut sorted: Vec<&Name> =
        towns.iter().filter(|town| town.rank <= Rank::Town2 || town.weight >= least).collect();
    if spacing <= 0.0 {
        return sorted.into_iter().cloned().collect();
    }
    sorted.sort_by_key(|town| (town.rank, u32::MAX - town.weight));
    let mut taken: HashMap<(i64, i64), Vec<LatLon>> = HashMap::new();
    let mut names = Vec::new();
    for town in sorted {
        let (row, column) = (cell(town.at.lat, spacing), cell(town.at.lon, spacing));
        let around = (row - 1..=row + 1)
            .flat_map(|row| (column - 2..=column + 2).map(move |column| (row, column)));
        let mut near = around.filter_map(|key| taken.get(&key)).flatten();
        if !near.any(|other| is_near(*other, town.at, spacing)) {
            taken.entry((row, column)).or_default().push(town.at);
            names.push(town.clone());
        }
    }
    names
}

#[expect(clippy::cast_possible_truncation, reason = "degrees divided stay far below the limit")]
fn cell(degrees: f64, spacing: f64) -> i64 {
    (degrees / spacing).floor() as i64
}

fn is_near(one: LatLon, other: LatLon, degrees: f64) -> bool {
    let shrink = one.lat.to_radians().cos();
    ((one.lon - other.lon) * shrink).hypot(one.lat - other.lat) < degrees
}

fn unreadable(file: &str, reason: String) -> BuildError {
    BuildError::Unreadable { file: file.to_owned(), reason }
}

fn read_points(bytes: &[u8]) -> Result<Vec<Name>, String> {
    let rows: Vec<Row> = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    let name = |(_, text, lon, lat, weight, _, _, rank, _): Row| {
        let rank = match rank {
            1 => Rank::Town1,
            2 => Rank::Town2,
            _ => rank_of(weight),
        };
        let text = text.trim_end_matches(" - Commune nouvelle").to_owned();
        Name { at: LatLon { lat, lon }, rank, weight, text }
    };
    Ok(rows.into_iter().map(name).collect())
}

/// The official table does not say which communes are capitals, and counts nobody in Paris, Lyon
/// and Marseille (their districts do): the towns of the sketch know.
fn read_table(bytes: &[u8], drawn: &[Name]) -> Result<Vec<Name>, String> {
    let known: HashMap<&str, &Name> = drawn.iter().map(|name| (name.text.as_str(), name)).collect();
    let mut names = Vec::new();
    for row in csv::Reader::from_reader(bytes).deserialize::<TableRow>() {
        let row = row.map_err(|error| error.to_string())?;
        let (Some(lat), Some(lon)) = (row.latitude, row.longitude) else { continue };
        let at = LatLon { lat, lon };
        let same = known.get(row.nom.as_str()).filter(|town| is_close(town.at, at));
        let counted = row.population.unwrap_or_default();
        let weight = same.map_or(counted, |town| counted.max(town.weight));
        let rank = same.map_or(rank_of(weight), |town| town.rank.min(rank_of(weight)));
        names.push(Name { at, rank, weight, text: row.nom });
    }
    Ok(names)
}

fn is_close(one: LatLon, other: LatLon) -> bool {
    is_near(one, other, 0.2)
}

fn rank_of(inhabitants: u32) -> Rank {
    if inhabitants >= LARGE {
        Rank::Town2
    } else if inhabitants >= TOWN {
        Rank::Town3
    } else {
        Rank::Town4
    }
}
