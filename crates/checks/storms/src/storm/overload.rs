//! R12: four times more visitors than the house can serve. They come at a steady rate whether it
//! answers or not (an open loop), and each is counted from the moment they meant to come.

use super::{Ending, Ground, Outcome};
use crate::client::Client;
use anyhow::Result;
use std::net::SocketAddr;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Visitors who can wait for an answer at the same time.
const VISITORS: usize = 300;
const FEW: usize = 12;
/// What a page that was served may have taken, the last hundredth left out.
const LATE: Duration = Duration::from_millis(1_500);
const PAGES: [&str; 4] = ["/", "/territoires", "/?q=imprimer&ou=Rennes", "/?q=internet"];

/// What visitors met.
#[derive(Default)]
struct Met {
    served: Vec<Duration>,
    turned_away: u64,
    without_advice: u64,
    broken: u64,
}

/// Measures what the house can serve, then brings four times as many for as long.
pub fn overload(ground: &Ground, seconds: u64) -> Result<Outcome> {
    let house = ground.house("overload")?;
    house.program.command(&["demo", "--fill-only", "--quiet"])?.status()?;
    let running = house.program.start()?;
    let span = Duration::from_secs(seconds);
    closed(running.address, Duration::from_secs(1));
    let capacity = per_second(closed(running.address, span), span);
    let rate = (capacity * 4).max(20);
    let begin = Instant::now();
    let mut met = open(running.address, rate, span);
    let took = begin.elapsed();
    let goodput = per_second(met.served.len() as u64, took);
    met.served.sort_unstable();
    let at = |percent: usize| {
        met.served.get((met.served.len() * percent / 100).min(met.served.len().saturating_sub(1)))
    };
    let (half, late) = (at(50).copied().unwrap_or_default(), at(99).copied().unwrap_or_default());
    // The crowd is gone: the next visitor is served at once.
    let mut client = Client::new(running.address);
    let is_well = client.get("/territoires", "").is_ok_and(|it| it.status == 200);
    drop(running);
    let panics = house.program.panics()?;
    let is_kept = goodput * 10 >= capacity * 6
        && late <= LATE
        && met.broken == 0
        && met.without_advice == 0
        && is_well
        && panics.is_empty();
    Ok(Outcome {
        promise: "R12 four times too many visitors",
        ending: Ending::kept_if(is_kept),
        said: format!(
            "capacity {capacity}/s, offered {rate}/s for {seconds} s, served {goodput}/s, \
             half within {} ms and 99 % within {} ms, {} asked to come back (503), {} of them not \
             told when, {} broken, {} panics",
            half.as_millis(),
            late.as_millis(),
            met.turned_away,
            met.without_advice,
            met.broken,
            panics.len()
        ),
    })
}

fn per_second(count: u64, span: Duration) -> u64 {
    count * 1_000 / u64::try_from(span.as_millis()).unwrap_or(1).max(1)
}

/// A few visitors who each wait for their answer before they ask again.
fn closed(address: SocketAddr, span: Duration) -> u64 {
    let served = AtomicU64::new(0);
    std::thread::scope(|scope| {
        for _ in 0..FEW {
            scope.spawn(|| {
                let (mut client, begin) = (Client::new(address), Instant::now());
                for page in PAGES.iter().cycle() {
                    if begin.elapsed() >= span {
                        break;
                    }
                    if client.get(page, "").is_ok_and(|it| it.status == 200) {
                        served.fetch_add(1, Ordering::Relaxed);
                    }
                }
            });
        }
    });
    served.into_inner()
}

/// Visitors who come at that rate. One who could not even knock in time waits all the same: the
/// time is counted from when they meant to come.
fn open(address: SocketAddr, per_second: u64, span: Duration) -> Met {
    let (next, met, begin) = (AtomicU64::new(0), Mutex::new(Met::default()), Instant::now());
    std::thread::scope(|scope| {
        for _ in 0..VISITORS {
            scope.spawn(|| {
                let mut client = Client::new(address).patient(Duration::from_secs(10));
                loop {
                    let turn = next.fetch_add(1, Ordering::Relaxed);
                    let due = Duration::from_micros(turn * 1_000_000 / per_second);
                    if due >= span {
                        return;
                    }
                    if let Some(early) = due.checked_sub(begin.elapsed()) {
                        std::thread::sleep(early);
                    }
                    // Visitors are fewer than those who would come: a turn long past is not taken.
                    if begin.elapsed() > span {
                        return;
                    }
                    let page = PAGES[usize::try_from(turn).unwrap_or(0) % PAGES.len()];
                    let answer = client.get(page, "");
                    let took = begin.elapsed().saturating_sub(due);
                    let Ok(mut met) = met.lock() else { return };
                    match answer {
                        Ok(answer) if answer.status == 200 => met.served.push(took),
                        Ok(answer) if answer.status == 503 => {
                            met.turned_away += 1;
                            met.without_advice +=
                                u64::from(answer.header("retry-after").is_empty());
                        }
                        _ => met.broken += 1,
                    }
                }
            });
        }
    });
    met.into_inner().unwrap_or_default()
}
