//! R9: the clock of the machine jumps, forwards, backwards, over a change of hour and over a 29th
//! of February. Nothing breaks, nothing acknowledged is lost, and what ends ends when it should.

use super::{Ending, Ground, Outcome, cry};
use crate::client::Client;
use crate::house::{House, now};
use crate::ledger::Ledger;
use crate::store;
use crate::weather::{Weather, Word};
use anyhow::{Result, ensure};
use base::Timestamp;
use std::sync::atomic::Ordering;

const HOUR_S: i64 = 3_600;
const DAY_S: i64 = 24 * HOUR_S;
/// Deeds after each jump.
const DEEDS: usize = 12;

/// Jumps, and does deeds after each.
pub fn jumping_clock(ground: &Ground) -> Result<Outcome> {
    let mut house = ground.house("clock")?;
    let ledger = Ledger::new();
    ledger.prepare(&house)?;
    let weather = ground.weather(&mut house)?;
    let running = house.program.start()?;
    let mut client = Client::new(running.address);
    let (mut jumps, mut broken) = (0, 0);
    let mut refused = Vec::new();
    for shift_s in shifts() {
        ledger.prepare(&house)?;
        jump(&house, &weather, shift_s)?;
        jumps += 1;
        for _ in 0..DEEDS {
            match ledger.do_next(&mut client, &house) {
                Ok(status) if status < 400 => {}
                // A session that ended while the clock was ahead, or has not begun, opens nothing.
                Ok(status @ (401 | 403)) => refused.push(status),
                other => {
                    broken += 1;
                    cry("clock", 0, &format!("at {shift_s} s: {other:?}"));
                }
            }
        }
    }
    jump(&house, &weather, 0)?;
    let ends = what_ends(&house, &weather, &mut client);
    drop(running);
    house.program.weather = None;
    let (tally, panics) = (ledger.check(&house)?, house.program.panics()?);
    let is_kept = tally.is_whole() && broken == 0 && panics.is_empty() && ends.is_ok();
    Ok(Outcome {
        promise: "R9 clock that jumps",
        ending: Ending::kept_if(is_kept),
        said: format!(
            "{jumps} jumps, {} acknowledged, {} lost, {} doubled, {} sessions out of their time, \
             {broken} otherwise; what ends: {}",
            tally.acknowledged,
            tally.lost,
            tally.doubled,
            refused.len(),
            ends.map_or_else(|error| format!("{error:#}"), |()| "when it should".to_owned())
        ),
    })
}

/// A day ahead and back, hours around changes of hour and a 29th of February, back to the present.
fn shifts() -> Vec<i64> {
    let mut shifts = vec![DAY_S, 0, -DAY_S, 0, 1, -1, 3 * DAY_S, -3 * DAY_S];
    let instants = ["2026-10-25T00:59:30Z", "2027-03-28T00:59:30Z", "2028-02-28T23:59:30Z"];
    let present = now().as_second();
    for instant in instants.into_iter().filter_map(|it| it.parse::<Timestamp>().ok()) {
        let there = instant.as_second() - present;
        shifts.extend([there, there + HOUR_S, there + DAY_S, there - HOUR_S]);
    }
    shifts.push(0);
    shifts
}

fn jump(house: &House, weather: &Weather, shift_s: i64) -> Result<()> {
    weather.set(Word::Clock, shift_s)?;
    house.shift_s.store(shift_s, Ordering::Relaxed);
    Ok(())
}

/// A link of thirty minutes opens until then and not after, whatever the clock did between, and a
/// session that is not used for fourteen days is over.
fn what_ends(house: &House, weather: &Weather, client: &mut Client) -> Result<()> {
    let secret = "link-that-ends-soon-00000";
    house.prepare(|mut act| async move {
        store::put_link(&mut act, "soon@storm.example", &crate::deeds::stored(secret), 1_800)
            .await?;
        store::put_persons(
            &mut act,
            &[(
                "idle@storm.example".to_owned(),
                store::session(u64::MAX),
                crate::deeds::stored("session-that-idles-000000"),
            )],
        )
        .await?;
        Ok(act)
    })?;
    let path = format!("/connexion/lien/{secret}");
    for (shift_s, is_good) in [(0, true), (29 * 60, true), (-DAY_S, true), (31 * 60, false)] {
        jump(house, weather, shift_s)?;
        let status = client.get(&path, "")?.status;
        ensure!((status == 200) == is_good, "a link of 30 min, {shift_s} s later: {status}");
    }
    let cookie = "session=session-that-idles-000000";
    for (shift_s, is_good) in [(0, true), (-DAY_S, true), (13 * DAY_S, true), (28 * DAY_S, false)] {
        jump(house, weather, shift_s)?;
        let status = client.get("/compte", cookie)?.status;
        ensure!((status == 200) == is_good, "a session, {shift_s} s later: {status}");
    }
    jump(house, weather, 0)
}
