//! Lists of every shape become rows; bad ones cost only themselves.

use super::limits::{DEPTH_MAX, ROW_MAX_BYTES};
use super::*;
use proptest::prelude::*;

fn mapping(read: &str) -> Mapping {
    let text = format!(
        "[source]\nkey = \"a\"\nname = \"A\"\n[read]\n{read}\n[fields.nom]\ncolumns = [\"nom\"]\n"
    );
    Mapping::from_toml(&text).unwrap()
}

fn rows(read_as: &str, mut bytes: &[u8]) -> Result<Vec<Result<RawRow, RowError>>, ListError> {
    Ok(read(&mut bytes, &mapping(read_as))?.collect())
}

fn names(read_as: &str, bytes: &[u8]) -> Vec<String> {
    let rows = rows(read_as, bytes).unwrap();
    rows.into_iter()
        .map(|row| match row {
            Ok(row) => row.values["nom"].as_str().unwrap_or("?").to_owned(),
            Err(error) => format!("! {}", error.row_number),
        })
        .collect()
}

#[test]
fn json_is_read_wherever_its_rows_are() {
    let json = "format = \"json\"";
    assert_eq!(names(json, br#"[{"nom":"a"},{"nom":"b"}]"#), ["a", "b"]);
    assert_eq!(names(json, br#"{"n":1,"rows":[{"nom":"a"}],"z":[]}"#), ["a"]);
    let deep = "format = \"json\"\nrecords = \"data.places\"";
    assert_eq!(names(deep, br#"{"x":[1],"data":{"y":{},"places":[{"nom":"a"}]}}"#), ["a"]);
    let point = br#"{"type":"FeatureCollection","features":[{"type":"Feature","id":7,
        "geometry":{"type":"Point","coordinates":[2.5,48.1]},"properties":{"nom":"a"}}]}"#;
    let row = rows("format = \"geojson\"", point).unwrap().remove(0).unwrap();
    assert_eq!(row.values["geometry.latitude"], 48.1);
}

#[test]
fn csv_is_read_with_its_accidents() {
    let csv = "format = \"csv\"";
    assert_eq!(
        names(csv, b"nom;ville\r\nl'\xe9cole;x\r\n\r\n\"a;\n\"\"b\"\"\";y\r\n"),
        ["l'école", "a;\n\"b\""]
    );
    assert_eq!(names(csv, b"nom,ville\n\"un \"deux\" trois\",x\n"), ["un \"deux\" trois"]);
    assert_eq!(names(csv, b"nom\tville\na\tb\tc\n"), ["a"]);
    let twice = rows(csv, b"nom,nom,\na,b,c\n").unwrap().remove(0).unwrap();
    assert_eq!(twice.values["nom (2)"], "b");
    assert_eq!(twice.values["colonne 3"], "c");
}

#[test]
fn a_quote_left_open_costs_its_line_only() {
    let csv = b"nom,ville\n\"a,x\nb,y\nc,z\n";
    assert_eq!(names("format = \"csv\"", csv), ["! 1", "b", "c"]);
}

#[test]
fn a_bad_element_costs_itself_only() {
    let json = br#"[{"nom":"a"},{"nom":},7,{"nom":"b"}]"#;
    assert_eq!(names("format = \"json\"", json), ["a", "! 2", "! 3", "b"]);
}

#[test]
fn escapes_written_by_hand_are_repaired_and_said() {
    let rows = rows("format = \"json\"", b"[{\"nom\":\"l\\'accueil\tdu \\d\"}]").unwrap();
    let row = rows[0].as_ref().unwrap();
    assert_eq!(row.values["nom"], "l\\'accueil du \\d");
    assert_eq!(row.repairs[0].rule, "json-escape");
}

#[test]
fn a_list_cut_short_keeps_what_came() {
    let rows = rows("format = \"json\"", br#"[{"nom":"a"},{"nom":"b"#).unwrap();
    assert!(rows[0].is_ok());
    let error = rows[1].as_ref().unwrap_err();
    assert_eq!((error.reason.clone(), error.stops), (RowFault::Truncated, true));
}

#[test]
fn a_missing_column_is_named_with_those_seen() {
    let error = rows("format = \"csv\"", b"Nom,Ville\na,b\n").unwrap_err();
    assert_eq!(error.to_string(), "colonne attendue « nom » absente ; colonnes vues : Nom, Ville");
}

#[test]
fn what_is_too_long_or_too_deep_is_refused_alone() {
    let long = format!("[{{\"nom\":\"{}\"}},{{\"nom\":\"b\"}}]", "x".repeat(ROW_MAX_BYTES));
    assert_eq!(names("format = \"json\"", long.as_bytes()), ["! 1", "b"]);
    let deep = format!("{}1{}", "[".repeat(DEPTH_MAX + 9), "]".repeat(DEPTH_MAX + 9));
    let deep = format!("[{{\"nom\":{deep}}},{{\"nom\":\"b\"}}]");
    assert_eq!(names("format = \"json\"", deep.as_bytes()), ["! 1", "b"]);
    let line = format!("nom,x\n{},1\nb,2\n", "y".repeat(ROW_MAX_BYTES * 2));
    assert_eq!(names("format = \"csv\"", line.as_bytes()), ["! 1", "b"]);
    let open = format!("nom,x\n\"{},1\nb,2\n", "y".repeat(ROW_MAX_BYTES * 2));
    assert_eq!(names("format = \"csv\"", open.as_bytes()), ["! 1", "b"]);
    let wide = format!("{}nom\n", "a,".repeat(9_000));
    assert!(matches!(rows("format = \"csv\"", wide.as_bytes()), Err(ListError::TooManyColumns(_))));
}

#[test]
fn another_shape_is_told() {
    assert_eq!(rows("format = \"json\"", b"  ").unwrap_err(), ListError::Empty);
    assert_eq!(rows("format = \"json\"", b"[]").unwrap_err(), ListError::Empty);
    let error = rows("format = \"json\"", b"nom;ville").unwrap_err().to_string();
    assert!(error.contains("tableau JSON"), "{error}");
    let error = rows("format = \"geojson\"", b"{\"a\":1}").unwrap_err().to_string();
    assert!(error.contains("features"), "{error}");
}

#[test]
fn nested_values_are_reached_by_their_path() {
    let rows = rows("format = \"json\"", br#"[{"nom":"a","b":{"c":[{"d":5}]}}]"#).unwrap();
    assert_eq!(rows[0].as_ref().unwrap().get("b.c.0.d"), Some(&Value::from(5)));
    assert_eq!(rows[0].as_ref().unwrap().get("b.c.1.d"), None);
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for format in ["json", "csv", "geojson", "standard-json", "standard-csv"] {
            let _ = rows(&format!("format = \"{format}\""), &bytes);
        }
    }

    #[test]
    fn almost_lists_never_panic(
        text in "[\\[\\]{}:,\"\\\\nom0 \n;éa\t]{0,120}",
        head in prop::sample::select(vec!["[", "{\"features\":[", "nom,x\n", ""]),
    ) {
        let bytes = format!("{head}{text}");
        for format in ["json", "csv", "geojson"] {
            if let Ok(rows) = rows(&format!("format = \"{format}\""), bytes.as_bytes()) {
                let numbers: Vec<u64> = rows.iter().map(|row| match row {
                    Ok(row) => row.row_number,
                    Err(error) => error.row_number,
                }).collect();
                prop_assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]));
            }
        }
    }
}
