//! What a backup says of itself.

use base::Timestamp;
use db::backup::Inventory;
use serde::{Deserialize, Serialize};

/// The shape of backups that this program writes and reads.
pub(super) const FORMAT: u32 = 1;

/// What a backup says of itself.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// The shape of the backup.
    pub(crate) format: u32,
    /// The program that made it.
    pub(crate) program: String,
    /// When.
    pub(crate) made_at: Timestamp,
    /// Which engine the house ran on.
    pub(crate) engine: Engine,
    /// The schema the tables were in, on `PostgreSQL`.
    pub(crate) schema: Option<String>,
    /// Where the journal ends, the rows of each table, the migrations applied.
    #[serde(flatten)]
    pub(crate) inventory: Inventory,
    /// Every file, the manifest excepted.
    pub(crate) files: Vec<Entry>,
}

/// The engine of a house.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Engine {
    /// One file.
    Sqlite,
    /// A server.
    Postgresql,
}

/// A file of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// Its path in the backup, with `/`.
    pub(crate) path: String,
    /// Its size.
    pub(crate) bytes: u64,
    /// The SHA-256 of its bytes, hexadecimal.
    pub(crate) sha256: String,
}

impl Manifest {
    /// The size of all files together.
    pub(crate) fn bytes(&self) -> u64 {
        self.files.iter().map(|it| it.bytes).sum()
    }

    /// The number of rows of all tables together.
    pub(crate) fn rows(&self) -> u64 {
        self.inventory.tables.iter().map(|it| u64::try_from(it.rows).unwrap_or(0)).sum()
    }
}
