//! A backup as it lies on the disk, a folder or one `.zip`: its files are read by their path.

use super::copy::{create, pour};
use super::manifest::{FORMAT, Manifest};
use super::{MANIFEST, Unfit};
use anyhow::Context as _;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Longest manifest read.
const MANIFEST_MAX_BYTES: u64 = 64 << 20;

/// A backup, wherever it is.
pub(super) enum Source {
    Folder(PathBuf),
    Archive(Box<ZipArchive<File>>),
}

impl Source {
    /// Opens a backup.
    pub(super) fn open(path: &Path) -> anyhow::Result<Self> {
        if path.is_dir() {
            return Ok(Self::Folder(path.to_owned()));
        }
        let file = File::open(path)
            .with_context(|| format!("la sauvegarde {} ne s'ouvre pas", path.display()))?;
        let archive = ZipArchive::new(file)
            .with_context(|| format!("{} n'est pas une archive lisible", path.display()))?;
        Ok(Self::Archive(Box::new(archive)))
    }

    /// What the backup says of itself.
    pub(super) fn manifest(&mut self) -> anyhow::Result<Manifest> {
        let mut text = Vec::new();
        self.with(MANIFEST, |from| from.take(MANIFEST_MAX_BYTES).read_to_end(&mut text))
            .context("ce n'est pas une sauvegarde : elle n'a pas de manifeste")?;
        let manifest: Manifest =
            serde_json::from_slice(&text).context("le manifeste de la sauvegarde est illisible")?;
        if manifest.format != FORMAT {
            let words = format!(
                "cette sauvegarde est d'un autre format ({}) : prenez le programme {} ou plus récent",
                manifest.format, manifest.program
            );
            return Err(Unfit(words).into());
        }
        if let Some(entry) = manifest.files.iter().find(|it| !is_inside(&it.path)) {
            let words = format!("le manifeste nomme un fichier hors de lui : {:?}", entry.path);
            return Err(Unfit(words).into());
        }
        Ok(manifest)
    }

    /// Pours one file; answers its size and SHA-256.
    pub(super) fn pour(&mut self, path: &str, to: impl Write) -> io::Result<(u64, String)> {
        self.with(path, |from| pour(from, to))
    }

    /// Pours one file into a new one, durably.
    pub(super) fn extract(&mut self, path: &str, to: &Path) -> io::Result<(u64, String)> {
        let target = create(to)?;
        let poured = self.pour(path, &target)?;
        target.sync_all()?;
        Ok(poured)
    }

    fn with<T>(
        &mut self,
        path: &str,
        read: impl FnOnce(&mut dyn Read) -> io::Result<T>,
    ) -> io::Result<T> {
        match self {
            Self::Folder(folder) => read(&mut File::open(folder.join(path))?),
            Self::Archive(archive) => read(&mut archive.by_name(path).map_err(io::Error::from)?),
        }
    }
}

/// Puts a folder into one archive, durably; `paths` are from the folder.
pub(super) fn pack(folder: &Path, paths: &[String], archive: &Path) -> anyhow::Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(1))
        .large_file(true)
        .unix_permissions(0o600);
    let mut zip = ZipWriter::new(io::BufWriter::new(create(archive)?));
    for path in paths {
        zip.start_file(path.as_str(), options)?;
        pour(File::open(folder.join(path))?, &mut zip)?;
    }
    let file = zip.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?;
    Ok(file.sync_all()?)
}

/// Whether a path of a manifest stays in the folder it is put in.
fn is_inside(path: &str) -> bool {
    !path.is_empty() && Path::new(path).components().all(|it| matches!(it, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::is_inside;

    #[test]
    fn a_backup_never_writes_outside_of_the_house() {
        for path in ["../x", "/etc/passwd", "a/../../b", "", "."] {
            assert!(!is_inside(path), "{path}");
        }
        assert!(is_inside("maison/fichiers/ab/cd"));
    }
}
