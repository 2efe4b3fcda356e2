//! The outbox as the administration sees it, and what a person decides.
//!
//! A code or a link that opens an account is hidden from whoever reads a letter that left or will
//! leave: reading the outbox must not be a way into other people's accounts. Letters that were
//! kept, in a development, show it: nobody else will.

use super::address::Address;
use super::events::{MailForgiven, MailGivenUp, MailRetried};
use super::letter::{Body, Content, Link};
use super::sending::{queue_sending, withdraw_sending};
use super::state::State;
use super::token::Key;
use crate::desk::{as_text, instant};
use crate::store::letters::{self, Row};
use base::{MailId, Timestamp};
use db::{Act, Read, Result};
use serde::Serialize;

/// What stands for what is hidden.
const HIDDEN: &str = "••••••";

/// A letter in a list.
#[derive(Clone, Debug, Serialize)]
pub struct MailLine {
    /// Its id.
    #[serde(serialize_with = "as_text")]
    pub id: MailId,
    /// What it is for, `people.sign_in`.
    pub kind: String,
    /// To whom; empty once forgotten.
    pub to: String,
    /// Its subject; empty once forgotten.
    pub subject: String,
    /// The code of its language.
    pub locale: String,
    /// Where it stands.
    pub state: State,
    /// How often it was tried.
    pub attempts: i64,
    /// When it was posted.
    pub posted_at: Timestamp,
    /// When it was sent, kept, refused or given up.
    pub ended_at: Option<Timestamp>,
    /// What the mail server said, without addresses.
    pub reason: Option<String>,
    /// Whether somebody waits for it.
    pub is_urgent: bool,
    /// Whether it opens something.
    pub is_secret: bool,
}

/// A letter read.
#[derive(Clone, Debug, Serialize)]
pub struct MailView {
    /// What a list says of it.
    pub line: MailLine,
    /// What it says; none once forgotten.
    pub body: Option<Body>,
    /// The way out it offers.
    pub unsubscribe: Option<Link>,
    /// Whether codes and links are hidden.
    pub is_hidden: bool,
}

/// An address that letters no longer go to.
#[derive(Clone, Debug, Serialize)]
pub struct Silence {
    /// What the mail server said.
    pub reason: String,
    /// Since when.
    pub since: Timestamp,
}

/// Letters, latest first: of one state or of all, those before `before`, at most `limit`.
pub async fn recent(
    read: &mut Read,
    state: Option<State>,
    before: Option<MailId>,
    limit: u32,
) -> Result<Vec<MailLine>> {
    let rows = letters::list(read, state, before, limit).await?;
    rows.into_iter().map(MailLine::try_from).collect()
}

/// The letters to an address, in the order they were posted: at most a thousand.
pub async fn sent_to(read: &mut Read, address: &Address) -> Result<Vec<MailLine>> {
    const LETTERS_MAX: u32 = 1_000;
    let rows = letters::sent_to(read, &address.canonical(), LETTERS_MAX).await?;
    rows.into_iter().map(MailLine::try_from).collect()
}

/// One letter, as it was laid out.
pub async fn one(read: &mut Read, id: MailId) -> Result<Option<MailView>> {
    let Some(row) = letters::one(read, id).await? else { return Ok(None) };
    let content: Option<Content> = match row.content.as_str() {
        "" => None,
        text => Some(
            serde_json::from_str(text)
                .map_err(|error| db::Error::Decode(format!("content of a letter: {error}")))?,
        ),
    };
    let line = MailLine::try_from(row)?;
    let is_hidden = line.is_secret && line.state != State::Kept;
    let (body, unsubscribe) = content.map(|it| (it.body, it.unsubscribe)).unzip();
    let body = body.map(|it| if is_hidden { hidden(it) } else { it });
    Ok(Some(MailView { line, body, unsubscribe: unsubscribe.flatten(), is_hidden }))
}

/// How many letters stand where; every state is there.
pub async fn counts(read: &mut Read) -> Result<Vec<(State, i64)>> {
    let rows = letters::counts(read).await?;
    let count = |state: State| rows.iter().find(|it| it.state == state.word()).map_or(0, |it| it.n);
    Ok(State::ALL.into_iter().map(|state| (state, count(state))).collect())
}

/// Whether letters no longer go to an address, and why.
pub async fn silence(read: &mut Read, address: &Address) -> Result<Option<Silence>> {
    let Some(mark) = mark(read, address).await? else { return Ok(None) };
    let found = letters::suppression(read, &mark).await?;
    found.map(|it| Ok(Silence { reason: it.reason, since: instant(it.since)? })).transpose()
}

/// Has a letter that ended badly tried again. Answers false, having done nothing, when it did
/// not end badly or when what it said is forgotten.
pub async fn try_again(act: &mut Act, id: MailId) -> Result<bool> {
    let Some(is_urgent) = letters::try_again(act, id).await? else { return Ok(false) };
    queue_sending(act, id, is_urgent).await?;
    act.record(&id, &MailRetried {}).await?;
    Ok(true)
}

/// Gives up a letter that waits or failed. Answers false, having done nothing, otherwise. One
/// that is leaving at that very moment leaves, and says so.
pub async fn give_up(act: &mut Act, id: MailId) -> Result<bool> {
    if !letters::give_up(act, id).await? {
        return Ok(false);
    }
    withdraw_sending(act, id).await?;
    act.record(&id, &MailGivenUp {}).await?;
    Ok(true)
}

/// Lets letters go again to an address that had bounced. Answers false, having done nothing, when
/// it had not.
pub async fn forgive(act: &mut Act, address: &Address) -> Result<bool> {
    let Some(mark) = mark(act, address).await? else { return Ok(false) };
    let Some(id) = letters::forgive(act, &mark).await? else { return Ok(false) };
    act.record(&id, &MailForgiven {}).await?;
    Ok(true)
}

/// Removes every trace of an address: its letters, whatever became of them, and its listing. It
/// leaves no line of its own in the journal: the erasure of the account does.
///
/// A last letter that says goodbye is posted after, in the same act.
pub async fn erase(act: &mut Act, address: &Address) -> Result<()> {
    letters::erase(act, &address.canonical()).await?;
    if let Some(mark) = mark(act, address).await? {
        letters::forgive(act, &mark).await?;
    }
    Ok(())
}

/// What stands for the address; none when no letter ever left, so that nothing can be listed.
async fn mark(read: &mut Read, address: &Address) -> Result<Option<String>> {
    let secret = letters::secret(read).await?;
    secret.map(|it| Ok(Key::read(&it)?.mark(address))).transpose()
}

fn hidden(body: Body) -> Body {
    Body {
        code: body.code.map(|_| HIDDEN.into()),
        action: body.action.map(|it| Link { label: it.label, url: HIDDEN.into() }),
        ..body
    }
}

impl TryFrom<Row> for MailLine {
    type Error = db::Error;

    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.parse().map_err(db::Error::Decode)?,
            kind: row.kind,
            to: row.recipient,
            subject: row.subject,
            locale: row.locale,
            state: State::read(&row.state)?,
            attempts: row.attempts,
            posted_at: instant(row.posted_at)?,
            ended_at: row.ended_at.map(instant).transpose()?,
            reason: row.reason,
            is_urgent: row.is_urgent,
            is_secret: row.is_secret,
        })
    }
}
