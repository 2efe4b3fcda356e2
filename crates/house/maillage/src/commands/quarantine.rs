//! `maillage quarantine`: what the last reading of a list kept apart, as CSV for its owner.

use super::{Ending, Miswritten};
use crate::house::House;
use crate::say::Out;
use directory::Apart;
use std::io::{BufWriter, Write};

pub(super) async fn run(house: &House, source: &str) -> anyhow::Result<Ending> {
    let Some(rows) = directory::quarantine(&house.db, source).await? else {
        return Err(Miswritten(format!("aucune liste ne porte la clé « {source} »")).into());
    };
    write(&rows, BufWriter::new(Out(std::io::stdout().lock())))?;
    Ok(Ending::Done)
}

fn write(rows: &[Apart], mut out: impl Write) -> anyhow::Result<()> {
    writeln!(out, "ligne;identifiant;champ;valeur;raison;ligne_entiere")?;
    for row in rows {
        let whole = if row.fatal { "oui" } else { "non" };
        let cells = [&row.local_id, &row.field, &row.value, &row.reason].map(|it| cell(it));
        writeln!(out, "{};{};{whole}", row.row_number, cells.join(";"))?;
    }
    Ok(out.flush()?)
}

/// A cell that no spreadsheet takes for a formula.
fn cell(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}
