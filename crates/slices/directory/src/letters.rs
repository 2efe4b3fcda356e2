//! The letters that this slice sends: a code to a place, decisions to who asked.

use crate::model::{CorrectionState, Place};
use base::PersonId;
use db::{Act, Result};
use people::actions::Letterhead;
use web::Locale;
use work::mail::{self, Address, Body, Letter, Link};

/// The code of a claim, to an address that the page publishes. It is written for whoever opens
/// the letters of the place, who may have asked nothing.
pub(crate) async fn claim_code(
    act: &mut Act,
    head: &Letterhead,
    to: &str,
    (place, code): (&Place, &str),
) -> Result<()> {
    let words = &head.words;
    let name = place.body.fields.name.as_str();
    let body = Body {
        greeting: words.t("letter-greeting"),
        paragraphs: vec![
            words.with("letter-claim-why", &[("site", &head.site), ("place", name)]),
            words.t("letter-claim-do"),
        ],
        code: Some(format!("{} {}", &code[..4], &code[4..])),
        action: None,
        small_print: words.t("letter-claim-small"),
    };
    let subject = words.put("letter-claim-subject", "place", name);
    post(act, head, to, ("directory.claim_code", subject), body, true).await
}

/// What was decided of a claim.
pub(crate) async fn claim_decided(
    act: &mut Act,
    head: &Letterhead,
    (person, place): (PersonId, &Place),
    (is_granted, reason): (bool, &str),
) -> Result<()> {
    let Some(person) = people::person(act, person).await? else { return Ok(()) };
    let Some(to) = &person.mail else { return Ok(()) };
    let words = &head.words;
    let name = place.body.fields.name.as_str();
    let key = if is_granted { "letter-claim-granted" } else { "letter-claim-refused" };
    let mut paragraphs = vec![words.put(key, "place", name)];
    if !reason.is_empty() {
        paragraphs.push(words.put("letter-reason", "reason", reason));
    }
    let path = if is_granted {
        format!("/mes-lieux/{}", place.id)
    } else {
        format!("/lieux/{}", place.slug)
    };
    let body = Body {
        greeting: words.put("letter-greeting-named", "name", &person.name),
        paragraphs,
        code: None,
        action: Some(Link::new(words.t("letter-see-page"), format!("{}{path}", head.origin))),
        small_print: words.t("letter-claim-decided-small"),
    };
    let subject = words.put("letter-claim-decided-subject", "place", name);
    post(act, head, to, ("directory.claim_decided", subject), body, false).await
}

/// What was decided of a correction.
pub(crate) async fn correction_decided(
    act: &mut Act,
    head: &Letterhead,
    to: &str,
    (place, state, reason): (&Place, CorrectionState, &str),
) -> Result<()> {
    let words = &head.words;
    let name = place.body.fields.name.as_str();
    let mut paragraphs =
        vec![words.put(&format!("letter-correction-{}", state.name()), "place", name)];
    if !reason.is_empty() {
        paragraphs.push(words.put("letter-reason", "reason", reason));
    }
    let url = format!("{}/lieux/{}", head.origin, place.slug);
    let body = Body {
        greeting: words.t("letter-greeting"),
        paragraphs,
        code: None,
        action: Some(Link::new(words.t("letter-see-page"), url)),
        small_print: words.t("letter-correction-small"),
    };
    let subject = words.put("letter-correction-subject", "place", name);
    post(act, head, to, ("directory.correction_decided", subject), body, false).await
}

async fn post(
    act: &mut Act,
    head: &Letterhead,
    to: &str,
    (kind, subject): (&'static str, String),
    body: Body,
    is_urgent: bool,
) -> Result<()> {
    // Letters to places and to the public are in French unless the reader is known.
    let locale = match head.words.locale() {
        Locale::English => Locale::English,
        Locale::French | Locale::EasyFrench => Locale::French,
    };
    let Ok(to) = Address::read(to) else { return Ok(()) };
    match Letter::new(to, kind, locale.code(), &subject, body) {
        Ok(letter) => {
            let letter = if is_urgent { letter.urgent() } else { letter };
            mail::post(act, &letter).await?;
        }
        Err(error) => tracing::error!(kind, %error, "a letter could not be written"),
    }
    Ok(())
}
