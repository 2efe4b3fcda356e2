//! Someone asks for a letter to sign in.

use super::{Deed, Filled, Looked};
use crate::house::House;
use crate::store;
use anyhow::Result;
use db::Read;

pub(super) struct Letter;

impl Deed for Letter {
    fn name(&self) -> &'static str {
        "letter"
    }

    fn prepare(&self, _: &House, _: &[u64]) -> Result<()> {
        Ok(())
    }

    fn form(&self, house: &House, number: u64) -> Filled {
        Filled {
            path: "/connexion".into(),
            cookie: String::new(),
            fields: vec![("courriel", self.mark(number)), ("csrf", house.ticket(""))],
        }
    }

    fn found<'a>(&self, read: &'a mut Read) -> Looked<'a> {
        Box::pin(store::letters(read))
    }
}
