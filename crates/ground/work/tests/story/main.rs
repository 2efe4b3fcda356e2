//! Stories of jobs and of mail, told on each engine that this machine has.
//!
//! `PostgreSQL` is used when `MAILLAGE_TEST_POSTGRES` holds its address, a real mail server when
//! Debian's `python3-aiosmtpd` is there. What is skipped says so.

#![expect(clippy::unwrap_used, reason = "a story that breaks off fails")]

mod desk;
mod mail;
mod queue;
mod returns;
mod server;
mod smtp;

use base::Timestamp;
use db::Db;
use std::sync::atomic::{AtomicU32, Ordering};

fn noon() -> Timestamp {
    "2026-11-24T12:00:00Z".parse().unwrap()
}

/// A database of one's own on each engine. The folder lives as long as the story.
async fn on_each_engine(story: &str) -> Vec<(Db, tempfile::TempDir)> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let folder = tempfile::tempdir().unwrap();
    let mut addresses = vec![format!("sqlite:{}", folder.path().join("t.db").display())];
    match std::env::var("MAILLAGE_TEST_POSTGRES") {
        Ok(address) => {
            let n = COUNT.fetch_add(1, Ordering::Relaxed);
            let name = format!("work_{story}_{}_{n}", std::process::id());
            addresses.push(db::scratch::schema(&address, &name).await.unwrap());
        }
        Err(_) => eprintln!("PostgreSQL skipped: MAILLAGE_TEST_POSTGRES is not set"),
    }
    let mut folders = vec![folder, tempfile::tempdir().unwrap()].into_iter();
    let mut all = Vec::new();
    for address in addresses {
        let db = Db::open(&address).await.unwrap();
        db.migrate(noon(), work::MIGRATIONS).await.unwrap();
        all.push((db, folders.next().unwrap()));
    }
    all
}
