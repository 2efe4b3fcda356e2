//! `maillage-soak`: every promise tried, with figures.
//!
//! ```text
//! maillage-soak                     everything: hours
//! maillage-soak short               what runs with the tests: three minutes
//! maillage-soak power --seed 17     one storm under one seed
//! maillage-soak power --rounds 500  one storm, that many times
//! ```
//! For `overload` and `soak`, `--rounds` says how many seconds they last.
//! `MAILLAGE_BIN` names the program; otherwise it is looked for beside this one.

use anyhow::{Context as _, Result, bail};
use std::ops::Range;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;
use storms::storm::{
    Ending, Ground, Outcome, Synchronous, failing_calls, full_disk, interrupted_migrations,
    jumping_clock, killed, malformed_requests, once_each, overload, power_cuts, soak,
};

/// The storms by name, and how many rounds (or seconds, for `overload` and `soak`) each has in the
/// short set and in the whole.
const STORMS: &[(&str, u64, u64)] = &[
    ("kill", 20, 200),
    ("power", 50, 500),
    ("calibration", 8, 50),
    ("failing", 12, 500),
    ("full", 1, 1),
    ("once", 200, 1_000),
    ("upgrade", 10, 50),
    ("clock", 1, 1),
    ("malformed", 5_000, 100_000),
    ("overload", 5, 30),
    ("soak", 15, 3_600),
];

/// What the command line asks for.
struct Asked {
    storms: Vec<&'static (&'static str, u64, u64)>,
    is_short: bool,
    seeds: Option<Range<u64>>,
}

fn main() -> ExitCode {
    match run() {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("maillage-soak: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Runs what is asked; answers how many promises were broken.
fn run() -> Result<usize> {
    let asked = read(&std::env::args().skip(1).collect::<Vec<_>>())?;
    let ground = Ground::new(&binary()?)?;
    let begin = Instant::now();
    let (mut kept, mut broken, mut skipped) = (0, 0, 0);
    for (name, short, whole) in asked.storms {
        let rounds = if asked.is_short { *short } else { *whole };
        let started = Instant::now();
        let outcomes = storm(&ground, name, asked.seeds.clone().unwrap_or(0..rounds));
        let outcomes = outcomes.unwrap_or_else(|error| {
            vec![Outcome {
                promise: "a storm that could not be told to its end",
                ending: Ending::Broken,
                said: format!("{name}: {error:#}"),
            }]
        });
        for Outcome { promise, ending, said } in outcomes {
            let (word, count) = match ending {
                Ending::Kept => ("kept", &mut kept),
                Ending::Broken => ("BROKEN", &mut broken),
                Ending::Skipped => ("skipped", &mut skipped),
            };
            *count += 1;
            say(&format!("{word:8}{promise}: {said} ({} s)", started.elapsed().as_secs()));
        }
    }
    let word = if broken == 0 { "ok" } else { "FAILED" };
    say(&format!(
        "test result: {word}. {kept} passed; {broken} failed; {skipped} ignored; in {} s",
        begin.elapsed().as_secs()
    ));
    Ok(broken)
}

fn storm(ground: &Ground, name: &str, rounds: Range<u64>) -> Result<Vec<Outcome>> {
    let times = rounds.end;
    Ok(match name {
        "kill" => vec![killed(ground, rounds)?],
        "power" => vec![power_cuts(ground, rounds, Synchronous::Full)?],
        "calibration" => vec![power_cuts(ground, rounds, Synchronous::Normal)?],
        "failing" => vec![failing_calls(ground, rounds)?],
        "full" => full_disk(ground)?,
        "once" => once_each(ground, times)?,
        "clock" => vec![jumping_clock(ground)?],
        "malformed" => vec![malformed_requests(ground, rounds)?],
        "overload" => vec![overload(ground, times)?],
        "soak" => vec![soak(ground, times)?],
        "upgrade" => vec![interrupted_migrations(ground, rounds)?],
        _ => bail!("no storm is called {name}"),
    })
}

fn read(arguments: &[String]) -> Result<Asked> {
    let mut asked = Asked { storms: Vec::new(), is_short: false, seeds: None };
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "short" => asked.is_short = true,
            "--seed" | "--rounds" => {
                let number = arguments.next().context("a number is lacking")?;
                let number: u64 = number.parse().context("not a number")?;
                let is_seed = argument == "--seed";
                asked.seeds = Some(if is_seed { number..number + 1 } else { 0..number });
            }
            name => {
                let storm = STORMS.iter().find(|(known, ..)| *known == name);
                asked.storms.push(storm.with_context(|| {
                    let names: Vec<&str> = STORMS.iter().map(|it| it.0).collect();
                    format!("no storm is called {name}; there are: {}", names.join(", "))
                })?);
            }
        }
    }
    if asked.storms.is_empty() {
        asked.storms = STORMS.iter().collect();
    }
    Ok(asked)
}

fn binary() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("MAILLAGE_BIN") {
        return Ok(named.into());
    }
    let own = std::env::current_exe()?;
    Ok(own.parent().context("a folder")?.join("maillage"))
}

#[expect(clippy::print_stdout, reason = "the outcome is what this program is for")]
fn say(line: &str) {
    println!("{line}");
}
