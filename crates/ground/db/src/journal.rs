//! The journal: every act leaves lines, each line gets a position and a hash that chains it
//! to the one before. Lines are never changed and never removed.
//!
//! Hash of a line = SHA-256 over the previous hash and every field of the line, each preceded
//! by its length, so that no byte can move from one field to its neighbour unseen. The head
//! (last position, last hash) is kept apart: a missing tail shows too. Whoever keeps a copy of
//! the head elsewhere can also prove that the whole was not rewritten.

use crate::{Db, Result, Value, params, read::Read};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use sqlx::FromRow;

pub(crate) const INSERT: &str = "INSERT INTO journal (id, at, actor, kind, subject, body) VALUES";

/// Lines read at once when the chain is walked.
const PAGE: i64 = 2_000;

/// A sealed line.
#[derive(Clone, Debug, PartialEq, Eq, FromRow, Serialize)]
pub struct Line {
    /// Its rank, from 1, without holes.
    pub position: i64,
    /// Its own id.
    pub id: String,
    /// When, in milliseconds UTC.
    pub at: i64,
    /// Who answers for it: a person's id, `operator` or `clockwork`.
    pub actor: String,
    /// What happened, `slice.verb_in_the_past`.
    pub kind: String,
    /// The id of what it happened to.
    pub subject: String,
    /// The details, JSON.
    pub body: String,
    /// The hash that chains it, hexadecimal.
    pub hash: String,
}

/// Where the chain ends.
#[derive(Clone, Debug, PartialEq, Eq, FromRow, Serialize, Deserialize)]
pub struct Head {
    /// Position of the last line; 0 when there is none.
    pub position: i64,
    /// Its hash; empty when there is none.
    pub hash: String,
}

/// What a walk along the whole chain found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// Every line is where and what it was.
    Whole {
        /// The head, worth writing down elsewhere.
        head: Head,
    },
    /// Something was changed.
    Broken {
        /// Position of the first line that does not hold.
        position: i64,
        /// What does not hold there.
        reason: Break,
    },
}

/// How a chain can be broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Break {
    /// A line is missing, or stands twice.
    Gap,
    /// A byte of the line is not the one that was sealed.
    Changed,
    /// The last lines are gone, or lines were added behind the head.
    Head,
}

impl Read {
    /// The sealed lines after `position`, oldest first, at most `limit`.
    pub async fn lines_after(&mut self, position: i64, limit: i64) -> Result<Vec<Line>> {
        self.all(
            "SELECT position, id, at, actor, kind, subject, body, hash FROM journal
             WHERE position > $1 ORDER BY position LIMIT $2",
            params![position, limit],
        )
        .await
    }

    /// The sealed lines about one subject, newest first, at most `limit`.
    pub async fn lines_about(&mut self, subject: &str, limit: i64) -> Result<Vec<Line>> {
        self.all(
            "SELECT position, id, at, actor, kind, subject, body, hash FROM journal
             WHERE subject = $1 AND position IS NOT NULL ORDER BY position DESC LIMIT $2",
            params![subject, limit],
        )
        .await
    }

    /// Where the chain ends.
    pub async fn head(&mut self) -> Result<Head> {
        self.one("SELECT position, hash FROM journal_head WHERE id = 1", vec![]).await
    }
}

/// Walks the whole chain.
pub async fn verify(db: &Db) -> Result<Verdict> {
    db.seal().await?;
    let mut read = db.read().await?;
    let head = read.head().await?;
    let mut last = Head { position: 0, hash: String::new() };
    loop {
        let lines = read.lines_after(last.position, PAGE).await?;
        if lines.is_empty() {
            break;
        }
        for line in lines {
            if let Some(reason) = broken(&last, &line) {
                return Ok(Verdict::Broken { position: last.position + 1, reason });
            }
            last = Head { position: line.position, hash: line.hash };
        }
    }
    if last != head {
        return Ok(Verdict::Broken { position: last.position + 1, reason: Break::Head });
    }
    Ok(Verdict::Whole { head })
}

fn broken(last: &Head, line: &Line) -> Option<Break> {
    if line.position != last.position + 1 {
        return Some(Break::Gap);
    }
    (hash(&last.hash, line) != line.hash).then_some(Break::Changed)
}

#[derive(FromRow)]
struct Waiting {
    id: String,
    at: i64,
    actor: String,
    kind: String,
    subject: String,
    body: String,
}

/// Seals what waits. The caller holds the right to: the one writer, or the sealer's lock.
pub(crate) async fn seal_waiting(read: &mut Read) -> Result<()> {
    let waiting: Vec<Waiting> = read
        .all(
            "SELECT id, at, actor, kind, subject, body FROM journal
             WHERE position IS NULL ORDER BY id",
            vec![],
        )
        .await?;
    if waiting.is_empty() {
        return Ok(());
    }
    let mut head = read.head().await?;
    let mut seals: Vec<[Value; 3]> = Vec::with_capacity(waiting.len());
    for line in waiting {
        let line = Line {
            position: head.position + 1,
            id: line.id,
            at: line.at,
            actor: line.actor,
            kind: line.kind,
            subject: line.subject,
            body: line.body,
            hash: String::new(),
        };
        head = Head { position: line.position, hash: hash(&head.hash, &line) };
        seals.push([line.id.into(), head.position.into(), head.hash.clone().into()]);
    }
    write_seals(read, seals).await?;
    read.execute(
        "UPDATE journal_head SET position = $1, hash = $2 WHERE id = 1",
        params![head.position, head.hash],
    )
    .await?;
    Ok(())
}

/// Sets positions and hashes, hundreds of lines a statement.
async fn write_seals(read: &mut Read, seals: Vec<[Value; 3]>) -> Result<()> {
    let mut seals = seals.into_iter();
    loop {
        let batch: Vec<[Value; 3]> = seals.by_ref().take(500).collect();
        if batch.is_empty() {
            return Ok(());
        }
        let sqlite = read.is_sqlite();
        let rows: Vec<String> = (0..batch.len())
            .map(|row| match (sqlite, row * 3) {
                (true, _) => "(?, CAST(? AS BIGINT), ?)".to_owned(),
                (false, n) => format!("(${}, CAST(${} AS BIGINT), ${})", n + 1, n + 2, n + 3),
            })
            .collect();
        let sql = format!(
            "WITH seal (id, position, hash) AS (VALUES {}) UPDATE journal
             SET position = seal.position, hash = seal.hash FROM seal WHERE journal.id = seal.id",
            rows.join(", ")
        );
        read.execute_made(sql, batch.into_iter().flatten().collect()).await?;
    }
}

/// The hash of a line that follows a line of hash `previous`. Its own `hash` plays no part.
fn hash(previous: &str, line: &Line) -> String {
    let mut digest = Sha256::new();
    let position = line.position.to_string();
    let at = line.at.to_string();
    let fields =
        [previous, &position, &line.id, &at, &line.actor, &line.kind, &line.subject, &line.body];
    for field in fields {
        digest.update((field.len() as u64).to_be_bytes());
        digest.update(field.as_bytes());
    }
    hex(&digest.finalize())
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
