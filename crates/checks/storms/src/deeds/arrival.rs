//! Someone follows the link of a letter and makes an account.

use super::{Deed, Filled, Looked, stored};
use crate::house::House;
use crate::store;
use anyhow::Result;
use db::Read;

pub(super) struct Arrival;

impl Deed for Arrival {
    fn name(&self) -> &'static str {
        "arrival"
    }

    fn prepare(&self, house: &House, numbers: &[u64]) -> Result<()> {
        let links: Vec<(String, String)> =
            numbers.iter().map(|it| (self.mark(*it), stored(&secret(*it)))).collect();
        house.prepare(|mut act| async move {
            store::put_links(&mut act, &links).await?;
            Ok(act)
        })
    }

    fn form(&self, house: &House, number: u64) -> Filled {
        Filled {
            path: format!("/connexion/lien/{}", secret(number)),
            cookie: String::new(),
            fields: vec![("nom", format!("Arrivée {number}")), ("csrf", house.ticket(""))],
        }
    }

    fn found<'a>(&self, read: &'a mut Read) -> Looked<'a> {
        Box::pin(store::arrivals(read))
    }
}

fn secret(number: u64) -> String {
    format!("link-{number:020}")
}
