//! When ratings arrive in a way that looks organised. They are then counted apart and people look
//! at them; none is ever deleted for that (participation 7.11).

use crate::ratings::model::{Proof, Rating, RatingState};
use base::Timestamp;
use base::time::SignedDuration;
use moderation::rules::signals::is_burst;

/// The least that is usual for a place: one rating in two days.
const USUAL_A_DAY_MIN: f64 = 0.5;
/// Over how many days the usual is counted.
pub const USUAL_DAYS: i64 = 90;
/// From how many ratings of one network in a day on they are together.
const ONE_NETWORK: usize = 4;

/// The instant after which a rating belongs to the last day.
pub fn day_before(now: Timestamp) -> Timestamp {
    now.saturating_sub(SignedDuration::from_hours(24)).unwrap_or(now)
}

/// The instant after which ratings tell what is usual.
pub fn usual_since(now: Timestamp) -> Timestamp {
    now.saturating_sub(SignedDuration::from_hours(24 * USUAL_DAYS)).unwrap_or(now)
}

/// Among the ratings of the last day (the newest included) those to put apart. `usual` is how
/// many there were in the ninety days before. Codes come from the desk, often from the computers
/// of the place itself: sharing a network says nothing of them.
pub fn put_apart<'a>(of_the_day: &'a [Rating], usual: u64) -> Vec<&'a Rating> {
    #[expect(clippy::cast_precision_loss, reason = "a few thousand at most")]
    let expected = (usual as f64 / USUAL_DAYS as f64).max(USUAL_A_DAY_MIN);
    let counts = |it: &&'a Rating| it.state == RatingState::Counted;
    if is_burst(of_the_day.len(), expected) {
        return of_the_day.iter().filter(counts).collect();
    }
    let on_network = |network: &str| {
        let same = of_the_day.iter().filter(|it| it.proof != Proof::Code && it.network == network);
        same.count()
    };
    of_the_day
        .iter()
        .filter(counts)
        .filter(|it| it.proof != Proof::Code && !it.network.is_empty())
        .filter(|it| on_network(&it.network) >= ONE_NETWORK)
        .collect()
}
