//! Who may do what, as two tables that are written from the program itself: `docs/roles.md`, every
//! verb of every slice under every role, and `docs/routes.md`, every address under every kind of
//! visitor. A verb or a route that is not in its table fails; `BLESS=1` writes the tables again.

#![expect(clippy::unwrap_used, reason = "a table that cannot be made fails")]

mod roles;
mod routes;

use std::path::PathBuf;

/// The root of the workspace.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).ancestors().nth(3).unwrap().to_path_buf()
}

/// Compares a document with what the program says now; with `BLESS=1`, writes it again.
fn document(path: &str, wanted: &str) {
    let file = root().join(path);
    let known = std::fs::read_to_string(&file).unwrap_or_default();
    if known == wanted {
        return;
    }
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&file, wanted).unwrap();
        return;
    }
    let first = known.lines().zip(wanted.lines()).find(|(known, wanted)| known != wanted);
    panic!(
        "{path} no longer says who may do what ({} lines, {} wanted; first difference: {first:?}): \
         read it again, then BLESS=1 cargo test -p town --test rights",
        known.lines().count(),
        wanted.lines().count(),
    );
}
