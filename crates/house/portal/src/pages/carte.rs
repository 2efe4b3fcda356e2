//! The map alone: the fragment that the script asks for, and the picture to share.

use super::map::Picture;
use crate::Portal;
use crate::views::MapFragment;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use base::time;
use directory::search::{Ask, Whereabouts, filter};
use web::Visitor;

/// Sides of a map that a screen may ask for, in pixels.
const SIDE_PX: std::ops::RangeInclusive<f64> = 120.0..=2600.0;
const SIDE_USUAL_PX: f64 = 640.0;
/// How far a fragment goes beyond the screen, so that a drag shows land at once.
const BLEED_PX: f64 = 160.0;

pub(super) async fn fragment(
    State(portal): State<Portal>,
    visitor: Visitor,
    Query(pairs): Query<Vec<(String, String)>>,
) -> web::Result<Response> {
    let (svg, _) = drawing(&portal, &visitor, &pairs, true);
    Ok(super::show(&MapFragment { svg })?.into_response())
}

pub(super) async fn picture(
    State(portal): State<Portal>,
    visitor: Visitor,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Response {
    let (_, svg) = drawing(&portal, &visitor, &pairs, false);
    ([(header::CONTENT_TYPE, "image/svg+xml")], svg).into_response()
}

/// The drawing as a fragment, or as a file: one of the two is empty.
fn drawing(
    portal: &Portal,
    visitor: &Visitor,
    pairs: &[(String, String)],
    as_fragment: bool,
) -> (String, String) {
    let (ask, _) = Ask::read(pairs);
    let side = |name: &str| {
        let asked = pairs.iter().find(|(it, _)| it == name).and_then(|(_, it)| it.parse().ok());
        asked.filter(|it| SIDE_PX.contains(it)).unwrap_or(SIDE_USUAL_PX)
    };
    let now = time::in_paris(portal.app.now()).datetime();
    let words = visitor.words();
    let live = portal.directory.live();
    let whereabouts = Whereabouts::of(&ask, &live.gazetteer.communes);
    let wanted = filter(&ask, &whereabouts, now);
    let page = Picture::of_page(&live, &ask, &whereabouts, &wanted);
    let picture = Picture { width_px: side("l"), height_px: side("h"), bleed_px: BLEED_PX, ..page };
    let marks = picture.marks(&live, &words, &ask, &wanted, "/");
    let title = words.n("map-of", live.atlas.count(&wanted) as u64);
    drop(live);
    if as_fragment {
        (picture.draw(portal, &marks, title), String::new())
    } else {
        (String::new(), picture.draw_file(portal, &marks, title))
    }
}
