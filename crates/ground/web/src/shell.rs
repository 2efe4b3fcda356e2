//! The layout around every page: header, navigation, languages, footer.
//!
//! A page is a template that says `{% extends "shell.html" %}` and a struct with a field
//! `shell: Shell`. It fills the blocks `title`, `description`, `main`, and if it wants `canonical`,
//! `scripts` and `body_class`. Another crate finds the template by naming this crate's folder in
//! its `askama.toml`.

use crate::{Link, SignedIn, Site, Words};
use std::sync::Arc;

/// The part of the site a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Finding a place.
    Search,
    /// Regions, departments, communes.
    Territories,
    /// Open data and API.
    Data,
    /// None of those in the header.
    Elsewhere,
}

/// What the layout needs to know of a page.
#[derive(Clone)]
pub struct Shell {
    /// The voice of the page.
    pub words: Words,
    /// Who runs the site.
    pub site: Arc<Site>,
    /// The part of the site.
    pub section: Section,
    /// Path and query of the page, where the language switch comes back to.
    pub path: String,
    /// The token its forms carry; empty when the visitor has none.
    pub csrf: String,
    /// Who is signed in.
    pub signed_in: Option<SignedIn>,
    /// What an act just did, said once at the top.
    pub flash: Option<String>,
    /// Whether search engines must leave the page out.
    pub hidden_from_robots: bool,
}

/// A line of the navigation.
pub struct NavItem {
    /// Where it leads and its words.
    pub link: Link,
    /// The icon beside it on phones.
    pub icon: &'static str,
}

impl Shell {
    /// The layout of a page of that section at that path, for a visitor without a token.
    pub fn new(words: Words, site: Arc<Site>, section: Section, path: impl Into<String>) -> Self {
        Self {
            words,
            site,
            section,
            path: path.into(),
            csrf: String::new(),
            signed_in: None,
            flash: None,
            hidden_from_robots: false,
        }
    }

    /// The full address of a path of this site.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.site.origin)
    }

    /// The parts of the site, in the order of the header.
    pub fn navigation(&self) -> Vec<NavItem> {
        let item = |section, key, href: &str, icon| NavItem {
            link: Link::new(self.words.t(key), href).marked(self.section == section),
            icon,
        };
        vec![
            item(Section::Search, "nav-search", "/", "search"),
            item(Section::Territories, "nav-territories", "/territoires", "map"),
            item(Section::Data, "nav-data", "/donnees", "data"),
        ]
    }

    /// What the header offers to who is signed in: their account, and the work that is theirs.
    pub fn own_links(&self) -> Vec<Link> {
        let Some(signed_in) = &self.signed_in else { return Vec::new() };
        let here = |href: &str| self.path == href || self.path.starts_with(&format!("{href}/"));
        let link = |key, href: &str| Link::new(self.words.t(key), href).marked(here(href));
        let mut links = vec![link("nav-account", "/compte")];
        if signed_in.has_places {
            links.push(link("nav-own-places", "/mes-lieux"));
        }
        if signed_in.has_moderation {
            links.push(link("nav-moderation", "/moderation"));
        }
        if signed_in.has_administration {
            links.push(link("nav-administration", "/administration"));
        }
        links
    }

    /// Where to sign in, and come back to this page.
    pub fn sign_in_href(&self) -> String {
        let way: String = url::form_urlencoded::byte_serialize(self.path.as_bytes()).collect();
        format!("/connexion?suite={way}")
    }

    /// The links every page ends with.
    pub fn footer(&self) -> Vec<Link> {
        let t = |key| self.words.t(key);
        let state = t(self.site.conformity.key());
        vec![
            Link::new(self.words.put("footer-accessibility", "state", state), "/accessibilite"),
            Link::new(t("footer-site-map"), "/plan-du-site"),
            Link::new(t("footer-legal"), "/mentions-legales"),
            Link::new(t("footer-privacy"), "/donnees-personnelles"),
            Link::new(t("footer-data"), "/donnees"),
        ]
    }

    /// The languages to switch to, the one spoken marked; `href` holds the code.
    pub fn languages(&self) -> Vec<Link> {
        let spoken = self.words.locale();
        let link = |locale: crate::Locale| {
            Link::new(locale.own_name(), locale.code()).marked(locale == spoken)
        };
        crate::Locale::ALL.into_iter().map(link).collect()
    }
}
