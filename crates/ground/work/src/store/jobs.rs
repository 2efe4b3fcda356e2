//! The table of jobs.

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
    /// A job as a person looks at it.
    pub(crate) struct Row {
        pub(crate) id: String,
        pub(crate) kind: String,
        pub(crate) state: String,
        pub(crate) attempts: i64,
        pub(crate) due_at: i64,
        pub(crate) queued_at: i64,
        pub(crate) last_error: Option<String>,
        pub(crate) progress: Option<String>,
        pub(crate) is_urgent: bool,
    }
}

row! {
    struct Count {
        n: i64,
    }
}

row! {
    struct Kind {
        kind: String,
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

/// Brings a job that was to be done later, and was never tried, forward to `due_at`.
pub(crate) async fn hasten(act: &mut Act, kind: &str, body: &str, due_at: Timestamp) -> Result<()> {
    act.write(
        "UPDATE job SET due_at = $3 WHERE state = 'waiting' AND attempts = 0
             AND kind = $1 AND body = $2 AND due_at > $3",
        params![kind, body, due_at],
    )
    .await?;
    Ok(())
}

/// Removes a job that waits: what it was for is no more.
pub(crate) async fn withdraw(act: &mut Act, kind: &str, body: &str) -> Result<()> {
    act.write(
        "DELETE FROM job WHERE state = 'waiting' AND kind = $1 AND body = $2",
        params![kind, body],
    )
    .await?;
    Ok(())
}

pub(crate) async fn insert(
    act: &mut Act,
    id: JobId,
    (kind, body): (&str, &str),
    due_at: Timestamp,
    is_urgent: bool,
) -> Result<()> {
    let now = act.now();
    act.write(
        "INSERT INTO job (id, kind, body, state, attempts, due_at, queued_at, is_urgent)
         VALUES ($1, $2, $3, 'waiting', 0, $4, $5, $6)",
        params![&id, kind, body, due_at, now, is_urgent],
    )
    .await?;
    Ok(())
}

/// Which kinds of jobs are taken: all, unless it says otherwise.
#[derive(Clone, Copy, Default)]
pub(crate) struct Kinds<'a> {
    pub(crate) only: Option<&'a str>,
    pub(crate) but: Option<&'a str>,
}

/// The first job that is due, now leased until `lease_until`: urgent ones, then the oldest.
pub(crate) async fn take(
    chore: &mut Chore,
    lease_until: Timestamp,
    kinds: Kinds<'_>,
) -> Result<Option<Taken>> {
    let now = chore.now();
    chore
        .optional(
            "UPDATE job SET state = 'taken', attempts = attempts + 1, lease_until = $2,
                 progress = NULL
             WHERE id = (SELECT id FROM job WHERE due_at <= $1
                 AND (state = 'waiting' OR (state = 'taken' AND lease_until <= $1))
                 AND ($3 IS NULL OR kind = $3) AND ($4 IS NULL OR kind <> $4)
                 ORDER BY is_urgent DESC, due_at, id LIMIT 1)
             RETURNING id, kind, body, attempts",
            params![now, lease_until, kinds.only, kinds.but],
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

/// Says how far a job is; whoever says so is alive, so its lease is prolonged.
pub(crate) async fn tell(
    chore: &mut Chore,
    id: &str,
    progress: &str,
    lease_until: Timestamp,
) -> Result<()> {
    chore
        .write(
            "UPDATE job SET progress = $2, lease_until = $3 WHERE id = $1 AND state = 'taken'",
            params![id, progress, lease_until],
        )
        .await?;
    Ok(())
}

pub(crate) async fn count_open(read: &mut Read) -> Result<i64> {
    let count: Count =
        read.one("SELECT COUNT(*) AS n FROM job WHERE state <> 'failed'", vec![]).await?;
    Ok(count.n)
}

pub(crate) async fn count_failed(read: &mut Read) -> Result<i64> {
    let count: Count =
        read.one("SELECT COUNT(*) AS n FROM job WHERE state = 'failed'", vec![]).await?;
    Ok(count.n)
}

pub(crate) async fn list(
    read: &mut Read,
    state: Option<&str>,
    before: Option<JobId>,
    limit: u32,
) -> Result<Vec<Row>> {
    let before = before.map(|id| id.to_string());
    read.all(
        "SELECT id, kind, state, attempts, due_at, queued_at, last_error, progress, is_urgent
         FROM job WHERE ($1 IS NULL OR state = $1) AND ($2 IS NULL OR id < $2)
         ORDER BY id DESC LIMIT $3",
        params![state, before, limit],
    )
    .await
}

/// The kind of a job that was set aside, which now waits again.
pub(crate) async fn retry(act: &mut Act, id: JobId) -> Result<Option<String>> {
    let now = act.now();
    let kind: Option<Kind> = act
        .optional(
            "UPDATE job SET state = 'waiting', attempts = 0, due_at = $2
             WHERE id = $1 AND state = 'failed' RETURNING kind",
            params![&id, now],
        )
        .await?;
    Ok(kind.map(|it| it.kind))
}

/// The kind of a job that nobody was doing, which is no more.
pub(crate) async fn abandon(act: &mut Act, id: JobId) -> Result<Option<String>> {
    let kind: Option<Kind> = act
        .optional("DELETE FROM job WHERE id = $1 AND state <> 'taken' RETURNING kind", params![&id])
        .await?;
    Ok(kind.map(|it| it.kind))
}
