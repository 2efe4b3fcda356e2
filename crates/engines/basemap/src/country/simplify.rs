//! Fewer points for far views: those whose absence nobody sees are left out.

use crate::layer::Layer;
use crate::projection::LatLon;
use crate::survey::Shape;

/// Simplifies every stroke of a shape; rings that become too small to be areas are left out.
pub(super) fn shape(shape: &mut Shape, tolerance_degrees: f64) {
    let is_area = shape.layer.is_area();
    for stroke in &mut shape.strokes {
        *stroke =
            if is_area { ring(stroke, tolerance_degrees) } else { line(stroke, tolerance_degrees) };
    }
    let least = if is_area { 3 } else { 2 };
    shape.strokes.retain(|stroke| stroke.len() >= least);
}

/// How much more than the land other countries and their water may be simplified.
pub(super) fn looseness(layer: Layer) -> f64 {
    match layer {
        Layer::Neighbours | Layer::Lakes | Layer::Rivers => 2.0,
        Layer::Borders => 1.4,
        _ => 1.0,
    }
}

/// A ring is two lines between its first point and the one farthest from it.
fn ring(points: &[LatLon], tolerance: f64) -> Vec<LatLon> {
    let Some(&first) = points.first() else { return Vec::new() };
    let distance = |point: &LatLon| (point.lat - first.lat).hypot(point.lon - first.lon);
    let farthest = (points.iter().enumerate())
        .max_by(|one, other| distance(one.1).total_cmp(&distance(other.1)))
        .map_or(0, |(place, _)| place);
    let (out, back) = points.split_at(farthest);
    let out: Vec<LatLon> = out.iter().chain(back.first()).copied().collect();
    let back: Vec<LatLon> = back.iter().copied().chain([first]).collect();
    let mut kept = line(&out, tolerance);
    kept.pop();
    kept.extend(line(&back, tolerance));
    kept.pop();
    kept
}

/// Keeps the ends, and between two kept points the farthest one as long as it is too far.
fn line(points: &[LatLon], tolerance: f64) -> Vec<LatLon> {
    let Some(last) = points.len().checked_sub(1) else { return Vec::new() };
    let mut kept = vec![false; points.len()];
    let mut spans = vec![(0, last)];
    for end in [0, last] {
        if let Some(keep) = kept.get_mut(end) {
            *keep = true;
        }
    }
    while let Some((from, to)) = spans.pop() {
        let Some((place, distance)) = farthest(points, from, to) else { continue };
        if distance > tolerance {
            if let Some(keep) = kept.get_mut(place) {
                *keep = true;
            }
            spans.extend([(from, place), (place, to)]);
        }
    }
    points.iter().zip(kept).filter(|(_, keep)| *keep).map(|(point, _)| *point).collect()
}

/// The point between two others that is farthest from the stretch that joins them.
fn farthest(points: &[LatLon], from: usize, to: usize) -> Option<(usize, f64)> {
    let (start, end) = (*points.get(from)?, *points.get(to)?);
    let between = points.get(from + 1..to)?;
    let measured = between.iter().map(|point| super::outline::distance_degrees(*point, start, end));
    (from + 1..to).zip(measured).max_by(|one, other| one.1.total_cmp(&other.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lat: f64, lon: f64) -> LatLon {
        LatLon { lat, lon }
    }

    #[test]
    fn a_straight_line_keeps_its_ends_and_a_bend_its_corner() {
        let straight = [at(45.0, 0.0), at(45.001, 0.5), at(45.0, 1.0)];
        assert_eq!(line(&straight, 0.01), vec![at(45.0, 0.0), at(45.0, 1.0)]);
        let bent = [at(45.0, 0.0), at(45.5, 0.5), at(45.0, 1.0)];
        assert_eq!(line(&bent, 0.01).len(), 3);
    }

    #[test]
    fn a_speck_is_no_area_any_more() {
        let speck = vec![at(45.0, 0.0), at(45.001, 0.0), at(45.001, 0.001)];
        let mut land = Shape { layer: Layer::Land, strokes: vec![speck, Vec::new()] };
        shape(&mut land, 0.01);
        assert!(land.strokes.is_empty());
    }
}
