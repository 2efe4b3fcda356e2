//! Who may do what with ratings: one exhaustive pure match, verb by role and scope.

use base::Actor;
use people::Standing;
use people::model::{Role, Scope};

/// What can be done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Say what one thinks of a place.
    Rate,
    /// Take one's own rating away, with the sealed address that says it is one's own.
    Withdraw,
    /// Make a sheet of codes, and print it again.
    MakeCodes,
    /// Answer a comment for the place.
    Reply,
}

impl Verb {
    /// Every verb, for the table of who may do what.
    pub const fn all() -> [Self; 4] {
        [Self::Rate, Self::Withdraw, Self::MakeCodes, Self::Reply]
    }
}

/// Whether they may, on a place that lies in those scopes. Whether someone who works there rates
/// it is for the rules: they get a sentence, not a closed door.
pub fn may(standing: &Standing, verb: Verb, scopes: &[Scope]) -> bool {
    match (standing.actor, verb) {
        (Actor::Clockwork, _)
        | (Actor::Operator, Verb::Rate | Verb::Reply)
        | (Actor::Visitor, Verb::MakeCodes | Verb::Reply) => false,
        (Actor::Operator, Verb::Withdraw | Verb::MakeCodes)
        | (Actor::Visitor | Actor::Person(_), Verb::Rate | Verb::Withdraw) => true,
        (Actor::Person(_), Verb::MakeCodes) => [Role::Desk, Role::Mediator, Role::PlaceManager]
            .into_iter()
            .any(|role| standing.holds(role, scopes)),
        (Actor::Person(_), Verb::Reply) => standing.holds(Role::PlaceManager, scopes),
    }
}

/// Whether they work at the place.
pub fn works_at(standing: &Standing, scope: &Scope) -> bool {
    standing.roles.iter().any(|(_, held)| held == scope)
}
