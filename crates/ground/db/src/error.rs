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
}
