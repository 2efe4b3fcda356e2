//! Someone with a browser of their own, a network, an account if they have one.

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use base::{Actor, PersonId};
use people::model::{Level, Role, Scope};
use people::{Standing, actions};
use std::net::SocketAddr;
use town::{Page, Town};

pub(crate) struct Someone<'a> {
    pub(crate) town: &'a Town,
    pub(crate) person: Option<PersonId>,
    cookie: String,
    address: SocketAddr,
}

impl<'a> Someone<'a> {
    /// Without an account, from that address.
    pub(crate) fn visitor(town: &'a Town, address: &str) -> Self {
        let address = format!("{address}:40000").parse().unwrap();
        Self { town, person: None, cookie: String::new(), address }
    }

    /// With an account of that level, made now.
    pub(crate) async fn with_account(town: &'a Town, name: &str, level: Level) -> Self {
        let mail = format!("{name}@exemple.invalid");
        let asked = (mail.as_str(), name, "fr");
        let made = actions::make_person(&town.db, town.now(), &Standing::operator(), asked).await;
        let person = made.unwrap().id;
        let network: u8 = name.bytes().fold(7, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte));
        let mut someone = Self::visitor(town, &format!("192.{network}.2.1"));
        someone.person = Some(person);
        someone.write("UPDATE person SET level = $2 WHERE id = $1", Some(level as i64)).await;
        someone
    }

    /// Signs in anew, with every proof.
    pub(crate) async fn signs_in(&mut self) {
        let (town, person) = (self.town, self.person.unwrap());
        self.cookie.clear();
        let operator = Standing::operator();
        let keys = (town.now(), &town.app.keys);
        let path = actions::link_for(&town.db, keys, &operator, person).await.unwrap();
        let entered = self.posts(&path, &[]).await;
        assert_eq!(entered.status, 303, "{}", entered.body);
        let all = entered.headers.get_all("set-cookie").iter();
        let session = all.filter_map(|it| it.to_str().ok()).find(|it| it.contains("session="));
        session.unwrap().split(';').next().unwrap().clone_into(&mut self.cookie);
        self.write("UPDATE session SET is_strong = TRUE WHERE person = $1", None).await;
    }

    pub(crate) async fn holds(&self, role: Role, scope: Scope) {
        let (town, person) = (self.town, self.person.unwrap());
        let given = (person, role, &scope);
        let scopes = [scope.clone(), Scope::House];
        let how = (scopes.as_slice(), None, "story");
        actions::give_role(&town.db, town.now(), &Standing::operator(), given, how).await.unwrap();
    }

    /// A moderator of that scope, signed in.
    pub(crate) async fn moderator(town: &'a Town, name: &str, scope: Scope) -> Self {
        let mut someone = Self::with_account(town, name, Level::Reached).await;
        someone.holds(Role::Moderator, scope).await;
        someone.signs_in().await;
        someone
    }

    async fn write(&self, sql: &'static str, value: Option<i64>) {
        let mut chore = self.town.db.chore(self.town.now(), "story").await.unwrap();
        let mut values = vec![db::Value::from(&self.person.unwrap())];
        values.extend(value.map(db::Value::from));
        chore.write(sql, values).await.unwrap();
        chore.commit().await.unwrap();
    }

    pub(crate) fn name(&self) -> String {
        Actor::Person(self.person.unwrap()).name()
    }

    pub(crate) async fn gets(&self, path: &str) -> Page {
        self.town.ask(self.asking(Request::get(path)), Body::empty()).await.unwrap()
    }

    /// Sends a form with a good ticket.
    pub(crate) async fn posts(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.posts_after(path, fields, 0).await
    }

    /// Sends a form as a person does who takes ten seconds to fill it.
    pub(crate) async fn posts_slowly(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.posts_after(path, fields, 10).await
    }

    async fn posts_after(&self, path: &str, fields: &[(&str, &str)], seconds: i64) -> Page {
        let page = self.gets("/plan-du-site").await;
        let (_, after) = page.body.split_once("name=\"csrf\" value=\"").unwrap();
        let ticket = after.split('"').next().unwrap();
        self.town.seconds_go_by(seconds);
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.append_pair("csrf", ticket).extend_pairs(fields);
        let asking = self
            .asking(Request::post(path))
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded");
        self.town.ask(asking, Body::from(form.finish())).await.unwrap()
    }

    fn asking(&self, request: axum::http::request::Builder) -> axum::http::request::Builder {
        let request = request.header("accept-language", "fr").extension(ConnectInfo(self.address));
        if self.cookie.is_empty() { request } else { request.header("cookie", &self.cookie) }
    }
}
