//! Who answers for what is done.

use crate::PersonId;

/// Who answers for an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A signed-in person.
    Person(PersonId),
    /// Someone without an account: the public.
    Visitor,
    /// Whoever types commands on the machine that holds the data.
    Operator,
    /// The platform itself, keeping its deadlines.
    Clockwork,
}

impl Actor {
    /// As the journal writes it: a person's id, `visitor`, `operator` or `clockwork`.
    pub fn name(&self) -> String {
        match self {
            Self::Person(id) => id.to_string(),
            Self::Visitor => "visitor".into(),
            Self::Operator => "operator".into(),
            Self::Clockwork => "clockwork".into(),
        }
    }
}
