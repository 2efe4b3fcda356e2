//! The same list twice, and a list that shrank.

use crate::lists;
use crate::program::Program;
use serde_json::Value;

const HARVEST: [&str; 3] = ["harvest", "--mapping", "essai.toml"];

fn harvest(program: &Program, list: &str) -> Value {
    program.json(&[&HARVEST[..], &[list]].concat()).unwrap()
}

fn adds_up(told: &Value) -> bool {
    let count = |name: &str| told["counts"][name].as_u64().unwrap();
    let parts = ["new", "changed", "unchanged", "duplicates", "quarantined"];
    told["adds_up"] == true && count("rows") == parts.iter().map(|it| count(it)).sum::<u64>()
}

#[test]
fn the_same_list_and_the_same_matching_twice_change_nothing() {
    for program in Program::on_each_engine("twice").unwrap() {
        program.file("essai.toml", lists::mapping("csv")).unwrap();
        program.file("list.csv", lists::version(false)).unwrap();
        let first = harvest(&program, "list.csv");
        assert!(adds_up(&first), "{first}");
        assert_eq!((&first["state"], &first["counts"]["new"]), (&"stored".into(), &2_000.into()));
        program.ok(&["match"]).unwrap();
        let (head, places) = (program.head().unwrap(), program.places().unwrap());

        let second = harvest(&program, "list.csv");
        assert_eq!(second["state"], "identical");
        assert_eq!(second["counts"], first["counts"], "those of the last harvest are given again");
        program.ok(&["match"]).unwrap();
        assert_eq!(program.head().unwrap(), head);
        assert_eq!(program.places().unwrap(), places);
    }
}

#[test]
fn a_list_that_repeats_itself_and_is_reordered_still_adds_up() {
    let program = Program::new().unwrap();
    program.file("essai.toml", lists::mapping("csv")).unwrap();
    let list = lists::named(&["La Source", "Le Fil", "La Toile"]);
    program.file("list.csv", &list).unwrap();
    harvest(&program, "list.csv");
    let mut rows: Vec<&str> = list.lines().skip(1).collect();
    rows.reverse();
    rows.push(rows[0]);
    program.file("list.csv", format!("{}{}\n", lists::HEADER, rows.join("\n"))).unwrap();
    let told = harvest(&program, "list.csv");
    assert!(adds_up(&told), "{told}");
    assert_eq!(
        (&told["counts"]["unchanged"], &told["counts"]["duplicates"]),
        (&3.into(), &1.into())
    );
}

#[test]
fn a_list_that_lost_a_third_waits_for_a_person_who_may_accept() {
    let program = Program::new().unwrap();
    program.file("essai.toml", lists::mapping("csv")).unwrap();
    let names: Vec<String> = (0..90).map(|n| format!("Maison des Ormes {n}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    program.file("whole.csv", lists::named(&names)).unwrap();
    program.file("less.csv", lists::named(&names[..60])).unwrap();
    harvest(&program, "whole.csv");
    program.ok(&["match"]).unwrap();
    let places = program.places().unwrap();

    let held = program.run(&[&HARVEST[..], &["less.csv"]].concat()).unwrap();
    assert_eq!(held.code, Some(3), "{held:?}");
    for words in ["RETENUE", "--accept-loss", "disparues depuis la dernière fois : 30"] {
        assert!(held.out.contains(words), "{words}: {held:?}");
    }
    program.ok(&["match"]).unwrap();
    assert_eq!(program.places().unwrap(), places);
    assert_eq!(harvest(&program, "whole.csv")["state"], "identical");

    let accepted = program.json(&[&HARVEST[..], &["less.csv", "--accept-loss"]].concat()).unwrap();
    assert!(adds_up(&accepted), "{accepted}");
    assert_eq!(
        (&accepted["state"], &accepted["counts"]["vanished"]),
        (&"stored".into(), &30.into())
    );
    assert_eq!(harvest(&program, "less.csv")["state"], "identical");
    program.head().unwrap();
}
