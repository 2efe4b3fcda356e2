//! A person's sessions: ending them.

use super::{Error, check, key};
use crate::Standing;
use crate::events::SessionEnded;
use crate::may::Verb;
use crate::store;
use base::{PersonId, SessionId, Timestamp};
use db::Db;

/// What must be proved again before it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sensitive {
    /// It is done as it is.
    No,
    /// Something must have been proved in the last fifteen minutes.
    Yes,
}

/// Ends one of one's sessions: the one in use (signing out) or another.
pub async fn end_session(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    (person, session): (PersonId, SessionId),
) -> Result<(), Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    let mut act = db.act(now, standing.actor, &key(&person.to_string())).await?;
    if store::sessions::end(&mut act, person, session).await? {
        act.record(&person, &SessionEnded { reason: "asked".into() }).await?;
        act.commit().await?;
    }
    Ok(())
}

/// Ends every session but the one in use; answers how many.
pub async fn end_other_sessions(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    (person, kept): (PersonId, SessionId),
) -> Result<u64, Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    let mut act = db.act(now, standing.actor, &key(&person.to_string())).await?;
    let ended = store::sessions::end_others(&mut act, person, Some(kept)).await?;
    if ended > 0 {
        act.record(&person, &SessionEnded { reason: "asked".into() }).await?;
        act.commit().await?;
    }
    Ok(ended)
}
