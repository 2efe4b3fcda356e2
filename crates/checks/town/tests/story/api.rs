//! Programs read the API.

use serde_json::Value;
use town::{Page, on_each_engine};

fn json(page: &Page) -> Value {
    serde_json::from_str(&page.body).unwrap()
}

#[tokio::test]
async fn every_place_comes_once_in_pages_that_follow_one_another() {
    for town in on_each_engine("cursor").await.unwrap() {
        let places = town.settle().await.unwrap().places;
        let mut ids = std::collections::BTreeSet::new();
        let mut next = Some("/api/v1/places?limit=100".to_owned());
        while let Some(path) = next {
            let page = json(&town.get(&path).await.unwrap());
            for item in page["items"].as_array().unwrap() {
                assert!(ids.insert(item["id"].as_str().unwrap().to_owned()));
            }
            next = page["next"]
                .as_str()
                .map(|it| it.strip_prefix("https://reseau.example").unwrap().to_owned());
        }
        assert_eq!(ids.len(), town.directory.live().atlas.len());
        assert!(ids.len() <= places);
    }
}

#[tokio::test]
async fn one_place_says_where_each_field_comes_from_and_answers_304_to_those_who_know_it() {
    for town in on_each_engine("one_place").await.unwrap() {
        town.settle().await.unwrap();
        let first = json(&town.get("/api/v1/places?limit=1&ou=Rennes").await.unwrap());
        assert!(first["items"][0]["distance_m"].is_number());
        let id = first["items"][0]["id"].as_str().unwrap();
        assert_eq!(town.get(&format!("/lieux/{id}")).await.unwrap().status, 308);
        let path = format!("/api/v1/places/{id}");
        let page = town.get(&path).await.unwrap();
        let place = json(&page);
        assert!(place["fields"]["nom"].is_string());
        let origins = place["origins"].as_array().unwrap();
        assert!(origins.iter().any(|it| it["field"] == "nom" && it["chosen"][0]["source"] != ""));
        let again =
            axum::http::Request::get(path.as_str()).header("if-none-match", page.header("etag"));
        assert_eq!(town.ask(again, axum::body::Body::empty()).await.unwrap().status, 304);
    }
}

#[tokio::test]
async fn what_cannot_be_used_is_refused_with_a_problem_document() {
    let town = on_each_engine("problem").await.unwrap().remove(0);
    for path in [
        "/api/v1/places?rayon=-3",
        "/api/v1/places?couleur=bleu",
        "/api/v1/places?limit=100000",
        "/api/v1/places?cursor=zzz",
        "/api/v1/places?zone=1,2,3",
    ] {
        let page = town.get(path).await.unwrap();
        assert_eq!(page.status, 422, "{path}");
        assert_eq!(page.header("content-type"), "application/problem+json");
        let problem = json(&page);
        assert_eq!(problem["status"], 422);
        assert!(problem["detail"].as_str().is_some_and(|it| !it.is_empty()));
    }
    for path in ["/api/v1/places/lieu_nothing", "/api/v1/nothing"] {
        let page = town.get(path).await.unwrap();
        assert_eq!((page.status, json(&page)["status"].as_u64()), (404, Some(404)));
    }
}

/// The description of the API is a promise: it changes only on purpose.
/// `BLESS=1 cargo test -p town` rewrites it.
#[tokio::test]
async fn the_description_of_the_api_is_the_one_promised() {
    let town = on_each_engine("openapi").await.unwrap().remove(0);
    let page = town.get("/api/v1/openapi.json").await.unwrap();
    assert_eq!(page.status, 200);
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../docs/openapi.json");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, format!("{}\n", page.body)).unwrap();
    }
    let promised = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(promised.trim_end(), page.body.trim_end(), "run BLESS=1 cargo test -p town");
}
