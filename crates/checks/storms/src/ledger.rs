//! What visitors did and what was acknowledged, held against what is in the database.

use crate::client::Client;
use crate::deeds::{self, Deed};
use crate::house::House;
use crate::store;
use anyhow::{Result, bail};
use db::journal::{self, Verdict};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

/// Deeds prepared beneath at once.
const PREPARED: u64 = 300;

/// Everything that was tried in one house.
pub struct Ledger {
    deeds: Vec<Box<dyn Deed>>,
    /// Number of each deed that was sent, and the status that came back, if one did.
    sent: Mutex<BTreeMap<u64, Option<u16>>>,
    next: AtomicU64,
    prepared: AtomicU64,
}

/// What a look beneath found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Deeds that were sent.
    pub sent: u64,
    /// Of them, acknowledged.
    pub acknowledged: u64,
    /// Answered that it could not be done.
    pub refused: u64,
    /// Acknowledged, and not there.
    pub lost: u64,
    /// There more than once.
    pub doubled: u64,
    /// There although it was answered that it could not be done.
    pub done_though_refused: u64,
    /// There without an answer, which is allowed: nobody was told anything.
    pub silent: u64,
}

impl Tally {
    /// Whether nothing was lost or doubled.
    pub fn is_whole(&self) -> bool {
        self.lost == 0 && self.doubled == 0
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            sent: self.sent + other.sent,
            acknowledged: self.acknowledged + other.acknowledged,
            refused: self.refused + other.refused,
            lost: self.lost + other.lost,
            doubled: self.doubled + other.doubled,
            done_though_refused: self.done_though_refused + other.done_though_refused,
            silent: self.silent + other.silent,
        }
    }
}

impl Default for Ledger {
    fn default() -> Self {
        Self::new()
    }
}

impl Ledger {
    /// Nothing was tried yet.
    pub fn new() -> Self {
        Self {
            deeds: deeds::all(),
            sent: Mutex::default(),
            next: AtomicU64::new(0),
            prepared: AtomicU64::new(0),
        }
    }

    /// Puts beneath what the coming deeds need. The program must not be under bad weather.
    pub fn prepare(&self, house: &House) -> Result<()> {
        let (next, prepared) =
            (self.next.load(Ordering::Relaxed), self.prepared.load(Ordering::Relaxed));
        if next + PREPARED / 2 < prepared {
            return Ok(());
        }
        let end = prepared.max(next) + PREPARED;
        let kinds = self.deeds.len() as u64;
        for (rank, deed) in self.deeds.iter().enumerate() {
            let numbers: Vec<u64> =
                (prepared..end).filter(|it| it % kinds == rank as u64).collect();
            deed.prepare(house, &numbers)?;
        }
        self.prepared.store(end, Ordering::Relaxed);
        Ok(())
    }

    /// Does the next deed; the status, or why there is none.
    pub fn do_next(&self, client: &mut Client, house: &House) -> Result<u16> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        if number >= self.prepared.load(Ordering::Relaxed) {
            bail!("no more deeds are prepared");
        }
        self.note(number, None);
        let answer = self.deed(number).send(client, house, number)?;
        self.note(number, Some(answer.status));
        Ok(answer.status)
    }

    /// Several visitors do deeds until one of them gets no answer, or enough are acknowledged.
    pub fn crowd(&self, house: &House, address: SocketAddr, visitors: usize, enough: u64) {
        let done = AtomicU64::new(0);
        std::thread::scope(|scope| {
            for _ in 0..visitors {
                scope.spawn(|| {
                    let mut client = Client::new(address);
                    while done.load(Ordering::Relaxed) < enough
                        && self.do_next(&mut client, house).is_ok()
                    {
                        done.fetch_add(1, Ordering::Relaxed);
                    }
                });
            }
        });
    }

    /// Holds what was acknowledged against what is there. The journal must be whole and the file
    /// sound; otherwise it is an error.
    pub fn check(&self, house: &House) -> Result<Tally> {
        let mut there: BTreeMap<u64, i64> = BTreeMap::new();
        let marks = house.beneath(|db| async move {
            let wrong = store::corruption(&db).await?;
            if !wrong.is_empty() {
                bail!("the database is corrupt: {}", wrong.join("; "));
            }
            if let Verdict::Broken { position, reason } = journal::verify(&db).await? {
                bail!("the journal is broken at {position}: {reason:?}");
            }
            let mut read = db.read().await?;
            let mut marks = Vec::new();
            for deed in &self.deeds {
                marks.append(&mut deed.found(&mut read).await?);
            }
            Ok(marks)
        })?;
        for (mark, times) in marks {
            let Some(number) = deeds::number(&mark) else { bail!("whose mark is {mark}?") };
            *there.entry(number).or_default() += times;
        }
        Ok(self.held_against(&there))
    }

    fn held_against(&self, there: &BTreeMap<u64, i64>) -> Tally {
        let mut tally = Tally::default();
        for (number, status) in self.sent.lock().iter().flat_map(|sent| sent.iter()) {
            let times = there.get(number).copied().unwrap_or(0);
            let is_acknowledged = status.is_some_and(|it| (200..400).contains(&it));
            let is_refused = status.is_some() && !is_acknowledged;
            tally.sent += 1;
            tally.acknowledged += u64::from(is_acknowledged);
            tally.refused += u64::from(is_refused);
            tally.lost += u64::from(is_acknowledged && times == 0);
            tally.doubled += u64::from(times > 1);
            tally.done_though_refused += u64::from(is_refused && times > 0);
            tally.silent += u64::from(status.is_none() && times > 0);
        }
        tally
    }

    fn deed(&self, number: u64) -> &dyn Deed {
        let kinds = self.deeds.len() as u64;
        let rank = usize::try_from(number % kinds).unwrap_or(0);
        self.deeds[rank].as_ref()
    }

    fn note(&self, number: u64, status: Option<u16>) {
        if let Ok(mut sent) = self.sent.lock() {
            sent.insert(number, status);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_acknowledged_and_is_not_there_is_lost() {
        let ledger = Ledger::new();
        for (number, status) in [(0, Some(303)), (1, Some(303)), (2, Some(503)), (3, None)] {
            ledger.note(number, status);
        }
        let tally = ledger.held_against(&BTreeMap::from([(1, 2), (2, 1), (3, 1)]));
        assert_eq!((tally.sent, tally.acknowledged, tally.refused), (4, 2, 1));
        assert_eq!((tally.lost, tally.doubled), (1, 1));
        assert_eq!((tally.done_though_refused, tally.silent), (1, 1));
        assert!(!tally.is_whole());
    }
}
