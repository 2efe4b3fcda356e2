//! What other slices and pages read of people.

use crate::model::{Factors, HeldRole, Invitation, Person, Scope, Session};
use crate::store;
use base::{PersonId, Timestamp};
use db::{Read, Result};

/// Someone's account.
pub async fn person(read: &mut Read, person: PersonId) -> Result<Option<Person>> {
    store::persons::by_id(read, person).await
}

/// The account of that mail address.
pub async fn person_named(read: &mut Read, mail: &str) -> Result<Option<Person>> {
    store::persons::by_mail(read, &mail.trim().to_lowercase()).await
}

/// Accounts in the order they were made, those after `last` (an id, or nothing for the first).
pub async fn persons_after(read: &mut Read, last: &str, limit: i64) -> Result<Vec<Person>> {
    store::persons::after(read, last, limit).await
}

/// Every role someone ever held, the last given first.
pub async fn roles_ever(read: &mut Read, person: PersonId) -> Result<Vec<HeldRole>> {
    store::roles::ever_of_person(read, person).await
}

/// What someone can show besides a letter or a password.
pub async fn factors(read: &mut Read, person: PersonId) -> Result<Factors> {
    Ok(Factors {
        has_app: store::factors::app(read, person).await?.is_some(),
        recovery_left: store::factors::recovery_left(read, person).await?,
        passkeys: store::factors::passkeys(read, person).await?,
    })
}

/// Someone's sessions, the last used first.
pub async fn sessions(read: &mut Read, person: PersonId) -> Result<Vec<Session>> {
    store::sessions::of_person(read, person).await
}

/// Someone's roles in force, and those to come.
pub async fn roles(read: &mut Read, person: PersonId, now: Timestamp) -> Result<Vec<HeldRole>> {
    let held = store::roles::of_person(read, person).await?;
    Ok(held.into_iter().filter(|it| it.until.is_none_or(|until| now < until)).collect())
}

/// Who holds roles in a scope at that instant, with their accounts.
pub async fn holders(
    read: &mut Read,
    scope: &Scope,
    now: Timestamp,
) -> Result<Vec<(HeldRole, Person)>> {
    let mut all = Vec::new();
    for held in store::roles::in_scope(read, scope).await? {
        if held.is_in_force(now)
            && let Some(person) = store::persons::by_id(read, held.person).await?
        {
            all.push((held, person));
        }
    }
    Ok(all)
}

/// The invitations of a scope that wait for an answer.
pub async fn invitations(
    read: &mut Read,
    scope: &Scope,
    now: Timestamp,
) -> Result<Vec<Invitation>> {
    store::roles::waiting_in_scope(read, scope, now).await
}
