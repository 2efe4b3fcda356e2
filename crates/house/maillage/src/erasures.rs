//! Who was erased: one line per person in `effacements.log`, kept so that a backup put back
//! never brings them back.
//!
//! The journal says it first ([`ERASED`]); [`follow`] copies it into the file, which outlives the
//! database. A restore reads the file and the journal of the house it replaces, and erases again
//! whoever the backup still knows.

use anyhow::Context as _;
use base::{PersonId, Timestamp};
use db::Db;
use people::privacy::erase;
use std::collections::BTreeSet;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What the journal says when someone is erased; its subject is the person.
pub(crate) const ERASED: &str = "people.erased";
/// Name of the file in the data folder.
const FILE: &str = "effacements.log";
const PAGE: i64 = 1_000;
const PATIENCE: Duration = Duration::from_secs(5);

/// The list of a data folder.
pub(crate) struct Erasures(PathBuf);

impl Erasures {
    /// The list of that data folder.
    pub(crate) fn at(folder: &Path) -> Self {
        Self(folder.join(FILE))
    }

    /// Everyone on it.
    pub(crate) fn read(&self) -> anyhow::Result<Vec<String>> {
        if self.0.exists() { read_list(&self.0) } else { Ok(Vec::new()) }
    }

    /// Those of `known` who are not on it, each once.
    pub(crate) fn missing(&self, known: &[String]) -> anyhow::Result<Vec<String>> {
        let written: BTreeSet<String> = self.read()?.into_iter().collect();
        let missing: BTreeSet<&String> = known.iter().filter(|it| !written.contains(*it)).collect();
        Ok(missing.into_iter().cloned().collect())
    }

    /// Writes people on it, durably.
    pub(crate) fn add(&self, people: &[String]) -> anyhow::Result<()> {
        if people.is_empty() {
            return Ok(());
        }
        let mut file = OpenOptions::new().create(true).append(true).open(&self.0)?;
        file.write_all(format!("{}\n", people.join("\n")).as_bytes())?;
        Ok(file.sync_all()?)
    }
}

/// The people of a list, whoever kept it.
pub(crate) fn read_list(path: &Path) -> anyhow::Result<Vec<String>> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("la liste {} ne s'ouvre pas", path.display()))?;
    let lines = text.lines().map(str::trim).filter(|it| !it.is_empty());
    Ok(lines.map(str::to_owned).collect())
}

/// Whom the journal at that address says erased, after `position`.
pub(crate) async fn journalled(address: &str, position: i64) -> anyhow::Result<Vec<String>> {
    let db = Db::open(address).await?;
    let mut position = position;
    let mut erased = Vec::new();
    loop {
        let (people, last) = page(&db, position).await?;
        erased.extend(people);
        if last == position {
            db.close().await;
            return Ok(erased);
        }
        position = last;
    }
}

/// Copies what the journal says into the list, for as long as the house is open.
pub(crate) async fn follow(db: Db, folder: PathBuf) {
    let list = Erasures::at(&folder);
    let mut position = 0;
    loop {
        match copied(&db, &list, position).await {
            Ok(read_to) if read_to > position => position = read_to,
            Ok(_) => tokio::time::sleep(PATIENCE).await,
            Err(error) => {
                tracing::warn!(%error, "the list of erasures could not be written; trying again");
                tokio::time::sleep(PATIENCE).await;
            }
        }
    }
}

async fn copied(db: &Db, list: &Erasures, position: i64) -> anyhow::Result<i64> {
    let (people, read_to) = page(db, position).await?;
    list.add(&list.missing(&people)?)?;
    Ok(read_to)
}

async fn page(db: &Db, position: i64) -> anyhow::Result<(Vec<String>, i64)> {
    let lines = db.read().await?.lines_after(position, PAGE).await?;
    let last = lines.last().map_or(position, |it| it.position);
    let people = lines.into_iter().filter(|it| it.kind == ERASED).map(|it| it.subject).collect();
    Ok((people, last))
}

/// Erases again whom the backup still knows, in the house just put back, its tables brought up to
/// date first. Whoever it never knew is nobody's concern.
pub(crate) async fn replay(
    address: &str,
    now: Timestamp,
    persons: &[String],
) -> anyhow::Result<()> {
    if persons.is_empty() {
        return Ok(());
    }
    let persons: Vec<PersonId> = persons.iter().filter_map(|it| it.parse().ok()).collect();
    let db = Db::open(address).await?;
    db.migrate(now, &portal::migrations()).await?;
    let erased = erase::erase_again(&db, now, &portal::holdings(), &persons).await;
    db.close().await;
    erased
        .context("les personnes effacées depuis cette sauvegarde n'ont pas pu l'être à nouveau")?;
    Ok(())
}
