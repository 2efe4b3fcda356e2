//! A person changes what the house says of them; an administrator suspends an account.

use super::{Error, check, key};
use crate::Standing;
use crate::events::{AccountChanged, SessionEnded, StateSet};
use crate::may::Verb;
use crate::model::{PersonState, Scope};
use crate::rules::name::checked_name;
use crate::store;
use base::{PersonId, Timestamp};
use db::Db;

/// Changes the name by which one is called. The same form sent again (`once`) changes nothing.
pub async fn change_name(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    person: PersonId,
    (name, once): (&str, &str),
) -> Result<(), Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    let name = checked_name(name)?;
    let mut act = db.act(now, standing.actor, &key(&person.to_string())).await?;
    if !act.is_first(once).await? {
        return Ok(());
    }
    let known = store::persons::by_id(&mut act, person).await?.ok_or(Error::NotFound)?;
    store::privacy::own::remember(&mut act, person, ("name", &known.name)).await?;
    store::persons::set_name(&mut act, person, &name).await?;
    act.record(&person, &AccountChanged { what: "name" }).await?;
    act.commit().await?;
    Ok(())
}

/// Suspends an account, which ends its sessions, or lets it be used again. The reason is kept.
pub async fn set_state(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    person: PersonId,
    (state, reason): (PersonState, &str),
) -> Result<(), Error> {
    check(standing, Verb::SuspendPerson, &[Scope::House])?;
    if standing.as_person() == Some(person) || state == PersonState::Erased {
        return Err(Error::NotAllowed);
    }
    let mut act = db.act(now, standing.actor, &key(&person.to_string())).await?;
    let known = store::persons::by_id(&mut act, person).await?.ok_or(Error::NotFound)?;
    if known.state == PersonState::Erased {
        return Err(Error::NotFound);
    }
    store::persons::set_state(&mut act, person, state).await?;
    act.record(&person, &StateSet { state: state.name(), reason: reason.to_owned() }).await?;
    if state == PersonState::Suspended
        && store::sessions::end_others(&mut act, person, None).await? > 0
    {
        act.record(&person, &SessionEnded { reason: "suspended".into() }).await?;
    }
    act.commit().await?;
    Ok(())
}
