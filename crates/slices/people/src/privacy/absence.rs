//! Accounts that nobody uses: a letter after 23 months, another when thirty days are left, and
//! after 24 months the account is erased (reliability C2). Coming back stops it.
//!
//! Whoever was not warned is not erased: when the house was closed for months, letters leave when
//! it opens again and thirty days go by after the second. A clock that steps back does nothing.

use super::{Holdings, erase};
use crate::Standing;
use crate::actions::{Error, Letterhead};
use crate::events::AbsenceWarned;
use crate::privacy::erase::Way;
use crate::rules::absence::{Step, end, first_day_of_interest, next_step};
use crate::{letters, store};
use base::{Actor, PersonId, Timestamp};
use web::App;

/// Accounts looked at in one reading.
const PAGE: i64 = 200;

/// What a sweep did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Absences {
    /// Letters of the first warning.
    pub warned: u64,
    /// Letters of the second.
    pub warned_again: u64,
    /// Accounts erased.
    pub erased: u64,
}

/// Warns and erases those whose turn it is at `now`. Doing it twice does no more.
pub async fn sweep(app: &App, now: Timestamp, holdings: &Holdings) -> Result<Absences, Error> {
    let day = first_day_of_interest(now).to_string();
    let (mut done, mut last) = (Absences::default(), String::new());
    loop {
        let mut read = app.db.read().await?;
        let page = store::privacy::absence::since(&mut read, &day, (&last, PAGE)).await?;
        drop(read);
        let Some(end) = page.last() else { return Ok(done) };
        last = end.0.to_string();
        for (person, ..) in page {
            match one(app, now, holdings, person).await? {
                Some(Step::Warn) => done.warned += 1,
                Some(Step::WarnAgain) => done.warned_again += 1,
                Some(Step::Erase) => done.erased += 1,
                None => {}
            }
        }
    }
}

/// The next step for one account, decided on what it is at that instant.
async fn one(
    app: &App,
    now: Timestamp,
    holdings: &Holdings,
    person: PersonId,
) -> Result<Option<Step>, Error> {
    let mut act = app.db.act(now, Actor::Clockwork, "erasure").await?;
    let found = store::privacy::absence::one(&mut act, person).await?;
    let Some((_, seen_on, warned, again)) = found else { return Ok(None) };
    let at = |it: Option<i64>| it.and_then(|it| Timestamp::from_millisecond(it).ok());
    let step = next_step(now, &seen_on, (at(warned), at(again)));
    let (Some(step), Some(known)) = (step, store::persons::by_id(&mut act, person).await?) else {
        return Ok(None);
    };
    if step == Step::Erase {
        drop(act);
        return erased(app, now, holdings, person).await;
    }
    let (time, head) = (if step == Step::Warn { 1 } else { 2 }, Letterhead::to(app, &known));
    letters::absence(&mut act, &head, &known, (time, end(now, &seen_on))).await?;
    store::privacy::absence::warned(&mut act, person, time).await?;
    act.record(&person, &AbsenceWarned { time }).await?;
    act.commit().await?;
    Ok(Some(step))
}

async fn erased(
    app: &App,
    now: Timestamp,
    holdings: &Holdings,
    person: PersonId,
) -> Result<Option<Step>, Error> {
    let standing = Standing::clockwork();
    match erase::erase_other(&app.db, now, &standing, holdings, (person, Way::Absent)).await {
        Ok(()) => Ok(Some(Step::Erase)),
        // The last administrator stays, however long they are away.
        Err(Error::Refused(_) | Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}
