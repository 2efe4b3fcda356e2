//! The demonstration: always the same network, without any network.

use crate::program::Program;
use serde_json::Value;
use std::time::Duration;

/// The export, identifiers left aside.
fn told(program: &Program) -> Vec<Value> {
    let mut places = program.places().unwrap();
    for place in &mut places {
        place.as_object_mut().unwrap().remove("id");
    }
    places
}

#[test]
fn two_demonstrations_tell_the_same_network() {
    let [first, second] = [Program::new().unwrap(), Program::new().unwrap()];
    let filled = first.ok(&["demo", "--fill-only"]).unwrap();
    second.ok(&["demo", "--fill-only"]).unwrap();
    assert!(filled.took < Duration::from_mins(1), "{:?}", filled.took);
    let (first_told, second_told) = (told(&first), told(&second));
    assert!(first_told.len() > 500);
    for (a, b) in first_told.iter().zip(&second_told) {
        assert_eq!(a, b);
    }
    assert_eq!(first_told.len(), second_told.len());

    let head = first.head().unwrap();
    let again = first.ok(&["demo", "--fill-only"]).unwrap();
    assert!(again.out.contains("déjà des lieux"), "{again:?}");
    assert_eq!(first.head().unwrap(), head, "a folder that has places keeps them");
}
