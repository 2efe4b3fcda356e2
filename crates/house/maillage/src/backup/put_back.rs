//! Putting a backup back: verified first, then into place, then the erasures that it missed.

use super::archive::Source;
use super::copy::folder;
use super::manifest::{Engine, Manifest};
use super::verify::{same, verify};
use super::{POSTGRES_DUMP, REST, SQLITE_COPY, Unfit, beside, postgres, settle};
use crate::erasures::{self, Erasures};
use crate::house::sqlite_address;
use anyhow::Context as _;
use base::Timestamp;
use db::Db;
use std::path::{Path, PathBuf};

/// What is asked.
pub(crate) struct Wanted<'a> {
    /// The backup.
    pub(crate) source: &'a Path,
    /// The data folder to make.
    pub(crate) into: &'a Path,
    /// Whether a house that is there may make way.
    pub(crate) replace: bool,
    /// A list of erasures kept elsewhere.
    pub(crate) erasures: Option<&'a Path>,
    /// The server to restore into, for `PostgreSQL`.
    pub(crate) database: Option<&'a str>,
    /// The present.
    pub(crate) now: Timestamp,
}

/// What was done.
pub(crate) struct Restored {
    /// What the backup said of itself.
    pub(crate) manifest: Manifest,
    /// Where the house that was there is kept now.
    pub(crate) former: Option<PathBuf>,
    /// People erased since the backup, erased again.
    pub(crate) erased_again: usize,
}

/// Puts a backup back.
pub(crate) async fn put_back(wanted: &Wanted<'_>) -> anyhow::Result<Restored> {
    let is_there = is_inhabited(wanted.into)?;
    if is_there && !wanted.replace {
        let words = format!(
            "{} contient déjà une maison : ajoutez --replace pour la mettre de côté",
            wanted.into.display()
        );
        return Err(Unfit(words).into());
    }
    let manifest = verify(wanted.source, wanted.database).await?;
    let room = refuse_full_room(wanted, &manifest).await?;
    let known = known_erasures(wanted, &manifest).await?;
    let fresh = beside(wanted.into, ".partiel");
    if fresh.exists() {
        std::fs::remove_dir_all(&fresh)?;
    }
    folder(&fresh)?;
    unpack(wanted.source, &manifest, &fresh)?;
    let missed = Erasures::at(&fresh).missing(&known)?;
    Erasures::at(&fresh).add(&missed)?;
    if let (Some(server), Some(schema)) = (wanted.database, room) {
        let former = format!("{schema}_remplace_{}", wanted.now.as_second());
        db::backup::make_room(server, &schema, Some(&former)).await?;
        postgres::restore(server, &schema, &fresh.join("maillage.dump"))?;
        same(server, &manifest).await?;
        erasures::replay(server, wanted.now, &missed).await?;
        std::fs::remove_file(fresh.join("maillage.dump"))?;
    } else {
        let address = sqlite_address(&fresh.join("maillage.db"));
        same(&address, &manifest).await?;
        erasures::replay(&address, wanted.now, &missed).await?;
    }
    let former = move_in(&fresh, wanted, is_there)?;
    Ok(Restored { manifest, former, erased_again: missed.len() })
}

/// Whether a folder holds anything.
fn is_inhabited(folder: &Path) -> anyhow::Result<bool> {
    match std::fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_some()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error).with_context(|| format!("{} ne s'ouvre pas", folder.display())),
    }
}

/// The schema to restore into, on `PostgreSQL`; refuses one that has tables.
async fn refuse_full_room(
    wanted: &Wanted<'_>,
    manifest: &Manifest,
) -> anyhow::Result<Option<String>> {
    let (Engine::Postgresql, Some(server)) = (manifest.engine, wanted.database) else {
        return Ok(None);
    };
    let db = Db::open(server).await.context("la base de données ne s'ouvre pas")?;
    let found = db.schema().await;
    db.close().await;
    let (_, has_tables) = found?;
    if has_tables && !wanted.replace {
        let words = "la base de données a déjà des tables : ajoutez --replace pour les remplacer";
        return Err(Unfit(words.into()).into());
    }
    Ok(Some(manifest.schema.clone().unwrap_or_else(|| "public".into())))
}

/// Every erasure that the house to be replaced, or a list kept elsewhere, knows of.
async fn known_erasures(wanted: &Wanted<'_>, manifest: &Manifest) -> anyhow::Result<Vec<String>> {
    let mut known = Erasures::at(wanted.into).read()?;
    if let Some(list) = wanted.erasures {
        known.extend(erasures::read_list(list)?);
    }
    let address = match wanted.database {
        Some(server) => Some(server.to_owned()),
        None => Some(wanted.into.join("maillage.db"))
            .filter(|it| it.exists())
            .map(|it| sqlite_address(&it)),
    };
    if let Some(address) = address {
        // The house to be replaced may be damaged: what it still tells is taken, no more.
        let told = erasures::journalled(&address, manifest.inventory.head.position).await;
        match told {
            Ok(told) => known.extend(told),
            Err(error) => tracing::warn!(%error, "the former journal tells no erasure"),
        }
    }
    Ok(known)
}

fn unpack(source: &Path, manifest: &Manifest, into: &Path) -> anyhow::Result<()> {
    let mut source = Source::open(source)?;
    for entry in &manifest.files {
        let place = match entry.path.as_str() {
            SQLITE_COPY => into.join("maillage.db"),
            POSTGRES_DUMP => into.join("maillage.dump"),
            other => match other.strip_prefix(REST).and_then(|it| it.strip_prefix('/')) {
                Some(name) => into.join(name),
                None => continue,
            },
        };
        let found = source.extract(&entry.path, &place)?;
        if found != (entry.bytes, entry.sha256.clone()) {
            return Err(Unfit(format!("la sauvegarde est abîmée : {}", entry.path)).into());
        }
    }
    Ok(())
}

/// Gives the restored folder its name; what had it is kept beside.
fn move_in(fresh: &Path, wanted: &Wanted<'_>, is_there: bool) -> anyhow::Result<Option<PathBuf>> {
    let former =
        is_there.then(|| beside(wanted.into, &format!(".remplace-{}", wanted.now.as_second())));
    match &former {
        Some(former) => std::fs::rename(wanted.into, former)
            .with_context(|| format!("{} ne peut pas être mis de côté", wanted.into.display()))?,
        None if wanted.into.exists() => std::fs::remove_dir(wanted.into)?,
        None => {}
    }
    std::fs::rename(fresh, wanted.into)?;
    settle(wanted.into)?;
    Ok(former)
}
