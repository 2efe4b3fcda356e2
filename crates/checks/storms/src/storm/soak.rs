//! R11: hours of ordinary use. Memory and open files stay where they were, nothing is our fault,
//! and a polite stop under load answers everyone who had been let in.

use super::{Ending, Ground, Outcome};
use crate::client::Client;
use crate::ledger::Ledger;
use anyhow::Result;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Readers, and how long each rests between two pages: about half of what a small machine serves.
const READERS: usize = 6;
const REST: Duration = Duration::from_millis(40);
const PAGES: [&str; 6] =
    ["/", "/territoires", "/?q=imprimer&ou=Rennes", "/?q=wifi", "/connexion", "/api/v1/places"];
const STOP_WITHIN: Duration = Duration::from_secs(11);

/// Reads and acts for that long, measuring after a tenth of it and at its end, then stops.
pub fn soak(ground: &Ground, seconds: u64) -> Result<Outcome> {
    let house = ground.house("soak")?;
    house.program.command(&["demo", "--fill-only", "--quiet"])?.status()?;
    let ledger = Ledger::new();
    let mut running = house.program.start()?;
    let address = running.address;
    let (is_over, is_stopping) = (AtomicBool::new(false), AtomicBool::new(false));
    let (statuses, cut_off) = (Mutex::new(BTreeMap::<u16, u64>::new()), AtomicU64::new(0));
    let mut samples = Vec::new();
    std::thread::scope(|scope| {
        for reader in 0..READERS {
            let (is_over, is_stopping) = (&is_over, &is_stopping);
            let (statuses, cut_off) = (&statuses, &cut_off);
            let flags = (is_over, is_stopping);
            scope.spawn(move || read_on(address, reader, flags, (statuses, cut_off)));
        }
        let begin = Instant::now();
        let span = Duration::from_secs(seconds);
        let told = (|| {
            let mut client = Client::new(address);
            while begin.elapsed() < span {
                ledger.prepare(&house)?;
                for _ in 0..20 {
                    ledger.do_next(&mut client, &house)?;
                    std::thread::sleep(REST);
                }
                samples.push((begin.elapsed(), running.footprint()?));
            }
            is_stopping.store(true, Ordering::Relaxed);
            running.ask_to_stop()?;
            running.wait(STOP_WITHIN)
        })();
        is_over.store(true, Ordering::Relaxed);
        told
    })?;
    let first = samples.iter().find(|(at, _)| *at > Duration::from_secs(seconds / 10));
    let (first, last) = (first.map_or((0, 0), |it| it.1), samples.last().map_or((0, 0), |it| it.1));
    let (tally, panics) = (ledger.check(&house)?, house.program.panics()?);
    let statuses = statuses.into_inner().unwrap_or_default();
    let faults: u64 = statuses.range(500..).map(|(_, n)| n).sum();
    let cut_off = cut_off.into_inner();
    // In a few seconds caches still fill: only a long soak can hold to a twentieth.
    let room = if seconds >= 600 { first.0 / 20 } else { first.0 / 4 + (8 << 20) };
    let is_flat = last.0 <= first.0 + room && last.1 <= first.1 + 4;
    let is_kept = tally.is_whole() && faults == 0 && cut_off == 0 && is_flat && panics.is_empty();
    Ok(Outcome {
        promise: "R11 ordinary use, then a polite stop",
        ending: Ending::kept_if(is_kept),
        said: format!(
            "{seconds} s, pages {statuses:?}, {} acts acknowledged, {} lost, {cut_off} cut off, \
             memory {} to {} MB, files {} to {}",
            tally.acknowledged,
            tally.lost,
            first.0 >> 20,
            last.0 >> 20,
            first.1,
            last.1
        ),
    })
}

/// Reads page after page until all is over.
fn read_on(
    address: SocketAddr,
    reader: usize,
    (is_over, is_stopping): (&AtomicBool, &AtomicBool),
    (statuses, cut_off): (&Mutex<BTreeMap<u16, u64>>, &AtomicU64),
) {
    let mut client = Client::new(address);
    for page in PAGES.iter().cycle().skip(reader) {
        if is_over.load(Ordering::Relaxed) {
            return;
        }
        match client.get(page, "") {
            Ok(answer) => {
                if let Ok(mut statuses) = statuses.lock() {
                    *statuses.entry(answer.status).or_default() += 1;
                }
            }
            // Whoever was not let in during the stop knocks again at the next start.
            Err(_) if is_stopping.load(Ordering::Relaxed) => return,
            Err(_) => drop(cut_off.fetch_add(1, Ordering::Relaxed)),
        }
        std::thread::sleep(REST);
    }
}
