//! Who may do what with people: one exhaustive pure match, verb by role and scope.

use crate::Standing;
use crate::model::{Role, Scope};
use base::{Actor, PersonId};

/// What can be done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Change one's own account: name, address, password, sessions, data.
    KeepOwnAccount,
    /// Make an account for someone, or a link that opens one, without a letter.
    MakeAccount,
    /// Offer a role, in a scope, to someone else.
    GiveRole(Role),
    /// End a role that someone holds.
    EndRole(Role),
    /// See who holds roles in a scope.
    SeeHolders,
    /// See the list of accounts.
    SeePeople,
    /// Suspend an account, or let it be used again.
    SuspendPerson,
    /// Erase an account that is not one's own.
    ErasePerson,
    /// Answer what people ask about their data.
    AnswerRequest,
    /// Read the journal, the letters, the jobs, the settings.
    SeeHouse,
    /// Change settings, try jobs and letters again, open and close the house.
    KeepHouse,
}

impl Verb {
    /// Every verb, for the table of who may do what.
    pub fn all() -> Vec<Self> {
        let mut all = vec![Self::KeepOwnAccount, Self::MakeAccount];
        all.extend(Role::ALL.map(Self::GiveRole));
        all.extend(Role::ALL.map(Self::EndRole));
        all.extend([
            Self::SeeHolders,
            Self::SeePeople,
            Self::SuspendPerson,
            Self::ErasePerson,
            Self::AnswerRequest,
            Self::SeeHouse,
            Self::KeepHouse,
        ]);
        all
    }
}

/// Whether they may, on what lies in those scopes.
pub fn may(standing: &Standing, verb: Verb, scopes: &[Scope]) -> bool {
    match standing.actor {
        Actor::Operator => verb != Verb::KeepOwnAccount,
        // A code that reached a place's own address gives the page to who typed it.
        Actor::Clockwork => matches!(
            verb,
            Verb::EndRole(_) | Verb::GiveRole(Role::PlaceManager) | Verb::ErasePerson
        ),
        Actor::Visitor => false,
        Actor::Person(_) => person_may(standing, verb, scopes),
    }
}

fn person_may(standing: &Standing, verb: Verb, scopes: &[Scope]) -> bool {
    let is_administrator = standing.holds_in_house(Role::Administrator);
    match verb {
        Verb::KeepOwnAccount => true,
        // A link opens an account: only whoever holds the machine, and so the database, makes one.
        Verb::MakeAccount => false,
        Verb::GiveRole(role) | Verb::EndRole(role) => {
            is_administrator || keeps_team(standing, role, scopes)
        }
        Verb::SeeHolders => {
            is_administrator
                || standing.holds_in_house(Role::Auditor)
                || standing.holds(Role::HubManager, scopes)
                || standing.holds(Role::PlaceManager, scopes)
        }
        Verb::SeePeople | Verb::SeeHouse => {
            is_administrator || standing.holds_in_house(Role::Auditor)
        }
        Verb::SuspendPerson | Verb::ErasePerson | Verb::AnswerRequest | Verb::KeepHouse => {
            is_administrator
        }
    }
}

/// A manager makes the team of a place or of an organisation; a hub names managers of places in
/// its territory. Nobody names the committee, the auditors or administrators but administrators.
fn keeps_team(standing: &Standing, role: Role, scopes: &[Scope]) -> bool {
    match role {
        Role::Mediator | Role::Desk | Role::PlaceManager => {
            standing.holds(Role::PlaceManager, scopes) || standing.holds(Role::HubManager, scopes)
        }
        Role::OrganisationManager | Role::Prescriber | Role::Funder | Role::Finance => {
            standing.holds(Role::OrganisationManager, scopes)
        }
        Role::HubManager
        | Role::CommitteeMember
        | Role::Secretariat
        | Role::Moderator
        | Role::Auditor
        | Role::Administrator => false,
    }
}

/// Nobody gives a role to oneself (network 7.1 R2), whoever they are.
pub fn is_self_grant(standing: &Standing, receiver: PersonId) -> bool {
    standing.as_person() == Some(receiver)
}
