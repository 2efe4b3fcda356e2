//! Accounts that nobody uses.

use crate::store::id;
use base::PersonId;
use db::{Act, Read, Result, params, row};

row! {
    struct AbsentRow {
        id: String,
        seen_on: String,
        warned_at: Option<i64>,
        warned_again_at: Option<i64>,
    }
}

/// Someone not seen for long: whom, since which day, when they were warned, and warned again.
pub(crate) type Absent = (PersonId, String, Option<i64>, Option<i64>);

/// Those not seen since before that day, after `last`, in the order of their ids.
pub(crate) async fn since(
    read: &mut Read,
    day: &str,
    (last, limit): (&str, i64),
) -> Result<Vec<Absent>> {
    let rows: Vec<AbsentRow> = read
        .all(
            "SELECT id, seen_on, warned_at, warned_again_at FROM person
             WHERE state <> 'erased' AND seen_on <= $1 AND id > $2 ORDER BY id LIMIT $3",
            params![day, last, limit],
        )
        .await?;
    let read = |it: AbsentRow| Ok((id(&it.id)?, it.seen_on, it.warned_at, it.warned_again_at));
    rows.into_iter().map(read).collect()
}

/// One of them, read again in the act that decides.
pub(crate) async fn one(read: &mut Read, person: PersonId) -> Result<Option<Absent>> {
    let row: Option<AbsentRow> = read
        .optional(
            "SELECT id, seen_on, warned_at, warned_again_at FROM person
             WHERE id = $1 AND state <> 'erased'",
            params![&person],
        )
        .await?;
    row.map(|it| Ok((id(&it.id)?, it.seen_on, it.warned_at, it.warned_again_at))).transpose()
}

/// Writes down that the first letter left, or the second.
pub(crate) async fn warned(act: &mut Act, person: PersonId, time: i64) -> Result<()> {
    let now = act.now();
    let sql = if time == 1 {
        "UPDATE person SET warned_at = $2 WHERE id = $1"
    } else {
        "UPDATE person SET warned_again_at = $2 WHERE id = $1"
    };
    act.write(sql, params![&person, now]).await?;
    Ok(())
}

/// Someone did something that day: warnings of absence are taken back.
pub(crate) async fn came_back(act: &mut Act, person: PersonId, day: &str) -> Result<()> {
    act.write(
        "UPDATE person SET seen_on = $2, warned_at = NULL, warned_again_at = NULL
         WHERE id = $1 AND (seen_on < $2 OR warned_at IS NOT NULL)",
        params![&person, day],
    )
    .await?;
    Ok(())
}
