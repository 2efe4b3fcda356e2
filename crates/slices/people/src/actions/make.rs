//! The operator makes accounts, and links that open them: the first administrator of a fresh
//! house, the people of a demonstration, someone whom letters no longer reach.

use super::app::{draw_app, fresh_recovery, vault_name};
use super::codes::{digits, seal};
use super::enter::arrive;
use super::{Error, check, key, stored};
use crate::Standing;
use crate::events::{FactorAdded, LinkMade};
use crate::may::Verb;
use crate::model::{Code, Person, PersonState, Purpose};
use crate::refusal::Refusal;
use crate::rules::{address::Address, lives};
use crate::{looks, store, vault};
use base::{PersonId, Timestamp};
use db::Db;
use web::{Keys, nonce};

/// Makes an account for that address; refused when there is one.
pub async fn make_person(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    (mail, name, locale): (&str, &str, &str),
) -> Result<Person, Error> {
    check(standing, Verb::MakeAccount, &[])?;
    let address = Address::read(mail)?;
    let mut act = db.act(now, standing.actor, &key(&address.key)).await?;
    if store::persons::by_mail(&mut act, &address.key).await?.is_some() {
        return Err(Refusal::MailTaken.into());
    }
    let person = arrive(&mut act, &address, (name, locale, "operator")).await?;
    act.commit().await?;
    Ok(person)
}

/// The path of a link that opens an account once, for half an hour, without a letter.
pub async fn link_for(
    db: &Db,
    (now, keys): (Timestamp, &Keys),
    standing: &Standing,
    person: PersonId,
) -> Result<String, Error> {
    check(standing, Verb::MakeAccount, &[])?;
    let mut act = db.act(now, standing.actor, &key(&person.to_string())).await?;
    let known = store::persons::by_id(&mut act, person).await?.ok_or(Error::NotFound)?;
    let mail = known.mail.ok_or(Error::NotFound)?;
    if known.state != PersonState::Active {
        return Err(Refusal::Suspended.into());
    }
    let (id, secret) = (act.id(), nonce() + &nonce());
    let code = Code {
        id,
        purpose: Purpose::SignIn,
        mail,
        person: Some(person),
        digits: seal(keys, id, &digits()),
        way: "/compte".into(),
        tries: 0,
        made_at: now,
        ends_at: lives::code_end(now),
        used_at: None,
    };
    store::codes::insert(&mut act, &code, &stored(&secret)).await?;
    act.record(&person, &LinkMade {}).await?;
    act.commit().await?;
    Ok(format!("/connexion/lien/{secret}"))
}

/// A second proof made for someone: what they would have set up themselves.
pub struct Equipped {
    /// The secret of the authenticator application, in letters.
    pub app: String,
    /// Recovery codes, each good once.
    pub recovery: Vec<String>,
}

/// Gives a second proof to someone of a demonstration, who has none. Real people set up their
/// own: a secret that two people know proves nothing.
pub async fn equip(
    db: &Db,
    (now, keys): (Timestamp, &Keys),
    standing: &Standing,
    person: PersonId,
) -> Result<Equipped, Error> {
    check(standing, Verb::MakeAccount, &[])?;
    let mut act = db.act(now, standing.actor, &key(&person.to_string())).await?;
    store::persons::by_id(&mut act, person).await?.ok_or(Error::NotFound)?;
    if looks::factors(&mut act, person).await?.is_any() {
        return Err(Error::NotAllowed);
    }
    let setup = draw_app(keys, person);
    let closed = vault::close(keys, &vault_name(person), &setup.secret);
    store::factors::put_app(&mut act, person, (&closed, 0)).await?;
    let recovery = fresh_recovery(&mut act, keys, person).await?;
    act.record(&person, &FactorAdded { way: "app" }).await?;
    act.commit().await?;
    Ok(Equipped { app: setup.letters(), recovery })
}
