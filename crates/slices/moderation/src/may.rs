//! Who may do what in moderation: one exhaustive pure match, verb by role and scope.

use base::Actor;
use people::Standing;
use people::model::{Role, Scope};

/// What can be done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Report something.
    Report,
    /// Have something read before it is shown: the house itself, for who wrote it.
    Submit,
    /// Appeal against a decision, as its author or as who reported.
    Appeal,
    /// Read the queue, and what was decided.
    SeeQueue,
    /// Decide.
    Judge,
    /// Answer an appeal.
    JudgeAppeal,
    /// Undo a decision within a day.
    Undo,
    /// Show again what nobody looked at in time.
    KeepDeadlines,
}

impl Verb {
    /// Every verb, for the table of who may do what.
    pub const fn all() -> [Self; 8] {
        [
            Self::Report,
            Self::Submit,
            Self::Appeal,
            Self::SeeQueue,
            Self::Judge,
            Self::JudgeAppeal,
            Self::Undo,
            Self::KeepDeadlines,
        ]
    }
}

/// Whether they may, on what lies in those scopes.
pub fn may(standing: &Standing, verb: Verb, scopes: &[Scope]) -> bool {
    match standing.actor {
        Actor::Operator => true,
        Actor::Clockwork => matches!(verb, Verb::KeepDeadlines | Verb::Submit),
        // An appeal comes with the sealed address of the letter, which says whose it is.
        Actor::Visitor => matches!(verb, Verb::Report | Verb::Submit | Verb::Appeal),
        Actor::Person(_) => person_may(standing, verb, scopes),
    }
}

/// Moderators judge in their territory or in the whole house. Administrators too, so that a small
/// house has a second person for appeals. Hubs see what happens in their territory and judge
/// nothing: they answer for the places that are talked about.
fn person_may(standing: &Standing, verb: Verb, scopes: &[Scope]) -> bool {
    let judges =
        standing.holds(Role::Moderator, scopes) || standing.holds_in_house(Role::Administrator);
    match verb {
        Verb::Report | Verb::Submit | Verb::Appeal => true,
        Verb::SeeQueue => {
            judges
                || standing.holds(Role::HubManager, scopes)
                || standing.holds_in_house(Role::Auditor)
        }
        Verb::Judge | Verb::JudgeAppeal | Verb::Undo => judges,
        Verb::KeepDeadlines => false,
    }
}

/// The scopes whose queue they may read: the house, or the territories in which they hold a role.
pub fn scopes_seen(standing: &Standing) -> Vec<Scope> {
    if may(standing, Verb::SeeQueue, &[Scope::House]) {
        return vec![Scope::House];
    }
    let roles = standing.roles.iter();
    let territories = roles.filter(|(role, scope)| {
        matches!(role, Role::Moderator | Role::HubManager) && matches!(scope, Scope::Territory(_))
    });
    territories.map(|(_, scope)| scope.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{GrantId, Id, PersonId, Timestamp, Ulid};
    use people::model::{HeldRole, Level};

    fn holding(role: Role, scope: Scope) -> Standing {
        let person = PersonId::from_ulid(Ulid(1));
        let held = HeldRole {
            id: GrantId::from_ulid(Ulid(1)),
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
    fn a_moderator_of_a_territory_judges_there_and_nowhere_else() {
        let here = Scope::Territory("35".into());
        let there = Scope::Territory("22".into());
        let moderator = holding(Role::Moderator, here.clone());
        assert!(may(&moderator, Verb::Judge, &[here.clone(), Scope::House]));
        assert!(!may(&moderator, Verb::Judge, &[there, Scope::House]));
        assert_eq!(scopes_seen(&moderator), [here]);
        let all = holding(Role::Moderator, Scope::House);
        assert!(may(&all, Verb::Judge, &[Scope::Territory("22".into()), Scope::House]));
        assert_eq!(scopes_seen(&all), [Scope::House]);
    }

    #[test]
    fn a_hub_sees_and_does_not_judge_and_a_place_sees_nothing() {
        let here = Scope::Territory("35".into());
        let hub = holding(Role::HubManager, here.clone());
        assert!(may(&hub, Verb::SeeQueue, std::slice::from_ref(&here)));
        assert!(!may(&hub, Verb::Judge, std::slice::from_ref(&here)));
        let place = Scope::Place(base::PlaceId::from_ulid(Ulid(1)));
        let manager = holding(Role::PlaceManager, place.clone());
        assert!(!may(&manager, Verb::SeeQueue, &[place, here]));
        assert!(scopes_seen(&manager).is_empty());
    }

    #[test]
    fn nobody_without_an_account_decides_and_the_platform_only_keeps_deadlines() {
        for verb in [Verb::SeeQueue, Verb::Judge, Verb::JudgeAppeal, Verb::Undo] {
            assert!(!may(&Standing::visitor(), verb, &[Scope::House]));
            assert!(!may(&Standing::clockwork(), verb, &[Scope::House]));
        }
        assert!(may(&Standing::clockwork(), Verb::KeepDeadlines, &[]));
        assert!(may(&Standing::visitor(), Verb::Report, &[]));
    }
}
