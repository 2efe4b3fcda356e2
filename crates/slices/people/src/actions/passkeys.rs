//! Passkeys: registering one, entering with one, proving again with one.
//!
//! What the server must remember between the question and the answer travels in the form, closed
//! with a key of the house: looking at a page writes nothing. It works once and for ten minutes.

use super::app::{Added, added, may_change, removed, tell};
use super::codes::Letterhead;
use super::enter::{Entered, Entry, Opening, open};
use super::prove::renewed;
use super::second::whole;
use super::{Error, Own, check, key, stored};
use crate::Standing;
use crate::events::{FactorAdded, PasskeyNamed, ProofFailed};
use crate::letters::Notice;
use crate::may::Verb;
use crate::model::{Passkey, Session};
use crate::refusal::Refusal;
use crate::rules::{lives, name::checked_name};
use crate::{store, vault};
use base::{Actor, Id as _, LineId, PasskeyId, PersonId, Timestamp, Ulid};
use data_encoding::BASE64URL_NOPAD;
use db::{Act, Db};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use web::Keys;
use webauthn_rs::prelude::{
    AuthenticationResult, DiscoverableAuthentication, DiscoverableKey, Passkey as Material,
    PasskeyAuthentication, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential,
    Url, Uuid, Webauthn, WebauthnBuilder,
};

/// The most passkeys one person has.
const COUNT_MAX: usize = 10;

const ADD: &str = "passkey-add";
const ENTER: &str = "passkey-enter";
const PROVE: &str = "passkey-prove";

/// A question for a passkey, as the page asks it.
#[derive(Clone, Debug)]
pub struct Ceremony {
    /// What the browser is asked, in JSON.
    pub options: String,
    /// What the form brings back.
    pub closed: String,
}

/// What is remembered between the question and the answer.
#[derive(Serialize, Deserialize)]
struct Open<S> {
    ends_at: Timestamp,
    person: String,
    state: S,
}

/// The verifier of the site at that origin; none where passkeys cannot work, as at a bare number.
fn verifier(origin: &str) -> Option<Webauthn> {
    let origin = Url::parse(origin).ok()?;
    let host = origin.domain()?.to_owned();
    WebauthnBuilder::new(&host, &origin).ok()?.build().ok()
}

/// The question that registers a passkey for that person. None where passkeys cannot work.
pub fn begin_adding(
    (now, keys, origin): (Timestamp, &Keys, &str),
    (person, label): (PersonId, &str),
    known: &[Passkey],
) -> Option<Ceremony> {
    let exclude = materials(known).iter().map(|it| it.cred_id().clone()).collect();
    let (options, state) = verifier(origin)?
        .start_passkey_registration(handle(person), label, label, Some(exclude))
        .ok()?;
    let mut options = serde_json::to_value(options).ok()?;
    // So that the passkey can be found without typing an address first.
    options["publicKey"]["authenticatorSelection"]["residentKey"] = "preferred".into();
    ceremony((now, keys), (ADD, &person.to_string()), &options, state)
}

/// The question to whoever wants to enter. None where passkeys cannot work.
pub fn begin_entering((now, keys, origin): (Timestamp, &Keys, &str)) -> Option<Ceremony> {
    let (options, state) = verifier(origin)?.start_discoverable_authentication().ok()?;
    ceremony((now, keys), (ENTER, ""), &serde_json::to_value(options).ok()?, state)
}

/// The question to someone whose passkeys are known. None when there is none.
pub fn begin_proving(
    (now, keys, origin): (Timestamp, &Keys, &str),
    person: PersonId,
    known: &[Passkey],
) -> Option<Ceremony> {
    let known = materials(known);
    if known.is_empty() {
        return None;
    }
    let (options, state) = verifier(origin)?.start_passkey_authentication(&known).ok()?;
    let options = serde_json::to_value(options).ok()?;
    ceremony((now, keys), (PROVE, &person.to_string()), &options, state)
}

fn ceremony<S: Serialize>(
    (now, keys): (Timestamp, &Keys),
    (purpose, person): (&str, &str),
    options: &serde_json::Value,
    state: S,
) -> Option<Ceremony> {
    let open = Open { ends_at: lives::half_session_end(now), person: person.to_owned(), state };
    let bytes = serde_json::to_vec(&open).ok()?;
    let closed = vault::close(keys, purpose, &bytes);
    Some(Ceremony { options: options.to_string(), closed })
}

/// What a form brought back, if it is in time and was not used yet.
async fn opened<S: DeserializeOwned>(
    act: &mut Act,
    keys: &Keys,
    (purpose, person): (&str, &str),
    closed: &str,
) -> Result<S, Error> {
    let bytes = vault::open(keys, purpose, closed).ok_or(Refusal::WrongPasskey)?;
    let open: Open<S> = serde_json::from_slice(&bytes).map_err(|_| Refusal::WrongPasskey)?;
    let is_in_time = act.now() < open.ends_at;
    if open.person != person || !is_in_time || !act.is_first(&stored(closed)).await? {
        return Err(Refusal::WrongPasskey.into());
    }
    Ok(open.state)
}

/// Keeps a new passkey. `answer` is what the browser says, in JSON.
pub async fn add_passkey(
    db: &Db,
    (now, keys, origin): (Timestamp, &Keys, &str),
    standing: &Standing,
    (own, head): (&Own, &Letterhead),
    (closed, answer, name): (&str, &str, &str),
) -> Result<Added, Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    let name = checked_name(name)?;
    let mut act = db.act(now, standing.actor, &key(&own.person.to_string())).await?;
    may_change(&mut act, standing, own).await?;
    if store::factors::passkeys(&mut act, own.person).await?.len() >= COUNT_MAX {
        return Err(Refusal::PasskeysFull.into());
    }
    let whose = own.person.to_string();
    let state: PasskeyRegistration = opened(&mut act, keys, (ADD, &whose), closed).await?;
    let answer: RegisterPublicKeyCredential =
        serde_json::from_str(answer).map_err(|_| Refusal::WrongPasskey)?;
    let verifier = verifier(origin).ok_or(Refusal::WrongPasskey)?;
    let material =
        verifier.finish_passkey_registration(&answer, &state).map_err(|error| wrong(&error))?;
    let credential = BASE64URL_NOPAD.encode(material.cred_id());
    if store::factors::passkey(&mut act, &credential).await?.is_some() {
        return Err(Refusal::PasskeyKnown.into());
    }
    let passkey = Passkey {
        id: act.id(),
        person: own.person,
        material: written(&material)?,
        name,
        made_at: now,
        used_at: None,
    };
    store::factors::put_passkey(&mut act, &passkey, &credential).await?;
    act.record(&own.person, &FactorAdded { way: "passkey" }).await?;
    tell(&mut act, own, head, Notice::PasskeyAdded).await?;
    added(act, keys, own).await
}

/// Enters with a passkey alone: it is two factors in one, so the session is strong.
pub async fn enter_with_passkey(
    db: &Db,
    (now, keys, origin): (Timestamp, &Keys, &str),
    head: &Letterhead,
    (closed, answer): (&str, &str),
    entry: &Entry,
) -> Result<Entered, Error> {
    let answer = credential(answer)?;
    let verifier = verifier(origin).ok_or(Refusal::WrongPasskey)?;
    let mut act = db.act(now, Actor::Visitor, &key(&stored(closed))).await?;
    let state: DiscoverableAuthentication = opened(&mut act, keys, (ENTER, ""), closed).await?;
    let id = BASE64URL_NOPAD.encode(answer.get_credential_id());
    let handle = verifier.identify_discoverable_authentication(&answer).ok().map(|it| it.0);
    let known = store::factors::passkey(&mut act, &id).await?;
    let Some(known) = known.filter(|it| handle == Some(self::handle(it.person))) else {
        return failed(act, None).await;
    };
    let material = material(&known).ok_or(Refusal::WrongPasskey)?;
    let key = DiscoverableKey::from(&material);
    match verifier.finish_discoverable_authentication_v2(&answer, state, &key) {
        Ok(result) => used(&mut act, &known, material, &result).await?,
        Err(error) => {
            tracing::debug!(%error, "a passkey was refused");
            return failed(act, Some(known.person)).await;
        }
    }
    let person = store::persons::by_id(&mut act, known.person).await?.ok_or(Error::NotFound)?;
    let opening = Opening { entry, way: "passkey", is_new: false, is_strong: true };
    let entered = open(&mut act, head, &person, &opening).await?;
    act.commit().await?;
    Ok(entered)
}

/// Shows a passkey as the second proof that half a session waits for.
pub async fn show_passkey(
    db: &Db,
    (now, keys, origin): (Timestamp, &Keys, &str),
    head: &Letterhead,
    half: &Session,
    (closed, answer): (&str, &str),
) -> Result<Entered, Error> {
    let actor = Actor::Person(half.person);
    let act = db.act(now, actor, &key(&half.person.to_string())).await?;
    let act = shown(act, (keys, origin), half.person, (closed, answer)).await?;
    whole(act, head, half, "passkey").await
}

/// Proves again with a passkey: the session becomes strong. Answers its new secret.
pub async fn prove_with_passkey(
    db: &Db,
    (now, keys, origin): (Timestamp, &Keys, &str),
    standing: &Standing,
    own: &Own,
    (closed, answer): (&str, &str),
) -> Result<String, Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    let act = db.act(now, standing.actor, &key(&own.person.to_string())).await?;
    let act = shown(act, (keys, origin), own.person, (closed, answer)).await?;
    renewed(act, own, ("passkey", true)).await
}

/// Whether it is one of that person's passkeys; a wrong one ends the act.
async fn shown(
    mut act: Act,
    (keys, origin): (&Keys, &str),
    person: PersonId,
    (closed, answer): (&str, &str),
) -> Result<Act, Error> {
    let answer = credential(answer)?;
    let whose = person.to_string();
    let state: PasskeyAuthentication = opened(&mut act, keys, (PROVE, &whose), closed).await?;
    let verifier = verifier(origin).ok_or(Refusal::WrongPasskey)?;
    let id = BASE64URL_NOPAD.encode(answer.get_credential_id());
    let known = store::factors::passkey(&mut act, &id).await?.filter(|it| it.person == person);
    let found = known.as_ref().and_then(|it| Some((it, material(it)?)));
    let (Some((known, material)), Ok(result)) =
        (found, verifier.finish_passkey_authentication(&answer, &state))
    else {
        return failed(act, Some(person)).await;
    };
    used(&mut act, known, material, &result).await?;
    Ok(act)
}

/// Writes down that a passkey answered wrongly; the question is used up all the same.
async fn failed<T>(mut act: Act, person: Option<PersonId>) -> Result<T, Error> {
    let event = ProofFailed { way: "passkey" };
    if let Some(person) = person {
        act.record(&person, &event).await?;
    } else {
        let failure: LineId = act.id();
        act.record(&failure, &event).await?;
    }
    act.commit().await?;
    Err(Refusal::WrongPasskey.into())
}

async fn used(
    act: &mut Act,
    known: &Passkey,
    mut material: Material,
    result: &AuthenticationResult,
) -> Result<(), Error> {
    material.update_credential(result);
    Ok(store::factors::used(act, known.id, &written(&material)?).await?)
}

/// Gives one's passkey another name.
pub async fn name_passkey(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    (own, passkey): (&Own, PasskeyId),
    name: &str,
) -> Result<(), Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    let name = checked_name(name)?;
    let mut act = db.act(now, standing.actor, &key(&own.person.to_string())).await?;
    if !store::factors::name(&mut act, (own.person, passkey), &name).await? {
        return Err(Error::NotFound);
    }
    act.record(&own.person, &PasskeyNamed {}).await?;
    act.commit().await?;
    Ok(())
}

/// Takes one's passkey away.
pub async fn remove_passkey(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    (own, head): (&Own, &Letterhead),
    passkey: PasskeyId,
) -> Result<(), Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    let mut act = db.act(now, standing.actor, &key(&own.person.to_string())).await?;
    may_change(&mut act, standing, own).await?;
    if !store::factors::drop_passkey(&mut act, own.person, passkey).await? {
        return Err(Error::NotFound);
    }
    tell(&mut act, own, head, Notice::PasskeyRemoved).await?;
    removed(act, own, "passkey").await
}

fn credential(answer: &str) -> Result<PublicKeyCredential, Error> {
    serde_json::from_str(answer).map_err(|_| Refusal::WrongPasskey.into())
}

fn wrong(error: &impl std::fmt::Display) -> Error {
    tracing::debug!(%error, "a passkey was refused");
    Refusal::WrongPasskey.into()
}

fn materials(known: &[Passkey]) -> Vec<Material> {
    known.iter().filter_map(material).collect()
}

fn material(known: &Passkey) -> Option<Material> {
    serde_json::from_str(&known.material).ok()
}

fn written(material: &Material) -> Result<String, Error> {
    Ok(serde_json::to_string(material).map_err(db::Error::Encode)?)
}

/// The name under which a passkey knows its owner: the account's id, and nothing about them.
fn handle(person: PersonId) -> Uuid {
    let text = person.to_string();
    let ulid = text.strip_prefix(PersonId::KIND).and_then(|it| it.strip_prefix('_'));
    let ulid = ulid.and_then(|it| Ulid::from_string(it).ok()).unwrap_or_default();
    Uuid::from_u128(ulid.0)
}
