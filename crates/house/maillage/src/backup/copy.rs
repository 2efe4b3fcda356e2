//! Copying bytes so that they last, and taking their SHA-256 on the way.

use sha2::{Digest as _, Sha256};
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

const PIECE_BYTES: usize = 1 << 18;

/// Names at the root of the data folder that a backup leaves out: the database is copied by its
/// engine, the others only make sense where they are.
fn is_left_out(name: &str) -> bool {
    let is_unfinished = Path::new(name).extension().is_some_and(|it| it == "tmp");
    name.starts_with("maillage.db") || name == "maintenance" || is_unfinished
}

/// Copies to the end; answers the number of bytes and their SHA-256.
pub(super) fn pour(mut from: impl Read, mut to: impl Write) -> io::Result<(u64, String)> {
    let mut digest = Sha256::new();
    let mut piece = vec![0; PIECE_BYTES];
    let mut bytes = 0;
    loop {
        let read = match from.read(&mut piece) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        digest.update(&piece[..read]);
        to.write_all(&piece[..read])?;
        bytes += read as u64;
    }
    let hash = digest.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
        use std::fmt::Write as _;
        let _ = write!(text, "{byte:02x}");
        text
    });
    Ok((bytes, hash))
}

/// A new file that only its owner may read.
pub(super) fn create(path: &Path) -> io::Result<File> {
    folder(super::folder_of(path))?;
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

/// A folder, and those above it, that only their owner may read.
pub(super) fn folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}

/// Copies a file into a new one, durably. Answers nothing when the file went away meanwhile.
pub(super) fn keep(from: &Path, to: &Path) -> io::Result<Option<(u64, String)>> {
    let source = match File::open(from) {
        Ok(source) => source,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let target = create(to)?;
    let copied = pour(source, &target)?;
    target.sync_all()?;
    Ok(Some(copied))
}

/// Every file of the data folder that a backup copies, as paths from that folder, sorted.
/// `apart` is left out: a backup does not hold itself.
pub(super) fn files_of(data: &Path, apart: &[PathBuf]) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut waiting = vec![PathBuf::new()];
    while let Some(inside) = waiting.pop() {
        for entry in std::fs::read_dir(data.join(&inside))? {
            let entry = entry?;
            let path = inside.join(entry.file_name());
            let is_root = inside.as_os_str().is_empty();
            if (is_root && is_left_out(&entry.file_name().to_string_lossy()))
                || apart.contains(&entry.path())
            {
                continue;
            }
            let kind = entry.file_type()?;
            if kind.is_dir() {
                waiting.push(path);
            } else if kind.is_file() {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
