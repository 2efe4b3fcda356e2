//! Choosing one's letters, and stopping them.

use crate::actions::{Error, check, key};
use crate::events::{ConsentGiven, ConsentWithdrawn, LettersChosen};
use crate::may::Verb;
use crate::refusal::Refusal;
use crate::rules::pace::{LetterKind, Pace};
use crate::{Standing, store};
use base::{Actor, ConsentId, PersonId, Timestamp};
use db::{Act, Db, Read};
use web::Keys;

/// The version of the texts that people agree to on the page of letters. It changes with them.
pub const TEXT_VERSION: &str = "2026-11";

/// What the seals of the links that stop letters are for.
const PURPOSE: &str = "stop-letters";

/// A consent, as the journal of consents keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Which.
    pub id: ConsentId,
    /// What for: `letters-tasks`.
    pub purpose: String,
    /// Which version of the text was read.
    pub version: String,
    /// When it was given.
    pub given_at: Timestamp,
    /// When it was withdrawn, if it was.
    pub withdrawn_at: Option<Timestamp>,
}

/// What someone chose; "never" where they chose nothing.
pub async fn chosen(read: &mut Read, person: PersonId) -> db::Result<Vec<(LetterKind, Pace)>> {
    let found = store::letters::of_person(read, person).await?;
    let pace = |kind| found.iter().find(|it| it.0 == kind).map_or(Pace::Never, |it| it.1);
    Ok(LetterKind::ALL.map(|kind| (kind, pace(kind))).into())
}

/// Everything someone ever agreed to, the last first.
pub async fn consents(read: &mut Read, person: PersonId) -> db::Result<Vec<Consent>> {
    store::consents::of_person(read, person).await
}

/// Chooses the pace of each kind of letter. The first consent asks whether one may give it alone:
/// from fifteen years of age, or with one's parents (reliability C7); no date is kept.
pub async fn choose(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    person: PersonId,
    (wanted, is_old_enough): (&[(LetterKind, Pace)], bool),
) -> Result<(), Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    if standing.as_person() != Some(person) {
        return Err(Error::NotAllowed);
    }
    let mut act = db.act(now, standing.actor, &key(&person.to_string())).await?;
    let before = chosen(&mut act, person).await?;
    let was_asked = before.iter().any(|it| it.1 != Pace::Never);
    let is_new = wanted.iter().any(|it| it.1 != Pace::Never);
    if is_new && !was_asked && !is_old_enough {
        return Err(Refusal::AgeStatement.into());
    }
    let mut has_changed = false;
    for wish in wanted.iter().filter(|it| !before.contains(it)) {
        set(&mut act, person, *wish).await?;
        has_changed = true;
    }
    if has_changed {
        act.commit().await?;
    }
    Ok(())
}

/// Takes back a consent, and what it permitted: one click.
pub async fn withdraw(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    person: PersonId,
    consent: ConsentId,
) -> Result<(), Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    if standing.as_person() != Some(person) {
        return Err(Error::NotAllowed);
    }
    let mut act = db.act(now, standing.actor, &key(&person.to_string())).await?;
    let all = consents(&mut act, person).await?;
    let found = all.into_iter().find(|it| it.id == consent).ok_or(Error::NotFound)?;
    if found.withdrawn_at.is_some() {
        return Ok(());
    }
    let kind = LetterKind::ALL.into_iter().find(|it| it.purpose() == found.purpose);
    match kind {
        Some(kind) => set(&mut act, person, (kind, Pace::Never)).await?,
        None => ended(&mut act, person, &found.purpose).await?,
    }
    act.commit().await?;
    Ok(())
}

/// Where a letter of that kind is stopped, by whoever holds it.
pub fn stop_path(keys: &Keys, person: PersonId, kind: LetterKind) -> String {
    let text = format!("{person}.{}", kind.name());
    format!("/lettres/arreter/{text}.{}", keys.seal(PURPOSE, &text))
}

/// Whose letters a link stops, and which; none when the house did not make it.
pub fn stopped_by(keys: &Keys, token: &str) -> Option<(PersonId, LetterKind)> {
    let (text, seal) = token.rsplit_once('.')?;
    if !keys.is_seal(PURPOSE, text, seal) {
        return None;
    }
    let (person, kind) = text.split_once('.')?;
    Some((person.parse().ok()?, LetterKind::named(kind)?))
}

/// Stops letters of a kind, with the link that they carry. Twice stops no more than once, and
/// nobody learns whether there is still such an account.
pub async fn stop(
    db: &Db,
    (now, keys): (Timestamp, &Keys),
    token: &str,
) -> Result<LetterKind, Error> {
    let (person, kind) = stopped_by(keys, token).ok_or(Error::NotFound)?;
    let mut act = db.act(now, Actor::Person(person), &key(&person.to_string())).await?;
    if chosen(&mut act, person).await?.contains(&(kind, Pace::Never)) {
        return Ok(kind);
    }
    set(&mut act, person, (kind, Pace::Never)).await?;
    act.commit().await?;
    Ok(kind)
}

/// Writes a choice, and the consent that it gives or takes back.
async fn set(act: &mut Act, person: PersonId, (kind, pace): (LetterKind, Pace)) -> db::Result<()> {
    if let Some(due_at) = pace.next_due(act.now()) {
        store::letters::put(act, person, (kind, pace), due_at).await?;
        if store::consents::give(act, person, (kind.purpose(), TEXT_VERSION)).await? {
            let event = ConsentGiven { purpose: kind.purpose(), version: TEXT_VERSION };
            act.record(&person, &event).await?;
        }
    } else {
        store::letters::remove(act, person, kind).await?;
        ended(act, person, kind.purpose()).await?;
    }
    act.record(&person, &LettersChosen { kind: kind.name(), pace: pace.name() }).await
}

async fn ended(act: &mut Act, person: PersonId, purpose: &str) -> db::Result<()> {
    if store::consents::withdraw(act, person, purpose).await? {
        act.record(&person, &ConsentWithdrawn { purpose: purpose.to_owned() }).await?;
    }
    Ok(())
}
