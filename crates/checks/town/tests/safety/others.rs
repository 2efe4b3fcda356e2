//! Two accounts: what is of one is not for the other, on any route that names something.

use crate::facts::{changed, facts};
use crate::filled;
use people::model::{Role, Scope};
use std::collections::BTreeSet;
use town::{Guest, Town};

db::row! {
    struct Known { id: String }
}

/// What the house knows that addresses can name: everything, of both accounts.
const THINGS: [&str; 7] = [
    "SELECT id FROM session",
    "SELECT id FROM held_role",
    "SELECT id FROM person",
    "SELECT id FROM invitation",
    "SELECT id FROM mail",
    "SELECT id FROM job",
    "SELECT id FROM place LIMIT 3",
];

async fn things(town: &Town) -> BTreeSet<String> {
    let mut read = town.db.read().await.unwrap();
    let mut things = BTreeSet::new();
    for sql in THINGS {
        let known: Vec<Known> = read.all(sql, vec![]).await.unwrap_or_default();
        things.extend(known.into_iter().map(|it| it.id));
    }
    things
}

#[tokio::test]
async fn nobody_reaches_what_is_of_another_by_changing_an_id() {
    let town = Town::on_sqlite().await.unwrap();
    town.settle().await.unwrap();
    let place = town.directory.live().summaries.values().next().unwrap().id;
    let victim = town.resident("victime@reseau.example", "Zoé Victime").await.unwrap();
    victim.holds(Role::PlaceManager, &Scope::Place(place)).await.unwrap();
    victim.get("/compte/securite").await.unwrap();
    let mut intruder = town.resident("intrus@reseau.example", "Intrus").await.unwrap();
    let things = things(&town).await;
    assert!(things.len() > 6, "{things:?}");
    let before = facts(&town).await;
    for line in town.routes.iter().filter(|it| it.path.contains('{')) {
        for thing in &things {
            let path = filled(&town, line.path, thing, thing);
            let path = path.replace(&first_place(&town), &place.to_string());
            reach(&town, &mut intruder, line.method, &path).await;
        }
    }
    let mut changed = changed(&before, &facts(&town).await);
    // Their own session and the letters that they asked for are theirs to change.
    changed.retain(|it| !OWN.contains(&it.as_str()));
    assert_eq!(changed, [""; 0], "nothing of anybody else changed");
    assert_eq!(victim.get("/compte").await.unwrap().status, 200, "the other is still signed in");
}

/// What acts of the intruder on themselves may touch.
const OWN: [&str; 4] = ["session", "journal", "once", "journal_head"];

async fn reach(town: &Town, intruder: &mut Guest<'_>, method: &str, path: &str) {
    let page = match method {
        "GET" => intruder.get(path).await.unwrap(),
        _ => intruder.post(path, &[]).await.unwrap(),
    };
    assert!(page.status < 500, "{method} {path}: {}", page.status);
    for secret in ["victime@reseau.example", "Zoé Victime"] {
        assert!(!page.body.contains(secret), "{method} {path} shows {secret}");
    }
    if intruder.get("/compte").await.unwrap().status == 401 {
        // They closed their own session by its id.
        intruder.sign_in().await.unwrap();
        town.seconds_go_by(1);
    }
}

fn first_place(town: &Town) -> String {
    let live = town.directory.live();
    live.summaries.values().min_by(|a, b| a.slug.cmp(&b.slug)).unwrap().id.to_string()
}
