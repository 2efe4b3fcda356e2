//! Letters sent to a real mail server, which takes them, refuses them, or asks for patience.

use crate::mail::{body, house, post, sign_in, state, to, view, work_at};
use crate::server::{MailServer, Received};
use crate::{noon, on_each_engine};
use base::{Timestamp, time};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use work::Worker;
use work::mail::settings::Security;
use work::mail::{self, Letter, Link, MailSettings, State};

fn after(minutes: i64) -> Timestamp {
    noon().saturating_add(time::SignedDuration::from_mins(minutes)).unwrap()
}

/// The value of a header, put back on one line.
fn header(received: &Received, name: &str) -> String {
    let head = received.text.split_once("\r\n\r\n").unwrap().0.replace("\r\n ", " ");
    let mut lines = head.split("\r\n").filter_map(|line| line.split_once(": "));
    let value = lines.find(|(it, _)| *it == name).map(|(_, value)| value.to_owned());
    assert!(lines.all(|(it, _)| it != name), "{name} is there once");
    value.unwrap_or_default()
}

#[tokio::test]
async fn a_letter_arrives_with_its_headers_and_both_parts() {
    for (db, folder) in on_each_engine("arrives").await {
        let Some(server) = MailServer::start(folder.path(), &[]) else { return };
        let house = house(&server.settings());
        let out = Link::new("Ne plus recevoir", "https://exemple.fr/stop/abc");
        let letter = Letter::new(to("zoe@exemple.fr"), "people.news", "fr", "L'été", body());
        let letter = letter.unwrap().with_unsubscribe(out).unwrap();
        let id = post(&db, noon(), &letter).await;
        work_at(&db, &house, after(3)).await;
        let view = view(&db, id).await;
        assert_eq!((view.line.state, view.line.attempts), (State::Sent, 1));
        assert_eq!(view.line.ended_at, Some(after(3)));

        let received = server.received().remove(0);
        assert_eq!(received.about["to"], serde_json::json!(["zoe@exemple.fr"]));
        assert_eq!(received.about["hello"], "exemple.fr");
        let from = received.about["from"].as_str().unwrap();
        let token = from.strip_prefix("retours+").unwrap().strip_suffix("@exemple.fr").unwrap();
        assert_eq!(header(&received, "Message-ID"), format!("<{token}@exemple.fr>"));
        assert_eq!(header(&received, "Date"), "Tue, 24 Nov 2026 12:00:00 +0000");
        assert_eq!(header(&received, "From"), "Maillage <site@exemple.fr>");
        assert_eq!(header(&received, "Auto-Submitted"), "auto-generated");
        assert_eq!(header(&received, "List-Unsubscribe"), "<https://exemple.fr/stop/abc>");
        let one_click = header(&received, "List-Unsubscribe-Post");
        assert_eq!(one_click, "List-Unsubscribe=One-Click");
        assert!(header(&received, "Content-Type").starts_with("multipart/alternative"));
        let plain = received.text.find("Content-Type: text/plain; charset=utf-8").unwrap();
        let html = received.text.find("Content-Type: text/html; charset=utf-8").unwrap();
        assert!(plain < html, "the richest comes last");
        assert!(received.text.contains("Bonjour Zo=C3=A9,"));
    }
}

#[tokio::test]
async fn a_server_that_asks_for_patience_gets_the_same_letter_later() {
    for (db, folder) in on_each_engine("patience").await {
        let Some(server) = MailServer::start(folder.path(), &[]) else { return };
        let house = house(&server.settings());
        let id = post(&db, noon(), &sign_in("busy@exemple.fr")).await;
        work_at(&db, &house, noon()).await;
        let waiting = view(&db, id).await.line;
        assert_eq!((waiting.state, waiting.attempts), (State::Waiting, 1));
        assert_eq!(waiting.reason.as_deref(), Some("451 4.7.1 (address) come back later"));
        let job = work::jobs(&mut db.read().await.unwrap(), None, None, 9).await.unwrap().remove(0);
        assert_eq!(job.last_error.as_deref(), Some("the letter did not leave (451 4.7.1)"));
        work_at(&db, &house, noon()).await;
        assert_eq!(view(&db, id).await.line.attempts, 1, "not again at once");
        work_at(&db, &house, after(1)).await;
        work_at(&db, &house, after(3)).await;
        let sent = view(&db, id).await.line;
        assert_eq!((sent.state, sent.attempts), (State::Sent, 3));
        assert_eq!(server.received().len(), 1);
    }
}

#[tokio::test]
async fn a_letter_given_up_between_two_attempts_and_tried_again_leaves_at_once() {
    for (db, folder) in on_each_engine("again").await {
        let Some(server) = MailServer::start(folder.path(), &[]) else { return };
        let house = house(&server.settings());
        let id = post(&db, noon(), &crate::mail::plain("busy@exemple.fr")).await;
        work_at(&db, &house, noon()).await;
        work_at(&db, &house, after(1)).await;
        let mut act = db.act(after(1), base::Actor::Operator, "mail").await.unwrap();
        assert!(mail::give_up(&mut act, id).await.unwrap());
        act.commit().await.unwrap();
        assert_eq!(work::waiting(&mut db.read().await.unwrap()).await.unwrap(), 0);
        let mut act = db.act(after(1), base::Actor::Operator, "mail").await.unwrap();
        assert!(mail::try_again(&mut act, id).await.unwrap());
        act.commit().await.unwrap();
        work_at(&db, &house, after(1)).await;
        assert_eq!(state(&db, id).await, State::Sent);
    }
}

#[tokio::test]
async fn a_letter_nobody_waits_for_any_more_has_failed() {
    for (db, folder) in on_each_engine("failed").await {
        let Some(server) = MailServer::start(folder.path(), &[]) else { return };
        let house = house(&server.settings());
        let id = post(&db, noon(), &sign_in("never@exemple.fr")).await;
        for minutes in 0..130 {
            work_at(&db, &house, after(minutes)).await;
        }
        let line = view(&db, id).await.line;
        assert_eq!((line.state, line.attempts), (State::Failed, 8));
        assert_eq!(work::waiting(&mut db.read().await.unwrap()).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn an_address_that_does_not_exist_bounces_and_gets_no_more_letters() {
    for (db, folder) in on_each_engine("gone").await {
        let Some(server) = MailServer::start(folder.path(), &[]) else { return };
        let house = house(&server.settings());
        let letter = crate::mail::plain("gone@exemple.fr");
        let first = post(&db, noon(), &letter).await;
        work_at(&db, &house, noon()).await;
        let line = view(&db, first).await.line;
        assert_eq!(line.state, State::Bounced);
        assert_eq!(line.reason.as_deref(), Some("550 5.1.1 (address) no such user"));
        let gone = to("Gone@exemple.fr");
        let silence = mail::silence(&mut db.read().await.unwrap(), &gone).await.unwrap().unwrap();
        assert_eq!((silence.reason.as_str(), silence.since), ("550 5.1.1", noon()));

        let second = post(&db, noon(), &letter).await;
        work_at(&db, &house, noon()).await;
        let line = view(&db, second).await.line;
        assert_eq!((line.state, line.attempts), (State::Suppressed, 1));

        let mut act = db.act(noon(), base::Actor::Operator, "mail").await.unwrap();
        assert!(mail::forgive(&mut act, &gone).await.unwrap());
        assert!(!mail::forgive(&mut act, &gone).await.unwrap());
        assert!(mail::try_again(&mut act, second).await.unwrap());
        act.commit().await.unwrap();
        work_at(&db, &house, noon()).await;
        assert_eq!(state(&db, second).await, State::Bounced, "it was sent again");

        let lines = db.read().await.unwrap().lines_after(0, 100).await.unwrap();
        let kinds: Vec<&str> =
            lines.iter().map(|it| it.kind.as_str()).filter(|it| it.starts_with("work.")).collect();
        let expected =
            ["work.mail_bounced", "work.mail_forgiven", "work.mail_retried", "work.mail_bounced"];
        assert_eq!(kinds, expected);
        let tells = |text: &str| text.contains("gone") || text.contains('@');
        assert!(lines.iter().all(|it| !tells(&it.body)), "the journal names nobody");
    }
}

#[tokio::test]
async fn an_urgent_letter_goes_once_a_day_to_an_address_that_bounced() {
    for (db, folder) in on_each_engine("urgent").await {
        let Some(server) = MailServer::start(folder.path(), &[]) else { return };
        let house = house(&server.settings());
        let mut states = Vec::new();
        for hours in [0, 1, 2, 26] {
            let now = after(60 * hours);
            let id = post(&db, now, &sign_in("dead@exemple.fr")).await;
            work_at(&db, &house, now).await;
            states.push(state(&db, id).await);
        }
        let expected = [State::Bounced, State::Bounced, State::Suppressed, State::Bounced];
        assert_eq!(states, expected);
    }
}

#[tokio::test]
async fn a_full_box_or_a_letter_that_displeases_does_not_silence_an_address() {
    for (db, folder) in on_each_engine("full").await {
        let Some(server) = MailServer::start(folder.path(), &[]) else { return };
        let house = house(&server.settings());
        for address in ["full@exemple.fr", "spam@exemple.fr"] {
            let id = post(&db, noon(), &crate::mail::plain(address)).await;
            work_at(&db, &house, noon()).await;
            assert_eq!(state(&db, id).await, State::Bounced);
            let silence = mail::silence(&mut db.read().await.unwrap(), &to(address)).await.unwrap();
            assert!(silence.is_none(), "{address}");
        }
    }
}

#[tokio::test]
async fn a_code_is_forgotten_an_hour_after_it_left() {
    for (db, folder) in on_each_engine("secret").await {
        let Some(server) = MailServer::start(folder.path(), &[]) else { return };
        let house = house(&server.settings());
        let secret = post(&db, noon(), &sign_in("zoe@exemple.fr")).await;
        let plain = post(&db, noon(), &crate::mail::plain("zoe@exemple.fr")).await;
        work_at(&db, &house, noon()).await;
        let read = view(&db, secret).await;
        assert!(read.is_hidden);
        assert_eq!(read.body.unwrap().action.unwrap().url, "••••••");
        assert_eq!(mail::sweep(&db, after(59)).await.unwrap().blanked, 0);
        assert_eq!(mail::sweep(&db, after(60)).await.unwrap().blanked, 1);
        assert!(view(&db, secret).await.body.is_none());
        assert!(view(&db, plain).await.body.is_some());
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_is_waited_for() {
    for (db, folder) in on_each_engine("absent").await {
        let Some(server) = MailServer::start(folder.path(), &[]) else { return };
        let settings = server.settings();
        drop(server);
        let id = post(&db, noon(), &crate::mail::plain("zoe@exemple.fr")).await;
        work_at(&db, &house(&settings), noon()).await;
        let line = view(&db, id).await.line;
        assert_eq!(line.state, State::Waiting);
        assert_eq!(line.reason.as_deref(), Some("the mail server could not be reached"));
    }
}

#[tokio::test]
async fn a_server_that_says_nothing_is_not_waited_for_for_ever() {
    for (db, _folder) in on_each_engine("silent").await {
        let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let settings = MailSettings {
            mode: mail::settings::Mode::Smtp,
            server: "127.0.0.1".into(),
            port: Some(silent.local_addr().unwrap().port()),
            security: Security::None,
            from: Some("site@exemple.fr".into()),
            patience_seconds: 1,
            ..MailSettings::default()
        };
        let id = post(&db, noon(), &crate::mail::plain("zoe@exemple.fr")).await;
        work_at(&db, &house(&settings), noon()).await;
        let line = view(&db, id).await.line;
        assert_eq!(line.reason.as_deref(), Some("the mail server took too long"));
    }
}

#[tokio::test]
async fn a_letter_sent_twice_by_a_crash_is_the_same_to_the_last_byte() {
    for (db, folder) in on_each_engine("crash").await {
        let Some(server) = MailServer::start(folder.path(), &[]) else { return };
        let house = house(&server.settings());
        let id = post(&db, noon(), &crate::mail::plain("zoe@exemple.fr")).await;
        // The instant at which the letter ended is asked for when the server has taken it: the
        // process dies there.
        let asked = AtomicU32::new(0);
        let dying = move || {
            assert!(asked.fetch_add(1, Ordering::Relaxed) == 0, "the machine stops");
            noon()
        };
        let worker =
            mail::teach(Worker::new(db.clone()), db.clone(), house.clone(), Arc::new(dying));
        assert!(tokio::spawn(async move { worker.step(noon()).await }).await.is_err());
        assert_eq!(state(&db, id).await, State::Waiting);
        // Its lease over, the job is taken again.
        work_at(&db, &house, after(11)).await;
        assert_eq!(state(&db, id).await, State::Sent);
        let received = server.received();
        assert_eq!(received.len(), 2);
        assert_eq!(received[0].text, received[1].text);

        let handler = mail::handler(db.clone(), house.clone(), Arc::new(move || after(20)));
        handler(format!("{{\"letter\":\"{id}\"}}")).await.unwrap();
        assert_eq!(server.received().len(), 2, "a letter that left does not leave again");
    }
}

#[tokio::test]
async fn a_protected_server_is_given_the_password_and_only_then() {
    let Some(keys) = certificate() else { return };
    for (db, folder) in on_each_engine("protected").await {
        let path = |name: &str| keys.path().join(name).display().to_string();
        let options = [path("server.pem"), path("server.key"), "site".into(), "sésame".into()];
        let options: Vec<&str> = options.iter().map(String::as_str).collect();
        let Some(server) = MailServer::start(folder.path(), &options) else { return };
        let settings = MailSettings {
            server: "localhost".into(),
            security: Security::Starttls,
            certificates: Some(keys.path().join("authority.pem")),
            login: Some("site".into()),
            ..server.settings()
        };
        let open = |settings: &MailSettings, password: &str| {
            let password = Some(password.to_owned());
            let house = mail::MailHouse::open(settings, "Maillage", "https://exemple.fr", password);
            Arc::new(house.unwrap())
        };
        let id = post(&db, noon(), &crate::mail::plain("zoe@exemple.fr")).await;
        // A wrong password says nothing of the letter: it waits until the settings are right.
        work_at(&db, &open(&settings, "wrong"), noon()).await;
        let line = view(&db, id).await.line;
        assert_eq!(line.state, State::Waiting, "{:?}", line.reason);
        assert!(line.reason.as_ref().unwrap().starts_with("535"), "{:?}", line.reason);
        // A certificate that nobody vouches for: nothing is said.
        let doubtful = MailSettings { certificates: None, ..settings.clone() };
        work_at(&db, &open(&doubtful, "sésame"), after(1)).await;
        assert_eq!(state(&db, id).await, State::Waiting);
        work_at(&db, &open(&settings, "sésame"), after(3)).await;
        assert_eq!(state(&db, id).await, State::Sent);
        let received = server.received().remove(0);
        assert_eq!(received.about["is_protected"], true);
        assert_eq!(received.about["is_signed_in"], true);
    }
}

/// A certificate for `localhost` and the authority that vouches for it, made on the spot.
fn certificate() -> Option<tempfile::TempDir> {
    let folder = tempfile::tempdir().unwrap();
    let openssl = |arguments: &str| {
        let status = std::process::Command::new("openssl")
            .args(arguments.split(' '))
            .current_dir(folder.path())
            .stderr(std::process::Stdio::null())
            .status();
        status.is_ok_and(|it| it.success())
    };
    std::fs::write(folder.path().join("names"), "subjectAltName=DNS:localhost\n").unwrap();
    let is_made = openssl(
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 \
         -subj /CN=authority -keyout authority.key -out authority.pem",
    ) && openssl(
        "req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=localhost \
         -keyout server.key -out server.csr",
    ) && openssl(
        "x509 -req -in server.csr -CA authority.pem -CAkey authority.key -CAcreateserial \
         -days 2 -extfile names -out server.pem",
    );
    if !is_made {
        eprintln!("protected mail server skipped: openssl is not installed");
    }
    is_made.then_some(folder)
}
