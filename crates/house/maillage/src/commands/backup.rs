//! `maillage backup` and `maillage restore`.

use super::Ending;
use crate::arguments::Arguments;
use crate::backup::{self, Engine, Manifest, Wanted};
use crate::house::{House, present};
use crate::say::{Voice, grouped};
use std::path::Path;

pub(super) async fn save(
    house: &House,
    voice: Voice,
    target: &Path,
    unverified: bool,
) -> anyhow::Result<Ending> {
    let manifest = backup::make(house, target, unverified).await?;
    voice.line(&format!("Sauvegarde faite : {}", target.display()));
    tell(voice, &manifest);
    voice.line(if unverified {
        "  ELLE N'A PAS ÉTÉ VÉRIFIÉE : une sauvegarde jamais restaurée n'en est pas une."
    } else {
        "  Vérifiée : restaurée à part, journal parcouru, lignes comptées, tout est là."
    });
    voice.result(&said(&manifest, target, !unverified));
    Ok(Ending::Done)
}

/// What is asked of `maillage restore`.
pub(super) struct Restore<'a> {
    pub(super) source: &'a Path,
    pub(super) into: &'a Path,
    pub(super) replace: bool,
    pub(super) erasures: Option<&'a Path>,
}

pub(super) async fn restore(
    arguments: &Arguments,
    voice: Voice,
    asked: &Restore<'_>,
) -> anyhow::Result<Ending> {
    let wanted = Wanted {
        source: asked.source,
        into: asked.into,
        replace: asked.replace,
        erasures: asked.erasures,
        database: arguments.database.as_deref().filter(|it| it.starts_with("postgres")),
        now: present(),
    };
    let restored = backup::put_back(&wanted).await?;
    voice.line(&format!("Sauvegarde restaurée dans {}", asked.into.display()));
    tell(voice, &restored.manifest);
    if let Some(former) = &restored.former {
        voice.line(&format!("  Ce qui était là est gardé dans {}", former.display()));
    }
    if restored.erased_again > 0 {
        let number = grouped(restored.erased_again as u64);
        voice.line(&format!("  Personnes effacées depuis, effacées à nouveau : {number}."));
    }
    voice.line("  Vérifiée : journal parcouru, lignes comptées, tout est là.");
    voice.result(&said(&restored.manifest, asked.into, true));
    Ok(Ending::Done)
}

fn tell(voice: Voice, manifest: &Manifest) {
    let head = &manifest.inventory.head;
    voice.line(&format!(
        "  {} fichiers, {} octets, {} lignes dans {} tables",
        grouped(manifest.files.len() as u64),
        grouped(manifest.bytes()),
        grouped(manifest.rows()),
        manifest.inventory.tables.len(),
    ));
    let position = grouped(u64::try_from(head.position).unwrap_or(0));
    voice.line(&format!("  Journal : {position} lignes, dernière empreinte {}", head.hash));
}

fn said(manifest: &Manifest, place: &Path, is_verified: bool) -> serde_json::Value {
    serde_json::json!({
        "place": place,
        "verified": is_verified,
        "made_at": manifest.made_at,
        "engine": if manifest.engine == Engine::Sqlite { "sqlite" } else { "postgresql" },
        "files": manifest.files.len(),
        "bytes": manifest.bytes(),
        "rows": manifest.rows(),
        "head": manifest.inventory.head,
    })
}
