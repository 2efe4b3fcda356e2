//! S6: every answer of every route carries the safety headers, errors included; what is made for
//! someone is kept nowhere; cookies stay at home; nobody answers to verbs that nobody needs.

use crate::{administrator, filled};
use axum::body::Body;
use axum::http::Request;
use std::collections::BTreeSet;
use town::{Page, Town};

const TEXTS: [&str; 4] = ["text/html", "text/css", "text/plain", "text/csv"];

fn check(path: &str, page: &Page) {
    let policy = page.header("content-security-policy");
    let is_sandboxed = policy.contains("sandbox");
    for word in ["frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"] {
        assert!(policy.contains(word) || is_sandboxed, "{path}: {word} in {policy}");
    }
    assert!(policy.contains("default-src '"), "{path}: {policy}");
    assert!(!policy.contains("unsafe"), "{path}: {policy}");
    assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
    assert_eq!(page.header("x-frame-options"), "DENY", "{path}");
    assert_eq!(page.header("cross-origin-opener-policy"), "same-origin", "{path}");
    assert_ne!(page.header("cross-origin-resource-policy"), "", "{path}");
    assert_ne!(page.header("permissions-policy"), "", "{path}");
    let transport = page.header("strict-transport-security");
    assert_eq!(transport, "max-age=31536000; includeSubDomains", "{path}");
    assert_eq!(page.header("server"), "", "{path}");
    let referrer = page.header("referrer-policy");
    assert!(!referrer.is_empty() && referrer != "unsafe-url", "{path}");
    if !page.body.is_empty() {
        let kind = page.header("content-type");
        assert_ne!(kind, "", "{path}: what it is");
        if TEXTS.iter().any(|it| kind.starts_with(it)) {
            assert!(kind.to_ascii_lowercase().contains("charset=utf-8"), "{path}: {kind}");
        }
    }
    for cookie in page.headers.get_all("set-cookie") {
        let cookie = cookie.to_str().unwrap();
        assert!(cookie.starts_with("__Host-"), "{path}: {cookie}");
        for word in ["; Secure", "; HttpOnly", "; SameSite=", "; Path=/"] {
            assert!(cookie.contains(word), "{path}: {word} in {cookie}");
        }
        assert!(!cookie.contains("Domain"), "{path}: {cookie}");
        assert_eq!(cookie.matches("; Secure").count(), 1, "{path}: {cookie}");
        assert!(cookie.len() < 4_096, "{path}");
    }
}

#[tokio::test]
async fn every_route_carries_the_safety_headers_and_keeps_its_cookies_home() {
    let town = Town::on_sqlite().await.unwrap();
    town.settle().await.unwrap();
    let visitor = town.visitor();
    for line in &town.routes {
        let path = filled(&town, line.path, "rien", "rien");
        let page = match line.method {
            "GET" => visitor.get(&path).await.unwrap(),
            _ => visitor.post(&path, &[]).await.unwrap(),
        };
        check(&path, &page);
        if line.method == "GET" {
            assert_eq!(page.header("set-cookie"), "", "{path}: a first visit leaves no cookie");
        }
    }
    for path in ["/rien", "/api/v1/rien", "/s/rien.css", "/lieux/rien"] {
        check(path, &visitor.get(path).await.unwrap());
    }
    let chosen = visitor.post("/langue", &[("langue", "en"), ("retour", "/")]).await.unwrap();
    assert_eq!(chosen.status, 303);
    assert_ne!(chosen.header("set-cookie"), "");
    check("/langue", &chosen);
}

#[tokio::test]
async fn what_is_made_for_someone_is_kept_by_no_cache_on_any_route() {
    let town = Town::on_sqlite().await.unwrap();
    town.settle().await.unwrap();
    let guest = administrator(&town).await;
    let person = guest.person.unwrap().to_string();
    for line in town.routes.iter().filter(|it| it.method == "GET") {
        let path = filled(&town, line.path, &person, "rien");
        let page = guest.get(&path).await.unwrap();
        check(&path, &page);
        assert_eq!(page.header("cache-control"), "no-store", "{path}");
    }
}

#[tokio::test]
async fn no_route_answers_to_trace_or_to_a_verb_nobody_needs() {
    let town = Town::on_sqlite().await.unwrap();
    let paths: BTreeSet<&str> = town.routes.iter().map(|it| it.path).collect();
    for path in paths {
        for verb in ["TRACE", "CONNECT", "PUT", "DELETE", "PATCH", "TRACK", "DEBUG", "PROPFIND"] {
            let request = Request::builder().method(verb).uri(path);
            let page = town.ask(request, Body::empty()).await.unwrap();
            let is_refused = matches!(page.status, 403..=405);
            assert!(is_refused, "{verb} {path}: {}", page.status);
        }
    }
}

#[tokio::test]
async fn a_header_that_only_a_proxy_may_set_changes_nothing() {
    let town = Town::on_sqlite().await.unwrap();
    for (name, value) in [
        ("x-forwarded-host", "evil.example"),
        ("x-forwarded-proto", "http"),
        ("x-original-url", "/administration"),
        ("x-rewrite-url", "/administration"),
        ("x-http-method-override", "POST"),
        ("forwarded", "host=evil.example"),
        ("x-user-id", "admin"),
    ] {
        let page = town.ask(Request::get("/").header(name, value), Body::empty()).await.unwrap();
        assert_eq!(page.status, 200, "{name}");
        assert!(!page.body.contains("evil.example"), "{name}");
        check(name, &page);
    }
    let page = town.get("/administration").await.unwrap();
    assert_eq!(page.status, 401);
}
