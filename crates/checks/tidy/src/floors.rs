//! Who may import whom: Cargo's own graph is the picture of the architecture.

use crate::source::{File, files, none_of};
use toml::Table;

/// The floor of each crate. A crate imports only from lower floors.
const FLOORS: &[(&str, u32)] = &[
    ("base", 0),
    ("db", 1),
    ("work", 2),
    ("web", 3),
    ("people", 4),
    ("moderation", 5),
    ("directory", 6),
    ("administration", 9),
    ("portal", 10),
    ("maillage", 11),
];

/// Pure algorithms: they import `base` and no other crate of the house. Everyone may import them.
const ENGINES: &[&str] = &["atlas", "basemap", "intake", "matching", "picture"];

/// They look at everything, and nobody imports them but in tests.
const CHECKS: &[&str] = &["readers", "storms", "tidy", "town"];

/// Libraries that one crate alone may name: what they bring is given to others in its own words.
const ALONE: &[(&str, &[&str])] = &[
    ("sqlx", &["db"]),
    ("reqwest", &["work"]),
    ("rustls", &["work"]),
    ("fluent-bundle", &["web"]),
    ("tower-http", &["web"]),
    ("clap", &["maillage"]),
    ("lettre", &["work"]),
    ("argon2", &["people"]),
    ("webauthn-rs", &["people"]),
    ("openidconnect", &["people"]),
    ("image", &["picture"]),
    ("opening-hours", &["directory"]),
    ("fst", &["atlas"]),
    ("frostem", &["atlas"]),
    (
        "axum",
        &[
            "web",
            "people",
            "moderation",
            "directory",
            "administration",
            "portal",
            "maillage",
            "town",
        ],
    ),
];

/// Libraries that do IO, know threads of execution or the time: no engine may name them.
const NOT_IN_ENGINES: &[&str] = &["tokio", "sqlx", "axum", "reqwest", "tracing", "rustls"];

struct Manifest {
    name: String,
    path: String,
    imports: Vec<String>,
}

#[test]
fn a_crate_imports_only_from_lower_floors() {
    let mut broken = Vec::new();
    for it in manifests() {
        if !is_of_the_house(&it.name) {
            broken.push(format!("{}: `{}` has no floor: give it one here", it.path, it.name));
        }
        for import in it.imports.iter().filter(|import| !may_import(&it.name, import)) {
            broken.push(format!("{}: `{}` must not import `{import}`", it.path, it.name));
        }
    }
    none_of(&broken, "a crate imports only from lower floors");
}

#[test]
fn the_picture_of_the_floors_is_the_one_in_the_architecture() {
    let yes = [
        ("portal", "directory"),
        ("directory", "atlas"),
        ("web", "db"),
        ("work", "db"),
        ("intake", "base"),
        ("town", "portal"),
        ("db", "serde"),
    ];
    let no = [
        ("db", "web"),
        ("web", "directory"),
        ("directory", "portal"),
        ("atlas", "intake"),
        ("matching", "db"),
        ("base", "atlas"),
        ("directory", "town"),
    ];
    assert!(yes.iter().all(|(importer, import)| may_import(importer, import)));
    assert!(no.iter().all(|(importer, import)| !may_import(importer, import)));
}

#[test]
fn a_library_that_one_crate_wraps_is_named_nowhere_else() {
    let mut broken = Vec::new();
    for it in manifests() {
        for import in &it.imports {
            let may = ALONE.iter().find(|(library, _)| library == import);
            if may.is_some_and(|(_, crates)| !crates.contains(&it.name.as_str())) {
                broken.push(format!("{}: `{}` must not name `{import}`", it.path, it.name));
            }
            let is_engine = ENGINES.contains(&it.name.as_str());
            if is_engine && NOT_IN_ENGINES.contains(&import.as_str()) {
                broken.push(format!("{}: an engine must not name `{import}`", it.path));
            }
        }
    }
    none_of(&broken, "a library that one crate wraps is named nowhere else");
}

#[test]
fn only_pages_and_the_api_of_a_slice_know_http() {
    let may = |path: &str| {
        path.starts_with("crates/ground/web/")
            || path.starts_with("crates/house/portal/src/lib.rs")
            || path.starts_with("crates/house/maillage/src/commands/serve")
            // Who asks is found on the request itself, before any page.
            || path == "crates/slices/people/src/recognise.rs"
            || path.contains("/src/pages")
            || path.contains("/src/api")
    };
    let names = |line: &str| {
        let line = line.trim_start();
        !line.starts_with("//") && line.contains("axum::")
    };
    let broken: Vec<String> = sources()
        .filter(|it| !it.is_for_tests() && !may(&it.path))
        .flat_map(|it| {
            let lines = it.lines_but_tests().filter(|(_, line)| names(line));
            lines.map(|(n, _)| format!("{}:{n}", it.path)).collect::<Vec<_>>()
        })
        .collect();
    none_of(&broken, "only `web`, pages and the API know HTTP");
}

#[test]
fn sqlx_is_named_in_db_only() {
    let names = |line: &str| {
        !line.trim_start().starts_with("//")
            && (line.contains("sqlx::") || line.contains("reqwest::"))
    };
    let may = |path: &str| {
        path.starts_with("crates/ground/db/") || path.starts_with("crates/ground/work/")
    };
    let broken: Vec<String> = sources()
        .filter(|it| !may(&it.path) && !it.path.starts_with("crates/checks/tidy/"))
        .filter(|it| it.text.lines().any(names))
        .map(|it| it.path)
        .collect();
    none_of(&broken, "sqlx is named in `db` only, reqwest in `work` only");
}

/// Whether a crate may import another. Libraries of the outside are for other rules.
fn may_import(importer: &str, import: &str) -> bool {
    let is_engine = |name: &str| ENGINES.contains(&name);
    if CHECKS.contains(&importer) || !is_of_the_house(import) {
        return true;
    }
    match (floor(importer), floor(import)) {
        (Some(own), Some(floor)) => floor < own,
        (Some(own), None) => is_engine(import) && own > 0,
        (None, Some(floor)) => is_engine(importer) && floor == 0,
        (None, None) => false,
    }
}

fn is_of_the_house(name: &str) -> bool {
    floor(name).is_some() || ENGINES.contains(&name) || CHECKS.contains(&name)
}

fn floor(name: &str) -> Option<u32> {
    FLOORS.iter().find(|(known, _)| *known == name).map(|(_, floor)| *floor)
}

fn sources() -> impl Iterator<Item = File> {
    files("crates", &[".rs"]).into_iter()
}

fn manifests() -> Vec<Manifest> {
    files("crates", &["Cargo.toml"]).into_iter().map(|file| manifest(&file)).collect()
}

/// What a crate imports when it is used; what its tests import does not count.
fn manifest(file: &File) -> Manifest {
    let table: Table = file.text.parse().unwrap_or_else(|error| panic!("{}: {error}", file.path));
    let name = table["package"]["name"].as_str().unwrap().to_owned();
    let mut imports = Vec::new();
    gather(&table, &mut imports);
    if let Some(targets) = table.get("target").and_then(toml::Value::as_table) {
        targets.values().filter_map(toml::Value::as_table).for_each(|it| gather(it, &mut imports));
    }
    Manifest { name, path: file.path.clone(), imports }
}

fn gather(table: &Table, imports: &mut Vec<String>) {
    for kind in ["dependencies", "build-dependencies"] {
        let Some(named) = table.get(kind).and_then(toml::Value::as_table) else { continue };
        imports.extend(named.keys().cloned());
    }
}
