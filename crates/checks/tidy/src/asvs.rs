//! The sheet of OWASP ASVS lacks no line, and names only tests that exist.

use crate::source::{files, none_of};
use std::collections::{BTreeMap, BTreeSet};

/// How many lines of levels 1 and 2 each chapter of version 5.0.0 has.
const LINES: [(u32, usize); 17] = [
    (1, 27),
    (2, 11),
    (3, 19),
    (4, 10),
    (5, 9),
    (6, 35),
    (7, 18),
    (8, 7),
    (9, 7),
    (10, 29),
    (11, 14),
    (12, 9),
    (13, 13),
    (14, 9),
    (15, 13),
    (16, 16),
    (17, 7),
];
const FIRST_LEVEL: usize = 70;
/// How an answer begins.
const ANSWERS: [&str; 5] =
    ["test `", "written: ", "by construction: ", "does not apply: ", "not yet: "];

struct Line {
    id: String,
    level: String,
    how: String,
}

fn lines() -> Vec<Line> {
    let sheet = files("docs", &["asvs.md"]).remove(0);
    let rows = sheet.text.lines().filter(|it| it.starts_with("| ") && !it.starts_with("| id"));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        assert_eq!(cells.len(), 4, "a line of the sheet has four cells: {row}");
        let [id, level, _, how] = [cells[0], cells[1], cells[2], cells[3]].map(str::to_owned);
        Line { id, level, how }
    })
    .collect()
}

#[test]
fn the_sheet_of_asvs_lacks_no_line_and_each_has_its_answer() {
    let lines = lines();
    let mut broken = Vec::new();
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for line in &lines {
        let chapter = line.id.split('.').next().and_then(|it| it.parse().ok()).unwrap_or(0);
        *counts.entry(chapter).or_default() += 1;
        if !seen.insert(&line.id) {
            broken.push(format!("{} comes twice", line.id));
        }
        if !ANSWERS.iter().any(|it| line.how.starts_with(it)) {
            broken.push(format!("{}: `{}` begins like no answer", line.id, line.how));
        }
    }
    for (chapter, count) in LINES {
        let found = counts.get(&chapter).copied().unwrap_or(0);
        if found != count {
            broken.push(format!("chapter {chapter} has {found} lines, {count} wanted"));
        }
    }
    let first = lines.iter().filter(|it| it.level == "1").count();
    if first != FIRST_LEVEL {
        broken.push(format!("{first} lines of level 1, {FIRST_LEVEL} wanted"));
    }
    none_of(&broken, "docs/asvs.md answers every line of levels 1 and 2");
}

#[test]
fn each_test_that_the_sheet_names_exists() {
    let sources = files("", &[".rs", ".mjs"]);
    let known: BTreeSet<String> = sources.iter().flat_map(|file| tests_of(&file.text)).collect();
    let mut broken = Vec::new();
    for line in lines() {
        let names = line.how.split('`').skip(1).step_by(2).filter(|it| is_sentence(it));
        let missing = names.filter(|it| !known.contains(*it));
        broken.extend(missing.map(|it| format!("{}: no test is called {it}", line.id)));
    }
    none_of(&broken, "each test that docs/asvs.md names exists");
}

/// Whether it is the name of a test: words joined, unlike a command or a file.
fn is_sentence(name: &str) -> bool {
    let is_plain = name.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'_');
    is_plain && name.matches('_').count() >= 2
}

/// What follows `fn ` in Rust, and the sentences of browser tests with their spaces joined.
fn tests_of(text: &str) -> Vec<String> {
    let end = |it: &str| it.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(it.len());
    let rust = text.split("fn ").skip(1).map(|it| it[..end(it)].to_owned());
    let browser = text.split("test('").skip(1).filter_map(|it| it.split_once('\''));
    rust.chain(browser.map(|(said, _)| said.replace(' ', "_"))).collect()
}
