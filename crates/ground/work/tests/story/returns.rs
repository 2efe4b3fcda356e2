//! Messages that come back: believed when they hold the proof the house gave, and only then.

use crate::mail::{house, plain, post, state, to, work_at};
use crate::server::MailServer;
use crate::{noon, on_each_engine};
use base::MailId;
use db::Db;
use work::mail::{self, Returned, State};

fn report(to: &str, status: &str, original: &str) -> Vec<u8> {
    format!(
        "From: MAILER-DAEMON@mel.exemple.fr\r\nTo: {to}\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"b1\"\r\n\r\n\
         --b1\r\nContent-Type: text/plain\r\n\r\nIt did not arrive.\r\n\
         --b1\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; exemple.fr\r\n\
         \r\nFinal-Recipient: rfc822; zoe@exemple.fr\r\nAction: failed\r\nStatus: {status}\r\n\r\n\
         --b1\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {original}\r\n--b1--\r\n"
    )
    .into_bytes()
}

/// A letter that was sent, and the address it left from.
async fn sent(db: &Db, server: &MailServer) -> (MailId, String) {
    let id = post(db, noon(), &plain("zoe@exemple.fr")).await;
    work_at(db, &house(&server.settings()), noon()).await;
    assert_eq!(state(db, id).await, State::Sent);
    let from = server.received().pop().unwrap().about["from"].as_str().unwrap().to_owned();
    (id, from)
}

#[tokio::test]
async fn a_report_to_the_letters_own_address_silences_its_recipient() {
    for (db, folder) in on_each_engine("verp").await {
        let Some(server) = MailServer::start(folder.path(), &[]) else { return };
        let (id, from) = sent(&db, &server).await;
        let raw = report(&from.to_uppercase(), "5.1.1", "<a@b>");
        let take = || mail::take_bounce(&db, noon(), &raw);
        assert_eq!(take().await.unwrap(), Returned::Suppressed(id));
        assert_eq!(take().await.unwrap(), Returned::Unknown, "the same one twice changes nothing");
        assert_eq!(state(&db, id).await, State::Bounced);
        let zoe = to("zoe@exemple.fr");
        assert!(mail::silence(&mut db.read().await.unwrap(), &zoe).await.unwrap().is_some());

        let mut act = crate::mail::act(&db, noon()).await;
        mail::erase(&mut act, &zoe).await.unwrap();
        act.commit().await.unwrap();
        assert!(mail::silence(&mut db.read().await.unwrap(), &zoe).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_report_that_returns_the_letters_head_is_believed_too() {
    for (db, folder) in on_each_engine("head").await {
        let Some(server) = MailServer::start(folder.path(), &[]) else { return };
        let (id, from) = sent(&db, &server).await;
        let own = from.strip_prefix("retours+").unwrap();
        let full = report("retours@exemple.fr", "5.2.2", &format!("<{own}>"));
        let taken = mail::take_bounce(&db, noon(), &full).await.unwrap();
        assert_eq!(taken, Returned::Bounced(id), "a full box is not a dead address");
        let zoe = to("zoe@exemple.fr");
        assert!(mail::silence(&mut db.read().await.unwrap(), &zoe).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn nobody_can_silence_the_mail_of_another() {
    for (db, folder) in on_each_engine("forged").await {
        let Some(server) = MailServer::start(folder.path(), &[]) else { return };
        let forged = report("retours@exemple.fr", "5.1.1", "<a@b>");
        let taken = mail::take_bounce(&db, noon(), &forged).await.unwrap();
        assert_eq!(taken, Returned::Unknown, "no letter ever left");
        let (id, from) = sent(&db, &server).await;
        let (name, proof) = from.strip_prefix("retours+").unwrap().split_once('.').unwrap();
        let guessed = format!("retours+{name}.{}{}", "a".repeat(16), &proof[16..]);
        for to in ["retours@exemple.fr", &guessed] {
            let forged = report(to, "5.1.1", &format!("<{id}@exemple.fr>"));
            let taken = mail::take_bounce(&db, noon(), &forged).await.unwrap();
            assert_eq!(taken, Returned::Unknown);
        }
        assert_eq!(state(&db, id).await, State::Sent);
    }
}

#[tokio::test]
async fn the_answer_of_somebody_away_and_a_late_letter_change_nothing() {
    for (db, folder) in on_each_engine("away").await {
        let Some(server) = MailServer::start(folder.path(), &[]) else { return };
        let (id, from) = sent(&db, &server).await;
        let away = format!("To: {from}\nAuto-Submitted: auto-replied\n\nI am away until 5.1.1\n");
        let taken = mail::take_bounce(&db, noon(), away.as_bytes()).await.unwrap();
        assert_eq!(taken, Returned::NotAReport);
        let late = report(&from, "4.4.1", "<a@b>");
        let taken = mail::take_bounce(&db, noon(), &late).await.unwrap();
        assert_eq!(taken, Returned::Passing(id));
        assert_eq!(state(&db, id).await, State::Sent);
    }
}
