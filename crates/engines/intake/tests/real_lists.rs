//! The real lists, when they are on this machine: no row lost, and most of what they say read.
//!
//! They are looked for under `MAILLAGE_DATA`, else beside the workspace; the tests say that
//! they are skipped when they are absent.

use intake::{Communes, Mapping, normalise, read};
use std::error::Error;
use std::io::BufReader;
use std::path::{Path, PathBuf};

/// Mapping, list, rows it holds, and the least share of non-empty hours to be read, in percent.
const LISTS: &[(&str, &str, u32, u32)] = &[
    ("cnfs", "2022-12-02_cnfs.json", 4_930, 97),
    ("hinaura", "2022-11-03_hinaura.json", 1_171, 92),
    ("france-services-2020-10", "2020-10_france_services.geojson", 908, 97),
    ("france-services-2020-01", "2020-01_france_services.csv", 483, 95),
    ("france-services", "2023-01-17_liste-fs-20221201.csv", 2_683, 97),
];

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

fn data() -> Option<PathBuf> {
    let given = std::env::var_os("MAILLAGE_DATA").map(PathBuf::from);
    let data = given.unwrap_or_else(|| workspace().join("../shared/data"));
    data.join("sources").is_dir().then_some(data)
}

#[derive(Default)]
struct Counts {
    rows: u32,
    kept: u32,
    with_commune: u32,
    naming_a_commune: u32,
    hours: u32,
    hours_read: u32,
    phones: u32,
    phones_bad: u32,
}

fn harvest(mapping: &str, list: &Path, communes: &Communes) -> Result<Counts, Box<dyn Error>> {
    let mapping = workspace().join(format!("mappings/{mapping}.toml"));
    let mapping = Mapping::from_toml(&std::fs::read_to_string(mapping)?)?;
    let mut bytes = BufReader::new(std::fs::File::open(list)?);
    let mut counts = Counts::default();
    for row in read(&mut bytes, &mapping)? {
        counts.rows += 1;
        let Ok(row) = row else { continue };
        let outcome = normalise(&row, &mapping, communes);
        let Some(candidate) = outcome.candidate else { continue };
        counts.kept += 1;
        let located = candidate.fields.commune_code.is_some();
        counts.with_commune += u32::from(located);
        counts.naming_a_commune += u32::from(located || !candidate.fields.commune.is_empty());
        counts.hours +=
            u32::from(candidate.fields.hours.is_some() || candidate.hours_text.is_some());
        counts.hours_read +=
            u32::from(candidate.fields.hours.is_some() && candidate.hours_text.is_none());
        counts.phones += u32::from(candidate.fields.phone.is_some());
        counts.phones_bad += u32::from(outcome.problems.iter().any(|p| p.field == "telephone"));
    }
    Ok(counts)
}

#[test]
fn the_first_lists_are_read_whole() {
    let Some(data) = data() else {
        eprintln!("skipped: the real lists are not here (set MAILLAGE_DATA)");
        return;
    };
    let official = std::fs::read(data.join("geo/communes-2026-avec-centroides.csv")).unwrap();
    let communes = Communes::read_official_csv(&official).unwrap();
    for (mapping, list, rows, least_hours) in LISTS {
        let counts = harvest(mapping, &data.join("sources").join(list), &communes).unwrap();
        assert_eq!((counts.rows, counts.kept), (*rows, *rows), "{mapping}: rows");
        let communes = counts.with_commune * 100 >= counts.naming_a_commune * 99;
        assert!(communes, "{mapping}: communes");
        let hours = counts.hours_read * 100 >= counts.hours * least_hours;
        assert!(hours, "{mapping}: hours {}/{}", counts.hours_read, counts.hours);
        assert!(counts.phones_bad * 99 <= counts.phones, "{mapping}: phones");
    }
}

#[test]
fn every_shipped_mapping_reads() {
    let mut count = 0;
    for entry in std::fs::read_dir(workspace().join("mappings")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let text = std::fs::read_to_string(&path).unwrap();
            Mapping::from_toml(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            count += 1;
        }
    }
    assert!(count >= 7);
}

#[test]
fn the_example_of_the_standard_reads_back_identical() {
    let Some(data) = data() else {
        eprintln!("skipped: the standard's example is not here (set MAILLAGE_DATA)");
        return;
    };
    let bytes = std::fs::read(data.join("schema/exemple-valide.csv")).unwrap();
    let places = intake::standard::read_csv(bytes.as_slice()).unwrap();
    let mut written = Vec::new();
    intake::standard::write_csv(places.iter(), &mut written).unwrap();
    assert_eq!(intake::standard::read_csv(written.as_slice()).unwrap(), places);
    assert_eq!(places[0].phone.as_deref(), Some("+33180059880"));
}
