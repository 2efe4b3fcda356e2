//! Walking over all files: are they what their names say, and does anybody need them?

use super::FileName;
use super::disk::{ASIDE, Disk, LOCK};
use base::Timestamp;
use sha2::{Digest as _, Sha256};
use std::fs::{self, DirEntry, File};
use std::io::{self, Read as _};
use std::path::Path;

/// The most damaged files that a report names. All are counted.
const NAMED_MAX: usize = 1000;
const PIECE_BYTES: usize = 64 << 10;

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many files there are, damaged ones included.
    pub files: u64,
    /// What they weigh together, in bytes.
    pub bytes: u64,
    /// How many do not hold what their name says, or cannot be read.
    pub damaged: u64,
    /// The first thousand of them.
    pub damaged_names: Vec<FileName>,
    /// How many things in the folder are none of ours.
    pub strangers: u64,
    /// How many files were never finished, or are being written.
    pub unfinished: u64,
}

/// What a sweep removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// How many files no table names.
    pub files: u64,
    /// What they weighed, in bytes.
    pub bytes: u64,
    /// How many files were never finished.
    pub unfinished: u64,
}

/// What stands in the folder.
enum Found {
    File(FileName, DirEntry),
    Unfinished(DirEntry),
    Stranger,
}

impl Disk {
    /// Counts what all files weigh.
    pub(super) fn count(&self) -> io::Result<()> {
        let mut bytes = 0;
        each(&self.folder, |found| {
            if let Found::File(_, entry) = found {
                bytes += entry.metadata().map_or(0, |it| it.len());
            }
            Ok(())
        })?;
        self.set_used(bytes);
        Ok(())
    }
}

pub(super) fn check(disk: &Disk) -> io::Result<Report> {
    let mut report = Report::default();
    let mut piece = vec![0; PIECE_BYTES];
    each(&disk.folder, |found| {
        match found {
            Found::Stranger => report.strangers += 1,
            Found::Unfinished(_) => report.unfinished += 1,
            Found::File(name, entry) => {
                let is_whole = match hashed(&entry.path(), &mut piece) {
                    // Removed since the folder was listed: nothing to say of it.
                    Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
                    Err(_) => false,
                    Ok((read, bytes)) => {
                        report.bytes += bytes;
                        read == name
                    }
                };
                report.files += 1;
                if !is_whole {
                    report.damaged += 1;
                    if report.damaged_names.len() < NAMED_MAX {
                        report.damaged_names.push(name);
                    }
                }
            }
        }
        Ok(())
    })?;
    Ok(report)
}

pub(super) fn sweep(
    disk: &Disk,
    is_named: &dyn Fn(&FileName) -> bool,
    before: Timestamp,
) -> io::Result<Swept> {
    let mut swept = Swept::default();
    each(&disk.folder, |found| {
        let (entry, is_unfinished) = match found {
            Found::Stranger => return Ok(()),
            Found::File(name, _) if is_named(&name) => return Ok(()),
            Found::File(_, entry) => (entry, false),
            Found::Unfinished(entry) => (entry, true),
        };
        // Looked at while nobody can make it young again.
        let _held = disk.lock()?;
        if !is_older(&entry.path(), before) {
            return Ok(());
        }
        if is_unfinished {
            fs::remove_file(entry.path())?;
            swept.unfinished += 1;
        } else {
            swept.bytes += disk.take_away(&entry.path())?;
            swept.files += 1;
        }
        Ok(())
    })?;
    disk.count()?;
    Ok(swept)
}

/// Whether a file is there and was last put before that instant.
fn is_older(path: &Path, before: Timestamp) -> bool {
    let put_at = fs::metadata(path).and_then(|it| it.modified());
    put_at.ok().and_then(|it| Timestamp::try_from(it).ok()).is_some_and(|it| it < before)
}

/// The name that a file deserves, and its size in bytes.
fn hashed(path: &Path, piece: &mut [u8]) -> io::Result<(FileName, u64)> {
    let mut file = File::open(path)?;
    let mut hash = Sha256::new();
    let mut bytes = 0;
    loop {
        let read = file.read(piece)?;
        if read == 0 {
            return Ok((FileName::from_digest(&hash.finalize()), bytes));
        }
        hash.update(&piece[..read]);
        bytes += read as u64;
    }
}

/// Visits everything in the folder, one entry at a time.
fn each(folder: &Path, mut visit: impl FnMut(Found) -> io::Result<()>) -> io::Result<()> {
    for shelf in fs::read_dir(folder)? {
        let shelf = shelf?;
        let name = shelf.file_name();
        let is_shelf = name.len() == 2 && shelf.file_type()?.is_dir();
        if name == LOCK {
            continue;
        }
        if !is_shelf && name != ASIDE {
            visit(Found::Stranger)?;
            continue;
        }
        for entry in fs::read_dir(shelf.path())? {
            let entry = entry?;
            let is_file = entry.file_type()?.is_file();
            let known = entry.file_name().to_str().and_then(|it| it.parse::<FileName>().ok());
            visit(match known {
                _ if !is_file => Found::Stranger,
                _ if name == ASIDE => Found::Unfinished(entry),
                Some(known) if name == known.shelf() => Found::File(known, entry),
                _ => Found::Stranger,
            })?;
        }
    }
    Ok(())
}
