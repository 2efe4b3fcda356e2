//! Sessions. Only a hash of the secret that the browser keeps is stored.

use super::{id, instant};
use crate::model::{Session, SessionState};
use base::{PersonId, SessionId};
use db::{Act, Chore, Read, Result, params, row};

row! {
    struct SessionRow {
        id: String,
        person: String,
        state: String,
        is_strong: bool,
        device: String,
        network: String,
        made_at: i64,
        seen_at: i64,
        ends_at: i64,
        proved_at: i64,
    }
}

impl SessionRow {
    fn read(self) -> Result<Session> {
        Ok(Session {
            id: id(&self.id)?,
            person: id(&self.person)?,
            state: if self.state == "open" { SessionState::Open } else { SessionState::Half },
            is_strong: self.is_strong,
            device: self.device,
            network: self.network,
            made_at: instant(self.made_at),
            seen_at: instant(self.seen_at),
            ends_at: instant(self.ends_at),
            proved_at: instant(self.proved_at),
        })
    }
}

const fn state_name(state: SessionState) -> &'static str {
    match state {
        SessionState::Open => "open",
        SessionState::Half => "half",
    }
}

pub(crate) async fn insert(act: &mut Act, session: &Session, secret: &str) -> Result<()> {
    act.write(
        "INSERT INTO session (id, person, secret, state, is_strong, device, network,
             made_at, seen_at, ends_at, proved_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        params![
            &session.id,
            &session.person,
            secret,
            state_name(session.state),
            session.is_strong,
            session.device.as_str(),
            session.network.as_str(),
            session.made_at,
            session.seen_at,
            session.ends_at,
            session.proved_at,
        ],
    )
    .await?;
    Ok(())
}

/// The session whose secret has that hash.
pub(crate) async fn by_secret(read: &mut Read, secret: &str) -> Result<Option<Session>> {
    let row: Option<SessionRow> = read
        .optional(
            "SELECT id, person, state, is_strong, device, network,
                 made_at, seen_at, ends_at, proved_at
             FROM session WHERE secret = $1",
            params![secret],
        )
        .await?;
    row.map(SessionRow::read).transpose()
}

/// A person's open sessions, the last used first.
pub(crate) async fn of_person(read: &mut Read, person: PersonId) -> Result<Vec<Session>> {
    let rows: Vec<SessionRow> = read
        .all(
            "SELECT id, person, state, is_strong, device, network,
                 made_at, seen_at, ends_at, proved_at
             FROM session WHERE person = $1 AND state = 'open' ORDER BY seen_at DESC, id LIMIT 100",
            params![&person],
        )
        .await?;
    rows.into_iter().map(SessionRow::read).collect()
}

pub(crate) async fn seen(chore: &mut Chore, session: SessionId) -> Result<()> {
    let now = chore.now();
    chore.write("UPDATE session SET seen_at = $2 WHERE id = $1", params![&session, now]).await?;
    Ok(())
}

/// Something was proved on it: it is fresh again, strong if that made it so, and under a new
/// secret.
pub(crate) async fn proved(
    act: &mut Act,
    session: SessionId,
    (secret, is_strong): (&str, bool),
) -> Result<()> {
    let now = act.now();
    act.write(
        "UPDATE session SET secret = $2, proved_at = $3, is_strong = is_strong OR $4
         WHERE id = $1 AND state = 'open'",
        params![&session, secret, now, is_strong],
    )
    .await?;
    Ok(())
}

/// Ends one session of a person; answers whether there was one.
pub(crate) async fn end(act: &mut Act, person: PersonId, session: SessionId) -> Result<bool> {
    let sql = "DELETE FROM session WHERE id = $1 AND person = $2";
    Ok(act.write(sql, params![&session, &person]).await? == 1)
}

/// Ends every session of a person but `kept`; answers how many.
pub(crate) async fn end_others(
    act: &mut Act,
    person: PersonId,
    kept: Option<SessionId>,
) -> Result<u64> {
    let kept = kept.map(|it| it.to_string()).unwrap_or_default();
    act.write("DELETE FROM session WHERE person = $1 AND id <> $2", params![&person, kept]).await
}
