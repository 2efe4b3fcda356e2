//! S1: requests gone wrong in every way, from raw bytes to real forms with a field bent. Nothing
//! panics, nothing is our fault, nothing is slow, and memory stays where it was.

mod bent;
mod forms;

use super::{Ending, Ground, Outcome, cry};
use crate::chance::Chance;
use crate::client::Client;
use crate::deeds;
use crate::house::House;
use crate::store;
use anyhow::Result;
use bent::{Bent, Site};
use std::collections::BTreeMap;
use std::io::{BufReader, Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

const THREADS: usize = 8;
/// What an answer may take.
const SLOW: Duration = Duration::from_secs(1);
const PATIENCE: Duration = Duration::from_secs(20);
/// Members and administrators whose sessions the requests carry.
const MEMBERS: u64 = 60;
/// Requests that warm the caches before memory is first measured.
const WARM: u64 = 400;

/// What came of the requests.
#[derive(Default)]
struct Seen {
    statuses: BTreeMap<u16, u64>,
    silent: u64,
    slowest: Duration,
    bad: Vec<u64>,
}

/// Sends one bent request for each seed.
pub fn malformed_requests(ground: &Ground, seeds: Range<u64>) -> Result<Outcome> {
    let house = ground.house("malformed")?;
    prepare(&house)?;
    let running = house.program.start()?;
    let mut client = Client::new(running.address);
    let site = Site::look(&house, &mut client, MEMBERS)?;
    let seen = Mutex::new(Seen::default());
    let warm = seeds.start..seeds.end.min(seeds.start + WARM);
    send_all(&house, &site, running.address, warm.clone(), &seen);
    let (memory_before, files_before) = running.footprint()?;
    send_all(&house, &site, running.address, warm.end..seeds.end, &seen);
    // Connections that were cut off are put out first.
    std::thread::sleep(Duration::from_millis(500));
    let (memory_after, files_after) = running.footprint()?;
    let is_well = client.get("/territoires", "").is_ok_and(|it| it.status == 200);
    drop(running);
    let (panics, seen) = (house.program.panics()?, seen.into_inner().unwrap_or_default());
    let answered: u64 = seen.statuses.values().sum();
    let useful: u64 = seen.statuses.range(200..400).map(|(_, n)| n).sum();
    let room = memory_before / 4 + (16 << 20);
    let is_flat = memory_after <= memory_before + room && files_after <= files_before + 16;
    let is_kept =
        seen.bad.is_empty() && panics.is_empty() && is_flat && is_well && useful * 20 > answered;
    Ok(Outcome {
        promise: "S1 malformed requests",
        ending: Ending::kept_if(is_kept),
        said: format!(
            "{} sent on {} routes and {} forms, answers {:?}, {} closed without one, slowest {} ms, \
             {} wrong, {} panics, memory {} to {} MB, files {files_before} to {files_after}",
            seeds.count(),
            site.paths.len(),
            site.forms.len(),
            seen.statuses,
            seen.silent,
            seen.slowest.as_millis(),
            seen.bad.len(),
            panics.len(),
            memory_before >> 20,
            memory_after >> 20
        ),
    })
}

/// Members and administrators: the deed of a new name makes persons who are signed in.
fn prepare(house: &House) -> Result<()> {
    let numbers: Vec<u64> = (0..MEMBERS).collect();
    for deed in deeds::all().iter().filter(|it| it.name() == "name") {
        deed.prepare(house, &numbers)?;
    }
    let administrators: Vec<_> = (0..MEMBERS / 3).map(store::session).collect();
    house.prepare(|mut act| async move {
        store::make_administrators(&mut act, &administrators).await?;
        Ok(act)
    })
}

fn send_all(
    house: &House,
    site: &Site,
    address: SocketAddr,
    seeds: Range<u64>,
    seen: &Mutex<Seen>,
) {
    let next = AtomicU64::new(seeds.start);
    std::thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= seeds.end {
                        return;
                    }
                    let request = site.request(house, &mut Chance::new(number));
                    let answer = answer_to(address, &request);
                    note(seen, number, &request, &answer);
                }
            });
        }
    });
}

/// What one request met: the status, none when the connection was closed without an answer.
struct Met {
    status: Option<u16>,
    took: Duration,
}

fn note(seen: &Mutex<Seen>, number: u64, request: &Bent, met: &Met) {
    let Ok(mut seen) = seen.lock() else { return };
    seen.slowest = seen.slowest.max(met.took);
    let is_our_fault = met.status.is_some_and(|it| it >= 500 && it != 503);
    if is_our_fault || met.took > SLOW {
        seen.bad.push(number);
        let said = String::from_utf8_lossy(&request.bytes);
        let said: String = said.chars().take(300).collect();
        let took = met.took.as_millis();
        cry("malformed", number, &format!("{:?} after {took} ms to {said:?}", met.status));
    }
    match met.status {
        Some(status) => *seen.statuses.entry(status).or_default() += 1,
        None => seen.silent += 1,
    }
}

fn answer_to(address: SocketAddr, request: &Bent) -> Met {
    let begin = Instant::now();
    let status = exchanged(address, request).ok().flatten();
    Met { status, took: begin.elapsed() }
}

/// Sends the bytes and reads to the end; a half-sent request is then hung up on.
fn exchanged(address: SocketAddr, request: &Bent) -> Result<Option<u16>> {
    let mut socket = TcpStream::connect_timeout(&address, Duration::from_secs(5))?;
    socket.set_read_timeout(Some(PATIENCE))?;
    socket.set_write_timeout(Some(PATIENCE))?;
    socket.set_nodelay(true)?;
    // The other side may close before it has read all: its answer still counts.
    let is_sent = socket.write_all(&request.bytes).is_ok();
    if is_sent && !request.is_whole {
        socket.shutdown(Shutdown::Write)?;
    }
    let mut head = Vec::new();
    let mut reader = BufReader::new(socket);
    reader.by_ref().take(12).read_to_end(&mut head)?;
    if request.is_whole {
        std::io::copy(&mut reader, &mut std::io::sink())?;
    }
    let status = head.strip_prefix(b"HTTP/1.").and_then(|it| it.get(2..5));
    Ok(status.and_then(|it| std::str::from_utf8(it).ok()?.parse().ok()))
}
