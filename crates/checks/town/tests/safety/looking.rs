//! S5: looking changes nothing, whoever looks at whatever.

use crate::facts::{changed, facts};
use crate::{administrator, filled};
use std::collections::{BTreeSet, VecDeque};
use town::Town;

/// How many pages are looked at when links are followed.
const PAGES_MAX: usize = 150;

/// Who takes the whole journal away is told in it: the one trace that looking leaves.
const TRACED: &str = "/administration/journal.jsonl";

#[tokio::test]
async fn no_page_of_any_route_changes_a_fact() {
    let town = Town::on_sqlite().await.unwrap();
    town.settle().await.unwrap();
    let visitor = town.visitor();
    let account = town.resident("lea@reseau.example", "Léa").await.unwrap();
    let administrator = administrator(&town).await;
    let before = facts(&town).await;
    assert!(before.len() > 30, "every table is looked at: {}", before.len());
    for guest in [&visitor, &account, &administrator] {
        let person = account.person.unwrap().to_string();
        for line in town.routes.iter().filter(|it| it.method == "GET" && it.path != TRACED) {
            let path = filled(&town, line.path, &person, "rien");
            let page = guest.get(&path).await.unwrap();
            assert!(page.status < 500, "{path}: {}", page.status);
        }
    }
    assert_eq!(changed(&before, &facts(&town).await), [""; 0]);
}

#[tokio::test]
async fn following_every_link_as_an_administrator_changes_no_fact() {
    let town = Town::on_sqlite().await.unwrap();
    town.settle().await.unwrap();
    let guest = administrator(&town).await;
    let before = facts(&town).await;
    let mut seen = BTreeSet::new();
    let mut waiting: VecDeque<String> =
        ["/", "/administration", "/compte", "/moderation", "/corrections"].map(Into::into).into();
    while let Some(path) = waiting.pop_front() {
        if path == TRACED || seen.len() >= PAGES_MAX || !seen.insert(path.clone()) {
            continue;
        }
        let page = guest.get(&path).await.unwrap();
        assert!(page.status < 500, "{path}: {}", page.status);
        let links = page.body.split("href=\"/").skip(1).filter_map(|it| it.split_once('"'));
        waiting.extend(links.map(|(path, _)| format!("/{}", path.replace("&amp;", "&"))));
    }
    assert!(seen.len() > 40, "{}", seen.len());
    assert_eq!(changed(&before, &facts(&town).await), [""; 0]);
}
