//! The journal of consents: what was agreed to, in which version, when, and when it was withdrawn.

use super::{id, instant};
use crate::digest::choice::Consent;
use base::{ConsentId, PersonId};
use db::{Act, Read, Result, params, row};

row! {
    struct ConsentRow {
        id: String,
        text: String,
        version: String,
        given_at: i64,
        withdrawn_at: Option<i64>,
    }
}

/// Everything someone agreed to, the last first.
pub(crate) async fn of_person(read: &mut Read, person: PersonId) -> Result<Vec<Consent>> {
    let rows: Vec<ConsentRow> = read
        .all(
            "SELECT id, text, version, given_at, withdrawn_at FROM consent
             WHERE person = $1 ORDER BY id DESC LIMIT 200",
            params![&person],
        )
        .await?;
    let read = |it: ConsentRow| {
        Ok(Consent {
            id: id(&it.id)?,
            purpose: it.text,
            version: it.version,
            given_at: instant(it.given_at),
            withdrawn_at: it.withdrawn_at.map(instant),
        })
    };
    rows.into_iter().map(read).collect()
}

/// Writes a consent; false when one for that purpose and that text is in force.
pub(crate) async fn give(
    act: &mut Act,
    person: PersonId,
    (purpose, version): (&str, &str),
) -> Result<bool> {
    let all = of_person(act, person).await?;
    let is_in_force =
        |it: &&Consent| it.purpose == purpose && it.version == version && it.withdrawn_at.is_none();
    if all.iter().any(|it| is_in_force(&it)) {
        return Ok(false);
    }
    withdraw(act, person, purpose).await?;
    let (consent, now): (ConsentId, _) = (act.id(), act.now());
    act.write(
        "INSERT INTO consent (id, person, text, version, given_at) VALUES ($1, $2, $3, $4, $5)",
        params![&consent, &person, purpose, version, now],
    )
    .await?;
    Ok(true)
}

/// Withdraws the consent in force for that purpose; false when there is none.
pub(crate) async fn withdraw(act: &mut Act, person: PersonId, purpose: &str) -> Result<bool> {
    let now = act.now();
    let sql = "UPDATE consent SET withdrawn_at = $3
               WHERE person = $1 AND text = $2 AND withdrawn_at IS NULL";
    Ok(act.write(sql, params![&person, purpose, now]).await? > 0)
}
