//! Pages of accounts: signing in, one's account, one's security, invitations.

mod account;
mod address;
mod app;
mod confirm;
mod invitation;
mod passkeys;
mod privacy;
pub(crate) mod prove;
mod second;
pub(crate) mod security;
mod sign_in;

pub use confirm::{Confirming, Confirms};

use crate::actions::{Error, Hasher, Letterhead};
use crate::privacy::Holdings;
use crate::privacy::register::Processing;
use crate::views::said;
use askama::Template;
use axum::extract::FromRef;
use axum::http::{HeaderValue, header};
use axum::response::{Html, IntoResponse as _, Response};
use std::sync::Arc;
use web::{App, Routes, Visitor};

/// What these pages reach.
#[derive(Clone)]
pub struct People {
    /// The application.
    pub app: App,
    /// Passwords, two at a time.
    pub hasher: Hasher,
    confirms: Vec<Arc<dyn Confirms>>,
    holdings: Holdings,
    register: Arc<[Processing]>,
}

impl People {
    /// Accounts of that house.
    pub fn new(app: App) -> Self {
        Self {
            app,
            hasher: Hasher::new(),
            confirms: Vec::new(),
            holdings: Holdings::own(),
            register: Arc::new([]),
        }
    }

    /// A slice takes things from the public that are confirmed by letter.
    #[must_use]
    pub fn confirming(mut self, slice: impl Confirms + 'static) -> Self {
        self.confirms.push(Arc::new(slice));
        self
    }

    /// Those slices keep facts about people; that is the register of what they keep.
    #[must_use]
    pub fn holding(self, holdings: Holdings, register: Vec<Processing>) -> Self {
        Self { holdings, register: register.into(), ..self }
    }

    /// Who knows what to do with that key, and the key without its prefix.
    fn confirming_of<'a>(&self, key: &'a str) -> Option<(Arc<dyn Confirms>, &'a str)> {
        let (prefix, rest) = key.split_once(':')?;
        let slice = self.confirms.iter().find(|it| it.prefix() == prefix)?;
        Some((slice.clone(), rest))
    }
}

impl FromRef<People> for App {
    fn from_ref(people: &People) -> Self {
        people.app.clone()
    }
}

/// Every page of accounts, at its address.
pub fn routes(people: People) -> Routes<()> {
    Routes::new()
        .get("/connexion", sign_in::page)
        .post("/connexion", sign_in::ask)
        .get("/connexion/code/{code}", sign_in::code_page)
        .post("/connexion/code/{code}", sign_in::enter_digits)
        .get("/connexion/lien/{secret}", sign_in::link_page)
        .post("/connexion/lien/{secret}", sign_in::enter_link)
        .post("/deconnexion", sign_in::leave)
        .get("/compte", account::page)
        .post("/compte/nom", account::change_name)
        .post("/compte/droits/{held}/quitter", account::leave_role)
        .get("/compte/securite", security::page)
        .post("/compte/mot-de-passe", security::set_password)
        .post("/compte/mot-de-passe/retirer", security::remove_password)
        .post("/compte/sessions/{session}/fermer", security::end_session)
        .post("/compte/sessions/fermer-les-autres", security::end_others)
        .get("/connexion/deuxieme-preuve", second::page)
        .post("/connexion/deuxieme-preuve", second::show_proof)
        .post("/connexion/deuxieme-preuve/cle", second::show_key)
        .post("/connexion/cle", passkeys::enter_with_key)
        .get("/compte/preuve", prove::page)
        .post("/compte/preuve", prove::prove)
        .post("/compte/preuve/cle", prove::prove_with_key)
        .get("/compte/preuve/code/{code}", prove::code_page)
        .post("/compte/preuve/code/{code}", prove::prove_with_digits)
        .get("/compte/preuve/lien/{secret}", prove::link_page)
        .post("/compte/preuve/lien/{secret}", prove::prove_with_link)
        .get("/compte/adresse", address::page)
        .post("/compte/adresse", address::ask)
        .get("/compte/adresse/code/{code}", address::code_page)
        .post("/compte/adresse/code/{code}", address::change_with_digits)
        .get("/compte/adresse/lien/{secret}", address::link_page)
        .post("/compte/adresse/lien/{secret}", address::change_with_link)
        .get("/compte/application", app::page)
        .post("/compte/application", app::set)
        .post("/compte/application/retirer", app::remove)
        .get("/compte/codes-de-secours", app::recovery_page)
        .post("/compte/codes-de-secours", app::draw_recovery)
        .get("/compte/cles", passkeys::page)
        .post("/compte/cles", passkeys::add)
        .post("/compte/cles/{key}/nom", passkeys::rename)
        .post("/compte/cles/{key}/retirer", passkeys::remove)
        .get("/invitation/{secret}", invitation::page)
        .post("/invitation/{secret}", invitation::answer)
        .get("/confirmer/{secret}", confirm::page)
        .post("/confirmer/{secret}", confirm::confirm)
        .with_state(people.clone())
        .merge(privacy::routes(people))
}

fn show(view: &impl Template) -> web::Result<Response> {
    Ok(Html(view.render()?).into_response())
}

/// The same page with what is wrong on it: 422.
fn show_wrong(view: &impl Template) -> web::Result<Response> {
    Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, Html(view.render()?)).into_response())
}

/// What letters written for this visitor need to know.
fn head(visitor: &Visitor) -> Letterhead {
    Letterhead::of(visitor)
}

/// What the web answers when a verb was not done and the page has nothing better to say.
pub(crate) fn trouble(error: Error, visitor: &Visitor) -> web::Error {
    match error {
        Error::Refused(refusal) => web::Error::Refused(said(&visitor.words(), refusal)),
        Error::NotAllowed => web::Error::NotAllowed,
        Error::NotFound => web::Error::NotFound,
        Error::Storage(error) => web::Error::from(error),
    }
}

/// Has the browser keep the session's secret: for this host, this site, and no script.
fn keep(mut response: Response, visitor: &Visitor, secret: &str) -> Response {
    let is_https = visitor.app().site().is_https();
    let (name, secure) = (crate::session_cookie(is_https), if is_https { "; Secure" } else { "" });
    let life = if secret.is_empty() { "; Max-Age=0" } else { "; Max-Age=2592000" };
    let cookie = format!("{name}={secret}; Path=/; HttpOnly; SameSite=Lax{life}{secure}");
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}
