//! Drawing a view: land, names and markers become one `<svg>` element.

mod markers;
mod names;
mod path;
mod sleeve;
mod style;
mod text;

use std::fmt::Write;

use crate::basemap::{Basemap, Sheet, Tile, TileName, TileReader};
use crate::clip::Window;
use crate::encode::EXTENT;
use crate::layer::{LAYER_COUNT, Layer};
use crate::projection::{LatLon, Spot, to_world, world_px};

pub use markers::{Cluster, Marker, Pin};

use names::Label;
use path::{Care, Pen};
use text::escaped;

/// Farthest and closest views that are drawn.
const ZOOMS: std::ops::RangeInclusive<f64> = 2.0..=19.0;
/// Largest side of a frame, in pixels.
const LARGEST_SIDE_PX: f64 = 4096.0;
/// Widest bleed, in pixels.
const WIDEST_BLEED_PX: f64 = 2048.0;
/// Width of the seam under the land border, in degrees of longitude.
const SEAM_DEGREES: f64 = 0.12;

/// What to show. Numbers out of range are brought back into it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Middle of the frame, degrees north.
    pub lat: f64,
    /// Middle of the frame, degrees east.
    pub lon: f64,
    /// Zoom, 2 (a continent) to 19 (a street); may be fractional.
    pub zoom: f64,
    /// Width of the essential frame, in pixels.
    pub width_px: f64,
    /// Height of the essential frame, in pixels.
    pub height_px: f64,
    /// How far the picture goes on beyond the frame on every side, in pixels.
    pub bleed_px: f64,
}

/// A town whose name is written where there is room, after those of the basemap.
#[derive(Clone, Debug, PartialEq)]
pub struct Town {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// Its name.
    pub name: String,
    /// Among towns the heavier is written first: inhabitants, or what stands for them.
    pub weight: u32,
}

/// How to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawOptions {
    /// `id` of the `<svg>` element.
    pub id: String,
    /// What the map shows, in words: its accessible name.
    pub title: String,
    /// Whether names are written.
    pub names: bool,
    /// Towns to name besides those the basemap knows: it may be only a sketch.
    pub towns: Vec<Town>,
}

impl Default for DrawOptions {
    fn default() -> Self {
        Self { id: "map-svg".to_owned(), title: "Carte".to_owned(), names: true, towns: Vec::new() }
    }
}

/// Draws a view as one `<svg>` element whose classes a style sheet colours.
pub fn draw(view: &View, basemap: &Basemap, markers: &[Marker], options: &DrawOptions) -> String {
    let picture = Picture::of(view, basemap, markers, options);
    let mut svg = String::with_capacity(48 << 10);
    picture.open(&mut svg, options);
    svg.push('>');
    picture.body(&mut svg);
    svg.push_str("</svg>");
    svg
}

/// Draws a view as a document of its own, colours and attribution inside: a picture file.
///
/// Nothing is drawn beyond the frame, whatever the view's bleed.
pub fn draw_standalone(
    view: &View,
    basemap: &Basemap,
    markers: &[Marker],
    options: &DrawOptions,
) -> String {
    let view = View { bleed_px: 0.0, ..*view };
    let picture = Picture::of(&view, basemap, markers, options);
    let frame = &picture.frame;
    let mut svg = String::with_capacity(48 << 10);
    picture.open(&mut svg, options);
    let (width, height) = (frame.width_px, frame.height_px);
    let _ =
        write!(svg, r#" xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">"#);
    let _ = write!(svg, "<style>{}</style>", style::STYLE);
    picture.body(&mut svg);
    let _ = write!(
        svg,
        r#"<text class="c-thanks" x="{}" y="{}">{}</text></svg>"#,
        width - 6.0,
        height - 7.0,
        escaped(basemap.attribution())
    );
    svg
}

/// The frame of a view, checked, and where it lies in the world square.
#[derive(Clone, Copy, Debug)]
struct Frame {
    center: LatLon,
    zoom: f64,
    width_px: f64,
    height_px: f64,
    bleed_px: f64,
    /// Pixels across the world.
    world_px: f64,
    /// Corner of the frame on the map of the world, in pixels.
    corner: Spot,
}

impl Frame {
    fn of(view: &View) -> Self {
        let bounded = |value: f64, least: f64, most: f64| {
            if value.is_finite() { value.clamp(least, most) } else { least }
        };
        let center =
            LatLon { lat: bounded(view.lat, -85.0, 85.0), lon: bounded(view.lon, -180.0, 180.0) };
        let zoom = bounded(view.zoom, *ZOOMS.start(), *ZOOMS.end());
        let width_px = bounded(view.width_px, 1.0, LARGEST_SIDE_PX).round();
        let height_px = bounded(view.height_px, 1.0, LARGEST_SIDE_PX).round();
        let bleed_px = bounded(view.bleed_px, 0.0, WIDEST_BLEED_PX).round();
        let world_px = world_px(zoom);
        let middle = to_world(center);
        let corner = Spot {
            x: middle.x * world_px - width_px / 2.0,
            y: middle.y * world_px - height_px / 2.0,
        };
        Self { center, zoom, width_px, height_px, bleed_px, world_px, corner }
    }

    /// The frame and its bleed, in pixels of the frame.
    fn window(&self) -> Window {
        let bleed = self.bleed_px;
        Window {
            min: Spot { x: -bleed, y: -bleed },
            max: Spot { x: self.width_px + bleed, y: self.height_px + bleed },
        }
    }

    /// Where a point of the globe falls, in pixels of the frame.
    fn place(&self, point: LatLon) -> Spot {
        let world = to_world(point);
        Spot {
            x: world.x * self.world_px - self.corner.x,
            y: world.y * self.world_px - self.corner.y,
        }
    }
}

/// Everything of a view, drawn but not yet put together.
struct Picture {
    frame: Frame,
    layers: [String; LAYER_COUNT],
    names: String,
    markers: String,
}

impl Picture {
    fn of(view: &View, basemap: &Basemap, markers: &[Marker], options: &DrawOptions) -> Self {
        let frame = Frame::of(view);
        let mut collector = Collector::new(&frame, options.names);
        if let Some(sheet) = basemap.sheet(frame.zoom) {
            collector.collect(basemap, sheet, &frame);
        }
        collector.name(&options.towns, &frame);
        let (drawn_markers, obstacles) = markers::draw(markers, &frame);
        let placed = names::place(collector.labels, &frame, &obstacles);
        Self {
            frame,
            layers: collector.paths,
            names: names::write(&placed),
            markers: drawn_markers,
        }
    }

    /// The opening of the element, its last `>` left out for more attributes.
    fn open(&self, svg: &mut String, options: &DrawOptions) {
        let Frame { center, zoom, width_px, height_px, .. } = self.frame;
        let _ = write!(
            svg,
            concat!(
                r#"<svg class="c-map" id="{}" viewBox="0 0 {} {}""#,
                r#" preserveAspectRatio="xMidYMid meet" role="group" aria-label="{}""#,
                r#" data-lat="{:.5}" data-lon="{:.5}" data-zoom="{:.2}""#
            ),
            escaped(&options.id),
            width_px,
            height_px,
            escaped(&options.title),
            center.lat,
            center.lon,
            zoom,
        );
    }

    fn body(&self, svg: &mut String) {
        let Frame { width_px, height_px, bleed_px, world_px, .. } = self.frame;
        let _ = write!(
            svg,
            concat!(
                r#"<g class="c-decor" aria-hidden="true">"#,
                r#"<rect class="c-sea" x="{}" y="{}" width="{}" height="{}"/>"#
            ),
            -bleed_px,
            -bleed_px,
            width_px + 2.0 * bleed_px,
            height_px + 2.0 * bleed_px
        );
        for (layer, path) in Layer::ALL.iter().zip(&self.layers) {
            if path.is_empty() {
                continue;
            }
            let _ = write!(svg, r#"<path class="{}""#, layer.class());
            if *layer == Layer::Seam {
                let _ = write!(svg, r#" stroke-width="{:.0}""#, SEAM_DEGREES / 360.0 * world_px);
            }
            let _ = write!(svg, r#" d="{path}"/>"#);
        }
        svg.push_str(&self.names);
        svg.push_str("</g>");
        svg.push_str(&self.markers);
    }
}

/// Gathers the paths and names of the tiles in view.
struct Collector<'a> {
    paths: [String; LAYER_COUNT],
    labels: Vec<Label<'a>>,
    pen: Pen,
    layer: Layer,
    with_names: bool,
    far: bool,
}

impl<'a> Collector<'a> {
    fn new(frame: &Frame, with_names: bool) -> Self {
        Self {
            paths: Default::default(),
            labels: Vec::new(),
            pen: Pen::new(&frame.window()),
            layer: Layer::Land,
            with_names,
            far: names::FAR_ZOOMS.contains(&frame.zoom),
        }
    }

    /// Adds towns the basemap did not name.
    fn name(&mut self, towns: &'a [Town], frame: &Frame) {
        let known: std::collections::HashSet<&str> = self.labels.iter().map(|it| it.text).collect();
        let fresh = towns.iter().filter(|it| self.with_names && !known.contains(it.name.as_str()));
        let labels: Vec<Label<'a>> = fresh
            .map(|town| Label {
                at: frame.place(LatLon { lat: town.lat, lon: town.lon }),
                rank: crate::layer::Rank::Town4,
                weight: town.weight,
                text: &town.name,
            })
            .collect();
        self.labels.extend(labels);
    }

    fn collect(&mut self, basemap: &'a Basemap, sheet: &Sheet, frame: &Frame) {
        let tile_px = frame.world_px / f64::from(sheet.tile_zoom).exp2();
        let bleed = frame.bleed_px;
        let first = |corner: f64| whole((corner - bleed) / tile_px);
        let last = |corner: f64, side: f64| whole((corner + side + bleed) / tile_px);
        let side = 1_u32 << sheet.tile_zoom;
        let rows = first(frame.corner.y)..=last(frame.corner.y, frame.height_px).min(side - 1);
        for row in rows {
            let columns =
                first(frame.corner.x)..=last(frame.corner.x, frame.width_px).min(side - 1);
            for column in columns {
                let Some(tile) = basemap.tile(sheet, row, column) else { continue };
                let corner = Spot {
                    x: f64::from(column) * tile_px - frame.corner.x,
                    y: f64::from(row) * tile_px - frame.corner.y,
                };
                self.read(tile, tile_px / EXTENT, corner);
            }
        }
    }

    fn read(&mut self, tile: Tile<'a>, scale: f64, corner: Spot) {
        self.pen.place(scale, corner);
        // Files are checked on opening: a tile cannot stop half-way.
        let _ = tile.read(self);
    }
}

impl<'a> TileReader<'a> for Collector<'a> {
    fn begin(&mut self, layer: Layer) {
        self.layer = layer;
        self.pen.begin(layer.is_area(), care(layer));
    }

    fn point(&mut self, x: i32, y: i32) {
        self.pen.point(x, y);
    }

    fn end(&mut self) {
        if let Some(path) = self.paths.get_mut(self.layer as usize) {
            self.pen.end(path);
        }
    }

    fn name(&mut self, name: TileName<'a>) {
        if self.with_names && (self.far || !name.rank.is_backdrop()) {
            let at = self.pen.spot(name.x, name.y);
            self.labels.push(Label { at, rank: name.rank, weight: name.weight, text: name.text });
        }
    }
}

/// How carefully a layer is drawn: France itself more than what surrounds or fills it.
fn care(layer: Layer) -> Care {
    let (tolerance_px, speck_px, whole) = match layer {
        Layer::Land | Layer::Coast => (0.5, 2.0, false),
        Layer::Limit1 => (0.6, 0.0, false),
        Layer::Limit2 | Layer::Borders => (0.8, 0.0, false),
        Layer::Limit3 => (0.8, 0.0, true),
        Layer::Neighbours | Layer::Lakes | Layer::Rivers => (1.0, 3.0, true),
        Layer::Urban1 | Layer::Urban2 | Layer::Urban3 => (1.0, 5.0, true),
        Layer::Seam => (2.0, 0.0, true),
    };
    Care { tolerance_px, speck_px, whole }
}

/// The tile a coordinate falls in, zero before the first.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast saturates")]
fn whole(value: f64) -> u32 {
    value.floor() as u32
}
