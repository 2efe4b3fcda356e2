//! What the site never does, whoever asks.

use axum::body::Body;
use axum::http::Request;
use town::on_each_engine;

#[tokio::test]
async fn every_answer_carries_the_safety_headers_errors_included() {
    let town = on_each_engine("headers").await.unwrap().remove(0);
    for path in ["/", "/nothing", "/api/v1/places", "/api/v1/nothing", "/carte.svg", "/robots.txt"]
    {
        let page = town.get(path).await.unwrap();
        let policy = page.header("content-security-policy");
        assert!(policy.starts_with("default-src 'self'") && !policy.contains("unsafe"), "{path}");
        assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
        assert!(page.header("strict-transport-security").contains("31536000"), "{path}");
        assert_ne!(page.header("referrer-policy"), "", "{path}");
    }
}

#[tokio::test]
async fn a_form_sent_from_elsewhere_is_refused() {
    let town = on_each_engine("forged").await.unwrap().remove(0);
    let forged = [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")];
    for (name, value) in forged {
        let request = Request::post("/langue")
            .header("content-type", "application/x-www-form-urlencoded")
            .header(name, value);
        let page = town.ask(request, Body::from("langue=en&retour=/")).await.unwrap();
        assert_eq!(page.status, 403, "{name}");
        assert_eq!(page.header("set-cookie"), "");
    }
}

#[tokio::test]
async fn looking_changes_nothing() {
    for town in on_each_engine("looking").await.unwrap() {
        town.settle().await.unwrap();
        let before = town.db.read().await.unwrap().head().await.unwrap();
        for path in ["/", "/?ou=Lyon&type=bib", "/territoires", "/donnees", "/lieux.csv", "/sante"]
        {
            assert_eq!(town.get(path).await.unwrap().status, 200, "{path}");
        }
        assert_eq!(town.db.read().await.unwrap().head().await.unwrap(), before);
    }
}

#[tokio::test]
async fn nonsense_in_an_address_is_never_our_fault() {
    let town = on_each_engine("nonsense").await.unwrap().remove(0);
    town.settle().await.unwrap();
    let long = "a".repeat(5_000);
    let paths = [
        "/?carte=999,999,999",
        "/?carte=nan,inf,-1",
        "/?zone=10,10,-10,-10",
        "/?page=99999999999999999999",
        "/?rayon=0&ou=Rennes",
        "/?q=%00%FF%FE",
        "/?q='%3B%20DROP%20TABLE%20place--",
        "/?type=bib&type=bib&type=nothing",
        "/lieux/..%2F..%2Fetc%2Fpasswd",
        "/communes/%F0%9F%98%80%F0%9F%98%80",
        "/communes/3523",
        "/departements/999",
        "/carte/fragment?l=-1&h=1e308&carte=48,2,99",
        "/carte.svg?carte=90,180,19",
        "/communes.json?q=%25%00",
        "/s/../../Cargo.toml",
    ];
    for path in paths.iter().map(|it| (*it).to_owned()).chain([format!("/?q={long}")]) {
        let page = town.get(&path).await.unwrap();
        assert!(page.status < 500, "{path}: {}", page.status);
    }
}

#[tokio::test]
async fn a_name_that_is_a_script_is_shown_as_a_name() {
    let town = on_each_engine("script").await.unwrap().remove(0);
    let mapping = "[source]\nkey = \"odd\"\nname = \"Odd\"\n[read]\nformat = \"json\"\n\
                   [identity]\ncolumns = [\"id\"]\n[fields.nom]\ncolumns = [\"name\"]\n\
                   [fields.commune]\ncolumns = [\"town\"]\n[fields.site_web]\ncolumns = [\"web\"]\n";
    let list = r#"[{"id": "1", "name": "Lieu & \"Cie\" {{7*7}} ' onmouseover=alert(1)",
                    "town": "Rennes", "web": "javascript:alert(1)"}]"#;
    town.harvest(mapping, list).await.unwrap();
    town.resolve().await.unwrap();
    let slug = {
        let live = town.directory.live();
        live.summaries.values().next().unwrap().slug.clone()
    };
    for path in [format!("/lieux/{slug}"), "/".into(), "/carte.svg".into()] {
        let page = town.get(&path).await.unwrap();
        assert_eq!(page.status, 200);
        assert!(!page.body.contains("javascript:alert"), "{path}");
        assert!(!page.body.contains("\" onmouseover") && !page.body.contains("& \"Cie"), "{path}");
    }
}
