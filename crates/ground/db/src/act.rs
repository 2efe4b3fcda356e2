//! A piece of work that writes: one transaction, one instant, one author, one trace.

use crate::{Db, Error, Read, Result, Value, journal, params};
use base::{Actor, Id, Timestamp, Ulid};
use std::ops::{Deref, DerefMut};

/// Rows sent in one statement: far below both engines' limit on parameters.
const VALUES_MAX: usize = 8_000;

/// An act. It sees what a [`Read`] sees, and may write.
pub struct Act {
    read: Read,
    db: Db,
    now: Timestamp,
    actor: Actor,
    fresh: Ulid,
    recorded: usize,
}

/// A fact for the journal. Its kind is written `slice.verb_in_the_past`.
pub trait Event: serde::Serialize {
    /// The kind, stable for ever.
    const KIND: &'static str;
}

impl Act {
    pub(crate) fn new(read: Read, db: Db, now: Timestamp, actor: Actor) -> Self {
        let at = u64::try_from(now.as_millisecond()).unwrap_or_default();
        Self { read, db, now, actor, fresh: Ulid::from_parts(at, random()), recorded: 0 }
    }

    /// The present, the same from the act's first line to its last.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Who answers for it.
    pub fn actor(&self) -> Actor {
        self.actor
    }

    /// A fresh id. Ids of one act sort in the order they were asked for.
    pub fn id<I: Id>(&mut self) -> I {
        self.fresh = self.fresh.increment().unwrap_or(self.fresh);
        I::from_ulid(self.fresh)
    }

    /// Runs a statement that writes; answers how many rows it touched.
    pub async fn write(&mut self, sql: &'static str, params: Vec<Value>) -> Result<u64> {
        self.read.execute(sql, params).await
    }

    /// Writes many rows with few statements.
    ///
    /// `head` is `INSERT INTO t (a, b) VALUES`, `tail` what follows the rows (`ON CONFLICT …`,
    /// or nothing). Each row carries one value per column of the head.
    pub async fn write_rows(
        &mut self,
        head: &'static str,
        tail: &'static str,
        rows: Vec<Vec<Value>>,
    ) -> Result<()> {
        let width = rows.first().map_or(1, Vec::len).max(1);
        let mut rows = rows.into_iter();
        loop {
            let batch: Vec<Vec<Value>> = rows.by_ref().take(VALUES_MAX / width).collect();
            if batch.is_empty() {
                return Ok(());
            }
            let places = places(width, batch.len(), self.read.is_sqlite());
            let sql = format!("{head} {places} {tail}");
            self.read.execute_made(sql, batch.into_iter().flatten().collect()).await?;
        }
    }

    /// Whether this act is the first under that key. A form carries a key of its own: sent twice
    /// (a double click, a reload, a retry after a lost answer), it has one effect. The key is
    /// kept in the act's own transaction: if the act does not commit, the key is free again.
    pub async fn is_first(&mut self, key: &str) -> Result<bool> {
        let now = self.now;
        let sql = "INSERT INTO once (key, at) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING";
        Ok(self.write(sql, params![key, now]).await? == 1)
    }

    /// Forgets the keys of forms sent before that instant; answers how many.
    pub async fn forget_keys_before(&mut self, instant: Timestamp) -> Result<u64> {
        self.write("DELETE FROM once WHERE at < $1", params![instant]).await
    }

    /// Leaves a line in the journal.
    pub async fn record<E: Event>(&mut self, subject: &impl Id, event: &E) -> Result<()> {
        self.record_all(&[(*subject, event)]).await
    }

    /// Leaves many lines of one kind in the journal.
    pub async fn record_all<I: Id, E: Event>(&mut self, lines: &[(I, &E)]) -> Result<()> {
        let actor = self.actor.name();
        let mut rows = Vec::with_capacity(lines.len());
        for (subject, event) in lines {
            let body = serde_json::to_string(event).map_err(Error::Encode)?;
            let id: base::LineId = self.id();
            rows.push(params![&id, self.now, actor.as_str(), E::KIND, subject, body]);
        }
        self.recorded += rows.len();
        self.write_rows(journal::INSERT, "", rows).await
    }

    /// Makes it so, durably. An act that wrote nothing in the journal is refused.
    pub async fn commit(mut self) -> Result<()> {
        if self.recorded == 0 {
            return Err(Error::SilentAct);
        }
        if self.read.is_sqlite() {
            // One writer: the act can seal its own lines, in the same transaction.
            journal::seal_waiting(&mut self.read).await?;
            self.read.commit().await?;
        } else {
            self.read.commit().await?;
            self.db.seal().await?;
        }
        self.db.tell_followers();
        Ok(())
    }
}

/// `($1, $2), ($3, $4)`, one group a row. `SQLite` looks numbered parameters up by name, one by
/// one, which thousands of them make slow: there they are plain `?`, in the same order.
fn places(width: usize, rows: usize, sqlite: bool) -> String {
    let mut text = String::with_capacity(rows * width * 6);
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ", (" });
        for column in 1..=width {
            text.push_str(if column == 1 { "" } else { ", " });
            if sqlite {
                text.push('?');
            } else {
                text.push('$');
                text.push_str(&(row * width + column).to_string());
            }
        }
        text.push(')');
    }
    text
}

impl Deref for Act {
    type Target = Read;
    fn deref(&self) -> &Read {
        &self.read
    }
}

impl DerefMut for Act {
    fn deref_mut(&mut self) -> &mut Read {
        &mut self.read
    }
}

/// Eighty bits from the system, with room left to count upwards within the act.
fn random() -> u128 {
    use std::hash::{BuildHasher, Hasher};
    let draw = || u128::from(std::hash::RandomState::new().build_hasher().finish());
    ((draw() << 64) | draw()) & ((1 << 79) - 1)
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn places_number_the_parameters_row_by_row() {
        assert_eq!(places(2, 2, false), "($1, $2), ($3, $4)");
        assert_eq!(places(2, 2, true), "(?, ?), (?, ?)");
        assert_eq!(places(1, 1, false), "($1)");
    }
}
