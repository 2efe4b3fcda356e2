//! `maillage export`: every published place, in a shape that others read.

use super::Ending;
use crate::arguments::ExportFormat;
use crate::house::House;
use crate::say::{Out, Voice, grouped};
use anyhow::Context as _;
use directory::export::{self, Format};
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

pub(super) async fn run(
    house: &House,
    voice: Voice,
    format: ExportFormat,
    out: Option<&Path>,
) -> anyhow::Result<Ending> {
    let format = match format {
        ExportFormat::Standard => Format::Csv,
        ExportFormat::StandardJson => Format::Json,
        ExportFormat::Geojson => Format::Geojson,
    };
    let places = export::published(&house.db).await?;
    let Some(path) = out else {
        let mut out = BufWriter::new(Out(std::io::stdout().lock()));
        format.write(places.iter(), &mut out)?;
        out.flush()?;
        return Ok(Ending::Done);
    };
    // Written beside, then renamed: whoever reads the file never sees half of it.
    let beside = path.with_extension("tmp");
    let file = File::create(&beside)
        .with_context(|| format!("{} ne peut pas être écrit", beside.display()))?;
    let mut out = BufWriter::new(file);
    format.write(places.iter(), &mut out)?;
    out.into_inner()?.sync_all()?;
    std::fs::rename(&beside, path)
        .with_context(|| format!("{} ne peut pas être écrit", path.display()))?;
    voice.line(&format!("{} lieux écrits dans {}", grouped(places.len() as u64), path.display()));
    voice.result(&serde_json::json!({ "places": places.len(), "file": path }));
    Ok(Ending::Done)
}
