//! Pages made of several slices: search, the place's page, territories, errors.

mod pages;
pub mod views;

use administration::Settings;
use administration::pages::Administration;
use axum::extract::FromRef;
use axum::middleware::from_fn_with_state;
use basemap::Basemap;
use directory::Directory;
use directory::api::ApiState;
use moderation::Moderation;
use people::digest::Tellers;
use people::pages::People;
use people::privacy::Holdings;
use people::privacy::register::Processing;
use std::sync::Arc;
use web::{App, Catalogues, Locale, Routes, Shield, Texts};
use work::files::Files;

/// What the pages of the portal say, for [`web::Catalogues`].
pub const TEXTS: &Texts = &[
    (Locale::French, include_str!("../words/fr.ftl")),
    (Locale::French, include_str!("../words/pages-fr.ftl")),
    (Locale::French, include_str!("../words/keeping-fr.ftl")),
    (Locale::French, include_str!("../words/ratings-fr.ftl")),
    (Locale::French, include_str!("../words/vocabulary-fr.ftl")),
    (Locale::EasyFrench, include_str!("../words/fr-falc.ftl")),
    (Locale::EasyFrench, include_str!("../words/ratings-fr-falc.ftl")),
    (Locale::EasyFrench, include_str!("../words/keeping-fr-falc.ftl")),
    (Locale::English, include_str!("../words/en.ftl")),
    (Locale::English, include_str!("../words/pages-en.ftl")),
    (Locale::English, include_str!("../words/keeping-en.ftl")),
    (Locale::English, include_str!("../words/ratings-en.ftl")),
    (Locale::English, include_str!("../words/vocabulary-en.ftl")),
];

/// What the pages reach. Cheap to clone.
#[derive(Clone)]
pub struct Portal {
    /// The application.
    pub app: App,
    /// Accounts.
    pub people: People,
    /// The directory in memory.
    pub directory: Directory,
    /// The settings in force.
    pub settings: Settings,
    /// The land under the places.
    pub basemap: Arc<Basemap>,
    /// Whether the basemap is only the sketch: towns are then named from the gazetteer.
    pub is_sketch: bool,
    /// The files that people sent.
    pub files: Files,
}

/// Accounts, and the slices whose letters they confirm.
pub fn people(app: &App) -> People {
    People::new(app.clone())
        .confirming(pages::Confirming::new(app))
        .confirming(pages::ConfirmingRatings::new(app))
        .holding(holdings(), register())
}

/// Moderation, with every space that it serves.
pub fn moderation(app: &App) -> Moderation {
    Moderation::new(app.clone())
        .with(directory::reportable::Pages)
        .with(directory::ratings::Comments)
        .with(directory::ratings::Scores)
        .with(directory::ratings::Replies)
}

/// Every slice that keeps facts about people: what the archive of one's data and the erasure of
/// an account go through.
pub fn holdings() -> Holdings {
    Holdings::own()
        .with(directory::DirectoryHolding)
        .with(moderation::ModerationHolding)
        .with(administration::AdministrationHolding)
}

/// Every slice in which things happen that people may choose to hear of by letter.
pub fn tellers() -> Tellers {
    Tellers::default().with(directory::DirectoryTidings).with(moderation::ModerationTidings)
}

/// The register of processing, of every crate that has tables.
pub fn register() -> Vec<Processing> {
    let files = [
        db::REGISTER,
        work::REGISTER,
        people::REGISTER,
        directory::REGISTER,
        moderation::REGISTER,
        administration::REGISTER,
    ];
    people::privacy::register::register(&files).unwrap_or_else(|error| {
        tracing::error!(%error, "the register of processing cannot be read");
        Vec::new()
    })
}

/// The whole site: pages, API, files, in their armour.
pub fn site(portal: &Portal) -> axum::Router {
    site_behind(portal, Shield::plain(portal.app.clock.clone()))
}

/// The whole site, behind that shield.
pub fn site_behind(portal: &Portal, shield: Shield) -> axum::Router {
    let api = ApiState { app: portal.app.clone(), directory: portal.directory.clone() };
    let (own, _) = routes(portal).split();
    let router = own.merge(directory::api::routes(api)).merge(web::assets_router());
    let recognise = from_fn_with_state(portal.app.clone(), people::recognise);
    let armoured = web::armoured(&portal.app, router).layer(recognise);
    web::shielded(&portal.app, armoured, shield)
}

/// Every page and every act of the site, in a list that tests walk.
pub fn routes(portal: &Portal) -> Routes<()> {
    let administration = Administration {
        app: portal.app.clone(),
        settings: portal.settings.clone(),
        directory: portal.directory.clone(),
    };
    pages::routes(portal.clone())
        .merge(people::pages::routes(portal.people.clone()))
        .merge(administration::pages::routes(administration))
        .merge(moderation::pages::routes(moderation(&portal.app)))
}

/// The tables of every slice, in the order they are made.
pub fn migrations() -> Vec<db::Migration> {
    [
        work::MIGRATIONS,
        people::MIGRATIONS,
        moderation::MIGRATIONS,
        directory::MIGRATIONS,
        administration::MIGRATIONS,
    ]
    .concat()
}

/// Everything the site says.
pub fn catalogues() -> anyhow::Result<Catalogues> {
    Catalogues::new(&[
        web::TEXTS,
        people::TEXTS,
        moderation::TEXTS,
        directory::TEXTS,
        administration::TEXTS,
        TEXTS,
    ])
}

impl FromRef<Portal> for App {
    fn from_ref(portal: &Portal) -> Self {
        portal.app.clone()
    }
}
