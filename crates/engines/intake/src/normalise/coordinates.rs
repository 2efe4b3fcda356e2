//! Coordinates: decimal commas, degrees swapped or in one cell, Lambert-93 to WGS84.

use base::Point;

/// A point and the repair that made it, if any.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The point.
    pub point: Point,
    /// `swapped-coordinates`, `lambert-93` or nothing.
    pub repair: Option<&'static str>,
}

/// A number as lists write it: spaces, a decimal comma, a degree sign.
pub fn number(text: &str) -> Option<f64> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '°' | '\''))
        .map(|c| if c == ',' { '.' } else { c })
        .collect();
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Two numbers in one cell, latitude first unless only the other order is on French ground.
pub fn pair(text: &str) -> Option<(f64, f64)> {
    let cuts = ["; ", ";", ", ", " ", ","];
    let cut = cuts.iter().find(|cut| text.trim().contains(**cut))?;
    let (first, second) = text.trim().split_once(cut)?;
    Some((number(first)?, number(second)?))
}

/// The point that two numbers mean. Latitude and longitude in the other order, or Lambert-93
/// metres, are recognised because only they fall on French ground.
pub fn place(latitude: f64, longitude: f64) -> Option<Placed> {
    if latitude == 0.0 && longitude == 0.0 {
        return None;
    }
    if is_french(latitude, longitude) {
        return Some(Placed { point: Point::new(latitude, longitude)?, repair: None });
    }
    if is_french(longitude, latitude) {
        let point = Point::new(longitude, latitude)?;
        return Some(Placed { point, repair: Some("swapped-coordinates") });
    }
    let lambert = lambert_93(longitude, latitude).or_else(|| lambert_93(latitude, longitude));
    if let Some(point) = lambert {
        return Some(Placed { point, repair: Some("lambert-93") });
    }
    Point::new(latitude, longitude).map(|point| Placed { point, repair: None })
}

/// First eccentricity of GRS80.
const ECCENTRICITY: f64 = 0.081_819_191_042_816;
/// Exponent of the projection.
const EXPONENT: f64 = 0.725_607_765_053_267;
/// Constant of the projection, in metres.
const SCALE_M: f64 = 11_754_255.426_096;
/// Easting of the pole, in metres.
const POLE_EASTING_M: f64 = 700_000.0;
/// Northing of the pole, in metres.
const POLE_NORTHING_M: f64 = 12_655_612.049_876;

/// Lambert-93 metres to degrees, when they fall on metropolitan ground.
///
/// Conic conformal projection of RGF93: standard parallels 44° and 49°, origin 46.5° N 3° E,
/// false origin 700 km and 6,600 km, ellipsoid GRS80. Source: IGN, NTG 71 and NTG 80.
pub fn lambert_93(easting_m: f64, northing_m: f64) -> Option<Point> {
    let in_france =
        (0.0..1_300_000.0).contains(&easting_m) && (6_000_000.0..7_200_000.0).contains(&northing_m);
    if !in_france {
        return None;
    }
    let east = easting_m - POLE_EASTING_M;
    let north = POLE_NORTHING_M - northing_m;
    let angle = east.atan2(north);
    let isometric = -(east.hypot(north) / SCALE_M).ln() / EXPONENT;
    let longitude = angle / EXPONENT + 3.0_f64.to_radians();
    let mut latitude = 2.0 * isometric.exp().atan() - std::f64::consts::FRAC_PI_2;
    for _ in 0..12 {
        let sine = ECCENTRICITY * latitude.sin();
        let ratio = ((1.0 + sine) / (1.0 - sine)).powf(ECCENTRICITY / 2.0);
        latitude = 2.0 * (ratio * isometric.exp()).atan() - std::f64::consts::FRAC_PI_2;
    }
    Point::new(latitude.to_degrees(), longitude.to_degrees())
}

/// Boxes around French ground: south, north, west, east, in degrees.
const FRENCH_BOXES: [(f64, f64, f64, f64); 9] = [
    (41.2, 51.3, -5.4, 9.8),
    (14.2, 18.3, -63.3, -60.7),
    (2.0, 6.0, -55.0, -51.4),
    (-21.6, -20.7, 55.0, 56.0),
    (-13.2, -12.4, 44.8, 45.5),
    (46.6, 47.3, -56.7, -56.0),
    (-23.0, -19.3, 162.5, 172.5),
    (-28.0, -7.5, -155.0, -134.0),
    (-14.6, -13.0, -178.4, -175.9),
];

fn is_french(latitude: f64, longitude: f64) -> bool {
    FRENCH_BOXES.iter().any(|(south, north, west, east)| {
        (*south..=*north).contains(&latitude) && (*west..=*east).contains(&longitude)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(point: Point, lat: f64, lon: f64) -> bool {
        Point::new(lat, lon).is_some_and(|other| point.distance_m(other) < 1.0)
    }

    #[test]
    fn lambert_93_agrees_with_the_published_points() {
        let origin = lambert_93(700_000.0, 6_600_000.0).unwrap();
        assert!(near(origin, 46.5, 3.0));
        let paris = lambert_93(652_381.01, 6_862_047.07).unwrap();
        assert!((paris.lat - 48.8566).abs() < 0.001 && (paris.lon - 2.3508).abs() < 0.002);
        assert_eq!(lambert_93(2.3, 48.8), None);
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!(number("475198,121680863"), Some(475_198.121_680_863));
        assert_eq!(number(" 48.11 "), Some(48.11));
        assert_eq!(number("NaN"), None);
        assert_eq!(number("nord"), None);
        assert_eq!(pair("42.35, 9.04"), Some((42.35, 9.04)));
        assert_eq!(pair("42.35,9.04"), Some((42.35, 9.04)));
        assert_eq!(pair("42,35;9,04"), Some((42.35, 9.04)));
        assert_eq!(pair("42"), None);
    }

    #[test]
    fn swapped_coordinates_are_put_right() {
        let placed = place(-1.68, 48.11).unwrap();
        assert_eq!(placed.repair, Some("swapped-coordinates"));
        assert!(near(placed.point, 48.11, -1.68));
        assert_eq!(place(48.11, -1.68).unwrap().repair, None);
        assert_eq!(place(6_692_424.5, 475_198.1).unwrap().repair, Some("lambert-93"));
        assert_eq!(place(0.0, 0.0), None);
        assert_eq!(place(980.0, 2.0), None);
    }
}
