//! The job that carries a letter.
//!
//! The letter is claimed, carried without holding the database, then marked. Between the last
//! two a process may die: the letter is then carried again, byte for byte the same.

use super::address::Address;
use super::bounce;
use super::events::MailBounced;
use super::house::{Carried, MailHouse};
use super::letter::Content;
use super::message::{self, Leaving};
use super::state::State;
use super::token::Key;
use crate::store::letters;
use crate::{Handler, Job, Worker};
use base::{Actor, MailId, Timestamp, time};
use db::{Act, Chore, Db, Result};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Attempts at a letter: about three days with the pauses of the queue.
const ATTEMPTS_MAX: i64 = 40;
/// Attempts at an urgent letter: about two hours. Later, nobody waits for it any more.
const URGENT_ATTEMPTS_MAX: i64 = 8;

/// What gives the present.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// A letter is to be sent.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendMail {
    letter: String,
}

impl Job for SendMail {
    const KIND: &'static str = "work.send_mail";
}

/// Teaches a worker to carry letters.
#[must_use]
pub fn teach(worker: Worker, db: Db, house: Arc<MailHouse>, clock: Clock) -> Worker {
    // The letter counts its attempts and ends by itself: the queue never gives up before it.
    worker.with_patience(SendMail::KIND, 2 * ATTEMPTS_MAX, handler(db, house, clock))
}

/// What does the job.
pub fn handler(db: Db, house: Arc<MailHouse>, clock: Clock) -> Handler {
    Box::new(move |body| {
        let (db, house, clock) = (db.clone(), house.clone(), clock.clone());
        Box::pin(async move {
            let job: SendMail = serde_json::from_str(&body).map_err(|it| it.to_string())?;
            send(&db, &house, &clock, job.letter.parse()?).await
        })
    })
}

pub(super) async fn queue_sending(act: &mut Act, id: MailId, is_urgent: bool) -> Result<()> {
    let job = SendMail { letter: id.to_string() };
    if is_urgent { crate::queue_urgent(act, &job).await } else { crate::queue(act, &job).await }
}

/// A letter that was given up is not tried any more; tried again, it is at once.
pub(super) async fn withdraw_sending(act: &mut Act, id: MailId) -> Result<()> {
    crate::queue::withdraw(act, &SendMail { letter: id.to_string() }).await
}

/// A letter that was claimed.
struct Claimed {
    row: letters::Leaving,
    content: Content,
    key: Key,
}

async fn send(
    db: &Db,
    house: &MailHouse,
    clock: &Clock,
    id: MailId,
) -> std::result::Result<(), String> {
    let said = |error: db::Error| error.to_string();
    let Some(letter) = claim(db, house, clock(), id).await.map_err(said)? else {
        return Ok(());
    };
    let carried = match composed(house, &letter, id) {
        Ok(message) => house.carry(id, message).await,
        // Its reason could name somebody.
        Err(_) => Carried::Refused { reply: "the letter could not be composed".into() },
    };
    match carried {
        Carried::Later { reply } => later(db, clock(), id, &letter.row, &reply).await,
        Carried::Refused { reply } => refused(db, clock(), id, &letter, &reply).await.map_err(said),
        Carried::Sent => ended(db, clock(), id, State::Sent, None).await.map_err(said),
        Carried::Kept => ended(db, clock(), id, State::Kept, None).await.map_err(said),
    }
}

/// Takes the letter in hand, unless it does not wait any more or its address bounced before.
async fn claim(db: &Db, house: &MailHouse, now: Timestamp, id: MailId) -> Result<Option<Claimed>> {
    let mut chore = db.chore(now, &id.to_string()).await?;
    let Some(row) = letters::claim(&mut chore, id).await? else { return Ok(None) };
    let key = key(&mut chore).await?;
    if house.is_sending() && !may_go(&mut chore, &key, &row).await? {
        letters::end(&mut chore, id, State::Suppressed, None).await?;
        chore.commit().await?;
        return Ok(None);
    }
    chore.commit().await?;
    let content = serde_json::from_str(&row.content)
        .map_err(|error| db::Error::Decode(format!("content of a letter: {error}")))?;
    Ok(Some(Claimed { row, content, key }))
}

/// Whether letters go to that address; to one that bounced, an urgent letter does once a day.
async fn may_go(chore: &mut Chore, key: &Key, row: &letters::Leaving) -> Result<bool> {
    let Ok(address) = row.recipient.parse::<Address>() else { return Ok(true) };
    let mark = key.mark(&address);
    if letters::suppression(chore, &mark).await?.is_none() {
        return Ok(true);
    }
    let day_ago = time::days_after(chore.now(), -1);
    Ok(row.is_urgent && letters::try_suppressed(chore, &mark, day_ago).await?)
}

fn composed(
    house: &MailHouse,
    letter: &Claimed,
    id: MailId,
) -> std::result::Result<lettre::Message, String> {
    let leaving = Leaving {
        to: &letter.row.recipient,
        token: &letter.key.token(id),
        posted_at: crate::desk::instant(letter.row.posted_at).map_err(|it| it.to_string())?,
        locale: &letter.row.locale,
        subject: &letter.row.subject,
        content: &letter.content,
    };
    message::compose(house, &leaving)
}

async fn ended(
    db: &Db,
    now: Timestamp,
    id: MailId,
    state: State,
    reason: Option<&str>,
) -> Result<()> {
    let mut chore = db.chore(now, &id.to_string()).await?;
    letters::end(&mut chore, id, state, reason).await?;
    chore.commit().await
}

/// The queue will try again, until there were attempts enough.
async fn later(
    db: &Db,
    now: Timestamp,
    id: MailId,
    row: &letters::Leaving,
    reply: &str,
) -> std::result::Result<(), String> {
    let attempts_max = if row.is_urgent { URGENT_ATTEMPTS_MAX } else { ATTEMPTS_MAX };
    let said = |error: db::Error| error.to_string();
    if row.attempts >= attempts_max {
        return ended(db, now, id, State::Failed, Some(reply)).await.map_err(said);
    }
    let mut chore = db.chore(now, &id.to_string()).await.map_err(said)?;
    letters::note(&mut chore, id, reply).await.map_err(said)?;
    chore.commit().await.map_err(said)?;
    // What the queue logs is a code; what a server says could name somebody.
    Err(format!("the letter did not leave ({})", codes(reply)))
}

/// The server said no for good: the letter has bounced, and so has its address if that is why.
async fn refused(db: &Db, now: Timestamp, id: MailId, letter: &Claimed, reply: &str) -> Result<()> {
    let mut act = db.act(now, Actor::Clockwork, &id.to_string()).await?;
    if letters::bounce(&mut act, id, reply).await?.is_none() {
        return Ok(());
    }
    let is_dead = bounce::is_dead_by_reply(reply);
    let bounced = Bounced { recipient: &letter.row.recipient, status: codes(reply), is_dead };
    came_back(&mut act, &letter.key, id, &bounced).await?;
    act.commit().await
}

/// A letter that will not arrive, and what is known of why.
pub(super) struct Bounced<'a> {
    pub(super) recipient: &'a str,
    pub(super) status: String,
    pub(super) is_dead: bool,
}

/// Lists the address if it is dead, and leaves a line in the journal.
pub(super) async fn came_back(
    act: &mut Act,
    key: &Key,
    id: MailId,
    bounced: &Bounced<'_>,
) -> Result<()> {
    let address = bounced.recipient.parse::<Address>().ok().filter(|_| bounced.is_dead);
    if let Some(address) = &address {
        letters::suppress(act, id, &key.mark(address), &bounced.status).await?;
    }
    let event = MailBounced { status: &bounced.status, is_suppressed: address.is_some() };
    act.record(&id, &event).await
}

/// The outbox's secret, made the first time it is needed.
async fn key(chore: &mut Chore) -> Result<Key> {
    if let Some(secret) = letters::secret(chore).await? {
        return Key::read(&secret);
    }
    letters::keep_secret(chore, &Key::draw()?).await?;
    // Another process may have been first: what counts is what is kept.
    let kept = letters::secret(chore).await?;
    Key::read(&kept.ok_or_else(|| db::Error::Decode("the outbox has no secret".into()))?)
}

/// The numbers a reply begins with, `550 5.1.1`; the whole when it is not a server's.
fn codes(reply: &str) -> String {
    let is_code = |word: &&str| word.chars().all(|c| c.is_ascii_digit() || c == '.');
    let codes: Vec<&str> = reply.split_whitespace().take(2).take_while(is_code).collect();
    if codes.is_empty() { reply.into() } else { codes.join(" ") }
}
