//! The pages of privacy as they are read: in each language, with a title, a label beside every
//! field, no message without words and nothing that its reader typed taken for markup.

use scraper::{Html, Selector};
use std::collections::HashSet;
use town::on_each_engine;

const NAME: &str = "Léa <b>Martin</b> & 'Cie'";

fn all<'a>(page: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn is_sound(name: &str, html: &str) {
    let page = Html::parse_document(html);
    assert_eq!(all(&page, "h1").len(), 1, "{name}");
    let mut before = 0;
    for heading in all(&page, "h1, h2, h3, h4") {
        let level = heading.value().name()[1..].parse::<usize>().unwrap();
        assert!(level <= before + 1, "{name}: {} after h{before}", heading.html());
        before = level;
    }
    let ids: Vec<&str> = all(&page, "[id]").iter().filter_map(|it| it.attr("id")).collect();
    assert_eq!(ids.len(), ids.iter().collect::<HashSet<_>>().len(), "{name} repeats an id");
    let labelled: HashSet<&str> =
        all(&page, "label[for]").iter().filter_map(|it| it.attr("for")).collect();
    let within: HashSet<_> = all(&page, "label input").iter().map(|it| it.id()).collect();
    for field in all(&page, "main input:not([type=hidden]), main select, main textarea") {
        let is_named = within.contains(&field.id())
            || field.attr("id").is_some_and(|it| labelled.contains(it));
        assert!(is_named, "{name}: {}", field.html());
    }
    for described in all(&page, "[aria-describedby]") {
        for id in described.attr("aria-describedby").unwrap().split_whitespace() {
            assert!(ids.contains(&id), "{name}: described by nothing: {id}");
        }
    }
    assert!(all(&page, "[style], style, main script, iframe").is_empty(), "{name}");
    assert!(!html.contains("<b>Martin</b>"), "{name}: what was typed became markup");
    let text: String = all(&page, "main").iter().flat_map(scraper::ElementRef::text).collect();
    for beginning in
        ["letters-", "consent-", "watch-", "pace-", "erase-", "retention-", "requests-", "holding-"]
    {
        let is_key = |it: &str| it.starts_with(beginning) && it.len() > beginning.len();
        let unsaid = text.split_whitespace().find(|it| is_key(it));
        assert_eq!(unsaid, None, "{name}: a message has no words");
    }
}

#[tokio::test]
async fn the_pages_of_privacy_are_sound_in_every_language() {
    use people::model::{Role, Scope};
    let town = on_each_engine("screens").await.unwrap().remove(0);
    let lea = town.resident("lea@exemple.fr", NAME).await.unwrap();
    let noe = town.resident("noe@exemple.fr", "Noé Petit").await.unwrap();
    let choice = [("tasks", "daily"), ("pages", "never"), ("age", "oui")];
    assert_eq!(lea.post("/compte/lettres", &choice).await.unwrap().status, 303);
    let asked = [("objet", "other"), ("texte", NAME)];
    assert_eq!(lea.post("/compte/donnees/demandes", &asked).await.unwrap().status, 303);
    noe.holds(Role::Administrator, &Scope::House).await.unwrap();
    noe.is_strong().await.unwrap();
    let own = [
        "/compte",
        "/compte/lettres",
        "/compte/donnees",
        "/compte/supprimer",
        "/compte/securite",
        "/compte/securite/journal",
        "/donnees-personnelles",
        "/donnees-personnelles/registre",
    ];
    let house = ["/administration", "/administration/demandes", "/administration/conservation"];
    for language in ["fr", "fr-falc", "en"] {
        for path in own {
            let page = lea.get(&format!("{path}?langue={language}")).await.unwrap();
            assert_eq!(page.status, 200, "{path}");
            is_sound(&format!("{path} in {language}"), &page.body);
        }
        for path in house {
            let page = noe.get(&format!("{path}?langue={language}")).await.unwrap();
            assert_eq!(page.status, 200, "{path}");
            is_sound(&format!("{path} in {language}"), &page.body);
        }
    }
    let overview = noe.get("/administration").await.unwrap().body;
    for path in &house[1..] {
        assert!(overview.contains(&format!("href=\"{path}\"")), "{path} is found");
    }
    for path in ["/donnees-personnelles", "/accessibilite", "/mentions-legales", "/donnees"] {
        let page = town.get("/plan-du-site").await.unwrap().body;
        assert!(page.contains(&format!("href=\"{path}\"")), "{path} is in the footer");
    }
}
