//! Who may do what in the directory: one exhaustive pure match, verb by role and scope.

use crate::model::Hand;
use base::Actor;
use people::Standing;
use people::model::{Role, Scope};

/// What can be done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Read a source and store what it says.
    Harvest,
    /// Decide which records are the same place, and publish.
    Match,
    /// Replace the official communes.
    LoadCommunes,
    /// Say of two records whether they are the same place.
    Decide,
    /// Close, hide or publish a place.
    SetState,
    /// Write on the page of a place: fields, translations, photos, closures; undo what was written.
    Edit,
    /// Say that nothing changed on a page.
    Confirm,
    /// Read the history of a page, its tasks and who proposed what.
    SeeDesk,
    /// Ask to keep the page of a place.
    Claim,
    /// Grant or refuse a claim, print the letter that proves it.
    JudgeClaim,
    /// Propose a correction.
    Propose,
    /// Accept or refuse a proposed correction.
    Judge,
}

impl Verb {
    /// Every verb, for the table of who may do what.
    pub const fn all() -> [Self; 12] {
        [
            Self::Harvest,
            Self::Match,
            Self::LoadCommunes,
            Self::Decide,
            Self::SetState,
            Self::Edit,
            Self::Confirm,
            Self::SeeDesk,
            Self::Claim,
            Self::JudgeClaim,
            Self::Propose,
            Self::Judge,
        ]
    }
}

/// Whether they may, on what lies in those scopes: for a place, see
/// [`crate::rules::whereabouts::scopes`].
pub fn may(standing: &Standing, verb: Verb, scopes: &[Scope]) -> bool {
    match standing.actor {
        // To keep a page is for someone with an account; to confirm it, for who is there.
        Actor::Operator => !matches!(verb, Verb::Claim | Verb::Confirm),
        Actor::Clockwork => matches!(verb, Verb::Harvest | Verb::Match),
        Actor::Visitor => verb == Verb::Propose,
        Actor::Person(_) => person_may(standing, verb, scopes),
    }
}

fn person_may(standing: &Standing, verb: Verb, scopes: &[Scope]) -> bool {
    let hand = hand(standing, scopes);
    match verb {
        Verb::Claim | Verb::Propose => true,
        Verb::Harvest | Verb::Match | Verb::LoadCommunes => {
            standing.holds_in_house(Role::Administrator)
        }
        Verb::Decide | Verb::JudgeClaim => matches!(hand, Some(Hand::Hub | Hand::House)),
        Verb::SetState => matches!(hand, Some(Hand::Hub | Hand::Moderation | Hand::House)),
        Verb::Edit => {
            matches!(hand, Some(Hand::Manager | Hand::Mediator | Hand::Hub | Hand::House))
        }
        Verb::Confirm => matches!(hand, Some(Hand::Manager | Hand::Mediator)),
        Verb::Judge => matches!(
            hand,
            Some(Hand::Manager | Hand::Mediator | Hand::Hub | Hand::Moderation | Hand::House)
        ),
        Verb::SeeDesk => hand.is_some() || standing.holds_in_house(Role::Auditor),
    }
}

/// Under which of their roles someone acts on what lies in those scopes: the closest to the place.
pub fn hand(standing: &Standing, scopes: &[Scope]) -> Option<Hand> {
    if matches!(standing.actor, Actor::Operator | Actor::Clockwork) {
        return Some(Hand::House);
    }
    [
        (Role::PlaceManager, Hand::Manager),
        (Role::Mediator, Hand::Mediator),
        (Role::HubManager, Hand::Hub),
        (Role::Moderator, Hand::Moderation),
        (Role::Administrator, Hand::House),
    ]
    .into_iter()
    .find(|(role, _)| standing.holds(*role, scopes))
    .map(|(_, hand)| hand)
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{Id, PersonId, PlaceId, Timestamp, Ulid};
    use people::model::{HeldRole, Level};

    fn holding(role: Role, scope: Scope) -> Standing {
        let person = PersonId::from_ulid(Ulid::nil());
        let held = HeldRole {
            id: base::GrantId::from_ulid(Ulid::nil()),
            person,
            role,
            scope,
            from: Timestamp::UNIX_EPOCH,
            until: None,
            given_by: "operator".into(),
            ended: None,
        };
        Standing::person(person, Level::Mail, &[held], true, true)
    }

    #[test]
    fn the_clockwork_never_corrects_a_place_and_the_operator_never_claims_one() {
        let everywhere = [Scope::House];
        assert!(!may(&Standing::clockwork(), Verb::Edit, &everywhere));
        assert!(may(&Standing::clockwork(), Verb::Match, &everywhere));
        assert!(may(&Standing::operator(), Verb::Edit, &everywhere));
        assert!(!may(&Standing::operator(), Verb::Claim, &everywhere));
        let open: Vec<Verb> = Verb::all()
            .into_iter()
            .filter(|it| may(&Standing::visitor(), *it, &everywhere))
            .collect();
        assert_eq!(open, [Verb::Propose]);
    }

    #[test]
    fn a_manager_keeps_the_page_of_one_place_and_of_no_other() {
        let place = |n| Scope::Place(PlaceId::from_ulid(Ulid::from_parts(n, 0)));
        let manager = holding(Role::PlaceManager, place(1));
        assert!(may(&manager, Verb::Edit, &[place(1), Scope::House]));
        assert!(!may(&manager, Verb::Edit, &[place(2), Scope::House]));
        assert!(!may(&manager, Verb::JudgeClaim, &[place(1), Scope::House]));
    }

    #[test]
    fn a_hub_judges_in_its_territory_and_never_confirms_in_the_name_of_a_place() {
        let hub = holding(Role::HubManager, Scope::Territory("35".into()));
        let inside = [Scope::Territory("35".into()), Scope::House];
        assert!(may(&hub, Verb::JudgeClaim, &inside) && may(&hub, Verb::Edit, &inside));
        assert!(!may(&hub, Verb::Confirm, &inside));
        assert!(!may(&hub, Verb::Edit, &[Scope::Territory("22".into()), Scope::House]));
    }
}
