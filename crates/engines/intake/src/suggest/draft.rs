//! The proposal written as a mapping file.

use super::{ColumnGuess, Reading, Suggestion};
use crate::mapping::{Format, Source};
use crate::standard::FieldName;
use std::fmt::Write as _;
use toml::Value;

const DAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// Writes the mapping; what was left out is listed at the end, to be looked at.
pub(super) fn write(suggestion: &Suggestion, source: &Source) -> String {
    let mut out = format!(
        "# Proposition faite en regardant {} lignes. Relisez chaque règle, puis essayez :\n\
         #   maillage mapping check --mapping CE_FICHIER LISTE\n\n",
        suggestion.rows
    );
    let _ = write!(
        out,
        "[source]\nkey = {}\nname = {}\nowner = {}\nlicence = {}\npage = {}\ntrust = {}\n\n[read]\n\
         format = {}\n",
        quoted(&source.key),
        quoted(&source.name),
        quoted(&source.owner),
        quoted(&source.licence),
        quoted(&source.page),
        source.trust,
        quoted(name_of(suggestion.format)),
    );
    let of = |field| suggestion.columns.iter().filter(move |guess| guess.field == Some(field));
    if let Some(guess) = of(FieldName::Id).next() {
        let _ = write!(out, "\n[identity]\ncolumns = [{}]\n", quoted(&guess.column));
    }
    for field in FieldName::ALL.iter().filter(|field| **field != FieldName::Id) {
        let guesses: Vec<&ColumnGuess> = of(*field).collect();
        write_field(&mut out, *field, &guesses);
    }
    if of(FieldName::Name).next().is_none() {
        out.push_str("\n# Quelle colonne dit le nom du lieu ? Sans elle, rien ne peut être lu.\n");
        out.push_str("[fields.nom]\ncolumns = []\n");
    }
    let left: Vec<&str> = suggestion
        .columns
        .iter()
        .filter(|guess| guess.field.is_none())
        .map(|guess| guess.column.as_str())
        .collect();
    if !left.is_empty() {
        out.push_str("\n# Colonnes laissées de côté :\n");
        for column in left {
            let _ = writeln!(out, "#   {}", one_line(column));
        }
    }
    out
}

/// The rules of a field: its plain columns in one rule, its days in one, each flag in its own.
fn write_field(out: &mut String, field: FieldName, guesses: &[&ColumnGuess]) {
    let mut rules: Vec<String> = Vec::new();
    let mut days: [Vec<&str>; 7] = Default::default();
    let mut sure = 1.0_f64;
    for guess in guesses {
        sure = sure.min(guess.confidence);
        match &guess.reading {
            Reading::Day(day) => {
                if let Some(columns) = days.get_mut(*day) {
                    columns.push(&guess.column);
                }
            }
            Reading::Flag { words, .. } if words.is_empty() => {
                let column = one_line(&guess.column);
                let _ = writeln!(
                    out,
                    "\n# Quel mot du champ {} quand « {column} » dit oui ?",
                    field.label()
                );
            }
            Reading::Flag { words, yes } => rules.extend(words.iter().map(|word| {
                let yes: Vec<&str> = yes.iter().map(String::as_str).collect();
                let when = if yes.is_empty() { quoted("*") } else { array(&yes) };
                format!(
                    "constant = {}\nwhen = {{ {} = {when} }}\n",
                    quoted(word),
                    quoted(&guess.column)
                )
            })),
            reading => rules.push(plain_rule(guess, reading)),
        }
    }
    if days.iter().any(|columns| !columns.is_empty()) {
        let days = days.iter().zip(DAYS).filter(|(columns, _)| !columns.is_empty());
        let days: Vec<String> =
            days.map(|(columns, day)| format!("{day} = {}", array(columns))).collect();
        rules.push(format!("days = {{ {} }}\n", days.join(", ")));
    }
    if rules.is_empty() {
        return;
    }
    let many = rules.len() > 1;
    if sure < 0.7 {
        out.push_str("\n# À vérifier");
    }
    for rule in rules {
        let label = field.label();
        let head = if many { format!("[[fields.{label}]]") } else { format!("[fields.{label}]") };
        let _ = write!(out, "\n{head}\n{rule}");
    }
}

fn plain_rule(guess: &ColumnGuess, reading: &Reading) -> String {
    let mut rule = format!("columns = [{}]\n", quoted(&guess.column));
    let how = match reading {
        Reading::AddressLine => Some("address-line"),
        Reading::Lambert93 => Some("lambert-93"),
        Reading::Pair => Some("lat-lon"),
        _ => None,
    };
    if let Some(how) = how {
        let _ = writeln!(rule, "how = {}", quoted(how));
    }
    if let Some(split) = guess.split {
        let _ = writeln!(rule, "split = [{}]", quoted(split));
    }
    rule
}

fn name_of(format: Format) -> &'static str {
    Format::NAMES.iter().find(|(_, known)| *known == format).map_or("json", |(name, _)| *name)
}

fn quoted(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}

fn array(texts: &[&str]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", texts.join(", "))
}

/// A name fit for a comment: no end of line, no control character.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
