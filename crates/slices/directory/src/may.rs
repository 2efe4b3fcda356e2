//! Who may do what in the directory: one exhaustive pure match.

use base::Actor;

/// What can be done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Read a source and store what it says.
    Harvest,
    /// Decide which records are the same place, and publish.
    Match,
    /// Correct a field of a place.
    Edit,
    /// Close, hide or publish a place.
    SetState,
    /// Say of two records whether they are the same place.
    Decide,
    /// Replace the official communes.
    LoadCommunes,
}

/// Whether the actor may. Until people have roles, only who holds the machine writes here, and
/// the clockwork, which matches what was harvested.
pub fn may(actor: Actor, verb: Verb) -> bool {
    match (actor, verb) {
        (Actor::Operator, _) | (Actor::Clockwork, Verb::Harvest | Verb::Match) => true,
        (Actor::Clockwork, Verb::Edit | Verb::SetState | Verb::Decide | Verb::LoadCommunes)
        | (Actor::Person(_) | Actor::Visitor, _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{Id, PersonId, Ulid};

    #[test]
    fn the_clockwork_never_corrects_a_place_and_a_person_without_a_role_does_nothing() {
        assert!(!may(Actor::Clockwork, Verb::Edit));
        assert!(may(Actor::Clockwork, Verb::Match));
        let person = Actor::Person(PersonId::from_ulid(Ulid::nil()));
        let verbs = [
            Verb::Harvest,
            Verb::Match,
            Verb::Edit,
            Verb::SetState,
            Verb::Decide,
            Verb::LoadCommunes,
        ];
        assert!(verbs.iter().all(|verb| !may(person, *verb)));
        assert!(verbs.iter().all(|verb| may(Actor::Operator, *verb)));
    }
}
