//! What this slice keeps about people with an account: which settings they changed. The author of
//! a setting is a number, which stays when the account is erased.

use crate::store;
use db::{Act, Read};
use people::model::Person;
use people::privacy::{Holding, Pending, Row, Table};

const TABLES: &[Table] =
    &[Table { name: "reglages_changes", source: "setting", columns: &["id", "reglage", "date"] }];

/// Administration as a keeper of personal data.
pub struct AdministrationHolding;

impl Holding for AdministrationHolding {
    fn tables(&self) -> &'static [Table] {
        TABLES
    }

    fn export<'a>(
        &'a self,
        read: &'a mut Read,
        person: &'a Person,
        (_, after): (&'static str, &'a str),
    ) -> Pending<'a, Vec<Row>> {
        Box::pin(async move {
            let lines = store::changed_by(read, &person.id.to_string(), after).await?;
            let row =
                |(id, key, at): (String, String, base::Timestamp)| vec![id, key, at.to_string()];
            Ok(lines.into_iter().map(row).collect())
        })
    }

    /// Values of settings are public texts of the house, the author of each is only an id.
    fn erase<'a>(&'a self, _: &'a mut Act, _: &'a Person) -> Pending<'a, ()> {
        Box::pin(async { Ok(()) })
    }
}
