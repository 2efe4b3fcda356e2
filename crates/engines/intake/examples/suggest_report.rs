//! How well mappings are proposed: each list is looked at by what the others taught.
//!
//! ```text
//! cargo run --release -p intake --example suggest_report -- \
//!     COMMUNES.csv MAPPING.toml LIST [MAPPING.toml LIST]...
//! ```
//!
//! A column is right when the field proposed is one that the mapping written by a person reads
//! it for, or when neither reads it. Columns that say nothing in the rows looked at do not
//! count. With `--wrong` after the communes, prints the others.

use intake::standard::{FieldName, Word};
use intake::suggest::{Knowledge, suggest};
use intake::{Communes, Mapping};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::io::Write;

/// For each column of a mapping, the fields it is read for.
fn truth(mapping: &Mapping) -> BTreeMap<&str, BTreeSet<FieldName>> {
    let mut truth: BTreeMap<&str, BTreeSet<FieldName>> = BTreeMap::new();
    for column in &mapping.identity.columns {
        truth.entry(column).or_default().insert(FieldName::Id);
    }
    for (field, rules) in &mapping.fields {
        for column in rules.iter().flat_map(intake::mapping::Rule::all_columns) {
            truth.entry(column).or_default().insert(*field);
        }
    }
    truth
}

/// Right and all, of every column and of those that the mapping reads.
#[derive(Clone, Copy, Default)]
struct Score {
    right: u32,
    all: u32,
    read_right: u32,
    read: u32,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1).peekable();
    let communes = arguments.next().ok_or("donnez le fichier des communes")?;
    let communes = Communes::read_official_csv(&std::fs::read(communes)?)?;
    let tells_wrong = arguments.next_if(|argument| argument == "--wrong").is_some();
    let mut lists = Vec::new();
    while let Some(mapping) = arguments.next() {
        let list = arguments.next().ok_or("donnez une liste après chaque correspondance")?;
        lists.push((Mapping::from_toml(&std::fs::read_to_string(&mapping)?)?, list));
    }
    let mut out = std::io::stdout().lock();
    let mut total = Score::default();
    for (mapping, list) in &lists {
        let others =
            lists.iter().map(|(it, _)| it).filter(|it| it.source.key != mapping.source.key);
        let knowledge = Knowledge::new(others);
        let suggestion = suggest(&std::fs::read(list)?, &knowledge, &communes)?;
        let truth = truth(mapping);
        let mut score = Score::default();
        for guess in &suggestion.columns {
            let wanted = truth.get(guess.column.as_str());
            let is_right = match (guess.field, wanted) {
                (Some(field), Some(wanted)) => wanted.contains(&field),
                (None, None) => true,
                _ => false,
            };
            if !guess.says_something {
                continue;
            }
            score.all += 1;
            score.right += u32::from(is_right);
            score.read += u32::from(wanted.is_some());
            score.read_right += u32::from(is_right && wanted.is_some());
            if tells_wrong && !is_right {
                let wanted: Vec<_> =
                    wanted.into_iter().flatten().map(|field| field.label()).collect();
                let guessed = guess.field.map_or("-", Word::label);
                let confidence = guess.confidence;
                writeln!(
                    out,
                    "    {} : {guessed} ({confidence:.2}), pas {wanted:?}",
                    guess.column
                )?;
            }
        }
        tell(&mut out, &mapping.source.key, score)?;
        total.right += score.right;
        total.all += score.all;
        total.read += score.read;
        total.read_right += score.read_right;
    }
    tell(&mut out, "total", total)?;
    Ok(())
}

fn tell(out: &mut impl Write, name: &str, score: Score) -> std::io::Result<()> {
    let percent = |part: u32, all: u32| 100.0 * f64::from(part) / f64::from(all.max(1));
    writeln!(
        out,
        "{name}: {}/{} columns ({:.1} %), of those read {}/{} ({:.1} %)",
        score.right,
        score.all,
        percent(score.right, score.all),
        score.read_right,
        score.read,
        percent(score.read_right, score.read)
    )
}
