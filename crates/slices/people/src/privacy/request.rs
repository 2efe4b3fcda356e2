//! What someone asks about their data and cannot do alone: a person answers, within a month.

use crate::actions::{Error, check};
use crate::events::{RequestAnswered, RequestMade};
use crate::may::Verb;
use crate::model::Scope;
use crate::refusal::Refusal;
use crate::{Standing, store};
use base::{PersonId, RequestId, Timestamp, time};
use db::Db;

/// Longest request, in characters.
pub const TEXT_MAX_CHARS: usize = 2_000;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// To know what is held, where the page does not say it.
    Access,
    /// To have something corrected.
    Rectify,
    /// To have something erased.
    Erase,
    /// That something be done no more.
    Object,
    /// That something be set aside while it is disputed.
    Restrict,
    /// Something else.
    Other,
}

/// A request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Which.
    pub id: RequestId,
    /// Whose.
    pub person: PersonId,
    /// What for.
    pub kind: Kind,
    /// In their words.
    pub text: String,
    /// When.
    pub made_at: Timestamp,
    /// Until when it is to be answered.
    pub due_at: Timestamp,
    /// When it was.
    pub answered_at: Option<Timestamp>,
    /// How: `done` or `refused`.
    pub outcome: Option<String>,
}

/// How a request is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was done.
    Done,
    /// It was not, and the person was told why.
    Refused,
}

impl Outcome {
    /// Stable name, for storage.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Refused => "refused",
        }
    }
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Access, Self::Rectify, Self::Erase, Self::Object, Self::Restrict, Self::Other];

    /// Stable name, for storage and for the keys of its words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Access => "access",
            Self::Rectify => "rectify",
            Self::Erase => "erase",
            Self::Object => "object",
            Self::Restrict => "restrict",
            Self::Other => "other",
        }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// Asks something; answers until when it is to be answered. A form sent twice asks once.
pub async fn make(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    person: PersonId,
    (kind, text, once): (Kind, &str, &str),
) -> Result<Timestamp, Error> {
    check(standing, Verb::KeepOwnAccount, &[])?;
    let text = text.trim();
    if text.is_empty() || text.chars().count() > TEXT_MAX_CHARS {
        return Err(Refusal::RequestText.into());
    }
    let mut act = db.act(now, standing.actor, "requests").await?;
    let due_at = time::months_after(now, 1);
    if !act.is_first(once).await? {
        return Ok(due_at);
    }
    let request = Request {
        id: act.id(),
        person,
        kind,
        text: text.to_owned(),
        made_at: now,
        due_at,
        answered_at: None,
        outcome: None,
    };
    store::privacy::requests::insert(&mut act, &request).await?;
    act.record(&request.id, &RequestMade { kind: kind.name() }).await?;
    act.commit().await?;
    Ok(due_at)
}

/// Writes down that a request was answered.
pub async fn answer(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    request: RequestId,
    outcome: Outcome,
) -> Result<(), Error> {
    check(standing, Verb::AnswerRequest, &[Scope::House])?;
    let mut act = db.act(now, standing.actor, "requests").await?;
    let found = store::privacy::requests::by_id(&mut act, request).await?;
    let found = found.ok_or(Error::NotFound)?;
    // Nobody decides on what they ask themselves.
    if standing.as_person() == Some(found.person) {
        return Err(Error::NotAllowed);
    }
    if store::privacy::requests::answer(&mut act, request, outcome.name()).await? {
        act.record(&request, &RequestAnswered { outcome: outcome.name() }).await?;
        act.commit().await?;
    }
    Ok(())
}

/// What waits for an answer, the most pressing first, for those who may read it.
pub async fn waiting(db: &Db, standing: &Standing) -> Result<Vec<Request>, Error> {
    check(standing, Verb::AnswerRequest, &[Scope::House])?;
    Ok(store::privacy::requests::waiting(&mut db.read().await?, 200).await?)
}
