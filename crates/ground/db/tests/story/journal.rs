//! Acts leave lines; lines are chained; nothing is skipped; nothing can be changed unseen.

use crate::town_hall::{BOARD, engines, noon, pin, someone, write_note};
use base::Actor;
use db::journal::{Break, Verdict, verify};
use db::{Db, Error, Migration, params, row};
use proptest::prelude::*;

row! {
    struct Count {
        n: i64,
    }
}

async fn count(db: &Db) -> i64 {
    let mut read = db.read().await.unwrap();
    read.one::<Count>("SELECT COUNT(*) AS n FROM note", vec![]).await.unwrap().n
}

#[tokio::test]
async fn an_act_that_leaves_no_line_does_not_commit() {
    for (db, ..) in engines("silent").await {
        let mut act = db.act(noon(), Actor::Person(someone()), "board").await.unwrap();
        act.write(
            "INSERT INTO note (id, words, size, seen) VALUES ('a', 'b', 1, $1)",
            params![true],
        )
        .await
        .unwrap();
        assert!(matches!(act.commit().await, Err(Error::SilentAct)));
        assert_eq!(count(&db).await, 0);
    }
}

#[tokio::test]
async fn a_look_cannot_write() {
    for (db, ..) in engines("look").await {
        let mut read = db.read().await.unwrap();
        let attempt: Result<Vec<Count>, _> =
            read.all("DELETE FROM note WHERE size = 1 RETURNING size AS n", vec![]).await;
        assert!(attempt.is_err());
    }
}

#[tokio::test]
async fn lines_are_numbered_without_holes_and_the_chain_holds() {
    for (db, ..) in engines("chain").await {
        for n in 0..5 {
            pin(&db, &format!("note {n}")).await;
        }
        let mut read = db.read().await.unwrap();
        let lines = read.lines_after(0, 100).await.unwrap();
        assert_eq!(lines.iter().map(|it| it.position).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
        assert_eq!(lines[4].kind, "board.pinned");
        drop(read);
        let Verdict::Whole { head } = verify(&db).await.unwrap() else { panic!("broken") };
        assert_eq!(head.position, 5);
    }
}

#[tokio::test]
async fn acts_that_overlap_are_all_sealed() {
    for (db, ..) in engines("overlap").await {
        let acts = (0..20).map(|n| {
            let db = db.clone();
            tokio::spawn(async move {
                let key = format!("note {n}");
                let mut act = db.act(noon(), Actor::Person(someone()), &key).await.unwrap();
                write_note(&mut act, &key).await;
                act.commit().await.unwrap();
            })
        });
        for act in acts.collect::<Vec<_>>() {
            act.await.unwrap();
        }
        assert!(
            matches!(verify(&db).await.unwrap(), Verdict::Whole { head } if head.position == 20)
        );
    }
}

#[tokio::test]
async fn another_process_sees_the_line_at_once() {
    for (db, address, _folder) in engines("other").await {
        let other = Db::open(&address).await.unwrap();
        pin(&db, "hello").await;
        let mut read = other.read().await.unwrap();
        assert_eq!(read.lines_after(0, 10).await.unwrap().len(), 1);
    }
}

/// Changes a stored line behind the program's back, as a person with the file could.
const TAMPERINGS: [(&str, Break); 7] = [
    ("UPDATE journal SET body = '{}' WHERE position = 2", Break::Changed),
    ("UPDATE journal SET actor = 'operator' WHERE position = 2", Break::Changed),
    ("UPDATE journal SET at = at + 1 WHERE position = 2", Break::Changed),
    ("UPDATE journal SET subject = 'x' WHERE position = 2", Break::Changed),
    ("UPDATE journal SET hash = '00' WHERE position = 2", Break::Changed),
    ("DELETE FROM journal WHERE position = 2", Break::Gap),
    ("DELETE FROM journal WHERE position = 3", Break::Head),
];

#[tokio::test]
async fn any_changed_or_missing_line_is_found() {
    for (n, (statement, expected)) in TAMPERINGS.into_iter().enumerate() {
        for (db, ..) in engines(&format!("tamper{n}")).await {
            for words in ["one", "two", "three"] {
                pin(&db, words).await;
            }
            let tampering = Migration { slice: "vandal", number: 1, sql: statement };
            db.migrate(noon(), &[BOARD, tampering]).await.unwrap();
            let verdict = verify(&db).await.unwrap();
            assert!(
                matches!(verdict, Verdict::Broken { reason, .. } if reason == expected),
                "{statement}: {verdict:?}"
            );
        }
    }
}

#[tokio::test]
async fn a_migration_changed_after_the_fact_is_refused() {
    for (db, ..) in engines("changed").await {
        let changed = Migration { sql: "CREATE TABLE note (id TEXT PRIMARY KEY)", ..BOARD };
        let refused = db.migrate(noon(), &[changed]).await;
        assert!(matches!(refused, Err(Error::MigrationChanged { .. })));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Whatever is written, the chain holds; whatever single character of a body is changed,
    /// it does not.
    #[test]
    fn no_character_of_a_line_can_change_unseen(
        words in proptest::collection::vec("[a-zé\"\\\\']{1,12}", 1..6),
        at in 0_usize..6,
        cut in 0_usize..40,
    ) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let folder = tempfile::tempdir().unwrap();
            let db = Db::open(&format!("sqlite:{}", folder.path().join("t.db").display()))
                .await
                .unwrap();
            db.migrate(noon(), &[BOARD]).await.unwrap();
            for word in &words {
                pin(&db, word).await;
            }
            assert!(matches!(verify(&db).await.unwrap(), Verdict::Whole { .. }));
            let position = i64::try_from(at % words.len() + 1).unwrap();
            let mut chore = db.chore(noon(), "vandal").await.unwrap();
            let body = chore.lines_after(position - 1, 1).await.unwrap()[0].body.clone();
            let spot = cut % body.chars().count();
            let changed: String = body
                .chars()
                .enumerate()
                .map(|(n, c)| if n == spot { if c == 'x' { 'y' } else { 'x' } } else { c })
                .collect();
            chore
                .write(
                    "UPDATE journal SET body = $1 WHERE position = $2",
                    params![changed, position],
                )
                .await
                .unwrap();
            chore.commit().await.unwrap();
            assert_eq!(
                verify(&db).await.unwrap(),
                Verdict::Broken { position, reason: Break::Changed }
            );
        });
    }
}
