//! S5: a form without a good ticket, or from another site, does nothing, whoever sends it.

use crate::facts::{changed, facts};
use crate::{administrator, filled};
use axum::body::Body;
use axum::http::Request;
use town::{Guest, Page, Town};

const FORM: &str = "application/x-www-form-urlencoded";
const HOME: (&str, &str) = ("origin", "https://reseau.example");

/// A form with that ticket, in each way that forms are sent, and slowly enough to be listened to.
async fn sent(town: &Town, guest: &Guest<'_>, path: &str, how: (&str, &str), csrf: &str) -> Page {
    town.seconds_go_by(3);
    let post = |kind: &str| {
        let request = Request::post(path).header("content-type", kind).header(how.0, how.1);
        request.header("cookie", guest.cookie())
    };
    let page = town.ask(post(FORM), Body::from(format!("csrf={csrf}"))).await.unwrap();
    if page.status != 422 {
        return page;
    }
    // This one wants its fields in parts.
    let body = format!(
        "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{csrf}\r\n--b\r\n\
         Content-Disposition: form-data; name=\"fichier\"; filename=\"x.jpg\"\r\n\r\nx\r\n--b--\r\n"
    );
    town.ask(post("multipart/form-data; boundary=b"), Body::from(body)).await.unwrap()
}

#[tokio::test]
async fn every_form_that_comes_from_another_site_is_refused() {
    let town = Town::on_sqlite().await.unwrap();
    town.settle().await.unwrap();
    let guest = administrator(&town).await;
    let ticket = guest.ticket().await.unwrap();
    let before = facts(&town).await;
    let person = guest.person.unwrap().to_string();
    for line in town.routes.iter().filter(|it| it.method == "POST") {
        let path = filled(&town, line.path, &person, "rien");
        for how in [
            ("origin", "https://evil.example"),
            ("origin", "null"),
            ("origin", "https://reseau.example.evil.example"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
        ] {
            let page = sent(&town, &guest, &path, how, &ticket).await;
            assert_eq!(page.status, 403, "{path} {how:?}");
            assert_eq!(page.header("set-cookie"), "", "{path} {how:?}");
        }
    }
    assert_eq!(changed(&before, &facts(&town).await), [""; 0]);
}

#[tokio::test]
async fn every_form_without_a_good_ticket_is_refused() {
    let town = Town::on_sqlite().await.unwrap();
    town.settle().await.unwrap();
    let guest = administrator(&town).await;
    let of_nobody = town.visitor().ticket().await.unwrap();
    let of_another = town.resident("lea@reseau.example", "Léa").await.unwrap().ticket().await;
    let old = guest.ticket().await.unwrap();
    town.minutes_go_by(25 * 60);
    // A day has gone by: what they proved is no longer fresh, and their session goes on.
    let before = facts(&town).await;
    let person = guest.person.unwrap().to_string();
    let mut answers = Vec::new();
    for line in town.routes.iter().filter(|it| it.method == "POST") {
        let path = filled(&town, line.path, &person, "rien");
        for csrf in ["", "1.2.3", &of_nobody, of_another.as_ref().unwrap(), &old] {
            let page = sent(&town, &guest, &path, HOME, csrf).await;
            assert!((300..500).contains(&page.status), "{path}: {}", page.status);
            // Without a first proof there is no second: one is led to the beginning.
            let is_led_back = page.status == 303 && page.header("location") == "/connexion";
            let is_refused = page.status == 403 || page.status == 404 || is_led_back;
            if !is_refused {
                answers.push(format!("{path}: {}", page.status));
            }
        }
    }
    answers.dedup();
    assert_eq!(answers, [""; 0], "a form without a good ticket is refused");
    assert_eq!(changed(&before, &facts(&town).await), [""; 0]);
}
