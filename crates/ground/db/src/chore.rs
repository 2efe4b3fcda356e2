//! Bookkeeping of the machine itself: who holds which job until when. It is nobody's act, so
//! it leaves no line in the journal; facts about places or people never go through here.

use crate::{Read, Result, Value};
use base::Timestamp;
use std::ops::{Deref, DerefMut};

/// A transaction for bookkeeping.
pub struct Chore {
    read: Read,
    now: Timestamp,
}

impl Chore {
    pub(crate) fn new(read: Read, now: Timestamp) -> Self {
        Self { read, now }
    }

    /// The present.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Runs a statement that writes; answers how many rows it touched.
    pub async fn write(&mut self, sql: &'static str, params: Vec<Value>) -> Result<u64> {
        self.read.execute(sql, params).await
    }

    /// Forgets the keys of forms sent before that instant; answers how many.
    pub async fn forget_keys_before(&mut self, instant: Timestamp) -> Result<u64> {
        self.write("DELETE FROM once WHERE at < $1", vec![Value::from(instant)]).await
    }

    /// Makes it so.
    pub async fn commit(self) -> Result<()> {
        self.read.commit().await
    }
}

impl Deref for Chore {
    type Target = Read;
    fn deref(&self) -> &Read {
        &self.read
    }
}

impl DerefMut for Chore {
    fn deref_mut(&mut self) -> &mut Read {
        &mut self.read
    }
}
