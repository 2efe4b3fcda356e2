//! R1, second half: the power is cut at any write. And R2, the proof that the test sees: with
//! `synchronous=NORMAL` it must find losses.

use super::{Ending, Ground, Outcome, cry};
use crate::chance::Chance;
use crate::house::House;
use crate::ledger::{Ledger, Tally};
use anyhow::Result;
use std::ops::Range;

/// How the database asks the disk to keep what is committed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Synchronous {
    /// Before it answers: what the program does.
    Full,
    /// Now and then: what a mistake would do.
    Normal,
}

/// Cuts the power once for each seed, each in a house of its own.
pub fn power_cuts(ground: &Ground, seeds: Range<u64>, synchronous: Synchronous) -> Result<Outcome> {
    let is_calibration = synchronous == Synchronous::Normal;
    let name = if is_calibration { "calibration" } else { "power" };
    let (mut total, mut with_loss, mut corrupt) = (Tally::default(), 0, 0);
    for seed in seeds.clone() {
        let mut house = ground.house("power")?;
        if is_calibration {
            let choice = ("MAILLAGE_TEST_SYNCHRONOUS".to_owned(), "NORMAL".to_owned());
            house.program.environment.push(choice);
        }
        match one_cut(ground, &mut house, seed) {
            Ok(tally) => {
                total = total.and(tally);
                if !tally.is_whole() {
                    with_loss += 1;
                    if !is_calibration {
                        cry(name, seed, &format!("{tally:?}"));
                    }
                }
            }
            Err(error) => {
                corrupt += 1;
                if !is_calibration {
                    cry(name, seed, &format!("{error:#}"));
                }
            }
        }
    }
    let saw = format!(
        "{} cuts, {} acknowledged, {} lost in {with_loss} cuts, {} doubled, {corrupt} corrupt",
        seeds.count(),
        total.acknowledged,
        total.lost,
        total.doubled
    );
    Ok(if is_calibration {
        Outcome {
            promise: "R2 calibration: synchronous=NORMAL must lose",
            ending: Ending::kept_if(total.lost > 0),
            said: saw,
        }
    } else {
        Outcome {
            promise: "R1 power cut",
            ending: Ending::kept_if(
                with_loss == 0 && corrupt == 0 && total.acknowledged > 0 && total.doubled == 0,
            ),
            said: saw,
        }
    })
}

/// One house, one cut: between the first write and a few hundred of them, keeping nothing, all,
/// half or little of what was not synced.
fn one_cut(ground: &Ground, house: &mut House, seed: u64) -> Result<Tally> {
    let mut chance = Chance::new(seed);
    let ledger = Ledger::new();
    ledger.prepare(house)?;
    let weather = ground.weather(house)?;
    let kept = chance.one_of(&[0, 100, 50, 10]).copied().unwrap_or(50);
    let writes = i64::try_from(5 + chance.below(900))?;
    weather.cut_after(writes, seed, kept)?;
    // A cut may come before it listens: then nothing was promised, and the house must still open.
    if let Ok(running) = house.program.start() {
        ledger.crowd(house, running.address, 4, 250);
    }
    house.program.weather = None;
    ledger.check(house)
}
