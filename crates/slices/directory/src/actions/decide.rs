//! A person says of two records whether they are the same place. It outlives every run.

use super::{DIRECTORY, Error, check};
use crate::clockwork::Match;
use crate::events::Decided;
use crate::may::Verb;
use crate::store;
use base::{HarvestId, Timestamp};
use db::Db;
use people::Standing;
use people::model::Scope;

/// What a person can say of two records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// One and the same place.
    Same,
    /// A service inside another place.
    Hosted,
    /// Two places.
    Different,
}

impl Verdict {
    /// Stable name, for storage.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Hosted => "hosted",
            Self::Different => "different",
        }
    }

    /// The verdict stored under that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Same, Self::Hosted, Self::Different].into_iter().find(|it| it.name() == name)
    }
}

/// Stores the decision (`(source, identifier in that source)` each) and queues a matching.
pub async fn decide(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    pair: [(String, String); 2],
    verdict: Verdict,
) -> Result<(), Error> {
    check(standing, Verb::Decide, &[Scope::House])?;
    let [mut a, mut b] = pair;
    if b < a {
        std::mem::swap(&mut a, &mut b);
    }
    let mut act = db.act(now, standing.actor, DIRECTORY).await?;
    store::places::put_decision(&mut act, &a, &b, verdict.name()).await?;
    let id: HarvestId = act.id();
    act.record(&id, &Decided { a: &a, b: &b, verdict: verdict.name() }).await?;
    work::queue(&mut act, &Match {}).await?;
    act.commit().await?;
    Ok(())
}
