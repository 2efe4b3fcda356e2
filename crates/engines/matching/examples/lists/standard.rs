//! Reads the real places of many lists that are in the national standard.

use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

use matching::Record;
use serde_json::Value;

/// Real places of many lists, in the national standard, without truth.
pub(crate) fn standardised(folder: &Path) -> Result<Vec<Record>, Box<dyn Error>> {
    let file = std::fs::read_to_string(folder.join("bench/standardised_16066.json"))?;
    let rows: Vec<Value> = serde_json::from_str(&file)?;
    let mut sources = HashMap::new();
    let mut records = Vec::with_capacity(rows.len());
    for row in &rows {
        let next = u32::try_from(sources.len())?;
        let source = *sources.entry(text(row, "source")).or_insert(next);
        records.push(standard_record(row, source));
    }
    Ok(records)
}

fn standard_record(row: &Value, source: u32) -> Record {
    Record {
        source,
        name: text(row, "nom"),
        street: text(row, "adresse"),
        postcode: text(row, "code_postal"),
        commune: text(row, "commune"),
        commune_code: text(row, "code_insee"),
        lat: row["latitude"].as_f64(),
        lon: row["longitude"].as_f64(),
        phone: text(row, "telephone"),
        email: text(row, "courriels"),
        web: text(row, "site_web"),
        pivot: text(row, "pivot"),
        kinds: text(row, "typologie").split('|').map(str::to_owned).collect(),
        official_id: None,
    }
}

fn text(row: &Value, key: &str) -> String {
    match &row[key] {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
