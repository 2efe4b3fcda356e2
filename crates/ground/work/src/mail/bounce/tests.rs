//! Reports as servers write them, what is no report, and bytes of any kind.

use super::*;
use proptest::prelude::*;

fn report(action: &str, status: &str) -> String {
    format!(
        "From: MAILER-DAEMON@mel.exemple.fr\r\nTo: retours@exemple.fr\r\n\
         Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary=\"AbC/1\"\r\n\
         \r\nThis is a report.\r\n--AbC/1\r\nContent-Type: text/plain\r\n\r\nSorry: 4.0.0\r\n\
         --AbC/1\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; exemple.fr\r\n\
         \r\nFinal-Recipient: rfc822; marie@exemple.fr\r\nAction: {action}\r\n{status}\
         \r\n\r\n--AbC/1\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <a@b>\r\n\
         --AbC/1--\r\n"
    )
}

#[test]
fn a_report_of_failure_gives_its_status() {
    let read = |status: &str| super::read(report("failed", status).as_bytes());
    assert_eq!(read("Status: 5.1.1"), Report::Permanent(Status(5, 1, 1)));
    assert_eq!(read("Status: 5.2.2 (mailbox full)"), Report::Permanent(Status(5, 2, 2)));
    assert_eq!(read("Status: 4.4.7"), Report::Passing);
    let diagnostic = "Diagnostic-Code: smtp; 550 5.1.10 no such user";
    assert_eq!(read(diagnostic), Report::Permanent(Status(5, 1, 10)));
    assert_eq!(read("X: y"), Report::Permanent(Status(5, 3, 0)));
}

#[test]
fn a_letter_that_is_late_or_arrived_has_not_come_back() {
    assert_eq!(read(report("delayed", "Status: 4.4.1").as_bytes()), Report::Passing);
    assert_eq!(read(report("delivered", "Status: 2.0.0").as_bytes()), Report::Passing);
    assert_eq!(read(report("relayed", "").as_bytes()), Report::Passing);
}

#[test]
fn the_answer_of_somebody_away_is_no_report() {
    let away = "From: marie@exemple.fr\nAuto-Submitted: auto-replied\n\nI am away. 5.1.1\n";
    assert_eq!(read(away.as_bytes()), Report::None);
    let away = "From: postmaster@exemple.fr\nAuto-Submitted: auto-replied\n\n5.1.1\n";
    assert_eq!(read(away.as_bytes()), Report::None);
    assert_eq!(read(b"Content-Type: multipart/report\n\n"), Report::None);
    assert_eq!(read(b""), Report::None);
}

#[test]
fn a_server_that_writes_no_report_is_understood_by_its_status() {
    let said = "From: <MAILER-DAEMON@mel.exemple.fr>\n\nSorry, no mailbox by that name. (#5.1.1)\n";
    assert_eq!(read(said.as_bytes()), Report::Permanent(Status(5, 1, 1)));
    let said = "From: postmaster@exemple.fr\n\nStill trying: 4.4.1\n";
    assert_eq!(read(said.as_bytes()), Report::Passing);
}

#[test]
fn only_some_refusals_say_that_an_address_is_dead() {
    for dead in ["550 5.1.1 no", "550 no such user", "553 no", "550 5.2.1 disabled", "550 5.4.4 a"]
    {
        assert!(is_dead_by_reply(dead), "{dead}");
    }
    for alive in
        ["554 5.7.1 spam", "552 5.2.2 full", "550 5.7.1 relay", "550 5.1.8 sender", "554 no", ""]
    {
        assert!(!is_dead_by_reply(alive), "{alive}");
    }
}

#[test]
fn a_message_of_parts_within_parts_is_looked_into_no_deeper_than_four() {
    let mut text = report("failed", "Status: 5.1.1");
    for n in 0..200 {
        text =
            format!("Content-Type: multipart/mixed; boundary=b{n}x\n\n--b{n}x\n{text}\n--b{n}x--");
    }
    assert_eq!(read(text.as_bytes()), Report::None);
    let many =
        format!("Content-Type: multipart/mixed; boundary=b\n\n{}", "--b\n\n\n".repeat(50_000));
    assert_eq!(read(many.as_bytes()), Report::None);
}

proptest! {
    #[test]
    fn bytes_of_any_kind_are_read_without_a_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..4096),
    ) {
        read(&bytes);
        is_dead_by_reply(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn a_report_broken_anywhere_is_read_without_a_panic(
        at in 0_usize..900,
        length in 0_usize..200,
        put in prop::collection::vec(any::<u8>(), 0..50),
    ) {
        let mut bytes = report("failed", "Status: 5.1.1").into_bytes();
        let at = at.min(bytes.len());
        let end = (at + length).min(bytes.len());
        bytes.splice(at..end, put);
        read(&bytes);
    }

    #[test]
    fn pieces_of_reports_in_any_order_are_read_without_a_panic(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "Content-Type: multipart/report; boundary=", "\"", "b", "--b", "--", "\r\n", "\n\n",
            "message/delivery-status", "Content-Type: ", "Action: failed", "Status: ", "5.1.1",
            "5.", "é", "\u{0}", " ", "\t", ":", "From: mailer-daemon@", "boundary=İ",
        ]), 0..40)
    ) {
        read(pieces.concat().as_bytes());
    }
}
