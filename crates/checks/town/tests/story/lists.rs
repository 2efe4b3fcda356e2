//! Lists come in, change, lose rows; places keep their identity and nothing is lost.

use directory::model::HarvestState;
use serde_json::Value;
use town::{Town, on_each_engine};

const LIBRARIES: &str = r#"
[source]
key = "libraries"
name = "Médiathèques"
owner = "Le département"
licence = "Licence Ouverte 2.0"
trust = 70

[read]
format = "json"

[identity]
columns = ["id"]

[fields.nom]
columns = ["name"]
[fields.adresse]
columns = ["street"]
[fields.code_postal]
columns = ["postcode"]
[fields.commune]
columns = ["town"]
[fields.telephone]
columns = ["phone"]
"#;

fn advisers() -> String {
    LIBRARIES.replace("libraries", "advisers").replace("Médiathèques", "Conseillers")
}

fn row(id: &str, name: &str, street: &str, phone: &str) -> Value {
    serde_json::json!({
        "id": id, "name": name, "street": street,
        "postcode": "35000", "town": "Rennes", "phone": phone,
    })
}

fn list(rows: &[Value]) -> String {
    serde_json::to_string(rows).unwrap()
}

async fn journal_end(town: &Town) -> i64 {
    town.db.read().await.unwrap().head().await.unwrap().position
}

#[tokio::test]
async fn two_lists_that_speak_of_one_library_make_one_page_that_says_who_says_what() {
    for town in on_each_engine("one_page").await.unwrap() {
        let a = row("1", "Médiathèque des Tilleuls", "12 rue des Tilleuls", "02 99 00 11 22");
        let b = row("x9", "Mediatheque des Tilleuls", "12 rue des tilleuls", "+33299001122");
        town.harvest(LIBRARIES, &list(&[a])).await.unwrap();
        town.harvest(&advisers(), &list(&[b])).await.unwrap();
        let resolved = town.resolve().await.unwrap();
        assert_eq!((resolved.records, resolved.places), (2, 1));
        let page = town.get("/lieux/mediatheque-des-tilleuls-rennes").await.unwrap();
        assert_eq!(page.status, 200);
        assert!(page.body.contains("02 99 00 11 22"));
        assert!(page.body.contains("Médiathèques") && page.body.contains("Conseillers"));
    }
}

#[tokio::test]
async fn the_same_lists_again_change_nothing_at_all() {
    for town in on_each_engine("again").await.unwrap() {
        let rows = list(&[
            row("1", "Médiathèque des Tilleuls", "12 rue des Tilleuls", ""),
            row("2", "Maison de quartier du Port", "3 quai du Port", ""),
        ]);
        town.harvest(LIBRARIES, &rows).await.unwrap();
        town.resolve().await.unwrap();
        let end = journal_end(&town).await;
        town.days_go_by(1);
        let again = town.harvest(LIBRARIES, &rows).await.unwrap();
        assert_eq!(again.state, HarvestState::Identical);
        let resolved = town.resolve().await.unwrap();
        assert_eq!((resolved.created, resolved.changed, resolved.merged), (0, 0, 0));
        assert_eq!(journal_end(&town).await, end);
    }
}

#[tokio::test]
async fn counts_add_up_whatever_the_rows_are() {
    for town in on_each_engine("counts").await.unwrap() {
        let good = row("1", "Médiathèque", "1 rue A", "");
        let twin = row("1", "Médiathèque", "1 rue A", "");
        let nobody = serde_json::json!({"id": "3", "name": "", "street": "", "postcode": "",
                                        "town": "", "phone": ""});
        let odd = row("4", "Cyber-base", "2 rue B", "02 99 12");
        let outcome = town.harvest(LIBRARIES, &list(&[good, twin, nobody, odd])).await.unwrap();
        let counts = outcome.counts;
        assert!(counts.add_up());
        assert_eq!((counts.rows, counts.new, counts.duplicates, counts.quarantined), (4, 2, 1, 1));
        assert_eq!(counts.problems["bad-phone"], 1);
        let kept = directory::quarantine(&town.db, "libraries").await.unwrap().unwrap();
        assert!(kept.iter().any(|it| it.field == "telephone" && it.value == "02 99 12"));
    }
}

#[tokio::test]
async fn a_changed_row_changes_its_page_and_the_page_keeps_its_address() {
    for town in on_each_engine("changed").await.unwrap() {
        let slug = "/lieux/mediatheque-des-tilleuls-rennes";
        let before = row("1", "Médiathèque des Tilleuls", "12 rue des Tilleuls", "");
        town.harvest(LIBRARIES, &list(&[before])).await.unwrap();
        town.resolve().await.unwrap();
        let after = row("1", "Médiathèque du Vieux Moulin", "12 rue des Tilleuls", "");
        let outcome = town.harvest(LIBRARIES, &list(&[after])).await.unwrap();
        assert_eq!((outcome.counts.changed, outcome.counts.new), (1, 0));
        let resolved = town.resolve().await.unwrap();
        assert_eq!((resolved.created, resolved.changed), (0, 1));
        assert!(town.get(slug).await.unwrap().body.contains("Vieux Moulin"));
    }
}

#[tokio::test]
async fn a_list_that_loses_a_third_of_its_rows_waits_for_a_person() {
    for town in on_each_engine("held").await.unwrap() {
        let all: Vec<Value> = (0..9)
            .map(|n| row(&n.to_string(), &format!("Lieu numéro {n}"), &format!("{n} rue A"), ""))
            .collect();
        town.harvest(LIBRARIES, &list(&all)).await.unwrap();
        town.resolve().await.unwrap();
        let held = town.harvest(LIBRARIES, &list(&all[..6])).await.unwrap();
        assert_eq!(held.state, HarvestState::Held);
        assert_eq!(town.resolve().await.unwrap().changed, 0);
        let stored = town.harvest_with(LIBRARIES, &list(&all[..6]), true).await.unwrap();
        assert_eq!((stored.state, stored.counts.vanished), (HarvestState::Stored, 3));
        town.resolve().await.unwrap();
        // The list forgot it; the place is still there until a person says that it closed.
        assert_eq!(town.get("/lieux/lieu-numero-8-rennes").await.unwrap().status, 200);
    }
}

#[tokio::test]
async fn a_place_that_turns_out_to_be_another_leads_to_it_for_ever() {
    for town in on_each_engine("merged").await.unwrap() {
        let a = row("1", "Médiathèque des Tilleuls", "12 rue des Tilleuls", "02 99 00 11 22");
        let far = row("x", "Point numérique du Canal", "99 quai du Canal", "02 99 33 44 55");
        town.harvest(LIBRARIES, &list(&[a])).await.unwrap();
        town.harvest(&advisers(), &list(&[far])).await.unwrap();
        assert_eq!(town.resolve().await.unwrap().places, 2);
        let old = "/lieux/point-numerique-du-canal-rennes";
        assert_eq!(town.get(old).await.unwrap().status, 200);
        let pair =
            [("libraries".to_owned(), "1".to_owned()), ("advisers".to_owned(), "x".to_owned())];
        let operator = people::Standing::operator();
        let said = |verdict| {
            directory::actions::decide(&town.db, town.now(), &operator, pair.clone(), verdict)
        };
        said(directory::actions::Verdict::Same).await.unwrap();
        let resolved = town.resolve().await.unwrap();
        assert_eq!((resolved.places, resolved.merged), (1, 1));
        let page = town.get(old).await.unwrap();
        assert_eq!(page.status, 308);
        assert!(page.header("location").starts_with("/lieux/mediatheque-des-tilleuls-rennes"));
        // A decision can be taken back: the two are two again, each at its address.
        said(directory::actions::Verdict::Different).await.unwrap();
        assert_eq!(town.resolve().await.unwrap().places, 2);
    }
}

#[tokio::test]
async fn a_correction_is_stronger_than_the_list_and_can_be_taken_back() {
    for town in on_each_engine("edit").await.unwrap() {
        let slug = "mediatheque-des-tilleuls-rennes";
        let a = row("1", "Médiathèque des Tilleuls", "12 rue des Tilleuls", "02 99 00 11 22");
        town.harvest(LIBRARIES, &list(std::slice::from_ref(&a))).await.unwrap();
        town.resolve().await.unwrap();
        town.edit(slug, "telephone", Some("+33299998877")).await.unwrap();
        let page = town.get(&format!("/lieux/{slug}")).await.unwrap();
        assert!(page.body.contains("02 99 99 88 77"));
        // Another harvest, another matching: the correction stands.
        let renamed =
            row("1", "Médiathèque des Grands Tilleuls", "12 rue des Tilleuls", "0299001122");
        town.harvest(LIBRARIES, &list(&[renamed])).await.unwrap();
        town.resolve().await.unwrap();
        let page = town.get(&format!("/lieux/{slug}")).await.unwrap();
        assert!(page.body.contains("02 99 99 88 77") && page.body.contains("Grands Tilleuls"));
        town.edit(slug, "telephone", None).await.unwrap();
        let page = town.get(&format!("/lieux/{slug}")).await.unwrap();
        assert!(page.body.contains("02 99 00 11 22"));
        assert!(town.edit(slug, "horaires", Some("le matin")).await.is_err());
    }
}

#[tokio::test]
async fn what_one_process_writes_another_shows() {
    for town in on_each_engine("two").await.unwrap() {
        let other = db::Db::open(&town.address).await.unwrap();
        let other = directory::Directory::open(other).await.unwrap();
        let a = row("1", "Médiathèque des Tilleuls", "12 rue des Tilleuls", "");
        town.harvest(LIBRARIES, &list(&[a])).await.unwrap();
        town.resolve().await.unwrap();
        assert_eq!(other.live().atlas.len(), 0);
        other.catch_up().await.unwrap();
        assert_eq!(other.live().atlas.len(), 1);
    }
}

#[tokio::test]
async fn the_clockwork_matches_what_was_harvested_and_the_queue_ends_empty() {
    use work::Job as _;
    for town in on_each_engine("clockwork").await.unwrap() {
        let a = row("1", "Médiathèque des Tilleuls", "12 rue des Tilleuls", "");
        town.harvest(LIBRARIES, &list(&[a])).await.unwrap();
        let now = town.now();
        let handler =
            directory::clockwork::match_handler(town.db.clone(), std::sync::Arc::new(move || now));
        let worker =
            work::Worker::new(town.db.clone()).with(directory::clockwork::Match::KIND, handler);
        while worker.step(now).await.unwrap() {}
        town.directory.catch_up().await.unwrap();
        assert_eq!(town.directory.live().atlas.len(), 1);
        assert_eq!(work::waiting(&mut town.db.read().await.unwrap()).await.unwrap(), 0);
    }
}
