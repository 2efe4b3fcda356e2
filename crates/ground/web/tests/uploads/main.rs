//! Files over HTTP, through the armour: what a route takes, what no route takes, what goes out.

#![expect(clippy::unwrap_used, reason = "a story that breaks off fails")]

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request};
use axum::routing::{get, post};
use base::Timestamp;
use std::sync::Arc;
use tower::ServiceExt as _;
use web::{App, Catalogues, FileField, Form, Keys, Site, SiteHandle, Ticket, Upload, UploadForm};

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Portrait {
    legende: String,
}

impl UploadForm for Portrait {
    const FILES: &'static [FileField] =
        &[FileField { name: "photo", count_max: 1, size_max_bytes: 5_000_000 }];
}

fn morning() -> Timestamp {
    "2026-11-24T09:00:00Z".parse().unwrap()
}

fn ticket() -> String {
    Ticket::issue(&Keys::new([1; 32]), morning(), "")
}

async fn portrait(upload: Upload<Portrait>) -> String {
    match upload.files {
        Ok(files) => {
            let weights: Vec<usize> = files.iter().map(|it| it.bytes.len()).collect();
            format!("{} {weights:?} {}", upload.fields.legende, upload.once.len())
        }
        Err(refusal) => format!("{} : {refusal}", upload.fields.legende),
    }
}

async fn note(form: Form<Portrait>) -> String {
    form.fields.legende
}

async fn site() -> (Router, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let address = format!("sqlite:{}", folder.path().join("t.db").display());
    let app = App {
        db: db::Db::open(&address).await.unwrap(),
        clock: Arc::new(morning),
        site: SiteHandle::new(Site { origin: "https://reseau.example".into(), ..Site::default() }),
        keys: Keys::new([1; 32]),
        catalogues: Catalogues::new(&[web::TEXTS]).unwrap(),
    };
    let archive = || async { web::download("données.zip", "application/zip", "x".repeat(9000)) };
    let router = Router::new()
        .route("/portrait", post(portrait))
        .route("/note", post(note))
        .route("/archive", get(archive))
        .with_state(app.clone());
    (web::armoured(&app, router), folder)
}

fn form(parts: &[(&str, Option<&str>, &str)]) -> Vec<u8> {
    let mut body: Vec<String> = Vec::new();
    for (name, file, content) in parts {
        let file = file.map(|it| format!("; filename=\"{it}\"")).unwrap_or_default();
        body.push(format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n"));
        body.push(format!("\r\n{content}\r\n"));
    }
    (body.concat() + "--x--\r\n").into_bytes()
}

async fn send(path: &str, kind: &str, body: Vec<u8>) -> (u16, HeaderMap, String) {
    let (router, _folder) = site().await;
    let request = match body.as_slice() {
        [] => Request::get(path).header("accept-encoding", "gzip"),
        _ => Request::post(path),
    };
    let request = request
        .header("host", "reseau.example")
        .header("content-type", kind)
        .header("accept-language", "fr")
        .body(Body::from(body))
        .unwrap();
    let (parts, body) = router.oneshot(request).await.unwrap().into_parts();
    let bytes = to_bytes(body, 1 << 20).await.unwrap();
    (parts.status.as_u16(), parts.headers, String::from_utf8_lossy(&bytes).into_owned())
}

const MULTIPART: &str = "multipart/form-data; boundary=x";
const TYPED: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn a_photograph_of_four_megabytes_comes_in_where_a_form_takes_one() {
    let photo = "p".repeat(4_000_000);
    let body = form(&[
        ("csrf", None, &ticket()),
        ("legende", None, "L’atelier"),
        ("photo", Some("a.jpg"), &photo),
    ]);
    let (status, _, said) = send("/portrait", MULTIPART, body).await;
    assert_eq!((status, said.as_str()), (200, "L’atelier [4000000] 32"));
}

#[tokio::test]
async fn a_file_too_heavy_is_said_by_the_page_and_far_too_heavy_by_the_site() {
    let sent = async |bytes: usize| {
        let photo = "p".repeat(bytes);
        let ticket = ticket();
        let parts = [
            ("csrf", None, ticket.as_str()),
            ("photo", Some("a.jpg"), &photo),
            ("legende", None, "gardée"),
        ];
        send("/portrait", MULTIPART, form(&parts)).await
    };
    let (status, _, said) = sent(6_000_000).await;
    assert_eq!(status, 200);
    assert!(said.starts_with("gardée : le fichier « a.jpg » pèse plus"), "{said}");
    let (status, _, _) = sent(12_000_000).await;
    assert_eq!(status, 422);
    let (status, _, _) = sent(70 << 20).await;
    assert_eq!(status, 422);
}

#[tokio::test]
async fn a_form_of_another_site_or_with_a_field_too_many_is_refused() {
    let photo = ("photo", Some("a.jpg"), "abc");
    let legend = ("legende", None, "x");
    let (status, _, _) = send("/portrait", MULTIPART, form(&[legend, photo])).await;
    assert_eq!(status, 403, "no ticket");
    let ticket = ticket();
    let csrf = ("csrf", None, ticket.as_str());
    for extra in [("autre", None, "x"), ("autre", Some("b.jpg"), "x")] {
        let (status, _, _) = send("/portrait", MULTIPART, form(&[csrf, legend, extra])).await;
        assert_eq!(status, 422, "{extra:?}");
    }
    let typed = format!("csrf={ticket}&legende=x").into_bytes();
    assert_eq!(send("/portrait", TYPED, typed.clone()).await.0, 422);
    assert_eq!(send("/note", TYPED, typed).await.2, "x");
}

#[tokio::test]
async fn forms_without_files_stay_small() {
    let long = format!("csrf={}&legende={}", ticket(), "x".repeat(1 << 20)).into_bytes();
    assert_eq!(send("/note", TYPED, long).await.0, 422);
}

#[tokio::test]
async fn an_archive_is_saved_and_neither_shown_nor_packed_again() {
    let (status, headers, body) = send("/archive", TYPED, Vec::new()).await;
    assert_eq!((status, body.len()), (200, 9000));
    let header = |name: &str| headers.get(name).map_or("", |it| it.to_str().unwrap());
    assert_eq!(header("content-encoding"), "");
    assert!(header("content-security-policy").starts_with("sandbox"));
    assert_eq!(
        header("content-disposition"),
        "attachment; filename=\"donnees.zip\"; filename*=UTF-8''donn%C3%A9es.zip"
    );
}
