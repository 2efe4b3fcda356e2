//! The outbox without a mail server: posted with the act, kept, forgotten.

use crate::{noon, on_each_engine};
use base::{Actor, Id, MailId, PersonId, Timestamp, Ulid, time};
use db::{Act, Db, Event};
use std::sync::Arc;
use work::Worker;
use work::mail::{self, Address, Body, Letter, Link, MailHouse, MailSettings, State};

#[derive(serde::Serialize)]
struct Asked;

impl Event for Asked {
    const KIND: &'static str = "people.asked";
}

pub(crate) fn to(text: &str) -> Address {
    text.parse().unwrap()
}

pub(crate) fn body() -> Body {
    Body {
        greeting: "Bonjour Zoé,".into(),
        paragraphs: vec!["Voici de quoi vous connecter.".into()],
        code: None,
        action: None,
        small_print: "Vous n'avez rien demandé ? Ne faites rien.".into(),
    }
}

pub(crate) fn plain(address: &str) -> Letter {
    Letter::new(to(address), "people.news", "fr", "Des nouvelles de l'été", body()).unwrap()
}

pub(crate) fn sign_in(address: &str) -> Letter {
    let body = Body {
        code: Some("428 913".into()),
        action: Some(Link::new("Me connecter", "https://exemple.fr/entrer?a=1&b=2")),
        ..body()
    };
    Letter::new(to(address), "people.sign_in", "fr", "Se connecter", body).unwrap().urgent()
}

pub(crate) async fn act(db: &Db, now: Timestamp) -> Act {
    let mut act = db.act(now, Actor::Operator, "people").await.unwrap();
    act.record(&PersonId::from_ulid(Ulid::nil()), &Asked).await.unwrap();
    act
}

pub(crate) async fn post(db: &Db, now: Timestamp, letter: &Letter) -> MailId {
    let mut act = act(db, now).await;
    let id = mail::post(&mut act, letter).await.unwrap().unwrap();
    act.commit().await.unwrap();
    id
}

/// Does every job due at `now`.
pub(crate) async fn work_at(db: &Db, house: &Arc<MailHouse>, now: Timestamp) {
    let worker =
        mail::teach(Worker::new(db.clone()), db.clone(), house.clone(), Arc::new(move || now));
    while worker.step(now).await.unwrap() {}
}

pub(crate) async fn view(db: &Db, id: MailId) -> mail::MailView {
    mail::one(&mut db.read().await.unwrap(), id).await.unwrap().unwrap()
}

pub(crate) async fn state(db: &Db, id: MailId) -> State {
    view(db, id).await.line.state
}

pub(crate) fn outbox() -> Arc<MailHouse> {
    house(&MailSettings::default())
}

pub(crate) fn house(settings: &MailSettings) -> Arc<MailHouse> {
    Arc::new(MailHouse::open(settings, "Maillage", "https://exemple.fr", None).unwrap())
}

#[tokio::test]
async fn by_default_a_letter_is_kept_and_read_on_screen() {
    for (db, _folder) in on_each_engine("kept").await {
        let id = post(&db, noon(), &sign_in("zoe@exemple.fr")).await;
        assert_eq!(state(&db, id).await, State::Waiting);
        let before = view(&db, id).await;
        assert!(before.is_hidden, "it could still leave");
        assert_eq!(before.body.unwrap().code.as_deref(), Some("••••••"));
        work_at(&db, &outbox(), noon()).await;
        let view = view(&db, id).await;
        assert_eq!((view.line.state, view.line.ended_at), (State::Kept, Some(noon())));
        assert_eq!(view.body.unwrap().code.as_deref(), Some("428 913"));
        let counts = mail::counts(&mut db.read().await.unwrap()).await.unwrap();
        assert!(counts.contains(&(State::Kept, 1)) && counts.contains(&(State::Waiting, 0)));
        assert_eq!(work::waiting(&mut db.read().await.unwrap()).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn a_letter_of_an_act_that_did_not_commit_was_never_posted() {
    for (db, _folder) in on_each_engine("rollback").await {
        let mut act = act(&db, noon()).await;
        mail::post(&mut act, &plain("zoe@exemple.fr")).await.unwrap().unwrap();
        drop(act);
        assert!(recent(&db, None, None, 9).await.is_empty());
        assert_eq!(work::waiting(&mut db.read().await.unwrap()).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn a_letter_with_a_key_is_posted_once() {
    for (db, _folder) in on_each_engine("once").await {
        let letter = plain("zoe@exemple.fr").once("news/2026-11/zoe");
        post(&db, noon(), &letter).await;
        let mut act = act(&db, noon()).await;
        assert_eq!(mail::post(&mut act, &letter).await.unwrap(), None);
        assert!(mail::post(&mut act, &plain("zoe@exemple.fr")).await.unwrap().is_some());
        act.commit().await.unwrap();
        assert_eq!(recent(&db, None, None, 9).await.len(), 2);
    }
}

#[tokio::test]
async fn in_a_folder_each_letter_is_a_file() {
    for (db, folder) in on_each_engine("file").await {
        let settings = MailSettings {
            mode: mail::settings::Mode::File,
            folder: folder.path().join("letters"),
            ..MailSettings::default()
        };
        let id = post(&db, noon(), &plain("zoe@exemple.fr")).await;
        work_at(&db, &house(&settings), noon()).await;
        assert_eq!(state(&db, id).await, State::Kept);
        let text = std::fs::read_to_string(settings.folder.join(format!("{id}.eml"))).unwrap();
        assert!(text.contains("To: zoe@exemple.fr\r\n") && text.contains("multipart/alternative"));
    }
}

#[tokio::test]
async fn letters_are_listed_page_by_page_from_the_latest() {
    for (db, _folder) in on_each_engine("list").await {
        let mut ids = Vec::new();
        for n in 0..5 {
            ids.push(post(&db, noon(), &plain(&format!("a{n}@exemple.fr"))).await);
        }
        ids.sort_unstable();
        ids.reverse();
        let first: Vec<MailId> = recent(&db, None, None, 2).await;
        let second = recent(&db, None, Some(first[1]), 9).await;
        assert_eq!([first, second].concat(), ids);
        assert!(recent(&db, Some(State::Sent), None, 9).await.is_empty());
    }
}

#[tokio::test]
async fn a_letter_that_waits_can_be_given_up_and_tried_again() {
    for (db, _folder) in on_each_engine("give_up").await {
        let id = post(&db, noon(), &plain("zoe@exemple.fr")).await;
        let mut it = db.act(noon(), Actor::Operator, "mail").await.unwrap();
        assert!(!mail::try_again(&mut it, id).await.unwrap(), "it waits already");
        assert!(mail::give_up(&mut it, id).await.unwrap());
        assert!(!mail::give_up(&mut it, id).await.unwrap());
        it.commit().await.unwrap();
        work_at(&db, &outbox(), noon()).await;
        assert_eq!(state(&db, id).await, State::GivenUp);
        let mut it = db.act(noon(), Actor::Operator, "mail").await.unwrap();
        assert!(mail::try_again(&mut it, id).await.unwrap());
        it.commit().await.unwrap();
        work_at(&db, &outbox(), noon()).await;
        assert_eq!(state(&db, id).await, State::Kept);
    }
}

#[tokio::test]
async fn what_letters_said_is_forgotten_when_it_is_due() {
    for (db, _folder) in on_each_engine("sweep").await {
        let letter = sign_in("zoe@exemple.fr").once("one");
        let id = post(&db, noon(), &letter).await;
        work_at(&db, &outbox(), noon()).await;
        let at = |days| time::days_after(noon(), days);
        assert_eq!(mail::sweep(&db, at(29)).await.unwrap(), mail::Swept::default());
        assert_eq!(mail::sweep(&db, at(30)).await.unwrap().blanked, 1);
        assert_eq!(mail::sweep(&db, at(30)).await.unwrap().blanked, 0, "twice does no more");
        let view = view(&db, id).await;
        assert!(view.body.is_none() && view.line.to.is_empty() && view.line.subject.is_empty());
        let mut it = act(&db, at(31)).await;
        assert_eq!(mail::post(&mut it, &letter).await.unwrap(), None, "its key is remembered");
        drop(it);
        assert_eq!(mail::sweep(&db, at(366)).await.unwrap().deleted, 1);
        assert!(recent(&db, None, None, 9).await.is_empty());
    }
}

#[tokio::test]
async fn a_letter_that_no_job_will_carry_is_set_aside_for_a_person() {
    for (db, _folder) in on_each_engine("stranded").await {
        let id = post(&db, noon(), &plain("zoe@exemple.fr")).await;
        assert_eq!(mail::sweep(&db, noon()).await.unwrap().stranded, 0, "its job waits");
        let job = work::jobs(&mut db.read().await.unwrap(), None, None, 9).await.unwrap().remove(0);
        let mut it = db.act(noon(), Actor::Operator, "jobs").await.unwrap();
        assert!(work::abandon(&mut it, job.id).await.unwrap());
        it.commit().await.unwrap();
        assert_eq!(mail::sweep(&db, noon()).await.unwrap().stranded, 1);
        assert_eq!(state(&db, id).await, State::Failed);
    }
}

#[tokio::test]
async fn an_account_that_is_erased_leaves_no_trace_of_its_address() {
    for (db, _folder) in on_each_engine("erase").await {
        post(&db, noon(), &plain("Zoe@exemple.fr")).await;
        let other = post(&db, noon(), &plain("lou@exemple.fr")).await;
        let mut it = act(&db, noon()).await;
        mail::erase(&mut it, &to("zoe@exemple.fr")).await.unwrap();
        it.commit().await.unwrap();
        assert_eq!(recent(&db, None, None, 9).await, [other]);
        work_at(&db, &outbox(), noon()).await;
        assert_eq!(work::waiting(&mut db.read().await.unwrap()).await.unwrap(), 0);
    }
}

async fn recent(db: &Db, state: Option<State>, before: Option<MailId>, limit: u32) -> Vec<MailId> {
    let lines = mail::recent(&mut db.read().await.unwrap(), state, before, limit).await.unwrap();
    lines.into_iter().map(|it| it.id).collect()
}
