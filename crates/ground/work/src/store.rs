//! The only SQL of this crate. One text for both engines.

use base::{JobId, Timestamp};
use db::{Act, Chore, Read, Result, params, row};

row! {
    /// A job taken from the queue.
    pub(crate) struct Taken {
        pub(crate) id: String,
        pub(crate) kind: String,
        pub(crate) body: String,
        pub(crate) attempts: i64,
    }
}

row! {
    struct Count {
        n: i64,
    }
}

pub(crate) async fn is_waiting(read: &mut Read, kind: &str, body: &str) -> Result<bool> {
    let count: Count = read
        .one(
            "SELECT COUNT(*) AS n FROM job WHERE state = 'waiting' AND kind = $1 AND body = $2",
            params![kind, body],
        )
        .await?;
    Ok(count.n > 0)
}

pub(crate) async fn insert(act: &mut Act, id: JobId, kind: &str, body: &str) -> Result<()> {
    let now = act.now();
    act.write(
        "INSERT INTO job (id, kind, body, state, attempts, due_at, queued_at)
         VALUES ($1, $2, $3, 'waiting', 0, $4, $4)",
        params![&id, kind, body, now],
    )
    .await?;
    Ok(())
}

/// The oldest job that is due, now leased until `lease_until`.
pub(crate) async fn take(chore: &mut Chore, lease_until: Timestamp) -> Result<Option<Taken>> {
    let now = chore.now();
    chore
        .optional(
            "UPDATE job SET state = 'taken', attempts = attempts + 1, lease_until = $2
             WHERE id = (SELECT id FROM job WHERE due_at <= $1
                 AND (state = 'waiting' OR (state = 'taken' AND lease_until <= $1))
                 ORDER BY due_at, id LIMIT 1)
             RETURNING id, kind, body, attempts",
            params![now, lease_until],
        )
        .await
}

pub(crate) async fn finish(chore: &mut Chore, id: &str) -> Result<()> {
    chore.write("DELETE FROM job WHERE id = $1", params![id]).await?;
    Ok(())
}

/// Puts a job back for later, or sets it aside for a person when `due_at` is none.
pub(crate) async fn fail(
    chore: &mut Chore,
    id: &str,
    due_at: Option<Timestamp>,
    error: &str,
) -> Result<()> {
    let state = if due_at.is_some() { "waiting" } else { "failed" };
    chore
        .write(
            "UPDATE job SET state = $2, due_at = COALESCE($3, due_at), lease_until = NULL,
             last_error = $4 WHERE id = $1",
            params![id, state, due_at.map(Timestamp::as_millisecond), error],
        )
        .await?;
    Ok(())
}

pub(crate) async fn count_open(read: &mut Read) -> Result<i64> {
    let count: Count =
        read.one("SELECT COUNT(*) AS n FROM job WHERE state <> 'failed'", vec![]).await?;
    Ok(count.n)
}
