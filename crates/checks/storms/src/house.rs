//! One house in the storm: a program on a folder, and a second look at its facts beneath it.

use crate::program::Program;
use anyhow::Result;
use base::{Actor, Timestamp};
use db::{Db, Event};
use std::future::Future;
use std::sync::atomic::{AtomicI64, Ordering};
use tokio::runtime::Runtime;
use web::{Keys, Ticket};

/// A house: the program, and how to look beneath it.
pub struct House {
    /// The program.
    pub program: Program,
    /// What it signs with: the harness makes tickets as its pages would.
    pub keys: Keys,
    /// How far the clock of the program is from the machine's, in seconds.
    pub shift_s: AtomicI64,
    runtime: Runtime,
}

/// A crowd of visitors comes from one address here, as it never does outside: nobody is limited
/// by where they come from.
const LIMITS: &str = "[limits]\nread_per_minute = 100000000\nsearch_per_minute = 100000000\n\
                      write_per_minute = 100000000\nsign_in_per_quarter_hour = 100000000\n";

/// What a deed needs was put in the database.
#[derive(serde::Serialize)]
struct Prepared {}

impl Event for Prepared {
    const KIND: &'static str = "storms.prepared";
}

impl House {
    /// A house with its tables, and nothing in them.
    pub fn build(program: Program) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        std::fs::create_dir_all(&program.folder)?;
        std::fs::write(program.folder.join("maillage.toml"), LIMITS)?;
        let address = program.database_address();
        let keys = runtime.block_on(async {
            let db = Db::open(&address).await?;
            db.migrate(now(), &portal::migrations()).await?;
            let keys = people::keys::keys(&db, now()).await?;
            db.close().await;
            anyhow::Ok(keys)
        })?;
        Ok(Self { program, keys, shift_s: AtomicI64::new(0), runtime })
    }

    /// Looks beneath, with a database opened for that and closed after.
    pub fn beneath<T, F>(&self, look: impl FnOnce(Db) -> F) -> Result<T>
    where
        F: Future<Output = Result<T>>,
    {
        let address = self.program.database_address();
        self.runtime.block_on(async {
            let db = Db::open(&address).await?;
            let seen = look(db.clone()).await;
            db.close().await;
            seen
        })
    }

    /// Writes beneath, in one act that leaves its trace.
    pub fn prepare<F>(&self, write: impl FnOnce(db::Act) -> F) -> Result<()>
    where
        F: Future<Output = Result<db::Act>>,
    {
        self.beneath(|db| async move {
            let act = db.act(now(), Actor::Operator, "storms").await?;
            let mut act = write(act).await?;
            let line: base::LineId = act.id();
            act.record(&line, &Prepared {}).await?;
            Ok(act.commit().await?)
        })
    }

    /// A ticket for the forms of that session (empty for a visitor), shown a while ago, as to
    /// someone who took the time to read.
    pub fn ticket(&self, session: &str) -> String {
        let at = now().as_second() + self.shift_s.load(Ordering::Relaxed) - 60;
        let shown = Timestamp::from_second(at).unwrap_or_default();
        Ticket::issue(&self.keys, shown, session)
    }
}

/// The present of the machine: the storms rage in it.
#[expect(clippy::disallowed_methods, reason = "the real program is tried in the real time")]
pub fn now() -> Timestamp {
    Timestamp::now()
}
