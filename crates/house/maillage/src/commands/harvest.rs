//! `maillage harvest`: a list comes in.

use super::Ending;
use crate::house::House;
use crate::say::Voice;
use anyhow::Context as _;
use directory::actions::{self, Harvest, HarvestOutcome};
use directory::gazetteer::Gazetteer;
use directory::model::HarvestState;
use people::Standing;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::sync::Arc;

pub(super) async fn run(
    house: &House,
    voice: Voice,
    mapping: &Path,
    file: &Path,
    accept_loss: bool,
) -> anyhow::Result<Ending> {
    let mapping = std::fs::read_to_string(mapping)
        .with_context(|| format!("la correspondance {} ne s'ouvre pas", mapping.display()))?;
    File::open(file).with_context(|| format!("la liste {} ne s'ouvre pas", file.display()))?;
    let gazetteer = Arc::new(Gazetteer::load(&mut house.db.read().await?).await?);
    let path = file.to_owned();
    let asked = Harvest {
        mapping,
        file_name: file.file_name().map_or_else(String::new, |it| it.to_string_lossy().into()),
        open: Arc::new(move || {
            let reader: Box<dyn BufRead + Send> =
                Box::new(BufReader::with_capacity(1 << 16, File::open(&path)?));
            Ok(reader)
        }),
        gazetteer,
        accept_loss,
    };
    let outcome = take(house, voice, &asked).await?;
    tell(voice, &outcome);
    Ok(if outcome.state == HarvestState::Held { Ending::Held } else { Ending::Done })
}

/// Harvests, with a bar.
pub(super) async fn take(
    house: &House,
    voice: Voice,
    asked: &Harvest,
) -> anyhow::Result<HarvestOutcome> {
    let bar = voice.bar(0, "lignes lues :");
    let progress = {
        let bar = bar.clone();
        move |rows| bar.set_position(rows)
    };
    let outcome =
        actions::harvest(&house.db, house.now(), &Standing::operator(), asked, &progress).await;
    bar.finish_and_clear();
    Ok(outcome?)
}

fn tell(voice: Voice, outcome: &HarvestOutcome) {
    let counts = &outcome.counts;
    voice.result(&serde_json::json!({
        "source": outcome.source,
        "state": outcome.state,
        "counts": counts,
        "adds_up": counts.add_up(),
    }));
    if outcome.state == HarvestState::Identical {
        voice.line(&format!("« {} » : la liste n'a pas changé, rien à faire.", outcome.source));
        return;
    }
    voice.counts(
        &format!("« {} » ({})", outcome.source, counts.reading),
        &[
            ("lignes lues", counts.rows),
            ("nouvelles", counts.new),
            ("changées", counts.changed),
            ("inchangées", counts.unchanged),
            ("répétées à l'identique", counts.duplicates),
            ("en quarantaine", counts.quarantined),
        ],
    );
    let sum = if counts.add_up() { "Le compte est bon" } else { "LE COMPTE N'EST PAS BON" };
    voice.line(&format!("  {sum} ; disparues depuis la dernière fois : {}.", counts.vanished));
    for (title, all) in
        [("Valeurs mises de côté", &counts.problems), ("Réparations", &counts.repairs)]
    {
        if !all.is_empty() {
            let all: Vec<(&str, u64)> = all.iter().map(|(name, n)| (name.as_str(), *n)).collect();
            voice.counts(title, &all);
        }
    }
    match outcome.state {
        HarvestState::Held => voice.line(
            "Moisson RETENUE : plus d'un cinquième de la liste disparaîtrait. Vérifiez la liste, \
             puis relancez avec --accept-loss.",
        ),
        _ => voice.line("Ensuite : maillage match"),
    }
}
