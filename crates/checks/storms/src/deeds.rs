//! What visitors do in the storm. A deed has a number; its number says everything it sends, and
//! leaves a mark in the database by which it is found again.
//!
//! A new one: a struct in this folder, five short methods, and a line in [`all`].

mod arrival;
mod letter;
mod name;

use crate::client::{Answer, Client};
use crate::house::House;
use crate::store::Marks;
use anyhow::Result;
use db::Read;
use std::future::Future;
use std::pin::Pin;

/// What a look beneath answers.
pub type Looked<'a> = Pin<Box<dyn Future<Output = db::Result<Marks>> + Send + 'a>>;

/// Something visitors do, that must never be lost once acknowledged, and never be done twice.
pub trait Deed: Send + Sync {
    /// Its name, with which its marks begin.
    fn name(&self) -> &'static str;

    /// Puts beneath what the deeds of those numbers need.
    fn prepare(&self, house: &House, numbers: &[u64]) -> Result<()>;

    /// Does it.
    fn send(&self, client: &mut Client, house: &House, number: u64) -> Result<Answer> {
        let form = self.form(house, number);
        let fields: Vec<(&str, &str)> =
            form.fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        client.post(&form.path, &form.cookie, &fields)
    }

    /// The form of that number, with a fresh ticket: sent twice, it must have one effect.
    fn form(&self, house: &House, number: u64) -> Filled;

    /// How often the effect of each number is there, by marks.
    fn found<'a>(&self, read: &'a mut Read) -> Looked<'a>;

    /// The mark of that number.
    fn mark(&self, number: u64) -> String {
        format!("{}-{number}@storm.example", self.name())
    }
}

/// A form filled and ready to be sent.
pub struct Filled {
    /// Where it goes.
    pub path: String,
    /// The cookie of who sends it; empty for a visitor.
    pub cookie: String,
    /// Its fields, ticket included.
    pub fields: Vec<(&'static str, String)>,
}

/// Everything visitors do here.
pub fn all() -> Vec<Box<dyn Deed>> {
    vec![Box::new(letter::Letter), Box::new(arrival::Arrival), Box::new(name::Name)]
}

/// The number that a mark holds.
pub(crate) fn number(mark: &str) -> Option<u64> {
    let (_, rest) = mark.split_once('-')?;
    rest.split_once('@')?.0.parse().ok()
}

/// What the house keeps of a secret: its hash.
pub(crate) fn stored(secret: &str) -> String {
    use sha2::Digest as _;
    data_encoding::HEXLOWER.encode(&sha2::Sha256::digest(secret.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::{all, number};

    #[test]
    fn a_mark_holds_the_number_of_its_deed() {
        for deed in all() {
            assert_eq!(number(&deed.mark(42)), Some(42));
        }
    }
}
