//! Claims of pages.

use crate::model::{Claim, ClaimState, ClaimWay};
use base::{ClaimId, PersonId, PlaceId, Timestamp};
use db::{Act, Error, Read, params, row};

row! {
    struct ClaimRow {
        id: String,
        place: String,
        person: String,
        way: String,
        state: String,
        seal: String,
        tries: i64,
        words: String,
        made_at: i64,
        ends_at: i64,
        reason: String,
    }
}

row! {
    struct Count {
        n: i64,
    }
}

pub(crate) async fn insert(act: &mut Act, claim: &Claim) -> Result<(), Error> {
    act.write(
        "INSERT INTO place_claim (id, place, person, way, state, seal, tries, words, made_at,
         ends_at, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        params![
            &claim.id,
            &claim.place,
            &claim.person,
            claim.way.name(),
            claim.state.name(),
            claim.seal.as_str(),
            claim.tries,
            claim.words.as_str(),
            claim.made_at,
            claim.ends_at,
            claim.reason.as_str(),
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn by_id(read: &mut Read, id: ClaimId) -> Result<Option<Claim>, Error> {
    let row: Option<ClaimRow> = read
        .optional(
            "SELECT id, place, person, way, state, seal, tries, words, made_at, ends_at, reason
             FROM place_claim WHERE id = $1",
            params![&id],
        )
        .await?;
    row.map(Claim::try_from).transpose()
}

/// The claims that wait, after an id, in the order they came.
pub(crate) async fn waiting(read: &mut Read, after: &str, limit: i64) -> Result<Vec<Claim>, Error> {
    let rows: Vec<ClaimRow> = read
        .all(
            "SELECT id, place, person, way, state, seal, tries, words, made_at, ends_at, reason
             FROM place_claim WHERE state = 'waiting' AND way <> 'courriel' AND id > $1
             ORDER BY id LIMIT $2",
            params![after, limit],
        )
        .await?;
    rows.into_iter().map(Claim::try_from).collect()
}

/// Someone's claims, the newest first.
pub(crate) async fn of_person(
    read: &mut Read,
    person: PersonId,
    limit: i64,
) -> Result<Vec<Claim>, Error> {
    let rows: Vec<ClaimRow> = read
        .all(
            "SELECT id, place, person, way, state, seal, tries, words, made_at, ends_at, reason
             FROM place_claim WHERE person = $1 ORDER BY id DESC LIMIT $2",
            params![&person, limit],
        )
        .await?;
    rows.into_iter().map(Claim::try_from).collect()
}

/// How many codes were sent by mail for a place since an instant.
pub(crate) async fn codes_since(
    read: &mut Read,
    place: PlaceId,
    since: Timestamp,
) -> Result<i64, Error> {
    let count: Count = read
        .one(
            "SELECT COUNT(*) AS n FROM place_claim
             WHERE place = $1 AND way = 'courriel' AND made_at > $2",
            params![&place, since],
        )
        .await?;
    Ok(count.n)
}

/// How many claims someone made since an instant.
pub(crate) async fn by_person_since(
    read: &mut Read,
    person: PersonId,
    since: Timestamp,
) -> Result<i64, Error> {
    let count: Count = read
        .one(
            "SELECT COUNT(*) AS n FROM place_claim WHERE person = $1 AND made_at > $2",
            params![&person, since],
        )
        .await?;
    Ok(count.n)
}

/// A code was made for the letter of a claim.
pub(crate) async fn put_code(
    act: &mut Act,
    id: ClaimId,
    (seal, ends_at): (&str, Timestamp),
) -> Result<(), Error> {
    act.write(
        "UPDATE place_claim SET seal = $2, ends_at = $3, tries = 0 WHERE id = $1",
        params![&id, seal, ends_at],
    )
    .await?;
    Ok(())
}

/// A wrong code was typed.
pub(crate) async fn count_try(act: &mut Act, id: ClaimId) -> Result<(), Error> {
    act.write("UPDATE place_claim SET tries = tries + 1 WHERE id = $1", params![&id]).await?;
    Ok(())
}

/// Decides a claim that waits. Answers whether it still did.
pub(crate) async fn decide(
    act: &mut Act,
    id: ClaimId,
    state: ClaimState,
    reason: &str,
) -> Result<bool, Error> {
    let (now, actor) = (act.now(), act.actor().name());
    let changed = act
        .write(
            "UPDATE place_claim SET state = $2, reason = $3, decided_at = $4, decided_by = $5,
             seal = '' WHERE id = $1 AND state = 'waiting'",
            params![&id, state.name(), reason, now, actor],
        )
        .await?;
    Ok(changed == 1)
}

impl TryFrom<ClaimRow> for Claim {
    type Error = Error;

    fn try_from(row: ClaimRow) -> Result<Self, Error> {
        Ok(Self {
            id: super::id(&row.id)?,
            place: super::id(&row.place)?,
            person: super::id(&row.person)?,
            way: super::word(&row.way, ClaimWay::named(&row.way))?,
            state: super::word(&row.state, ClaimState::named(&row.state))?,
            seal: row.seal,
            tries: row.tries,
            words: row.words,
            made_at: super::instant(row.made_at)?,
            ends_at: super::instant(row.ends_at)?,
            reason: row.reason,
        })
    }
}
