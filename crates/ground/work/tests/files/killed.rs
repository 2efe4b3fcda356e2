//! The program is killed while it keeps files: what it said it kept is there, and is whole.
//!
//! The story runs itself as another program, which keeps files and says each name, until it is
//! killed without a word.

use super::noon;
use base::time::days_after;
use std::collections::HashSet;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use work::files::{FileName, Files, UNCLAIMED_KEPT};

const FOLDER: &str = "MAILLAGE_STORY_OF_FILES";

/// What the other program does. Alone, it does nothing.
#[tokio::test]
async fn keeps_files_until_it_is_killed() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let files = Files::open(Path::new(&folder)).unwrap();
    for n in 0_u64.. {
        let bytes = [n.to_le_bytes(), u64::from(std::process::id()).to_le_bytes()].concat();
        let stored = files.put(bytes.repeat(4000), noon()).await.unwrap();
        let mut out = std::io::stdout().lock();
        writeln!(out, "\nkept {}", stored.name).unwrap();
        out.flush().unwrap();
    }
}

#[tokio::test]
async fn what_was_kept_before_a_kill_is_whole_and_nothing_half_written_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut kept: HashSet<FileName> = HashSet::new();
    for round in 0..12_u64 {
        let mut program = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "killed::keeps_files_until_it_is_killed", "--nocapture"])
            .env(FOLDER, folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let out = program.stdout.take().unwrap();
        let heard = std::thread::spawn(move || {
            let lines = BufReader::new(out).lines().map_while(Result::ok);
            let names = lines.filter_map(|it| it.strip_prefix("kept ")?.parse().ok());
            names.collect::<Vec<FileName>>()
        });
        std::thread::sleep(Duration::from_millis(60 + 17 * round));
        program.kill().unwrap();
        program.wait().unwrap();
        kept.extend(heard.join().unwrap());
    }
    let files = Files::open(folder.path()).unwrap();
    let report = files.check().await.unwrap();
    assert!(!kept.is_empty(), "something was kept");
    assert_eq!((report.damaged, report.strangers), (0, 0), "{report:?}");
    assert!(report.files >= kept.len() as u64);
    for name in &kept {
        assert!(files.read(name).await.is_ok(), "{name} was lost");
    }
    let long_after = days_after(noon(), 36_500);
    files.sweep(move |it| kept.contains(it), long_after, UNCLAIMED_KEPT).await.unwrap();
    assert_eq!(files.check().await.unwrap().unfinished, 0);
}
