//! R1, first half: the process is killed at any moment, again and again, in one house.

use super::{Ending, Ground, Outcome, cry};
use crate::chance::Chance;
use crate::ledger::Ledger;
use anyhow::Result;
use std::ops::Range;
use std::time::Duration;

/// Kills the program once for each seed; each time it recovers from all that came before.
pub fn killed(ground: &Ground, seeds: Range<u64>) -> Result<Outcome> {
    let house = ground.house("kill")?;
    let ledger = Ledger::new();
    let mut broken = 0;
    for seed in seeds.clone() {
        let mut chance = Chance::new(seed);
        ledger.prepare(&house)?;
        let running = house.program.start()?;
        let address = running.address;
        let patience = Duration::from_millis(50 + chance.draw() % 350);
        std::thread::scope(|scope| {
            scope.spawn(|| ledger.crowd(&house, address, 4, 100));
            std::thread::sleep(patience);
            running.kill()
        })?;
        match ledger.check(&house) {
            Ok(tally) if tally.is_whole() => {}
            Ok(tally) => {
                broken += 1;
                cry("kill", seed, &format!("{tally:?}"));
            }
            Err(error) => {
                broken += 1;
                cry("kill", seed, &format!("{error:#}"));
            }
        }
    }
    let (tally, panics) = (ledger.check(&house)?, house.program.panics()?);
    let is_kept = broken == 0 && panics.is_empty() && tally.acknowledged > 0;
    Ok(Outcome {
        promise: "R1 kill -9",
        ending: Ending::kept_if(is_kept),
        said: format!(
            "{} kills, {} acknowledged, {} lost, {} doubled, {} done without an answer, \
             {broken} bad rounds",
            seeds.count(),
            tally.acknowledged,
            tally.lost,
            tally.doubled,
            tally.silent
        ),
    })
}
