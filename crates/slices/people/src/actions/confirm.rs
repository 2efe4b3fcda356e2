//! Confirming by letter something done without an account: a correction, a rating.
//!
//! A slice that took something from the public calls [`ask_to_confirm`] in its own act, under a
//! key of its own (`corrections:corr_…`). The link of the letter leads to `/confirmer/{secret}`;
//! there, who the slice registered ([`crate::pages::Confirms`]) opens an act, calls [`confirmed`]
//! in it, and does what was waiting. The link works once, for 48 hours.

use super::codes::Letterhead;
use super::{Error, stored};
use crate::events::CodeSent;
use crate::letters;
use crate::model::{Code, Purpose};
use crate::refusal::Refusal;
use crate::rules::{address::Address, lives};
use crate::store;
use base::Timestamp;
use db::{Act, Read};
use web::nonce;

/// Posts a letter with a link, in the act of the slice that asks. Answers whether one left: an
/// address that got too many in an hour gets no more, and the page says the same all the same.
pub async fn ask_to_confirm(
    act: &mut Act,
    head: &Letterhead,
    mail: &str,
    key: &str,
) -> Result<bool, Error> {
    let (address, now) = (Address::read(mail)?, act.now());
    let since = lives::codes_since(now);
    let sent = store::codes::sent_since(act, (&address.key, Purpose::Confirm), since).await?;
    if sent >= lives::CODES_PER_HOUR_MAX {
        return Ok(false);
    }
    let secret = nonce() + &nonce();
    let code = Code {
        id: act.id(),
        purpose: Purpose::Confirm,
        mail: address.text,
        person: None,
        digits: String::new(),
        way: key.to_owned(),
        tries: 0,
        made_at: now,
        ends_at: lives::confirm_end(now),
        used_at: None,
    };
    store::codes::insert(act, &code, &stored(&secret)).await?;
    letters::code(act, head, &code, None, (&secret, "")).await?;
    act.record(&code.id, &CodeSent { purpose: code.purpose.name() }).await?;
    Ok(true)
}

/// The address and the key behind a link, which is then used up. None when it does not work, or
/// no longer.
pub async fn confirmed(act: &mut Act, secret: &str) -> Result<Option<(String, String)>, Error> {
    let now = act.now();
    let Some(code) = waiting(act, now, secret).await? else { return Ok(None) };
    if !store::codes::take(act, code.id).await? {
        return Ok(None);
    }
    Ok(Some((code.mail, code.way)))
}

/// The key behind a link that still works; nothing is used up.
pub(crate) async fn asked(read: &mut Read, now: Timestamp, secret: &str) -> Result<String, Error> {
    let code = waiting(read, now, secret).await?;
    Ok(code.map(|it| it.way).ok_or(Refusal::CodeDead)?)
}

async fn waiting(read: &mut Read, now: Timestamp, secret: &str) -> Result<Option<Code>, Error> {
    let code = store::codes::by_link(read, &stored(secret)).await?;
    Ok(code.filter(|it| it.purpose == Purpose::Confirm && lives::is_usable(it, now)))
}
