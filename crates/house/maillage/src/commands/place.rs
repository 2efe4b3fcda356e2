//! `maillage place`: correcting, closing, hiding a place.

use super::{Ending, Miswritten};
use crate::arguments::PlaceCommand;
use crate::house::House;
use crate::say::{Voice, print, told};
use anyhow::Context as _;
use base::PlaceId;
use directory::actions::{self, EditOutcome};
use directory::model::PlaceState;
use people::Standing;

pub(super) async fn run(
    house: &House,
    voice: Voice,
    command: &PlaceCommand,
) -> anyhow::Result<Ending> {
    match command {
        PlaceCommand::Edit { place, .. } if place == "-" => edit_lines(house).await,
        PlaceCommand::Edit { place, fields, back } => {
            if fields.is_empty() {
                return Err(Miswritten("dites quoi corriger : « champ=valeur »".into()).into());
            }
            for field in fields {
                let outcome = edit(house, place, field, *back).await?;
                tell(voice, field, outcome);
            }
            Ok(Ending::Done)
        }
        PlaceCommand::Close { place, why } => {
            set_state(house, voice, place, (PlaceState::Closed, why)).await
        }
        PlaceCommand::Hide { place, why } => {
            set_state(house, voice, place, (PlaceState::Hidden, why)).await
        }
        PlaceCommand::Publish { place } => {
            set_state(house, voice, place, (PlaceState::Published, "")).await
        }
    }
}

/// One correction a line; each is acknowledged once it is durable.
async fn edit_lines(house: &House) -> anyhow::Result<Ending> {
    use tokio::io::{AsyncBufReadExt as _, BufReader};
    let mut lines = BufReader::new(tokio::io::stdin()).lines();
    let mut ending = Ending::Done;
    while let Some(line) = lines.next_line().await? {
        let Some((place, field)) = line.trim().split_once(' ') else { continue };
        match edit(house, place, field, false).await {
            Ok(EditOutcome::Changed) => print(&format!("fait {place} {field}")),
            Ok(EditOutcome::Unchanged) => print(&format!("inchangé {place} {field}")),
            Err(error) => {
                print(&format!("refusé {place} {field} : {}", told(&error)));
                ending = Ending::of(&error);
            }
        }
    }
    Ok(ending)
}

async fn edit(house: &House, place: &str, field: &str, back: bool) -> anyhow::Result<EditOutcome> {
    let id = find(house, place).await?;
    let (name, value) = match field.split_once('=') {
        Some((name, value)) => (name.trim(), Some(value)),
        None => (field.trim(), None),
    };
    if value.is_none() && !back {
        return Err(Miswritten(format!("« {field} » : il manque « = » et une valeur")).into());
    }
    let value = value.filter(|_| !back);
    let edited =
        actions::edit(&house.db, house.now(), &Standing::operator(), id, (name, value)).await?;
    Ok(edited)
}

fn tell(voice: Voice, field: &str, outcome: EditOutcome) {
    let changed = outcome == EditOutcome::Changed;
    voice.line(&format!("{field} : {}", if changed { "corrigé" } else { "déjà ainsi" }));
    voice.result(&serde_json::json!({ "field": field, "changed": changed }));
}

async fn set_state(
    house: &House,
    voice: Voice,
    place: &str,
    wanted: (PlaceState, &str),
) -> anyhow::Result<Ending> {
    let id = find(house, place).await?;
    let outcome =
        actions::set_state(&house.db, house.now(), &Standing::operator(), id, wanted).await?;
    tell(voice, wanted.0.name(), outcome);
    Ok(Ending::Done)
}

/// A place by its id, or by the end of its address.
async fn find(house: &House, place: &str) -> anyhow::Result<PlaceId> {
    if let Ok(id) = place.parse() {
        return Ok(id);
    }
    let found = directory::place_id_at(&house.db, place).await?;
    found.ok_or(actions::Error::NotFound).with_context(|| format!("« {place} »"))
}
