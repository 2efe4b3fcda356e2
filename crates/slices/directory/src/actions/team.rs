//! Someone leaves the team of a page: their roles end the same day and their drafts pass on
//! (network 7.1 R6); the last manager names who comes next, or hands the page back.

use super::edit::living;
use super::{DIRECTORY, Error};
use crate::events::PageHandedOver;
use crate::refusal::Refusal;
use crate::rules::whereabouts::scopes;
use crate::store::drafts;
use base::{GrantId, PersonId, PlaceId, Timestamp};
use db::Db;
use people::Standing;
use people::actions::{Letterhead, end_role, give_role, invite};
use people::model::{Role, Scope};

/// Who keeps the page after its last manager.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandOver {
    /// Others keep it already.
    Others,
    /// Someone of the team.
    Member(PersonId),
    /// Someone who is invited by mail.
    Invited(String),
    /// The coordination of the territory.
    Pole,
}

/// Ends a role held at a place.
pub async fn end_member(
    db: &Db,
    now: Timestamp,
    (standing, letterhead): (&Standing, &Letterhead),
    (place, held): (PlaceId, GrantId),
    hand_over: &HandOver,
) -> Result<(), Error> {
    let mut read = db.read().await?;
    let stored = living(&mut read, place).await?;
    let scope = Scope::Place(place);
    let team = people::holders(&mut read, &scope, now).await?;
    drop(read);
    let (leaving, _) = team.iter().find(|(it, _)| it.id == held).ok_or(Error::NotFound)?;
    let scopes = scopes(&stored);
    let mut managers = team
        .iter()
        .map(|(it, _)| it)
        .filter(|it| it.role == Role::PlaceManager && it.id != held && it.person != leaving.person);
    let mut heir = managers.next().map(|it| it.person);
    let is_last = leaving.role == Role::PlaceManager && heir.is_none();
    if is_last {
        let name = stored.body.fields.name.as_str();
        match hand_over {
            HandOver::Others => return Err(Refusal::SuccessorNeeded.into()),
            HandOver::Member(person) => {
                let is_other = *person != leaving.person;
                if !is_other || !team.iter().any(|(it, _)| it.person == *person) {
                    return Err(Refusal::SuccessorNeeded.into());
                }
                let offered = (*person, Role::PlaceManager, &scope);
                give_role(db, now, standing, offered, (&scopes, None, "hand-over")).await?;
                heir = Some(*person);
            }
            HandOver::Invited(mail) => {
                let offered = (mail.as_str(), Role::PlaceManager, &scope);
                invite(db, now, standing, letterhead, offered, (&scopes, None, name)).await?;
            }
            HandOver::Pole => {}
        }
    }
    let person = leaving.person;
    end_role(db, now, standing, held, (&scopes, "hand-over")).await?;
    let still_there = team.iter().any(|(it, _)| it.person == person && it.id != held);
    let is_handed_back = is_last && matches!(hand_over, HandOver::Pole | HandOver::Invited(_));
    if still_there && !is_handed_back {
        return Ok(());
    }
    let mut act = db.act(now, standing.actor, DIRECTORY).await?;
    match heir {
        Some(heir) => drafts::pass_on(&mut act, place, (person, heir)).await?,
        None => drafts::forget(&mut act, place, person).await?,
    }
    if is_handed_back {
        drafts::hand_back(&mut act, place).await?;
    }
    let to = match (heir, is_handed_back) {
        (Some(_), _) => "manager",
        (None, true) => "pole",
        (None, false) => "nobody",
    };
    act.record(&place, &PageHandedOver { to }).await?;
    act.commit().await?;
    Ok(())
}
