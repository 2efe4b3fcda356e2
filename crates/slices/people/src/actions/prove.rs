//! Proving again who one is, on the session in use, before a sensitive act: with the password, a
//! letter, the authenticator application. Each proof gives the session a new secret.

use super::codes::{AskedCode, Letterhead, Proof, send, tried_code};
use super::enter::account_seal;
use super::passwords::Hasher;
use super::second::{Second, show};
use super::{Error, Own, check, key, new_secret, stored};
use crate::Standing;
use crate::events::{ProofFailed, Proved};
use crate::may::Verb;
use crate::model::{Person, Purpose};
use crate::refusal::Refusal;
use crate::rules::{address::Address, lives};
use crate::store;
use base::Timestamp;
use db::{Act, Db, Read};
use web::Keys;

/// Proves again with the password. Answers the session's new secret.
pub async fn prove_with_password(
    db: &Db,
    (now, keys, hasher): (Timestamp, &Keys, &Hasher),
    standing: &Standing,
    own: &Own,
    password: &str,
) -> Result<String, Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    let mut read = db.read().await?;
    let known = own_account(&mut read, own).await?;
    let mail_key = known.mail.unwrap_or_default().to_lowercase();
    let (account, since) = (account_seal(keys, &mail_key), lives::failures_since(now));
    if store::persons::failures(&mut read, &account, since).await? >= lives::FAILURES_MAX {
        return Err(Refusal::Locked.into());
    }
    drop(read);
    let is_right = hasher.is_right(password, known.password).await;
    let mut act = db.act(now, standing.actor, &key(&mail_key)).await?;
    if store::persons::failures(&mut act, &account, since).await? >= lives::FAILURES_MAX {
        return Err(Refusal::Locked.into());
    }
    if !is_right {
        store::persons::put_failure(&mut act, &account).await?;
        act.record(&own.person, &ProofFailed { way: "password" }).await?;
        act.commit().await?;
        return Err(Refusal::WrongPassword.into());
    }
    renewed(act, own, ("password", false)).await
}

/// Sends a letter with a link and digits to the person's own address.
pub async fn ask_to_prove(
    db: &Db,
    (now, keys): (Timestamp, &Keys),
    standing: &Standing,
    (own, head): (&Own, &Letterhead),
    lead_to: &str,
) -> Result<AskedCode, Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    let known = own_account(&mut db.read().await?, own).await?;
    let address = Address::read(known.mail.as_deref().unwrap_or_default())?;
    let act = db.act(now, standing.actor, &key(&address.key)).await?;
    send(act, keys, head, (Purpose::Prove, &address), (Some(&known), lead_to)).await
}

/// Proves again with what the letter holds. Answers the session's new secret and where to lead.
pub async fn prove_with_code(
    db: &Db,
    (now, keys): (Timestamp, &Keys),
    standing: &Standing,
    own: &Own,
    proof: &Proof,
) -> Result<(String, String), Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    let code = tried_code(db, (now, keys), Purpose::Prove, proof).await?;
    if code.person != Some(own.person) {
        return Err(Refusal::CodeDead.into());
    }
    let mut act = db.act(now, standing.actor, &key(&code.mail.to_lowercase())).await?;
    if !store::codes::take(&mut act, code.id).await? {
        return Err(Refusal::CodeDead.into());
    }
    Ok((renewed(act, own, ("code", false)).await?, code.way))
}

/// Proves again with the application: the session becomes strong.
pub async fn prove_with_app(
    db: &Db,
    (now, keys): (Timestamp, &Keys),
    standing: &Standing,
    own: &Own,
    digits: &str,
) -> Result<String, Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    let act = db.act(now, standing.actor, &key(&own.person.to_string())).await?;
    let (act, way) = show(act, keys, own.person, &Second::App(digits)).await?;
    renewed(act, own, (way, true)).await
}

/// Writes down that something was proved on the session, and commits. Answers its new secret.
pub(super) async fn renewed(
    mut act: Act,
    own: &Own,
    (way, is_strong): (&'static str, bool),
) -> Result<String, Error> {
    let secret = renew(&mut act, own, is_strong).await?;
    act.record(&own.person, &Proved { way }).await?;
    act.commit().await?;
    Ok(secret)
}

/// Gives the session a new secret; it is fresh, and strong if that made it so.
pub(super) async fn renew(act: &mut Act, own: &Own, is_strong: bool) -> Result<String, Error> {
    let secret = new_secret();
    store::sessions::proved(act, own.session, (&stored(&secret), is_strong)).await?;
    Ok(secret)
}

/// The account of who asks.
pub(super) async fn own_account(read: &mut Read, own: &Own) -> Result<Person, Error> {
    store::persons::by_id(read, own.person).await?.ok_or(Error::NotFound)
}
