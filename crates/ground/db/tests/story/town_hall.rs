//! A database of one table to try things in, on each engine that is there.

use base::{Actor, Id, PersonId, Timestamp, Ulid};
use db::{Act, Db, Event, Migration, params};
use std::sync::atomic::{AtomicU32, Ordering};

/// Notes pinned to a board.
pub(crate) const BOARD: Migration = Migration {
    slice: "board",
    number: 1,
    sql: "CREATE TABLE note (id TEXT PRIMARY KEY, words TEXT NOT NULL, size BIGINT NOT NULL,
          weight DOUBLE, seen BOOLEAN NOT NULL)",
};

#[derive(serde::Serialize)]
pub(crate) struct Pinned {
    pub(crate) words: String,
}

impl Event for Pinned {
    const KIND: &'static str = "board.pinned";
}

pub(crate) fn noon() -> Timestamp {
    "2026-11-24T12:00:00Z".parse().unwrap()
}

pub(crate) fn someone() -> PersonId {
    PersonId::from_ulid(Ulid::from_parts(1, 1))
}

/// Every engine this machine has: `SQLite` always, `PostgreSQL` when its address is given.
pub(crate) async fn engines(test: &str) -> Vec<(Db, String, tempfile::TempDir)> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let folder = tempfile::tempdir().unwrap();
    let file = format!("sqlite:{}", folder.path().join("t.db").display());
    let mut addresses = vec![(file, folder)];
    match std::env::var("MAILLAGE_TEST_POSTGRES") {
        Ok(address) => {
            let n = COUNT.fetch_add(1, Ordering::Relaxed);
            let name = format!("db_{test}_{}_{n}", std::process::id());
            let address = db::scratch::schema(&address, &name).await.unwrap();
            addresses.push((address, tempfile::tempdir().unwrap()));
        }
        Err(_) => eprintln!("PostgreSQL skipped: MAILLAGE_TEST_POSTGRES is not set"),
    }
    let mut engines = Vec::new();
    for (address, folder) in addresses {
        let db = Db::open(&address).await.unwrap();
        db.migrate(noon(), &[BOARD]).await.unwrap();
        engines.push((db, address, folder));
    }
    engines
}

pub(crate) async fn pin(db: &Db, words: &str) {
    let mut act = db.act(noon(), Actor::Person(someone()), "board").await.unwrap();
    write_note(&mut act, words).await;
    act.commit().await.unwrap();
}

pub(crate) async fn write_note(act: &mut Act, words: &str) {
    let id: PersonId = act.id();
    act.write(
        "INSERT INTO note (id, words, size, weight, seen) VALUES ($1, $2, $3, $4, $5)",
        params![&id, words, 1_i64, Some(0.5), false],
    )
    .await
    .unwrap();
    act.record(&id, &Pinned { words: words.into() }).await.unwrap();
}
