//! The open API, version 1: its JSON shapes are promises to the outside, private to this folder.

mod places;
mod shapes;

pub use places::{ApiState, routes};

use utoipa::OpenApi;

/// The description of the API, as served at `/api/v1/openapi.json`.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Maillage",
        version = "1",
        description = "Open data of a network of digital-mediation places. No key is needed to \
                       read. Lists come in pages: follow `next` until it is absent. Errors are \
                       problem documents (RFC 9457). Field names of a place are those of the \
                       French national standard.",
        license(name = "AGPL-3.0-or-later", identifier = "AGPL-3.0-or-later")
    ),
    paths(places::list, places::one),
    components(schemas(shapes::PlacePage, shapes::Place, shapes::Problem, shapes::Origin)),
    tags((name = "places", description = "Places of digital mediation"))
)]
struct Document;

/// The description of the API, as JSON.
pub fn document() -> String {
    Document::openapi().to_pretty_json().unwrap_or_default()
}
