//! `maillage mapping`: a first mapping for a list, and a look at what a mapping makes of it.

use super::{Ending, Miswritten};
use crate::arguments::MappingCommand;
use crate::house::House;
use crate::say::{Out, Voice};
use anyhow::Context as _;
use directory::gazetteer::Gazetteer;
use intake::standard::FieldName;
use intake::suggest::{Knowledge, suggest};
use intake::{Communes, Mapping, Outcome, RawRow, mapping, normalise, read};
use std::fs::File;
use std::io::{BufReader, Read as _, Write};
use std::path::Path;

/// What is looked at to propose a mapping: the beginning of the list, in bytes.
const LOOKED_AT_MAX_BYTES: u64 = 32 << 20;

/// Longest value shown, in characters.
const SHOWN_MAX_CHARS: usize = 160;

pub(super) async fn run(
    house: &House,
    voice: Voice,
    command: &MappingCommand,
) -> anyhow::Result<Ending> {
    let gazetteer = Gazetteer::load(&mut house.db.read().await?).await?;
    match command {
        MappingCommand::Suggest { file, key } => propose(file, key.as_deref(), &gazetteer.communes),
        MappingCommand::Check { mapping, file, rows } => {
            check(voice, mapping, file, *rows, &gazetteer.communes)
        }
    }
}

fn open(file: &Path) -> anyhow::Result<File> {
    File::open(file).with_context(|| format!("la liste {} ne s'ouvre pas", file.display()))
}

fn propose(file: &Path, key: Option<&str>, communes: &Communes) -> anyhow::Result<Ending> {
    let mut bytes = Vec::new();
    open(file)?.take(LOOKED_AT_MAX_BYTES).read_to_end(&mut bytes)?;
    let suggestion = suggest(&bytes, &Knowledge::shipped(), communes)?;
    let name = file.file_stem().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let key = key.map_or_else(|| directory::rules::slug::words(&name), str::to_owned);
    let source = mapping::Source { key, name, trust: 50, ..mapping::Source::default() };
    let mut out = Out(std::io::stdout().lock());
    out.write_all(suggestion.to_toml(&source).as_bytes())?;
    Ok(Ending::Done)
}

fn check(
    voice: Voice,
    mapping: &Path,
    file: &Path,
    rows: usize,
    communes: &Communes,
) -> anyhow::Result<Ending> {
    let text = std::fs::read_to_string(mapping)
        .with_context(|| format!("la correspondance {} ne s'ouvre pas", mapping.display()))?;
    let mapping = Mapping::from_toml(&text).map_err(|error| Miswritten(error.to_string()))?;
    let mut bytes = BufReader::new(open(file)?);
    let columns: Vec<&str> = mapping.columns().collect();
    let mut out = Out(std::io::stdout().lock());
    for row in read(&mut bytes, &mapping)?.take(rows) {
        match row {
            Ok(row) => {
                let outcome = normalise(&row, &mapping, communes);
                if voice.json {
                    serde_json::to_writer(&mut out, &told(&row, &outcome, &columns))?;
                    writeln!(out)?;
                } else {
                    show(&mut out, &row, &outcome, &columns)?;
                }
            }
            Err(error) => writeln!(out, "Ligne {}\n  illisible : {error}\n", error.row_number)?,
        }
    }
    Ok(Ending::Done)
}

/// A row for a script.
fn told(row: &RawRow, outcome: &Outcome, columns: &[&str]) -> serde_json::Value {
    let before: serde_json::Map<_, _> = columns
        .iter()
        .filter_map(|column| Some(((*column).to_owned(), row.get(column)?.clone())))
        .collect();
    let problems: Vec<_> = outcome
        .problems
        .iter()
        .map(|it| {
            let reason = it.reason.to_string();
            serde_json::json!({ "field": it.field, "value": it.value, "reason": reason })
        })
        .collect();
    let repairs: Vec<_> = outcome
        .repairs
        .iter()
        .map(|it| serde_json::json!({ "field": it.field, "name": it.rule }))
        .collect();
    serde_json::json!({
        "row": row.row_number,
        "before": before,
        "after": outcome.candidate.as_ref().map(|it| &it.fields),
        "repairs": repairs,
        "problems": problems,
    })
}

/// A row for a person: what the list says, what is understood, what was mended, what was not.
fn show(
    out: &mut impl Write,
    row: &RawRow,
    outcome: &Outcome,
    columns: &[&str],
) -> std::io::Result<()> {
    writeln!(out, "Ligne {}\n  La liste dit :", row.row_number)?;
    for column in columns {
        let said = row.get(column).map(ToString::to_string).unwrap_or_default();
        if !matches!(said.as_str(), "" | "null" | "\"\"") {
            writeln!(out, "    {column} : {}", shortened(&said))?;
        }
    }
    match &outcome.candidate {
        None => writeln!(out, "  Rien à publier : ni nom ni adresse.")?,
        Some(candidate) => {
            writeln!(out, "  On comprend :")?;
            for field in FieldName::ALL {
                let value = candidate.fields.get(*field);
                if !value.is_empty() {
                    writeln!(out, "    {} : {}", field.label(), shortened(&value))?;
                }
            }
            if let Some(text) = &candidate.hours_text {
                writeln!(out, "    horaires gardés en toutes lettres : {}", shortened(text))?;
            }
        }
    }
    let mut mended: Vec<&str> = outcome.repairs.iter().map(|it| it.rule).collect();
    mended.sort_unstable();
    mended.dedup();
    if !mended.is_empty() {
        writeln!(out, "  Réparé : {}", mended.join(", "))?;
    }
    for problem in &outcome.problems {
        let value = shortened(&problem.value);
        writeln!(out, "  Mis de côté : {} « {value} » : {}", problem.field, problem.reason)?;
    }
    writeln!(out)
}

fn shortened(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    match line.char_indices().nth(SHOWN_MAX_CHARS) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}
