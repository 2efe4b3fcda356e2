//! How long files are, where SQL stands, which words are never written.

use crate::source::{File, files, none_of, root};

const LINES_MAX: usize = 400;
const COLUMNS_MAX: usize = 100;

/// How a statement begins. Written in pieces, so that this file does not hold what it forbids.
const VERBS: [&str; 6] = ["SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "WITH"];

#[test]
fn a_file_stays_short_and_within_the_width_of_the_page() {
    let mut broken = Vec::new();
    for file in files("crates", &[".rs"]) {
        let lines = file.text.lines().count();
        if lines > LINES_MAX {
            broken.push(format!("{}: {lines} lines", file.path));
        }
        for (n, line) in file.text.lines().enumerate() {
            let columns = line.chars().count();
            // A long address or a long literal cannot be cut; rustfmt leaves it too.
            let is_one_piece = line.trim_start().starts_with("http") || line.contains('"');
            if columns > COLUMNS_MAX && !is_one_piece {
                broken.push(format!("{}:{}: {columns} columns", file.path, n + 1));
            }
        }
    }
    none_of(&broken, "a file has at most 400 lines of at most 100 columns");
}

#[test]
fn every_module_says_what_it_is_for() {
    let is_module = |file: &&File| {
        let own = file.path.contains("/src/") || file.path.ends_with("build.rs");
        own && !file.path.contains("/tests/")
    };
    let has_header = |file: &File| {
        let first = file.text.lines().find(|line| !line.trim().is_empty());
        first.is_some_and(|line| line.starts_with("//! ") && line.len() > "//! ".len())
    };
    let all = files("crates", &[".rs"]);
    let broken: Vec<String> = all
        .iter()
        .filter(is_module)
        .filter(|it| !has_header(it))
        .map(|it| it.path.clone())
        .collect();
    none_of(&broken, "every module begins with a `//!` header that says what it is for");
}

#[test]
fn sql_stays_in_store() {
    let may = |path: &str| {
        path.ends_with("/store.rs")
            || path.contains("/store/")
            || path.contains("/migrations/")
            || path.starts_with("crates/ground/db/")
    };
    let mut broken = Vec::new();
    for file in files("crates", &[".rs"]) {
        if may(&file.path) || file.is_for_tests() {
            continue;
        }
        let lines = file.lines_but_tests().filter(|(_, line)| is_sql(line));
        broken.extend(lines.map(|(n, _)| format!("{}:{n}", file.path)));
    }
    none_of(&broken, "SQL stands in `store` and in `db` only");
}

#[test]
fn sql_is_one_text_for_both_engines() {
    // What one engine knows and the other does not, or what costs more with every page.
    let foreign = [
        concat!(" OFF", "SET "),
        concat!("auto", "increment"),
        concat!("::", "text"),
        concat!("::", "bigint"),
        concat!("::", "jsonb"),
        concat!("IL", "IKE "),
        concat!("strf", "time("),
        concat!("json_", "extract("),
        concat!("INSERT OR ", "REPLACE"),
        concat!("date_", "trunc("),
    ];
    let mut broken = Vec::new();
    for file in files("crates", &[".rs", ".sql"]) {
        let holds_sql = file.path.ends_with("/store.rs")
            || file.path.contains("/store/")
            || file.path.contains("/migrations/");
        if holds_sql {
            let found = foreign.iter().filter(|word| file.text.contains(*word));
            broken.extend(found.map(|word| format!("{}: `{}`", file.path, word.trim())));
        }
    }
    none_of(&broken, "one SQL text serves both engines, and lists go on from a key");
}

#[test]
fn nothing_is_left_for_later_and_no_machine_is_named() {
    // Written in pieces, so that this file does not hold what it forbids.
    let words = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X:"),
        concat!("/wo", "rk/"),
        concat!("/ro", "ot/"),
        concat!("/tm", "p/"),
        concat!("/ho", "me/"),
        concat!("C:\\", "Users"),
    ];
    let mut broken = Vec::new();
    let ends = [
        ".rs", ".toml", ".md", ".ftl", ".html", ".css", ".js", ".mjs", ".sql", ".txt", ".yml",
        "test",
    ];
    for file in files("", &ends) {
        for (n, line) in file.text.lines().enumerate() {
            let found = words.iter().filter(|word| begins_in(line, word));
            broken.extend(found.map(|word| format!("{}:{}: `{word}`", file.path, n + 1)));
        }
    }
    none_of(&broken, "nothing is left for later, and no path of a machine is written");
}

/// Whether a line of code holds the beginning of a statement.
fn is_sql(line: &str) -> bool {
    let code = line.trim_start();
    !code.starts_with("//") && VERBS.iter().any(|verb| code.contains(&format!("\"{verb} ")))
}

#[test]
fn the_rules_see_what_they_look_for() {
    assert!(is_sql(concat!("let sql = \"SEL", "ECT name FROM place\";")));
    assert!(!is_sql(concat!("// \"SEL", "ECT name FROM place\"")));
    assert!(begins_in(concat!("see /wo", "rk/main"), concat!("/wo", "rk/")));
    assert!(!begins_in(concat!("crates/ground/wo", "rk/src"), concat!("/wo", "rk/")));
    let text = "code\n\n#[cfg(test)]\nmod tests {\n}\n".to_owned();
    let file = File { path: "crates/slices/x/src/a.rs".into(), text };
    assert_eq!(file.lines_but_tests().count(), 2);
    assert!(!file.is_for_tests());
}

/// Whether the line holds the word, and not as the end of a longer name.
fn begins_in(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| !line[..at].ends_with(char::is_alphanumeric))
}

#[test]
fn a_name_says_what_a_file_does() {
    let vague = ["utils", "util", "helpers", "helper", "common", "manager", "misc", "stuff"];
    let broken: Vec<String> = files("crates", &[".rs"])
        .into_iter()
        .map(|file| file.path)
        .filter(|path| path.split(['/', '.']).any(|piece| vague.contains(&piece)))
        .collect();
    none_of(&broken, "a name says what a file does");
}

#[test]
fn the_licence_is_at_the_root() {
    let text = std::fs::read_to_string(root().join("LICENSE")).unwrap_or_default();
    assert!(text.contains("AFFERO GENERAL PUBLIC LICENSE"), "LICENSE holds the text of the AGPL");
}
