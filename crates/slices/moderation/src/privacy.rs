//! What moderation keeps about people with an account: what they reported, what was decided about
//! what they wrote, the appeals they made, and what they decided themselves.
//!
//! A decision outlives everyone: its reason is owed to whoever asks later. Who took it, and about
//! whom, is then a number that stands for nobody.

use crate::store;
use db::{Act, Read};
use people::model::Person;
use people::privacy::{Holding, Pending, Row, Table};

const TABLES: &[Table] = &[
    Table {
        name: "signalements",
        source: "report",
        columns: &["id", "objet", "raison", "texte", "date"],
    },
    Table {
        name: "dossiers_de_moderation",
        source: "moderation_case",
        columns: &["id", "objet", "etat", "texte", "date"],
    },
    Table {
        name: "recours",
        source: "moderation_appeal",
        columns: &["id", "decision", "etat", "texte", "date"],
    },
    Table {
        name: "decisions_prises",
        source: "moderation_decision",
        columns: &["id", "dossier", "decision", "motif", "date"],
    },
];

/// Moderation as a keeper of personal data.
pub struct ModerationHolding;

impl Holding for ModerationHolding {
    fn tables(&self) -> &'static [Table] {
        TABLES
    }

    fn export<'a>(
        &'a self,
        read: &'a mut Read,
        person: &'a Person,
        (table, after): (&'static str, &'a str),
    ) -> Pending<'a, Vec<Row>> {
        Box::pin(store::privacy::lines(read, person, (table, after)))
    }

    fn erase<'a>(&'a self, act: &'a mut Act, person: &'a Person) -> Pending<'a, ()> {
        Box::pin(store::privacy::erase(act, person))
    }
}
