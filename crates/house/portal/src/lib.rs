//! Pages made of several slices: search, the place's page, territories, errors.

mod pages;
pub mod views;

pub use pages::routes;

use axum::extract::FromRef;
use basemap::Basemap;
use directory::Directory;
use std::sync::Arc;
use web::{App, Locale, Texts};

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
}

impl FromRef<Portal> for App {
    fn from_ref(portal: &Portal) -> Self {
        portal.app.clone()
    }
}
