//! The list of who keeps what about people. A slice that stores a fact about a person implements
//! [`Holding`] and is put in the list that the portal gathers; the archive one can download and
//! the erasure of an account go through that list, so neither forgets a slice.

use crate::model::Person;
use db::{Act, Read, Result};
use std::pin::Pin;
use std::sync::Arc;

/// An answer that comes later.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// One line of an export, one text per column.
pub type Row = Vec<String>;

/// What one export is called, and its columns. The first column names the line: an export goes on
/// from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name in the archive, without an ending, and the key of its words (`holding-NAME`).
    pub name: &'static str,
    /// The table of the database it comes from, as the register calls it.
    pub source: &'static str,
    /// Its columns.
    pub columns: &'static [&'static str],
}

/// Something that keeps facts about people.
pub trait Holding: Send + Sync {
    /// What it exports.
    fn tables(&self) -> &'static [Table];

    /// `lines` are those of one table after the one named, in the order of their first column; the
    /// first ones when the name is empty. Answers none when there are no more.
    fn export<'a>(
        &'a self,
        read: &'a mut Read,
        person: &'a Person,
        lines: (&'static str, &'a str),
    ) -> Pending<'a, Vec<Row>>;

    /// Destroys what names the person, in the act of the erasure. What must stay (a count, a
    /// text published under "compte supprimé") keeps the bare id at most.
    fn erase<'a>(&'a self, act: &'a mut Act, person: &'a Person) -> Pending<'a, ()>;
}

/// Everyone who keeps facts about people. Cheap to clone.
#[derive(Clone)]
pub struct Holdings(Arc<Vec<Arc<dyn Holding>>>);

impl Holdings {
    /// What the slice of people itself keeps, and the outbox.
    pub fn own() -> Self {
        Self(Arc::new(vec![Arc::new(super::Own)]))
    }

    /// With another slice.
    #[must_use]
    pub fn with(self, holding: impl Holding + 'static) -> Self {
        let mut all = Arc::unwrap_or_clone(self.0);
        all.push(Arc::new(holding));
        Self(Arc::new(all))
    }

    /// Each of them.
    pub fn each(&self) -> impl Iterator<Item = &Arc<dyn Holding>> {
        self.0.iter()
    }

    /// Every table of every one.
    pub fn tables(&self) -> impl Iterator<Item = (&Arc<dyn Holding>, &'static Table)> {
        self.0.iter().flat_map(|it| it.tables().iter().map(move |table| (it, table)))
    }
}
