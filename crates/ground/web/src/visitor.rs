//! Who is asking, and in which language.

use crate::{App, Locale, Section, Shell, Words};
use axum::extract::{FromRef, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri, header};
use std::convert::Infallible;

/// Name of the cookie that keeps the language chosen. It is set only by that choice.
pub const LANGUAGE_COOKIE: &str = "langue";

/// Who is asking.
#[derive(Clone)]
pub struct Visitor {
    /// The language to answer in.
    pub locale: Locale,
    /// Path and query of the page asked for.
    pub path: String,
    app: App,
}

impl Visitor {
    /// Who asks for that page with those headers.
    pub fn new(app: App, uri: &Uri, headers: &HeaderMap) -> Self {
        let asked = query_value(uri, "langue");
        let chosen = cookie(headers, LANGUAGE_COOKIE);
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let locale = Locale::negotiate(asked, chosen, accepted);
        let path = uri.path_and_query().map_or("/", |it| it.as_str()).to_owned();
        Self { locale, path, app }
    }

    /// The voice of the page.
    pub fn words(&self) -> Words {
        self.app.words(self.locale)
    }

    /// The layout of the page.
    pub fn shell(&self, section: Section) -> Shell {
        Shell::new(self.words(), self.app.site.clone(), section, self.path.clone())
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

impl<S> FromRequestParts<S> for Visitor
where
    App: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        Ok(Self::new(App::from_ref(state), &parts.uri, &parts.headers))
    }
}
