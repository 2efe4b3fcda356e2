//! The roles of the network (network 7.1). A role is always held somewhere: see `Scope`.

use super::Scope;

/// What someone is trusted with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Welcomes and accompanies people at a place.
    Mediator,
    /// Keeps the reception desk of a place.
    Desk,
    /// Keeps the page of a place and its team.
    PlaceManager,
    /// Answers for an organisation and its places.
    OrganisationManager,
    /// Hands out vouchers for an organisation.
    Prescriber,
    /// Pays for vouchers.
    Funder,
    /// Prepares or approves payments of a funder.
    Finance,
    /// Coordinates a territory: a hub, a pole, a department.
    HubManager,
    /// Sits on the governance committee.
    CommitteeMember,
    /// Keeps the secretariat of the committee.
    Secretariat,
    /// Judges what is reported.
    Moderator,
    /// Reads everything, changes nothing.
    Auditor,
    /// Keeps the house.
    Administrator,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 13] = [
        Self::Mediator,
        Self::Desk,
        Self::PlaceManager,
        Self::OrganisationManager,
        Self::Prescriber,
        Self::Funder,
        Self::Finance,
        Self::HubManager,
        Self::CommitteeMember,
        Self::Secretariat,
        Self::Moderator,
        Self::Auditor,
        Self::Administrator,
    ];

    /// Stable name, for storage and messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mediator => "mediator",
            Self::Desk => "desk",
            Self::PlaceManager => "place-manager",
            Self::OrganisationManager => "organisation-manager",
            Self::Prescriber => "prescriber",
            Self::Funder => "funder",
            Self::Finance => "finance",
            Self::HubManager => "hub-manager",
            Self::CommitteeMember => "committee-member",
            Self::Secretariat => "secretariat",
            Self::Moderator => "moderator",
            Self::Auditor => "auditor",
            Self::Administrator => "administrator",
        }
    }

    /// The role stored under that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Whether the role can be held in a scope of that sort.
    pub fn fits(self, scope: &Scope) -> bool {
        match self {
            Self::Mediator | Self::Desk | Self::PlaceManager => matches!(scope, Scope::Place(_)),
            Self::OrganisationManager | Self::Prescriber | Self::Funder | Self::Finance => {
                matches!(scope, Scope::Organisation(_))
            }
            Self::HubManager => matches!(scope, Scope::Territory(_)),
            Self::Moderator => matches!(scope, Scope::Territory(_) | Scope::House),
            Self::CommitteeMember | Self::Secretariat | Self::Auditor | Self::Administrator => {
                matches!(scope, Scope::House)
            }
        }
    }

    /// Whether its holder must show two factors, or a passkey, before it counts.
    pub const fn needs_strong_proof(self) -> bool {
        matches!(
            self,
            Self::Finance
                | Self::CommitteeMember
                | Self::Secretariat
                | Self::Moderator
                | Self::Auditor
                | Self::Administrator
        )
    }
}
