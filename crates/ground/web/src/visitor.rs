//! Who is asking, and in which language.

use crate::{App, Error, Locale, Section, Shell, SignedIn, Ticket, Words, flash};
use axum::extract::{FromRef, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, Uri, header};
use base::PersonId;
use std::convert::Infallible;

/// Name of the cookie that keeps the language chosen. It is set only by that choice.
pub const LANGUAGE_COOKIE: &str = "langue";
/// How the name of a cookie begins that a browser takes from this host only, over https only.
pub(crate) const HOST_COOKIE: &str = "__Host-";

/// Who is asking.
#[derive(Clone)]
pub struct Visitor {
    /// The language to answer in.
    pub locale: Locale,
    /// Path and query of the page asked for.
    pub path: String,
    /// Who they are, when they are signed in.
    pub signed_in: Option<SignedIn>,
    /// The key of what has just been done, to be said once.
    flash: Option<String>,
    app: App,
}

impl Visitor {
    /// Who asks for that page with those headers; `extensions` hold who was recognised.
    pub fn new(app: App, uri: &Uri, headers: &HeaderMap, extensions: &Extensions) -> Self {
        let asked = query_value(uri, "langue");
        let chosen = own_cookie(headers, LANGUAGE_COOKIE);
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let locale = Locale::negotiate(asked, chosen, accepted);
        let path = uri.path_and_query().map_or("/", |it| it.as_str()).to_owned();
        let signed_in = extensions.get::<SignedIn>().cloned();
        let flash = flash::key(headers).map(str::to_owned);
        Self { locale, path, signed_in, flash, app }
    }

    /// The voice of the page.
    pub fn words(&self) -> Words {
        self.app.words(self.locale)
    }

    /// The layout of the page.
    pub fn shell(&self, section: Section) -> Shell {
        let words = self.words();
        let flash = self.flash.as_ref().filter(|key| self.app.catalogues.has(Locale::French, key));
        let mut shell = Shell::new(words.clone(), self.app.site(), section, self.path.clone());
        shell.csrf = self.fresh_ticket();
        shell.flash = flash.map(|key| words.t(key));
        shell.signed_in.clone_from(&self.signed_in);
        shell
    }

    /// What the handlers reach.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// The person, or the answer that they must sign in first.
    pub fn person(&self) -> Result<PersonId, Error> {
        self.signed_in.as_ref().map(|it| it.person).ok_or(Error::SignInFirst)
    }

    /// A ticket for the forms of one page.
    pub fn fresh_ticket(&self) -> String {
        Ticket::issue(&self.app.keys, self.app.now(), &self.session_name())
    }

    /// What tickets are bound to: the session, or nothing.
    pub(crate) fn session_name(&self) -> String {
        self.signed_in.as_ref().map(|it| it.session.to_string()).unwrap_or_default()
    }
}

/// The value of a query parameter that needs no decoding.
fn query_value<'a>(uri: &'a Uri, name: &str) -> Option<&'a str> {
    let pairs = uri.query()?.split('&').filter_map(|pair| pair.split_once('='));
    pairs.filter(|(key, _)| *key == name).map(|(_, value)| value).next_back()
}

/// The value of a cookie.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = all.flat_map(|text| text.split(';')).filter_map(|it| it.trim().split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// The value of a cookie of ours, under the name that it has where the site is under https.
pub(crate) fn own_cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    cookie(headers, &format!("{HOST_COOKIE}{name}")).or_else(|| cookie(headers, name))
}

impl<S> FromRequestParts<S> for Visitor
where
    App: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        Ok(Self::new(App::from_ref(state), &parts.uri, &parts.headers, &parts.extensions))
    }
}
