//! `maillage basemap build`: the country's land, from official files.

use super::Ending;
use crate::house::House;
use crate::say::{Voice, grouped};
use anyhow::Context as _;
use basemap::build_country;
use std::path::{Path, PathBuf};

pub(super) fn build(house: &House, voice: Voice, folders: &[PathBuf]) -> anyhow::Result<Ending> {
    for folder in folders {
        std::fs::read_dir(folder)
            .with_context(|| format!("le dossier {} ne s'ouvre pas", folder.display()))?;
    }
    let bar = voice.bar(100, "fond de carte");
    let load = |name: &str| {
        // Names come from the builder, never from a person; still, only a file of the folder.
        let is_plain = Path::new(name).components().count() == 1;
        folders.iter().filter(|_| is_plain).find_map(|it| std::fs::read(it.join(name)).ok())
    };
    let mut progress = |it: basemap::BuildProgress| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share between 0 and 1"
        )]
        bar.set_position((it.share * 100.0) as u64);
        bar.set_message(it.step);
    };
    let country = build_country(&load, &mut progress);
    bar.finish_and_clear();
    let country = country.context("le fond de carte n'a pas pu être construit")?;
    let path = house.basemap_path();
    let beside = path.with_extension("tmp");
    std::fs::write(&beside, &country.bytes)?;
    std::fs::rename(&beside, &path)?;
    let found: Vec<String> =
        country.report.found.iter().map(|it| format!("{} ({})", it.file, it.features)).collect();
    voice.line(&format!("Lu : {}", found.join(", ")));
    for missing in &country.report.missing {
        voice.line(&format!("Manque : {missing}"));
    }
    voice.line(&format!(
        "Fond de carte écrit : {} ({} octets, {} noms).",
        path.display(),
        grouped(country.bytes.len() as u64),
        grouped(country.report.names as u64)
    ));
    voice.result(&serde_json::json!({
        "bytes": country.bytes.len(),
        "names": country.report.names,
        "missing": country.report.missing,
    }));
    Ok(Ending::Done)
}
