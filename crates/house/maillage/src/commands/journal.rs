//! `maillage journal verify`: whether any byte of the journal changed.

use super::Ending;
use crate::house::House;
use crate::say::{Voice, grouped};
use db::journal::{self, Break, Verdict};

pub(super) async fn verify(house: &House, voice: Voice) -> anyhow::Result<Ending> {
    let verdict = journal::verify(&house.db).await?;
    voice.result(&verdict);
    match verdict {
        Verdict::Whole { head } => {
            let lines = grouped(u64::try_from(head.position).unwrap_or(0));
            voice.line(&format!("Le journal est intact : {lines} lignes."));
            voice.line(&format!("Dernière empreinte, à noter ailleurs : {}", head.hash));
            Ok(Ending::Done)
        }
        Verdict::Broken { position, reason } => {
            let reason = match reason {
                Break::Gap => "une ligne manque ou est en double",
                Break::Changed => "une ligne a été modifiée",
                Break::Head => "des lignes manquent à la fin, ou y ont été ajoutées",
            };
            voice.line(&format!("Le journal a été ALTÉRÉ à la ligne {position} : {reason}."));
            Ok(Ending::Tampered)
        }
    }
}
