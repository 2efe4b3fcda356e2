//! What there is to say. A slice in which things happen that people want to hear of implements
//! [`Teller`] and is put in the list that the portal gathers.

use crate::Standing;
use crate::privacy::Pending;
use crate::rules::pace::LetterKind;
use base::Timestamp;
use db::Read;
use std::sync::Arc;

/// What is asked of a teller.
#[derive(Clone, Debug)]
pub struct Asked {
    /// About what.
    pub kind: LetterKind,
    /// For whom, with all their roles.
    pub standing: Standing,
    /// After that instant.
    pub since: Timestamp,
    /// Until that one, included.
    pub until: Timestamp,
}

impl Asked {
    /// Whether something that happened then is to be told.
    pub fn covers(&self, at: Timestamp) -> bool {
        self.since < at && at <= self.until
    }
}

/// One thing to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The key of its words, which take a count.
    pub key: &'static str,
    /// How many.
    pub count: u64,
    /// The page where one sees to it.
    pub path: String,
}

/// Someone who knows what happened.
pub trait Teller: Send + Sync {
    /// What happened that this person may know of.
    fn tell<'a>(&'a self, read: &'a mut Read, asked: &'a Asked) -> Pending<'a, Vec<Told>>;
}

/// Everyone who knows what happened. Cheap to clone.
#[derive(Clone, Default)]
pub struct Tellers(Arc<Vec<Arc<dyn Teller>>>);

impl Tellers {
    /// With one more.
    #[must_use]
    pub fn with(self, teller: impl Teller + 'static) -> Self {
        let mut all = Arc::unwrap_or_clone(self.0);
        all.push(Arc::new(teller));
        Self(Arc::new(all))
    }

    /// Everything there is to say.
    pub(super) async fn all(&self, read: &mut Read, asked: &Asked) -> db::Result<Vec<Told>> {
        let mut told = Vec::new();
        for teller in self.0.iter() {
            told.extend(teller.tell(read, asked).await?);
        }
        told.retain(|it| it.count > 0);
        Ok(told)
    }
}
