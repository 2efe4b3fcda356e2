//! Reads the real lists that the examples and the benchmark measure on, when they are there.

use std::collections::HashMap;
use std::error::Error;
use std::path::{Path, PathBuf};

use matching::Record;
use serde_json::Value;

/// Records and, for each, the label of the place it truly is.
#[derive(Default)]
pub(crate) struct Labelled {
    /// The rows.
    pub(crate) records: Vec<Record>,
    /// The truth, one label per row.
    pub(crate) truth: Vec<u32>,
}

/// Whether the place with this label is kept apart from learning. A place is never cut in two.
pub(crate) fn is_kept_apart(label: u32) -> bool {
    label.wrapping_mul(2_654_435_761) >> 31 == 1
}

/// Pairwise precision, recall and F1 on the places kept apart, in a run over all of them. A wrong
/// pair of a place kept apart and a place learnt from counts by half.
pub(crate) fn kept_apart_figures(found: &[u32], truth: &[u32]) -> (f64, f64, f64) {
    let weigh = |labels: &[u32], both: bool| {
        let mut order: Vec<usize> = (0..labels.len()).collect();
        order.sort_by_key(|index| labels[*index]);
        let mut sum = 0.0;
        for group in order.chunk_by(|a, b| labels[*a] == labels[*b]) {
            for (position, a) in group.iter().enumerate() {
                for b in &group[..position] {
                    if !both || (found[*a] == found[*b] && truth[*a] == truth[*b]) {
                        let apart = [truth[*a], truth[*b]].map(is_kept_apart);
                        sum += apart
                            .iter()
                            .map(|apart| f64::from(u8::from(*apart)) / 2.0)
                            .sum::<f64>();
                    }
                }
            }
        }
        sum
    };
    let right = weigh(truth, true);
    let (precision, recall) = (right / weigh(found, false), right / weigh(truth, false));
    (precision, recall, 2.0 * precision * recall / (precision + recall))
}

/// The folder of real data: `MAILLAGE_DATA`, or beside the project. `None`, said aloud, if absent.
pub(crate) fn folder() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/data");
    let folder = std::env::var_os("MAILLAGE_DATA").map_or(beside, PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: no data in {} (set MAILLAGE_DATA)", folder.display());
    None
}

/// Generated places with exact truth.
pub(crate) fn generated(folder: &Path) -> Result<Labelled, Box<dyn Error>> {
    let mut labelled = Labelled::default();
    let mut labels = HashMap::new();
    for row in csv::Reader::from_path(folder.join("bench/places20k_train.csv"))?.deserialize() {
        let row: HashMap<String, String> = row?;
        let get = |key: &str| row.get(key).cloned().unwrap_or_default();
        let next = u32::try_from(labels.len())?;
        labelled.truth.push(*labels.entry(get("truth")).or_insert(next));
        labelled.records.push(Record {
            source: get("source").trim_start_matches('S').parse().unwrap_or_default(),
            name: get("nom"),
            street: get("adresse"),
            postcode: get("code_postal"),
            commune: get("commune"),
            commune_code: Some(get("insee")).filter(|x| !x.starts_with('~')).unwrap_or_default(),
            lat: get("lat").parse().ok(),
            lon: get("lon").parse().ok(),
            phone: get("tel"),
            email: get("mail"),
            web: get("web"),
            pivot: get("siret"),
            ..Record::default()
        });
    }
    Ok(labelled)
}

/// Two lists of France services desks, two years apart, with the same identifiers.
pub(crate) fn france_services(folder: &Path) -> Result<Labelled, Box<dyn Error>> {
    let mut labelled = Labelled::default();
    let mut labels = HashMap::new();
    let old = std::fs::read_to_string(folder.join("sources/2020-10_france_services.geojson"))?;
    let old: Value = serde_json::from_str(&old)?;
    for feature in old["features"].as_array().into_iter().flatten() {
        let row = &feature["properties"];
        let next = u32::try_from(labels.len())?;
        labelled.truth.push(*labels.entry(text(row, "MATRICULE")).or_insert(next));
        labelled.records.push(Record {
            source: 1,
            name: text(row, "lib_france_services"),
            street: text(row, "ADRESSE"),
            postcode: text(row, "code_postal"),
            commune: text(row, "lib_com"),
            commune_code: text(row, "insee_com"),
            lat: row["LATITUDE"].as_f64(),
            lon: row["LONGITUDE"].as_f64(),
            phone: text(row, "TELEPHONE"),
            email: text(row, "CONTACT.MAIL"),
            kinds: vec!["RFS".to_owned()],
            ..Record::default()
        });
    }
    let new = folder.join("sources/2023-01-17_liste-fs-20221201.csv");
    for row in csv::Reader::from_path(new)?.deserialize() {
        let row: HashMap<String, String> = row?;
        let get = |key: &str| row.get(key).cloned().unwrap_or_default();
        let next = u32::try_from(labels.len())?;
        labelled.truth.push(*labels.entry(get("id_fs")).or_insert(next));
        labelled.records.push(Record {
            source: 2,
            name: get("lib_fs"),
            street: get("adresse"),
            postcode: get("code_postal"),
            commune: get("lib_com"),
            commune_code: get("insee_com"),
            lat: get("latitude").parse().ok(),
            lon: get("longitude").parse().ok(),
            phone: get("telephone"),
            email: get("mail"),
            kinds: vec!["RFS".to_owned()],
            ..Record::default()
        });
    }
    Ok(labelled)
}

fn text(row: &Value, key: &str) -> String {
    match &row[key] {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
