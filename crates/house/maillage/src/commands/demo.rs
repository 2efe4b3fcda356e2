//! `maillage demo`: a believable network on an empty folder, then the site.

mod life;
mod residents;

use super::{Ending, harvest, matching, serve};
use crate::house::House;
use crate::say::{Voice, grouped};
use directory::actions::{self, Harvest};
use directory::gazetteer::Gazetteer;
use directory::samples;
use people::Standing;
use std::io::{BufRead, Cursor};
use std::net::SocketAddr;
use std::sync::Arc;

pub(super) async fn run(
    house: &House,
    voice: Voice,
    listen: SocketAddr,
    fill_only: bool,
) -> anyhow::Result<Ending> {
    if house.db.read().await?.head().await?.position == 0 {
        fill(house, voice).await?;
    } else {
        voice.line("Le dossier a déjà des lieux : je les garde.");
    }
    if fill_only {
        return Ok(Ending::Done);
    }
    serve::run(house, voice, listen).await
}

async fn fill(house: &House, voice: Voice) -> anyhow::Result<()> {
    let communes = samples::communes();
    actions::load_communes(&house.db, house.now(), &Standing::operator(), &communes).await?;
    let gazetteer = Arc::new(Gazetteer::new(communes));
    let mut rows = 0;
    for list in samples::lists() {
        let bytes = Arc::new(list.bytes);
        let asked = Harvest {
            mapping: list.mapping.to_owned(),
            file_name: list.file_name,
            open: Arc::new(move || {
                let reader: Box<dyn BufRead + Send> = Box::new(Cursor::new(bytes.to_vec()));
                Ok(reader)
            }),
            gazetteer: gazetteer.clone(),
            accept_loss: false,
        };
        rows += harvest::take(house, voice, &asked).await?.counts.rows;
    }
    let resolved = matching::take(house, voice).await?;
    voice.line(&format!(
        "Réseau fictif : {} lignes de listes, {} lieux.",
        grouped(rows),
        grouped(resolved.places as u64)
    ));
    let settled = residents::settle(house, voice).await?;
    life::happen(house, &settled).await
}
