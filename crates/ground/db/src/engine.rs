//! The two engines and how transactions begin on each.
//!
//! `SQLite`: one connection writes (`BEGIN IMMEDIATE`, WAL, `synchronous=FULL`), four read.
//! `PostgreSQL`: a small pool; an act takes an advisory lock on what it changes, so that acts
//! on different things run side by side and none ever has to be retried.

use crate::read::{Read, Tx};
use crate::{Act, Chore, Error, Result, journal};
use base::{Actor, Timestamp};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{
    ConnectOptions as _, Connection as _, Pool, Postgres, Sqlite, SqliteConnection, Transaction,
};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;

/// Cap of the advisory key that the sealer of the journal holds; acts use hashes of their keys.
const SEALER_KEY: i64 = 0x6d61_696c_6c61_6765;

/// Connections to `PostgreSQL`, for one process.
const CONNECTIONS_MAX: u32 = 8;

/// The database, whichever engine holds it. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    engine: Engine,
    committed: Arc<Notify>,
}

#[derive(Clone)]
enum Engine {
    Sqlite { reader: Pool<Sqlite>, writer: Pool<Sqlite> },
    Postgres(Pool<Postgres>),
}

impl Db {
    /// Opens `sqlite:PATH` (created if it is not there) or `postgres://…`.
    pub async fn open(address: &str) -> Result<Self> {
        let engine = if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            // Statements carry what people wrote: they are never logged.
            let options = address.parse::<PgConnectOptions>()?.disable_statement_logging();
            Engine::Postgres(
                PgPoolOptions::new()
                    .max_connections(CONNECTIONS_MAX)
                    .test_before_acquire(false)
                    .acquire_timeout(Duration::from_secs(10))
                    .connect_with(options)
                    .await?,
            )
        } else if address.starts_with("sqlite:") {
            sqlite(address).await?
        } else {
            return Err(Error::UnknownAddress(address.split('@').next_back().unwrap_or("").into()));
        };
        Ok(Self { engine, committed: Arc::new(Notify::new()) })
    }

    /// Starts looking. What is seen does not move while one looks.
    pub async fn read(&self) -> Result<Read> {
        Ok(Read(match &self.engine {
            Engine::Sqlite { reader, .. } => Tx::Sqlite(reader.begin().await?),
            Engine::Postgres(pool) => {
                Tx::Postgres(begin(pool, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?)
            }
        }))
    }

    /// Starts an act on what `key` names (a source, a place, the whole directory).
    ///
    /// Two acts with the same key follow one another. `SQLite` has one writer, so there all do.
    pub async fn act(&self, now: Timestamp, actor: Actor, key: &str) -> Result<Act> {
        let read = self.begin_writing(key).await?;
        Ok(Act::new(read, self.clone(), now, actor))
    }

    /// Starts a chore: bookkeeping that is nobody's act.
    pub async fn chore(&self, now: Timestamp, key: &str) -> Result<Chore> {
        Ok(Chore::new(self.begin_writing(key).await?, now))
    }

    async fn begin_writing(&self, key: &str) -> Result<Read> {
        Ok(Read(match &self.engine {
            Engine::Sqlite { writer, .. } => {
                Tx::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?)
            }
            Engine::Postgres(pool) => {
                let mut tx = begin(pool, "BEGIN").await?;
                sqlx::query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))")
                    .bind(key)
                    .execute(&mut *tx)
                    .await?;
                Tx::Postgres(tx)
            }
        }))
    }

    /// Gives every waiting line of the journal its position and its hash.
    ///
    /// On `SQLite` acts seal their own lines and nothing waits. On `PostgreSQL` one sealer
    /// works at a time, whichever process it is in.
    pub async fn seal(&self) -> Result<()> {
        let Engine::Postgres(pool) = &self.engine else { return Ok(()) };
        let mut tx = begin(pool, "BEGIN").await?;
        sqlx::query("SELECT pg_advisory_xact_lock($1)").bind(SEALER_KEY).execute(&mut *tx).await?;
        let mut read = Read(Tx::Postgres(tx));
        journal::seal_waiting(&mut read).await?;
        read.commit().await
    }

    /// Waits until an act commits in this process, or until `patience` is over: followers of
    /// the journal then look whether other processes have added lines.
    pub async fn wait_for_news(&self, patience: Duration) {
        let _ = tokio::time::timeout(patience, self.committed.notified()).await;
    }

    pub(crate) fn tell_followers(&self) {
        self.committed.notify_one();
    }

    /// A connection of its own on the one-file engine, for what no transaction may surround.
    pub(crate) async fn connection_aside(&self) -> Result<Option<SqliteConnection>> {
        let Engine::Sqlite { writer, .. } = &self.engine else { return Ok(None) };
        Ok(Some(writer.connect_options().as_ref().clone().connect().await?))
    }

    /// Folds the write-ahead log into the file and empties it, so that what was erased is not
    /// left there. Answers false when someone who looks stands in the way: to be done again.
    pub async fn fold(&self) -> Result<bool> {
        let Some(mut connection) = self.connection_aside().await? else { return Ok(true) };
        let (busy, _, _): (i64, i64, i64) =
            sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut connection).await?;
        Ok(busy == 0)
    }

    /// Whether the one-file engine is in use.
    pub fn is_sqlite(&self) -> bool {
        matches!(self.engine, Engine::Sqlite { .. })
    }

    /// Closes every connection; on `SQLite` this folds the write-ahead log into the file.
    pub async fn close(&self) {
        match &self.engine {
            Engine::Sqlite { reader, writer } => {
                reader.close().await;
                writer.close().await;
            }
            Engine::Postgres(pool) => pool.close().await,
        }
    }
}

/// Begins on a connection that is alive. When the server was restarted, every connection kept from
/// before is dead and is only found out by using it: each is tried once, then a fresh one is made.
async fn begin(pool: &Pool<Postgres>, how: &'static str) -> Result<Transaction<'static, Postgres>> {
    let mut tries = 0;
    loop {
        match pool.begin_with(how).await.map_err(Error::from) {
            Err(error) if error.is_broken_connection() && tries < CONNECTIONS_MAX => tries += 1,
            other => return other,
        }
    }
}

async fn sqlite(address: &str) -> Result<Engine> {
    let options = address
        .parse::<SqliteConnectOptions>()?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(synchronous())
        .busy_timeout(Duration::from_secs(10))
        .foreign_keys(true)
        // What is erased is overwritten: a copy of the file does not give it back.
        .pragma("secure_delete", "ON")
        .pragma("mmap_size", "268435456")
        .pragma("cache_size", "-16000")
        .disable_statement_logging();
    let writer = SqlitePoolOptions::new()
        .max_connections(1)
        .acquire_timeout(Duration::from_secs(30))
        .after_release(|connection, _| Box::pin(is_out_of_transaction(connection)))
        .connect_with(options.clone())
        .await?;
    let reader = SqlitePoolOptions::new()
        .max_connections(4)
        .connect_with(options.pragma("query_only", "ON"))
        .await?;
    Ok(Engine::Sqlite { reader, writer })
}

/// Whether the one connection that writes can serve again. When the disk is full or fails, the
/// engine undoes the transaction by itself; the library, which does not know, would refuse every
/// act from then on. Such a connection is closed, and the next act opens another.
async fn is_out_of_transaction(connection: &mut SqliteConnection) -> sqlx::Result<bool> {
    // Whatever was still to be undone is undone before it answers.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

/// What is acknowledged is on the disk. A program built for tests can be told to be careless, to
/// prove that the test of power cuts sees it (`crates/checks/storms`); a release cannot.
fn synchronous() -> SqliteSynchronous {
    let is_careless = cfg!(debug_assertions)
        && std::env::var("MAILLAGE_TEST_SYNCHRONOUS").is_ok_and(|it| it == "NORMAL");
    if is_careless { SqliteSynchronous::Normal } else { SqliteSynchronous::Full }
}
