//! Where something of a person is left: every text column of every table of the register, the
//! file of the database, what everyone can read.

use town::Town;

db::row! {
    struct Cell {
        v: Option<String>,
    }
}

/// Every column of every table, with its class.
pub(super) fn columns() -> Vec<(String, String, String)> {
    let register = portal::register();
    assert!(register.len() > 30, "the register is read");
    let all = register.into_iter().flat_map(|it| {
        let table = it.table;
        it.columns.into_iter().map(move |(column, class)| (table.clone(), column, class))
    });
    all.collect()
}

/// What a column holds, as text.
pub(super) async fn cells(town: &Town, table: &str, column: &str) -> Vec<String> {
    // A name of the schema: the register names it, nobody typed it.
    let sql: &'static str =
        Box::leak(format!("SELECT CAST({column} AS TEXT) AS v FROM {table}").into_boxed_str());
    let cells: Vec<Cell> = town.db.read().await.unwrap().all(sql, vec![]).await.unwrap();
    cells.into_iter().filter_map(|it| it.v).collect()
}

/// Where any of those words is left, whatever its capitals.
pub(super) async fn left(town: &Town, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let words: Vec<String> = words.iter().map(|it| it.to_lowercase()).collect();
    for (table, column, _) in columns() {
        for cell in cells(town, &table, &column).await {
            let folded = cell.to_lowercase();
            if words.iter().any(|it| folded.contains(it.as_str())) {
                found.push(format!("{table}.{column}: {cell}"));
            }
        }
    }
    if let Some(path) = town.address.strip_prefix("sqlite:") {
        for ending in ["", "-wal"] {
            let bytes = std::fs::read(format!("{path}{ending}")).unwrap_or_default();
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            if words.iter().any(|it| text.contains(it.as_str())) {
                found.push(format!("the file{ending}"));
            }
        }
    }
    for path in [
        "/",
        "/lieux.csv",
        "/lieux.json",
        "/api/v1/places",
        "/moderation/chiffres",
        "/moderation/corbeille",
    ] {
        let page = town.get(path).await.unwrap().body.to_lowercase();
        if words.iter().any(|it| page.contains(it.as_str())) {
            found.push(path.to_owned());
        }
    }
    found
}
