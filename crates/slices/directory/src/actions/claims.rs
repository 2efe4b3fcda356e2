//! Claiming a page: by a code sent to an address that the page publishes, by a letter, or by the
//! coordination of the territory. The role is given by who proves or decides, never by oneself.

use super::edit::living;
use super::{DIRECTORY, Error, check};
use crate::events::{ClaimCode, ClaimDecided, PageClaimed};
use crate::letters;
use crate::may::Verb;
use crate::model::{Claim, ClaimState, ClaimWay, Place};
use crate::refusal::Refusal;
use crate::rules::claim::{CLAIMS_A_DAY_MAX, CODES_A_DAY_MAX, code_end, takes_code};
use crate::rules::dress::{WORDS_MAX_CHARS, checked_words};
use crate::rules::whereabouts::scopes;
use crate::store::{claims, drafts};
use base::{Actor, ClaimId, PersonId, PlaceId, Timestamp, time};
use db::{Act, Db};
use people::Standing;
use people::actions::{Letterhead, give_role_within};
use people::model::{Role, Scope};
use web::{Keys, random_bytes};

/// A claim was made; whether a letter really left is nobody's business.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which.
    pub id: ClaimId,
}

/// Letters of a code: none that is read for another.
const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const CODE_LETTERS: usize = 8;

/// Claims a page by a code sent to its `nth` published mail address.
pub async fn claim_by_code(
    db: &Db,
    (now, once, keys): (Timestamp, &str, &Keys),
    (standing, head): (&Standing, &Letterhead),
    place: PlaceId,
    nth: usize,
) -> Result<Asked, Error> {
    let (mut act, stored, person) = begin(db, now, standing, place).await?;
    let mail = stored.body.fields.emails.get(nth).ok_or(Refusal::WayClosed)?.clone();
    let code = code();
    let claim = claim(&mut act, &stored, (person, ClaimWay::Mail), "");
    let claim = Claim { seal: seal(keys, claim.id, &code), ..claim };
    let asked = Asked { id: claim.id };
    let day = time::days_after(now, -1);
    let sent = claims::codes_since(&mut act, place, day).await?;
    let made = claims::by_person_since(&mut act, person, day).await?;
    if sent >= CODES_A_DAY_MAX || made >= CLAIMS_A_DAY_MAX || !act.is_first(once).await? {
        return Ok(asked);
    }
    claims::insert(&mut act, &claim).await?;
    letters::claim_code(&mut act, head, &mail, (&stored, &code)).await?;
    record_claim(&mut act, &claim).await?;
    act.commit().await?;
    Ok(asked)
}

/// Claims a page by a letter sent to its postal address, or by the word of the coordination of
/// its territory: someone there prints the letter or decides.
pub async fn claim_of_pole(
    db: &Db,
    (now, once): (Timestamp, &str),
    standing: &Standing,
    place: PlaceId,
    (way, words): (ClaimWay, &str),
) -> Result<Asked, Error> {
    let (mut act, stored, person) = begin(db, now, standing, place).await?;
    let words = checked_words(words, WORDS_MAX_CHARS)?;
    match way {
        ClaimWay::Letter if stored.body.fields.street.is_empty() => {
            return Err(Refusal::WayClosed.into());
        }
        ClaimWay::Pole if words.is_empty() => return Err(Refusal::WordsNeeded.into()),
        ClaimWay::Mail => return Err(Refusal::WayClosed.into()),
        ClaimWay::Letter | ClaimWay::Pole => {}
    }
    let made = claims::by_person_since(&mut act, person, time::days_after(now, -1)).await?;
    if made >= CLAIMS_A_DAY_MAX {
        return Err(Refusal::TooOften.into());
    }
    let claim = claim(&mut act, &stored, (person, way), &words);
    let asked = Asked { id: claim.id };
    if act.is_first(once).await? {
        claims::insert(&mut act, &claim).await?;
        record_claim(&mut act, &claim).await?;
        act.commit().await?;
    }
    Ok(asked)
}

async fn begin(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    place: PlaceId,
) -> Result<(Act, Place, PersonId), Error> {
    let mut act = db.act(now, standing.actor, DIRECTORY).await?;
    let stored = living(&mut act, place).await?;
    check(standing, Verb::Claim, &scopes(&stored))?;
    let person = standing.as_person().ok_or(Error::NotAllowed)?;
    if standing.holds(Role::PlaceManager, &[Scope::Place(place)]) {
        return Err(Refusal::AlreadyHeld.into());
    }
    Ok((act, stored, person))
}

fn claim(act: &mut Act, place: &Place, (person, way): (PersonId, ClaimWay), words: &str) -> Claim {
    let now = act.now();
    Claim {
        id: act.id(),
        place: place.id,
        person,
        way,
        state: ClaimState::Waiting,
        seal: String::new(),
        tries: 0,
        words: words.to_owned(),
        made_at: now,
        ends_at: code_end(way, now),
        reason: String::new(),
    }
}

async fn record_claim(act: &mut Act, claim: &Claim) -> Result<(), Error> {
    let event = PageClaimed { place: claim.place.to_string(), way: claim.way.name() };
    act.record(&claim.id, &event).await?;
    Ok(())
}

/// Types the code of a claim. Right, it gives the page; wrong, it is counted. The answer is the
/// same for a claim that is over, of someone else, or that never was.
pub async fn prove(
    db: &Db,
    (now, keys): (Timestamp, &Keys),
    standing: &Standing,
    claim: ClaimId,
    typed: &str,
) -> Result<PlaceId, Error> {
    let person = standing.as_person().ok_or(Error::NotAllowed)?;
    let wrong = || Err(Refusal::CodeWrong.into());
    let mut act = db.act(now, Actor::Clockwork, DIRECTORY).await?;
    let found = claims::by_id(&mut act, claim).await?;
    let Some(found) = found.filter(|it| it.person == person && takes_code(it, now)) else {
        return wrong();
    };
    if !keys.is_seal("claim", &sealed(claim, typed), &found.seal) {
        claims::count_try(&mut act, claim).await?;
        act.record(&claim, &ClaimCode { what: "wrong" }).await?;
        act.commit().await?;
        return wrong();
    }
    let stored = living(&mut act, found.place).await?;
    granted(&mut act, &Standing::clockwork(), (&found, &stored), found.way.name()).await?;
    act.commit().await?;
    Ok(found.place)
}

/// Gives the page to who claimed it; who decides answers for it.
pub async fn grant(
    db: &Db,
    now: Timestamp,
    (standing, head): (&Standing, &Letterhead),
    claim: ClaimId,
    reason: &str,
) -> Result<(), Error> {
    let (mut act, found, stored) = judged(db, now, standing, claim).await?;
    let reason = checked_words(reason, WORDS_MAX_CHARS)?;
    granted(&mut act, standing, (&found, &stored), &reason).await?;
    letters::claim_decided(&mut act, head, (found.person, &stored), (true, &reason)).await?;
    act.commit().await?;
    Ok(())
}

/// Refuses a claim, and says why to who made it.
pub async fn refuse(
    db: &Db,
    now: Timestamp,
    (standing, head): (&Standing, &Letterhead),
    claim: ClaimId,
    reason: &str,
) -> Result<(), Error> {
    let (mut act, found, stored) = judged(db, now, standing, claim).await?;
    let reason = checked_words(reason, WORDS_MAX_CHARS)?;
    if reason.is_empty() {
        return Err(Refusal::ReasonNeeded.into());
    }
    decided(&mut act, &found, ClaimState::Refused, &reason).await?;
    letters::claim_decided(&mut act, head, (found.person, &stored), (false, &reason)).await?;
    act.commit().await?;
    Ok(())
}

/// Makes the code of the letter that is printed for a claim. A letter printed again has another
/// code, and the former works no more.
pub async fn written_letter(
    db: &Db,
    (now, keys): (Timestamp, &Keys),
    standing: &Standing,
    claim: ClaimId,
) -> Result<(Place, String), Error> {
    let (mut act, found, stored) = judged(db, now, standing, claim).await?;
    if found.way != ClaimWay::Letter {
        return Err(Error::NotFound);
    }
    let code = code();
    let (seal, ends_at) = (seal(keys, claim, &code), code_end(ClaimWay::Letter, now));
    claims::put_code(&mut act, claim, (&seal, ends_at)).await?;
    act.record(&claim, &ClaimCode { what: "printed" }).await?;
    act.commit().await?;
    Ok((stored, code))
}

async fn judged(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    claim: ClaimId,
) -> Result<(Act, Claim, Place), Error> {
    let mut act = db.act(now, standing.actor, DIRECTORY).await?;
    let found = claims::by_id(&mut act, claim).await?.ok_or(Error::NotFound)?;
    let stored = living(&mut act, found.place).await?;
    check(standing, Verb::JudgeClaim, &scopes(&stored))?;
    if standing.as_person() == Some(found.person) {
        return Err(Refusal::OwnClaim.into());
    }
    if found.state != ClaimState::Waiting {
        return Err(Refusal::AlreadyDecided.into());
    }
    Ok((act, found, stored))
}

async fn granted(
    act: &mut Act,
    giver: &Standing,
    (claim, place): (&Claim, &Place),
    reason: &str,
) -> Result<(), Error> {
    decided(act, claim, ClaimState::Granted, reason).await?;
    let scope = Scope::Place(place.id);
    let offered = (claim.person, Role::PlaceManager, &scope);
    match give_role_within(act, giver, offered, (&scopes(place), "claim")).await {
        Ok(_) | Err(people::actions::Error::Refused(people::refusal::Refusal::RoleHeld)) => {}
        Err(error) => return Err(error.into()),
    }
    drafts::take_back(act, place.id).await?;
    Ok(())
}

async fn decided(
    act: &mut Act,
    claim: &Claim,
    state: ClaimState,
    reason: &str,
) -> Result<(), Error> {
    if !claims::decide(act, claim.id, state, reason).await? {
        return Err(Refusal::AlreadyDecided.into());
    }
    let event = ClaimDecided { place: claim.place.to_string(), state: state.name() };
    act.record(&claim.id, &event).await?;
    Ok(())
}

/// Forty bits: with five tries in its life, a code is not guessed.
fn code() -> String {
    let letter = |byte: u8| char::from(ALPHABET[usize::from(byte) % ALPHABET.len()]);
    random_bytes::<CODE_LETTERS>().into_iter().map(letter).collect()
}

fn seal(keys: &Keys, claim: ClaimId, code: &str) -> String {
    keys.seal("claim", &sealed(claim, code))
}

/// A code as people type it: small letters, spaces and hyphens count for nothing.
fn sealed(claim: ClaimId, typed: &str) -> String {
    let code: String =
        typed.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase();
    format!("{claim}|{code}")
}
