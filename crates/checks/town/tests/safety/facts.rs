//! All that the database holds, as one number a table.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use town::Town;

db::row! {
    struct Named { name: String }
}

db::row! {
    struct Told { told: Option<String> }
}

/// Each table and the number that its content makes. When someone was last there is left out: that
/// much is noted when a page is looked at, so that sessions and accounts can end by themselves.
pub(crate) async fn facts(town: &Town) -> BTreeMap<String, u64> {
    let mut read = town.db.read().await.unwrap();
    let tables = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";
    let tables: Vec<Named> = read.all(tables, vec![]).await.unwrap();
    let mut facts = BTreeMap::new();
    for Named { name } in tables.into_iter().filter(|it| !it.name.contains("_fts_")) {
        let columns = fixed(format!("SELECT name FROM pragma_table_info('{name}')"));
        let columns: Vec<Named> = read.all(columns, vec![]).await.unwrap();
        let said: Vec<String> = columns
            .iter()
            .filter(|it| !["seen_at", "seen_on"].contains(&it.name.as_str()))
            .map(|it| format!("quote(\"{}\")", it.name))
            .collect();
        let rows = fixed(format!("SELECT {} AS told FROM \"{name}\" ORDER BY 1", said.join("||")));
        let rows: Vec<Told> = read.all(rows, vec![]).await.unwrap();
        let mut hasher = DefaultHasher::new();
        for row in rows {
            row.told.hash(&mut hasher);
        }
        facts.insert(name, hasher.finish());
    }
    facts
}

/// The tables whose content is no longer the same.
pub(crate) fn changed(
    before: &BTreeMap<String, u64>,
    after: &BTreeMap<String, u64>,
) -> Vec<String> {
    after.iter().filter(|(name, it)| before.get(*name) != Some(it)).map(|it| it.0.clone()).collect()
}

/// A statement made of the names of the tables themselves, for as long as the test runs.
fn fixed(sql: String) -> &'static str {
    Box::leak(sql.into_boxed_str())
}
