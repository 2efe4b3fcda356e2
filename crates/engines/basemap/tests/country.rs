//! A country out of files: the invented ones written here, and the real ones when they are there.

use std::collections::HashMap;
use std::path::PathBuf;

use basemap::{Basemap, BuildError, Country, DrawOptions, View, build_country, draw};

/// Two square departments side by side in the middle of France, one in each of two regions.
fn squares() -> HashMap<&'static str, String> {
    let square = |code: &str, west: f64| {
        let east = west + 1.0;
        format!(
            concat!(
                r#"{{"type":"Feature","properties":{{"code":"{}"}},"geometry":{{"type":"Polygon","#,
                r#""coordinates":[[[{1},46,12.5],[{2},46],[{2},47],[{1},47],[{1},46]]]}}}}"#
            ),
            code, west, east
        )
    };
    let both = format!(
        r#"{{"type":"FeatureCollection","features":[{},{}]}}"#,
        square("01", 2.0),
        square("02", 3.0)
    );
    HashMap::from([
        ("departements-version-simplifiee.geojson", both.clone()),
        ("regions-version-simplifiee.geojson", both),
    ])
}

/// The answer, or the test fails with the error.
fn sure<T, E: std::fmt::Display>(answer: Result<T, E>) -> T {
    answer.unwrap_or_else(|error| panic!("{error}"))
}

fn build(files: &HashMap<&'static str, String>) -> Result<Country, BuildError> {
    build_country(&|name| files.get(name).map(|text| text.clone().into_bytes()), &mut |_| {})
}

fn picture(country: Country, lat: f64, lon: f64, zoom: f64) -> String {
    let land = sure(Basemap::open(country.bytes));
    let view = View { lat, lon, zoom, width_px: 900.0, height_px: 640.0, bleed_px: 0.0 };
    draw(&view, &land, &[], &DrawOptions::default())
}

#[test]
fn contours_alone_make_land_shore_and_limits() {
    let country = sure(build(&squares()));
    assert_eq!(country.report.found.len(), 2);
    assert!(country.report.missing.iter().any(|words| words.contains("voisins")));
    let svg = picture(country, 46.5, 3.0, 8.0);
    for class in ["c-land", "c-coast", "c-limit1", "c-limit2"] {
        assert!(svg.contains(class), "{class}");
    }
}

#[test]
fn overseas_departments_that_no_file_draws_come_from_the_sketch() {
    let svg = picture(sure(build(&squares())), -21.1, 55.5, 9.0);
    assert!(svg.contains("c-land") && svg.contains("Saint-Denis"));
}

#[test]
fn regions_alone_are_enough() {
    let mut files = squares();
    files.remove("departements-version-simplifiee.geojson");
    let country = sure(build(&files));
    assert!(country.report.missing.iter().any(|words| words.contains("departments")));
    assert!(picture(country, 46.5, 3.0, 8.0).contains("c-limit1"));
}

#[test]
fn without_any_land_nothing_is_built() {
    assert_eq!(build(&HashMap::new()), Err(BuildError::NoLand));
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let mut files = squares();
    files.insert("lacs.geojson", r#"{"features":[{"geometry":{"type":"Polygon"#.to_owned());
    let error = build(&files).err().map(|error| error.to_string()).unwrap_or_default();
    assert!(error.starts_with("lacs.geojson cannot be read"), "{error}");
    files.insert(
        "lacs.geojson",
        r#"{"features":[{"geometry":{"type":"LineString","coordinates":[[700000,6600000]]}}]}"#
            .to_owned(),
    );
    assert!(build(&files).is_err(), "metres are not degrees");
}

#[test]
fn progress_goes_forward_to_the_end() {
    let files = squares();
    let mut shares = Vec::new();
    let load = |name: &str| files.get(name).map(|text| text.clone().into_bytes());
    sure(build_country(&load, &mut |progress| shares.push(progress.share)));
    assert!(shares.is_sorted() && shares.last().is_some_and(|share| (share - 1.0).abs() < 1e-9));
}

#[test]
fn the_real_country_is_compact_and_its_views_are_light() {
    let data = std::env::var("MAILLAGE_DATA").map_or_else(
        |_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/data"),
        PathBuf::from,
    );
    let folder = data.join("geo/basemap");
    if !folder.is_dir() {
        eprintln!("skipped: no {} (set MAILLAGE_DATA)", folder.display());
        return;
    }
    let load = |name: &str| std::fs::read(folder.join(name)).ok();
    let country = sure(build_country(&load, &mut |_| {}));
    assert!(country.bytes.len() < 4 << 20, "{} bytes", country.bytes.len());
    assert!(country.report.found.len() >= 12);
    for (lat, lon, zoom) in [(46.6, 2.4, 5.4), (48.1, -1.7, 8.0), (48.1, -1.7, 10.3)] {
        let svg = picture(country.clone(), lat, lon, zoom);
        assert!(svg.len() < 90_000, "{} bytes at zoom {zoom}", svg.len());
        assert!(svg.contains("c-land"));
    }
    assert!(picture(country, 48.11, -1.68, 10.3).contains(">Rennes<"));
}
