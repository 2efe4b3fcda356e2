//! R4: the disk is full. Pages are still read, writes are refused with a clear page, nothing is
//! corrupt, and all is well within five seconds of space being freed.

use super::{Ending, Ground, Outcome};
use crate::client::{Answer, Client};
use crate::house::House;
use crate::ledger::Ledger;
use crate::program::Program;
use crate::weather::Failure;
use anyhow::{Context as _, Result, bail};
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

const BACK_WITHIN: Duration = Duration::from_secs(5);

/// Fills a disk of 16 MB where the machine lets one be mounted, and makes every write fail with
/// `ENOSPC` on any machine.
pub fn full_disk(ground: &Ground) -> Result<Vec<Outcome>> {
    let mut outcomes = vec![every_write_refused(ground)?];
    outcomes.push(match Small::mount(&ground.folder("small")?) {
        Ok(disk) => small_disk(ground, &disk)?,
        Err(error) => Outcome {
            promise: "R4 disk of 16 MB full",
            ending: Ending::Skipped,
            said: format!("no small disk may be mounted here: {error:#}"),
        },
    });
    Ok(outcomes)
}

fn every_write_refused(ground: &Ground) -> Result<Outcome> {
    let mut house = ground.house("refused")?;
    let weather = ground.weather(&mut house)?;
    tried(
        "R4 every write answers ENOSPC",
        &mut house,
        || weather.fail(0, Failure::Full, -1),
        || weather.clear(),
    )
}

fn small_disk(ground: &Ground, disk: &Small) -> Result<Outcome> {
    let folder = disk.0.join("data");
    let mut house = House::build(Program::new(&ground.binary, &folder))?;
    let filler = disk.0.join("filler");
    tried(
        "R4 disk of 16 MB full",
        &mut house,
        || fill(&filler),
        || Ok(std::fs::remove_file(&filler)?),
    )
}

/// Serves, fills, looks at what readers and writers get, frees, and waits for all to be well.
fn tried(
    promise: &'static str,
    house: &mut House,
    fill: impl FnOnce() -> Result<()>,
    free: impl FnOnce() -> Result<()>,
) -> Result<Outcome> {
    let ledger = Ledger::new();
    ledger.prepare(house)?;
    let running = house.program.start()?;
    let mut client = Client::new(running.address);
    ledger.do_next(&mut client, house).context("before the disk is full")?;
    fill()?;
    let (mut refused, mut broken) = (0, Vec::new());
    // What is allocated already can still take a few writes.
    for _ in 0..60 {
        match ledger.do_next(&mut client, house).context("while the disk is full")? {
            200..400 => {}
            503 | 507 => refused += 1,
            status => broken.push(status),
        }
    }
    let mut pages = Vec::new();
    for path in ["/", "/connexion", "/territoires", "/sante"] {
        pages.push(client.get(path, "").with_context(|| format!("GET {path}"))?.status);
    }
    let form = [("courriel", "plein@storm.example".to_owned()), ("csrf", house.ticket(""))];
    let fields: Vec<(&str, &str)> = form.iter().map(|(name, it)| (*name, it.as_str())).collect();
    let said = client.post("/connexion", "", &fields).context("the refused form")?;
    free()?;
    let freed = Instant::now();
    let back = loop {
        if matches!(ledger.do_next(&mut client, house), Ok(200..400)) {
            break Some(freed.elapsed());
        }
        if freed.elapsed() > BACK_WITHIN {
            break None;
        }
        std::thread::sleep(Duration::from_millis(50));
    };
    drop(running);
    house.program.weather = None;
    let (tally, panics) = (ledger.check(house)?, house.program.panics()?);
    let is_kept = tally.is_whole()
        && refused > 0
        && broken.is_empty()
        && pages.iter().take(3).all(|it| *it == 200)
        && is_clear(&said)
        && back.is_some()
        && panics.is_empty();
    Ok(Outcome {
        promise,
        ending: Ending::kept_if(is_kept),
        said: format!(
            "pages {pages:?}, {refused} writes refused, {} otherwise {broken:?}, clear page {}, \
             back after {back:?}; {} acknowledged, {} lost, {} panics",
            broken.len(),
            is_clear(&said),
            tally.acknowledged,
            tally.lost,
            panics.len()
        ),
    })
}

/// Whether the refusal is a page in French that a person can read.
fn is_clear(answer: &Answer) -> bool {
    let text = answer.text();
    matches!(answer.status, 503 | 507) && text.contains("lang=\"fr") && text.contains("<h1")
}

/// Writes until nothing more goes in.
fn fill(path: &Path) -> Result<()> {
    let mut file = File::create(path)?;
    let bytes = vec![0x5a; 64 << 10];
    let mut step = bytes.len();
    while step > 0 {
        match file.write(&bytes[..step]) {
            Ok(count) if count > 0 => {}
            _ => step /= 2,
        }
    }
    Ok(())
}

/// A small disk in memory, mounted for as long as this lives.
struct Small(PathBuf);

impl Small {
    fn mount(folder: &Path) -> Result<Self> {
        let done = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=16m", "storms"])
            .arg(folder)
            .output()?;
        if !done.status.success() {
            bail!("{}", String::from_utf8_lossy(&done.stderr).trim().to_owned());
        }
        Ok(Self(folder.to_owned()))
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        // Whoever looks at it last may still hold it: lazily.
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}
