//! Cuts the French towns out of the world gazetteer that a registry package carries (`GeoNames`,
//! CC BY 4.0), so that "where?" is understood before any official file is loaded.

use std::fmt::Write as _;
use std::path::Path;

/// `GeoNames` counts overseas departments as countries of their own.
const COUNTRIES: [(&str, &str); 6] =
    [("FR", ""), ("GP", "971"), ("MQ", "972"), ("GF", "973"), ("RE", "974"), ("YT", "976")];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    let mut towns = String::new();
    for city in cities_json::CITIES.iter() {
        let Some((_, overseas)) = COUNTRIES.iter().find(|(code, _)| *code == city.country) else {
            continue;
        };
        let department = if overseas.is_empty() { city.admin2.as_str() } else { overseas };
        if department.is_empty() {
            continue;
        }
        let name = city.name.replace(['\t', '\n'], " ");
        writeln!(towns, "{name}\t{department}\t{}\t{}", city.lat, city.lng)?;
    }
    let folder = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&folder).join("towns.tsv"), towns)?;
    Ok(())
}
