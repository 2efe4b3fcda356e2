//! Decisions are numbered, links lead somewhere, and what can be generated is generated.

use crate::source::{File, files, none_of, root};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

const HOW: &str = "run BLESS=1 cargo test -p tidy";

#[test]
fn each_decision_has_a_number_of_its_own_and_four_answers() {
    let mut numbers: BTreeMap<String, String> = BTreeMap::new();
    let mut broken = Vec::new();
    for file in files("docs/decisions", &[".md"]) {
        let name = file.path.rsplit('/').next().unwrap().to_owned();
        let number: String = name.chars().take_while(char::is_ascii_digit).collect();
        if number.len() != 4 || !name[4..].starts_with('-') {
            broken.push(format!("{}: a decision is named NNNN-title.md", file.path));
        }
        if !file.text.starts_with(&format!("# {number}. ")) {
            broken.push(format!("{}: its title begins with `# {number}. `", file.path));
        }
        for part in ["## Context", "## Decision", "## Why", "## What it costs"] {
            if !file.text.contains(part) {
                broken.push(format!("{}: lacks `{part}`", file.path));
            }
        }
        if let Some(other) = numbers.insert(number, name) {
            broken.push(format!("{}: the number is also that of {other}", file.path));
        }
    }
    for (n, number) in numbers.keys().enumerate() {
        if *number != format!("{:04}", n + 1) {
            broken.push(format!("docs/decisions: {:04} is missing", n + 1));
            break;
        }
    }
    none_of(&broken, "each decision has a number of its own and four answers");
}

#[test]
fn links_between_documents_lead_somewhere() {
    let mut broken = Vec::new();
    let documents = files("", &[".md"]).into_iter().filter(|it| !it.path.starts_with("crates/"));
    for file in documents {
        let folder = root().join(&file.path).parent().unwrap().to_path_buf();
        for target in targets(&file.text) {
            let path = target.split('#').next().unwrap_or_default();
            let is_elsewhere = target.contains("://") || target.starts_with("mailto:");
            if !is_elsewhere && !path.is_empty() && !folder.join(path).exists() {
                broken.push(format!("{}: {target}", file.path));
            }
        }
    }
    none_of(&broken, "links between documents lead somewhere");
}

#[test]
fn the_architecture_lists_every_crate() {
    let mut list = String::new();
    for file in files("crates", &["src/lib.rs", "lib.rs", "main.rs"]) {
        let Some(folder) = file
            .path
            .strip_suffix("/src/lib.rs")
            .or_else(|| file.path.strip_suffix("/src/main.rs").filter(|it| !has_library(it)))
        else {
            continue;
        };
        let name = folder.rsplit('/').next().unwrap();
        writeln!(list, "* [`{name}`]({folder}): {}", first_sentence(&file)).unwrap();
    }
    generated("ARCHITECTURE.md", "crates", &list);
}

#[test]
fn the_guide_lists_every_mapping() {
    let mut list = String::from("| file | key | list | format |\n|---|---|---|---|\n");
    let mappings = files("mappings", &[".toml"]);
    for file in mappings.iter().filter(|it| !it.path.contains("/vocabulary/")) {
        let table: toml::Table =
            file.text.parse().unwrap_or_else(|error| panic!("{}: {error}", file.path));
        let (source, read) = (&table["source"], &table["read"]);
        let name = file.path.rsplit('/').next().unwrap();
        let said = |table: &toml::Value, key: &str| table[key].as_str().unwrap().to_owned();
        let (key, shown) = (said(source, "key"), said(source, "name"));
        let format = said(read, "format");
        writeln!(list, "| [`{name}`](../mappings/{name}) | `{key}` | {shown} | {format} |")
            .unwrap();
    }
    generated("docs/mapping.md", "mappings", &list);
}

#[test]
fn two_mappings_never_share_a_key() {
    let mut keys: BTreeMap<String, String> = BTreeMap::new();
    let mut broken = Vec::new();
    for file in files("mappings", &[".toml"]) {
        let Ok(table) = file.text.parse::<toml::Table>() else { continue };
        let Some(key) = table.get("source").and_then(|it| it.get("key")?.as_str()) else {
            continue;
        };
        if let Some(other) = keys.insert(key.to_owned(), file.path.clone()) {
            broken.push(format!("{}: `{key}` is also the key of {other}", file.path));
        }
    }
    none_of(&broken, "two mappings never share a key");
}

/// Compares a generated block of a document with what it should be; rewrites it when blessed.
fn generated(document: &str, name: &str, wanted: &str) {
    let path = root().join(document);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{document}: {error}"));
    let (begin, end) =
        (format!("<!-- generated: {name} -->\n"), format!("<!-- end of generated: {name} -->"));
    let block = text.split_once(&begin).and_then(|(before, rest)| {
        rest.split_once(&end).map(|(block, after)| (before, block, after))
    });
    let Some((before, block, after)) = block else {
        panic!("{document} lacks the generated block `{name}`");
    };
    let wanted = format!("\n{wanted}\n");
    if std::env::var_os("BLESS").is_some() && block != wanted {
        fs::write(&path, format!("{before}{begin}{wanted}{end}{after}")).unwrap();
        return;
    }
    assert!(block == wanted, "{document}: the block `{name}` is out of date: {HOW}");
}

fn has_library(folder: &str) -> bool {
    root().join(folder).join("src/lib.rs").exists()
}

/// The first sentence of a module's header.
fn first_sentence(file: &File) -> String {
    let header: Vec<&str> = file
        .text
        .lines()
        .map_while(|line| line.strip_prefix("//!"))
        .map(str::trim)
        .take_while(|line| !line.is_empty())
        .collect();
    let header = header.join(" ");
    match header.split_once(". ") {
        Some((first, _)) => format!("{first}."),
        None => header,
    }
}

/// What the links of a document point to.
fn targets(text: &str) -> Vec<&str> {
    let pieces = text.split("](").skip(1);
    pieces.filter_map(|rest| rest.split_once(')').map(|(target, _)| target)).collect()
}
