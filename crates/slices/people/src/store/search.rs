//! Finding accounts and the roles they hold, page by page, for the administration.

use super::persons::PersonRow;
use super::roles::{HeldRow, InvitationRow};
use crate::model::{HeldRole, Invitation, Person};
use crate::search::Asked;
use base::Timestamp;
use db::{Read, Result, params, row};

/// Accounts whose address or name holds `part`, the newest first.
pub(crate) async fn found(
    read: &mut Read,
    part: &str,
    before: &str,
    limit: i64,
) -> Result<Vec<Person>> {
    let part = like(part);
    let rows: Vec<PersonRow> = read
        .all(
            "SELECT id, name, mail, password, locale, level, state, made_at, seen_on
             FROM person
             WHERE ($1 = '' OR id < $1)
                 AND (mail_key LIKE $2 ESCAPE '!' OR LOWER(name) LIKE $2 ESCAPE '!'
                     OR name LIKE $3 ESCAPE '!')
             ORDER BY id DESC LIMIT $4",
            params![before, part.to_lowercase(), part, limit],
        )
        .await?;
    rows.into_iter().map(PersonRow::read).collect()
}

/// The part as `LIKE` takes it: `%` and `_` mean themselves.
fn like(part: &str) -> String {
    let escaped = part.replace('!', "!!").replace('%', "!%").replace('_', "!_");
    format!("%{escaped}%")
}

row! {
    struct NameRow {
        id: String,
        name: String,
        mail: Option<String>,
    }
}

/// The names and the addresses of those accounts, by id.
pub(crate) async fn names(
    read: &mut Read,
    ids: &[String],
) -> Result<Vec<(String, String, Option<String>)>> {
    let rows: Vec<NameRow> =
        read.all_in("SELECT id, name, mail FROM person WHERE id IN", ids, "").await?;
    Ok(rows.into_iter().map(|it| (it.id, it.name, it.mail)).collect())
}

/// Roles in force at that instant, of one kind or of all, in one scope or in all, after that one.
pub(crate) async fn roles(
    read: &mut Read,
    asked: &Asked,
    now: Timestamp,
    limit: i64,
) -> Result<Vec<HeldRole>> {
    let rows: Vec<HeldRow> = read
        .all(
            "SELECT id, person, role, scope_kind, scope, from_at, until_at, given_by, ended_at
             FROM held_role
             WHERE ended_at IS NULL AND (until_at IS NULL OR until_at > $1)
                 AND ($2 = '' OR role = $2)
                 AND ($3 = '' OR scope_kind = $3) AND ($4 = '' OR scope = $4)
                 AND id > $5
             ORDER BY id LIMIT $6",
            params![
                now,
                asked.role.as_str(),
                asked.scope_kind.as_str(),
                asked.scope.as_str(),
                asked.after.as_str(),
                limit,
            ],
        )
        .await?;
    rows.into_iter().map(HeldRow::read).collect()
}

/// Invitations that wait for an answer, the last sent first.
pub(crate) async fn invitations(
    read: &mut Read,
    now: Timestamp,
    limit: i64,
) -> Result<Vec<Invitation>> {
    let rows: Vec<InvitationRow> = read
        .all(
            "SELECT id, mail, role, scope_kind, scope, until_at, invited_by, made_at, ends_at
             FROM invitation WHERE answered_at IS NULL AND ends_at > $1
             ORDER BY id DESC LIMIT $2",
            params![now, limit],
        )
        .await?;
    rows.into_iter().map(InvitationRow::read).collect()
}

row! {
    struct StateCount {
        state: String,
        n: i64,
    }
}

/// How many accounts are in each state.
pub(crate) async fn counts(read: &mut Read) -> Result<Vec<(String, i64)>> {
    let rows: Vec<StateCount> =
        read.all("SELECT state, COUNT(*) AS n FROM person GROUP BY state", vec![]).await?;
    Ok(rows.into_iter().map(|it| (it.state, it.n)).collect())
}
