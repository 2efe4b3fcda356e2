//! Markers: groups and pins as real links, with an accessible name and room for a finger.

use std::fmt::Write;

use crate::clip::Window;
use crate::projection::{LatLon, Spot};

use super::Frame;
use super::text::escaped;

/// Radius of the area that answers a finger, in pixels.
const HIT_PX: f64 = 22.0;
/// How far the halo of a group goes beyond its round, in pixels.
const HALO_PX: f64 = 5.0;

/// Something on the map that can be followed.
#[derive(Clone, Debug, PartialEq)]
pub enum Marker {
    /// Several places drawn as one round.
    Cluster(Cluster),
    /// One place.
    Pin(Pin),
}

/// Several places drawn as one round with their number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cluster {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// How many places.
    pub count: usize,
    /// Where the link goes, usually a closer view.
    pub href: String,
    /// Its accessible name: "129 lieux autour de Lille".
    pub label: String,
}

/// One place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pin {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// Where the link goes.
    pub href: String,
    /// Its accessible name: the name of the place.
    pub label: String,
    /// `id` of the link in the page; none when empty.
    pub id: String,
    /// True for the place being looked at.
    pub active: bool,
}

/// The markers in view as SVG, the active ones last so that they lie on top, and the room they
/// take from the names.
pub(super) fn draw(markers: &[Marker], frame: &Frame) -> (String, Vec<Window>) {
    let mut svg = String::new();
    let mut obstacles = Vec::new();
    let whole = frame.window();
    let is_active = |marker: &&Marker| matches!(marker, Marker::Pin(Pin { active: true, .. }));
    let calm = markers.iter().filter(|marker| !is_active(marker));
    for marker in calm.chain(markers.iter().filter(is_active)) {
        let at = frame.place(marker.point());
        let radius = marker.radius_px() + HALO_PX;
        let room = Window {
            min: Spot { x: at.x - radius, y: at.y - radius },
            max: Spot { x: at.x + radius, y: at.y + radius },
        };
        if !room.touches(&whole) || !at.x.is_finite() || !at.y.is_finite() {
            continue;
        }
        obstacles.push(room);
        match marker {
            Marker::Cluster(cluster) => write_cluster(&mut svg, cluster, at),
            Marker::Pin(pin) => write_pin(&mut svg, pin, at),
        }
    }
    if !svg.is_empty() {
        svg.insert_str(0, r#"<g class="c-markers">"#);
        svg.push_str("</g>");
    }
    (svg, obstacles)
}

impl Marker {
    fn point(&self) -> LatLon {
        match self {
            Self::Cluster(cluster) => LatLon { lat: cluster.lat, lon: cluster.lon },
            Self::Pin(pin) => LatLon { lat: pin.lat, lon: pin.lon },
        }
    }

    fn radius_px(&self) -> f64 {
        match self {
            Self::Cluster(cluster) => cluster_radius_px(cluster.count),
            Self::Pin(Pin { active: true, .. }) => 10.0,
            Self::Pin(_) => 7.5,
        }
    }
}

/// Grows with the number of digits, so that three places and three thousand both stay readable.
fn cluster_radius_px(count: usize) -> f64 {
    let count = f64::from(u32::try_from(count).unwrap_or(u32::MAX)).max(1.0);
    let radius = (13.0 + 4.4 * count.log10()).clamp(14.0, 28.0);
    (radius * 2.0).round() / 2.0
}

fn write_cluster(svg: &mut String, cluster: &Cluster, at: Spot) {
    let radius = cluster_radius_px(cluster.count);
    open_link(svg, "m-cluster", &cluster.href, &cluster.label, "");
    let (x, y) = (tenth(at.x), tenth(at.y));
    circle(svg, "m-hit", x, y, HIT_PX.max(radius + HALO_PX));
    circle(svg, "m-halo", x, y, radius + HALO_PX);
    circle(svg, "m-round", x, y, radius);
    let _ = write!(
        svg,
        r#"<text x="{x}" y="{}">{}</text></a>"#,
        tenth(at.y + 4.6),
        short(cluster.count)
    );
}

fn write_pin(svg: &mut String, pin: &Pin, at: Spot) {
    let class = if pin.active { "m-pin m-active" } else { "m-pin" };
    open_link(svg, class, &pin.href, &pin.label, &pin.id);
    let (x, y) = (tenth(at.x), tenth(at.y));
    let (round, hole) = if pin.active { (10.0, 4.0) } else { (7.5, 3.0) };
    circle(svg, "m-hit", x, y, HIT_PX);
    circle(svg, "m-halo", x, y, round + 7.0);
    circle(svg, "m-round", x, y, round);
    circle(svg, "m-hole", x, y, hole);
    svg.push_str("</a>");
}

fn open_link(svg: &mut String, class: &str, href: &str, label: &str, id: &str) {
    let _ = write!(svg, r#"<a class="{class}""#);
    if !id.is_empty() {
        let _ = write!(svg, r#" id="{}""#, escaped(id));
    }
    if class.ends_with("m-active") {
        svg.push_str(r#" aria-current="true""#);
    }
    let _ = write!(svg, r#" href="{}" aria-label="{}">"#, escaped(href), escaped(label));
}

fn circle(svg: &mut String, class: &str, x: f64, y: f64, radius_px: f64) {
    let _ = write!(svg, r#"<circle class="{class}" cx="{x}" cy="{y}" r="{radius_px}"/>"#);
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// A number short enough for its round: `999`, `2 000` with a thin space, `12 k`.
fn short(count: usize) -> String {
    match count {
        0..1_000 => count.to_string(),
        1_000..10_000 => format!("{}\u{202f}{:03}", count / 1_000, count % 1_000),
        _ => format!("{}\u{202f}k", count / 1_000),
    }
}
