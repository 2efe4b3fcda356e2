//! Passwords: hashed by argon2id on a thread apart, two at a time, so that a burst of sign-ins
//! neither stops other pages nor takes all the memory.

use super::{Error, check, key};
use crate::Standing;
use crate::events::{AccountChanged, SessionEnded};
use crate::may::Verb;
use crate::refusal::Refusal;
use crate::rules::password::check_password;
use crate::store;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version};
use base::{PersonId, SessionId, Timestamp};
use db::Db;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const AT_ONCE: usize = 2;

/// Hashes and checks passwords. Cheap to clone.
#[derive(Clone)]
pub struct Hasher {
    turns: Arc<Semaphore>,
    /// The hash of a password that nobody knows: what unknown accounts are compared with, so
    /// that they answer as slowly as others.
    nobody: Arc<str>,
}

impl Hasher {
    /// A hasher, ready.
    pub fn new() -> Self {
        let nobody = hash(&web::nonce()).unwrap_or_default();
        Self { turns: Arc::new(Semaphore::new(AT_ONCE)), nobody: nobody.into() }
    }

    /// The hash of a password, to be stored.
    pub async fn hash(&self, password: &str) -> Result<String, Error> {
        let _turn = self.turns.acquire().await;
        let password = password.to_owned();
        let hashed = tokio::task::spawn_blocking(move || hash(&password)).await;
        hashed.ok().flatten().ok_or(Error::Refused(Refusal::PasswordLong))
    }

    /// Whether it is the password behind that hash; takes as long when there is no hash.
    pub async fn is_right(&self, password: &str, hash: Option<String>) -> bool {
        let _turn = self.turns.acquire().await;
        let is_someone = hash.is_some();
        let hash = hash.unwrap_or_else(|| self.nobody.to_string());
        let password = password.to_owned();
        let checked = tokio::task::spawn_blocking(move || is_hash_of(&hash, &password)).await;
        is_someone && checked.unwrap_or(false)
    }
}

impl Default for Hasher {
    fn default() -> Self {
        Self::new()
    }
}

fn argon() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).unwrap_or(Params::DEFAULT);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

fn hash(password: &str) -> Option<String> {
    argon().hash_password(password.as_bytes()).ok().map(|it| it.to_string())
}

fn is_hash_of(hash: &str, password: &str) -> bool {
    PasswordHash::new(hash)
        .is_ok_and(|hash| argon().verify_password(password.as_bytes(), &hash).is_ok())
}

/// Sets a password, or another; every other session of the person ends.
pub async fn set_password(
    db: &Db,
    (now, hasher): (Timestamp, &Hasher),
    standing: &Standing,
    (person, session): (PersonId, SessionId),
    (password, site): (&str, &str),
) -> Result<(), Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    if !standing.is_fresh {
        return Err(Refusal::ProveAgain.into());
    }
    let known = store::persons::by_id(&mut db.read().await?, person).await?;
    let known = known.ok_or(Error::NotFound)?;
    let mail = known.mail.clone().unwrap_or_default();
    check_password(password, &[&known.name, &mail, site])?;
    let hash = hasher.hash(password).await?;
    let mut act = db.act(now, standing.actor, &key(&mail.to_lowercase())).await?;
    store::persons::set_password(&mut act, person, Some(&hash)).await?;
    act.record(&person, &AccountChanged { what: "password" }).await?;
    if store::sessions::end_others(&mut act, person, Some(session)).await? > 0 {
        act.record(&person, &SessionEnded { reason: "password".into() }).await?;
    }
    act.commit().await?;
    Ok(())
}

/// Takes the password away: links by mail and other proofs remain.
pub async fn remove_password(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    person: PersonId,
) -> Result<(), Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    if !standing.is_fresh {
        return Err(Refusal::ProveAgain.into());
    }
    let mut act = db.act(now, standing.actor, &key(&person.to_string())).await?;
    store::persons::set_password(&mut act, person, None).await?;
    act.record(&person, &AccountChanged { what: "password" }).await?;
    act.commit().await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_hash_knows_its_password_and_nobody_else_s() {
        let hasher = Hasher::new();
        let hash = hasher.hash("trois pommes sous la pluie").await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(hasher.is_right("trois pommes sous la pluie", Some(hash.clone())).await);
        assert!(!hasher.is_right("trois poires", Some(hash)).await);
        assert!(!hasher.is_right("trois pommes", None).await);
        assert!(!hasher.is_right("x", Some("not a hash".into())).await);
    }
}
