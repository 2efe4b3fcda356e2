//! Places: `GET /api/v1/places` and `GET /api/v1/places/{id}`.

use super::shapes::{Place, PlacePage, Problem};
use crate::live::Directory;
use crate::model::PlaceState;
use crate::search::Ask;
use crate::store::places;
use axum::extract::{FromRef, Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Json, Router};
use base::{PlaceId, time};
use std::collections::HashMap;
use web::App;

const LIMIT_USUAL: usize = 20;
const LIMIT_MAX: usize = 500;

/// What the API reaches.
#[derive(Clone)]
pub struct ApiState {
    /// The application.
    pub app: App,
    /// The directory in memory.
    pub directory: Directory,
}

impl FromRef<ApiState> for App {
    fn from_ref(state: &ApiState) -> Self {
        state.app.clone()
    }
}

/// Every route of the API.
pub fn routes(state: ApiState) -> Router {
    Router::new()
        .route("/api/v1/places", get(list))
        .route("/api/v1/places/{id}", get(one))
        .route("/api/v1/openapi.json", get(description))
        .with_state(state)
}

async fn description() -> Response {
    ([(header::CONTENT_TYPE, "application/vnd.oai.openapi+json")], super::document())
        .into_response()
}

/// Places that match, in pages.
///
/// The same filters as the site's: text, place, radius, box, choices (repeat a parameter to
/// accept several values of one family).
#[utoipa::path(
    get,
    path = "/api/v1/places",
    tag = "places",
    params(
        ("q" = Option<String>, Query, description = "Words, as a person types them"),
        ("ou" = Option<String>, Query, description = "Commune, postcode, department or region"),
        ("rayon" = Option<u32>, Query, description = "Kilometres around `ou` or `pres`, 1 to 500; 20 if absent"),
        ("pres" = Option<String>, Query, description = "Point one is at: `lat,lon`, WGS84 degrees"),
        ("zone" = Option<String>, Query, description = "Box: `west,south,east,north`, WGS84 degrees"),
        ("service" = Option<Vec<String>>, Query, description = "Slugs of services"),
        ("type" = Option<Vec<String>>, Query, description = "Slugs of kinds of place"),
        ("public" = Option<Vec<String>>, Query, description = "Slugs of publics"),
        ("acces" = Option<Vec<String>>, Query, description = "Slugs of ways to come"),
        ("cout" = Option<Vec<String>>, Query, description = "Slugs of costs"),
        ("prise" = Option<Vec<String>>, Query, description = "Slugs of specific care"),
        ("programme" = Option<Vec<String>>, Query, description = "Slugs of national programmes"),
        ("accompagnement" = Option<Vec<String>>, Query, description = "Slugs of kinds of support"),
        ("itinerance" = Option<Vec<String>>, Query, description = "`itinerant` or `fixe`"),
        ("ouvert" = Option<String>, Query, description = "`maintenant`, `soir` or `samedi`"),
        ("tri" = Option<String>, Query, description = "`distance`, `nom` or `pertinence`"),
        ("limit" = Option<usize>, Query, description = "Places a page, 1 to 500; 20 if absent"),
        ("cursor" = Option<String>, Query, description = "Where to go on: given by `next`"),
    ),
    responses(
        (status = 200, description = "A page of places", body = PlacePage),
        (status = 422, description = "A parameter cannot be used", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    State(state): State<ApiState>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> web::Result<Response> {
    let page = Page::read(pairs)?;
    let now = time::in_paris(state.app.now()).datetime();
    let (total, found) = {
        let live = state.directory.live();
        let found = live.find(&page.ask, now, (page.offset, page.limit), &[]);
        let places: Vec<(PlaceId, Option<f64>)> =
            found.places.iter().map(|(it, distance)| (it.id, *distance)).collect();
        (found.answer.total, places)
    };
    let ids: Vec<String> = found.iter().map(|(id, _)| id.to_string()).collect();
    let stored = places::by_ids(&mut state.app.read().await?, &ids).await?;
    let mut by_id: HashMap<PlaceId, Place> =
        stored.iter().map(|it| (it.id, Place::of(it, &state.app.site().origin))).collect();
    let items = found
        .into_iter()
        .filter_map(|(id, distance_m)| {
            let place = by_id.remove(&id)?;
            Some(Place { distance_m: distance_m.map(f64::round), ..place })
        })
        .collect();
    let after = page.offset.saturating_add(page.limit);
    let next = (after < total).then(|| page.address(&state.app.site().origin, after));
    Ok(Json(PlacePage { total, items, next }).into_response())
}

/// One place, with the origin of every field.
///
/// A place merged into another redirects to it; a closed place says so in `state`.
#[utoipa::path(
    get,
    path = "/api/v1/places/{id}",
    tag = "places",
    params(("id" = String, Path, description = "Identifier of the place, `lieu_…`")),
    responses(
        (status = 200, description = "The place", body = Place),
        (status = 304, description = "It has not changed since the ETag given"),
        (status = 308, description = "It was merged into another, at `Location`"),
        (status = 404, description = "No place bears that identifier", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn one(
    State(state): State<ApiState>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> web::Result<Response> {
    let id: PlaceId = id.parse().map_err(|_| web::Error::NotFound)?;
    let place = places::by_id(&mut state.app.read().await?, id).await?;
    let place = place.filter(|it| it.state != PlaceState::Hidden).ok_or(web::Error::NotFound)?;
    if let Some(other) = place.merged_into {
        return Ok(Redirect::permanent(&format!("/api/v1/places/{other}")).into_response());
    }
    let tag = format!("\"{}\"", place.changed_at);
    if headers.get(header::IF_NONE_MATCH).is_some_and(|it| it.as_bytes() == tag.as_bytes()) {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response());
    }
    let shown = Place::with_origins(&place, &state.app.site().origin);
    Ok(([(header::ETAG, tag)], Json(shown)).into_response())
}

/// Which page of which question.
struct Page {
    ask: Ask,
    limit: usize,
    offset: usize,
}

impl Page {
    fn read(pairs: Vec<(String, String)>) -> web::Result<Self> {
        let (own, asked): (Vec<_>, Vec<_>) =
            pairs.into_iter().partition(|(name, _)| name == "limit" || name == "cursor");
        let (ask, bad) = Ask::read(&asked);
        if let Some(bad) = bad.first() {
            return Err(refused(&bad.name, &bad.value));
        }
        let mut page = Self { ask, limit: LIMIT_USUAL, offset: 0 };
        for (name, value) in own {
            if name == "limit" {
                page.limit = value
                    .parse()
                    .ok()
                    .filter(|it| (1..=LIMIT_MAX).contains(it))
                    .ok_or_else(|| refused(&name, &value))?;
            } else {
                page.offset = offset(&value).ok_or_else(|| refused(&name, &value))?;
            }
        }
        Ok(page)
    }

    fn address(&self, origin: &str, offset: usize) -> String {
        let asked = self.ask.to_address();
        let mark = if asked.is_empty() { '?' } else { '&' };
        format!("{origin}/api/v1/places{asked}{mark}limit={}&cursor=a{offset:x}", self.limit)
    }
}

/// A cursor is opaque to those who use it; it holds how many places came before.
fn offset(cursor: &str) -> Option<usize> {
    usize::from_str_radix(cursor.strip_prefix('a')?, 16).ok()
}

fn refused(name: &str, value: &str) -> web::Error {
    let value: String = value.chars().take(100).collect();
    web::Error::Refused(format!("« {value} » ne peut pas être utilisé dans « {name} »"))
}
