//! No address that someone brings back leads out of the site, and no path out of its folder.

use crate::{administrator, filled};
use axum::body::Body;
use axum::http::Request;
use town::{Guest, Page, Town};

/// Ways of writing another site that some browser or some library has taken for a path.
const OUT: [&str; 24] = [
    "//evil.example",
    "///evil.example",
    "////evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r/evil.example",
    "\t//evil.example",
    " //evil.example",
    "https://evil.example",
    "https:evil.example",
    "https:/evil.example",
    "HtTpS://evil.example",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "/%2f%2fevil.example",
    "/%5Cevil.example",
    "/..//evil.example",
    "https://reseau.example@evil.example",
    "https://reseau.example.evil.example",
    "//evil.example/%2f..",
    "/\u{2044}evil.example",
    "／／evil.example",
];

/// Where an answer leads, taken as a browser does.
fn leads_home(page: &Page) -> bool {
    let home = url::Url::parse("https://reseau.example/connexion").unwrap();
    let location = page.header("location");
    location.is_empty() || home.join(location).is_ok_and(|it| it.origin() == home.origin())
}

async fn langue(guest: &Guest<'_>, way: &str) -> Page {
    guest.post("/langue", &[("langue", "en"), ("retour", way)]).await.unwrap()
}

#[tokio::test]
async fn no_return_address_of_any_form_leads_out_of_the_site() {
    let town = Town::on_sqlite().await.unwrap();
    town.settle().await.unwrap();
    let guest = administrator(&town).await;
    for (n, way) in OUT.iter().enumerate() {
        let page = langue(&guest, way).await;
        assert!(leads_home(&page), "{way:?}: {}", page.header("location"));
        if n % 4 > 0 {
            continue;
        }
        let asked: String = url::form_urlencoded::byte_serialize(way.as_bytes()).collect();
        for line in town.routes.iter().filter(|it| it.method == "GET") {
            let path = filled(&town, line.path, "rien", "rien");
            let path = format!("{path}?suite={asked}&retour={asked}&next={asked}");
            let page = town.get(&path).await.unwrap();
            assert!(leads_home(&page), "{path}: {}", page.header("location"));
        }
    }
}

#[tokio::test]
async fn who_signs_in_is_never_led_to_another_site() {
    let town = Town::on_sqlite().await.unwrap();
    let guest = town.resident("lea@reseau.example", "Léa").await.unwrap();
    for way in OUT {
        let fields = [("par", "lettre"), ("courriel", "lea@reseau.example"), ("suite", way)];
        for path in ["/connexion", "/compte/preuve", "/connexion/deuxieme-preuve"] {
            let page = guest.post(path, &fields).await.unwrap();
            assert!(page.status < 500, "{path} {way:?}: {}", page.status);
            assert!(leads_home(&page), "{path} {way:?}: {}", page.header("location"));
            assert!(!page.body.contains("href=\"//"), "{path} {way:?}");
        }
        town.minutes_go_by(20);
    }
}

#[tokio::test]
async fn no_path_leads_out_of_its_folder() {
    let town = Town::on_sqlite().await.unwrap();
    let ups =
        ["../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "..\\", "....//", "..%c0%af", ".%00./"];
    let files = ["Cargo.toml", "town.db", "maillage.toml", "etc/passwd", ".git/config"];
    for folder in ["/s/", "/photos/", "/moderation/chiffres/", "/sources/", "/lieux/", "/"] {
        for up in ups {
            for file in files {
                let path = format!("{folder}{}{file}", up.repeat(4));
                let Ok(uri) = path.parse::<axum::http::Uri>() else { continue };
                let page = town.ask(Request::get(uri), Body::empty()).await.unwrap();
                assert!(matches!(page.status, 400..=499 | 308), "{path}: {}", page.status);
                assert!(!page.body.contains("[package]") && !page.body.contains("root:"), "{path}");
            }
        }
    }
}
