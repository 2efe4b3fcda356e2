//! Land under the places: maps of France drawn on the server as SVG, without any network.
//!
//! A [`Basemap`] is either the **sketch** that comes with the program, drawn by hand, or a
//! **country** built from official boundary files by [`build_country`]; both have the same form
//! in memory, and [`draw`] paints either the same way: layers as classed paths that a style
//! sheet colours (see `classes.md`), names placed without overlap, and markers as real links.
//!
//! ```
//! use basemap::{Basemap, DrawOptions, Marker, Pin, View, draw};
//!
//! let land = Basemap::sketch();
//! let (lat, lon, zoom) = (46.6, 2.4, 5.4);
//! let view = View { lat, lon, zoom, width_px: 900.0, height_px: 640.0, bleed_px: 0.0 };
//! let (href, label) = ("/lieux/gare".into(), "La Gare".into());
//! let pin = Pin { lat: 48.11, lon: -1.68, href, label, ..Pin::default() };
//! let svg = draw(&view, &land, &[Marker::Pin(pin)], &DrawOptions::default());
//! assert!(svg.starts_with("<svg"));
//! ```
//!
//! The crate is pure: no files, no clock, no network. The same input gives the same picture.

mod basemap;
mod clip;
mod country;
mod cursor;
mod draw;
mod encode;
mod layer;
mod sketch;
mod survey;

pub mod projection;

pub use basemap::{Basemap, BasemapError};
pub use country::{BuildError, BuildProgress, Country, CountryReport, SourceFound, build_country};
pub use draw::{Cluster, DrawOptions, Marker, Pin, Town, View, draw, draw_standalone};
pub use layer::{Layer, Rank};
pub use projection::{Bounds, Fit, LatLon, fit};
