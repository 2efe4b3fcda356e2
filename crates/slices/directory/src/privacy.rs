//! What the directory keeps about people with an account: claims and their words, drafts,
//! corrections sent with their address. Who changed a page is a number that stays.

use crate::store;
use db::{Act, Read};
use people::model::Person;
use people::privacy::{Holding, Pending, Row, Table};

const TABLES: &[Table] = &[
    Table {
        name: "pages_revendiquees",
        source: "place_claim",
        columns: &["id", "lieu", "etat", "texte", "date"],
    },
    Table {
        name: "corrections_proposees",
        source: "place_correction",
        columns: &["id", "lieu", "etat", "texte", "date"],
    },
];

/// The directory as a keeper of personal data.
pub struct DirectoryHolding;

impl Holding for DirectoryHolding {
    fn tables(&self) -> &'static [Table] {
        TABLES
    }

    fn export<'a>(
        &'a self,
        read: &'a mut Read,
        person: &'a Person,
        (table, after): (&'static str, &'a str),
    ) -> Pending<'a, Vec<Row>> {
        Box::pin(async move {
            let mail_key = person.mail.as_deref().map(str::to_lowercase);
            match (table, mail_key) {
                ("pages_revendiquees", _) => {
                    store::privacy::claims(read, &person.id.to_string(), after).await
                }
                (_, Some(key)) => store::privacy::corrections(read, &key, after).await,
                (_, None) => Ok(Vec::new()),
            }
        })
    }

    fn erase<'a>(&'a self, act: &'a mut Act, person: &'a Person) -> Pending<'a, ()> {
        Box::pin(async move {
            if let Some(mail) = &person.mail {
                store::privacy::erase_address(act, &mail.to_lowercase()).await?;
            }
            store::privacy::erase(act, &person.id.to_string()).await
        })
    }
}
