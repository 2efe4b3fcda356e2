//! Roles held, and roles offered.

use super::{id, instant};
use crate::model::{HeldRole, Invitation, Role, Scope};
use base::{GrantId, InvitationId, PersonId, Timestamp};
use db::{Act, Read, Result, params, row};

row! {
    pub(super) struct HeldRow {
        id: String,
        person: String,
        role: String,
        scope_kind: String,
        scope: String,
        from_at: i64,
        until_at: Option<i64>,
        given_by: String,
        ended_at: Option<i64>,
    }
}

impl HeldRow {
    pub(super) fn read(self) -> Result<HeldRole> {
        let (role, scope) = role_in_scope(&self.role, &self.scope_kind, &self.scope)?;
        Ok(HeldRole {
            id: id(&self.id)?,
            person: id(&self.person)?,
            role,
            scope,
            from: instant(self.from_at),
            until: self.until_at.map(instant),
            given_by: self.given_by,
            ended: self.ended_at.map(instant),
        })
    }
}

fn role_in_scope(role: &str, kind: &str, scope: &str) -> Result<(Role, Scope)> {
    let both = Role::named(role).zip(Scope::named(kind, scope));
    both.ok_or_else(|| db::Error::Decode(format!("role {role} in {kind} {scope}")))
}

fn read_all(rows: Vec<HeldRow>) -> Result<Vec<HeldRole>> {
    rows.into_iter().map(HeldRow::read).collect()
}

/// The roles that a person holds or will hold: those that have ended are left out by the rule.
pub(crate) async fn of_person(read: &mut Read, person: PersonId) -> Result<Vec<HeldRole>> {
    let rows = read
        .all(
            "SELECT id, person, role, scope_kind, scope, from_at, until_at, given_by, ended_at
             FROM held_role WHERE person = $1 AND ended_at IS NULL ORDER BY id",
            params![&person],
        )
        .await?;
    read_all(rows)
}

/// Every role a person ever held, the last given first.
pub(crate) async fn ever_of_person(read: &mut Read, person: PersonId) -> Result<Vec<HeldRole>> {
    let rows = read
        .all(
            "SELECT id, person, role, scope_kind, scope, from_at, until_at, given_by, ended_at
             FROM held_role WHERE person = $1 ORDER BY id DESC LIMIT 500",
            params![&person],
        )
        .await?;
    read_all(rows)
}

/// Who holds roles in that scope.
pub(crate) async fn in_scope(read: &mut Read, scope: &Scope) -> Result<Vec<HeldRole>> {
    let rows = read
        .all(
            "SELECT id, person, role, scope_kind, scope, from_at, until_at, given_by, ended_at
             FROM held_role WHERE scope_kind = $1 AND scope = $2 AND ended_at IS NULL
             ORDER BY id LIMIT 500",
            params![scope.kind(), scope.name()],
        )
        .await?;
    read_all(rows)
}

pub(crate) async fn by_id(read: &mut Read, held: GrantId) -> Result<Option<HeldRole>> {
    let row: Option<HeldRow> = read
        .optional(
            "SELECT id, person, role, scope_kind, scope, from_at, until_at, given_by, ended_at
             FROM held_role WHERE id = $1",
            params![&held],
        )
        .await?;
    row.map(HeldRow::read).transpose()
}

pub(crate) async fn insert(act: &mut Act, held: &HeldRole, reason: &str) -> Result<()> {
    let now = act.now();
    act.write(
        "INSERT INTO held_role (id, person, role, scope_kind, scope, from_at, until_at,
             given_by, given_at, reason)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![
            &held.id,
            &held.person,
            held.role.name(),
            held.scope.kind(),
            held.scope.name(),
            held.from,
            held.until,
            held.given_by.as_str(),
            now,
            reason,
        ],
    )
    .await?;
    Ok(())
}

/// Ends a role; answers whether it was not over.
pub(crate) async fn end(act: &mut Act, held: GrantId) -> Result<bool> {
    let (now, by) = (act.now(), act.actor().name());
    let sql = "UPDATE held_role SET ended_at = $2, ended_by = $3
               WHERE id = $1 AND ended_at IS NULL";
    Ok(act.write(sql, params![&held, now, by]).await? == 1)
}

row! {
    pub(super) struct InvitationRow {
        id: String,
        mail: String,
        role: String,
        scope_kind: String,
        scope: String,
        until_at: Option<i64>,
        invited_by: String,
        made_at: i64,
        ends_at: i64,
    }
}

impl InvitationRow {
    pub(super) fn read(self) -> Result<Invitation> {
        let (role, scope) = role_in_scope(&self.role, &self.scope_kind, &self.scope)?;
        Ok(Invitation {
            id: id(&self.id)?,
            mail: self.mail,
            role,
            scope,
            until: self.until_at.map(instant),
            invited_by: self.invited_by,
            made_at: instant(self.made_at),
            ends_at: instant(self.ends_at),
        })
    }
}

pub(crate) async fn invite(act: &mut Act, it: &Invitation, link: &str) -> Result<()> {
    act.write(
        "INSERT INTO invitation (id, mail, mail_key, role, scope_kind, scope, until_at, link,
             invited_by, made_at, ends_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        params![
            &it.id,
            it.mail.as_str(),
            it.mail.to_lowercase(),
            it.role.name(),
            it.scope.kind(),
            it.scope.name(),
            it.until,
            link,
            it.invited_by.as_str(),
            it.made_at,
            it.ends_at,
        ],
    )
    .await?;
    Ok(())
}

/// The invitation whose link has that hash, if nobody answered it.
pub(crate) async fn invitation(read: &mut Read, link: &str) -> Result<Option<Invitation>> {
    let row: Option<InvitationRow> = read
        .optional(
            "SELECT id, mail, role, scope_kind, scope, until_at, invited_by, made_at, ends_at
             FROM invitation WHERE link = $1 AND answered_at IS NULL",
            params![link],
        )
        .await?;
    row.map(InvitationRow::read).transpose()
}

/// The invitations of a scope that wait for an answer.
pub(crate) async fn waiting_in_scope(
    read: &mut Read,
    scope: &Scope,
    now: Timestamp,
) -> Result<Vec<Invitation>> {
    let rows: Vec<InvitationRow> = read
        .all(
            "SELECT id, mail, role, scope_kind, scope, until_at, invited_by, made_at, ends_at
             FROM invitation
             WHERE scope_kind = $1 AND scope = $2 AND answered_at IS NULL AND ends_at > $3
             ORDER BY id LIMIT 200",
            params![scope.kind(), scope.name(), now],
        )
        .await?;
    rows.into_iter().map(InvitationRow::read).collect()
}

pub(crate) async fn invitation_by_id(
    read: &mut Read,
    invitation: InvitationId,
) -> Result<Option<Invitation>> {
    let row: Option<InvitationRow> = read
        .optional(
            "SELECT id, mail, role, scope_kind, scope, until_at, invited_by, made_at, ends_at
             FROM invitation WHERE id = $1 AND answered_at IS NULL",
            params![&invitation],
        )
        .await?;
    row.map(InvitationRow::read).transpose()
}

/// Answers an invitation: `accepted`, `declined`, `withdrawn`; whether nobody had.
pub(crate) async fn answer(act: &mut Act, it: InvitationId, answer: &str) -> Result<bool> {
    let now = act.now();
    let sql = "UPDATE invitation SET answered_at = $2, answer = $3
               WHERE id = $1 AND answered_at IS NULL";
    Ok(act.write(sql, params![&it, now, answer]).await? == 1)
}
