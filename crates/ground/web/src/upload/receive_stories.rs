//! Forms with files, honest and not.

use super::*;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, FromRequest as _, Request};

const FIELDS: &[FileField] = &[
    FileField { name: "photo", count_max: 2, size_max_bytes: 1000 },
    FileField { name: "liste", count_max: 1, size_max_bytes: 50 },
];

/// A part as a browser writes it: a field, the name of a file if it is one, and what it holds.
fn part(name: &str, file: Option<&str>, content: &str) -> String {
    let file = file.map(|it| format!("; filename=\"{it}\"")).unwrap_or_default();
    format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{content}\r\n")
}

fn good() -> String {
    part("csrf", None, "bon")
}

async fn sent(body: String) -> Result<Received<String>, Fault> {
    let mut request = Request::post("/")
        .header("content-type", "multipart/form-data; boundary=x")
        .body(Body::from(body))
        .unwrap();
    DefaultBodyLimit::max(100_000).apply(&mut request);
    let multipart = Multipart::from_request(request, &()).await.unwrap();
    let check = |csrf: &str| match csrf {
        "bon" => Ok(csrf.to_owned()),
        _ => Err(Error::Forged(csrf.to_owned())),
    };
    receive(multipart, FIELDS, 300, check).await
}

async fn form(parts: &[String]) -> Result<Received<String>, Fault> {
    sent(parts.concat() + "--x--\r\n").await
}

#[tokio::test]
async fn fields_and_files_come_in_and_names_are_only_shown() {
    let received = form(&[
        good(),
        part("legende", None, "L’été & après"),
        part("photo", Some("C:\\\\Camille\\\\été.jpg"), "abc"),
        part("photo", Some("../../b.jpg"), "defg"),
        part("liste", Some(""), ""),
    ])
    .await
    .unwrap();
    assert_eq!(received.text, "legende=L%E2%80%99%C3%A9t%C3%A9+%26+apr%C3%A8s");
    let content = received.content();
    let files = received.files.unwrap();
    let seen: Vec<_> = files.iter().map(|it| (it.field, &*it.label, &*it.bytes)).collect();
    assert_eq!(seen, [("photo", "été.jpg", &b"abc"[..]), ("photo", "b.jpg", &b"defg"[..])]);
    assert_eq!(received.ticket, "bon");
    let other = form(&[
        good(),
        part("legende", None, "L’été & après"),
        part("photo", Some("été.jpg"), "abd"),
        part("photo", Some("b.jpg"), "defg"),
    ])
    .await;
    assert_ne!(other.unwrap().content(), content, "another file makes another act");
}

#[tokio::test]
async fn no_file_is_read_before_the_ticket_is_good() {
    let photo = || part("photo", Some("a.jpg"), "abc");
    for parts in [
        vec![photo(), good()],
        vec![photo()],
        vec![part("legende", None, "x")],
        vec![part("csrf", None, "faux"), photo()],
        vec![],
    ] {
        assert!(matches!(form(&parts).await, Err(Fault::Ticket(Error::Forged(_)))), "{parts:?}");
    }
    assert!(matches!(form(&[good(), good()]).await, Err(Fault::Unreadable)));
}

#[tokio::test]
async fn too_heavy_or_too_many_is_said_beside_the_field_and_what_was_typed_is_kept() {
    let received = form(&[
        good(),
        part("photo", Some("lourde.jpg"), &"x".repeat(1001)),
        part("legende", None, "gardée"),
    ])
    .await
    .unwrap();
    assert_eq!(received.text, "legende=gard%C3%A9e");
    let refusal = received.files.unwrap_err();
    assert_eq!(
        refusal,
        UploadRefusal::TooHeavy {
            field: "photo",
            label: "lourde.jpg".into(),
            size_max_bytes: 1000
        }
    );
    assert_eq!(refusal.field(), "photo");
    let one = || part("photo", Some("a.jpg"), "abc");
    let received = form(&[good(), one(), one(), one()]).await.unwrap();
    let refusal = received.files.unwrap_err();
    assert_eq!(refusal, UploadRefusal::TooMany { field: "photo", count_max: 2 });
    let words = crate::Catalogues::new(&[crate::TEXTS]).unwrap().words(crate::Locale::French);
    assert!(refusal.words(&words).contains('2'), "{}", refusal.words(&words));
    let just = form(&[good(), part("photo", Some("a"), &"x".repeat(1000))]).await.unwrap();
    assert_eq!(just.files.unwrap()[0].bytes.len(), 1000);
}

#[tokio::test]
async fn what_the_form_does_not_have_is_refused() {
    for bad in [
        part("autre", Some("a.jpg"), "abc"),
        part("photo", None, "une photo sans nom de fichier"),
        part("", None, "x"),
        part(&"n".repeat(101), None, "x"),
        part("legende", None, "\u{0}").replace('\u{0}', "x") + "--y",
    ] {
        assert!(matches!(form(&[good(), bad.clone()]).await, Err(Fault::Unreadable)), "{bad}");
    }
    let torn = sent(good() + "--x\r\nContent-Disposition: form-data; name=\"photo\"").await;
    assert!(matches!(torn, Err(Fault::Unreadable)));
}

#[tokio::test]
async fn a_form_without_end_is_given_up() {
    let long = form(&[good(), part("legende", None, &"x".repeat(301))]).await;
    assert!(matches!(long, Err(Fault::TooLong)));
    let many: Vec<String> = (0..250).map(|_| part("a", None, "")).collect();
    assert!(matches!(form(&many).await, Err(Fault::TooLong)));
    let heavy = form(&[good(), part("photo", Some("a"), &"x".repeat(200_000))]).await;
    assert!(matches!(heavy, Err(Fault::TooLong)));
}

#[tokio::test]
async fn the_room_that_files_take_is_given_back() {
    let mut room = Room(None);
    room.grow(10_000).unwrap();
    room.grow(20_000).unwrap();
    assert_eq!(room.0.as_ref().map(SemaphorePermit::num_permits), Some(20));
    assert!(matches!(Room(None).grow(usize::MAX), Err(Fault::Busy)));
    assert!(matches!(Room(None).grow(200 << 20), Err(Fault::Busy)));
    drop(room);
    Room(None).grow(127 << 20).unwrap();
}
