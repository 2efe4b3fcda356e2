//! The map beside a list: which frame, which marks, and the links that move it without a script.

use crate::Portal;
use crate::views::MapView;
use atlas::{Filter, Spot};
use base::{Bounds, Point};
use basemap::projection::{LatLon, from_pixel, to_pixel};
use basemap::{Cluster, DrawOptions, Marker, Pin, Town, View, draw, fit};
use directory::live::Live;
use directory::search::{Ask, MapFrame, Whereabouts};
use web::{Link, Words};

/// The essential frame of a map drawn before a script knows the size of the screen.
const FRAME_PX: f64 = 640.0;
/// How far the drawing goes beyond it, to fill any shape of screen.
const BLEED_PX: f64 = 460.0;
/// Marks closer than this are drawn as one.
const CELL_PX: f64 = 76.0;
/// Around the results when the map is fitted to them.
const MARGIN_PX: f64 = 60.0;
/// The closest frame fitted to results.
const ZOOM_MAX: f64 = 13.0;
/// The closest frame one can ask for: places of one street part there.
const CLOSEST: f64 = 17.0;
/// Marks drawn at most: beyond, the drawing says less, not more.
const MARKS_MAX: usize = 400;

/// Beyond this zoom the sketch has nothing left to name.
const NAMED_ZOOM: f64 = 7.5;
/// Towns offered for naming: far more than find room.
const TOWNS_MAX: usize = 400;
/// Marks whose middles are closer than this would cover one another.
const APART_PX: f64 = 46.0;
/// The closest view a search opens with, in metres around the place asked for.
const NEAREST_M: f64 = 2_500.0;

const MAINLAND: Bounds =
    Bounds { min: Point { lat: 41.3, lon: -5.3 }, max: Point { lat: 51.2, lon: 9.7 } };

/// Where one flies to in one click.
const OVERSEAS: [(&str, f64, f64, f64); 5] = [
    ("Guadeloupe", 16.2, -61.5, 9.2),
    ("Martinique", 14.65, -61.0, 9.6),
    ("Guyane", 4.0, -53.1, 7.0),
    ("La Réunion", -21.13, 55.53, 9.4),
    ("Mayotte", -12.82, 45.15, 10.2),
];

/// What a picture shows and how large it is.
pub(super) struct Picture {
    pub(super) frame: MapFrame,
    pub(super) width_px: f64,
    pub(super) height_px: f64,
    pub(super) bleed_px: f64,
}

impl Picture {
    /// The picture of a page: the frame asked for, else one that holds the results.
    pub(super) fn of_page(
        live: &Live,
        ask: &Ask,
        whereabouts: &Whereabouts,
        filter: &Filter,
    ) -> Self {
        let frame = ask.map.unwrap_or_else(|| fitted(live, whereabouts, filter));
        Self { frame, width_px: FRAME_PX, height_px: FRAME_PX, bleed_px: BLEED_PX }
    }

    fn bounds(&self) -> Bounds {
        let MapFrame { point, zoom } = self.frame;
        let middle = to_pixel(LatLon { lat: point.lat, lon: point.lon }, zoom);
        let (half_width, half_height) =
            (self.width_px / 2.0 + self.bleed_px, self.height_px / 2.0 + self.bleed_px);
        let corner = |x: f64, y: f64| {
            let spot = basemap::projection::Spot { x: middle.x + x, y: middle.y + y };
            from_pixel(spot, zoom)
        };
        let (low, high) = (corner(-half_width, half_height), corner(half_width, -half_height));
        Bounds {
            min: Point { lat: low.lat, lon: low.lon },
            max: Point { lat: high.lat, lon: high.lon },
        }
    }

    pub(super) fn view(&self) -> View {
        View {
            lat: self.frame.point.lat,
            lon: self.frame.point.lon,
            zoom: self.frame.zoom,
            width_px: self.width_px,
            height_px: self.height_px,
            bleed_px: self.bleed_px,
        }
    }

    /// The marks of the places that pass the filter, as links of the page that `ask` describes.
    pub(super) fn marks(
        &self,
        live: &Live,
        words: &Words,
        ask: &Ask,
        filter: &Filter,
        path: &str,
    ) -> Vec<Marker> {
        let spots = live.atlas.clusters(filter, self.bounds(), self.frame.zoom, CELL_PX);
        let mut spots = apart(spots, self.frame.zoom);
        spots.truncate(MARKS_MAX);
        spots.iter().filter_map(|it| self.mark(it, live, words, (ask, path))).collect()
    }

    fn mark(
        &self,
        spot: &Spot,
        live: &Live,
        words: &Words,
        (ask, path): (&Ask, &str),
    ) -> Option<Marker> {
        Some(match *spot {
            Spot::One { id, point } => {
                let place = live.summaries.get(&id)?;
                Marker::Pin(Pin {
                    lat: point.lat,
                    lon: point.lon,
                    href: format!("/lieux/{}", place.slug),
                    label: place.name.clone(),
                    id: format!("pin-{}", id.to_string().trim_start_matches("lieu_")),
                    active: false,
                })
            }
            Spot::Many { count, point, bounds, same_point } => {
                let (href, key) = if same_point {
                    (listed(ask, bounds, path), "map-same-point")
                } else {
                    (closer(ask, self, point, bounds, path), "map-cluster")
                };
                let label = words.n(key, count as u64);
                let (lat, lon) = (point.lat, point.lon);
                Marker::Cluster(Cluster { lat, lon, count, href, label })
            }
        })
    }

    /// The drawing.
    pub(super) fn draw(&self, portal: &Portal, marks: &[Marker], title: String) -> String {
        draw(&self.view(), &portal.basemap, marks, &self.options(portal, "carte-svg", title))
    }

    /// The drawing as a file of its own.
    pub(super) fn draw_file(&self, portal: &Portal, marks: &[Marker], title: String) -> String {
        let options = self.options(portal, "carte-svg", title);
        basemap::draw_standalone(&self.view(), &portal.basemap, marks, &options)
    }

    /// How to draw. On the sketch, which knows few towns, the gazetteer's are named too.
    pub(super) fn options(&self, portal: &Portal, id: &str, title: String) -> DrawOptions {
        let mut towns = Vec::new();
        if portal.is_sketch && self.frame.zoom > NAMED_ZOOM {
            let bounds = self.bounds();
            let live = portal.directory.live();
            let inside = live.gazetteer.communes.iter().filter(|it| bounds.contains(it.point));
            towns.extend(inside.take(TOWNS_MAX).map(|it| Town {
                lat: it.point.lat,
                lon: it.point.lon,
                name: it.name.clone(),
                weight: it.population,
            }));
        }
        DrawOptions { id: id.into(), title, names: true, towns }
    }
}

/// Joins marks that would cover one another, the largest taking in its neighbours. There are a
/// few hundred at most: one page of a map.
fn apart(mut spots: Vec<Spot>, zoom: f64) -> Vec<Spot> {
    spots.sort_by_key(|it| std::cmp::Reverse(count(it)));
    let mut kept: Vec<(basemap::projection::Spot, Spot)> = Vec::new();
    for spot in spots.into_iter().take(MARKS_MAX * 2) {
        let point = middle(&spot);
        let at = to_pixel(LatLon { lat: point.lat, lon: point.lon }, zoom);
        let near =
            kept.iter_mut().find(|(other, _)| (other.x - at.x).hypot(other.y - at.y) < APART_PX);
        match near {
            Some((_, host)) => *host = joined(host, &spot),
            None => kept.push((at, spot)),
        }
    }
    kept.into_iter().map(|(_, spot)| spot).collect()
}

fn count(spot: &Spot) -> usize {
    match spot {
        Spot::One { .. } => 1,
        Spot::Many { count, .. } => *count,
    }
}

fn middle(spot: &Spot) -> Point {
    match spot {
        Spot::One { point, .. } | Spot::Many { point, .. } => *point,
    }
}

/// Two marks as one, where the first was.
fn joined(host: &Spot, guest: &Spot) -> Spot {
    let around = |it: &Spot| match it {
        Spot::One { point, .. } => Bounds { min: *point, max: *point },
        Spot::Many { bounds, .. } => *bounds,
    };
    let bounds = spanning(around(host), around(guest));
    Spot::Many {
        count: count(host) + count(guest),
        point: middle(host),
        bounds,
        same_point: bounds.min == bounds.max,
    }
}

/// The box that holds both.
fn spanning(a: Bounds, b: Bounds) -> Bounds {
    let low = Point { lat: a.min.lat.min(b.min.lat), lon: a.min.lon.min(b.min.lon) };
    let high = Point { lat: a.max.lat.max(b.max.lat), lon: a.max.lon.max(b.max.lon) };
    Bounds { min: low, max: high }
}

/// A little box around marks that no zoom parts: the list then shows them all.
fn listed(ask: &Ask, bounds: Bounds, path: &str) -> String {
    let edge = 0.002;
    let min = Point { lat: bounds.min.lat - edge, lon: bounds.min.lon - edge };
    let max = Point { lat: bounds.max.lat + edge, lon: bounds.max.lon + edge };
    let ask = ask.with(|it| {
        it.zone = Bounds::new(min, max);
        it.map = None;
        it.shows_map = false;
    });
    format!("{path}{}", ask.to_address())
}

/// The same page, close enough to part the places of a group.
fn closer(ask: &Ask, picture: &Picture, point: Point, bounds: Bounds, path: &str) -> String {
    let corner = |it: Point| LatLon { lat: it.lat, lon: it.lon };
    let box_of_group = basemap::Bounds { min: corner(bounds.min), max: corner(bounds.max) };
    let fitted = fit(box_of_group, FRAME_PX, FRAME_PX, MARGIN_PX * 2.0);
    let zoom = fitted.zoom.clamp(picture.frame.zoom + 1.0, CLOSEST.max(picture.frame.zoom + 1.0));
    framed(ask, MapFrame { point, zoom }, path)
}

/// The same page with another frame.
fn framed(ask: &Ask, frame: MapFrame, path: &str) -> String {
    let page = ask.page;
    let ask = ask.with(|it| {
        it.map = Some(frame);
        it.page = page;
    });
    format!("{path}{}", ask.to_address())
}

/// A frame that holds where one looks, or else the results, or else the mainland.
fn fitted(live: &Live, whereabouts: &Whereabouts, filter: &Filter) -> MapFrame {
    #[expect(clippy::cast_precision_loss, reason = "a few hundred kilometres at most")]
    let around = |point: Point, km: u64| Bounds::around(point, km as f64 * 1_000.0);
    // The results and the place they are near to; the whole circle when there are none.
    let results = |point: Point, km: u64| match live.atlas.extent(filter) {
        Some(found) => spanning(found, Bounds::around(point, NEAREST_M)),
        None => around(point, km),
    };
    let bounds = match whereabouts {
        Whereabouts::Around { point, radius_km, .. } | Whereabouts::Me { point, radius_km } => {
            results(*point, *radius_km)
        }
        Whereabouts::Zone(bounds) => *bounds,
        Whereabouts::Everywhere | Whereabouts::Unknown => MAINLAND,
        Whereabouts::Department(_) | Whereabouts::Region(_) => {
            live.atlas.extent(filter).unwrap_or(MAINLAND)
        }
    };
    frame_of(bounds)
}

/// The frame that holds a box.
pub(super) fn frame_of(bounds: Bounds) -> MapFrame {
    let corner = |it: Point| LatLon { lat: it.lat, lon: it.lon };
    let bounds = basemap::Bounds { min: corner(bounds.min), max: corner(bounds.max) };
    let fitted = fit(bounds, FRAME_PX, FRAME_PX, MARGIN_PX / 2.0);
    let point = Point { lat: fitted.center.lat, lon: fitted.center.lon };
    MapFrame { point, zoom: fitted.zoom.clamp(3.0, ZOOM_MAX) }
}

/// The map of a page, with its links.
pub(super) fn map_view(
    portal: &Portal,
    words: &Words,
    ask: &Ask,
    picture: &Picture,
    (svg, path): (String, &str),
) -> MapView {
    let frame = picture.frame;
    let zoomed = |step: f64| {
        let zoom = (frame.zoom + step).clamp(3.0, CLOSEST);
        framed(ask, MapFrame { zoom, ..frame }, path)
    };
    let moved = |key: &str, x: f64, y: f64| {
        let middle = to_pixel(LatLon { lat: frame.point.lat, lon: frame.point.lon }, frame.zoom);
        let step = FRAME_PX * 0.6;
        let spot = basemap::projection::Spot { x: middle.x + x * step, y: middle.y + y * step };
        let there = from_pixel(spot, frame.zoom);
        let point = Point { lat: there.lat, lon: there.lon };
        Link::new(words.t(key), framed(ask, MapFrame { point, ..frame }, path))
    };
    MapView {
        svg,
        lat: format!("{:.5}", frame.point.lat),
        lon: format!("{:.5}", frame.point.lon),
        zoom: format!("{:.3}", frame.zoom),
        closer_href: zoomed(1.0),
        further_href: zoomed(-1.0),
        around: vec![
            moved("map-north", 0.0, -1.0),
            moved("map-west", -1.0, 0.0),
            moved("map-east", 1.0, 0.0),
            moved("map-south", 0.0, 1.0),
        ],
        overseas: overseas(words, ask, path),
        attribution: portal.basemap.attribution().to_owned(),
    }
}

fn overseas(words: &Words, ask: &Ask, path: &str) -> Vec<Link> {
    let mut links = vec![Link::new(words.t("map-mainland"), framed(ask, frame_of(MAINLAND), path))];
    links.extend(OVERSEAS.iter().map(|(name, lat, lon, zoom)| {
        let frame = MapFrame { point: Point { lat: *lat, lon: *lon }, zoom: *zoom };
        Link::new(*name, framed(ask, frame, path))
    }));
    links
}
