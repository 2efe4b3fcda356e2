//! Points and boxes on the globe.

use serde::{Deserialize, Serialize};

const EARTH_RADIUS_M: f64 = 6_371_008.8;

/// A point on the globe, WGS84, in degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Degrees north, -90 to 90.
    pub lat: f64,
    /// Degrees east, -180 to 180.
    pub lon: f64,
}

/// A box on the globe; never crosses the antimeridian.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bounds {
    /// South-west corner.
    pub min: Point,
    /// North-east corner.
    pub max: Point,
}

impl Point {
    /// A point, if both numbers are finite and on the globe.
    pub fn new(lat: f64, lon: f64) -> Option<Self> {
        let on_globe = lat.abs() <= 90.0 && lon.abs() <= 180.0;
        on_globe.then_some(Self { lat, lon })
    }

    /// Great-circle distance, in metres.
    pub fn distance_m(self, other: Self) -> f64 {
        let (a, b) = (self.lat.to_radians(), other.lat.to_radians());
        let half_lat = ((b - a) / 2.0).sin();
        let half_lon = ((other.lon - self.lon).to_radians() / 2.0).sin();
        let h = half_lat * half_lat + a.cos() * b.cos() * half_lon * half_lon;
        2.0 * EARTH_RADIUS_M * h.sqrt().min(1.0).asin()
    }
}

impl Bounds {
    /// A box from its corners, if it is not inside out.
    pub fn new(min: Point, max: Point) -> Option<Self> {
        (min.lat <= max.lat && min.lon <= max.lon).then_some(Self { min, max })
    }

    /// The box that holds every point within `radius_m` metres of `centre`.
    pub fn around(centre: Point, radius_m: f64) -> Self {
        let lat = (radius_m / EARTH_RADIUS_M).to_degrees();
        let lon = lat / centre.lat.to_radians().cos().max(0.01);
        Self {
            min: Point { lat: centre.lat - lat, lon: centre.lon - lon },
            max: Point { lat: centre.lat + lat, lon: centre.lon + lon },
        }
    }

    /// Whether the point lies inside, edges included.
    pub fn contains(&self, point: Point) -> bool {
        (self.min.lat..=self.max.lat).contains(&point.lat)
            && (self.min.lon..=self.max.lon).contains(&point.lon)
    }

    /// The middle.
    pub fn centre(&self) -> Point {
        Point {
            lat: f64::midpoint(self.min.lat, self.max.lat),
            lon: f64::midpoint(self.min.lon, self.max.lon),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RENNES: Point = Point { lat: 48.1147, lon: -1.6794 };
    const PARIS: Point = Point { lat: 48.8566, lon: 2.3522 };

    #[test]
    fn rennes_is_308_km_from_paris() {
        assert!((RENNES.distance_m(PARIS) - 308_000.0).abs() < 2_000.0);
    }

    #[test]
    fn a_number_that_is_none_makes_no_point() {
        assert_eq!(Point::new(f64::NAN, 2.0), None);
        assert_eq!(Point::new(91.0, 2.0), None);
    }

    #[test]
    fn the_box_around_a_point_holds_the_circle() {
        let bounds = Bounds::around(RENNES, 20_000.0);
        assert!(bounds.contains(RENNES));
        assert!(!bounds.contains(PARIS));
    }
}
