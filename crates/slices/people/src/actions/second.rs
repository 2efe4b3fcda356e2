//! Showing the second proof: digits of the application, or a recovery code.

use super::app::{recovery_seal, vault_name};
use super::codes::Letterhead;
use super::enter::{Entered, Entry, Opening, open};
use super::{Error, key};
use crate::events::{ProofFailed, RecoveryUsed};
use crate::letters;
use crate::model::Session;
use crate::refusal::Refusal;
use crate::rules::{authenticator, lives, recovery};
use crate::{store, vault};
use base::{Actor, PersonId, Timestamp};
use db::{Act, Db};
use web::Keys;

/// A second proof.
#[derive(Clone, Copy, Debug)]
pub enum Second<'a> {
    /// The digits that the application shows.
    App(&'a str),
    /// A recovery code.
    Recovery(&'a str),
}

/// Shows the second proof that half a session waits for: it ends, and a whole one begins.
pub async fn show_second(
    db: &Db,
    (now, keys): (Timestamp, &Keys),
    head: &Letterhead,
    half: &Session,
    second: &Second<'_>,
) -> Result<Entered, Error> {
    let actor = Actor::Person(half.person);
    let act = db.act(now, actor, &key(&half.person.to_string())).await?;
    let (mut act, way) = show(act, keys, half.person, second).await?;
    if let Second::Recovery(_) = second {
        let left = store::factors::recovery_left(&mut act, half.person).await?;
        act.record(&half.person, &RecoveryUsed { left }).await?;
        let person = store::persons::by_id(&mut act, half.person).await?.ok_or(Error::NotFound)?;
        letters::recovery_used(&mut act, head, &person, left).await?;
    }
    whole(act, head, half, way).await
}

/// Ends half a session and opens the whole one, in that act.
pub(super) async fn whole(
    mut act: Act,
    head: &Letterhead,
    half: &Session,
    way: &'static str,
) -> Result<Entered, Error> {
    if !store::sessions::end(&mut act, half.person, half.id).await? {
        return Err(Refusal::CodeDead.into());
    }
    let person = store::persons::by_id(&mut act, half.person).await?.ok_or(Error::NotFound)?;
    let entry = Entry { device: half.device.clone(), network: half.network.clone() };
    let opening = Opening { entry: &entry, way, is_new: false, is_strong: true };
    let entered = open(&mut act, head, &person, &opening).await?;
    act.commit().await?;
    Ok(entered)
}

/// Whether the proof is right: it is then used up, in the act given back. A wrong one is counted
/// and the act ends there.
pub(super) async fn show(
    mut act: Act,
    keys: &Keys,
    person: PersonId,
    second: &Second<'_>,
) -> Result<(Act, &'static str), Error> {
    let account = failures_name(keys, person);
    let since = lives::failures_since(act.now());
    if store::persons::failures(&mut act, &account, since).await? >= lives::FAILURES_MAX {
        return Err(Refusal::Locked.into());
    }
    let (way, is_right) = match second {
        Second::App(digits) => ("app", takes_step(&mut act, keys, person, digits).await?),
        Second::Recovery(typed) => {
            ("recovery", takes_recovery(&mut act, keys, person, typed).await?)
        }
    };
    if is_right {
        store::persons::forget_failures(&mut act, &account).await?;
        return Ok((act, way));
    }
    store::persons::put_failure(&mut act, &account).await?;
    act.record(&person, &ProofFailed { way }).await?;
    act.commit().await?;
    Err(Error::Refused(match second {
        Second::App(_) => Refusal::WrongAppDigits,
        Second::Recovery(_) => Refusal::WrongRecovery,
    }))
}

async fn takes_step(
    act: &mut Act,
    keys: &Keys,
    person: PersonId,
    digits: &str,
) -> Result<bool, Error> {
    let Some((closed, last)) = store::factors::app(act, person).await? else { return Ok(false) };
    let Some(secret) = vault::open(keys, &vault_name(person), &closed) else {
        tracing::error!("the secret of an authenticator application does not open");
        return Ok(false);
    };
    match authenticator::step_of(&secret, digits, act.now(), last) {
        Some(step) => Ok(store::factors::take_step(act, person, step).await?),
        None => Ok(false),
    }
}

async fn takes_recovery(
    act: &mut Act,
    keys: &Keys,
    person: PersonId,
    typed: &str,
) -> Result<bool, Error> {
    let Some(code) = recovery::read(typed) else { return Ok(false) };
    let seal = recovery_seal(keys, person, &code);
    Ok(store::factors::take_recovery(act, person, &seal).await?)
}

/// What wrong second proofs are counted under.
pub(super) fn failures_name(keys: &Keys, person: PersonId) -> String {
    keys.seal("second", &person.to_string())
}
