//! The only place that touches the folder: writing so that nothing is ever half there.

use super::{FileName, FilesError, Room, Stored};
use base::Timestamp;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

/// Where files are written before they have their name.
pub(super) const ASIDE: &str = "aside";
/// What two processes that share the folder hold while they give or take a name.
pub(super) const LOCK: &str = "lock";

/// A folder: shelves named by two digits, files on them, and what is being written aside.
pub(super) struct Disk {
    pub(super) folder: PathBuf,
    room: Room,
    /// What all files weigh together, in bytes: counted when opened and at each sweep.
    used_bytes: AtomicU64,
}

impl Disk {
    pub(super) fn open(folder: &Path, room: Room) -> io::Result<Self> {
        make_folder(folder)?;
        make_folder(&folder.join(ASIDE))?;
        let disk = Self { folder: folder.to_owned(), room, used_bytes: AtomicU64::new(0) };
        if room.quota_bytes.is_some() {
            disk.count()?;
        }
        Ok(disk)
    }

    pub(super) fn put(&self, bytes: &[u8], now: Timestamp) -> Result<Stored, FilesError> {
        let name = FileName::of(bytes);
        let size_bytes = bytes.len() as u64;
        let put = if self.renew(&name, bytes, now).map_err(FilesError::Disk)? {
            Ok(())
        } else {
            self.refuse_if_full(size_bytes)?;
            self.write(&name, now, |file| file.write_all(bytes))
        };
        match put {
            Ok(()) => Ok(Stored { name, size_bytes }),
            Err(error) if is_full(&error) => {
                Err(FilesError::Full { needed_bytes: size_bytes, free_bytes: 0 })
            }
            Err(error) => Err(FilesError::Disk(error)),
        }
    }

    pub(super) fn read(&self, name: &FileName) -> Result<Vec<u8>, FilesError> {
        let (mut file, size_bytes) = self.open_file(name)?;
        let mut bytes = Vec::with_capacity(usize::try_from(size_bytes).unwrap_or(0));
        file.read_to_end(&mut bytes).map_err(FilesError::Disk)?;
        Ok(bytes)
    }

    pub(super) fn open_file(&self, name: &FileName) -> Result<(File, u64), FilesError> {
        let opened = File::open(self.path(name));
        let opened = opened.and_then(|file| file.metadata().map(|it| (file, it.len())));
        opened.map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => FilesError::Missing(name.clone()),
            _ => FilesError::Disk(error),
        })
    }

    pub(super) fn remove(&self, name: &FileName) -> Result<bool, FilesError> {
        let removed = self.lock().and_then(|_held| self.take_away(&self.path(name)));
        match removed {
            Ok(_) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(FilesError::Disk(error)),
        }
    }

    /// Unlinks a file and says what it weighed. The caller holds the lock.
    pub(super) fn take_away(&self, path: &Path) -> io::Result<u64> {
        let size_bytes = fs::metadata(path)?.len();
        fs::remove_file(path)?;
        let less = |used: u64| Some(used.saturating_sub(size_bytes));
        let _ = self.used_bytes.fetch_update(Ordering::Relaxed, Ordering::Relaxed, less);
        Ok(size_bytes)
    }

    /// Nobody gives or takes a name while this is held, in this process or in another.
    pub(super) fn lock(&self) -> io::Result<File> {
        let path = self.folder.join(LOCK);
        let file = OpenOptions::new().create(true).append(true).mode(0o600).open(path)?;
        file.lock()?;
        Ok(file)
    }

    pub(super) fn path(&self, name: &FileName) -> PathBuf {
        self.folder.join(name.shelf()).join(name.as_str())
    }

    pub(super) fn set_used(&self, bytes: u64) {
        self.used_bytes.store(bytes, Ordering::Relaxed);
    }

    /// Makes a file that is there and whole as young as `now`. Answers whether there was one.
    fn renew(&self, name: &FileName, bytes: &[u8], now: Timestamp) -> io::Result<bool> {
        let _held = self.lock()?;
        let kept = match OpenOptions::new().read(true).append(true).open(self.path(name)) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(error),
        };
        let mut read = Vec::with_capacity(bytes.len());
        (&kept).take(bytes.len() as u64 + 1).read_to_end(&mut read)?;
        if read != bytes {
            tracing::warn!(file = name.as_str(), "a damaged file is written again");
            return Ok(false);
        }
        kept.set_modified(SystemTime::from(now))?;
        kept.sync_all()?;
        Ok(true)
    }

    /// Writes aside, makes durable, gives the name, makes the name durable.
    fn write(
        &self,
        name: &FileName,
        now: Timestamp,
        content: impl FnOnce(&mut File) -> io::Result<()>,
    ) -> io::Result<()> {
        let aside = Aside::new(&self.folder.join(ASIDE))?;
        let mut file =
            OpenOptions::new().write(true).create_new(true).mode(0o600).open(&aside.0)?;
        content(&mut file)?;
        file.set_modified(SystemTime::from(now))?;
        file.sync_all()?;
        let size_bytes = file.metadata()?.len();
        let home = self.folder.join(name.shelf());
        let is_new = !home.is_dir();
        make_folder(&home)?;
        let _held = self.lock()?;
        let replaced_bytes = fs::metadata(self.path(name)).map_or(0, |it| it.len());
        fs::rename(&aside.0, self.path(name))?;
        File::open(&home)?.sync_all()?;
        if is_new {
            File::open(&self.folder)?.sync_all()?;
        }
        self.used_bytes.fetch_add(size_bytes.saturating_sub(replaced_bytes), Ordering::Relaxed);
        Ok(())
    }

    fn refuse_if_full(&self, needed_bytes: u64) -> Result<(), FilesError> {
        let disk = rustix::fs::statvfs(&self.folder);
        let disk = disk.map_err(|error| FilesError::Disk(error.into()))?;
        let mut free_bytes =
            disk.f_bavail.saturating_mul(disk.f_frsize).saturating_sub(self.room.reserve_bytes);
        if let Some(quota_bytes) = self.room.quota_bytes {
            let used_bytes = self.used_bytes.load(Ordering::Relaxed);
            free_bytes = free_bytes.min(quota_bytes.saturating_sub(used_bytes));
        }
        if needed_bytes > free_bytes {
            return Err(FilesError::Full { needed_bytes, free_bytes });
        }
        Ok(())
    }
}

/// A file being written. It vanishes with this value unless it was given a name.
struct Aside(PathBuf);

impl Aside {
    fn new(folder: &Path) -> io::Result<Self> {
        let mut drawn = [0; 16];
        getrandom::fill(&mut drawn).map_err(io::Error::other)?;
        Ok(Self(folder.join(data_encoding::HEXLOWER.encode(&drawn))))
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        // After the renaming nothing is here; what cannot be removed is swept a day later.
        let _ = fs::remove_file(&self.0);
    }
}

fn is_full(error: &io::Error) -> bool {
    use io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
    matches!(error.kind(), StorageFull | QuotaExceeded | FileTooLarge)
}

/// Makes a folder that only this house reads, if it is not there.
fn make_folder(path: &Path) -> io::Result<()> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn disk(folder: &Path) -> Disk {
        Disk::open(folder, Room { quota_bytes: None, reserve_bytes: 0 }).unwrap()
    }

    #[test]
    fn a_disk_that_fills_up_in_the_middle_keeps_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let disk = disk(folder.path());
        let name = FileName::of(b"a whole file");
        let written = disk.write(&name, Timestamp::UNIX_EPOCH, |file| {
            file.write_all(b"a who")?;
            Err(io::ErrorKind::StorageFull.into())
        });
        assert!(is_full(&written.unwrap_err()));
        assert!(matches!(disk.read(&name), Err(FilesError::Missing(_))));
        assert_eq!(fs::read_dir(folder.path().join(ASIDE)).unwrap().count(), 0);
        // The system's own word for it is understood too.
        let mut full = OpenOptions::new().write(true).open("/dev/full").unwrap();
        assert!(is_full(&full.write_all(b"x").unwrap_err()));
    }
}
