//! Web Mercator: from degrees on the globe to pixels on a map, and back.
//!
//! A map at zoom `z` is a square of `256 * 2^z` pixels holding the whole world; `z` may be
//! fractional. The *world square* is the same map reduced to the side 1.

use std::f64::consts::PI;

/// The latitude where the square map of the world ends, in degrees.
const LAST_LATITUDE: f64 = 85.051_128;

/// The side of the world at zoom 0, in pixels.
const WORLD_PX: f64 = 256.0;

/// A point on the globe, WGS84, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LatLon {
    /// Degrees north, -90 to 90.
    pub lat: f64,
    /// Degrees east, -180 to 180.
    pub lon: f64,
}

/// A box on the globe that does not cross the antimeridian.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// South-west corner.
    pub min: LatLon,
    /// North-east corner.
    pub max: LatLon,
}

/// A point on the plane: in the world square, on a map, or in a frame, as its maker says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Rightwards.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// Where the middle of a frame is, and how close.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// The middle.
    pub center: LatLon,
    /// The zoom at which the box just fits.
    pub zoom: f64,
}

/// Pixels across the whole world at this zoom.
pub fn world_px(zoom: f64) -> f64 {
    WORLD_PX * zoom.exp2()
}

/// Where a point of the globe falls in the world square.
pub fn to_world(point: LatLon) -> Spot {
    let lat = point.lat.clamp(-LAST_LATITUDE, LAST_LATITUDE).to_radians();
    let sine = lat.sin();
    let y = 0.5 - ((1.0 + sine) / (1.0 - sine)).ln() / (4.0 * PI);
    Spot { x: (point.lon + 180.0) / 360.0, y }
}

/// The point of the globe that falls at this place of the world square.
pub fn from_world(spot: Spot) -> LatLon {
    let lat = (PI * (1.0 - 2.0 * spot.y)).sinh().atan().to_degrees();
    LatLon { lat, lon: spot.x * 360.0 - 180.0 }
}

/// Where a point of the globe falls on the map of the world at this zoom, in pixels.
pub fn to_pixel(point: LatLon, zoom: f64) -> Spot {
    let (world, side) = (to_world(point), world_px(zoom));
    Spot { x: world.x * side, y: world.y * side }
}

/// The point of the globe under a pixel of the map of the world at this zoom.
pub fn from_pixel(pixel: Spot, zoom: f64) -> LatLon {
    let side = world_px(zoom);
    from_world(Spot { x: pixel.x / side, y: pixel.y / side })
}

/// The middle and the zoom that show a whole box in a frame, `margin_px` left free all round.
///
/// A box without size (one point) is shown at zoom 14, a place in its streets.
pub fn fit(bounds: Bounds, width_px: f64, height_px: f64, margin_px: f64) -> Fit {
    let north_west = to_world(LatLon { lat: bounds.max.lat, lon: bounds.min.lon });
    let south_east = to_world(LatLon { lat: bounds.min.lat, lon: bounds.max.lon });
    let middle = Spot {
        x: f64::midpoint(north_west.x, south_east.x),
        y: f64::midpoint(north_west.y, south_east.y),
    };
    let closest = 14.0;
    let zoom_for = |room_px: f64, span: f64| {
        let room = (room_px - 2.0 * margin_px).max(1.0);
        if span > 0.0 { (room / (WORLD_PX * span)).log2() } else { closest }
    };
    let across = zoom_for(width_px, (south_east.x - north_west.x).abs());
    let down = zoom_for(height_px, (south_east.y - north_west.y).abs());
    Fit { center: from_world(middle), zoom: across.min(down).clamp(0.0, closest) }
}

impl Bounds {
    /// True when the point is in the box or on its edge.
    pub fn contains(&self, point: LatLon) -> bool {
        (self.min.lat..=self.max.lat).contains(&point.lat)
            && (self.min.lon..=self.max.lon).contains(&point.lon)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_point_comes_back_from_the_map(
            lat in -84.9_f64..84.9, lon in -180.0_f64..180.0, zoom in 0.0_f64..19.0,
        ) {
            let back = from_pixel(to_pixel(LatLon { lat, lon }, zoom), zoom);
            prop_assert!((back.lat - lat).abs() < 1e-9 && (back.lon - lon).abs() < 1e-9);
        }

        #[test]
        fn a_box_fits_in_its_frame(
            south in -60.0_f64..60.0, west in -170.0_f64..160.0,
            tall in 0.01_f64..20.0, wide in 0.01_f64..20.0,
        ) {
            let min = LatLon { lat: south, lon: west };
            let max = LatLon { lat: south + tall, lon: west + wide };
            let fit = fit(Bounds { min, max }, 800.0, 600.0, 20.0);
            let (one, other) = (to_pixel(min, fit.zoom), to_pixel(max, fit.zoom));
            prop_assert!((other.x - one.x).abs() <= 760.0 + 1e-6);
            prop_assert!((other.y - one.y).abs() <= 560.0 + 1e-6);
        }
    }
}
