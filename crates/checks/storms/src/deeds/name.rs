//! Someone signed in changes the name by which they are called.

use super::{Deed, Filled, Looked, stored};
use crate::house::House;
use crate::store;
use anyhow::Result;
use db::Read;

pub(super) struct Name;

impl Deed for Name {
    fn name(&self) -> &'static str {
        "name"
    }

    fn prepare(&self, house: &House, numbers: &[u64]) -> Result<()> {
        let persons: Vec<_> = numbers
            .iter()
            .map(|it| (self.mark(*it), store::session(*it), stored(&secret(*it))))
            .collect();
        house.prepare(|mut act| async move {
            store::put_persons(&mut act, &persons).await?;
            Ok(act)
        })
    }

    fn form(&self, house: &House, number: u64) -> Filled {
        let session = store::session(number).to_string();
        Filled {
            path: "/compte/nom".into(),
            cookie: format!("session={}", secret(number)),
            fields: vec![("nom", format!("Nommé {number}")), ("csrf", house.ticket(&session))],
        }
    }

    fn found<'a>(&self, read: &'a mut Read) -> Looked<'a> {
        Box::pin(store::names(read))
    }
}

fn secret(number: u64) -> String {
    format!("session-{number:020}")
}
