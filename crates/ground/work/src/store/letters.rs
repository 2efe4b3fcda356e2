//! The tables of the outbox: letters, addresses that bounced, the outbox's own secret.

use crate::mail::{Letter, State};
use base::{MailId, Timestamp};
use db::{Act, Chore, Read, Result, params, row};

row! {
    /// A letter about to be sent.
    pub(crate) struct Leaving {
        pub(crate) recipient: String,
        pub(crate) locale: String,
        pub(crate) subject: String,
        pub(crate) content: String,
        pub(crate) is_urgent: bool,
        pub(crate) attempts: i64,
        pub(crate) posted_at: i64,
    }
}

row! {
    /// A letter as a person looks at it.
    pub(crate) struct Row {
        pub(crate) id: String,
        pub(crate) kind: String,
        pub(crate) recipient: String,
        pub(crate) locale: String,
        pub(crate) subject: String,
        pub(crate) content: String,
        pub(crate) is_urgent: bool,
        pub(crate) is_secret: bool,
        pub(crate) state: String,
        pub(crate) attempts: i64,
        pub(crate) posted_at: i64,
        pub(crate) ended_at: Option<i64>,
        pub(crate) reason: Option<String>,
    }
}

row! {
    /// An address that bounced.
    pub(crate) struct Suppression {
        pub(crate) reason: String,
        pub(crate) since: i64,
    }
}

row! {
    /// How many letters stand where.
    pub(crate) struct StateCount {
        pub(crate) state: String,
        pub(crate) n: i64,
    }
}

row! {
    struct Recipient {
        recipient: String,
    }
}

row! {
    struct Urgency {
        is_urgent: bool,
    }
}

row! {
    struct Id {
        id: String,
    }
}

row! {
    struct Secret {
        secret: String,
    }
}

/// Stores a letter. Answers false when its key was used before.
pub(crate) async fn insert(act: &mut Act, id: MailId, letter: &Letter) -> Result<bool> {
    let content = serde_json::to_string(letter.content()).map_err(db::Error::Encode)?;
    let now = act.now();
    let rows = act
        .write(
            "INSERT INTO letter (id, kind, recipient, locale, subject, content, once_key,
                 is_urgent, is_secret, state, attempts, posted_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', 0, $10)
             ON CONFLICT (once_key) DO NOTHING",
            params![
                &id,
                letter.kind(),
                letter.to().as_str(),
                letter.locale(),
                letter.subject(),
                content,
                letter.once_key(),
                letter.is_urgent(),
                letter.is_secret(),
                now,
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// The letter, if it waits; one more attempt is counted.
pub(crate) async fn claim(chore: &mut Chore, id: MailId) -> Result<Option<Leaving>> {
    chore
        .optional(
            "UPDATE letter SET attempts = attempts + 1 WHERE id = $1 AND state = 'waiting'
             RETURNING recipient, locale, subject, content, is_urgent, attempts, posted_at",
            params![&id],
        )
        .await
}

/// Says where a letter ended. One that was given up while it left did leave.
pub(crate) async fn end(
    chore: &mut Chore,
    id: MailId,
    state: State,
    reason: Option<&str>,
) -> Result<()> {
    let now = chore.now();
    chore
        .write(
            "UPDATE letter SET state = $2, ended_at = $3, reason = $4
             WHERE id = $1 AND state IN ('waiting', 'given_up')",
            params![&id, state.word(), now, reason],
        )
        .await?;
    Ok(())
}

/// Notes why a letter still waits.
pub(crate) async fn note(chore: &mut Chore, id: MailId, reason: &str) -> Result<()> {
    chore
        .write(
            "UPDATE letter SET reason = $2 WHERE id = $1 AND state = 'waiting'",
            params![&id, reason],
        )
        .await?;
    Ok(())
}

/// Marks a letter as having come back. Answers its recipient, or none when it had not left.
pub(crate) async fn bounce(act: &mut Act, id: MailId, reason: &str) -> Result<Option<String>> {
    let now = act.now();
    let recipient: Option<Recipient> = act
        .optional(
            "UPDATE letter SET state = 'bounced', ended_at = $2, reason = $3
             WHERE id = $1 AND state IN ('waiting', 'sent', 'failed', 'given_up')
             RETURNING recipient",
            params![&id, now, reason],
        )
        .await?;
    Ok(recipient.map(|it| it.recipient))
}

/// Lists an address among those that bounced; the first reason stays.
pub(crate) async fn suppress(act: &mut Act, id: MailId, mark: &str, reason: &str) -> Result<()> {
    let now = act.now();
    act.write(
        "INSERT INTO mail_suppression (mark, id, reason, since) VALUES ($1, $2, $3, $4)
         ON CONFLICT (mark) DO NOTHING",
        params![mark, &id, reason, now],
    )
    .await?;
    Ok(())
}

pub(crate) async fn suppression(read: &mut Read, mark: &str) -> Result<Option<Suppression>> {
    read.optional("SELECT reason, since FROM mail_suppression WHERE mark = $1", params![mark]).await
}

/// Notes an attempt at an address that bounced, unless there was one after `since`.
pub(crate) async fn try_suppressed(
    chore: &mut Chore,
    mark: &str,
    since: Timestamp,
) -> Result<bool> {
    let now = chore.now();
    let rows = chore
        .write(
            "UPDATE mail_suppression SET tried_at = $2
             WHERE mark = $1 AND (tried_at IS NULL OR tried_at <= $3)",
            params![mark, now, since],
        )
        .await?;
    Ok(rows > 0)
}

/// Takes an address off the list. Answers the name its listing had.
pub(crate) async fn forgive(act: &mut Act, mark: &str) -> Result<Option<MailId>> {
    let id: Option<Id> = act
        .optional("DELETE FROM mail_suppression WHERE mark = $1 RETURNING id", params![mark])
        .await?;
    id.map(|it| it.id.parse().map_err(db::Error::Decode)).transpose()
}

pub(crate) async fn erase(act: &mut Act, canonical: &str) -> Result<u64> {
    act.write("DELETE FROM letter WHERE LOWER(recipient) = $1", params![canonical]).await
}

/// Puts a letter that ended badly back among those that wait. Answers whether it is urgent.
pub(crate) async fn try_again(act: &mut Act, id: MailId) -> Result<Option<bool>> {
    let urgency: Option<Urgency> = act
        .optional(
            "UPDATE letter SET state = 'waiting', attempts = 0, ended_at = NULL, reason = NULL
             WHERE id = $1 AND content <> ''
                 AND state IN ('failed', 'bounced', 'suppressed', 'given_up')
             RETURNING is_urgent",
            params![&id],
        )
        .await?;
    Ok(urgency.map(|it| it.is_urgent))
}

pub(crate) async fn give_up(act: &mut Act, id: MailId) -> Result<bool> {
    let now = act.now();
    let rows = act
        .write(
            "UPDATE letter SET state = 'given_up', ended_at = $2
             WHERE id = $1 AND state IN ('waiting', 'failed')",
            params![&id, now],
        )
        .await?;
    Ok(rows == 1)
}

pub(crate) async fn list(
    read: &mut Read,
    state: Option<State>,
    before: Option<MailId>,
    limit: u32,
) -> Result<Vec<Row>> {
    let (state, before) = (state.map(State::word), before.map(|id| id.to_string()));
    read.all(
        "SELECT id, kind, recipient, locale, subject, '' AS content, is_urgent, is_secret, state,
             attempts, posted_at, ended_at, reason
         FROM letter WHERE ($1 IS NULL OR state = $1) AND ($2 IS NULL OR id < $2)
         ORDER BY id DESC LIMIT $3",
        params![state, before, limit],
    )
    .await
}

/// The letters to an address, in the order they were posted.
pub(crate) async fn sent_to(read: &mut Read, canonical: &str, limit: u32) -> Result<Vec<Row>> {
    read.all(
        "SELECT id, kind, recipient, locale, subject, '' AS content, is_urgent, is_secret, state,
             attempts, posted_at, ended_at, reason
         FROM letter WHERE LOWER(recipient) = $1 ORDER BY id LIMIT $2",
        params![canonical, limit],
    )
    .await
}

row! {
    /// How many letters a sweep would forget.
    pub(crate) struct Due {
        pub(crate) blanked: i64,
        pub(crate) deleted: i64,
    }
}

/// What a sweep would do: letters of which what they said would be forgotten, letters of which
/// nothing would be left.
pub(crate) async fn due(
    read: &mut Read,
    (ended, failed): (Timestamp, Timestamp),
    (blanked, deleted): (Timestamp, Timestamp),
) -> Result<Due> {
    read.one(
        "SELECT CAST(COALESCE(SUM(CASE WHEN (ended_at <= $3 AND recipient <> '')
                     OR (is_secret = TRUE AND content <> ''
                         AND ((state IN ('sent', 'bounced', 'suppressed', 'given_up')
                                 AND ended_at <= $1)
                             OR (state = 'failed' AND ended_at <= $2)))
                 THEN 1 ELSE 0 END), 0) AS BIGINT) AS blanked,
             CAST(COALESCE(SUM(CASE WHEN ended_at <= $4 THEN 1 ELSE 0 END), 0) AS BIGINT)
                 AS deleted
         FROM letter",
        params![ended, failed, blanked, deleted],
    )
    .await
}

pub(crate) async fn one(read: &mut Read, id: MailId) -> Result<Option<Row>> {
    read.optional(
        "SELECT id, kind, recipient, locale, subject, content, is_urgent, is_secret, state,
             attempts, posted_at, ended_at, reason
         FROM letter WHERE id = $1",
        params![&id],
    )
    .await
}

pub(crate) async fn counts(read: &mut Read) -> Result<Vec<StateCount>> {
    read.all("SELECT state, COUNT(*) AS n FROM letter GROUP BY state", vec![]).await
}

/// The outbox's secret, if it was ever needed.
pub(crate) async fn secret(read: &mut Read) -> Result<Option<String>> {
    let found: Option<Secret> =
        read.optional("SELECT secret FROM mail_key WHERE name = 'outbox'", vec![]).await?;
    Ok(found.map(|it| it.secret))
}

pub(crate) async fn keep_secret(chore: &mut Chore, secret: &str) -> Result<()> {
    chore
        .write(
            "INSERT INTO mail_key (name, secret) VALUES ('outbox', $1)
             ON CONFLICT (name) DO NOTHING",
            params![secret],
        )
        .await?;
    Ok(())
}

/// Letters that wait while no job will carry them are set aside for a person.
pub(crate) async fn set_stranded_aside(chore: &mut Chore, kind: &str) -> Result<u64> {
    let now = chore.now();
    chore
        .write(
            "UPDATE letter SET state = 'failed', ended_at = $1, reason = 'no job carries it'
             WHERE state = 'waiting' AND NOT EXISTS (SELECT 1 FROM job
                 WHERE job.kind = $2 AND job.state <> 'failed'
                     AND job.body = '{\"letter\":\"' || letter.id || '\"}')",
            params![now, kind],
        )
        .await
}

/// Forgets what secret letters said: those that ended before `ended`, those that failed before
/// `failed`. Those that were kept are read here and nowhere else.
pub(crate) async fn blank_secrets(
    chore: &mut Chore,
    ended: Timestamp,
    failed: Timestamp,
) -> Result<u64> {
    chore
        .write(
            "UPDATE letter SET content = '', subject = '' WHERE is_secret = TRUE AND content <> ''
                 AND ((state IN ('sent', 'bounced', 'suppressed', 'given_up') AND ended_at <= $1)
                     OR (state = 'failed' AND ended_at <= $2))",
            params![ended, failed],
        )
        .await
}

/// Forgets what letters that ended before said, and to whom.
pub(crate) async fn blank(chore: &mut Chore, before: Timestamp) -> Result<u64> {
    chore
        .write(
            "UPDATE letter SET content = '', subject = '', recipient = '', reason = NULL
             WHERE ended_at <= $1 AND recipient <> ''",
            params![before],
        )
        .await
}

pub(crate) async fn delete(chore: &mut Chore, before: Timestamp) -> Result<u64> {
    chore.write("DELETE FROM letter WHERE ended_at <= $1", params![before]).await
}
