//! Other countries: from a file where it goes, from the sketch beyond and in its gaps.

use crate::clip::{self, Window};
use crate::layer::{Layer, Rank};
use crate::projection::{Bounds, LatLon, Spot};
use crate::sketch::SketchShape;
use crate::survey::{Name, Shape};

use super::geojson::Feature;
use super::outline::Drawn;
use super::sources::Detail;
use super::{BuildError, Workshop, areas, bounds_of};

impl Workshop<'_> {
    /// The neighbours of France and the borders between them; the borders of France itself come
    /// with its land, more precise.
    pub(super) fn neighbours(&mut self, detail: Detail) -> Result<Vec<Shape>, BuildError> {
        let sketched_border = |shape: &SketchShape| shape.kind == "border" && !shape.of_france;
        let Some(countries) = self.sources.once("voisins")? else {
            self.sources.miss("neighbours (voisins): those of the sketch".to_owned());
            let wanted = |shape: &SketchShape| shape.kind == "neighbour" || sketched_border(shape);
            return Ok(self.sketched(wanted));
        };
        let around = bounds_of(&countries);
        let mut shapes = self.fill_gaps(&countries);
        shapes.push(areas(Layer::Neighbours, &countries));
        if detail == Detail::Continent || detail == Detail::Country {
            shapes.extend(self.beyond(&around));
        } else {
            shapes.extend(self.sketched(|shape| {
                shape.kind == "neighbour" && shape.points.iter().all(|at| !around.contains(*at))
            }));
        }
        if let Some(borders) = self.sources.once("frontieres")? {
            let strokes = borders.iter().flat_map(|feature| feature.lines.iter());
            let strokes = strokes.flat_map(|line| foreign(line, &self.drawn)).collect();
            shapes.push(Shape { layer: Layer::Borders, strokes });
        } else {
            self.sources.miss("borders (frontieres): those of the sketch".to_owned());
            shapes.extend(self.sketched(sketched_border));
        }
        Ok(shapes)
    }

    /// The countries of the sketch that the file lacks: those whose name would stand in the sea.
    fn fill_gaps(&mut self, countries: &[Feature]) -> Vec<Shape> {
        let around = bounds_of(countries);
        let covered = |at: LatLon| countries.iter().any(|country| holds(country, at));
        let lost: Vec<&Name> = (self.sketch.names.iter())
            .filter(|name| name.rank == Rank::Country && around.contains(name.at))
            .filter(|name| !covered(name.at))
            .collect();
        if !lost.is_empty() {
            let words: Vec<&str> = lost.iter().map(|name| name.text.as_str()).collect();
            let words = format!("{} among the neighbours: the sketch's", words.join(", "));
            self.sources.miss(words);
        }
        self.sketched(|shape| {
            shape.kind == "neighbour"
                && lost.iter().any(|name| crossings_west(&shape.points, name.at) % 2 == 1)
        })
    }

    /// What the sketch knows outside the box of the file.
    fn beyond(&self, around: &Bounds) -> Vec<Shape> {
        let (min, max) = (around.min, around.max);
        let margin = 0.02;
        let window = |west, south, east, north| Window {
            min: Spot { x: west, y: south },
            max: Spot { x: east, y: north },
        };
        let sides = [
            window(max.lon - margin, -90.0, 180.0, 90.0),
            window(-180.0, -90.0, min.lon + margin, 90.0),
            window(min.lon, -90.0, max.lon, min.lat + margin),
            window(min.lon, max.lat - margin, max.lon, 90.0),
        ];
        let cut = |shape: Shape| {
            let pieces = shape.strokes.iter().flat_map(|stroke| {
                let spots: Vec<Spot> =
                    stroke.iter().map(|point| Spot { x: point.lon, y: point.lat }).collect();
                sides.map(|side| clip::ring(&spots, &side))
            });
            let back = |ring: Vec<Spot>| {
                ring.into_iter().map(|spot| LatLon { lat: spot.y, lon: spot.x }).collect()
            };
            Shape { layer: shape.layer, strokes: pieces.map(back).collect() }
        };
        let countries = self.sketched(|shape| shape.kind == "neighbour");
        countries.into_iter().map(cut).collect()
    }
}

/// The stretches of a border that are not those of France.
fn foreign(line: &[LatLon], drawn: &Drawn) -> Vec<Vec<LatLon>> {
    let mut pieces: Vec<Vec<LatLon>> = Vec::new();
    let mut piece: Vec<LatLon> = Vec::new();
    for pair in line.windows(2) {
        let &[from, to] = pair else { continue };
        let middle =
            LatLon { lat: f64::midpoint(from.lat, to.lat), lon: f64::midpoint(from.lon, to.lon) };
        if drawn.is_on_border(middle) {
            pieces.push(std::mem::take(&mut piece));
        } else {
            if piece.is_empty() {
                piece.push(from);
            }
            piece.push(to);
        }
    }
    pieces.push(piece);
    pieces.retain(|piece| piece.len() > 1);
    pieces
}

/// True when a territory covers a point.
pub(super) fn holds(country: &Feature, at: LatLon) -> bool {
    let count: usize = country.polygons.iter().flatten().map(|ring| crossings_west(ring, at)).sum();
    count % 2 == 1
}

/// How many times a ring crosses the parallel of a point to the west of it.
fn crossings_west(ring: &[LatLon], at: LatLon) -> usize {
    super::outline::crossings(ring, at.lat).into_iter().filter(|lon| *lon < at.lon).count()
}
