//! What is forgotten, and when.
//!
//! | what | when |
//! |---|---|
//! | what a letter with a code or a link said | an hour after it ended; seven days if it failed |
//! | what any letter said, and to whom | thirty days after it ended |
//! | that there was a letter | a year after it ended |
//!
//! A letter that was kept, in a development, is read here and nowhere else: thirty days too.

use super::sending::SendMail;
use crate::Job as _;
use crate::store::letters;
use base::{Timestamp, time};
use db::{Db, Read, Result};

/// What a sweep did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Letters that no job would ever have carried, now failed.
    pub stranded: u64,
    /// Letters of which what they said was forgotten.
    pub blanked: u64,
    /// Letters of which nothing is left.
    pub deleted: u64,
}

/// Forgets what is due at `now`. Doing it twice does no more; once an hour is enough.
pub async fn sweep(db: &Db, now: Timestamp) -> Result<Swept> {
    let mut chore = db.chore(now, "mail").await?;
    let stranded = letters::set_stranded_aside(&mut chore, SendMail::KIND).await?;
    let ends = ends(now);
    let mut blanked = letters::blank_secrets(&mut chore, ends.secret, ends.failed_secret).await?;
    blanked += letters::blank(&mut chore, ends.content).await?;
    let deleted = letters::delete(&mut chore, ends.letter).await?;
    chore.commit().await?;
    Ok(Swept { stranded, blanked, deleted })
}

/// What [`sweep`] would forget at `now`.
pub async fn due(read: &mut Read, now: Timestamp) -> Result<Swept> {
    let ends = ends(now);
    let secrets = (ends.secret, ends.failed_secret);
    let due = letters::due(read, secrets, (ends.content, ends.letter)).await?;
    let count = |n: i64| u64::try_from(n).unwrap_or_default();
    Ok(Swept { stranded: 0, blanked: count(due.blanked), deleted: count(due.deleted) })
}

/// What ended before these instants is forgotten.
struct Ends {
    secret: Timestamp,
    failed_secret: Timestamp,
    content: Timestamp,
    letter: Timestamp,
}

fn ends(now: Timestamp) -> Ends {
    Ends {
        secret: now.saturating_sub(time::SignedDuration::from_hours(1)).unwrap_or(now),
        failed_secret: time::days_after(now, -7),
        content: time::days_after(now, -30),
        letter: time::months_after(now, -12),
    }
}
