//! Corrections proposed by the public: taken without an account, judged by those who keep the
//! page or its territory, applied as edits, told to who proposed them.

use super::edit::{Wish, apply, living, put_state, written};
use super::{DIRECTORY, Error, check};
use crate::events::{CorrectionConfirmed, CorrectionDecided, CorrectionProposed};
use crate::letters;
use crate::may::{Verb, hand};
use crate::model::{ChangeKind, Correction, CorrectionState, Hand, Place, PlaceState, Subject};
use crate::refusal::Refusal;
use crate::rules::dress::{WORDS_MAX_CHARS, checked_words};
use crate::rules::edit::checked_value;
use crate::rules::whereabouts::scopes;
use crate::store::corrections;
use base::{CorrectionId, PlaceId, Timestamp, time};
use db::{Act, Db};
use intake::standard::FieldName;
use people::Standing;
use people::actions::{Letterhead, ask_to_confirm};
use web::nonce;

/// What begins the keys of addresses to confirm for corrections.
pub(crate) const CONFIRM: &str = "correction";

/// Corrections of one place that wait without a confirmed address, at most: a page is not to be
/// buried.
const UNCONFIRMED_MAX: i64 = 20;
/// Corrections of all places in an hour, at most.
const AN_HOUR_MAX: i64 = 1_000;

/// What someone proposes.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// What is wrong.
    pub subject: Subject,
    /// The value it should have, as the standard writes it; empty when only words are given.
    pub value: String,
    /// Their words.
    pub words: String,
    /// Where to tell the outcome; may be empty.
    pub mail: String,
}

/// Takes a proposal. Answers the code of its status page.
pub async fn propose(
    db: &Db,
    (now, once): (Timestamp, &str),
    (standing, head): (&Standing, &Letterhead),
    place: PlaceId,
    proposal: &Proposal,
) -> Result<String, Error> {
    let mut act = db.act(now, standing.actor, DIRECTORY).await?;
    let stored = living(&mut act, place).await?;
    check(standing, Verb::Propose, &scopes(&stored))?;
    let words = checked_words(&proposal.words, WORDS_MAX_CHARS)?;
    let field = proposal.subject.field();
    let value = match field {
        Some(field) => checked_value(field, &proposal.value)?,
        None => String::new(),
    };
    if value.is_empty() && words.is_empty() && proposal.subject != Subject::Closed {
        return Err(Refusal::WordsNeeded.into());
    }
    let since = now - time::SignedDuration::from_hours(1);
    if corrections::unconfirmed_of(&mut act, place).await? >= UNCONFIRMED_MAX
        || corrections::since(&mut act, since).await? >= AN_HOUR_MAX
    {
        return Err(Refusal::TooOften.into());
    }
    let code = nonce();
    if !act.is_first(once).await? {
        return Ok(code);
    }
    let mail = Some(proposal.mail.trim().to_owned()).filter(|it| !it.is_empty());
    let seen = field.map(|it| stored.body.fields.get(it).into_owned()).unwrap_or_default();
    let correction = Correction {
        id: act.id(),
        place,
        subject: proposal.subject,
        seen,
        value,
        words,
        mail: mail.clone(),
        is_confirmed: standing.as_person().is_some(),
        state: CorrectionState::Waiting,
        kept: String::new(),
        reason: String::new(),
        made_at: now,
        decided_at: None,
    };
    corrections::insert(&mut act, &correction, &followed(&code)).await?;
    if let Some(mail) = &mail {
        let key = format!("{CONFIRM}:{}", correction.id);
        ask_to_confirm(&mut act, head, mail, &key).await?;
    }
    let event = CorrectionProposed { place: place.to_string(), subject: proposal.subject.name() };
    act.record(&correction.id, &event).await?;
    act.commit().await?;
    Ok(code)
}

/// The hash under which the code of a status page is stored.
pub(crate) fn followed(code: &str) -> String {
    crate::fingerprint(code.as_bytes())
}

/// The proposer's address is theirs: the correction weighs more, and its outcome will be told.
pub async fn confirm_address(act: &mut Act, correction: CorrectionId) -> Result<(), Error> {
    corrections::confirm(act, correction).await?;
    act.record(&correction, &CorrectionConfirmed {}).await?;
    Ok(())
}

/// What is decided when a correction is accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What goes on the page, as the standard writes it; empty for what has no field.
    pub value: String,
    /// Words for who proposed it; may be empty.
    pub reason: String,
}

/// Accepts a correction, whole or in part: what is kept goes on the page.
pub async fn accept(
    db: &Db,
    now: Timestamp,
    (standing, head): (&Standing, &Letterhead),
    correction: CorrectionId,
    decision: &Decision,
) -> Result<(), Error> {
    let (mut act, found, mut stored, hand) = judged(db, now, standing, correction).await?;
    let kept = match found.subject.field() {
        Some(field) if !decision.value.trim().is_empty() => {
            let value = checked_value(field, &decision.value)?;
            put(&mut act, &mut stored, (field, &value), hand).await?;
            value
        }
        Some(_) | None => String::new(),
    };
    if found.subject == Subject::Closed && stored.state != PlaceState::Closed {
        let reason = "correction";
        put_state(&mut act, &mut stored, (PlaceState::Closed, reason)).await?;
    }
    let is_whole = kept == found.value;
    let state = if is_whole { CorrectionState::Accepted } else { CorrectionState::Partly };
    let reason = checked_words(&decision.reason, WORDS_MAX_CHARS)?;
    settle(&mut act, (&found, &stored), (state, hand), (&kept, &reason), head).await?;
    act.commit().await?;
    Ok(())
}

async fn put(
    act: &mut Act,
    stored: &mut Place,
    (field, value): (FieldName, &str),
    hand: Hand,
) -> Result<(), Error> {
    if *stored.body.fields.get(field) == *value {
        return Ok(());
    }
    let fields = [(field, Some(written(act, value.to_owned())))];
    let wish = Wish { fields: &fields, hand, kind: ChangeKind::Correction };
    apply(act, stored, &wish).await?;
    Ok(())
}

/// Refuses a correction, and says why to who proposed it.
pub async fn decline(
    db: &Db,
    now: Timestamp,
    (standing, head): (&Standing, &Letterhead),
    correction: CorrectionId,
    reason: &str,
) -> Result<(), Error> {
    let (mut act, found, stored, hand) = judged(db, now, standing, correction).await?;
    let reason = checked_words(reason, WORDS_MAX_CHARS)?;
    if reason.is_empty() {
        return Err(Refusal::ReasonNeeded.into());
    }
    let decided = (CorrectionState::Refused, hand);
    settle(&mut act, (&found, &stored), decided, ("", &reason), head).await?;
    act.commit().await?;
    Ok(())
}

async fn judged(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    correction: CorrectionId,
) -> Result<(Act, Correction, Place, Hand), Error> {
    let mut act = db.act(now, standing.actor, DIRECTORY).await?;
    let found = corrections::by_id(&mut act, correction).await?.ok_or(Error::NotFound)?;
    let stored = living(&mut act, found.place).await?;
    let scopes = scopes(&stored);
    check(standing, Verb::Judge, &scopes)?;
    if found.state != CorrectionState::Waiting {
        return Err(Refusal::AlreadyDecided.into());
    }
    let hand = hand(standing, &scopes).unwrap_or(Hand::House);
    Ok((act, found, stored, hand))
}

/// Writes the decision, tells it to a proposer whose address was confirmed, and forgets the
/// address.
async fn settle(
    act: &mut Act,
    (correction, place): (&Correction, &Place),
    (state, hand): (CorrectionState, Hand),
    (kept, reason): (&str, &str),
    head: &Letterhead,
) -> Result<(), Error> {
    if !corrections::decide(act, correction.id, state, (kept, reason)).await? {
        return Err(Refusal::AlreadyDecided.into());
    }
    if let Some(mail) = correction.mail.as_ref().filter(|_| correction.is_confirmed) {
        letters::correction_decided(act, head, mail, (place, state, reason)).await?;
    }
    let event = CorrectionDecided {
        place: place.id.to_string(),
        state: state.name(),
        as_role: hand.name(),
    };
    act.record(&correction.id, &event).await?;
    Ok(())
}
