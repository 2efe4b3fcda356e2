//! `maillage check`: whether the house is sound. Nothing is changed.

use super::Ending;
use crate::disk;
use crate::house::House;
use crate::say::{Voice, grouped};
use db::journal::{self, Verdict};
use serde::Serialize;
use work::files::Files;

/// Less room than this, in bytes, deserves a warning.
const FREE_MIN_BYTES: u64 = 256 << 20;
/// Damaged files named, at most.
const NAMED_MAX: usize = 10;

/// One thing looked at.
#[derive(Serialize)]
struct Finding {
    what: &'static str,
    is_well: bool,
    detail: String,
}

pub(super) async fn run(house: &House, voice: Voice) -> anyhow::Result<Ending> {
    let mut findings = vec![base(house).await?, tables(house).await?];
    let journal = chain(house).await?;
    let is_tampered = !journal.is_well;
    findings.extend([journal, files(house).await?, room(house), jobs(house).await?]);
    let is_well = findings.iter().all(|it| it.is_well);
    for finding in &findings {
        let mark = if finding.is_well { "bon" } else { "À VOIR" };
        voice.line(&format!("{:<9} {:<6}  {}", finding.what, mark, finding.detail));
    }
    voice.line(if is_well { "Tout va bien." } else { "Il y a quelque chose à voir." });
    voice.result(&serde_json::json!({ "well": is_well, "findings": findings }));
    Ok(match (is_well, is_tampered) {
        (true, _) => Ending::Done,
        (false, true) => Ending::Tampered,
        (false, false) => Ending::Broken,
    })
}

async fn base(house: &House) -> anyhow::Result<Finding> {
    let wrong = house.db.integrity().await?;
    let is_well = wrong.is_empty();
    let size = house.db.read().await?.size_bytes().await?;
    let size = grouped(u64::try_from(size).unwrap_or(0));
    let detail = if is_well { format!("{size} octets") } else { wrong.join(" ; ") };
    Ok(Finding { what: "base", is_well, detail })
}

async fn tables(house: &House) -> anyhow::Result<Finding> {
    let waiting = house.db.waiting_migrations(&portal::migrations()).await?;
    let is_well = waiting.is_empty();
    let detail = if is_well {
        "à jour".to_owned()
    } else {
        format!("à mettre à jour au prochain démarrage : {}", waiting.join(", "))
    };
    Ok(Finding { what: "tables", is_well, detail })
}

async fn chain(house: &House) -> anyhow::Result<Finding> {
    let (is_well, detail) = match journal::verify(&house.db).await? {
        Verdict::Whole { head } => {
            let lines = grouped(u64::try_from(head.position).unwrap_or(0));
            (true, format!("{lines} lignes, dernière empreinte {}", head.hash))
        }
        Verdict::Broken { position, .. } => (false, format!("ALTÉRÉ à la ligne {position}")),
    };
    Ok(Finding { what: "journal", is_well, detail })
}

async fn files(house: &House) -> anyhow::Result<Finding> {
    let folder = house.folder.join("fichiers");
    let report = if folder.is_dir() { Some(Files::open(&folder)?.check().await?) } else { None };
    let (is_well, detail) = match report {
        None => (true, "aucun".to_owned()),
        Some(report) if report.damaged == 0 => (
            true,
            format!("{} fichiers lus, {} octets", grouped(report.files), grouped(report.bytes)),
        ),
        Some(report) => {
            let names: Vec<String> =
                report.damaged_names.iter().take(NAMED_MAX).map(ToString::to_string).collect();
            (false, format!("{} abîmés : {}", report.damaged, names.join(", ")))
        }
    };
    Ok(Finding { what: "fichiers", is_well, detail })
}

fn room(house: &House) -> Finding {
    let (is_well, detail) = match disk::free_bytes(&house.folder) {
        Some(free) => (free >= FREE_MIN_BYTES, format!("{} octets libres", grouped(free))),
        None => (false, "la place libre ne se lit pas".to_owned()),
    };
    Finding { what: "disque", is_well, detail }
}

async fn jobs(house: &House) -> anyhow::Result<Finding> {
    let failed = work::failed(&mut house.db.read().await?).await?;
    let detail = match failed {
        0 => "aucune n'a échoué".to_owned(),
        _ => format!("{failed} ont échoué pour de bon"),
    };
    Ok(Finding { what: "tâches", is_well: failed == 0, detail })
}
