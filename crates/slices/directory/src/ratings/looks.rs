//! What pages and the API read of ratings.

use super::model::{Rating, Reply, Sheet, WordsState};
use super::rules::{Spread, Tally};
use crate::store;
use base::{PersonId, PlaceId, RatingId, SheetId, Timestamp};
use db::{Read, Result};

/// Comments read at once.
const COMMENTS_MAX: i64 = 100;

/// What visitors said of a place, as far as it is counted.
#[derive(Clone, Copy, Debug)]
pub struct Summary {
    /// How many, and their points.
    pub tally: Tally,
    /// How they spread.
    pub spread: Spread,
    /// What counts in the whole network.
    pub network: Tally,
    /// How many are counted apart.
    pub apart: u64,
}

/// What is counted of a place.
pub async fn summary(read: &mut Read, place: PlaceId) -> Result<Summary> {
    let (tally, spread) = store::ratings::spread(read, place).await?;
    Ok(Summary {
        tally,
        spread,
        network: store::ratings::network(read).await?,
        apart: store::ratings::apart(read, place).await?,
    })
}

/// The comments of a place that can be read, the newest first, each with the reply that can be.
pub async fn comments(read: &mut Read, place: PlaceId) -> Result<Vec<(Rating, Option<Reply>)>> {
    let all = store::ratings::commented(read, place, COMMENTS_MAX).await?;
    let ids: Vec<RatingId> = all.iter().map(|it| it.id).collect();
    let mut replies =
        if ids.is_empty() { Vec::new() } else { store::replies::to(read, &ids).await? };
    Ok(all
        .into_iter()
        .map(|rating| {
            let at = replies.iter().position(|it| it.rating == rating.id);
            let reply = at.map(|it| replies.swap_remove(it));
            (rating, reply)
        })
        .collect())
}

/// The ratings that moderation took away from a place, the newest first.
pub async fn removed(read: &mut Read, place: PlaceId) -> Result<Vec<Rating>> {
    store::ratings::removed(read, place, COMMENTS_MAX).await
}

/// One rating.
pub async fn rating(read: &mut Read, id: RatingId) -> Result<Option<Rating>> {
    store::ratings::by_id(read, id).await
}

/// The reply to a rating, whoever can read it.
pub async fn reply(read: &mut Read, id: RatingId) -> Result<Option<Reply>> {
    Ok(store::replies::to(read, &[id]).await?.pop())
}

/// Someone's own ratings, the newest first.
pub async fn own(read: &mut Read, person: PersonId) -> Result<Vec<Rating>> {
    store::ratings::of_person(read, person, COMMENTS_MAX).await
}

/// The sheets of a place that still work.
pub async fn sheets(read: &mut Read, place: PlaceId, now: Timestamp) -> Result<Vec<Sheet>> {
    store::visits::of_place(read, place, now).await
}

/// One sheet.
pub async fn sheet(read: &mut Read, id: SheetId) -> Result<Option<Sheet>> {
    store::visits::by_id(read, id).await
}

/// Whether everyone reads those words.
pub fn is_read(state: WordsState) -> bool {
    state == WordsState::Shown
}
