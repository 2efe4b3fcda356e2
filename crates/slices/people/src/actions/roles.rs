//! Roles: given, offered by mail, accepted, ended. Nobody gives one to oneself (network 7.1 R2);
//! leaving a place ends its roles the same day (R6).

use super::codes::Letterhead;
use super::{Error, check, stored};
use crate::Standing;
use crate::events::{InvitationAnswered, Invited, RoleEnded, RoleGiven};
use crate::letters;
use crate::may::{Verb, is_self_grant};
use crate::model::{HeldRole, Invitation, Role, Scope};
use crate::refusal::Refusal;
use crate::rules::{address::Address, lives};
use crate::store;
use base::{GrantId, InvitationId, PersonId, Timestamp};
use db::{Act, Db, Read};
use web::nonce;

/// What can be answered to an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Yes.
    Accept,
    /// No.
    Decline,
}

fn key(scope: &Scope) -> String {
    format!("roles:{}:{}", scope.kind(), scope.name())
}

/// Gives a role to someone who has an account. `scopes` are those in which the role's own scope
/// lies, itself included: they say who may give it.
pub async fn give_role(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    (person, role, scope): (PersonId, Role, &Scope),
    (scopes, until, reason): (&[Scope], Option<Timestamp>, &str),
) -> Result<GrantId, Error> {
    check(standing, Verb::GiveRole(role), scopes)?;
    if is_self_grant(standing, person) {
        return Err(Refusal::OwnRole.into());
    }
    let mut act = db.act(now, standing.actor, &key(scope)).await?;
    let held = give(&mut act, (person, role, scope), until, reason).await?;
    act.commit().await?;
    Ok(held)
}

/// Gives a role in the act of the slice that decided it; the act's author is who gives it.
pub async fn give_role_within(
    act: &mut Act,
    standing: &Standing,
    offered: (PersonId, Role, &Scope),
    (scopes, reason): (&[Scope], &str),
) -> Result<GrantId, Error> {
    check(standing, Verb::GiveRole(offered.1), scopes)?;
    if is_self_grant(standing, offered.0) {
        return Err(Refusal::OwnRole.into());
    }
    give(act, offered, None, reason).await
}

/// Writes down a role; the caller commits.
async fn give(
    act: &mut Act,
    (person, role, scope): (PersonId, Role, &Scope),
    until: Option<Timestamp>,
    reason: &str,
) -> Result<GrantId, Error> {
    let now = act.now();
    if !role.fits(scope) {
        return Err(Refusal::RoleMisplaced.into());
    }
    if until.is_some_and(|until| until <= now) {
        return Err(Refusal::EndPast.into());
    }
    let held = store::roles::of_person(act, person).await?;
    if held.iter().any(|it| it.role == role && it.scope == *scope && it.is_in_force(now)) {
        return Err(Refusal::RoleHeld.into());
    }
    let held = HeldRole {
        id: act.id(),
        person,
        role,
        scope: scope.clone(),
        from: now,
        until,
        given_by: act.actor().name(),
        ended: None,
    };
    store::roles::insert(act, &held, reason).await?;
    let event = RoleGiven {
        role: role.name(),
        scope_kind: scope.kind(),
        scope: scope.name(),
        person: person.to_string(),
    };
    act.record(&held.id, &event).await?;
    Ok(held.id)
}

/// Offers a role by mail, to someone who may have no account yet.
pub async fn invite(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    head: &Letterhead,
    (mail, role, scope): (&str, Role, &Scope),
    (scopes, until, place): (&[Scope], Option<Timestamp>, &str),
) -> Result<InvitationId, Error> {
    check(standing, Verb::GiveRole(role), scopes)?;
    let address = Address::read(mail)?;
    if !role.fits(scope) {
        return Err(Refusal::RoleMisplaced.into());
    }
    let mut act = db.act(now, standing.actor, &key(scope)).await?;
    let known = store::persons::by_mail(&mut act, &address.key).await?;
    if known.is_some_and(|it| is_self_grant(standing, it.id)) {
        return Err(Refusal::OwnRole.into());
    }
    let secret = nonce() + &nonce();
    let invitation = Invitation {
        id: act.id(),
        mail: address.text,
        role,
        scope: scope.clone(),
        until,
        invited_by: standing.actor.name(),
        made_at: now,
        ends_at: lives::invitation_end(now),
    };
    store::roles::invite(&mut act, &invitation, &stored(&secret)).await?;
    letters::invitation(&mut act, head, &invitation, (&secret, place)).await?;
    let event = Invited { role: role.name(), scope_kind: scope.kind(), scope: scope.name() };
    act.record(&invitation.id, &event).await?;
    act.commit().await?;
    Ok(invitation.id)
}

/// The invitation of that link, if it still can be answered.
pub async fn invitation_behind(
    read: &mut Read,
    now: Timestamp,
    secret: &str,
) -> Result<Invitation, Error> {
    let found = store::roles::invitation(read, &stored(secret)).await?;
    Ok(found.filter(|it| now < it.ends_at).ok_or(Refusal::CodeDead)?)
}

/// Answers an invitation, signed in with the address to which it was sent.
pub async fn answer_invitation(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    (person, secret): (PersonId, &str),
    answer: Answer,
) -> Result<(), Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    let mut act = db.act(now, standing.actor, "invitations").await?;
    let invitation = invitation_behind(&mut act, now, secret).await?;
    let known = store::persons::by_id(&mut act, person).await?.ok_or(Error::NotFound)?;
    let own = known.mail.unwrap_or_default().to_lowercase();
    if own != invitation.mail.to_lowercase() {
        return Err(Refusal::InvitationOfAnother.into());
    }
    let word = if answer == Answer::Accept { "accepted" } else { "declined" };
    store::roles::answer(&mut act, invitation.id, word).await?;
    if answer == Answer::Accept {
        // The role comes from who invited: the one who accepts only says yes.
        if invitation.invited_by == person.to_string() {
            return Err(Refusal::OwnRole.into());
        }
        let offered = (person, invitation.role, &invitation.scope);
        match give(&mut act, offered, invitation.until, "invitation").await {
            Ok(_) | Err(Error::Refused(Refusal::RoleHeld)) => {}
            Err(error) => return Err(error),
        }
    }
    act.record(&invitation.id, &InvitationAnswered { answer: word }).await?;
    act.commit().await?;
    Ok(())
}

/// Takes back an invitation that nobody answered.
pub async fn withdraw_invitation(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    invitation: InvitationId,
    scopes: &[Scope],
) -> Result<(), Error> {
    let mut act = db.act(now, standing.actor, "invitations").await?;
    let found = store::roles::invitation_by_id(&mut act, invitation).await?;
    let found = found.ok_or(Error::NotFound)?;
    if !scopes.contains(&found.scope) {
        return Err(Error::NotFound);
    }
    check(standing, Verb::GiveRole(found.role), scopes)?;
    store::roles::answer(&mut act, invitation, "withdrawn").await?;
    act.record(&invitation, &InvitationAnswered { answer: "withdrawn" }).await?;
    act.commit().await?;
    Ok(())
}

/// Ends a role: one's own, or one that they may give. The last administrator stays.
pub async fn end_role(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    held: GrantId,
    (scopes, reason): (&[Scope], &str),
) -> Result<HeldRole, Error> {
    let found = store::roles::by_id(&mut db.read().await?, held).await?.ok_or(Error::NotFound)?;
    let is_own = standing.as_person() == Some(found.person);
    if !is_own {
        if !scopes.contains(&found.scope) {
            return Err(Error::NotFound);
        }
        check(standing, Verb::EndRole(found.role), scopes)?;
    }
    let mut act = db.act(now, standing.actor, &key(&found.scope)).await?;
    if found.role == Role::Administrator {
        let all = store::roles::in_scope(&mut act, &Scope::House).await?;
        let others = all
            .iter()
            .filter(|it| it.role == Role::Administrator && it.id != held && it.is_in_force(now));
        if others.count() == 0 {
            return Err(Refusal::LastAdministrator.into());
        }
    }
    if store::roles::end(&mut act, held).await? {
        let event = RoleEnded {
            role: found.role.name(),
            scope_kind: found.scope.kind(),
            scope: found.scope.name(),
            person: found.person.to_string(),
            reason: reason.to_owned(),
        };
        act.record(&held, &event).await?;
        act.commit().await?;
    }
    Ok(found)
}
