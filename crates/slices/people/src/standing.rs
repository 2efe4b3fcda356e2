//! What someone stands on when they ask for something: who they are, the roles they hold at that
//! instant, and how sure the house is of them. Every action takes one.

use crate::model::{HeldRole, Level, Role, Scope};
use base::{Actor, PersonId};

/// Who asks, and on what ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Who answers for what will be done.
    pub actor: Actor,
    /// How sure the house is that the account is one human; none without an account.
    pub level: Option<Level>,
    /// The roles in force, those that need a strong proof only when it was shown.
    pub roles: Vec<(Role, Scope)>,
    /// Whether a role is held that waits for a strong proof.
    pub awaits_strong_proof: bool,
    /// Whether something was proved again less than fifteen minutes ago.
    pub is_fresh: bool,
}

impl Standing {
    /// Someone without an account.
    pub fn visitor() -> Self {
        Self::of(Actor::Visitor)
    }

    /// Whoever types commands on the machine.
    pub fn operator() -> Self {
        Self { is_fresh: true, ..Self::of(Actor::Operator) }
    }

    /// The platform itself, keeping its deadlines.
    pub fn clockwork() -> Self {
        Self::of(Actor::Clockwork)
    }

    /// A person with the roles they hold.
    pub fn person(
        person: PersonId,
        level: Level,
        held: &[HeldRole],
        is_strong: bool,
        is_fresh: bool,
    ) -> Self {
        let counts = |it: &&HeldRole| is_strong || !it.role.needs_strong_proof();
        let roles = held.iter().filter(counts).map(|it| (it.role, it.scope.clone())).collect();
        let awaits_strong_proof = held.iter().any(|it| !counts(&it));
        Self {
            level: Some(level),
            roles,
            awaits_strong_proof,
            is_fresh,
            ..Self::of(Actor::Person(person))
        }
    }

    fn of(actor: Actor) -> Self {
        Self { actor, level: None, roles: Vec::new(), awaits_strong_proof: false, is_fresh: false }
    }

    /// The person, when it is one.
    pub fn as_person(&self) -> Option<PersonId> {
        match self.actor {
            Actor::Person(person) => Some(person),
            Actor::Visitor | Actor::Operator | Actor::Clockwork => None,
        }
    }

    /// Whether the role is held in one of those scopes. What is acted upon says in which scopes
    /// it lies: a place lies in itself, in its department, in its region and in the house.
    pub fn holds(&self, role: Role, scopes: &[Scope]) -> bool {
        self.roles.iter().any(|(held, scope)| *held == role && scopes.contains(scope))
    }

    /// Whether the role is held anywhere.
    pub fn holds_somewhere(&self, role: Role) -> bool {
        self.roles.iter().any(|(held, _)| *held == role)
    }

    /// Whether the role is held for the whole house.
    pub fn holds_in_house(&self, role: Role) -> bool {
        self.holds(role, &[Scope::House])
    }
}
