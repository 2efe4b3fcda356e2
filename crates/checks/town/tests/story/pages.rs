//! People read pages: they find, they choose, they are told.

use scraper::{Html, Selector};
use town::{Page, Town, on_each_engine};

fn all(page: &Page, selector: &str) -> Vec<String> {
    let html = Html::parse_document(&page.body);
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector)
        .map(|it| it.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

fn links(page: &Page) -> Vec<String> {
    let html = Html::parse_document(&page.body);
    let selector = Selector::parse("a[href]").unwrap();
    html.select(&selector).filter_map(|it| it.value().attr("href").map(str::to_owned)).collect()
}

async fn settled(story: &str) -> Vec<Town> {
    let towns = on_each_engine(story).await.unwrap();
    for town in &towns {
        let resolved = town.settle().await.unwrap();
        assert!(resolved.places > 500, "{resolved:?}");
    }
    towns
}

#[tokio::test]
async fn someone_looks_for_help_with_papers_near_rennes() {
    for town in settled("papers").await {
        let page = town.get("/?q=carte+grise&ou=Rennes&rayon=20").await.unwrap();
        assert_eq!(page.status, 200);
        let heading = &all(&page, "h2#titre-resultats")[0];
        assert!(heading.contains("Rennes") && !heading.starts_with("Aucun"), "{heading}");
        assert!(!all(&page, "article.card h3").is_empty());
        let everywhere = town.get("/").await.unwrap();
        assert_eq!(all(&everywhere, "article.card").len(), 20);
    }
}

#[tokio::test]
async fn a_place_nobody_knows_is_said_and_the_search_goes_on_elsewhere() {
    for town in settled("unknown").await {
        let page = town.get("/?ou=Zzyzx-les-Bains").await.unwrap();
        assert_eq!(page.status, 200);
        assert!(page.body.contains("Zzyzx-les-Bains"));
        assert!(!all(&page, ".field-error").is_empty());
        let nothing = town.get("/?q=xqzwv&ou=Rennes&rayon=5").await.unwrap();
        assert!(!all(&nothing, ".empty a").is_empty(), "an empty result proposes something");
    }
}

#[tokio::test]
async fn every_link_of_every_kind_of_page_leads_somewhere() {
    for town in settled("links").await {
        let starts = [
            "/",
            "/?ou=Rennes",
            "/territoires",
            "/departements/35",
            "/communes/35238-rennes",
            "/donnees",
            "/plan-du-site",
            "/accessibilite",
            "/mentions-legales",
            "/donnees-personnelles",
        ];
        let mut seen = std::collections::BTreeSet::new();
        for start in starts {
            let page = town.get(start).await.unwrap();
            assert_eq!(page.status, 200, "{start}");
            // The map and the filters have no end of addresses: a dozen of each page is enough.
            for link in links(&page).into_iter().filter(|it| it.starts_with('/')).take(40) {
                let path = link.split('#').next().unwrap_or_default().to_owned();
                if seen.len() < 220 && seen.insert(path.clone()) {
                    let status = town.get(&path).await.unwrap().status;
                    // A page of one's own asks who one is: that leads somewhere too.
                    let leads = status < 400 || status == 401;
                    assert!(leads, "{start} links to {path}: {status}");
                }
            }
        }
    }
}

#[tokio::test]
async fn the_site_speaks_english_to_those_who_ask_and_remembers_a_choice() {
    let town = on_each_engine("english").await.unwrap().remove(0);
    let request = axum::http::Request::get("/").header("accept-language", "en-GB,en;q=0.9");
    let page = town.ask(request, axum::body::Body::empty()).await.unwrap();
    assert!(page.body.contains("lang=\"en\"") && page.body.contains("Find digital"));
    assert_eq!(page.header("set-cookie"), "", "a first visit leaves nothing behind");
    let (_, after) = page.body.split_once("name=\"csrf\" value=\"").unwrap();
    let ticket = after.split('"').next().unwrap();
    let form = axum::http::Request::post("/langue")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin");
    let body = axum::body::Body::from(format!("csrf={ticket}&langue=en&retour=%2Fterritoires"));
    let answer = town.ask(form, body).await.unwrap();
    assert_eq!((answer.status, answer.header("location")), (303, "/territoires"));
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("__Host-langue=en;") && cookie.contains("Secure"), "{cookie}");
    let kept = axum::http::Request::get("/territoires").header("cookie", "__Host-langue=en");
    let page = town.ask(kept, axum::body::Body::empty()).await.unwrap();
    assert!(page.body.contains("lang=\"en\""));
}

#[tokio::test]
async fn a_closed_place_says_so_and_a_hidden_one_is_not_there() {
    use directory::model::PlaceState;
    let town = settled("states").await.remove(0);
    let slugs: Vec<String> = {
        let live = town.directory.live();
        let mut slugs: Vec<String> = live.summaries.values().map(|it| it.slug.clone()).collect();
        slugs.sort();
        slugs
    };
    let set = async |slug: &str, state, why: &str| {
        let id = directory::place_id_at(&town.db, slug).await.unwrap().unwrap();
        let actor = &people::Standing::operator();
        directory::actions::set_state(&town.db, town.now(), actor, id, (state, why)).await
    };
    assert!(set(&slugs[0], PlaceState::Closed, " ").await.is_err(), "a reason is needed");
    set(&slugs[0], PlaceState::Closed, "déménagement").await.unwrap();
    set(&slugs[1], PlaceState::Hidden, "à vérifier").await.unwrap();
    town.directory.catch_up().await.unwrap();
    let closed = town.get(&format!("/lieux/{}", slugs[0])).await.unwrap();
    assert_eq!(closed.status, 200);
    let told = closed.body.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(told.contains("a fermé le 24 novembre 2026"), "said on the page");
    assert_eq!(town.get(&format!("/lieux/{}", slugs[1])).await.unwrap().status, 404);
    set(&slugs[1], PlaceState::Published, "").await.unwrap();
    town.directory.catch_up().await.unwrap();
    assert_eq!(town.get(&format!("/lieux/{}", slugs[1])).await.unwrap().status, 200);
}

#[tokio::test]
async fn exports_say_what_the_search_found() {
    let town = settled("exports").await.remove(0);
    let csv = town.get("/lieux.csv?ou=Rennes").await.unwrap();
    let read = intake::standard::read_csv(csv.body.as_bytes()).unwrap();
    let api = town.get("/api/v1/places?ou=Rennes").await.unwrap();
    let api: serde_json::Value = serde_json::from_str(&api.body).unwrap();
    assert_eq!(read.len() as u64, api["total"].as_u64().unwrap());
    let geojson = town.get("/lieux.geojson?ou=Rennes").await.unwrap();
    let geojson: serde_json::Value = serde_json::from_str(&geojson.body).unwrap();
    assert_eq!(geojson["type"], "FeatureCollection");
}
