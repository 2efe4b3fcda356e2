//! R5: the same form, with the same ticket, a thousand times over fifty threads: one effect.

use super::{Ending, Ground, Outcome};
use crate::client::Client;
use crate::deeds::{self, Deed};
use crate::house::House;
use anyhow::Result;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

const THREADS: usize = 50;

/// Sends one form of each deed `times` times, on each engine.
pub fn once_each(ground: &Ground, times: u64) -> Result<Vec<Outcome>> {
    let mut outcomes = vec![on("R5 same form on SQLite", &ground.house("once")?, times)?];
    outcomes.push(match ground.house_on_postgres("once_postgres")? {
        Some(house) => on("R5 same form on PostgreSQL", &house, times)?,
        None => Outcome {
            promise: "R5 same form on PostgreSQL",
            ending: Ending::Skipped,
            said: "MAILLAGE_TEST_POSTGRES is not set".into(),
        },
    });
    Ok(outcomes)
}

fn on(promise: &'static str, house: &House, times: u64) -> Result<Outcome> {
    let running = house.program.start()?;
    let (mut said, mut is_kept) = (Vec::new(), true);
    for deed in deeds::all() {
        deed.prepare(house, &[0])?;
        let answers = sent_again(house, running.address, deed.as_ref(), times);
        let effects = effects(house, deed.as_ref())?;
        let is_fair = answers.keys().all(|status| (200..500).contains(status));
        is_kept &= effects == 1 && is_fair && answers.keys().any(|it| (200..400).contains(it));
        said.push(format!("{}: {effects} effect, answers {answers:?}", deed.name()));
    }
    drop(running);
    let panics = house.program.panics()?;
    is_kept &= panics.is_empty();
    let said = format!("{times} times over {THREADS} threads; {}", said.join("; "));
    Ok(Outcome { promise, ending: Ending::kept_if(is_kept), said })
}

/// Sends it again and again; how often each status came back. No answer counts as 0.
fn sent_again(
    house: &House,
    address: std::net::SocketAddr,
    deed: &dyn Deed,
    times: u64,
) -> BTreeMap<u16, u64> {
    let form = deed.form(house, 0);
    let fields: Vec<(&str, &str)> = form.fields.iter().map(|(a, b)| (*a, b.as_str())).collect();
    let (left, answers) = (AtomicU64::new(times), Mutex::new(BTreeMap::new()));
    let take = || left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |it| it.checked_sub(1));
    std::thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                let mut client = Client::new(address);
                while take().is_ok() {
                    let answer = client.post(&form.path, &form.cookie, &fields);
                    let status = answer.map_or(0, |it| it.status);
                    if let Ok(mut answers) = answers.lock() {
                        *answers.entry(status).or_default() += 1;
                    }
                }
            });
        }
    });
    answers.into_inner().unwrap_or_default()
}

fn effects(house: &House, deed: &dyn Deed) -> Result<i64> {
    let marks = house.beneath(|db| async move {
        let mut read = db.read().await?;
        Ok(deed.found(&mut read).await?)
    })?;
    Ok(marks.into_iter().map(|(_, times)| times).sum())
}
