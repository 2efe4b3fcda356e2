//! Erasures that wait, and those that were done.

use crate::store::{id, instant};
use base::{PersonId, Timestamp};
use db::{Act, Read, Result, params, row};

row! {
    struct WaitingRow {
        person: String,
        due_at: i64,
    }
}

/// Writes down that someone asked to be erased; answers whether they had not yet.
pub(crate) async fn ask(
    act: &mut Act,
    person: PersonId,
    (due_at, link): (Timestamp, &str),
) -> Result<bool> {
    let now = act.now();
    let rows = act
        .write(
            "INSERT INTO erasure (person, asked_at, due_at, link) VALUES ($1, $2, $3, $4)
             ON CONFLICT (person) DO NOTHING",
            params![&person, now, due_at, link],
        )
        .await?;
    Ok(rows == 1)
}

/// Takes the request back; answers whether there was one.
pub(crate) async fn undo(act: &mut Act, person: PersonId) -> Result<bool> {
    Ok(act.write("DELETE FROM erasure WHERE person = $1", params![&person]).await? == 1)
}

/// Who asked, by the hash of the link that takes it back.
pub(crate) async fn by_link(read: &mut Read, link: &str) -> Result<Option<(PersonId, Timestamp)>> {
    let row: Option<WaitingRow> =
        read.optional("SELECT person, due_at FROM erasure WHERE link = $1", params![link]).await?;
    row.map(|it| Ok((id(&it.person)?, instant(it.due_at)))).transpose()
}

row! {
    struct Who {
        person: String,
    }
}

/// Whose days of grace are over.
pub(crate) async fn due(read: &mut Read, now: Timestamp, limit: i64) -> Result<Vec<PersonId>> {
    let rows: Vec<Who> = read
        .all(
            "SELECT person FROM erasure WHERE due_at <= $1 ORDER BY due_at, person LIMIT $2",
            params![now, limit],
        )
        .await?;
    rows.iter().map(|it| id(&it.person)).collect()
}

/// Writes down that someone was erased.
pub(crate) async fn done(
    act: &mut Act,
    person: PersonId,
    (way, moderation_key): (&str, &str),
) -> Result<()> {
    let now = act.now();
    act.write(
        "INSERT INTO erased (person, at, way, moderation_key) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person) DO NOTHING",
        params![&person, now, way, moderation_key],
    )
    .await?;
    Ok(())
}

row! {
    struct ModerationKey {
        moderation_key: String,
    }
}

/// The key under which moderation finds again what an erased person had published.
pub(crate) async fn moderation_key(read: &mut Read, person: PersonId) -> Result<Option<String>> {
    let row: Option<ModerationKey> = read
        .optional("SELECT moderation_key FROM erased WHERE person = $1", params![&person])
        .await?;
    Ok(row.map(|it| it.moderation_key))
}
