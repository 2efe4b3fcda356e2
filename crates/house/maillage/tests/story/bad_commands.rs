//! Commands that cannot be done: each says what is wrong and what to type instead.

use crate::lists;
use crate::program::Program;
use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;

fn demo() -> (Program, String) {
    let program = Program::new().unwrap();
    program.ok(&["demo", "--fill-only"]).unwrap();
    let id = program.places().unwrap()[0]["id"].as_str().unwrap().to_owned();
    (program, id)
}

#[test]
fn an_unknown_command_proposes_the_right_one() {
    let program = Program::new().unwrap();
    program.run(&["harvst"]).unwrap().complains(2, &["harvst", "'harvest'"]);
    program.run(&["place", "edti"]).unwrap().complains(2, &["edti", "'edit'"]);
    program.run(&["serve", "--listn", "x"]).unwrap().complains(2, &["--listen"]);
    program.run(&["serve", "--listen", "ici"]).unwrap().complains(2, &["ici", "ADRESSE:PORT"]);
    assert!(!program.data().exists(), "a misspelt command made a folder");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let program = Program::new().unwrap();
    program.file("essai.toml", lists::mapping("csv")).unwrap();
    let harvest = ["harvest", "--mapping"];
    let run = |mapping: &str, list: &str| {
        program.run(&[&harvest[..], &[mapping, list]].concat()).unwrap()
    };
    run("nulle-part.toml", "x").complains(1, &["nulle-part.toml", "ne s'ouvre pas"]);
    run("essai.toml", "nulle-part.csv").complains(1, &["nulle-part.csv", "ne s'ouvre pas"]);
    program.run(&["geo", "load", "essai.toml"]).unwrap().complains(5, &["communes illisible"]);
    run("essai.toml", ".").complains(1, &["le fichier ne peut pas être lu"]);
    program.run(&["geo", "load", "rien.csv"]).unwrap().complains(1, &["rien.csv"]);
    program.run(&["basemap", "build", "rien"]).unwrap().complains(1, &["rien"]);
    let out = program.path("nulle/part.csv");
    program.run(&["export", "--out", &out]).unwrap().complains(1, &["ne peut pas être écrit"]);
}

#[test]
fn a_folder_that_cannot_be_made_or_holds_something_else_is_named() {
    let program = Program::new().unwrap();
    program.file("data", "a file where the folder should be").unwrap();
    let ended = program.run(&["journal", "verify"]).unwrap();
    ended.complains(1, &["le dossier", "ne peut pas être créé"]);

    let program = Program::new().unwrap();
    std::fs::create_dir(program.data()).unwrap();
    std::fs::write(program.data().join("maillage.db"), "not a database, by far").unwrap();
    let ended = program.run(&["journal", "verify"]).unwrap();
    ended.complains(1, &["la base de données ne s'ouvre pas"]);

    let program = Program::new().unwrap();
    std::fs::create_dir(program.data()).unwrap();
    std::fs::write(program.data().join("maillage.toml"), "[site]\ncolour = \"red\"\n").unwrap();
    let ended = program.run(&["journal", "verify"]).unwrap();
    ended.complains(1, &["la configuration", "maillage.toml", "colour"]);

    let ended = program.run(&["--database", "mysql://x", "journal", "verify"]).unwrap();
    ended.complains(1, &["mysql://x"]);
}

#[test]
fn a_folder_may_have_any_name() {
    for name in ["données d'été", "a?b=c", "100%25", "#1&2", "a;b"] {
        let program = Program::in_folder(name).unwrap();
        program.head().unwrap();
        let database = program.data().join("maillage.db");
        assert!(database.exists(), "{}", database.display());
    }
}

#[test]
fn a_port_already_taken_says_to_choose_another() {
    let program = Program::new().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let ended = program.run(&["serve", "--listen", &address]).unwrap();
    ended.complains(1, &["impossible d'écouter", &address, "--listen"]);
}

#[test]
fn an_edit_that_the_standard_forbids_names_its_field() {
    let (program, id) = demo();
    let head = program.head().unwrap();
    let edit = |field: &str| program.run(&["place", "edit", &id, field]).unwrap();
    edit("telephone=abc").complains(6, &["« abc »", "« telephone »"]);
    edit("services=Magie").complains(6, &["« Magie »", "« services »"]);
    edit("horaires=le matin").complains(6, &["« horaires »"]);
    edit("site_web=javascript:alert(1)").complains(6, &["« site_web »"]);
    edit("nom=").complains(6, &["un lieu a toujours un nom"]);
    edit("couleur=bleu").complains(6, &["« couleur » ne se corrige pas"]);
    edit("id=lieu_1").complains(6, &["« id » ne se corrige pas"]);
    edit("telephone").complains(2, &["« telephone » : il manque « = »"]);
    program.run(&["place", "edit", &id]).unwrap().complains(2, &["champ=valeur"]);
    program.run(&["place", "close", &id, "--why", " "]).unwrap().complains(6, &["pourquoi"]);
    assert_eq!(program.head().unwrap(), head, "a refused edit left a line in the journal");
}

#[test]
fn a_place_that_does_not_exist_is_said_not_to() {
    let (program, _) = demo();
    for place in ["lieu-de-nulle-part", "lieu_01J00000000000000000000000", "../../etc", "é"] {
        let ended = program.run(&["place", "edit", place, "nom=X"]).unwrap();
        ended.complains(6, &["aucun lieu de ce nom"]);
        let ended = program.run(&["place", "hide", place, "--why", "essai"]).unwrap();
        ended.complains(6, &["aucun lieu de ce nom"]);
    }
    program.run(&["quarantine", "rien"]).unwrap().complains(2, &["« rien »"]);
}

#[test]
fn among_many_edits_a_bad_one_does_not_stop_the_others() {
    let (program, id) = demo();
    let said = format!(
        "{id} telephone=+33299000001\n\nn'importe quoi\n{id} telephone=abc\nseul\n\
         {id} telephone=+33299000002\n"
    );
    let patience = std::time::Duration::from_mins(1);
    let ended = program.run_with(&["place", "edit", "-"], said, patience).unwrap();
    let answers: Vec<&str> =
        ended.out.lines().filter_map(|it| it.split_once(' ')).map(|it| it.0).collect();
    assert_eq!(answers, ["fait", "refusé", "refusé", "fait"], "{ended:?}");
    assert_eq!(ended.code, Some(6), "{ended:?}");
}

#[test]
fn scripts_get_their_failures_as_json() {
    let program = Program::new().unwrap();
    let ended = program.run(&["--json", "place", "edit", "rien", "nom=X"]).unwrap();
    assert_eq!(ended.code, Some(6), "{ended:?}");
    assert!(ended.json().unwrap()["error"].as_str().unwrap().contains("aucun lieu"));
}

#[test]
fn a_reader_who_has_seen_enough_is_no_failure() {
    let (program, _) = demo();
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_maillage"))
        .arg("--data")
        .arg(program.data())
        .args(["export", "--format", "standard-json"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(0), "{ended:?}");
    assert!(ended.stderr.is_empty(), "{ended:?}");
}
