//! Lists made to break whoever reads them: refused or kept apart, in bounded memory.
//!
//! Every run of the program asserts its own memory; here it is also told.

use crate::bad_lists::{counts, harvest};
use crate::lists;
use crate::program::{Program, say};
use std::fmt::Write as _;

const LINE_BYTES: usize = 100_000_000;
const GOOD_ROW: &str = "n2,Le Fil,1 rue des Ormes,Rennes,35000,\n";

#[test]
fn a_line_of_a_hundred_megabytes_costs_only_itself() {
    let line = "x".repeat(LINE_BYTES);
    let program = Program::new().unwrap();
    let csv = format!("{}n1,{line},a,Rennes,35000,\n{GOOD_ROW}", lists::HEADER);
    let told = counts(&program, "csv", csv);
    assert_eq!((&told["new"], &told["quarantined"]), (&1.into(), &1.into()), "{told}");
    let apart = program.ok(&["quarantine", "essai"]).unwrap().out;
    assert!(apart.contains("ligne de plus de 8388608 octets"), "{}", &apart[..200]);
    assert!(apart.len() < 20_000, "{} bytes", apart.len());

    let program = Program::new().unwrap();
    let good = "{\"code\":\"b\",\"nom\":\"Le Fil\",\"adresse\":\"1 rue\",\"commune\":\"Rennes\",\
                \"cp\":\"35000\"}";
    let told = counts(&program, "json", format!("[{{\"code\":\"a\",\"nom\":\"{line}\"}},{good}]"));
    assert_eq!((&told["new"], &told["quarantined"]), (&1.into(), &1.into()), "{told}");

    let program = Program::new().unwrap();
    let ended = harvest(&program, "csv", line);
    ended.complains(5, &["une première ligne sans fin"]);
    say(&format!("a line of 100 MB as header: {} kB of memory, {:.1?}", ended.peak_kb, ended.took));
}

#[test]
fn a_million_columns_are_refused() {
    let header: Vec<String> = (0..1_000_000).map(|n| format!("c{n}")).collect();
    let program = Program::new().unwrap();
    let ended = harvest(&program, "csv", format!("{}\n", header.join(",")));
    ended.complains(5, &["plus de 4096 colonnes"]);
    assert_eq!(program.head().unwrap().0, 0);

    let program = Program::new().unwrap();
    let row = ",".repeat(1_000_000);
    let ended = harvest(&program, "csv", format!("{}{row}\n{GOOD_ROW}", lists::HEADER));
    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert!(ended.out.contains("Le compte est bon"), "{ended:?}");
    say(&format!("a row of a million columns: {} kB of memory", ended.peak_kb));
}

#[test]
fn a_column_with_a_name_of_megabytes_does_not_flood_the_complaint() {
    let program = Program::new().unwrap();
    let ended = harvest(&program, "csv", format!("{}\n1\n", "x".repeat(7_000_000)));
    ended.complains(5, &["colonnes attendues « code »"]);
}

#[test]
fn a_million_empty_lines_are_no_rows_and_empty_cells_are_told_once() {
    let program = Program::new().unwrap();
    let list = format!("{}{}{GOOD_ROW}", lists::HEADER, "\n".repeat(1_000_000));
    let told = counts(&program, "csv", list);
    assert_eq!((&told["rows"], &told["new"]), (&1.into(), &1.into()), "{told}");

    let program = Program::new().unwrap();
    let list = format!("{}{}", lists::HEADER, ",,,,,\n".repeat(50_000));
    let ended = harvest(&program, "csv", list);
    assert!(ended.out.contains("Le compte est bon"), "{ended:?}");
    let apart = program.ok(&["quarantine", "essai"]).unwrap().out;
    assert!(apart.lines().count() < 5, "{}", apart.lines().count());
}

#[test]
fn nesting_a_hundred_thousand_deep_costs_only_its_row() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let good = lists::named_json(&["La Source", "Le Fil"]);
    let program = Program::new().unwrap();
    let told = counts(&program, "json", good.replacen("\"La Source\"", &deep, 1));
    assert_eq!((&told["new"], &told["quarantined"]), (&1.into(), &1.into()), "{told}");
    let apart = program.ok(&["quarantine", "essai"]).unwrap().out;
    assert!(apart.contains("plus de 64 niveaux imbriqués"), "{apart}");

    for (start, words) in [("{\"a\":", "tableau JSON"), ("{\"a\":[", "")] {
        let program = Program::new().unwrap();
        let ended = harvest(&program, "json", start.repeat(100_000));
        assert!(matches!(ended.code, Some(0 | 5)), "{ended:?}");
        assert!(ended.err.contains(words), "{ended:?}");
    }
}

#[test]
fn a_quote_left_open_does_not_swallow_the_list() {
    let program = Program::new().unwrap();
    let mut list = lists::named(&["La Source"]);
    for row in 0..2_000 {
        let _ = writeln!(list, "q{row},\"Maison {row},2 rue des Ormes,Rennes,35000,");
    }
    let told = counts(&program, "csv", list);
    assert!(told["rows"].as_u64().unwrap() >= 2, "{told}");
    assert_eq!(
        told["new"].as_u64().unwrap() + told["quarantined"].as_u64().unwrap(),
        told["rows"].as_u64().unwrap()
    );
}
