//! What leaves has the headers it must have, once each, and nothing can add one.

use super::*;
use crate::mail::{Address, Body, Letter, Link, MailSettings};
use proptest::prelude::*;

fn house() -> MailHouse {
    let settings = MailSettings {
        from: Some("site@exemple.fr".into()),
        reply_to: Some("aide@exemple.fr".into()),
        returns: Some("retours@exemple.fr".into()),
        ..MailSettings::default()
    };
    MailHouse::open(&settings, "Médiation & co", "https://exemple.fr", None).unwrap()
}

fn composed(to: &str, subject: &str, body: Body) -> Message {
    let address: Address = to.parse().unwrap();
    let letter = Letter::new(address, "people.digest", "fr-falc", subject, body).unwrap();
    let out = Link::new("Ne plus recevoir", format!("https://exemple.fr/stop/{}", "a".repeat(200)));
    let letter = letter.with_unsubscribe(out).unwrap();
    let leaving = Leaving {
        to: letter.to().as_str(),
        token: "01arz3ndektsv4rrffq69g5fav.abcdefghijklmnop",
        posted_at: "2026-11-24T12:00:00Z".parse().unwrap(),
        locale: letter.locale(),
        subject: letter.subject(),
        content: letter.content(),
    };
    compose(&house(), &leaving).unwrap()
}

fn headers(message: &Message) -> Vec<String> {
    let text = String::from_utf8(message.formatted()).unwrap();
    let head = text.split_once("\r\n\r\n").unwrap().0.replace("\r\n ", " ");
    head.split("\r\n").map(str::to_owned).collect()
}

#[test]
fn a_letter_has_every_header_it_must_have() {
    let message = composed("marie@exemple.fr", "Votre été à la médiathèque", Body::default());
    let headers = headers(&message);
    for wanted in [
        "Date: Tue, 24 Nov 2026 12:00:00 +0000",
        "To: marie@exemple.fr",
        "Reply-To: aide@exemple.fr",
        "Message-ID: <01arz3ndektsv4rrffq69g5fav.abcdefghijklmnop@exemple.fr>",
        "Auto-Submitted: auto-generated",
        "Content-Language: fr",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        "MIME-Version: 1.0",
    ] {
        assert!(headers.iter().any(|it| it == wanted), "{wanted} in {headers:#?}");
    }
    let out = format!("List-Unsubscribe: <https://exemple.fr/stop/{}>", "a".repeat(200));
    assert!(headers.contains(&out), "{headers:#?}");
    assert!(headers.iter().any(|it| it.starts_with("From: ") && it.ends_with("<site@exemple.fr>")));
    let from = message.envelope().from().unwrap().to_string();
    assert_eq!(from, "retours+01arz3ndektsv4rrffq69g5fav.abcdefghijklmnop@exemple.fr");
}

#[test]
fn a_letter_composed_twice_is_the_same_to_the_last_byte() {
    let body = Body { greeting: "Bonjour,".into(), ..Body::default() };
    let one = composed("marie@exemple.fr", "Bonjour", body.clone()).formatted();
    assert_eq!(one, composed("marie@exemple.fr", "Bonjour", body).formatted());
}

proptest! {
    #[test]
    fn no_address_that_is_accepted_adds_a_header_or_a_recipient(text in hostile()) {
        if let Ok(address) = text.parse::<Address>() {
            prop_assert!(!address.as_str().contains(['\r', '\n', ' ', ',', '<', '>']));
            let message = composed(&text, "Bonjour", Body::default());
            prop_assert_eq!(message.envelope().to().len(), 1);
            prop_assert_eq!(headers(&message).len(), 12);
        }
    }

    #[test]
    fn no_subject_that_is_accepted_adds_a_header(subject in hostile()) {
        let to: Address = "marie@exemple.fr".parse().unwrap();
        if Letter::new(to, "people.digest", "fr", &subject, Body::default()).is_ok() {
            let message = composed("marie@exemple.fr", &subject, Body::default());
            prop_assert_eq!(headers(&message).len(), 12);
        }
    }

    #[test]
    fn nothing_said_in_the_body_adds_a_header_or_a_part(said in "(?s).{0,200}") {
        let body = Body {
            greeting: said.clone(),
            paragraphs: vec![said.clone(), "\r\n\r\n--=_01arz\r\nBcc: b@exemple.fr".into()],
            code: Some(said.clone()),
            action: None,
            small_print: said,
        };
        let message = composed("marie@exemple.fr", "Bonjour", body);
        prop_assert_eq!(headers(&message).len(), 12);
        let text = String::from_utf8(message.formatted()).unwrap();
        let boundary = "\r\n--=_01arz3ndektsv4rrffq69g5fav.abcdefghijklmnop";
        prop_assert_eq!(text.matches(boundary).count(), 3);
    }
}

/// Texts made of what attacks are made of.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "marie",
        "@",
        "exemple.fr",
        ".",
        "+",
        "\r\n",
        "\n",
        "\r",
        "Bcc: b@exemple.fr",
        "%0a",
        "%0d%0a",
        " ",
        ",",
        ";",
        "<",
        ">",
        "\"",
        "\\",
        "(",
        ")",
        "=?utf-8?q?=0D=0A?=",
        "\0",
        "é",
        "\u{2028}",
        "\u{85}",
        "\t",
        "To:",
        "=0D=0A",
        "\u{feff}",
        ":",
        "a@exemple.fr",
    ]);
    prop::collection::vec(pieces, 0..8).prop_map(|it| it.concat())
}
