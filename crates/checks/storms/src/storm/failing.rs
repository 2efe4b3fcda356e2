//! R3: the n-th call that writes or syncs fails, for every n. What is not written is never
//! acknowledged, the answer says to come back, and the next visitor is served.

use super::{Ending, Ground, Outcome, cry};
use crate::client::Client;
use crate::ledger::Ledger;
use crate::weather::{Failure, Weather, Word};
use anyhow::{Context as _, Result};
use std::ops::Range;

/// What the failures of one run came to.
#[derive(Default)]
struct Count {
    tried: u64,
    struck: u64,
    answered_503: u64,
    answered_otherwise: Vec<String>,
    not_healed: u64,
}

/// Fails the n-th call, for each n and each way to fail, in one program that must stay up.
pub fn failing_calls(ground: &Ground, numbers: Range<u64>) -> Result<Outcome> {
    let mut house = ground.house("failing")?;
    let ledger = Ledger::new();
    let weather = ground.weather(&mut house)?;
    let mut count = Count::default();
    let mut running = house.program.start()?;
    let mut client = Client::new(running.address);
    for number in numbers {
        for failure in Failure::ALL {
            ledger.prepare(&house)?;
            strike(&ledger, &house, &weather, &mut client, (number, failure), &mut count)?;
            if !running.is_there() {
                cry("failing", number, &format!("{failure:?}: the process ended"));
                count.not_healed += 1;
                running = house.program.start()?;
                client = Client::new(running.address);
            }
        }
    }
    drop(running);
    house.program.weather = None;
    let (tally, panics) = (ledger.check(&house)?, house.program.panics()?);
    let is_kept = tally.is_whole()
        && panics.is_empty()
        && count.answered_otherwise.is_empty()
        && count.not_healed == 0
        && count.struck > 0;
    Ok(Outcome {
        promise: "R3 n-th failing call",
        ending: Ending::kept_if(is_kept),
        said: format!(
            "{} failures armed, {} struck, {} answered 503, {} otherwise, {} not healed; \
             {} acknowledged, {} lost, {} doubled, {} done though refused, {} panics",
            count.tried,
            count.struck,
            count.answered_503,
            count.answered_otherwise.len(),
            count.not_healed,
            tally.acknowledged,
            tally.lost,
            tally.doubled,
            tally.done_though_refused,
            panics.len()
        ),
    })
}

/// Arms one failure, does deeds until it strikes, then sees that the house is well again.
fn strike(
    ledger: &Ledger,
    house: &crate::house::House,
    weather: &Weather,
    client: &mut Client,
    (number, failure): (u64, Failure),
    count: &mut Count,
) -> Result<()> {
    // A short write alone is nothing: the disk is full after it.
    let times = if failure == Failure::Short { 2 } else { 1 };
    weather.fail(i64::try_from(number)?, failure, times)?;
    count.tried += 1;
    for _ in 0..40 {
        let answer = ledger.do_next(client, house);
        if let Ok(503 | 507) = answer {
            count.answered_503 += 1;
        } else if !matches!(answer, Ok(200..400)) {
            let why = format!("{failure:?}: answered {answer:?}");
            cry("failing", number, &why);
            count.answered_otherwise.push(why);
        }
        if weather.get(Word::Failed)? > 0 {
            count.struck += 1;
            break;
        }
    }
    weather.clear()?;
    let status = ledger.do_next(client, house).context("after the failure").unwrap_or(0);
    if !(200..400).contains(&status) {
        cry("failing", number, &format!("{failure:?}: not healed, {status}"));
        count.not_healed += 1;
    }
    Ok(())
}
