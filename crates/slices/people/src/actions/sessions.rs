//! A person's sessions: ending them, and proving again on the one in use.

use super::enter::account_seal;
use super::passwords::Hasher;
use super::{Error, check, key};
use crate::Standing;
use crate::events::{ProofFailed, Proved, SessionEnded};
use crate::may::Verb;
use crate::refusal::Refusal;
use crate::rules::lives;
use crate::store;
use base::{PersonId, SessionId, Timestamp};
use db::Db;
use web::Keys;

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

/// Proves again, with the password, on the session in use.
pub async fn prove_with_password(
    db: &Db,
    (now, keys, hasher): (Timestamp, &Keys, &Hasher),
    standing: &Standing,
    (person, session): (PersonId, SessionId),
    password: &str,
) -> Result<(), Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    let mut read = db.read().await?;
    let known = store::persons::by_id(&mut read, person).await?.ok_or(Error::NotFound)?;
    let mail_key = known.mail.unwrap_or_default().to_lowercase();
    let account = account_seal(keys, &mail_key);
    let since = lives::failures_since(now);
    if store::persons::failures(&mut read, &account, since).await? >= lives::FAILURES_MAX {
        return Err(Refusal::Locked.into());
    }
    drop(read);
    let is_right = hasher.is_right(password, known.password).await;
    let mut act = db.act(now, standing.actor, &key(&mail_key)).await?;
    if !is_right {
        store::persons::put_failure(&mut act, &account).await?;
        act.record(&person, &ProofFailed { way: "password" }).await?;
        act.commit().await?;
        return Err(Refusal::WrongProof.into());
    }
    store::sessions::proved(&mut act, session, false).await?;
    act.record(&person, &Proved { way: "password" }).await?;
    act.commit().await?;
    Ok(())
}
