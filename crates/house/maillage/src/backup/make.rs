//! Making a backup, while the house lives.

use super::archive::pack;
use super::copy::{files_of, folder, keep, pour};
use super::manifest::{Engine, Entry, FORMAT, Manifest};
use super::verify::verify;
use super::{
    MANIFEST, POSTGRES_DUMP, REST, SQLITE_COPY, Unfit, beside, folder_of, postgres, settle,
};
use crate::house::{House, sqlite_address};
use anyhow::{Context as _, ensure};
use db::Db;
use db::backup::Inventory;
use db::journal::Head;
use std::fs::File;
use std::path::{Path, PathBuf};

/// Makes a backup at `target` and verifies it. `is_trusted` takes it unverified.
pub(crate) async fn make(
    house: &House,
    target: &Path,
    is_trusted: bool,
) -> anyhow::Result<Manifest> {
    if is_taken(target) {
        let words = format!("{} existe déjà : choisissez un autre nom", target.display());
        return Err(Unfit(words).into());
    }
    folder(folder_of(target))?;
    let partial = Partial(beside(target, ".partiel"), beside(target, ".partiel.zip"));
    partial.clear()?;
    folder(&partial.0)?;
    let manifest = gather(house, &partial).await?;
    let paths: Vec<String> = manifest.files.iter().map(|it| it.path.clone()).collect();
    let is_archive = target.extension().is_some_and(|it| it.eq_ignore_ascii_case("zip"));
    let made = if is_archive {
        pack(&partial.0, &[&[MANIFEST.to_owned()], paths.as_slice()].concat(), &partial.1)?;
        &partial.1
    } else {
        &partial.0
    };
    if !is_trusted {
        verify(made, Some(&house.address)).await?;
    }
    if target.is_dir() {
        std::fs::remove_dir(target)?;
    }
    std::fs::rename(made, target)?;
    settle(target)?;
    Ok(manifest)
}

/// What is under way; what is left of it goes with the value.
struct Partial(PathBuf, PathBuf);

impl Partial {
    fn clear(&self) -> std::io::Result<()> {
        let gone = std::fs::remove_dir_all(&self.0).and(std::fs::remove_file(&self.1));
        match gone {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
        let _ = std::fs::remove_file(&self.1);
    }
}

/// Whether something is there already; an empty folder is not.
fn is_taken(target: &Path) -> bool {
    match std::fs::read_dir(target) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) => error.kind() != std::io::ErrorKind::NotFound,
    }
}

/// Copies everything into the folder under way, its manifest last.
async fn gather(house: &House, partial: &Partial) -> anyhow::Result<Manifest> {
    let (engine, schema, inventory) = if house.db.is_sqlite() {
        (Engine::Sqlite, None, copied(house, &partial.0.join(SQLITE_COPY)).await?)
    } else {
        let (schema, inventory) = dumped(house, &partial.0.join(POSTGRES_DUMP)).await?;
        (Engine::Postgresql, Some(schema), inventory)
    };
    let base = if engine == Engine::Sqlite { SQLITE_COPY } else { POSTGRES_DUMP };
    let (bytes, sha256) = pour(File::open(partial.0.join(base))?, std::io::sink())?;
    let mut files = vec![Entry { path: base.to_owned(), bytes, sha256 }];
    // Files are written before the line that names them: listed now, none of the copy is missing.
    let apart = [std::path::absolute(&partial.0)?];
    let data = std::path::absolute(&house.folder)?;
    for path in files_of(&data, &apart)? {
        let name = path.to_str().context("un nom de fichier n'est pas du texte")?;
        let place = format!("{REST}/{name}");
        if let Some((bytes, sha256)) = keep(&data.join(&path), &partial.0.join(&place))? {
            files.push(Entry { path: place, bytes, sha256 });
        }
    }
    let program = env!("CARGO_PKG_VERSION").to_owned();
    let made_at = house.now();
    let manifest = Manifest { format: FORMAT, program, made_at, engine, schema, inventory, files };
    let text = serde_json::to_vec_pretty(&manifest)?;
    let file = super::copy::create(&partial.0.join(MANIFEST))?;
    pour(text.as_slice(), &file)?;
    file.sync_all()?;
    settle(&partial.0.join(MANIFEST))?;
    Ok(manifest)
}

/// Copies the file of `SQLite`; the copy has to be a moment of the house's own life.
async fn copied(house: &House, to: &Path) -> anyhow::Result<Inventory> {
    folder(folder_of(to))?;
    let before = house.db.read().await?.head().await?;
    house.db.copy_to(to).await.context("la base de données ne peut pas être copiée")?;
    let copy = Db::open(&sqlite_address(to)).await?;
    let inventory = inventory_of(&copy).await;
    copy.close().await;
    let inventory = inventory?;
    ensure!(
        is_a_moment_of(&house.db, &before, &inventory.head).await?,
        "la copie de la base ne correspond à aucun moment du journal"
    );
    File::open(to)?.sync_all()?;
    settle(to)?;
    Ok(inventory)
}

async fn inventory_of(db: &Db) -> db::Result<Inventory> {
    db.read().await?.inventory().await
}

/// Whether the chain of the house passes by `copy`, after `before`.
async fn is_a_moment_of(db: &Db, before: &Head, copy: &Head) -> anyhow::Result<bool> {
    if copy.position < before.position {
        return Ok(false);
    }
    if copy.position == 0 {
        return Ok(copy.hash.is_empty());
    }
    Ok(db.read().await?.hash_at(copy.position).await?.as_ref() == Some(&copy.hash))
}

/// Has `pg_dump` write the schema, from a picture that is held meanwhile.
async fn dumped(house: &House, to: &Path) -> anyhow::Result<(String, Inventory)> {
    folder(folder_of(to))?;
    let held = house.db.hold().await?;
    postgres::dump(&house.address, &held.schema, &held.snapshot, to)?;
    File::open(to)?.sync_all()?;
    settle(to)?;
    Ok((held.schema, held.inventory))
}
