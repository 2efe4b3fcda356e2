//! Accounts from the command line: the first administrator of a fresh house.

use crate::program::Program;

#[test]
fn the_first_administrator_of_a_house_is_named_on_its_machine() {
    for program in Program::on_each_engine("accounts").unwrap() {
        let made = ["account", "create", "lea.martin@exemple.fr", "--name", "Léa Martin"];
        let made = program.ok(&made).unwrap();
        assert!(made.out.contains("/connexion/lien/"), "{made:?}");
        let given = ["account", "role", "lea.martin@exemple.fr", "administrateur"];
        let given = program.ok(&given).unwrap();
        assert!(given.out.contains("Sécurité"), "says what to do for a strong proof: {given:?}");

        let shown = program.json(&["account", "show", "LEA.Martin@exemple.fr"]).unwrap();
        assert_eq!(shown["name"], "Léa Martin");
        assert_eq!(shown["roles"][0]["role"], "administrator");
        assert_eq!(shown["roles"][0]["in_force"], true);
        program.ok(&["journal", "verify"]).unwrap();
    }
}

#[test]
fn what_cannot_be_done_says_why_and_changes_nothing() {
    let program = Program::new().unwrap();
    let run = |words: &[&str]| program.run(&[&["account"], words].concat()).unwrap();
    program.ok(&["account", "create", "a@exemple.fr"]).unwrap();
    program.ok(&["account", "role", "a@exemple.fr", "administrateur"]).unwrap();
    let head = program.head().unwrap();
    run(&["create", "A@exemple.fr"]).complains(6, &["déjà"]);
    run(&["create", "exemple"]).complains(6, &["@"]);
    run(&["show", "b@exemple.fr"]).complains(6, &["b@exemple.fr", "aucun compte"]);
    run(&["role", "a@exemple.fr", "roi"]).complains(2, &["administrateur"]);
    run(&["role", "a@exemple.fr", "administrateur"]).complains(6, &["déjà ce rôle"]);
    run(&["role", "a@exemple.fr", "administrateur", "--end"]).complains(6, &["dernière"]);
    run(&["role", "a@exemple.fr", "gestionnaire"]).complains(2, &["le lieu"]);
    run(&["role", "a@exemple.fr", "gestionnaire", "nulle-part"]).complains(6, &["nulle-part"]);
    run(&["role", "a@exemple.fr", "coordination", "35", "--until", "demain"])
        .complains(2, &["demain", "AAAA-MM-JJ"]);
    run(&["role", "a@exemple.fr", "coordination", "35", "--until", "2020-01-01"])
        .complains(6, &["passée"]);
    assert_eq!(program.head().unwrap(), head);
}

#[test]
fn a_suspended_account_opens_with_no_link() {
    let program = Program::new().unwrap();
    program.ok(&["account", "create", "a@exemple.fr"]).unwrap();
    program.ok(&["account", "suspend", "a@exemple.fr", "--why", "essai"]).unwrap();
    program.run(&["account", "link", "a@exemple.fr"]).unwrap().complains(6, &["suspendu"]);
    program.ok(&["account", "allow", "a@exemple.fr"]).unwrap();
    let link = program.ok(&["account", "link", "a@exemple.fr"]).unwrap();
    assert!(link.out.contains("/connexion/lien/"));
    let listed = program.ok(&["account", "list"]).unwrap();
    assert!(listed.out.contains("a@exemple.fr") && listed.out.contains("active"), "{listed:?}");
    let coordinates = ["account", "role", "a@exemple.fr", "coordination", "35"];
    program.ok(&coordinates).unwrap();
    program.ok(&[&coordinates[..], &["--end"]].concat()).unwrap();
    let nowhere = ["account", "role", "a@exemple.fr", "coordination", "ZZ"];
    program.run(&nowhere).unwrap().complains(6, &["ZZ"]);
}
