//! What moderation does by itself: it shows again what nobody looked at in 48 hours, and forgets
//! who reported what was decided a year ago.

use crate::actions::Error;
use crate::events::ShownAgain;
use crate::may::{Verb, may};
use crate::model::Visibility;
use crate::rules::deadlines;
use crate::{Moderation, letters, store};
use base::Timestamp;
use people::Standing;

/// What a sweep did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Things shown again because nobody looked in time.
    pub shown_again: usize,
    /// Cases and reports that lost what identified people.
    pub forgotten: u64,
}

/// Keeps the deadlines up to `now`. Done twice, it does nothing the second time.
pub async fn sweep(house: &Moderation, now: Timestamp) -> Result<Swept, Error> {
    let standing = Standing::clockwork();
    if !may(&standing, Verb::KeepDeadlines, &[]) {
        return Err(Error::NotAllowed);
    }
    let shown_again = show_again(house, now, &standing).await?;
    let mut chore = house.app.db.chore(now, "moderation-memory").await?;
    let before = deadlines::forgotten_before(now);
    let forgotten = store::cases::forget(&mut chore, before).await?
        + store::reports::forget(&mut chore, before).await?;
    chore.commit().await?;
    Ok(Swept { shown_again, forgotten })
}

async fn show_again(
    house: &Moderation,
    now: Timestamp,
    standing: &Standing,
) -> Result<usize, Error> {
    let mut act = house.app.db.act(now, standing.actor, "moderation").await?;
    let mut shown_again = 0;
    for mut case in store::cases::overdue(&mut act, now).await? {
        let after = case.status.after_waiting(now);
        let Some(space) = house.space_of(&case.subject) else { continue };
        if after == case.status {
            continue;
        }
        case.status = after;
        case.was_shown_again = true;
        space.set(&mut act, &case.subject.id, Visibility::Shown, None).await?;
        store::cases::update(&mut act, &case).await?;
        letters::kept(&mut act, house, &case).await?;
        act.record(&case.id, &ShownAgain {}).await?;
        shown_again += 1;
    }
    if shown_again > 0 {
        act.commit().await?;
    }
    Ok(shown_again)
}
