//! What the administration sees of the queue, and decides.

use crate::{noon, on_each_engine};
use base::{Actor, Id, JobId, PersonId, Ulid, time};
use db::{Db, Event};
use std::sync::{Arc, Mutex};
use work::{Job, JobState, Progress, Worker};

#[derive(serde::Serialize, serde::Deserialize)]
struct Sweep {
    room: String,
}

impl Job for Sweep {
    const KIND: &'static str = "house.sweep";
}

#[derive(serde::Serialize, serde::Deserialize)]
struct Cook {}

impl Job for Cook {
    const KIND: &'static str = "house.cook";
}

#[derive(serde::Serialize)]
struct Asked;

impl Event for Asked {
    const KIND: &'static str = "house.asked";
}

fn sweep(room: &str) -> Sweep {
    Sweep { room: room.into() }
}

async fn act(db: &Db) -> db::Act {
    let mut act = db.act(noon(), Actor::Operator, "house").await.unwrap();
    act.record(&PersonId::from_ulid(Ulid::nil()), &Asked).await.unwrap();
    act
}

/// A worker that notes what it does, in order; what is asked of `broken` fails.
fn worker(db: &Db) -> (Worker, Arc<Mutex<Vec<String>>>) {
    let done = Arc::new(Mutex::new(Vec::new()));
    let note = done.clone();
    let handler = move |body: String| -> std::pin::Pin<Box<dyn Future<Output = _> + Send>> {
        note.lock().unwrap().push(body.clone());
        let is_broken = body.contains("broken");
        Box::pin(async move { if is_broken { Err("the broom broke".to_owned()) } else { Ok(()) } })
    };
    let cook = handler.clone();
    let worker = Worker::new(db.clone())
        .with(Sweep::KIND, Box::new(handler))
        .with(Cook::KIND, Box::new(cook));
    (worker, done)
}

#[tokio::test]
async fn what_somebody_waits_for_passes_first_and_what_is_for_later_waits() {
    for (db, _folder) in on_each_engine("order").await {
        let mut act = act(&db).await;
        work::queue(&mut act, &sweep("hall")).await.unwrap();
        work::queue_at(&mut act, &sweep("attic"), time::days_after(noon(), 1)).await.unwrap();
        work::queue_urgent(&mut act, &sweep("kitchen")).await.unwrap();
        act.commit().await.unwrap();
        let (worker, done) = worker(&db);
        while worker.step(noon()).await.unwrap() {}
        assert_eq!(*done.lock().unwrap(), [r#"{"room":"kitchen"}"#, r#"{"room":"hall"}"#]);
        assert!(worker.step(time::days_after(noon(), 1)).await.unwrap());
        assert_eq!(done.lock().unwrap().len(), 3);
    }
}

#[tokio::test]
async fn a_job_for_later_that_is_asked_for_now_is_done_now_and_once() {
    for (db, _folder) in on_each_engine("hasten").await {
        let mut act = act(&db).await;
        work::queue_at(&mut act, &sweep("hall"), time::days_after(noon(), 9)).await.unwrap();
        work::queue(&mut act, &sweep("hall")).await.unwrap();
        act.commit().await.unwrap();
        let (worker, done) = worker(&db);
        while worker.step(noon()).await.unwrap() {}
        assert_eq!(done.lock().unwrap().len(), 1);
        assert_eq!(work::waiting(&mut db.read().await.unwrap()).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn a_loop_of_its_own_does_one_kind_and_leaves_the_others() {
    for (db, _folder) in on_each_engine("lane").await {
        let mut act = act(&db).await;
        work::queue(&mut act, &sweep("hall")).await.unwrap();
        work::queue(&mut act, &Cook {}).await.unwrap();
        act.commit().await.unwrap();
        let (worker, done) = worker(&db);
        assert!(worker.step_of(noon(), Cook::KIND).await.unwrap());
        assert!(!worker.step_of(noon(), Cook::KIND).await.unwrap());
        assert_eq!(*done.lock().unwrap(), ["{}"]);
        assert!(!worker.step_but(noon(), Sweep::KIND).await.unwrap());
        assert!(worker.step_but(noon(), Cook::KIND).await.unwrap());
        assert_eq!(done.lock().unwrap().len(), 2);
    }
}

#[tokio::test]
async fn a_failed_job_is_seen_then_tried_again_or_given_up() {
    for (db, _folder) in on_each_engine("failed").await {
        let mut act = act(&db).await;
        work::queue(&mut act, &sweep("broken hall")).await.unwrap();
        work::queue(&mut act, &sweep("broken attic")).await.unwrap();
        act.commit().await.unwrap();
        let (worker, done) = worker(&db);
        for day in 0..20 {
            while worker.step(time::days_after(noon(), day)).await.unwrap() {}
        }
        assert_eq!(done.lock().unwrap().len(), 16);
        let failed = listed(&db, Some(JobState::Failed), None).await;
        assert_eq!(failed.len(), 2);
        assert_eq!(failed[0].last_error.as_deref(), Some("the broom broke"));
        assert_eq!(failed[0].attempts, 8);
        let next = listed(&db, None, Some(failed[0].id)).await;
        assert_eq!(next.len(), 1, "a list goes on from an id");

        let mut act = db.act(noon(), Actor::Operator, "jobs").await.unwrap();
        assert!(work::retry(&mut act, failed[0].id).await.unwrap());
        assert!(!work::retry(&mut act, failed[0].id).await.unwrap(), "it waits already");
        assert!(work::abandon(&mut act, failed[1].id).await.unwrap());
        let unknown = JobId::from_ulid(Ulid::nil());
        assert!(!work::abandon(&mut act, unknown).await.unwrap());
        act.commit().await.unwrap();
        let left = listed(&db, None, None).await;
        assert_eq!(left.len(), 1);
        assert_eq!((left[0].state, left[0].attempts), (JobState::Waiting, 0));
    }
}

#[tokio::test]
async fn a_long_job_tells_how_far_it_is_and_is_not_taken_by_another() {
    for (db, _folder) in on_each_engine("progress").await {
        let mut act = act(&db).await;
        work::queue(&mut act, &Cook {}).await.unwrap();
        act.commit().await.unwrap();
        let seen = Arc::new(Mutex::new(None));
        let (look, inside) = (db.clone(), seen.clone());
        let handler: work::LongHandler = Box::new(move |_body, progress: Progress| {
            let (db, seen) = (look.clone(), inside.clone());
            Box::pin(async move {
                let later = noon().saturating_add(time::SignedDuration::from_mins(9)).unwrap();
                progress.tell(later, "12 dishes of 40").await.unwrap();
                let line = listed(&db, Some(JobState::Taken), None).await.remove(0);
                let later = later.saturating_add(time::SignedDuration::from_mins(9)).unwrap();
                let other = Worker::new(db.clone());
                assert!(!other.step(later).await.unwrap(), "its lease was prolonged");
                *seen.lock().unwrap() = line.progress;
                Ok(())
            })
        });
        let worker = Worker::new(db.clone()).with_progress(Cook::KIND, handler);
        assert!(worker.step(noon()).await.unwrap());
        assert_eq!(seen.lock().unwrap().as_deref(), Some("12 dishes of 40"));
    }
}

async fn listed(db: &Db, state: Option<JobState>, before: Option<JobId>) -> Vec<work::JobLine> {
    work::jobs(&mut db.read().await.unwrap(), state, before, 50).await.unwrap()
}
