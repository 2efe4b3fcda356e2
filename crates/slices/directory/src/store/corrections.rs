//! Corrections proposed by the public.

use crate::model::{Correction, CorrectionState, Subject};
use base::{CorrectionId, PlaceId, Timestamp};
use db::{Act, Error, Read, params, row};

row! {
    struct CorrectionRow {
        id: String,
        place: String,
        subject: String,
        seen: String,
        value: String,
        words: String,
        mail: Option<String>,
        is_confirmed: bool,
        state: String,
        kept: String,
        reason: String,
        made_at: i64,
        decided_at: Option<i64>,
    }
}

row! {
    struct Count {
        n: i64,
    }
}

/// Stores a correction; `follow` is the hash of the code of its status page.
pub(crate) async fn insert(act: &mut Act, it: &Correction, follow: &str) -> Result<(), Error> {
    act.write(
        "INSERT INTO place_correction (id, place, subject, seen, value, words, mail,
         is_confirmed, follow, state, kept, reason, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        params![
            &it.id,
            &it.place,
            it.subject.name(),
            it.seen.as_str(),
            it.value.as_str(),
            it.words.as_str(),
            it.mail.clone(),
            it.is_confirmed,
            follow,
            it.state.name(),
            it.kept.as_str(),
            it.reason.as_str(),
            it.made_at,
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn by_id(read: &mut Read, id: CorrectionId) -> Result<Option<Correction>, Error> {
    let row: Option<CorrectionRow> = read
        .optional(
            "SELECT id, place, subject, seen, value, words, mail, is_confirmed, state, kept,
             reason, made_at, decided_at FROM place_correction WHERE id = $1",
            params![&id],
        )
        .await?;
    row.map(Correction::try_from).transpose()
}

/// The correction behind the code of a status page.
pub(crate) async fn followed(read: &mut Read, follow: &str) -> Result<Option<Correction>, Error> {
    let row: Option<CorrectionRow> = read
        .optional(
            "SELECT id, place, subject, seen, value, words, mail, is_confirmed, state, kept,
             reason, made_at, decided_at FROM place_correction WHERE follow = $1",
            params![follow],
        )
        .await?;
    row.map(Correction::try_from).transpose()
}

/// The corrections that wait, after an id, in the order they came.
pub(crate) async fn waiting(
    read: &mut Read,
    after: &str,
    limit: i64,
) -> Result<Vec<Correction>, Error> {
    let rows: Vec<CorrectionRow> = read
        .all(
            "SELECT id, place, subject, seen, value, words, mail, is_confirmed, state, kept,
             reason, made_at, decided_at FROM place_correction
             WHERE state = 'waiting' AND id > $1 ORDER BY id LIMIT $2",
            params![after, limit],
        )
        .await?;
    rows.into_iter().map(Correction::try_from).collect()
}

/// The corrections of a place that wait.
pub(crate) async fn waiting_of(
    read: &mut Read,
    place: PlaceId,
    limit: i64,
) -> Result<Vec<Correction>, Error> {
    let rows: Vec<CorrectionRow> = read
        .all(
            "SELECT id, place, subject, seen, value, words, mail, is_confirmed, state, kept,
             reason, made_at, decided_at FROM place_correction
             WHERE place = $1 AND state = 'waiting' ORDER BY id LIMIT $2",
            params![&place, limit],
        )
        .await?;
    rows.into_iter().map(Correction::try_from).collect()
}

/// The corrections of the places that a list speaks of, the newest first.
pub(crate) async fn of_source(
    read: &mut Read,
    source: &str,
    limit: i64,
) -> Result<Vec<Correction>, Error> {
    let rows: Vec<CorrectionRow> = read
        .all(
            "SELECT id, place, subject, seen, value, words, mail, is_confirmed, state, kept,
             reason, made_at, decided_at FROM place_correction
             WHERE state <> 'refused'
             AND place IN (SELECT place FROM attachment WHERE source = $1)
             ORDER BY id DESC LIMIT $2",
            params![source, limit],
        )
        .await?;
    rows.into_iter().map(Correction::try_from).collect()
}

/// How many corrections of a place wait that nobody confirmed.
pub(crate) async fn unconfirmed_of(read: &mut Read, place: PlaceId) -> Result<i64, Error> {
    let count: Count = read
        .one(
            "SELECT COUNT(*) AS n FROM place_correction
             WHERE place = $1 AND state = 'waiting' AND is_confirmed = FALSE",
            params![&place],
        )
        .await?;
    Ok(count.n)
}

/// How many corrections came since an instant.
pub(crate) async fn since(read: &mut Read, since: Timestamp) -> Result<i64, Error> {
    let count: Count = read
        .one("SELECT COUNT(*) AS n FROM place_correction WHERE made_at > $1", params![since])
        .await?;
    Ok(count.n)
}

/// The address of the proposer was confirmed.
pub(crate) async fn confirm(act: &mut Act, id: CorrectionId) -> Result<(), Error> {
    act.write("UPDATE place_correction SET is_confirmed = TRUE WHERE id = $1", params![&id])
        .await?;
    Ok(())
}

/// Decides a correction that waits; its proposer's address is forgotten. Answers whether it
/// still waited.
pub(crate) async fn decide(
    act: &mut Act,
    id: CorrectionId,
    state: CorrectionState,
    (kept, reason): (&str, &str),
) -> Result<bool, Error> {
    let (now, actor) = (act.now(), act.actor().name());
    let changed = act
        .write(
            "UPDATE place_correction SET state = $2, kept = $3, reason = $4, decided_at = $5,
             decided_by = $6, mail = NULL WHERE id = $1 AND state = 'waiting'",
            params![&id, state.name(), kept, reason, now, actor],
        )
        .await?;
    Ok(changed == 1)
}

impl TryFrom<CorrectionRow> for Correction {
    type Error = Error;

    fn try_from(row: CorrectionRow) -> Result<Self, Error> {
        Ok(Self {
            id: super::id(&row.id)?,
            place: super::id(&row.place)?,
            subject: super::word(&row.subject, Subject::named(&row.subject))?,
            seen: row.seen,
            value: row.value,
            words: row.words,
            mail: row.mail,
            is_confirmed: row.is_confirmed,
            state: super::word(&row.state, CorrectionState::named(&row.state))?,
            kept: row.kept,
            reason: row.reason,
            made_at: super::instant(row.made_at)?,
            decided_at: row.decided_at.map(super::instant).transpose()?,
        })
    }
}
