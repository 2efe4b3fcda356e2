//! Keeps the deadlines of moderation while the house is open.

use moderation::{Moderation, clockwork};
use std::time::Duration;

/// How often deadlines are looked at: they are counted in hours.
const EVERY: Duration = Duration::from_mins(5);

pub(super) async fn keep_for_ever(house: Moderation) {
    loop {
        if let Err(error) = clockwork::sweep(&house, house.app.now()).await {
            tracing::warn!(%error, "the deadlines of moderation could not be kept");
        }
        tokio::time::sleep(EVERY).await;
    }
}
