//! Entering: from a proof to a session.

use super::codes::{Letterhead, Proof, tried_code};
use super::passwords::Hasher;
use super::{Error, key, new_secret, stored};
use crate::events::{HalfEntered, PersonArrived, ProofFailed, SignedIn};
use crate::letters;
use crate::model::{Level, Person, PersonState, Purpose, Session, SessionState};
use crate::refusal::Refusal;
use crate::rules::{address::Address, lives, name::checked_name};
use crate::store;
use base::{Actor, Timestamp, time};
use db::{Act, Db};
use web::Keys;

/// From where someone enters.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// "Firefox, Linux"; empty when the browser says nothing.
    pub device: String,
    /// "192.0.2.0/24"; empty when not known.
    pub network: String,
}

/// Someone entered.
#[derive(Clone, Debug)]
pub struct Entered {
    /// The secret that the browser keeps.
    pub secret: String,
    /// The session it opens.
    pub session: Session,
    /// Where to lead them.
    pub way: String,
    /// Whether they hold a role that waits for a strong proof.
    pub awaits_strong_proof: bool,
}

impl Entered {
    /// Whether a second proof is still to be shown.
    pub fn is_half(&self) -> bool {
        self.session.state == SessionState::Half
    }

    /// The same, leading somewhere else.
    #[must_use]
    pub fn leading_to(self, way: String) -> Self {
        Self { way, ..self }
    }
}

/// What is shown when someone enters.
pub(super) struct Opening<'a> {
    /// From where.
    pub(super) entry: &'a Entry,
    /// With what, as the journal names it.
    pub(super) way: &'static str,
    /// Whether the account was just made: no device is new to it.
    pub(super) is_new: bool,
    /// Whether two factors, or a passkey, were shown.
    pub(super) is_strong: bool,
}

/// Enters with a link or digits. When the address has no account, `newcomer` is the name of the
/// one to make; none asks for it (`Ok(None)`).
pub async fn enter_with_code(
    db: &Db,
    (now, keys): (Timestamp, &Keys),
    head: &Letterhead,
    proof: &Proof,
    (newcomer, entry): (Option<&str>, &Entry),
) -> Result<Option<Entered>, Error> {
    let code = tried_code(db, (now, keys), Purpose::SignIn, proof).await?;
    let address = Address::read(&code.mail)?;
    let mut act = db.act(now, Actor::Visitor, &key(&address.key)).await?;
    let known = store::persons::by_mail(&mut act, &address.key).await?;
    let (person, is_new) = match (known, newcomer) {
        (Some(person), _) => (person, false),
        (None, None) => return Ok(None),
        (None, Some(name)) => {
            let arrival = (name, head.words.locale().code(), "mail");
            (arrive(&mut act, &address, arrival).await?, true)
        }
    };
    // Two browsers with one link: the second finds it used.
    if !store::codes::take(&mut act, code.id).await? {
        return Err(Refusal::CodeDead.into());
    }
    let opening = Opening { entry, way: "code", is_new, is_strong: false };
    let entered = open(&mut act, head, &person, &opening).await?;
    store::persons::forget_failures(&mut act, &account_seal(keys, &address.key)).await?;
    act.commit().await?;
    Ok(Some(entered.leading_to(code.way)))
}

/// Enters with an address and a password. Unknown accounts answer the same, as slowly.
pub async fn enter_with_password(
    db: &Db,
    (now, keys, hasher): (Timestamp, &Keys, &Hasher),
    head: &Letterhead,
    (mail, password): (&str, &str),
    entry: &Entry,
) -> Result<Entered, Error> {
    let address = Address::read(mail)?;
    let account = account_seal(keys, &address.key);
    let mut read = db.read().await?;
    let since = lives::failures_since(now);
    if store::persons::failures(&mut read, &account, since).await? >= lives::FAILURES_MAX {
        return Err(Refusal::Locked.into());
    }
    let person = store::persons::by_mail(&mut read, &address.key).await?;
    drop(read);
    let hash = person.as_ref().and_then(|it| it.password.clone());
    let is_right = hasher.is_right(password, hash).await;
    let mut act = db.act(now, Actor::Visitor, &key(&address.key)).await?;
    // Many attempts at the same instant all passed the look above: they are counted here, one
    // after the other, and beyond the limit even the right password is not told.
    if store::persons::failures(&mut act, &account, since).await? >= lives::FAILURES_MAX {
        return Err(Refusal::Locked.into());
    }
    let known = person.as_ref().map(|it| it.id);
    let (Some(person), true) = (person, is_right) else {
        store::persons::put_failure(&mut act, &account).await?;
        let failed = ProofFailed { way: "password" };
        // Its owner reads of it; one line is written whether there is such an account or not.
        if let Some(person) = known {
            act.record(&person, &failed).await?;
        } else {
            let line: base::LineId = act.id();
            act.record(&line, &failed).await?;
        }
        act.commit().await?;
        return Err(Refusal::WrongProof.into());
    };
    let opening = Opening { entry, way: "password", is_new: false, is_strong: false };
    let entered = open(&mut act, head, &person, &opening).await?;
    store::persons::forget_failures(&mut act, &account).await?;
    act.commit().await?;
    Ok(entered)
}

/// What failures are counted under: nobody reads an address in that table.
pub(super) fn account_seal(keys: &Keys, mail_key: &str) -> String {
    keys.seal("account", mail_key)
}

/// Makes an account for an address that was proved, or that the operator answers for.
pub(super) async fn arrive(
    act: &mut Act,
    address: &Address,
    (name, locale, way): (&str, &str, &'static str),
) -> Result<Person, Error> {
    let person = Person {
        id: act.id(),
        name: checked_name(name)?,
        mail: Some(address.text.clone()),
        password: None,
        locale: locale.to_owned(),
        level: Level::Mail,
        state: PersonState::Active,
        made_at: act.now(),
        seen_on: time::civil_day(act.now()).to_string(),
    };
    store::persons::insert(act, &person, &address.key).await?;
    act.record(&person.id, &PersonArrived { way }).await?;
    Ok(person)
}

/// Opens a session, in an act that the caller commits. Who has an authenticator application and
/// showed nothing strong gets half a session: the second proof opens the whole one, under another
/// secret. Tells the person by mail when the device is new to them.
pub(super) async fn open(
    act: &mut Act,
    head: &Letterhead,
    person: &Person,
    opening: &Opening<'_>,
) -> Result<Entered, Error> {
    if person.state != PersonState::Active {
        return Err(Refusal::Suspended.into());
    }
    let now = act.now();
    let is_half = !opening.is_strong && store::factors::app(act, person.id).await?.is_some();
    let roles = store::roles::of_person(act, person.id).await?;
    let holds_sensitive =
        roles.iter().any(|it| it.is_in_force(now) && it.role.needs_strong_proof());
    let session = Session {
        id: act.id(),
        person: person.id,
        state: if is_half { SessionState::Half } else { SessionState::Open },
        is_strong: opening.is_strong,
        device: opening.entry.device.clone(),
        network: opening.entry.network.clone(),
        made_at: now,
        seen_at: now,
        ends_at: if is_half {
            lives::half_session_end(now)
        } else {
            lives::session_end(now, holds_sensitive)
        },
        proved_at: now,
    };
    let others = store::sessions::of_person(act, person.id).await?;
    let secret = new_secret();
    store::sessions::insert(act, &session, &stored(&secret)).await?;
    if is_half {
        act.record(&person.id, &HalfEntered { way: opening.way }).await?;
    } else {
        let event = SignedIn { way: opening.way, is_strong: session.is_strong };
        act.record(&person.id, &event).await?;
        crate::privacy::erase::came_back(act, person.id).await?;
        if !opening.is_new && others.iter().all(|it| it.device != session.device) {
            letters::new_device(act, head, person, &session).await?;
        }
    }
    let awaits_strong_proof = holds_sensitive && !opening.is_strong;
    Ok(Entered { secret, session, way: String::new(), awaits_strong_proof })
}
