//! What the directory keeps about people with an account: claims and their words, drafts, what
//! they wrote on pages, what they corrected and decided. Who changed a page is a number that
//! stays; their name and address go from everything they wrote.

use crate::events::PageHandedOver;
use crate::{actions, store};
use db::{Act, Read, Result};
use people::model::{Person, Role, Scope};
use people::privacy::{Holding, Pending, Row, Table};

const COLUMNS: &[&str] = &["id", "lieu", "sorte", "texte", "date"];

const fn table(name: &'static str, source: &'static str) -> Table {
    Table { name, source, columns: COLUMNS }
}

const TABLES: &[Table] = &[
    table("pages_revendiquees", "place_claim"),
    table("corrections_proposees", "place_correction"),
    table("valeurs_ecrites", "edit"),
    table("modifications", "place_change"),
    table("pages_confirmees", "place_confirmation"),
    table("annonces", "place_notice"),
    table("photos", "place_photo"),
    table("traductions", "place_translation"),
    table("brouillons", "place_draft"),
    table("pages_rendues", "place_handed_back"),
    table("rapprochements", "decision"),
    table("avis_donnes", "rating"),
    table("reponses_aux_avis", "rating_reply"),
    table("codes_de_visite", "visit_sheet"),
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
        Box::pin(store::privacy::lines(read, person, (table, after)))
    }

    fn erase<'a>(&'a self, act: &'a mut Act, person: &'a Person) -> Pending<'a, ()> {
        Box::pin(async move {
            hand_back(act, person).await?;
            actions::forget_words(act, person).await?;
            store::privacy::erase(act, person).await
        })
    }
}

/// Pages that the person kept alone go back to the coordination of their territory. Their roles
/// ended in this same act, a moment before.
async fn hand_back(act: &mut Act, person: &Person) -> Result<()> {
    let now = act.now();
    for held in people::roles_ever(act, person.id).await? {
        let Scope::Place(place) = held.scope else { continue };
        if held.role != Role::PlaceManager || held.ended != Some(now) {
            continue;
        }
        let team = people::holders(act, &Scope::Place(place), now).await?;
        if !team.iter().any(|(it, _)| it.role == Role::PlaceManager) {
            store::drafts::hand_back(act, place).await?;
            act.record(&place, &PageHandedOver { to: "pole" }).await?;
        }
    }
    Ok(())
}
