//! What fills the views: each page reads what it needs, in memory or beneath, and shows it.

mod about;
mod card;
mod carte;
mod files;
mod filters;
mod keeping;
mod map;
mod origins;
mod place;
mod search;
mod territories;
mod territory;

pub(crate) use keeping::{Confirming, ConfirmingRatings};

use crate::Portal;
use askama::Template;
use axum::response::Html;
use web::Routes;

/// How many places a page of a list shows.
const PER_PAGE: usize = 20;

/// Every page of the portal, at its address.
pub(crate) fn routes(portal: Portal) -> Routes<()> {
    Routes::new()
        .get("/", search::page)
        .get("/lieux", search::old_address)
        .get("/lieux/{slug}", place::page)
        .get("/communes/{code}", territory::commune)
        .get("/departements/{code}", territory::department)
        .get("/territoires", territories::page)
        .get("/plan-du-site", about::site_map)
        .get("/mentions-legales", about::legal)
        .get("/donnees-personnelles", about::privacy)
        .get("/accessibilite", about::accessibility)
        .get("/donnees", about::open_data)
        .get("/carte/fragment", carte::fragment)
        .get("/carte.svg", carte::picture)
        .get("/communes.json", files::suggestions)
        .get("/lieux.csv", files::csv)
        .get("/lieux.json", files::json)
        .get("/lieux.geojson", files::geojson)
        .get("/sitemap.xml", files::sitemap)
        .get("/robots.txt", files::robots)
        .get("/sante", files::health)
        .merge(keeping::routes())
        .with_state(portal)
}

fn show(view: &impl Template) -> web::Result<Html<String>> {
    Ok(Html(view.render()?))
}
