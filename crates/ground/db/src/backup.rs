//! Copies for the day something is lost, and what proves that a copy is good.
//!
//! On `SQLite` a copy is one file, made by the engine while others write ([`Db::copy_to`]). On
//! `PostgreSQL` it is made by `pg_dump`, from the very picture that [`Db::hold`] keeps still. An
//! [`Inventory`] says what a database holds: copy and original are compared by it.

mod postgres;

pub use postgres::{Held, Scratch, make_room};

use crate::journal::Head;
use crate::read::Tx;
use crate::{Db, Error, Read, Result, params, row};
use serde::{Deserialize, Serialize};
use sqlx::{AssertSqlSafe, Connection as _};
use std::path::Path;

/// What a database holds: enough to say whether another one holds the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inventory {
    /// Where its journal ends.
    pub head: Head,
    /// Every table and its number of rows, by name.
    pub tables: Vec<TableCount>,
    /// Every migration applied, in order.
    pub migrations: Vec<Applied>,
}

/// A table and its number of rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableCount {
    /// The table.
    pub table: String,
    /// How many rows it has.
    pub rows: i64,
}

row! {
    /// A migration that was applied.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub struct Applied {
        /// The slice that owns it.
        pub slice: String,
        /// Its number in that slice.
        pub number: i64,
        /// The fingerprint of its text.
        pub hash: String,
    }
}

row! {
    struct Name {
        name: String,
    }
}

row! {
    struct Sized {
        bytes: i64,
    }
}

row! {
    struct Orphans {
        child: String,
        parent: String,
        n: i64,
    }
}

impl Read {
    /// What the database holds, in the picture this look has of it.
    pub async fn inventory(&mut self) -> Result<Inventory> {
        let names: Vec<Name> = if self.is_sqlite() {
            self.all(
                "SELECT name FROM sqlite_master WHERE type = 'table'
                 AND name NOT LIKE 'sqlite_%' ORDER BY name",
                vec![],
            )
            .await?
        } else {
            self.all(
                "SELECT CAST(table_name AS TEXT) AS name FROM information_schema.tables
                 WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
                 ORDER BY name",
                vec![],
            )
            .await?
        };
        let mut tables = Vec::with_capacity(names.len());
        for Name { name } in names {
            let rows = self.count(&name).await?;
            tables.push(TableCount { table: name, rows });
        }
        // One order for all, whatever the language of the server.
        tables.sort_by(|a, b| a.table.cmp(&b.table));
        let mut migrations: Vec<Applied> =
            self.all("SELECT slice, number, hash FROM migration", vec![]).await?;
        migrations.sort_by(|a, b| (&a.slice, a.number).cmp(&(&b.slice, b.number)));
        Ok(Inventory { head: self.head().await?, tables, migrations })
    }

    /// The hash of the sealed line at `position`, if there is one.
    pub async fn hash_at(&mut self, position: i64) -> Result<Option<String>> {
        let lines = self.lines_after(position - 1, 1).await?;
        Ok(lines.into_iter().find(|it| it.position == position).map(|it| it.hash))
    }

    /// How much room the database takes, in bytes.
    pub async fn size_bytes(&mut self) -> Result<i64> {
        let sized: Sized = if self.is_sqlite() {
            self.one(
                "SELECT page_count * page_size AS bytes
                 FROM pragma_page_count(), pragma_page_size()",
                vec![],
            )
            .await?
        } else {
            self.one("SELECT pg_database_size(current_database()) AS bytes", vec![]).await?
        };
        Ok(sized.bytes)
    }

    async fn count(&mut self, table: &str) -> Result<i64> {
        // The name comes from the engine's own list of tables.
        let quoted = table.replace('"', "\"\"");
        let sql = AssertSqlSafe(format!("SELECT COUNT(*) FROM \"{quoted}\""));
        let (rows,): (i64,) = match &mut self.0 {
            Tx::Sqlite(tx) => sqlx::query_as(sql).persistent(false).fetch_one(&mut **tx).await?,
            Tx::Postgres(tx) => sqlx::query_as(sql).persistent(false).fetch_one(&mut **tx).await?,
        };
        Ok(rows)
    }
}

impl Db {
    /// Writes a copy of the whole database into a new file, durably, while others read and write.
    pub async fn copy_to(&self, file: &Path) -> Result<()> {
        let Some(mut connection) = self.connection_aside().await? else {
            return Err(Error::OtherEngine);
        };
        sqlx::query("VACUUM INTO $1")
            .bind(file.display().to_string())
            .execute(&mut connection)
            .await?;
        connection.close().await?;
        Ok(std::fs::File::open(file).and_then(|it| it.sync_all()).map_err(sqlx::Error::Io)?)
    }

    /// What the engine finds wrong in its own file: nothing, when all is well. `PostgreSQL` keeps
    /// its constraints by itself and is asked nothing.
    pub async fn integrity(&self) -> Result<Vec<String>> {
        if !self.is_sqlite() {
            return Ok(Vec::new());
        }
        let mut read = self.read().await?;
        let found: Vec<Name> = read
            .all("SELECT integrity_check AS name FROM pragma_integrity_check()", params![])
            .await?;
        let mut wrong: Vec<String> =
            found.into_iter().map(|it| it.name).filter(|it| it != "ok").collect();
        let orphans: Vec<Orphans> = read
            .all(
                "SELECT \"table\" AS child, parent, COUNT(*) AS n
                 FROM pragma_foreign_key_check() GROUP BY 1, 2",
                vec![],
            )
            .await?;
        wrong.extend(
            orphans
                .into_iter()
                .map(|it| format!("{}: {} rows point to nothing in {}", it.child, it.n, it.parent)),
        );
        Ok(wrong)
    }
}
