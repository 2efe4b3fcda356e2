//! A job is done once, even when the one who took it dies.

use crate::noon;
use base::{Actor, Id, PersonId, Ulid, time};
use db::{Db, Event};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use work::{Handler, Job, Worker};

#[derive(serde::Serialize, serde::Deserialize)]
struct Ring {
    times: u32,
}

impl Job for Ring {
    const KIND: &'static str = "bell.ring";
}

#[derive(serde::Serialize)]
struct Asked;

impl Event for Asked {
    const KIND: &'static str = "bell.asked";
}

async fn bell() -> (Db, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&format!("sqlite:{}", folder.path().join("t.db").display())).await.unwrap();
    db.migrate(noon(), work::MIGRATIONS).await.unwrap();
    (db, folder)
}

async fn ask(db: &Db, commit: bool) {
    let mut act = db.act(noon(), Actor::Operator, "bell").await.unwrap();
    work::queue(&mut act, &Ring { times: 2 }).await.unwrap();
    work::queue(&mut act, &Ring { times: 2 }).await.unwrap();
    act.record(&PersonId::from_ulid(Ulid::nil()), &Asked).await.unwrap();
    if commit {
        act.commit().await.unwrap();
    }
}

fn ringer(rung: &Arc<AtomicU32>, ok: bool) -> Handler {
    let rung = rung.clone();
    Box::new(move |_body| {
        let rung = rung.clone();
        Box::pin(async move {
            rung.fetch_add(1, Ordering::Relaxed);
            if ok { Ok(()) } else { Err("the rope broke".into()) }
        })
    })
}

#[tokio::test]
async fn a_job_asked_twice_is_done_once_and_the_queue_ends_empty() {
    let (db, _folder) = bell().await;
    ask(&db, true).await;
    let rung = Arc::new(AtomicU32::new(0));
    let worker = Worker::new(db.clone()).with(Ring::KIND, ringer(&rung, true));
    while worker.step(noon()).await.unwrap() {}
    assert_eq!(rung.load(Ordering::Relaxed), 1);
    assert_eq!(work::waiting(&mut db.read().await.unwrap()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_job_of_an_act_that_did_not_commit_was_never_queued() {
    let (db, _folder) = bell().await;
    ask(&db, false).await;
    assert_eq!(work::waiting(&mut db.read().await.unwrap()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_job_that_fails_waits_longer_each_time_and_is_then_set_aside() {
    let (db, _folder) = bell().await;
    ask(&db, true).await;
    let rung = Arc::new(AtomicU32::new(0));
    let worker = Worker::new(db.clone()).with(Ring::KIND, ringer(&rung, false));
    assert!(worker.step(noon()).await.unwrap());
    assert!(!worker.step(noon()).await.unwrap(), "not again at once");
    for day in 1..20 {
        worker.step(time::days_after(noon(), day)).await.unwrap();
    }
    assert_eq!(rung.load(Ordering::Relaxed), 8);
    assert_eq!(work::waiting(&mut db.read().await.unwrap()).await.unwrap(), 0);
}
