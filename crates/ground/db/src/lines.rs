//! Looking for lines of the journal: by what happened, to what, by whom, when.

use crate::journal::Line;
use crate::{Read, Result, params};

/// Which lines to look for. Empty texts mean all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineFilter {
    /// A kind, or the slice that kinds begin with.
    pub kind: String,
    /// The id of what it happened to.
    pub subject: String,
    /// Who answers for it.
    pub actor: String,
    /// Not before that instant, in milliseconds UTC.
    pub from: Option<i64>,
    /// Before that instant, in milliseconds UTC.
    pub until: Option<i64>,
    /// Before that position: where the page before ended.
    pub before: Option<i64>,
}

impl Read {
    /// The sealed lines that were asked for, newest first, at most `limit`.
    pub async fn lines_found(&mut self, asked: &LineFilter, limit: i64) -> Result<Vec<Line>> {
        let slice = format!("{}.%", asked.kind.replace(['%', '_'], ""));
        self.all(
            "SELECT position, id, at, actor, kind, subject, body, hash FROM journal
             WHERE position < $1 AND at >= $2 AND at < $3
                 AND ($4 = '' OR kind = $4 OR kind LIKE $5)
                 AND ($6 = '' OR subject = $6) AND ($7 = '' OR actor = $7)
             ORDER BY position DESC LIMIT $8",
            params![
                asked.before.unwrap_or(i64::MAX),
                asked.from.unwrap_or(i64::MIN),
                asked.until.unwrap_or(i64::MAX),
                asked.kind.as_str(),
                slice,
                asked.subject.as_str(),
                asked.actor.as_str(),
                limit,
            ],
        )
        .await
    }
}
