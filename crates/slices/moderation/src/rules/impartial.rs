//! Nobody judges their own affair, and nobody judges the appeal against their own decision.

use base::{Actor, PersonId};

/// Whether that actor may decide: they are neither the author nor one of those who reported, and
/// do not work for the place it is about.
pub fn may_decide(actor: Actor, parties: &[PersonId]) -> bool {
    match actor {
        Actor::Person(person) => !parties.contains(&person),
        Actor::Operator => true,
        // The platform keeps deadlines; it judges nothing. Nor does the public.
        Actor::Clockwork | Actor::Visitor => false,
    }
}

/// Whether that actor may answer the appeal: they may decide, and someone else decided.
pub fn may_judge_appeal(actor: Actor, decider: &str, parties: &[PersonId]) -> bool {
    may_decide(actor, parties) && actor.name() != decider
}
