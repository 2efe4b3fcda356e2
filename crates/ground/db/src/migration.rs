//! Migrations: numbered texts, one for both engines, each applied once and for ever the same.
//!
//! They are written with six portable types (`TEXT BIGINT DOUBLE BOOLEAN`); here alone is known
//! what each engine calls them, and that `SQLite` tables are `STRICT`.

use crate::{Db, Error, Result, params};
use base::{Actor, Timestamp};
use sha2::{Digest, Sha256};
use sqlx::FromRow;

/// One step in the life of a slice's tables.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// The slice that owns the tables.
    pub slice: &'static str,
    /// Its number, from 1.
    pub number: i64,
    /// The statements, separated by `;` at the end of a line.
    pub sql: &'static str,
}

const OWN: [Migration; 2] = [
    Migration { slice: "db", number: 1, sql: include_str!("../migrations/0001_journal.sql") },
    Migration { slice: "db", number: 2, sql: include_str!("../migrations/0002_once.sql") },
];

#[derive(FromRow)]
struct Applied {
    slice: String,
    number: i64,
    hash: String,
}

impl Db {
    /// Brings the tables up to date: this crate's own, then the slices' in the order given.
    /// Each migration is one transaction: interrupted, it is as if it had not begun.
    pub async fn migrate(&self, now: Timestamp, migrations: &[Migration]) -> Result<()> {
        let mut chore = self.chore(now, "migrations").await?;
        chore
            .write(
                "CREATE TABLE IF NOT EXISTS migration (slice TEXT NOT NULL, number BIGINT NOT NULL,
                 hash TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (slice, number))",
                vec![],
            )
            .await?;
        chore.commit().await?;
        for migration in OWN.iter().chain(migrations) {
            self.apply(now, migration).await?;
        }
        Ok(())
    }

    /// The migrations that are still to be applied, as `slice/number`.
    pub async fn waiting_migrations(&self, migrations: &[Migration]) -> Result<Vec<String>> {
        let mut read = self.read().await?;
        let applied: Vec<Applied> =
            read.all("SELECT slice, number, hash FROM migration", vec![]).await?;
        let is_applied = |wanted: &Migration| {
            applied.iter().any(|it| it.slice == wanted.slice && it.number == wanted.number)
        };
        let all = OWN.iter().chain(migrations);
        let waiting = all.filter(|it| !is_applied(it));
        Ok(waiting.map(|it| format!("{}/{}", it.slice, it.number)).collect())
    }

    async fn apply(&self, now: Timestamp, migration: &Migration) -> Result<()> {
        let hash = fingerprint(migration.sql);
        let mut chore = self.chore(now, "migrations").await?;
        let applied: Option<Applied> = chore
            .optional(
                "SELECT slice, number, hash FROM migration WHERE slice = $1 AND number = $2",
                params![migration.slice, migration.number],
            )
            .await?;
        if let Some(applied) = applied {
            if applied.hash != hash {
                return Err(Error::MigrationChanged {
                    slice: applied.slice,
                    number: applied.number,
                });
            }
            return Ok(());
        }
        let sqlite = self.is_sqlite();
        for statement in migration.sql.split(";\n").map(str::trim).filter(|it| !it.is_empty()) {
            let statement = statement.trim_end_matches(';');
            chore.execute_made(dialect(statement, sqlite), vec![]).await?;
        }
        chore
            .write(
                "INSERT INTO migration (slice, number, hash, at) VALUES ($1, $2, $3, $4)",
                params![migration.slice, migration.number, hash, now],
            )
            .await?;
        chore.commit().await?;
        tracing::debug!(
            slice = migration.slice,
            number = migration.number,
            by = Actor::Clockwork.name(),
            "migration applied"
        );
        Ok(())
    }
}

/// The statement in the engine's own words.
fn dialect(statement: &str, sqlite: bool) -> String {
    let mut text = String::with_capacity(statement.len() + 16);
    for piece in statement.split_inclusive(|c: char| !c.is_ascii_alphanumeric() && c != '_') {
        let word = piece.trim_end_matches(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let own = match (word, sqlite) {
            ("BIGINT" | "BOOLEAN", true) => "INTEGER",
            ("DOUBLE", true) => "REAL",
            ("DOUBLE", false) => "DOUBLE PRECISION",
            _ => word,
        };
        text.push_str(own);
        text.push_str(&piece[word.len()..]);
    }
    if sqlite && text.trim_start().starts_with("CREATE TABLE") {
        text.push_str(" STRICT");
    }
    text
}

fn fingerprint(sql: &str) -> String {
    crate::journal::hex(&Sha256::digest(sql.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::dialect;

    #[test]
    fn each_engine_reads_its_own_words() {
        let text = "CREATE TABLE t (a BIGINT NOT NULL, b DOUBLE, c BOOLEAN, big_double TEXT)";
        assert_eq!(
            dialect(text, true),
            "CREATE TABLE t (a INTEGER NOT NULL, b REAL, c INTEGER, big_double TEXT) STRICT"
        );
        assert_eq!(
            dialect(text, false),
            "CREATE TABLE t (a BIGINT NOT NULL, b DOUBLE PRECISION, c BOOLEAN, big_double TEXT)"
        );
    }
}
