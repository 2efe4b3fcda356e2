//! What the slice of people keeps about people, and the letters of the outbox.

use super::{Holding, Pending, Row, Table};
use crate::model::Person;
use crate::store;
use db::{Act, Read};

/// The name that stands where someone was.
const ERASED_NAME: &str = "compte supprimé";

const TABLES: &[Table] = &[
    Table {
        name: "compte",
        source: "person",
        columns: &["id", "nom", "courriel", "langue", "vu_le", "niveau", "cree_le"],
    },
    Table {
        name: "appareils",
        source: "session",
        columns: &["id", "appareil", "reseau", "debut", "derniere_visite", "fin"],
    },
    Table {
        name: "roles",
        source: "held_role",
        columns: &["id", "role", "portee", "code", "debut", "fin", "arret"],
    },
    Table {
        name: "consentements",
        source: "consent",
        columns: &["id", "texte", "version", "donne", "retire"],
    },
    Table {
        name: "demandes",
        source: "privacy_request",
        columns: &["id", "objet", "texte", "issue", "faite_le", "repondue_le"],
    },
    Table {
        name: "cles_d_acces",
        source: "passkey",
        columns: &["id", "nom", "ajoutee_le", "utilisee_le"],
    },
    Table {
        name: "services_d_identite",
        source: "identity",
        columns: &["id", "service", "emetteur", "identifiant", "ajoute_le", "utilise_le"],
    },
    Table {
        name: "anciens_noms",
        source: "former_word",
        columns: &["id", "sorte", "valeur", "jusqu_au"],
    },
    Table {
        name: "lettres_choisies",
        source: "letter_choice",
        columns: &["id", "rythme", "choisi_le"],
    },
    Table {
        name: "lettres",
        source: "letter",
        columns: &["id", "sorte", "objet", "etat", "postee"],
    },
    Table { name: "journal", source: "journal", columns: &["id", "date", "evenement", "details"] },
];

/// The slice of people as a keeper of personal data.
pub struct Own;

impl Holding for Own {
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
            match table {
                "lettres" => letters(read, person, after).await,
                "journal" => journal(read, person, after).await,
                table => store::privacy::own::lines(read, person.id, (table, after)).await,
            }
        })
    }

    fn erase<'a>(&'a self, act: &'a mut Act, person: &'a Person) -> Pending<'a, ()> {
        Box::pin(async move {
            let mut addresses = store::privacy::own::addresses(act, person.id).await?;
            addresses.extend(person.mail.clone());
            for address in addresses {
                if let Ok(address) = address.parse::<work::mail::Address>() {
                    work::mail::erase(act, &address).await?;
                }
                store::privacy::own::erase_address(act, &address.to_lowercase()).await?;
            }
            store::privacy::own::erase(act, person.id, ERASED_NAME).await
        })
    }
}

/// Letters are few enough to be one page: the outbox forgets them after a year.
async fn letters(read: &mut Read, person: &Person, after: &str) -> db::Result<Vec<Row>> {
    let address = person.mail.as_deref().and_then(|it| it.parse::<work::mail::Address>().ok());
    let (Some(address), true) = (address, after.is_empty()) else { return Ok(Vec::new()) };
    let lines = work::mail::sent_to(read, &address).await?;
    let row = |it: work::mail::MailLine| {
        let state = it.state.word().to_owned();
        vec![it.id.to_string(), it.kind, it.subject, state, it.posted_at.to_string()]
    };
    Ok(lines.into_iter().map(row).collect())
}

/// The last lines of the journal about the account.
async fn journal(read: &mut Read, person: &Person, after: &str) -> db::Result<Vec<Row>> {
    const LINES_MAX: i64 = 2_000;
    if !after.is_empty() {
        return Ok(Vec::new());
    }
    let lines = read.lines_about(&person.id.to_string(), LINES_MAX).await?;
    let at = |milliseconds| base::Timestamp::from_millisecond(milliseconds).unwrap_or_default();
    Ok(lines.into_iter().map(|it| vec![it.id, at(it.at).to_string(), it.kind, it.body]).collect())
}
