//! The authenticator application and the recovery codes: setting up, replacing, taking away.

use super::codes::Letterhead;
use super::prove::{own_account, renew};
use super::second::failures_name;
use super::{Error, Own, check, key};
use crate::Standing;
use crate::events::{FactorAdded, FactorRemoved, ProofFailed, SessionEnded};
use crate::letters::{self, Notice};
use crate::may::Verb;
use crate::refusal::Refusal;
use crate::rules::authenticator::{SECRET_BYTES, in_letters, step_of};
use crate::rules::{lives, recovery};
use crate::{looks, store, vault};
use base::{PersonId, Timestamp};
use db::{Act, Db, Read};
use web::{Keys, random_bytes};

/// An application being set up: nothing is written until its digits are right.
pub struct AppSetup {
    /// The secret.
    pub secret: [u8; SECRET_BYTES],
    /// The same, closed, for the form to bring back.
    pub closed: String,
}

/// What was added: the session's new secret, and the recovery codes if they are the first.
pub struct Added {
    /// The session's new secret.
    pub secret: String,
    /// Recovery codes to print, when there were none.
    pub recovery: Vec<String>,
}

impl AppSetup {
    /// The secret in letters.
    pub fn letters(&self) -> String {
        in_letters(&self.secret)
    }
}

/// Draws the secret of an application.
pub fn draw_app(keys: &Keys, person: PersonId) -> AppSetup {
    let secret = random_bytes();
    AppSetup { closed: vault::close(keys, &setup_name(person), &secret), secret }
}

/// The application that a form brought back.
pub fn app_behind(keys: &Keys, person: PersonId, closed: &str) -> Result<AppSetup, Error> {
    let secret = vault::open(keys, &setup_name(person), closed).and_then(|it| it.try_into().ok());
    let secret = secret.ok_or(Refusal::CodeDead)?;
    Ok(AppSetup { secret, closed: closed.to_owned() })
}

/// Keeps the application whose digits were typed. Other sessions, which never showed it, end.
pub async fn set_app(
    db: &Db,
    (now, keys): (Timestamp, &Keys),
    standing: &Standing,
    (own, head): (&Own, &Letterhead),
    (setup, digits): (&AppSetup, &str),
) -> Result<Added, Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    let mut act = db.act(now, standing.actor, &key(&own.person.to_string())).await?;
    may_change(&mut act, standing, own).await?;
    let Some(step) = step_of(&setup.secret, digits, now, 0) else {
        return Err(wrong_setup(act, keys, own).await?.into());
    };
    let closed = vault::close(keys, &vault_name(own.person), &setup.secret);
    store::factors::put_app(&mut act, own.person, (&closed, step)).await?;
    act.record(&own.person, &FactorAdded { way: "app" }).await?;
    tell(&mut act, own, head, Notice::AppAdded).await?;
    added(act, keys, own).await
}

/// Wrong digits while setting up are counted like others.
async fn wrong_setup(mut act: Act, keys: &Keys, own: &Own) -> Result<Refusal, Error> {
    let (account, since) = (failures_name(keys, own.person), lives::failures_since(act.now()));
    if store::persons::failures(&mut act, &account, since).await? >= lives::FAILURES_MAX {
        return Ok(Refusal::Locked);
    }
    store::persons::put_failure(&mut act, &account).await?;
    act.record(&own.person, &ProofFailed { way: "app" }).await?;
    act.commit().await?;
    Ok(Refusal::WrongAppDigits)
}

/// What follows a new strong proof: recovery codes if there are none, a strong session under a
/// new secret, and the end of the others.
pub(super) async fn added(mut act: Act, keys: &Keys, own: &Own) -> Result<Added, Error> {
    let recovery = if store::factors::recovery_left(&mut act, own.person).await? == 0 {
        fresh_recovery(&mut act, keys, own.person).await?
    } else {
        Vec::new()
    };
    let secret = renew(&mut act, own, true).await?;
    if store::sessions::end_others(&mut act, own.person, Some(own.session)).await? > 0 {
        act.record(&own.person, &SessionEnded { reason: "second-proof".into() }).await?;
    }
    act.commit().await?;
    Ok(Added { secret, recovery })
}

/// Takes the application away; the recovery codes go with the last strong proof.
pub async fn remove_app(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    (own, head): (&Own, &Letterhead),
) -> Result<(), Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    let mut act = db.act(now, standing.actor, &key(&own.person.to_string())).await?;
    may_change(&mut act, standing, own).await?;
    if !store::factors::drop_app(&mut act, own.person).await? {
        return Err(Error::NotFound);
    }
    tell(&mut act, own, head, Notice::AppRemoved).await?;
    removed(act, own, "app").await
}

/// Writes down that a strong proof is gone, and commits.
pub(super) async fn removed(mut act: Act, own: &Own, way: &'static str) -> Result<(), Error> {
    if !looks::factors(&mut act, own.person).await?.is_any() {
        store::factors::drop_recovery(&mut act, own.person).await?;
    }
    act.record(&own.person, &FactorRemoved { way }).await?;
    act.commit().await?;
    Ok(())
}

/// Draws ten recovery codes; the former ones stop working. `once` names the form: sent twice, the
/// second one shows nothing and replaces nothing.
pub async fn new_recovery(
    db: &Db,
    (now, keys): (Timestamp, &Keys),
    standing: &Standing,
    (own, head): (&Own, &Letterhead),
    once: &str,
) -> Result<Vec<String>, Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    let mut act = db.act(now, standing.actor, &key(&own.person.to_string())).await?;
    may_change(&mut act, standing, own).await?;
    if !looks::factors(&mut act, own.person).await?.is_any() {
        return Err(Error::NotFound);
    }
    if !act.is_first(once).await? {
        return Err(Refusal::ShownOnce.into());
    }
    let codes = fresh_recovery(&mut act, keys, own.person).await?;
    act.record(&own.person, &FactorAdded { way: "recovery" }).await?;
    tell(&mut act, own, head, Notice::RecoveryRenewed).await?;
    act.commit().await?;
    Ok(codes)
}

pub(super) async fn fresh_recovery(
    act: &mut Act,
    keys: &Keys,
    person: PersonId,
) -> Result<Vec<String>, Error> {
    let codes: Vec<String> = (0..recovery::COUNT).map(|_| recovery::code(random_bytes())).collect();
    let seals: Vec<String> = codes.iter().map(|it| recovery_seal(keys, person, it)).collect();
    store::factors::put_recovery(act, person, &seals).await?;
    Ok(codes.iter().map(|it| recovery::shown(it)).collect())
}

/// Tells the person, by letter, what changed.
pub(super) async fn tell(
    act: &mut Act,
    own: &Own,
    head: &Letterhead,
    notice: Notice,
) -> Result<(), Error> {
    let person = own_account(act, own).await?;
    Ok(letters::notice(act, head, &person, notice).await?)
}

/// Strong proofs are changed by who proved something lately, and, once there is one, by who
/// showed it: a stolen mailbox is not enough.
pub async fn may_change(read: &mut Read, standing: &Standing, own: &Own) -> Result<(), Error> {
    if !standing.is_fresh {
        return Err(Refusal::ProveAgain.into());
    }
    if !own.is_strong && looks::factors(read, own.person).await?.is_any() {
        return Err(Refusal::ProveStrongly.into());
    }
    Ok(())
}

/// Under what name an application's secret is closed.
pub(super) fn vault_name(person: PersonId) -> String {
    format!("app {person}")
}

fn setup_name(person: PersonId) -> String {
    format!("app-setup {person}")
}

/// What a recovery code is kept as.
pub(super) fn recovery_seal(keys: &Keys, person: PersonId, code: &str) -> String {
    keys.seal("recovery", &format!("{person}|{code}"))
}
