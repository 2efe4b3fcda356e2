//! Reads lists through their mappings and prints what became of every row.
//!
//! ```text
//! cargo run --release -p intake --example harvest_report -- \
//!     COMMUNES.csv MAPPING.toml LIST [MAPPING.toml LIST]...
//! ```
//!
//! With `--samples` after the communes, prints for each list the values that could not be used.

use intake::{Candidate, Communes, Mapping, Problem, normalise, read};
use std::collections::BTreeMap;
use std::error::Error;
use std::io::{BufReader, Write};
use std::time::Instant;

/// What is counted for one list.
#[derive(Default)]
struct Counts {
    rows: u64,
    candidates: u64,
    quarantined: u64,
    commune: u64,
    phone_given: u64,
    phone: u64,
    hours_given: u64,
    hours: u64,
    point: u64,
    trusted: u64,
    services: u64,
    kinds: u64,
    repairs: BTreeMap<String, u64>,
    problems: BTreeMap<String, u64>,
    samples: Vec<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1).peekable();
    let communes = arguments.next().ok_or("donnez le fichier des communes")?;
    let communes = Communes::read_official_csv(&std::fs::read(communes)?)?;
    let samples = arguments.next_if(|argument| argument == "--samples").is_some();
    let mut out = std::io::stdout().lock();
    let mut total_rows = 0;
    let mut total_seconds = 0.0;
    while let Some(mapping_path) = arguments.next() {
        let list_path = arguments.next().ok_or("donnez une liste après chaque correspondance")?;
        let mapping = Mapping::from_toml(&std::fs::read_to_string(&mapping_path)?)
            .map_err(|error| format!("{mapping_path} : {error}"))?;
        let start = Instant::now();
        let counts = harvest(&list_path, &mapping, &communes, samples)
            .map_err(|error| format!("{list_path} : {error}"))?;
        let seconds = start.elapsed().as_secs_f64();
        total_rows += counts.rows;
        total_seconds += seconds;
        print(&mut out, &mapping.source.key, &counts, seconds)?;
    }
    writeln!(out, "total: {total_rows} rows in {total_seconds:.3} s")?;
    Ok(())
}

fn harvest(
    path: &str,
    mapping: &Mapping,
    communes: &Communes,
    samples: bool,
) -> Result<Counts, Box<dyn Error>> {
    let mut bytes = BufReader::new(std::fs::File::open(path)?);
    let mut counts = Counts::default();
    for row in read(&mut bytes, mapping)? {
        counts.rows += 1;
        let row = match row {
            Ok(row) => row,
            Err(error) => {
                counts.quarantined += 1;
                *counts.problems.entry(format!("row: {}", error.reason)).or_default() += 1;
                continue;
            }
        };
        let outcome = normalise(&row, mapping, communes);
        for repair in &outcome.repairs {
            *counts.repairs.entry(repair.rule.to_owned()).or_default() += 1;
        }
        for problem in &outcome.problems {
            let key = format!("{} {}", problem.field, problem.reason.name());
            *counts.problems.entry(key).or_default() += 1;
            if samples {
                counts.samples.push(format!(
                    "{} {} {:?}",
                    problem.field,
                    problem.reason.name(),
                    problem.value
                ));
            }
        }
        match &outcome.candidate {
            Some(candidate) => count(&mut counts, candidate, &outcome.problems),
            None => counts.quarantined += 1,
        }
    }
    Ok(counts)
}

fn count(counts: &mut Counts, candidate: &Candidate, problems: &[Problem]) {
    let fields = &candidate.fields;
    let add = |count: &mut u64, yes: bool| *count += u64::from(yes);
    counts.candidates += 1;
    add(&mut counts.commune, fields.commune_code.is_some());
    let phone = fields.phone.is_some() || candidate.extra.contains_key("numero_court");
    add(&mut counts.phone, phone);
    add(&mut counts.phone_given, phone || problems.iter().any(|p| p.field == "telephone"));
    let read = fields.hours.is_some() && candidate.hours_text.is_none();
    add(&mut counts.hours, read);
    add(&mut counts.hours_given, read || candidate.hours_text.is_some());
    add(&mut counts.point, fields.latitude.is_some());
    add(&mut counts.trusted, candidate.point_trusted);
    add(&mut counts.services, !fields.services.is_empty());
    add(&mut counts.kinds, !fields.kinds.is_empty());
}

fn print(
    out: &mut impl Write,
    key: &str,
    counts: &Counts,
    seconds: f64,
) -> Result<(), Box<dyn Error>> {
    let lost = counts.rows - counts.candidates - counts.quarantined;
    writeln!(
        out,
        "{key}: {} rows = {} candidates + {} quarantined ({lost} lost) in {seconds:.3} s",
        counts.rows, counts.candidates, counts.quarantined
    )?;
    writeln!(
        out,
        "  commune {} | phone {} | hours {} | point trusted {} | services {} | kinds {}",
        share(counts.commune, counts.candidates),
        share(counts.phone, counts.phone_given),
        share(counts.hours, counts.hours_given),
        share(counts.trusted, counts.point),
        share(counts.services, counts.candidates),
        share(counts.kinds, counts.candidates),
    )?;
    writeln!(out, "  repairs  {}", told(&counts.repairs))?;
    writeln!(out, "  problems {}", told(&counts.problems))?;
    for sample in &counts.samples {
        writeln!(out, "    {sample}")?;
    }
    Ok(())
}

fn share(part: u64, whole: u64) -> String {
    match (part * 1_000).checked_div(whole) {
        None => "-".to_owned(),
        Some(thousandths) => {
            format!("{part}/{whole} ({}.{} %)", thousandths / 10, thousandths % 10)
        }
    }
}

fn told(counts: &BTreeMap<String, u64>) -> String {
    let parts: Vec<String> = counts.iter().map(|(name, count)| format!("{name} {count}")).collect();
    parts.join(", ")
}
