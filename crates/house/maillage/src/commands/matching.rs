//! `maillage match`: records of one place become one page.

use super::Ending;
use crate::house::House;
use crate::say::Voice;
use directory::actions::{self, Resolved, Step};
use people::Standing;

pub(super) async fn run(house: &House, voice: Voice) -> anyhow::Result<Ending> {
    let resolved = take(house, voice).await?;
    voice.result(&resolved);
    let number = |it: usize| it as u64;
    voice.counts(
        "Fiches réunies",
        &[
            ("fiches", number(resolved.records)),
            ("paires comparées", number(resolved.compared)),
            ("lieux", number(resolved.places)),
            ("lieux nouveaux", number(resolved.created)),
            ("lieux changés", number(resolved.changed)),
            ("lieux réunis à un autre", number(resolved.merged)),
            ("un lieu dans un autre", number(resolved.hosted)),
            ("paires à vérifier", number(resolved.to_review)),
        ],
    );
    if resolved.created + resolved.changed + resolved.merged == 0 {
        voice.line("  Rien n'a changé.");
    }
    Ok(Ending::Done)
}

/// Matches, with a bar.
pub(super) async fn take(house: &House, voice: Voice) -> anyhow::Result<Resolved> {
    let bar = voice.bar(4, "lecture des fiches");
    let progress = {
        let bar = bar.clone();
        move |step| match step {
            Step::Reading => bar.set_position(0),
            Step::Comparing => {
                bar.set_position(1);
                bar.set_message("comparaison");
            }
            Step::Merging => {
                bar.set_position(2);
                bar.set_message("réunion");
            }
            Step::Writing => {
                bar.set_position(3);
                bar.set_message("écriture");
            }
        }
    };
    let resolved = actions::resolve(&house.db, house.now(), &Standing::operator(), &progress).await;
    bar.finish_and_clear();
    Ok(resolved?)
}
