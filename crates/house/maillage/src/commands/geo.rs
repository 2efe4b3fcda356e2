//! `maillage geo load`: the official communes.

use super::Ending;
use crate::house::House;
use crate::say::{Voice, grouped};
use anyhow::Context as _;
use directory::actions;
use intake::{Commune, Communes};
use people::Standing;
use std::time::Duration;
use work::outside::Outside;

const SIZE_MAX_BYTES: usize = 64 << 20;
const PATIENCE: Duration = Duration::from_mins(5);

pub(super) async fn load(house: &House, voice: Voice, from: &str) -> anyhow::Result<Ending> {
    let bytes = if from.starts_with("http://") || from.starts_with("https://") {
        let bar = voice.bar(0, "octets reçus :");
        let bytes = Outside::trusting(from)
            .fetch(from, SIZE_MAX_BYTES, PATIENCE, |it| bar.set_position(it))
            .await;
        bar.finish_and_clear();
        bytes.with_context(|| format!("{from} ne peut pas être téléchargé"))?
    } else {
        std::fs::read(from).with_context(|| format!("le fichier {from} ne s'ouvre pas"))?
    };
    let communes = read(&bytes).map_err(actions::Error::Communes)?;
    let communes: Vec<Commune> = communes.iter().cloned().collect();
    actions::load_communes(&house.db, house.now(), &Standing::operator(), &communes).await?;
    voice.line(&format!("{} communes chargées.", grouped(communes.len() as u64)));
    voice.line("Les listes déjà lues en profiteront à leur prochaine lecture.");
    voice.result(&serde_json::json!({ "communes": communes.len() }));
    Ok(Ending::Done)
}

/// CSV or JSON, told apart by the first character that is not a space.
fn read(bytes: &[u8]) -> Result<Communes, String> {
    let first = bytes.iter().find(|it| !it.is_ascii_whitespace());
    let read = match first {
        Some(b'[' | b'{') => Communes::read_official_json(bytes),
        _ => Communes::read_official_csv(bytes),
    };
    read.map_err(|error| error.to_string())
}
