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
use db::{Db, Result};

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
    let hour_ago = now.saturating_sub(time::SignedDuration::from_hours(1)).unwrap_or(now);
    let stranded = letters::set_stranded_aside(&mut chore, SendMail::KIND).await?;
    let week_ago = time::days_after(now, -7);
    let mut blanked = letters::blank_secrets(&mut chore, hour_ago, week_ago).await?;
    blanked += letters::blank(&mut chore, time::days_after(now, -30)).await?;
    let deleted = letters::delete(&mut chore, time::months_after(now, -12)).await?;
    chore.commit().await?;
    Ok(Swept { stranded, blanked, deleted })
}
