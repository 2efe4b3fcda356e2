//! What comes back, as the pipe of a mail server hands it over.

use crate::program::Program;
use std::time::Duration;

#[test]
fn a_message_that_is_no_return_of_ours_is_swallowed_without_a_complaint() {
    for program in Program::on_each_engine("returned").unwrap() {
        let head = program.head().unwrap();
        let report = "Content-Type: multipart/report; boundary=b\n\n--b\n\
             Content-Type: message/delivery-status\n\nX: y\n\nAction: failed\nStatus: 5.1.1\n--b--\n";
        let noise = "é\u{1}\n".repeat(600_000);
        for (said, word) in
            [("", "not_a_report"), (report, "unknown"), (noise.as_str(), "not_a_report")]
        {
            let words = ["--json", "mail", "returned"];
            let ended = program.run_with(&words, said.to_owned(), Duration::from_mins(1)).unwrap();
            assert_eq!(ended.code, Some(0), "a failure would be one of delivery: {ended:?}");
            assert_eq!(ended.json().unwrap()["returned"], word);
        }
        assert_eq!(program.head().unwrap(), head);
    }
}

#[test]
fn an_address_that_was_not_silent_is_not_forgiven() {
    let program = Program::new().unwrap();
    let head = program.head().unwrap();
    let forgiven = program.json(&["mail", "forgive", "lea@exemple.fr"]).unwrap();
    assert_eq!(forgiven["forgiven"], false);
    program.run(&["mail", "forgive", "lea"]).unwrap().complains(2, &["adresse"]);
    assert_eq!(program.head().unwrap(), head);
}

#[test]
fn a_site_whose_mail_cannot_leave_says_so_before_it_opens() {
    let program = Program::new().unwrap();
    std::fs::create_dir_all(program.data()).unwrap();
    std::fs::write(program.data().join("maillage.toml"), "[mail]\nmode = \"smtp\"\n").unwrap();
    let serve = ["serve", "--listen", "127.0.0.1:0"];
    program.run(&serve).unwrap().complains(1, &["courrier", "from"]);
}
