//! R8: killed, or without power, in the middle of the migrations, the program resumes them.

use super::{Ending, Ground, Outcome, cry};
use crate::chance::Chance;
use crate::house::House;
use crate::ledger::Ledger;
use crate::program::Program;
use crate::store;
use crate::weather::Word;
use anyhow::{Result, bail};
use std::ops::Range;

/// Interrupts the migrations of an empty folder at a write drawn by each seed.
pub fn interrupted_migrations(ground: &Ground, seeds: Range<u64>) -> Result<Outcome> {
    let writes = writes_of_a_first_start(ground)?;
    let (mut broken, mut halfway) = (0, 0);
    for seed in seeds.clone() {
        match interrupted(ground, seed, writes) {
            Ok(is_halfway) => halfway += u64::from(is_halfway),
            Err(error) => {
                broken += 1;
                cry("upgrade", seed, &format!("{error:#}"));
            }
        }
    }
    Ok(Outcome {
        promise: "R8 interrupted migrations",
        ending: Ending::kept_if(broken == 0 && halfway > 0),
        said: format!(
            "{} interruptions among the {writes} writes of a first start, {halfway} before it \
             listened, {broken} not resumed",
            seeds.count()
        ),
    })
}

fn writes_of_a_first_start(ground: &Ground) -> Result<i64> {
    let (mut house, weather) = empty(ground)?;
    let running = house.program.start()?;
    let writes = weather.get(Word::Writes)?;
    drop(running);
    house.program.weather = None;
    Ok(writes)
}

/// A program on a folder with nothing in it, not even tables.
fn empty(ground: &Ground) -> Result<(House, crate::weather::Weather)> {
    let mut house = ground.house("upgrade")?;
    house.program = Program::new(&ground.binary, &ground.folder("upgrade")?);
    let weather = ground.weather(&mut house)?;
    Ok((house, weather))
}

/// Whether it was interrupted before it listened; an error if it does not resume.
fn interrupted(ground: &Ground, seed: u64, writes: i64) -> Result<bool> {
    let mut chance = Chance::new(seed);
    let (mut house, weather) = empty(ground)?;
    // Everything written survives a kill; a power cut keeps what it likes.
    let kept = chance.one_of(&[100, 100, 50, 0]).copied().unwrap_or(100);
    let writes = usize::try_from(writes.max(1))?;
    weather.cut_after(i64::try_from(chance.below(writes))?, seed, kept)?;
    let is_halfway = house.program.start().is_err();
    house.program.weather = None;
    let running = house.program.start()?;
    drop(running);
    let wanted = portal::migrations();
    let applied =
        house.beneath(|db| async move { Ok(store::migrations(&mut db.read().await?).await?) })?;
    let is_there = |it: &db::Migration| applied.contains(&(it.slice.to_owned(), it.number));
    if let Some(lacking) = wanted.iter().find(|it| !is_there(it)) {
        bail!("migration {}/{} was not applied", lacking.slice, lacking.number);
    }
    Ledger::new().check(&house)?;
    Ok(is_halfway)
}
