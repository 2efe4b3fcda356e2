//! Sending a link and six digits to an address, and finding again what they stand for.

use super::{Error, key, stored};
use crate::events::{CodeSent, ProofFailed};
use crate::letters;
use crate::model::{Code, Person, PersonState, Purpose};
use crate::refusal::Refusal;
use crate::rules::address::Address;
use crate::rules::{lives, way};
use crate::store;
use base::{Actor, CodeId, Timestamp};
use db::{Act, Db, Read};
use web::{Keys, Visitor, Words, nonce, random_bytes};

/// What letters need to know of the site: its voice and its public address.
#[derive(Clone)]
pub struct Letterhead {
    /// The voice, in the reader's language.
    pub words: Words,
    /// The site's name.
    pub site: String,
    /// Its origin, without a final slash.
    pub origin: String,
}

impl Letterhead {
    /// For letters that nobody is asking for at that instant, in the language of their reader.
    pub fn to(app: &web::App, reader: &crate::model::Person) -> Self {
        let (site, locale) = (app.site(), web::Locale::from_code(&reader.locale));
        let words = app.words(locale.unwrap_or(web::Locale::French));
        Self { words, site: site.name.clone(), origin: site.origin.clone() }
    }

    /// For letters that this visitor asked for, in their language.
    pub fn of(visitor: &Visitor) -> Self {
        let site = visitor.app().site();
        Self { words: visitor.words(), site: site.name.clone(), origin: site.origin.clone() }
    }
}

/// What shows that an address is one's own.
#[derive(Clone, Debug)]
pub enum Proof {
    /// The secret of the link.
    Link(String),
    /// The six digits of that code.
    Digits(CodeId, String),
}

/// A code was asked for; whether a letter really left is nobody's business.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskedCode {
    /// Which: with it and the digits one enters.
    pub id: CodeId,
}

/// Sends a link and six digits. The answer is the same whether the address has an account or not,
/// is suspended, or was sent too many letters already.
pub async fn ask_for_code(
    db: &Db,
    (now, keys): (Timestamp, &Keys),
    head: &Letterhead,
    purpose: Purpose,
    (mail, lead_to, once): (&str, &str, &str),
) -> Result<AskedCode, Error> {
    let address = Address::read(mail)?;
    let mut act = db.act(now, Actor::Visitor, &key(&address.key)).await?;
    let person = store::persons::by_mail(&mut act, &address.key).await?;
    // To the address that was proved, not to another writing of it that was typed just now.
    let own = person.as_ref().and_then(|it| it.mail.as_deref());
    let address = own.map_or(Ok(address), Address::read)?;
    if !act.is_first(once).await? {
        // The letter left already: the same page follows, and no second letter.
        let last = store::codes::last_asked(&mut act, (&address.key, purpose)).await?;
        return Ok(AskedCode { id: last.unwrap_or_else(|| act.id()) });
    }
    send(act, keys, head, (purpose, &address), (person.as_ref(), lead_to)).await
}

/// Sends a link and six digits that count for that person, in an act of its own.
pub(super) async fn send(
    mut act: Act,
    keys: &Keys,
    head: &Letterhead,
    (purpose, address): (Purpose, &Address),
    (person, lead_to): (Option<&Person>, &str),
) -> Result<AskedCode, Error> {
    let now = act.now();
    let (secret, digits) = (nonce() + &nonce(), digits());
    let code = Code {
        id: act.id(),
        purpose,
        mail: address.text.clone(),
        person: person.map(|it| it.id),
        digits: String::new(),
        way: way::safe_way(lead_to),
        tries: 0,
        made_at: now,
        ends_at: lives::code_end(now),
        used_at: None,
    };
    let code = Code { digits: seal(keys, code.id, &digits), ..code };
    let since = lives::codes_since(now);
    let sent = store::codes::sent_since(&mut act, (&address.key, purpose), since).await?;
    let is_suspended = person.is_some_and(|it| it.state == PersonState::Suspended);
    if sent >= lives::CODES_PER_HOUR_MAX || is_suspended {
        return Ok(AskedCode { id: code.id });
    }
    store::codes::insert(&mut act, &code, &stored(&secret)).await?;
    let name = person.map(|it| it.name.as_str());
    letters::code(&mut act, head, &code, name, (&secret, &digits)).await?;
    act.record(&code.id, &CodeSent { purpose: purpose.name() }).await?;
    act.commit().await?;
    Ok(AskedCode { id: code.id })
}

/// The code that a proof stands for, if it is for that purpose and still can be used. Wrong digits
/// are counted by `tried_code`, not here.
pub async fn code_behind(
    read: &mut Read,
    (now, keys): (Timestamp, &Keys),
    purpose: Purpose,
    proof: &Proof,
) -> Result<Code, Error> {
    let code = match proof {
        Proof::Link(secret) => store::codes::by_link(read, &stored(secret)).await?,
        Proof::Digits(id, _) => store::codes::by_id(read, *id).await?,
    };
    let code = code
        .filter(|it| it.purpose == purpose && lives::is_usable(it, now))
        .ok_or(Refusal::CodeDead)?;
    if let Proof::Digits(id, typed) = proof
        && seal(keys, *id, typed) != code.digits
    {
        return Err(Refusal::WrongDigits.into());
    }
    Ok(code)
}

/// The code that a proof stands for; wrong digits are counted, one attempt after the other.
pub(super) async fn tried_code(
    db: &Db,
    (now, keys): (Timestamp, &Keys),
    purpose: Purpose,
    proof: &Proof,
) -> Result<Code, Error> {
    let Proof::Digits(id, _) = proof else {
        return code_behind(&mut db.read().await?, (now, keys), purpose, proof).await;
    };
    let mut act = db.act(now, Actor::Visitor, &key(&id.to_string())).await?;
    let found = code_behind(&mut act, (now, keys), purpose, proof).await;
    if let Err(Error::Refused(Refusal::WrongDigits)) = &found {
        store::codes::tried(&mut act, *id).await?;
        act.record(id, &ProofFailed { way: "digits" }).await?;
        act.commit().await?;
    }
    found
}

/// Six digits hold few secrets: they are sealed with the house's key, so that who reads the
/// table cannot try them all.
pub(super) fn seal(keys: &Keys, code: CodeId, digits: &str) -> String {
    let typed: String = digits.chars().filter(char::is_ascii_digit).collect();
    keys.seal("code", &format!("{code}|{typed}"))
}

pub(super) fn digits() -> String {
    let drawn = u64::from_be_bytes(random_bytes::<8>());
    format!("{:06}", drawn % 1_000_000)
}
