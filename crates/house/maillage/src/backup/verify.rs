//! Whether a backup can be put back: it is put back, in a corner, and looked at.

use super::archive::Source;
use super::copy::folder;
use super::manifest::{Engine, Manifest};
use super::{POSTGRES_DUMP, SQLITE_COPY, Unfit, folder_of, postgres};
use crate::house::sqlite_address;
use anyhow::Context as _;
use db::Db;
use db::backup::Scratch;
use db::journal::{self, Verdict};
use std::path::Path;

/// Puts the backup back in a temporary folder beside it (on `PostgreSQL`, in a database made for
/// that, beside the one at `server`) and compares it with what its manifest says.
pub(super) async fn verify(backup: &Path, server: Option<&str>) -> anyhow::Result<Manifest> {
    let mut source = Source::open(backup)?;
    let manifest = source.manifest()?;
    let corner = tempfile::Builder::new()
        .prefix(".verification-")
        .tempdir_in(folder_of(backup))
        .context("pas de place pour vérifier la sauvegarde")?;
    let restored = corner.path().join("maillage");
    for entry in &manifest.files {
        let is_base = entry.path == SQLITE_COPY || entry.path == POSTGRES_DUMP;
        let found = if is_base {
            folder(corner.path())?;
            source.extract(&entry.path, &restored)
        } else {
            source.pour(&entry.path, std::io::sink())
        };
        let found = found.with_context(|| format!("la sauvegarde a perdu {}", entry.path))?;
        if found != (entry.bytes, entry.sha256.clone()) {
            return Err(Unfit(format!("la sauvegarde est abîmée : {}", entry.path)).into());
        }
    }
    match (manifest.engine, server) {
        (Engine::Sqlite, _) => same(&sqlite_address(&restored), &manifest).await?,
        (Engine::Postgresql, Some(server)) => rehearse(server, &restored, &manifest).await?,
        (Engine::Postgresql, None) => {
            let words = "cette sauvegarde est de PostgreSQL : donnez le serveur avec --database";
            return Err(Unfit(words.into()).into());
        }
    }
    Ok(manifest)
}

async fn rehearse(server: &str, dump: &Path, manifest: &Manifest) -> anyhow::Result<()> {
    let schema = manifest.schema.as_deref().unwrap_or("public");
    let name =
        format!("maillage_verif_{}_{}", std::process::id(), manifest.inventory.head.position);
    let scratch = Scratch::make(server, &name, schema).await.context(
        "la sauvegarde n'a pas pu être vérifiée : il faut le droit de créer une base de données \
         (ALTER ROLE … CREATEDB), ou --unverified",
    )?;
    let seen = async {
        postgres::restore(&scratch.address, schema, dump)?;
        same(&scratch.address, manifest).await
    };
    let seen = seen.await;
    scratch.remove().await?;
    seen
}

/// Whether the database at that address is whole, and what the manifest says.
pub(super) async fn same(address: &str, manifest: &Manifest) -> anyhow::Result<()> {
    let db = Db::open(address).await.context("la base restaurée ne s'ouvre pas")?;
    let seen = looked_at(&db, manifest).await;
    db.close().await;
    seen
}

async fn looked_at(db: &Db, manifest: &Manifest) -> anyhow::Result<()> {
    let wrong = db.integrity().await?;
    if !wrong.is_empty() {
        return Err(Unfit(format!("la base restaurée est abîmée : {}", wrong.join(" ; "))).into());
    }
    // Before the chain is walked: walking seals the lines that were waiting in the picture.
    let inventory = db.read().await?.inventory().await?;
    if inventory != manifest.inventory {
        return Err(Unfit("la base restaurée n'a pas les mêmes lignes".into()).into());
    }
    let head = &manifest.inventory.head;
    match journal::verify(db).await? {
        Verdict::Whole { head: found } if found.position >= head.position => {}
        Verdict::Whole { .. } => {
            return Err(Unfit("le journal restauré ne finit pas au même endroit".into()).into());
        }
        Verdict::Broken { position, .. } => {
            return Err(Unfit(format!("le journal est altéré à la ligne {position}")).into());
        }
    }
    let hash = db.read().await?.hash_at(head.position).await?;
    if hash.unwrap_or_default() != head.hash {
        return Err(Unfit("le journal restauré n'a pas la même empreinte".into()).into());
    }
    Ok(())
}
