//! Every table and every column has a class in the register of processing: what is written in
//! `privacy.toml` beside the migrations is held against the migrations themselves.

use crate::source::{files, none_of, root};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use toml::Table;

type Schema = BTreeMap<String, BTreeSet<String>>;

const WHOSE: [&str; 5] = ["account", "invited", "professional", "visitor", "nobody"];
const BASES: [&str; 6] = ["contract", "duty", "interest", "mission", "consent", "none"];
const CLASSES: [&str; 7] = ["none", "id", "identity", "contact", "secret", "trace", "content"];

#[test]
fn every_table_and_every_column_has_a_class() {
    let (schema, register) = (schema(), register());
    let mut broken = Vec::new();
    for (table, columns) in &schema {
        let Some(said) = register.get(table) else {
            broken.push(format!("`{table}` is in no privacy.toml"));
            continue;
        };
        let classes = said.get("columns").and_then(toml::Value::as_table);
        let classes = classes.cloned().unwrap_or_default();
        for column in columns {
            let class = classes.get(column).and_then(toml::Value::as_str);
            if !class.is_some_and(|it| CLASSES.contains(&it)) {
                broken.push(format!("`{table}.{column}` has no class: {class:?}"));
            }
        }
        let gone = classes.keys().filter(|it| !columns.contains(*it));
        broken.extend(gone.map(|it| format!("`{table}.{it}` is not in the schema")));
        for (key, known) in [("whose", &WHOSE[..]), ("basis", &BASES[..])] {
            if !said.get(key).and_then(toml::Value::as_str).is_some_and(|it| known.contains(&it)) {
                broken.push(format!("`{table}` says no `{key}` that is known"));
            }
        }
    }
    let gone = register.keys().filter(|it| !schema.contains_key(*it));
    broken.extend(gone.map(|it| format!("`{it}` is no table")));
    none_of(&broken, "every table and column has a class in the privacy.toml of its crate");
}

#[test]
fn the_register_is_the_one_of_the_schema() {
    let mut text = String::from(
        "# Register of processing\n\nGenerated from the `privacy.toml` beside the migrations of \
         each crate: `BLESS=1 cargo test -p tidy register`.\nVisitors read it at \
         `/donnees-personnelles/registre`.\n",
    );
    for (table, said) in register() {
        let sentence = |key: &str| said[key]["en"].as_str().unwrap_or_default().to_owned();
        let word = |key: &str| said[key].as_str().unwrap_or_default().to_owned();
        write!(
            text,
            "\n## `{table}`\n\n{}\n\n* Whose: {}. Basis: {}. Read by: {}.\n* Kept: {}\n",
            sentence("purpose"),
            word("whose"),
            word("basis"),
            list(&said["recipients"]),
            sentence("retention"),
        )
        .unwrap();
        let columns = said["columns"].as_table().unwrap();
        let columns: Vec<String> =
            columns.iter().map(|(name, class)| format!("{name} ({})", plain(class))).collect();
        writeln!(text, "* Columns: {}", columns.join(", ")).unwrap();
    }
    let path = root().join("docs/register.md");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == text,
        "docs/register.md is out of date: BLESS=1 cargo test -p tidy register"
    );
}

fn plain(value: &toml::Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &toml::Value) -> String {
    value.as_array().unwrap().iter().map(plain).collect::<Vec<_>>().join(", ")
}

/// What every `privacy.toml` says, by table.
fn register() -> BTreeMap<String, Table> {
    let mut all = BTreeMap::new();
    for file in files("crates", &["privacy.toml"]) {
        let said: Table =
            file.text.parse().unwrap_or_else(|error| panic!("{}: {error}", file.path));
        for (table, entry) in said {
            all.insert(table, entry.as_table().unwrap().clone());
        }
    }
    all
}

/// The tables and columns that the migrations make.
fn schema() -> Schema {
    let mut all = Schema::new();
    for file in files("crates", &[".sql"]) {
        for statement in file.text.split(";\n").map(str::trim) {
            if let Some(rest) = statement.strip_prefix("CREATE TABLE ") {
                let (table, body) = rest.split_once(" (").unwrap();
                let columns = body
                    .lines()
                    .map(str::trim)
                    .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
                let names = columns.filter_map(|it| it.split_whitespace().next());
                all.insert(table.to_owned(), names.map(str::to_owned).collect());
            } else if let Some(rest) = statement.strip_prefix("ALTER TABLE ") {
                let mut words = rest.split_whitespace();
                let table = words.next().unwrap();
                if let Some(name) = words.skip_while(|it| *it != "COLUMN").nth(1) {
                    all.entry(table.to_owned()).or_default().insert(name.to_owned());
                }
            }
        }
    }
    all
}
