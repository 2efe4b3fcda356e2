//! Everything that has an end, in one list: what, how long, how much is due at an instant, and its
//! destruction. The page that previews and the sweep that destroys read the same list, so that
//! what is announced is what is done.

use crate::actions::Error;
use crate::events::Forgotten;
use crate::rules::lives;
use crate::store;
use crate::store::privacy::retention::{self as rows, Statements};
use base::{Actor, LineId, Timestamp, time};
use db::{Db, Read};

/// What has an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Sessions that are over: a day after.
    Sessions,
    /// Sessions that nobody used: fourteen days, and one more.
    IdleSessions,
    /// Links and digits sent by mail: a day after they stopped working.
    Codes,
    /// Wrong proofs: a day.
    Failures,
    /// Invitations that were answered: thirty days after.
    AnsweredInvitations,
    /// Invitations that nobody answered: thirty days after their end.
    DeadInvitations,
    /// Keys of forms that were sent: two days.
    FormKeys,
    /// Requests about one's data: five years after the answer, to prove it was given.
    AnsweredRequests,
    /// Consents withdrawn: five years after, to prove what was agreed to.
    WithdrawnConsents,
    /// What letters said, and that there were letters; the outbox forgets them itself.
    Letters,
}

/// One line of the preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// The rule.
    pub rule: Rule,
    /// How many would go at that instant.
    pub due: u64,
    /// When it last ran, how many went then, and since ever.
    pub last: Option<(Timestamp, u64, u64)>,
}

impl Rule {
    /// Every rule.
    pub const ALL: [Self; 10] = [
        Self::Sessions,
        Self::IdleSessions,
        Self::Codes,
        Self::Failures,
        Self::AnsweredInvitations,
        Self::DeadInvitations,
        Self::FormKeys,
        Self::AnsweredRequests,
        Self::WithdrawnConsents,
        Self::Letters,
    ];

    /// Stable name: in the journal, and in the keys of its words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sessions => "sessions",
            Self::IdleSessions => "idle-sessions",
            Self::Codes => "codes",
            Self::Failures => "failures",
            Self::AnsweredInvitations => "answered-invitations",
            Self::DeadInvitations => "dead-invitations",
            Self::FormKeys => "form-keys",
            Self::AnsweredRequests => "answered-requests",
            Self::WithdrawnConsents => "withdrawn-consents",
            Self::Letters => "letters",
        }
    }

    /// What ended, or was left, before that instant goes.
    fn before(self, now: Timestamp) -> Timestamp {
        let days = |n: i64| time::days_after(now, -n);
        match self {
            Self::Sessions | Self::Failures => days(1),
            Self::IdleSessions => time::days_after(lives::idle_since(now), -1),
            Self::Codes => lives::codes_kept_since(now),
            Self::FormKeys => lives::keys_kept_since(now),
            Self::AnsweredInvitations | Self::DeadInvitations => days(30),
            Self::AnsweredRequests | Self::WithdrawnConsents => time::months_after(now, -60),
            Self::Letters => time::months_after(now, -12),
        }
    }

    const fn statements(self) -> Option<Statements> {
        match self {
            Self::Sessions => Some(rows::SESSIONS),
            Self::IdleSessions => Some(rows::IDLE_SESSIONS),
            Self::Codes => Some(rows::CODES),
            Self::Failures => Some(rows::FAILURES),
            Self::AnsweredInvitations => Some(rows::ANSWERED_INVITATIONS),
            Self::DeadInvitations => Some(rows::DEAD_INVITATIONS),
            Self::AnsweredRequests => Some(rows::ANSWERED_REQUESTS),
            Self::WithdrawnConsents => Some(rows::WITHDRAWN_CONSENTS),
            Self::FormKeys | Self::Letters => None,
        }
    }

    async fn due(self, read: &mut Read, now: Timestamp) -> db::Result<u64> {
        let before = self.before(now);
        let count = match (self, self.statements()) {
            (_, Some(statements)) => rows::due(read, statements, before).await?,
            (Self::FormKeys, None) => read.keys_before(before).await?,
            (_, None) => {
                let due = work::mail::due(read, now).await?;
                return Ok(due.blanked + due.deleted);
            }
        };
        Ok(u64::try_from(count).unwrap_or_default())
    }
}

/// What would go at `now`, rule by rule, and what went last time.
pub async fn preview(read: &mut Read, now: Timestamp) -> db::Result<Vec<Outlook>> {
    let runs = rows::runs(read).await?;
    let count = |n: i64| u64::try_from(n).unwrap_or_default();
    let mut all = Vec::with_capacity(Rule::ALL.len());
    for rule in Rule::ALL {
        let last = runs
            .iter()
            .find(|it| it.rule == rule.name())
            .map(|it| (store::instant(it.at), count(it.forgotten), count(it.forgotten_ever)));
        all.push(Outlook { rule, due: rule.due(read, now).await?, last });
    }
    Ok(all)
}

/// Destroys what is due at `now`; answers how much, rule by rule, for those that had something.
/// Each rule is an act of its own, with its count in the journal. Doing it twice does no more.
pub async fn sweep(db: &Db, now: Timestamp) -> Result<Vec<(Rule, u64)>, Error> {
    let mut done = Vec::new();
    for rule in Rule::ALL {
        if rule.due(&mut db.read().await?, now).await? == 0 {
            continue;
        }
        let forgotten = if rule == Rule::Letters {
            let swept = work::mail::sweep(db, now).await?;
            journalled(db, now, rule, Some(swept.blanked + swept.deleted)).await?
        } else {
            journalled(db, now, rule, None).await?
        };
        done.push((rule, forgotten));
    }
    Ok(done)
}

async fn journalled(
    db: &Db,
    now: Timestamp,
    rule: Rule,
    already: Option<u64>,
) -> Result<u64, Error> {
    let mut act = db.act(now, Actor::Clockwork, "retention").await?;
    let before = rule.before(now);
    let count = match (already, rule.statements()) {
        (Some(count), _) => count,
        (None, Some(statements)) => rows::forget(&mut act, statements, before).await?,
        (None, None) => act.forget_keys_before(before).await?,
    };
    rows::ran(&mut act, rule.name(), count).await?;
    let line: LineId = act.id();
    act.record(&line, &Forgotten { rule: rule.name(), count }).await?;
    act.commit().await?;
    Ok(count)
}
