//! What fills the views: each page reads what it needs, in memory or beneath, and shows it.

mod about;
mod card;
mod carte;
mod files;
mod filters;
mod map;
mod origins;
mod place;
mod search;
mod territories;
mod territory;

use crate::Portal;
use askama::Template;
use axum::Router;
use axum::response::Html;
use axum::routing::get;

/// How many places a page of a list shows.
const PER_PAGE: usize = 20;

/// Every page of the portal, at its address.
pub(crate) fn routes(portal: Portal) -> Router {
    Router::new()
        .route("/", get(search::page))
        .route("/lieux", get(search::old_address))
        .route("/lieux/{slug}", get(place::page))
        .route("/communes/{code}", get(territory::commune))
        .route("/departements/{code}", get(territory::department))
        .route("/territoires", get(territories::page))
        .route("/plan-du-site", get(about::site_map))
        .route("/mentions-legales", get(about::legal))
        .route("/donnees-personnelles", get(about::privacy))
        .route("/accessibilite", get(about::accessibility))
        .route("/donnees", get(about::open_data))
        .route("/carte/fragment", get(carte::fragment))
        .route("/carte.svg", get(carte::picture))
        .route("/communes.json", get(files::suggestions))
        .route("/lieux.csv", get(files::csv))
        .route("/lieux.json", get(files::json))
        .route("/lieux.geojson", get(files::geojson))
        .route("/sitemap.xml", get(files::sitemap))
        .route("/robots.txt", get(files::robots))
        .route("/sante", get(files::health))
        .with_state(portal)
        .merge(web::assets_router())
}

fn show(view: &impl Template) -> web::Result<Html<String>> {
    Ok(Html(view.render()?))
}
