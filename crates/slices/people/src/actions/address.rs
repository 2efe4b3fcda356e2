//! Changing one's address: the new one is proved, the old one is told.

use super::app::tell;
use super::codes::{AskedCode, Letterhead, Proof, send, tried_code};
use super::prove::{own_account, renew};
use super::{Error, Own, check, key};
use crate::Standing;
use crate::events::{AccountChanged, SessionEnded};
use crate::letters::Notice;
use crate::may::Verb;
use crate::model::Purpose;
use crate::refusal::Refusal;
use crate::rules::address::Address;
use crate::store;
use base::Timestamp;
use db::Db;
use web::Keys;

/// Sends a link and digits to the new address. The answer is the same whether it has an account
/// or not: only who reads its letters learns it.
pub async fn ask_for_address(
    db: &Db,
    (now, keys): (Timestamp, &Keys),
    standing: &Standing,
    (own, head): (&Own, &Letterhead),
    mail: &str,
) -> Result<AskedCode, Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    if !standing.is_fresh {
        return Err(Refusal::ProveAgain.into());
    }
    let address = Address::read(mail)?;
    let known = own_account(&mut db.read().await?, own).await?;
    let act = db.act(now, standing.actor, &key(&address.key)).await?;
    send(act, keys, head, (Purpose::ChangeMail, &address), (Some(&known), "/compte")).await
}

/// Takes the new address. The old one gets a letter, every other session ends, and what was sent
/// to the old address no longer works. Answers the session's new secret.
pub async fn change_address(
    db: &Db,
    (now, keys): (Timestamp, &Keys),
    standing: &Standing,
    (own, head): (&Own, &Letterhead),
    proof: &Proof,
) -> Result<String, Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    let code = tried_code(db, (now, keys), Purpose::ChangeMail, proof).await?;
    if code.person != Some(own.person) {
        return Err(Refusal::CodeDead.into());
    }
    let address = Address::read(&code.mail)?;
    let mut act = db.act(now, standing.actor, &key(&address.key)).await?;
    if !store::codes::take(&mut act, code.id).await? {
        return Err(Refusal::CodeDead.into());
    }
    let taken = store::persons::by_mail(&mut act, &address.key).await?;
    if taken.is_some_and(|it| it.id != own.person) {
        return Err(Refusal::MailTaken.into());
    }
    tell(&mut act, own, head, Notice::MailChanged).await?;
    let old = own_account(&mut act, own).await?.mail.unwrap_or_default();
    store::privacy::own::remember(&mut act, own.person, ("mail", &old)).await?;
    let old = old.to_lowercase();
    for purpose in [Purpose::SignIn, Purpose::Prove, Purpose::ChangeMail] {
        store::codes::kill(&mut act, &old, purpose).await?;
    }
    store::persons::set_mail(&mut act, own.person, (&address.text, &address.key)).await?;
    act.record(&own.person, &AccountChanged { what: "mail" }).await?;
    let secret = renew(&mut act, own, false).await?;
    if store::sessions::end_others(&mut act, own.person, Some(own.session)).await? > 0 {
        act.record(&own.person, &SessionEnded { reason: "mail".into() }).await?;
    }
    act.commit().await?;
    Ok(secret)
}
