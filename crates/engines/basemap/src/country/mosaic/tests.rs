//! Territories side by side.

use super::*;

fn square(west: f64, south: f64) -> Feature {
    let corner = |east: f64, north: f64| LatLon { lat: south + north, lon: west + east };
    let ring = vec![corner(0.0, 0.0), corner(0.0, 1.0), corner(1.0, 1.0), corner(1.0, 0.0)];
    Feature { polygons: vec![vec![ring]], ..Feature::default() }
}

#[test]
fn two_neighbours_make_one_land_and_one_limit() {
    let mosaic = Mosaic::of(&[square(0.0, 45.0), square(1.0, 45.0)]);
    let outside = mosaic.outside();
    assert_eq!(outside.len(), 1);
    assert_eq!(outside.first().map(Vec::len), Some(6));
    let limits = mosaic.lines(|sides, _| sides.other.is_some());
    assert_eq!(limits.len(), 1);
    assert_eq!(limits.first().map(Vec::len), Some(2));
}

#[test]
fn three_territories_meet_at_a_fork_and_each_limit_is_drawn_once() {
    let mosaic =
        Mosaic::of(&[square(0.0, 45.0), square(1.0, 45.0), square(0.0, 46.0), square(1.0, 46.0)]);
    let limits = mosaic.lines(|sides, _| sides.other.is_some());
    let stretches: usize = limits.iter().map(|line| line.len() - 1).sum();
    assert_eq!(stretches, 4);
}

#[test]
fn a_lone_island_is_one_closed_shore() {
    let mosaic = Mosaic::of(&[square(0.0, 45.0)]);
    let shore = mosaic.lines(|sides, _| sides.other.is_none());
    assert_eq!(shore.len(), 1);
    let line = shore.first().map(Vec::as_slice).unwrap_or_default();
    assert_eq!((line.len(), line.first()), (5, line.last()));
}

#[test]
fn a_lake_between_territories_stays_a_hole() {
    let squares: Vec<Feature> = (0..3_u8)
        .flat_map(|row| (0..3_u8).map(move |column| (row, column)))
        .filter(|place| *place != (1, 1))
        .map(|(row, column)| square(f64::from(column), 45.0 + f64::from(row)))
        .collect();
    let rings = Mosaic::of(&squares).outside();
    let areas: Vec<f64> = rings.iter().map(|ring| crate::survey::signed_area(ring)).collect();
    assert_eq!(rings.len(), 2);
    assert!(areas.iter().any(|area| *area > 0.0) && areas.iter().any(|area| *area < 0.0));
}
