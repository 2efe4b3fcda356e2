//! Pages made of several slices: search, the place's page, territories, errors.

mod pages;
pub mod views;

use axum::extract::FromRef;
use basemap::Basemap;
use directory::Directory;
use directory::api::ApiState;
use std::sync::Arc;
use web::{App, Catalogues, Locale, Texts};

/// What the pages of the portal say, for [`web::Catalogues`].
pub const TEXTS: &Texts = &[
    (Locale::French, include_str!("../words/fr.ftl")),
    (Locale::French, include_str!("../words/pages-fr.ftl")),
    (Locale::French, include_str!("../words/vocabulary-fr.ftl")),
    (Locale::EasyFrench, include_str!("../words/fr-falc.ftl")),
    (Locale::English, include_str!("../words/en.ftl")),
    (Locale::English, include_str!("../words/pages-en.ftl")),
    (Locale::English, include_str!("../words/vocabulary-en.ftl")),
];

/// What the pages reach. Cheap to clone.
#[derive(Clone)]
pub struct Portal {
    /// The application.
    pub app: App,
    /// The directory in memory.
    pub directory: Directory,
    /// The land under the places.
    pub basemap: Arc<Basemap>,
    /// Whether the basemap is only the sketch: towns are then named from the gazetteer.
    pub is_sketch: bool,
}

/// The whole site: pages, API, files, in their armour.
pub fn site(portal: &Portal) -> axum::Router {
    let api = ApiState { app: portal.app.clone(), directory: portal.directory.clone() };
    let router = pages::routes(portal.clone()).merge(directory::api::routes(api));
    web::armoured(&portal.app, router)
}

/// The tables of every slice, in the order they are made.
pub fn migrations() -> Vec<db::Migration> {
    [work::MIGRATIONS, directory::MIGRATIONS].concat()
}

/// Everything the site says.
pub fn catalogues() -> anyhow::Result<Catalogues> {
    Catalogues::new(&[web::TEXTS, TEXTS])
}

impl FromRef<Portal> for App {
    fn from_ref(portal: &Portal) -> Self {
        portal.app.clone()
    }
}
