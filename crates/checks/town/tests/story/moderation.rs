//! Things are reported, people decide, others look again.

pub(crate) mod someone;

use base::{Actor, PlaceId};
use people::Standing;
use people::model::{Level, Scope};
use someone::Someone;
use town::{Page, Town, on_each_engine};

pub(crate) async fn settled(story: &str) -> Vec<Town> {
    let towns = on_each_engine(story).await.unwrap();
    for town in &towns {
        town.settle().await.unwrap();
    }
    towns
}

/// A place of Rennes: its id and its address.
pub(crate) fn a_place(town: &Town) -> (PlaceId, String) {
    let live = town.directory.live();
    let mut all: Vec<_> =
        live.summaries.values().filter(|it| it.commune == "Rennes").cloned().collect();
    all.sort_by(|a, b| a.slug.cmp(&b.slug));
    (all[0].id, all[0].slug.clone())
}

/// The address of a case, as the queue links to it.
pub(crate) fn case_in(page: &Page) -> String {
    let (_, after) = page.body.split_once("/moderation/doss_").unwrap();
    format!("/moderation/doss_{}", after.split('"').next().unwrap())
}

/// The links of the letters to someone, the last first.
pub(crate) async fn links_to(town: &Town, mail: &str) -> Vec<String> {
    db::row! {
        struct Row {
            content: String,
        }
    }
    let mut read = town.db.read().await.unwrap();
    let sql = "SELECT content FROM letter WHERE recipient = $1 ORDER BY id DESC";
    let rows: Vec<Row> = read.all(sql, vec![db::Value::from(mail)]).await.unwrap();
    let link = |row: Row| {
        let content: serde_json::Value = serde_json::from_str(&row.content).unwrap();
        let url = content["body"]["action"]["url"].as_str().unwrap_or_default().to_owned();
        url.trim_start_matches("https://reseau.example").to_owned()
    };
    rows.into_iter().map(link).collect()
}

#[tokio::test]
async fn someone_without_an_account_reports_a_page_and_contests_what_was_decided() {
    for town in settled("report").await {
        let (place, slug) = a_place(&town);
        let form = format!("/signaler/lieu/{place}");
        let lea = Someone::visitor(&town, "192.0.2.4");
        assert_eq!(lea.gets(&form).await.status, 200);
        let again = lea.posts(&form, &[("precisions", "Tout est <b>faux</b>")]).await;
        assert_eq!(again.status, 422);
        assert!(again.body.contains("Tout est &#60;b&#62;faux"), "what was typed is kept");
        let fields = [
            ("raison", "spam"),
            ("precisions", "Une réclame"),
            ("courriel", "lea@exemple.invalid"),
        ];
        let sent = lea.posts(&form, &fields).await;
        assert_eq!((sent.status, sent.header("location")), (303, &*format!("/lieux/{slug}")));
        let twice = lea.posts(&form, &fields).await;
        assert_eq!(twice.status, 422, "one report a person and a thing");
        assert_eq!(town.get(&format!("/lieux/{slug}")).await.unwrap().status, 200);

        assert_eq!(lea.gets("/moderation").await.status, 401);
        let elsewhere = Someone::moderator(&town, "mario", Scope::Territory("22".into())).await;
        assert!(!elsewhere.gets("/moderation").await.body.contains("/moderation/doss_"));
        let nina = Someone::moderator(&town, "nina", Scope::Territory("35".into())).await;
        let case = case_in(&nina.gets("/moderation").await);
        assert_eq!(elsewhere.gets(&case).await.status, 404);
        assert!(nina.gets(&case).await.body.contains("Une réclame"));
        let mute = nina.posts(&case, &[("decision", "no-advertising"), ("motif", " ")]).await;
        assert_eq!(mute.status, 422, "taking something away is explained");
        let keep = nina.posts(&case, &[("decision", "keep"), ("motif", "")]).await;
        assert_eq!(keep.status, 303);

        let links = links_to(&town, "lea@exemple.invalid").await;
        let decision = links.iter().find(|it| it.starts_with("/decisions/")).unwrap();
        assert_eq!(lea.gets(&decision.replace("sign_", "sign_0")).await.status, 404);
        let words = [("pourquoi", "La page entière vend des téléphones.")];
        assert_eq!(lea.posts(decision, &words).await.status, 303);
        assert_eq!(lea.posts(decision, &words).await.status, 422, "once");
        let list = nina.gets("/moderation/recours").await;
        let (_, after) = list.body.split_once("/moderation/recours/reco_").unwrap();
        let appeal = format!("/moderation/recours/reco_{}", after.split('"').next().unwrap());
        let ruling = [("decision", "no-advertising"), ("motif", "C'est bien de la publicité.")];
        assert_eq!(nina.posts(&appeal, &ruling).await.status, 422, "not who decided");
        let omar = Someone::moderator(&town, "omar", Scope::House).await;
        assert_eq!(omar.posts(&appeal, &ruling).await.status, 303);
        assert_eq!(town.get(&format!("/lieux/{slug}")).await.unwrap().status, 404);
        assert!(lea.gets(decision).await.body.contains("la décision a changé"));
        let figures = town.get("/moderation/chiffres/2026.csv").await.unwrap().body;
        assert!(figures.contains("2026,appeals_reversed,,1\n"), "{figures}");
        assert!(figures.contains("2026,reports,spam,1\n"), "{figures}");
    }
}

#[tokio::test]
async fn a_decision_is_undone_within_a_day_and_the_page_is_as_before() {
    for town in settled("undo").await {
        let (place, slug) = a_place(&town);
        let lea = Someone::visitor(&town, "192.0.2.4");
        lea.posts(&format!("/signaler/lieu/{place}"), &[("raison", "illegal")]).await;
        let omar = Someone::moderator(&town, "omar", Scope::House).await;
        let case = case_in(&omar.gets("/moderation").await);
        let ruling = [("decision", "law"), ("motif", "Un commerce interdit.")];
        assert_eq!(omar.posts(&case, &ruling).await.status, 303);
        assert_eq!(omar.posts(&case, &ruling).await.status, 422, "decided once");
        town.directory.catch_up().await.unwrap();
        assert!(!town.directory.live().summaries.contains_key(&place));
        let page = omar.gets(&case).await;
        let (_, after) = page.body.split_once("action=\"/moderation/decision/").unwrap();
        let undo = format!("/moderation/decision/{}", after.split('"').next().unwrap());
        assert_eq!(omar.posts(&undo, &[]).await.status, 303);
        assert_eq!(town.get(&format!("/lieux/{slug}")).await.unwrap().status, 200);
        assert!(omar.gets("/moderation").await.body.contains(&case), "it waits again");
        assert_eq!(omar.posts(&case, &ruling).await.status, 303);
        town.days_go_by(1);
        let mut omar = omar;
        omar.signs_in().await;
        let page = omar.gets(&case).await;
        assert!(!page.body.contains("action=\"/moderation/decision/"), "a day has gone by");
        assert_eq!(omar.posts(&undo, &[]).await.status, 422);
    }
}

#[tokio::test]
async fn a_notice_of_illegal_content_comes_first_and_is_acknowledged() {
    for town in settled("notice").await {
        let (place, slug) = a_place(&town);
        let form = format!("/signaler/lieu/{place}/notification");
        let judge = Someone::visitor(&town, "198.51.100.9");
        assert_eq!(judge.gets(&form).await.status, 200);
        let mut fields = vec![
            ("nature", "order"),
            ("explication", "Le tribunal ordonne le retrait de cette page."),
            ("loi", "Ordonnance de référé n° 26/1234"),
            ("courriel", "greffe@exemple.invalid"),
            ("bonne_foi", "oui"),
        ];
        assert_eq!(judge.posts(&form, &fields).await.status, 422, "a notice is signed");
        fields.push(("nom", "Tribunal judiciaire"));
        let sent = judge.posts(&form, &fields).await;
        assert_eq!((sent.status, sent.header("location")), (303, &*format!("/lieux/{slug}")));
        assert_eq!(links_to(&town, "greffe@exemple.invalid").await, ["/regles"]);
        let omar = Someone::moderator(&town, "omar", Scope::House).await;
        let queue = omar.gets("/moderation?etat=notification").await;
        let page = omar.gets(&case_in(&queue)).await;
        assert!(page.body.contains("Ordonnance de référé n° 26/1234"));
    }
}

#[tokio::test]
async fn several_cases_are_decided_together_for_one_motive() {
    let town = settled("together").await.remove(0);
    let lea = Someone::visitor(&town, "192.0.2.4");
    let ids: Vec<PlaceId> = town.directory.live().summaries.keys().copied().take(3).collect();
    for place in &ids {
        lea.posts(&format!("/signaler/lieu/{place}"), &[("raison", "error")]).await;
    }
    let omar = Someone::moderator(&town, "omar", Scope::House).await;
    let queue = omar.gets("/moderation").await;
    let cases: Vec<&str> = queue.body.split("name=\"dossiers\" value=\"").skip(1).collect();
    let cases: Vec<&str> = cases.iter().filter_map(|it| it.split('"').next()).collect();
    assert_eq!(cases.len(), 3);
    let mut fields: Vec<(&str, &str)> = cases.iter().map(|it| ("dossiers", *it)).collect();
    fields.extend([("decision", "keep"), ("motif", "Rien à reprocher.")]);
    assert_eq!(omar.posts("/moderation/lot", &fields).await.status, 303);
    assert!(!omar.gets("/moderation").await.body.contains("name=\"dossiers\""));
}

#[tokio::test]
async fn nobody_judges_the_place_where_they_work_nor_what_they_reported() {
    let town = settled("own").await.remove(0);
    let (place, _) = a_place(&town);
    let omar = Someone::moderator(&town, "omar", Scope::House).await;
    omar.posts(&format!("/signaler/lieu/{place}"), &[("raison", "spam")]).await;
    let case = case_in(&omar.gets("/moderation").await);
    let own = omar.posts(&case, &[("decision", "keep"), ("motif", "")]).await;
    assert_eq!(own.status, 422, "who reported does not decide");
    let mut nina = Someone::moderator(&town, "nina", Scope::House).await;
    nina.holds(people::model::Role::Mediator, Scope::Place(place)).await;
    nina.signs_in().await;
    let own = nina.posts(&case, &[("decision", "keep"), ("motif", "")]).await;
    assert_eq!(own.status, 422, "who works there does not decide");
    let mut lea = Someone::with_account(&town, "lea", Level::Mail).await;
    lea.signs_in().await;
    assert_eq!(lea.gets(&case).await.status, 403);
    assert_eq!(lea.posts(&case, &[("decision", "keep")]).await.status, 403);
    assert_ne!(omar.name(), Actor::Operator.name());
    let house = portal::moderation(&town.app);
    let swept = moderation::clockwork::sweep(&house, town.now()).await.unwrap();
    assert_eq!(swept.shown_again, 0);
    let nobody = Standing::visitor();
    assert!(!moderation::may::may(&nobody, moderation::may::Verb::Judge, &[Scope::House]));
}

#[tokio::test]
async fn the_rules_the_figures_and_the_bin_are_open_to_everyone() {
    let town = on_each_engine("rules").await.unwrap().remove(0);
    for path in ["/regles", "/moderation/chiffres", "/moderation/corbeille"] {
        assert_eq!(town.get(path).await.unwrap().status, 200, "{path}");
    }
    for path in [
        "/moderation/chiffres?annee=1999",
        "/moderation/chiffres/abc",
        "/signaler/rien/1",
        "/signaler/lieu/x",
        "/decisions/x",
        "/decisions/..",
    ] {
        assert_eq!(town.get(path).await.unwrap().status, 404, "{path}");
    }
}
