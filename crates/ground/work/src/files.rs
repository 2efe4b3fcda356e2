//! Files on disk, each under the name of what it holds.
//!
//! A file's name is the SHA-256 of its bytes: written twice it is kept once, what was damaged is
//! found by reading it ([`Files::check`]), and what a name shows never changes. Facts stay in the
//! database: a table holds the name, and the file is written before the act that names it. An act
//! that fails leaves a file that no table names; [`Files::sweep`] removes it a day later.
//!
//! A file is written aside, made durable and only then given its name, so that a name leads to a
//! whole file or to none, whenever the power goes. A disk that is full refuses
//! ([`FilesError::Full`]) and keeps nothing half-written.

mod check;
mod disk;
mod name;

pub use check::{Report, Swept};
pub use name::{FileName, NotAName};

use base::Timestamp;
use base::time::SignedDuration;
use disk::Disk;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// How long a file that no table names is kept: an act may be about to name it.
pub const UNCLAIMED_KEPT: SignedDuration = SignedDuration::from_hours(24);

/// A folder of files. Cheap to clone.
#[derive(Clone)]
pub struct Files {
    disk: Arc<Disk>,
}

/// How much may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// The most bytes of all files together, if there is a limit.
    pub quota_bytes: Option<u64>,
    /// What is left free on the disk for the database and the rest of the house, in bytes.
    pub reserve_bytes: u64,
}

impl Default for Room {
    /// No quota, and 256 MB left to the others.
    fn default() -> Self {
        Self { quota_bytes: None, reserve_bytes: 256 << 20 }
    }
}

/// A file that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its name: the SHA-256 of what it holds.
    pub name: FileName,
    /// Its size, in bytes.
    pub size_bytes: u64,
}

/// Why a file is not kept or not found.
#[derive(Debug, thiserror::Error)]
pub enum FilesError {
    /// No room: the quota is used up, or the disk is.
    #[error("no room for {needed_bytes} bytes more: {free_bytes} are left")]
    Full {
        /// What was to be written, in bytes.
        needed_bytes: u64,
        /// What may still be written, in bytes.
        free_bytes: u64,
    },
    /// No file has that name.
    #[error("no file is named {0}")]
    Missing(FileName),
    /// The disk failed.
    #[error("the disk failed: {0}")]
    Disk(#[source] io::Error),
}

impl Files {
    /// Opens a folder of files, and makes it if it is not there.
    pub fn open(folder: &Path) -> Result<Self, FilesError> {
        Self::open_within(folder, Room::default())
    }

    /// Opens a folder of files in which that much may be kept.
    pub fn open_within(folder: &Path, room: Room) -> Result<Self, FilesError> {
        let disk = Disk::open(folder, room).map_err(FilesError::Disk)?;
        Ok(Self { disk: Arc::new(disk) })
    }

    /// Keeps these bytes. When it answers, they are durable. Bytes that are kept already become as
    /// young as `now`, and are written again if the disk damaged them.
    pub async fn put(&self, bytes: Vec<u8>, now: Timestamp) -> Result<Stored, FilesError> {
        self.aside(move |disk| disk.put(&bytes, now)).await
    }

    /// All bytes of a file.
    pub async fn read(&self, name: &FileName) -> Result<Vec<u8>, FilesError> {
        let name = name.clone();
        self.aside(move |disk| disk.read(&name)).await
    }

    /// Opens a file to be read piece by piece, and says its size in bytes.
    pub async fn open_file(&self, name: &FileName) -> Result<(tokio::fs::File, u64), FilesError> {
        let name = name.clone();
        let (file, size_bytes) = self.aside(move |disk| disk.open_file(&name)).await?;
        Ok((tokio::fs::File::from_std(file), size_bytes))
    }

    /// Removes a file. Answers whether it was there. The same bytes can be named by two tables:
    /// only who knows that nobody else names them removes; others leave it to [`Self::sweep`].
    pub async fn remove(&self, name: &FileName) -> Result<bool, FilesError> {
        let name = name.clone();
        self.aside(move |disk| disk.remove(&name)).await
    }

    /// Reads every file and compares it with its name. Changes nothing.
    pub async fn check(&self) -> Result<Report, FilesError> {
        self.aside(|disk| check::check(disk).map_err(FilesError::Disk)).await
    }

    /// Removes what `is_named` by no table and is older than `older_than` at `now`, and what was
    /// never finished. A file that is put again meanwhile is young again, and stays.
    pub async fn sweep(
        &self,
        is_named: impl Fn(&FileName) -> bool + Send + 'static,
        now: Timestamp,
        older_than: SignedDuration,
    ) -> Result<Swept, FilesError> {
        let before = now.saturating_sub(older_than).unwrap_or(Timestamp::MIN);
        self.aside(move |disk| check::sweep(disk, &is_named, before).map_err(FilesError::Disk))
            .await
    }

    /// Does the work on a thread that may wait for the disk.
    async fn aside<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Disk) -> Result<T, FilesError> + Send + 'static,
    ) -> Result<T, FilesError> {
        let disk = self.disk.clone();
        let done = tokio::task::spawn_blocking(move || work(&disk)).await;
        done.unwrap_or_else(|error| Err(FilesError::Disk(io::Error::other(error))))
    }
}
