//! What someone takes away of their data: a zip archive, written while it is sent. Each list is
//! there twice, as CSV for people and as JSON for programs, page by page: an archive of any size
//! takes the memory of one page.

use super::{Holdings, Row, Table};
use crate::model::Person;
use base::Timestamp;
use bytes::Bytes;
use db::Db;
use futures_util::Stream;
use std::io;
use work::bundle::{Feed, Packing, zip};

/// The archive of a person's data; `readme` says, in their language, what is in it.
pub fn archive(
    db: Db,
    now: Timestamp,
    (person, holdings): (Person, Holdings),
    readme: String,
) -> impl Stream<Item = io::Result<Bytes>> + Send + 'static {
    zip(now, move |mut feed| async move {
        feed.entry("LISEZ-MOI.txt", readme.as_bytes()).await?;
        for kind in [Written::Csv, Written::Json] {
            for (holding, table) in holdings.tables() {
                write(&mut feed, &db, (&person, holding.as_ref(), table), kind).await?;
            }
        }
        feed.end().await
    })
}

#[derive(Clone, Copy)]
enum Written {
    Csv,
    Json,
}

async fn write(
    feed: &mut Feed,
    db: &Db,
    (person, holding, table): (&Person, &dyn super::Holding, &'static Table),
    kind: Written,
) -> io::Result<()> {
    let ending = match kind {
        Written::Csv => "csv",
        Written::Json => "json",
    };
    feed.begin(&format!("{}.{ending}", table.name), Packing::Deflated).await?;
    feed.write(beginning(table, kind).as_bytes()).await?;
    let (mut after, mut is_first) = (String::new(), true);
    loop {
        let mut read = db.read().await.map_err(io::Error::other)?;
        let rows = holding.export(&mut read, person, (table.name, &after)).await;
        let rows = rows.map_err(io::Error::other)?;
        drop(read);
        let Some(last) = rows.last().and_then(|it| it.first()).cloned() else { break };
        for row in &rows {
            feed.write(line(table, row, (kind, is_first)).as_bytes()).await?;
            is_first = false;
        }
        // Whoever does not go on from the last line would be asked for ever.
        if last <= after {
            break;
        }
        after = last;
    }
    feed.write(match kind {
        Written::Csv => b"",
        Written::Json => b"\n]\n",
    })
    .await
}

fn beginning(table: &Table, kind: Written) -> String {
    match kind {
        // The mark by which spreadsheets read accents.
        Written::Csv => format!("\u{feff}{}\r\n", table.columns.join(";")),
        Written::Json => "[".to_owned(),
    }
}

fn line(table: &Table, row: &Row, (kind, is_first): (Written, bool)) -> String {
    match kind {
        Written::Csv => {
            let cells: Vec<String> = row.iter().map(|it| cell(it)).collect();
            format!("{}\r\n", cells.join(";"))
        }
        Written::Json => {
            let object: serde_json::Map<String, serde_json::Value> = table
                .columns
                .iter()
                .zip(row)
                .map(|(name, value)| ((*name).to_owned(), value.clone().into()))
                .collect();
            let comma = if is_first { "\n" } else { ",\n" };
            format!("{comma}{}", serde_json::Value::Object(object))
        }
    }
}

/// A cell that a spreadsheet takes for text, whatever it begins with.
fn cell(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let mark = if is_formula { "'" } else { "" };
    format!("\"{mark}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn no_cell_is_a_formula_and_none_leaves_its_place() {
        for (text, written) in [
            ("Léa", "\"Léa\""),
            ("=1+1", "\"'=1+1\""),
            ("@SOMME(A1)", "\"'@SOMME(A1)\""),
            ("a\";=b", "\"a\"\";=b\""),
            ("", "\"\""),
        ] {
            assert_eq!(cell(text), written);
        }
    }
}
