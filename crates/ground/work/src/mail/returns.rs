//! What comes back: a message arrived in the box for returns.
//!
//! Anybody can write to that box. A report is believed when it holds the proof that the house
//! gave the letter, in the address it left from or in its `Message-ID`: without, somebody could
//! silence the mail of another.

use super::bounce::{self, READ_MAX, Report};
use super::sending::{Bounced, came_back};
use super::token::Key;
use crate::store::letters;
use base::{Actor, MailId, Timestamp};
use db::{Db, Result};

/// What was made of a message that came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Returned {
    /// The letter has bounced; letters no longer go to its address.
    Suppressed(MailId),
    /// The letter has bounced for another reason than its address.
    Bounced(MailId),
    /// The letter is late or did arrive: nothing changes.
    Passing(MailId),
    /// It is a report, but of no letter that could bounce: nothing changes.
    Unknown,
    /// It is no report: an answer, an advertisement, noise.
    NotAReport,
}

/// Takes a message that arrived in the box for returns. The same one twice changes nothing more.
pub async fn take_bounce(db: &Db, now: Timestamp, raw: &[u8]) -> Result<Returned> {
    let report = bounce::read(raw);
    if report == Report::None {
        return Ok(Returned::NotAReport);
    }
    let Some(secret) = letters::secret(&mut db.read().await?).await? else {
        return Ok(Returned::Unknown);
    };
    let key = Key::read(&secret)?;
    let Some(id) = key.find(&raw[..raw.len().min(READ_MAX)]) else {
        return Ok(Returned::Unknown);
    };
    let Report::Permanent(status) = report else { return Ok(Returned::Passing(id)) };
    let mut act = db.act(now, Actor::Clockwork, &id.to_string()).await?;
    let status_text = status.to_string();
    let Some(recipient) = letters::bounce(&mut act, id, &status_text).await? else {
        return Ok(Returned::Unknown);
    };
    let is_dead = status.is_of_a_dead_address();
    let bounced = Bounced { recipient: &recipient, status: status_text, is_dead };
    came_back(&mut act, &key, id, &bounced).await?;
    act.commit().await?;
    Ok(if is_dead { Returned::Suppressed(id) } else { Returned::Bounced(id) })
}
