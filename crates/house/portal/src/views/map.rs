//! The map beside a list and on the page of a place: a picture drawn by the server, with links.

use askama::Template;
use web::Link;

/// A map and the ways to move it without a script.
#[derive(Clone, Debug, Default)]
pub struct MapView {
    /// The `<svg>` element, put in as it is: it must come from our own drawing.
    pub svg: String,
    /// The middle, degrees north, as in `?carte=lat,lon,z`.
    pub lat: String,
    /// The middle, degrees east.
    pub lon: String,
    /// The zoom.
    pub zoom: String,
    /// The address of the same page, closer.
    pub closer_href: String,
    /// The address of the same page, from further.
    pub further_href: String,
    /// The same page, north, west, east and south of here; `current` is not used.
    pub around: Vec<Link>,
    /// Overseas territories and metropolitan France; `href` holds `?carte=...`.
    pub overseas: Vec<Link>,
    /// Whom the land and its limits come from.
    pub attribution: String,
}

/// The answer of `/carte/fragment`: the picture alone.
#[derive(Template)]
#[template(source = "{{ svg|safe }}", ext = "html")]
pub struct MapFragment {
    /// The `<svg>` element.
    pub svg: String,
}
