//! Backups: made while the house lives, put back elsewhere, refused when anything is amiss.

use crate::http::get;
use crate::program::{Program, block_on};
use anyhow::Result;
use serde_json::Value;
use std::fs;
use std::path::Path;

#[test]
fn a_backup_made_while_the_site_is_open_is_put_back_on_an_empty_folder() {
    for program in Program::on_each_engine("backup").unwrap() {
        program.ok(&["demo", "--fill-only"]).unwrap();
        let named = fs::create_dir_all(program.data().join("fichiers/ab"))
            .and_then(|()| fs::write(program.data().join("fichiers/ab/photo"), b"a photograph"));
        named.unwrap();
        let site = program.serve().unwrap();
        let target = program.path("lundi.zip");
        let made = program.json(&["backup", &target]).unwrap();
        assert_eq!(made["verified"], Value::Bool(true), "{made}");
        let (position, hash) = program.head().unwrap();
        assert_eq!(made["head"]["position"], position);
        assert_eq!(made["head"]["hash"], hash.as_str());
        assert!(get(&site.host, "/sante").is_ok_and(|it| it.status == 200));
        drop(site);
        assert_eq!(left_over(&program), Vec::<String>::new());
        let places = program.places().unwrap();

        let blank = program.elsewhere("restored").unwrap();
        let into = blank.data().display().to_string();
        let restored = blank.json(&["restore", &target, "--into", &into]).unwrap();
        assert_eq!(restored["head"], made["head"]);
        assert_eq!(blank.places().unwrap(), places);
        assert_eq!(blank.head().unwrap(), (position, hash));
        assert_eq!(fs::read(blank.data().join("fichiers/ab/photo")).unwrap(), b"a photograph");
        let checked = blank.json(&["check"]).unwrap();
        assert_eq!(checked["well"], Value::Bool(true), "{checked}");
    }
}

#[test]
fn a_backup_that_was_touched_is_refused() {
    let program = filled().unwrap();
    let folder = program.path("lundi");
    program.ok(&["backup", &folder]).unwrap();
    let base = format!("{folder}/base/maillage.db");
    let mut bytes = fs::read(&base).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&base, bytes).unwrap();
    let into = program.path("restored");
    let ended = program.run(&["restore", &folder, "--into", &into]).unwrap();
    ended.complains(6, &["abîmée", "base/maillage.db"]);
    assert!(!fs::exists(&into).unwrap());
}

#[test]
fn a_house_that_is_there_makes_way_only_when_asked_and_is_kept() {
    let program = filled().unwrap();
    let folder = program.path("lundi");
    program.ok(&["backup", &folder]).unwrap();
    program.run(&["backup", &folder]).unwrap().complains(6, &["existe déjà"]);
    let into = program.data().display().to_string();
    let ended = program.run(&["restore", &folder, "--into", &into]).unwrap();
    ended.complains(6, &["--replace"]);
    let before = program.head().unwrap();
    program.ok(&["restore", &folder, "--into", &into, "--replace"]).unwrap();
    assert_eq!(program.head().unwrap(), before);
    let kept = fs::read_dir(program.path("")).unwrap().flatten();
    let kept = kept.filter(|it| it.file_name().to_string_lossy().contains(".remplace-"));
    assert_eq!(kept.count(), 1);
}

#[test]
fn a_backup_never_brings_back_someone_who_was_erased_since() {
    let program = filled().unwrap();
    let folder = program.path("lundi");
    program.ok(&["backup", &folder]).unwrap();
    let (person, before) = block_on(someone(&program, None)).unwrap().unwrap();
    assert_eq!(before, "active");
    let list = program.file("erased", format!("{person}\n")).unwrap();
    let blank = program.elsewhere("restored").unwrap();
    let into = blank.data().display().to_string();
    blank.ok(&["restore", &folder, "--into", &into, "--erasures", &list]).unwrap();
    let (same, after) = block_on(someone(&blank, Some(&person))).unwrap().unwrap();
    assert_eq!((same, after.as_str()), (person, "erased"));
    let checked = blank.json(&["check"]).unwrap();
    assert_eq!(checked["well"], Value::Bool(true), "the journal is still whole: {checked}");
}

db::row! {
    struct PersonRow {
        id: String,
        state: String,
        mail: Option<String>,
    }
}

/// Someone of the house, or the person named: who, and in which state. Erased, no address is left.
async fn someone(program: &Program, person: Option<&str>) -> Result<(String, String)> {
    let db = db::Db::open(&program.address()).await?;
    let row: PersonRow = db
        .read()
        .await?
        .one(
            "SELECT id, state, mail FROM person WHERE id = COALESCE($1, id) ORDER BY id LIMIT 1",
            db::params![person],
        )
        .await?;
    db.close().await;
    assert_eq!(row.mail.is_none(), row.state == "erased");
    Ok((row.id, row.state))
}

#[test]
fn a_damaged_house_is_told_in_plain_words() {
    let program = filled().unwrap();
    let files = work::files::Files::open(&program.data().join("fichiers")).unwrap();
    let now = "2026-11-24T09:00:00Z".parse().unwrap();
    block_on(files.put(b"a photograph".to_vec(), now)).unwrap().unwrap();
    damage(&program.data().join("fichiers"));
    let ended = program.run(&["check"]).unwrap();
    assert_eq!(ended.code, Some(1), "{ended:?}");
    assert!(ended.out.contains("abîmés"), "{ended:?}");
    fs::remove_dir_all(program.data().join("fichiers")).unwrap();
    program.ok(&["check"]).unwrap();
    block_on(forge(&program)).unwrap().unwrap();
    let ended = program.run(&["check"]).unwrap();
    assert_eq!(ended.code, Some(4), "{ended:?}");
    assert!(ended.out.contains("ALTÉRÉ"), "{ended:?}");
    program.run(&["backup", &program.path("mardi")]).unwrap().complains(6, &["altéré"]);
}

/// Changes a byte of every file named after what it holds.
fn damage(folder: &Path) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        if entry.path().is_dir() {
            damage(&entry.path());
        } else if entry.file_name().len() >= 60 {
            fs::write(entry.path(), b"a photographe").unwrap();
        }
    }
}

/// Someone changes a sealed line behind the program's back.
async fn forge(program: &Program) -> Result<()> {
    let db = db::Db::open(&program.address()).await?;
    let now = "2026-11-24T09:00:00Z".parse()?;
    let mut chore = db.chore(now, "forgery").await?;
    chore.write("UPDATE journal SET actor = 'nobody' WHERE position = 2", vec![]).await?;
    chore.commit().await?;
    db.close().await;
    Ok(())
}

fn filled() -> Result<Program> {
    let program = Program::new()?;
    program.ok(&["demo", "--fill-only"])?;
    Ok(program)
}

/// What a backup left beside itself.
fn left_over(program: &Program) -> Vec<String> {
    let names = fs::read_dir(program.path("")).unwrap().flatten();
    let names = names.map(|it| it.file_name().to_string_lossy().into_owned());
    names.filter(|it| it.contains("partiel") || it.contains("verification")).collect()
}
