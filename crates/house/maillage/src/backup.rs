//! Backups: a copy of the whole house, declared good only once it was put back somewhere and
//! found to be the same.
//!
//! A backup is a folder, or that folder in one `.zip`:
//!
//! * `manifeste.json`: what is inside, the SHA-256 of each file, where the journal ends, how many
//!   rows each table has;
//! * `base/`: the database, as one file of `SQLite` or as an archive of `pg_dump`;
//! * `maison/`: everything else of the data folder (configuration, files, basemap).
//!
//! It is made beside its final name, under a name that ends with `.partiel`, and gets its own
//! name when [`verify`] has found it whole. It holds all that the house holds, secrets included:
//! only its owner may read it.

mod archive;
mod copy;
mod make;
mod manifest;
mod postgres;
mod put_back;
mod verify;

pub(crate) use make::make;
pub(crate) use manifest::{Engine, Manifest};
pub(crate) use put_back::{Wanted, put_back};

use std::path::{Path, PathBuf};

/// The manifest, at the root of a backup.
const MANIFEST: &str = "manifeste.json";
/// The database in a backup, as `SQLite` keeps it.
const SQLITE_COPY: &str = "base/maillage.db";
/// The database in a backup, as `pg_dump` writes it.
const POSTGRES_DUMP: &str = "base/maillage.dump";
/// The rest of the data folder in a backup.
const REST: &str = "maison";

/// Why a backup is not made, or not put back; said to whoever asked.
#[derive(Debug)]
pub(crate) struct Unfit(pub(crate) String);

impl std::fmt::Display for Unfit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unfit {}

/// The same path with words added to its last name.
fn beside(path: &Path, words: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(words);
    path.with_file_name(name)
}

/// The folder that holds a path; `.` for a bare name.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// Makes a name durable: the folder that holds it reaches the disk.
fn settle(path: &Path) -> std::io::Result<()> {
    std::fs::File::open(folder_of(path))?.sync_all()
}
