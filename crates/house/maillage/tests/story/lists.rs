//! Invented lists: places that exist nowhere, in towns that do.

use std::fmt::Write as _;

/// Rows of a version of the big list.
pub(crate) const ROWS: usize = 2_000;
/// Rows that a version has and the other has not.
pub(crate) const APART: usize = 40;

const TOWNS: [(&str, &str); 10] = [
    ("Rennes", "35000"),
    ("Brest", "29200"),
    ("Nantes", "44000"),
    ("Angers", "49000"),
    ("Tours", "37000"),
    ("Poitiers", "86000"),
    ("Limoges", "87000"),
    ("Dijon", "21000"),
    ("Metz", "57000"),
    ("Amiens", "80000"),
];
const TREES: [&str; 8] =
    ["Saules", "Tilleuls", "Aulnes", "Charmes", "Ormes", "Frênes", "Bouleaux", "Noyers"];
const SORTS: [&str; 5] = ["Atelier", "Maison", "Relais", "Espace", "Fabrique"];

/// How the invented lists are read: `csv` or `json`.
pub(crate) fn mapping(format: &str) -> String {
    format!(
        "[source]\nkey = \"essai\"\nname = \"Essai\"\n\n[read]\nformat = \"{format}\"\n\n\
         [identity]\ncolumns = [\"code\"]\n\n[fields.nom]\ncolumns = [\"nom\"]\n\n\
         [fields.adresse]\ncolumns = [\"adresse\"]\n\n[fields.commune]\ncolumns = [\"commune\"]\n\n\
         [fields.code_postal]\ncolumns = [\"cp\"]\n\n[fields.telephone]\ncolumns = [\"tel\"]\n\
         optional = true\n"
    )
}

/// The header of the CSV.
pub(crate) const HEADER: &str = "code,nom,adresse,commune,cp,tel\n";

/// The big list. Its second version lost the first rows, gained as many, and corrected the
/// phone of one row in ten.
pub(crate) fn version(second: bool) -> String {
    let first_row = if second { APART } else { 0 };
    let mut text = HEADER.to_owned();
    for row in first_row..first_row + ROWS {
        let (town, postcode) = TOWNS[row % TOWNS.len()];
        let (tree, sort) = (TREES[row / 10 % TREES.len()], SORTS[row / 80 % SORTS.len()]);
        let corrected = second && row.is_multiple_of(10);
        let phone = format!("02991{}{row:04}", u8::from(corrected));
        let street = format!("{} rue des {tree}", row % 97 + 1);
        let _ = writeln!(text, "r{row},{sort} des {tree} {row},{street},{town},{postcode},{phone}");
    }
    text
}

/// Rows whose phone differs between the versions.
pub(crate) fn corrected() -> u64 {
    (APART..ROWS).filter(|row| row.is_multiple_of(10)).count() as u64
}

/// A small CSV of places with these names.
pub(crate) fn named(names: &[&str]) -> String {
    let mut text = HEADER.to_owned();
    for (row, name) in names.iter().enumerate() {
        let (town, postcode) = TOWNS[row % TOWNS.len()];
        let name = name.replace('"', "\"\"");
        let _ = writeln!(text, "n{row},\"{name}\",{} rue des Ormes,{town},{postcode},", row + 1);
    }
    text
}

/// The same places as JSON, one object a line.
pub(crate) fn named_json(names: &[&str]) -> String {
    let rows: Vec<String> = names
        .iter()
        .enumerate()
        .map(|(row, name)| {
            let (town, postcode) = TOWNS[row % TOWNS.len()];
            let street = format!("{} rue des Ormes", row + 1);
            serde_json::json!({
                "code": format!("n{row}"), "nom": name, "adresse": street,
                "commune": town, "cp": postcode,
            })
            .to_string()
        })
        .collect();
    format!("[\n{}\n]\n", rows.join(",\n"))
}
