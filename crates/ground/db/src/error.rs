//! What can go wrong underneath; nothing above `db` looks inside the engine's own error.

/// A failure of the storage. It is never the visitor's fault.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The engine refused, broke or could not be reached.
    #[error("the database answered: {0}")]
    Engine(#[from] sqlx::Error),
    /// A value could not be written as JSON.
    #[error("a value could not be encoded: {0}")]
    Encode(#[source] serde_json::Error),
    /// A stored value is not what this version of the program expects.
    #[error("a stored value could not be read: {0}")]
    Decode(String),
    /// An act came to its commit without having left a line in the journal.
    #[error("an act left no line in the journal, so it was not committed")]
    SilentAct,
    /// A migration already applied differs from the one in this program.
    #[error("migration {slice}/{number} was changed after it had been applied")]
    MigrationChanged {
        /// The slice that owns the migration.
        slice: String,
        /// Its number in that slice.
        number: i64,
    },
    /// The address of the database is of no known kind.
    #[error("not a database address: {0} (expected sqlite:PATH or postgres://…)")]
    UnknownAddress(String),
    /// What was asked is only for the other engine.
    #[error("the other database engine does that")]
    OtherEngine,
}

/// Primary codes of `SQLite`: busy, locked, read-only, input or output, full, cannot open.
const SQLITE_AWAY: [i32; 6] = [5, 6, 8, 10, 13, 14];
const SQLITE_FULL: i32 = 13;
/// The shared memory beside the file could not grow.
const SQLITE_NO_ROOM_FOR_SHARED_MEMORY: i32 = 4_874;

impl Error {
    /// Whether there is no room left to write.
    pub fn is_full(&self) -> bool {
        let Self::Engine(error) = self else { return false };
        match error {
            sqlx::Error::Io(error) => error.kind() == std::io::ErrorKind::StorageFull,
            sqlx::Error::Database(told) => match sqlite_code(told.as_ref()) {
                Some(code) => {
                    code & 0xff == SQLITE_FULL || code == SQLITE_NO_ROOM_FOR_SHARED_MEMORY
                }
                None => told.code().is_some_and(|it| it == "53100"),
            },
            _ => false,
        }
    }

    /// Whether a connection that was there is no more: another may well be made.
    pub(crate) fn is_broken_connection(&self) -> bool {
        match self {
            Self::Engine(sqlx::Error::Io(_)) => true,
            Self::Engine(sqlx::Error::Database(told)) => {
                told.code().is_some_and(|it| it.starts_with("57P"))
            }
            _ => false,
        }
    }

    /// Whether the storage cannot answer for the moment: full, busy, restarting, out of reach.
    /// The same question asked again later may well be answered.
    pub fn is_unavailable(&self) -> bool {
        let Self::Engine(error) = self else { return false };
        match error {
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed => true,
            sqlx::Error::Database(told) => match sqlite_code(told.as_ref()) {
                Some(code) => SQLITE_AWAY.contains(&(code & 0xff)),
                // Connection lost, resources lacking, shutting down or starting, read-only.
                None => told.code().is_some_and(|it| {
                    ["08", "53", "57P"].iter().any(|class| it.starts_with(class)) || it == "25006"
                }),
            },
            _ => false,
        }
    }
}

/// The extended code of `SQLite`; nothing for the other engine, whose codes have five letters.
fn sqlite_code(told: &(dyn sqlx::error::DatabaseError + 'static)) -> Option<i32> {
    told.try_downcast_ref::<sqlx::sqlite::SqliteError>()?;
    told.code()?.parse().ok()
}
