//! A browser that keeps cookies and sends forms back as they were shown, and the letters that its
//! owner receives.

use axum::body::Body;
use axum::http::Request;
use town::{Page, Town};

/// Someone's browser.
pub(super) struct Browser<'a> {
    town: &'a Town,
    agent: &'static str,
    cookies: Vec<(String, String)>,
}

/// A letter that was posted.
pub(super) struct Letter {
    pub(super) subject: String,
    pub(super) content: String,
}

impl<'a> Browser<'a> {
    pub(super) fn new(town: &'a Town) -> Self {
        Self::called(town, "Mozilla/5.0 (X11; Linux) Firefox/140.0")
    }

    pub(super) fn called(town: &'a Town, agent: &'static str) -> Self {
        Self { town, agent, cookies: Vec::new() }
    }

    /// The session's cookie, when there is one.
    pub(super) fn session(&self) -> Option<String> {
        self.cookies.iter().find(|it| it.0 == "__Host-session").map(|it| it.1.clone())
    }

    /// Puts a session's cookie in the browser, as someone who could write there would.
    pub(super) fn plant(&mut self, session: &str) {
        self.keep("__Host-session", session);
    }

    fn keep(&mut self, name: &str, value: &str) {
        self.cookies.retain(|it| it.0 != name);
        if !value.is_empty() {
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
    }

    async fn send(&mut self, request: axum::http::request::Builder, body: String) -> Page {
        // A person takes a second; letters are then in the order of what made them.
        self.town.seconds_go_by(1);
        let cookies: Vec<String> = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
        let request = request
            .header("accept-language", "fr")
            .header("user-agent", self.agent)
            .header("cookie", cookies.join("; "));
        let page = self.town.ask(request, Body::from(body)).await.unwrap();
        let kept: Vec<String> = page
            .headers
            .get_all("set-cookie")
            .iter()
            .map(|it| it.to_str().unwrap().to_owned())
            .collect();
        for cookie in kept {
            let (pair, rest) = cookie.split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            assert!(rest.contains("HttpOnly") && rest.contains("SameSite=Lax"), "{cookie}");
            self.keep(name, if rest.contains("Max-Age=0") { "" } else { value });
        }
        page
    }

    pub(super) async fn get(&mut self, path: &str) -> Page {
        self.send(Request::get(path), String::new()).await
    }

    /// Fills the form that goes to `action` on the page at `path`, and sends it.
    pub(super) async fn fill(&mut self, path: &str, action: &str, typed: &[(&str, &str)]) -> Page {
        let page = self.get(path).await;
        assert_eq!(page.status, 200, "{path}: {}", page.header("location"));
        self.fill_on(&page, action, typed).await
    }

    /// Fills the form that goes to `action` on that page, and sends it.
    pub(super) async fn fill_on(
        &mut self,
        page: &Page,
        action: &str,
        typed: &[(&str, &str)],
    ) -> Page {
        let form = form(&page.body, action);
        let mut fields: Vec<(String, String)> = hidden(form);
        for (name, value) in typed {
            fields.retain(|it| it.0 != *name);
            fields.push(((*name).to_owned(), (*value).to_owned()));
        }
        let body =
            url::form_urlencoded::Serializer::new(String::new()).extend_pairs(&fields).finish();
        let request = Request::post(action)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", "https://reseau.example");
        self.send(request, body).await
    }

    /// Enters, or makes an account, by the link of a letter. Answers the last page.
    pub(super) async fn enter(&mut self, mail: &str) -> Page {
        let asked =
            self.fill("/connexion", "/connexion", &[("courriel", mail), ("par", "lettre")]).await;
        assert_eq!(asked.status, 303, "{}", asked.body);
        let link = last_letter(self.town, mail).await.path();
        let page = self.get(&link).await;
        assert_eq!(page.status, 200, "{}", page.body);
        let typed: &[(&str, &str)] =
            if page.body.contains("name=\"nom\"") { &[("nom", "Léa")] } else { &[] };
        self.fill_on(&page, &link, typed).await
    }
}

/// The part of a page that is the form going there.
fn form<'a>(page: &'a str, action: &str) -> &'a str {
    let start = page
        .find(&format!("action=\"{action}\""))
        .unwrap_or_else(|| panic!("no form to {action} in {page}"));
    let rest = &page[start..];
    &rest[..rest.find("</form>").unwrap()]
}

fn hidden(form: &str) -> Vec<(String, String)> {
    form.split("<input type=\"hidden\"")
        .skip(1)
        .map(|it| {
            let part = |name: &str| {
                let (_, after) = it.split_once(&format!("{name}=\"")).unwrap();
                after.split_once('"').unwrap().0.replace("&#38;", "&")
            };
            (part("name"), part("value"))
        })
        .collect()
}

/// The letters sent to an address, the first posted first.
pub(super) async fn letters(town: &Town, mail: &str) -> Vec<Letter> {
    db::row! {
        struct Row {
            subject: String,
            content: String,
        }
    }
    let mut read = town.db.read().await.unwrap();
    let rows: Vec<Row> = read
        .all(
            "SELECT subject, content FROM letter WHERE recipient = $1 ORDER BY id",
            db::params![mail],
        )
        .await
        .unwrap();
    rows.into_iter().map(|it| Letter { subject: it.subject, content: it.content }).collect()
}

pub(super) async fn last_letter(town: &Town, mail: &str) -> Letter {
    letters(town, mail).await.pop().expect("a letter")
}

impl Letter {
    /// The path of its link.
    pub(super) fn path(&self) -> String {
        let (_, after) = self.content.split_once("https://reseau.example").unwrap();
        after.split('"').next().unwrap().to_owned()
    }

    /// Its six digits.
    pub(super) fn digits(&self) -> String {
        let content: serde_json::Value = serde_json::from_str(&self.content).unwrap();
        let found = code(&content).expect("digits");
        found.replace(' ', "")
    }
}

fn code(value: &serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::Object(map) => map
            .get("code")
            .and_then(|it| it.as_str().map(str::to_owned))
            .or_else(|| map.values().find_map(code)),
        _ => None,
    }
}
