//! Writing separated values.

/// The text of a CSV: a header, then the rows.
pub(super) fn separated(
    separator: char,
    header: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
) -> String {
    let mut text = line(separator, header.iter().copied());
    for row in rows {
        text.push_str(&line(separator, row.iter().map(String::as_str)));
    }
    text
}

fn line<'a>(separator: char, cells: impl Iterator<Item = &'a str>) -> String {
    let cells: Vec<String> = cells.map(|cell| quoted(separator, cell)).collect();
    format!("{}\r\n", cells.join(&separator.to_string()))
}

fn quoted(separator: char, cell: &str) -> String {
    if cell.contains([separator, '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
