//! In which scopes a place lies: itself, its department, its region, the house.

use crate::model::Place;
use intake::communes::{department, department_of_postcode};
use people::model::Scope;

/// The scopes of a place, from the narrowest. Regions are written `R53`.
pub fn scopes(place: &Place) -> Vec<Scope> {
    let mut scopes = vec![Scope::Place(place.id)];
    if let Some(found) = department_code(place).and_then(|it| department(&it)) {
        scopes.push(Scope::Territory(found.code.to_owned()));
        scopes.push(Scope::Territory(format!("R{}", found.region)));
    }
    scopes.push(Scope::House);
    scopes
}

/// The code of the department a place is in, by its commune or else its postcode.
pub fn department_code(place: &Place) -> Option<String> {
    let fields = &place.body.fields;
    let of_commune = fields.commune_code.as_deref().and_then(of_commune_code);
    of_commune.or_else(|| department_of_postcode(&fields.postcode).map(str::to_owned))
}

/// `35238` is in `35`, `97105` in `971`; a town that is no official commune says it itself.
fn of_commune_code(code: &str) -> Option<String> {
    if let Some(rest) = code.strip_prefix('~') {
        return rest.split('-').next().map(str::to_owned);
    }
    let length = if code.starts_with("97") || code.starts_with("98") { 3 } else { 2 };
    code.get(..length).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Body, PlaceState};
    use base::{Id, PlaceId, Ulid};
    use intake::standard::Fields;

    fn at(commune_code: Option<&str>, postcode: &str) -> Vec<Scope> {
        let fields = Fields {
            commune_code: commune_code.map(str::to_owned),
            postcode: postcode.into(),
            ..Fields::default()
        };
        scopes(&Place {
            id: PlaceId::from_ulid(Ulid::nil()),
            slug: String::new(),
            state: PlaceState::Published,
            body: Body { fields, ..Body::default() },
            merged_into: None,
            created_at: 0,
            changed_at: 0,
        })
    }

    #[test]
    fn a_place_lies_in_itself_its_department_its_region_and_the_house() {
        let rennes = at(Some("35238"), "35000");
        let territory = |code: &str| Scope::Territory(code.into());
        assert_eq!(rennes[1..], [territory("35"), territory("R53"), Scope::House]);
        assert_eq!(at(None, "35000")[1..], rennes[1..]);
        assert_eq!(at(Some("97105"), "")[1], territory("971"));
        assert_eq!(at(Some("2A004"), "")[1], territory("2A"));
        assert_eq!(at(None, "").len(), 2, "nowhere known: itself and the house");
    }
}
