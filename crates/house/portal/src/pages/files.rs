//! Files: exports of a search, suggestions of communes, what robots and monitors read.

use crate::Portal;
use crate::pages::territory::commune_path;
use axum::Json;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use base::{PlaceId, time};
use directory::export::{self, Format};
use directory::search::{Ask, Whereabouts, filter};
use intake::communes::{DEPARTMENTS, department};
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use web::{Link, Words};

const SUGGESTIONS: usize = 8;
/// A site map holds at most this many addresses.
const SITEMAP_MAX: usize = 45_000;

/// The links that export what is asked.
pub(super) fn exports(words: &Words, ask: &Ask) -> Vec<Link> {
    let asked = ask.with(|it| it.shows_map = false).to_address();
    [("export-csv", "csv"), ("export-geojson", "geojson"), ("export-json", "json")]
        .map(|(key, end)| Link::new(words.t(key), format!("/lieux.{end}{asked}")))
        .into()
}

type Pairs = Query<Vec<(String, String)>>;

pub(super) async fn csv(State(portal): State<Portal>, pairs: Pairs) -> web::Result<Response> {
    export(&portal, &pairs, Format::Csv).await
}

pub(super) async fn json(State(portal): State<Portal>, pairs: Pairs) -> web::Result<Response> {
    export(&portal, &pairs, Format::Json).await
}

pub(super) async fn geojson(State(portal): State<Portal>, pairs: Pairs) -> web::Result<Response> {
    export(&portal, &pairs, Format::Geojson).await
}

async fn export(portal: &Portal, pairs: &Pairs, format: Format) -> web::Result<Response> {
    let (ask, _) = Ask::read(pairs);
    let now = time::in_paris(portal.app.now()).datetime();
    let ids: Vec<PlaceId> = {
        let live = portal.directory.live();
        let whereabouts = Whereabouts::of(&ask, &live.gazetteer.communes);
        let found = live.atlas.all(&filter(&ask, &whereabouts, now));
        found.into_iter().map(|it| it.id).collect()
    };
    let fields = export::chosen(portal.directory.db(), &ids).await?;
    let mut bytes = Vec::new();
    format.write(fields.iter(), &mut bytes).map_err(anyhow::Error::from)?;
    let name = format!("attachment; filename=\"lieux.{}\"", format.extension());
    let headers = [
        (header::CONTENT_TYPE, format.content_type().to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, bytes).into_response())
}

#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    q: String,
}

#[derive(Serialize)]
pub(super) struct Suggestion {
    name: String,
    department: String,
    value: String,
}

/// Communes whose name begins as typed, for the "Where?" box.
pub(super) async fn suggestions(
    State(portal): State<Portal>,
    Query(typed): Query<Typed>,
) -> Json<Vec<Suggestion>> {
    let text: String = typed.q.chars().take(100).collect();
    let live = portal.directory.live();
    let found = live.gazetteer.communes.search(&text, SUGGESTIONS);
    let suggestions = found.iter().map(|it| {
        let commune = it.commune;
        let name = department(&commune.department).map_or("", |it| it.name);
        Suggestion {
            name: commune.name.clone(),
            department: format!("{name} ({})", commune.department),
            value: match it.postcode {
                Some(postcode) => format!("{} {postcode}", commune.name),
                None => format!("{} ({})", commune.name, commune.department),
            },
        }
    });
    Json(suggestions.collect())
}

pub(super) async fn sitemap(State(portal): State<Portal>) -> Response {
    let site = portal.app.site();
    let origin = &site.origin;
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let mut add = |path: &str| {
        let _ = writeln!(xml, "<url><loc>{origin}{path}</loc></url>");
    };
    for path in ["/", "/territoires", "/donnees", "/accessibilite", "/mentions-legales"] {
        add(path);
    }
    for it in DEPARTMENTS {
        add(&format!("/departements/{}", it.code));
    }
    let live = portal.directory.live();
    let communes = live.atlas.count_by_commune(&atlas::Filter::default());
    for (code, _) in &communes {
        if let Some(commune) = live.gazetteer.communes.by_code(code) {
            add(&commune_path(commune));
        }
    }
    let mut slugs: Vec<&str> = live.summaries.values().map(|it| it.slug.as_str()).collect();
    slugs.sort_unstable();
    for slug in slugs.into_iter().take(SITEMAP_MAX.saturating_sub(communes.len() + 200)) {
        add(&format!("/lieux/{slug}"));
    }
    drop(live);
    xml.push_str("</urlset>\n");
    ([(header::CONTENT_TYPE, "application/xml")], xml).into_response()
}

pub(super) async fn robots(State(portal): State<Portal>) -> String {
    // Searches have no end of addresses; places and territories are in the site map.
    format!(
        "User-agent: *\nDisallow: /?\nDisallow: /carte\nDisallow: /lieux.\n\
         Sitemap: {}/sitemap.xml\n",
        portal.app.site().origin
    )
}

/// For monitors: the process lives. What it knows of the database is told, not asked for: whether
/// visitors should be sent here is the question of `/sante/pret`.
pub(super) async fn health(State(portal): State<Portal>) -> Json<serde_json::Value> {
    let head = match portal.app.read().await {
        Ok(mut read) => read.head().await.ok(),
        Err(_) => None,
    };
    let live = portal.directory.live();
    Json(serde_json::json!({
        "places": live.atlas.len(),
        "journal": head.map(|it| it.position),
        "followed": live.position(),
    }))
}
