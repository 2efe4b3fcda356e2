//! Lists that are not what they should be: what can be kept is kept, the rest has a reason.

use crate::lists;
use crate::program::{Ended, Program};
use serde_json::Value;

/// Harvests these bytes as that format, in an empty house.
pub(crate) fn harvest(program: &Program, format: &str, bytes: impl AsRef<[u8]>) -> Ended {
    program.file("essai.toml", lists::mapping(format)).unwrap();
    program.file("list", bytes).unwrap();
    program.run(&["harvest", "--mapping", "essai.toml", "list"]).unwrap()
}

/// The same, stored: its counts, which add up.
pub(crate) fn counts(program: &Program, format: &str, bytes: impl AsRef<[u8]>) -> Value {
    program.file("essai.toml", lists::mapping(format)).unwrap();
    program.file("list", bytes).unwrap();
    let told = program.json(&["harvest", "--mapping", "essai.toml", "list"]).unwrap();
    assert_eq!((&told["state"], &told["adds_up"]), (&"stored".into(), &true.into()), "{told}");
    told["counts"].clone()
}

/// The list is refused with these words, and nothing is stored.
pub(crate) fn refused(format: &str, bytes: impl AsRef<[u8]>, words: &[&str]) {
    let program = Program::new().unwrap();
    let ended = harvest(&program, format, bytes);
    ended.complains(5, words);
    assert_eq!(program.head().unwrap().0, 0, "a refused list left something");
    let once = ended.err.matches(words[0]).count();
    assert_eq!(once, 1, "said {once} times: {}", ended.err);
}

#[test]
fn a_list_cut_short_keeps_its_rows_and_says_where_it_stops() {
    let program = Program::new().unwrap();
    let whole = lists::named_json(&["La Source", "Le Fil", "La Toile", "Le Nœud"]);
    let cut = &whole[..whole.rfind("Nœud").unwrap()];
    let counts = counts(&program, "json", cut);
    assert_eq!((&counts["new"], &counts["quarantined"]), (&3.into(), &1.into()), "{counts}");
    let apart = program.ok(&["quarantine", "essai"]).unwrap().out;
    assert!(apart.contains("4;"), "{apart}");
    assert!(apart.contains("la liste s'arrête au milieu de la ligne"), "{apart}");
    program.ok(&["match"]).unwrap();
    assert_eq!(program.places().unwrap().len(), 3);
}

#[test]
fn an_empty_list_is_said_to_be_empty() {
    for format in ["csv", "json", "geojson"] {
        for bytes in ["", " \n\n", "\u{feff}"] {
            refused(format, bytes, &["la liste est vide"]);
        }
    }
    refused("json", "[]", &["la liste est vide"]);
}

#[test]
fn what_is_not_json_is_said_not_to_be() {
    refused("json", "bonjour", &["on attendait un tableau JSON", "« b »"]);
    refused("json", "{\"lieux\": 3}", &["on attendait un tableau JSON"]);
    refused("geojson", "{\"lieux\": []}", &["un tableau sous « features »"]);
    refused("json", [0x1f, 0x8b, 8, 0, 0, 0], &["on attendait un tableau JSON"]);
}

#[test]
fn a_web_page_instead_of_a_csv_is_refused_with_what_was_seen() {
    let page = "<!DOCTYPE html>\n<html><head><title>Connexion</title></head>\n<body>504</body>\n";
    refused("csv", page, &["colonnes attendues « code »", "colonnes vues : <!DOCTYPE html>"]);
    refused("json", page, &["on attendait un tableau JSON", "« < »"]);
}

#[test]
fn a_missing_column_is_named_with_those_that_are_there() {
    let list = "code,nom,adresse,ville,cp\n1,La Source,1 rue des Ormes,Rennes,35000\n";
    let words = ["colonne attendue « commune » absente", "code, nom, adresse, ville, cp"];
    refused("csv", list, &words);
    let list = "[{\"code\": \"1\", \"nom\": \"a\", \"adresse\": \"b\", \"cp\": \"35000\"}]";
    refused("json", list, &["colonne attendue « commune » absente", "code, nom, adresse, cp"]);
}

#[test]
fn accents_in_another_encoding_than_the_one_announced_come_out_right() {
    let program = Program::new().unwrap();
    let mapping = lists::mapping("csv").replace("\n[identity]", "encoding = \"utf-8\"\n[identity]");
    program.file("essai.toml", mapping).unwrap();
    let list = lists::named(&["École d'été", "Café à Noël"]);
    let latin_1: Vec<u8> =
        list.chars().map(|it| u8::try_from(u32::from(it)).unwrap_or(b'?')).collect();
    program.file("list", latin_1).unwrap();
    let told = program.json(&["harvest", "--mapping", "essai.toml", "list"]).unwrap();
    let reading = told["counts"]["reading"].as_str().unwrap();
    assert!(reading.contains("windows-1252"), "{told}");
    program.ok(&["match"]).unwrap();
    let places = program.places().unwrap();
    let names: Vec<&str> = places.iter().filter_map(|it| it["nom"].as_str()).collect();
    assert_eq!(names, ["École d'été", "Café à Noël"]);
}

#[test]
fn a_row_that_says_nothing_is_kept_apart_with_its_number() {
    let program = Program::new().unwrap();
    let list = format!("{}\n,,,,,\n", lists::named(&["La Source"]));
    let counts = counts(&program, "csv", list);
    assert_eq!((&counts["new"], &counts["quarantined"]), (&1.into(), &1.into()), "{counts}");
    let apart = program.ok(&["quarantine", "essai"]).unwrap().out;
    assert!(apart.lines().any(|it| it.starts_with("2;") && it.ends_with(";oui")), "{apart}");
}

#[test]
fn null_bytes_stop_neither_the_list_nor_the_database() {
    for program in Program::on_each_engine("nulls").unwrap() {
        let list = format!("{}n\09,La\0 Toile,\0,Rennes,35\0000,\0\n", lists::named(&["Le Fil"]));
        let told = counts(&program, "csv", list);
        assert_eq!(told["rows"], 2, "{}: {told}", program.engine());
        program.ok(&["match"]).unwrap();
        let places = program.places().unwrap();
        let null = places.iter().find(|it| it.to_string().contains("\\u0000"));
        assert!(null.is_none(), "{}: {null:?}", program.engine());
        let list = "[{\"code\":\"a\\u0000b\",\"nom\":\"x\\u0000y\",\"adresse\":\"1 rue\",\
                    \"commune\":\"Rennes\",\"cp\":\"35000\"},{\"nom\":\"\0\0\0";
        let mapping = lists::mapping("json").replace("\"essai\"", "\"autre\"");
        program.file("autre.toml", mapping).unwrap();
        program.file("autre.json", list).unwrap();
        let told = program.json(&["harvest", "--mapping", "autre.toml", "autre.json"]).unwrap();
        let told = &told["counts"];
        assert_eq!((&told["rows"], &told["quarantined"]), (&2.into(), &1.into()), "{told}");
        program.ok(&["match"]).unwrap();
        program.head().unwrap();
    }
}

#[test]
fn a_mapping_that_cannot_be_read_says_at_which_line() {
    let program = Program::new().unwrap();
    program.file("list", lists::named(&["La Source"])).unwrap();
    let good = lists::mapping("csv");
    let cases = [
        ("[source\nkey = 1\n".to_owned(), "ligne 1"),
        (good.replace("name =", "nom ="), "ligne 3 : clé inconnue « nom »"),
        (good.replace("[fields.nom]", "[fields.titre]"), "champ inconnu « titre »"),
        (good.replace("\"csv\"", "\"xls\""), "csv"),
        (String::new(), "source"),
    ];
    for (mapping, words) in cases {
        program.file("bad.toml", mapping).unwrap();
        let ended = program.run(&["harvest", "--mapping", "bad.toml", "list"]).unwrap();
        ended.complains(5, &["correspondance", words]);
        assert_eq!(program.head().unwrap().0, 0);
    }
}
