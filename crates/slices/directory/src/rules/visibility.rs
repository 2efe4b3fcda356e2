//! Which places are shown when they come to be.

use crate::model::{Body, PlaceState};
use intake::standard::Access;

/// A place that says it receives nobody is kept out of sight; it stays in the data, and a person
/// can show it.
pub fn at_birth(body: &Body) -> PlaceState {
    let access = &body.fields.access;
    let receives_nobody = access.contains(&Access::NoPublic) && !access.contains(&Access::WalkIn);
    if receives_nobody { PlaceState::Hidden } else { PlaceState::Published }
}

#[cfg(test)]
mod tests {
    use super::*;
    use intake::standard::Fields;

    #[test]
    fn a_place_that_receives_nobody_is_not_shown() {
        let says = |access: Vec<Access>| {
            at_birth(&Body { fields: Fields { access, ..Fields::default() }, ..Body::default() })
        };
        assert_eq!(says(vec![Access::NoPublic]), PlaceState::Hidden);
        assert_eq!(says(vec![Access::NoPublic, Access::WalkIn]), PlaceState::Published);
        assert_eq!(says(vec![]), PlaceState::Published);
    }
}
