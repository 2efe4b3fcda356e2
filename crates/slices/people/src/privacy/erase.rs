//! Erasing an account: asked for by its owner, with seven days in which to come back, or at once;
//! by the clockwork when the days are over; again after a backup was put back.
//!
//! What is destroyed: the name, the address, the password and every other proof, sessions, codes,
//! invitations, letters, consents, preferences. What stays: the random id, in the journal whose
//! chain would break without it and beside what was published, now under "compte supprimé"; and a
//! hash of that id, by which moderation finds again what one author published.

use super::Holdings;
use crate::actions::{Error, Letterhead, check, stored};
use crate::events::{Erased, ErasureAsked, ErasureUndone};
use crate::may::Verb;
use crate::model::{HeldRole, Person, PersonState, Role, Scope};
use crate::refusal::Refusal;
use crate::{Standing, letters, store};
use base::{PersonId, Timestamp, time};
use db::{Act, Db, Read};
use web::nonce;

/// In how many days one may change one's mind.
pub const GRACE_DAYS: i64 = 7;

/// How many due erasures one turn of the clockwork does.
const AT_ONCE: i64 = 100;

/// Why an account is erased, for the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Its owner asked.
    Asked,
    /// Nobody used it for two years.
    Absent,
    /// An administrator answered a request.
    Request,
    /// It had been erased; a backup brought it back.
    Again,
}

impl Way {
    const fn name(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Absent => "absent",
            Self::Request => "request",
            Self::Again => "again",
        }
    }
}

/// The key under which acts on one account follow one another, and all erasures too: two
/// administrators who leave at the same instant do not leave the house without one.
const KEY: &str = "erasure";

/// Asks to be erased: every session ends, a letter says how to come back, and when the days of
/// grace are over it is done. Answers when that is; asking twice changes nothing.
pub async fn ask(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    head: &Letterhead,
    person: PersonId,
) -> Result<Timestamp, Error> {
    check_own(standing, person)?;
    let mut act = db.act(now, standing.actor, KEY).await?;
    let known = known(&mut act, person).await?;
    refuse_last_administrator(&mut act, person).await?;
    refuse_last_manager(&mut act, person).await?;
    let (due_at, secret) = (time::days_after(now, GRACE_DAYS), nonce() + &nonce());
    if store::privacy::erasures::ask(&mut act, person, (due_at, &stored(&secret))).await? {
        letters::erasure_asked(&mut act, head, &known, (due_at, &secret)).await?;
        act.record(&person, &ErasureAsked {}).await?;
        store::sessions::end_others(&mut act, person, None).await?;
        act.commit().await?;
    }
    Ok(due_at)
}

/// Erases one's own account at once.
pub async fn erase_own(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    holdings: &Holdings,
    person: PersonId,
) -> Result<(), Error> {
    check_own(standing, person)?;
    erase_account(db, (now, standing), holdings, (person, Way::Asked)).await
}

/// Erases an account that is not one's own: the clockwork when it is due, an administrator who
/// answers a request, the operator who puts a backup back.
pub async fn erase_other(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    holdings: &Holdings,
    (person, way): (PersonId, Way),
) -> Result<(), Error> {
    check(standing, Verb::ErasePerson, &[Scope::House])?;
    if standing.as_person().is_some() && !standing.is_fresh {
        return Err(Refusal::ProveAgain.into());
    }
    erase_account(db, (now, standing), holdings, (person, way)).await
}

/// Erases again those whom a backup brought back; answers how many were still there.
pub async fn erase_again(
    db: &Db,
    now: Timestamp,
    holdings: &Holdings,
    persons: &[PersonId],
) -> Result<usize, Error> {
    let standing = Standing::operator();
    let mut erased = 0;
    for person in persons {
        match erase_account(db, (now, &standing), holdings, (*person, Way::Again)).await {
            Ok(()) => erased += 1,
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(erased)
}

async fn erase_account(
    db: &Db,
    (now, standing): (Timestamp, &Standing),
    holdings: &Holdings,
    (person, way): (PersonId, Way),
) -> Result<(), Error> {
    let mut act = db.act(now, standing.actor, KEY).await?;
    let known = known(&mut act, person).await?;
    // A house put back from a backup may lack its later administrators: leaving was right then.
    if way != Way::Again {
        refuse_last_administrator(&mut act, person).await?;
    }
    // Whoever asks names who comes next; whoever was long away, or lived in a house that a backup
    // brought back, leaves the page to the coordination of its territory.
    if way == Way::Asked && standing.as_person().is_some() {
        refuse_last_manager(&mut act, person).await?;
    }
    empty(&mut act, holdings, &known, way).await?;
    act.commit().await?;
    // What stands in the way only delays it: the clockwork folds again.
    db.fold().await?;
    Ok(())
}

/// Empties an account in an act that the caller commits.
pub(super) async fn empty(
    act: &mut Act,
    holdings: &Holdings,
    person: &Person,
    way: Way,
) -> db::Result<()> {
    for face in faces(act, person).await? {
        for holding in holdings.each() {
            holding.erase(act, &face).await?;
        }
    }
    let key = stored(&format!("moderation:{}", person.id));
    store::privacy::erasures::done(act, person.id, (way.name(), &key)).await?;
    act.record(&person.id, &Erased { way: way.name() }).await
}

/// A person under every name and address they had, the present ones last: texts that hold a
/// former one are found too.
async fn faces(read: &mut Read, person: &Person) -> db::Result<Vec<Person>> {
    let former = store::privacy::own::former(read, person.id).await?;
    let face = |(kind, words): (String, String)| match kind.as_str() {
        "mail" => Person { mail: Some(words), ..person.clone() },
        _ => Person { name: words, ..person.clone() },
    };
    Ok(former.into_iter().map(face).chain([person.clone()]).collect())
}

/// Someone signs in: their erasure, if one waits, is taken back, and so are warnings of absence.
pub(crate) async fn came_back(act: &mut Act, person: PersonId) -> db::Result<()> {
    let day = time::civil_day(act.now()).to_string();
    store::privacy::absence::came_back(act, person, &day).await?;
    undo(act, person, "signed_in").await?;
    Ok(())
}

/// Someone came back while their erasure waited: it is taken back, in the act that lets them in.
/// Answers whether there was one.
async fn undo(act: &mut Act, person: PersonId, way: &'static str) -> db::Result<bool> {
    let is_undone = store::privacy::erasures::undo(act, person).await?;
    if is_undone {
        act.record(&person, &ErasureUndone { way }).await?;
    }
    Ok(is_undone)
}

/// Takes an erasure back with the link of the letter, without signing in.
pub async fn undo_by_link(db: &Db, now: Timestamp, secret: &str) -> Result<(), Error> {
    let person = asked_behind(&mut db.read().await?, secret).await?.0;
    let mut act = db.act(now, base::Actor::Person(person), KEY).await?;
    if !undo(&mut act, person, "letter").await? {
        return Err(Refusal::CodeDead.into());
    }
    act.commit().await?;
    Ok(())
}

/// Whose erasure a link takes back, and when it would be done.
pub async fn asked_behind(read: &mut Read, secret: &str) -> Result<(PersonId, Timestamp), Error> {
    let found = store::privacy::erasures::by_link(read, &stored(secret)).await?;
    Ok(found.ok_or(Refusal::CodeDead)?)
}

/// Erases those whose days of grace are over; answers how many. Doing it twice does no more.
pub async fn erase_due(db: &Db, now: Timestamp, holdings: &Holdings) -> Result<u64, Error> {
    let due = store::privacy::erasures::due(&mut db.read().await?, now, AT_ONCE).await?;
    let standing = Standing::clockwork();
    let mut erased = 0;
    for person in due {
        match erase_account(db, (now, &standing), holdings, (person, Way::Asked)).await {
            Ok(()) => erased += 1,
            Err(Error::Refused(_) | Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(erased)
}

/// The hash by which moderation finds again what an erased person had published.
pub async fn moderation_key(read: &mut Read, person: PersonId) -> db::Result<Option<String>> {
    store::privacy::erasures::moderation_key(read, person).await
}

fn check_own(standing: &Standing, person: PersonId) -> Result<(), Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    if standing.as_person() != Some(person) {
        return Err(Error::NotAllowed);
    }
    if standing.is_fresh { Ok(()) } else { Err(Refusal::ProveAgain.into()) }
}

async fn known(read: &mut Read, person: PersonId) -> Result<Person, Error> {
    let known = store::persons::by_id(read, person).await?;
    known.filter(|it| it.state != PersonState::Erased).ok_or(Error::NotFound)
}

/// Whether no other administrator is left who can sign in.
pub async fn is_last_administrator(
    read: &mut Read,
    person: PersonId,
    now: Timestamp,
) -> db::Result<bool> {
    let holders = crate::looks::holders(read, &Scope::House, now).await?;
    let administrators = holders.iter().filter(|(held, _)| held.role == Role::Administrator);
    let (own, others): (Vec<_>, Vec<_>) =
        administrators.partition(|(held, _)| held.person == person);
    Ok(!own.is_empty() && !others.iter().any(|(_, it)| it.state == PersonState::Active))
}

async fn refuse_last_administrator(act: &mut Act, person: PersonId) -> Result<(), Error> {
    let now = act.now();
    if is_last_administrator(act, person, now).await? {
        return Err(Refusal::LastAdministrator.into());
    }
    Ok(())
}

/// The places that nobody but that person keeps, each with the role that they hold there.
pub async fn kept_alone(
    read: &mut Read,
    person: PersonId,
    now: Timestamp,
) -> db::Result<Vec<HeldRole>> {
    let mut alone = Vec::new();
    for held in crate::looks::roles(read, person, now).await? {
        let keeps = held.role == Role::PlaceManager && matches!(held.scope, Scope::Place(_));
        if !keeps || !held.is_in_force(now) {
            continue;
        }
        let team = crate::looks::holders(read, &held.scope, now).await?;
        let is_other = |it: &HeldRole| it.role == Role::PlaceManager && it.person != person;
        if !team.iter().any(|(it, _)| is_other(it)) {
            alone.push(held);
        }
    }
    Ok(alone)
}

async fn refuse_last_manager(act: &mut Act, person: PersonId) -> Result<(), Error> {
    let now = act.now();
    let alone = kept_alone(act, person, now).await?;
    if alone.is_empty() { Ok(()) } else { Err(Refusal::SuccessorNeeded.into()) }
}
