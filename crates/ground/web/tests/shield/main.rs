//! What stands around a site, on a site of a few pages made to break: every answer is dressed and
//! carries its headers, nobody asks too often, nothing waits for ever, the house can be closed.

#![expect(clippy::unwrap_used, reason = "a story that breaks off fails")]

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode};
use axum::response::Response;
use axum::routing::{get, post};
use base::{Id as _, PersonId, SessionId, Ulid};
use db::Db;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tower::ServiceExt as _;
use web::{
    App, Catalogues, Closed, Keys, LimitSettings, Shield, SignedIn, Site, SiteHandle,
    WatchSettings, Watched,
};

struct House {
    app: App,
    router: Router,
    folder: tempfile::TempDir,
}

struct Answer {
    status: u16,
    response: Response,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.response.headers().get(name).map_or("", |it| it.to_str().unwrap())
    }

    async fn text(self) -> String {
        let bytes = axum::body::to_bytes(self.response.into_body(), 1 << 20).await.unwrap();
        String::from_utf8(bytes.to_vec()).unwrap()
    }
}

impl House {
    async fn open(limits: LimitSettings, watch: WatchSettings) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("house.db");
        let db = Db::open(&format!("sqlite:{}", file.display())).await.unwrap();
        let now = "2026-11-24T09:00:00Z".parse().unwrap();
        db.migrate(now, &[]).await.unwrap();
        let site = Site { origin: "https://reseau.example".into(), ..Site::default() };
        let app = App {
            db,
            clock: Arc::new(move || now),
            site: SiteHandle::new(site),
            keys: Keys::new([1; 32]),
            catalogues: Catalogues::new(&[web::TEXTS]).unwrap(),
        };
        let watched = Watched::default();
        let shield = Shield::new(app.clock.clone(), &limits, &watch, watched).unwrap();
        let shield = shield.closed_by(folder.path().join("maintenance"));
        let shield = shield.working_on(tokio::runtime::Handle::current());
        let router = web::shielded(&app, web::armoured(&app, pages()), shield);
        Self { app, router, folder }
    }

    async fn plain() -> Self {
        Self::open(LimitSettings::default(), WatchSettings::default()).await
    }

    async fn ask(&self, request: axum::http::request::Builder) -> Answer {
        let address: SocketAddr = "192.0.2.1:4000".parse().unwrap();
        let request = request.extension(ConnectInfo(address)).body(Body::empty()).unwrap();
        self.send(request).await
    }

    async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        Answer { status: response.status().as_u16(), response }
    }

    async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path).header("accept-language", "fr")).await
    }
}

fn pages() -> Router {
    Router::new()
        .route("/page", get(|| async { axum::response::Html("<p>ok") }))
        .route("/api/v1/page", get(|| async { "ok" }))
        .route("/panique", get(falls))
        .route("/api/v1/panique", get(falls))
        .route("/lent", get(|| async { tokio::time::sleep(Duration::from_secs(2)).await }))
        .route("/refus", get(|| async { StatusCode::FORBIDDEN }))
        .route("/connexion", post(|| async { "no" }))
        .route("/ecrire", post(|| async { "written" }))
}

#[expect(clippy::panic, reason = "a page that breaks is what is looked at")]
async fn falls() -> &'static str {
    panic!("lea@reseau.example fell")
}

fn someone(has_administration: bool) -> SignedIn {
    SignedIn {
        person: PersonId::from_ulid(Ulid::from_parts(1, 1)),
        session: SessionId::from_ulid(Ulid::from_parts(1, 2)),
        name: "Léa".into(),
        is_strong: true,
        is_fresh: true,
        has_administration,
        has_places: false,
        has_moderation: false,
    }
}

#[tokio::test]
async fn every_answer_carries_the_safety_headers_whoever_made_it() {
    let limits = LimitSettings { read_per_minute: 12, ..LimitSettings::default() };
    let house = House::open(limits, WatchSettings::default()).await;
    let mut seen = Vec::new();
    for path in [
        "/page",
        "/rien",
        "/panique",
        "/refus",
        "/ecrire",
        "/sante/pret",
        "/metrics",
        "/api/v1/rien",
        "/api/v1/panique",
        "/page",
        "/page",
        "/page",
        "/page",
        "/page",
        "/page",
        "/page",
        "/page",
    ] {
        let answer = house.get(path).await;
        for (name, part) in [
            ("content-security-policy", "default-src 'self'"),
            ("strict-transport-security", "max-age=31536000"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "strict-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "-origin"),
            ("permissions-policy", "camera=()"),
            ("x-frame-options", "DENY"),
            ("x-request-id", ""),
        ] {
            assert!(answer.response.headers().contains_key(name), "{path}: {name}");
            assert!(answer.header(name).contains(part), "{path}: {name}");
        }
        seen.push(answer.status);
    }
    for status in [200, 403, 404, 429, 500] {
        assert!(seen.contains(&status), "{status} was never seen: {seen:?}");
    }
}

#[tokio::test]
async fn a_handler_that_panics_answers_with_a_reference_and_the_house_stays_open() {
    let house = House::plain().await;
    let answer = house.get("/panique").await;
    assert_eq!(answer.status, 500);
    let page = answer.text().await;
    assert!(page.contains("Référence") && !page.contains("lea@"), "{page}");
    let program = house.get("/api/v1/panique").await;
    assert_eq!(program.header("content-type"), "application/problem+json");
    assert!(program.text().await.contains("reference"));
    assert_eq!(house.get("/page").await.status, 200);
}

#[tokio::test]
async fn a_hundred_attempts_at_signing_in_then_one_has_to_wait() {
    let house = House::plain().await;
    for _ in 0..100 {
        assert_eq!(house.ask(Request::post("/connexion")).await.status, 200);
    }
    let answer = house.ask(Request::post("/connexion")).await;
    assert_eq!(answer.status, 429);
    assert_eq!(answer.header("retry-after"), "9");
    assert_eq!(answer.header("ratelimit-policy"), "\"sign_in\";q=100;w=900");
    assert!(answer.header("ratelimit").starts_with("\"sign_in\";r=0;t="));
    assert!(answer.text().await.contains("<h1>"), "a page for people");
    assert_eq!(house.get("/page").await.status, 200, "reading is counted apart");
    let other: SocketAddr = "[2001:db8::1]:4000".parse().unwrap();
    let request = Request::post("/connexion").extension(ConnectInfo(other));
    assert_eq!(house.send(request.body(Body::empty()).unwrap()).await.status, 200);
}

#[tokio::test]
async fn a_proxy_nobody_named_is_not_taken_for_one_visitor() {
    let limits = LimitSettings { read_per_minute: 2, ..LimitSettings::default() };
    let named = LimitSettings { trusted_proxies: vec!["127.0.0.1".into()], ..limits.clone() };
    for (limits, last) in [(limits, 200), (named, 429)] {
        let house = House::open(limits, WatchSettings::default()).await;
        let mut status = 0;
        for _ in 0..3 {
            let proxy: SocketAddr = "127.0.0.1:4000".parse().unwrap();
            let request = Request::get("/page").extension(ConnectInfo(proxy));
            let request = request.header("x-forwarded-for", "198.51.100.1");
            status = house.send(request.body(Body::empty()).unwrap()).await.status;
        }
        assert_eq!(status, last);
    }
}

#[tokio::test]
async fn an_account_is_counted_wherever_it_comes_from() {
    let limits = LimitSettings { write_per_minute: 3, ..LimitSettings::default() };
    let house = House::open(limits, WatchSettings::default()).await;
    let mut statuses = Vec::new();
    for n in 1..=4 {
        let address: SocketAddr = format!("192.0.2.{n}:4000").parse().unwrap();
        let request = Request::post("/ecrire").extension(ConnectInfo(address));
        let request = request.extension(someone(false)).body(Body::empty()).unwrap();
        statuses.push(house.send(request).await.status);
    }
    assert_eq!(statuses, [200, 200, 200, 429]);
}

#[tokio::test]
async fn a_page_made_for_someone_is_kept_by_no_cache() {
    let house = House::plain().await;
    let answer = house.ask(Request::get("/page").extension(someone(false))).await;
    assert_eq!(answer.header("cache-control"), "no-store");
    let answer = house.ask(Request::get("/rien").extension(someone(false))).await;
    assert_eq!((answer.status, answer.header("cache-control")), (404, "no-store"));
    assert_eq!(house.get("/page").await.header("cache-control"), "");
}

#[tokio::test]
async fn more_than_can_be_done_is_refused_soon_and_the_rest_is_done() {
    let limits = LimitSettings {
        in_flight_max: 2,
        waiting_max: 4,
        wait_max_ms: 200,
        ..LimitSettings::default()
    };
    let house = House::open(limits, WatchSettings::default()).await;
    let start = Instant::now();
    let asked = (0..20).map(|_| {
        let house = house.router.clone();
        tokio::spawn(async move {
            let request = Request::get("/lent").body(Body::empty()).unwrap();
            let response = house.oneshot(request).await.unwrap();
            (response.status().as_u16(), response.headers().contains_key("retry-after"))
        })
    });
    let asked: Vec<_> = asked.collect();
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(house.get("/sante/pret").await.status, 200, "monitors are always answered");
    let mut done = 0;
    for asked in asked {
        match asked.await.unwrap() {
            (503, true) => {}
            (200, _) => done += 1,
            other => unreachable!("{other:?}"),
        }
    }
    assert_eq!(done, 2);
    assert!(start.elapsed() < Duration::from_secs(3), "nobody waited for a third turn");
}

#[tokio::test]
async fn the_house_is_closed_to_visitors_and_open_to_administrators() {
    let house = House::plain().await;
    let closed = Closed { sentence: "Retour à 14 h.".into(), minutes: 20 };
    house.app.site.set(Site { closed: Some(closed), ..(*house.app.site()).clone() });
    let answer = house.get("/page").await;
    assert_eq!((answer.status, answer.header("retry-after")), (503, "1200"));
    assert!(answer.text().await.contains("Retour à 14 h."));
    for path in ["/sante/pret", "/s/rien.css"] {
        assert_ne!(house.get(path).await.status, 503, "{path}");
    }
    assert_eq!(house.ask(Request::post("/connexion")).await.status, 200);
    let administrator = Request::get("/page").extension(someone(true));
    assert_eq!(house.ask(administrator).await.status, 200);
    assert_eq!(house.ask(Request::get("/page").extension(someone(false))).await.status, 503);
}

#[tokio::test]
async fn a_file_closes_the_house_too() {
    let house = House::plain().await;
    let file = house.folder.path().join("maintenance");
    write(&file, "Nous déménageons.");
    let answer = house.get("/page").await;
    assert_eq!((answer.status, answer.header("retry-after")), (503, "600"));
    assert!(answer.text().await.contains("Nous déménageons."));
    write(&file, "");
    assert!(house.get("/page").await.text().await.contains("le temps d’un entretien"));
    std::fs::remove_file(&file).unwrap();
    assert_eq!(house.get("/page").await.status, 200);
}

#[tokio::test]
async fn figures_are_for_this_machine_or_for_who_has_the_token() {
    let local = |host: &'static str| {
        let address: SocketAddr = "127.0.0.1:4000".parse().unwrap();
        let request = Request::get("/metrics").header("host", host);
        request.extension(ConnectInfo(address))
    };
    let house = House::plain().await;
    house.get("/page").await;
    assert_eq!(house.get("/metrics").await.status, 404);
    let request = local("127.0.0.1:8080").header("x-forwarded-for", "192.0.2.1");
    assert_eq!(house.send(request.body(Body::empty()).unwrap()).await.status, 404);
    let request = local("reseau.example").body(Body::empty()).unwrap();
    assert_eq!(house.send(request).await.status, 404);
    let answer = house.send(local("127.0.0.1:8080").body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, 200);
    let text = answer.text().await;
    for name in [
        "maillage_requests_total{class=\"read\",status=\"200\"}",
        "maillage_request_seconds_bucket{class=\"read\",le=\"0.05\"}",
        "maillage_journal_position 0",
        "maillage_database_up 1",
        "process_open_fds",
        "process_resident_memory_bytes",
    ] {
        assert!(text.contains(name), "{name} is not in {text}");
    }
    assert!(!text.contains("192.0.2"), "{text}");

    let watch = WatchSettings { metrics_token: Some("s3cret".into()) };
    let house = House::open(LimitSettings::default(), watch).await;
    let request = local("127.0.0.1:8080").body(Body::empty()).unwrap();
    assert_eq!(house.send(request).await.status, 404);
    let known = Request::get("/metrics").header("authorization", "Bearer s3cret");
    assert_eq!(house.ask(known).await.status, 200);
    let wrong = Request::get("/metrics").header("authorization", "Bearer s3cre");
    assert_eq!(house.ask(wrong).await.status, 404);
}

fn write(file: &Path, text: &str) {
    std::fs::write(file, text).unwrap();
}
