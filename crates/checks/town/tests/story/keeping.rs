//! Pages owned: claimed by a code that only the place could read, changed, confirmed, undone;
//! corrected by people without an account; and told back to who keeps the list.

use axum::body::Body;
use axum::http::Request;
use people::model::{Role, Scope};
use town::{Page, Town, on_each_engine};

const LIST: &str = r#"
[source]
key = "libraries"
name = "Médiathèques"
owner = "Le département"
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
[fields.courriels]
columns = ["mail"]
[fields.date_maj]
columns = ["date"]
"#;

const SLUG: &str = "mediatheque-des-tilleuls-rennes";

async fn says(town: &Town, phone: &str, date: &str) {
    let list = serde_json::json!([{
        "id": "1", "name": "Médiathèque des Tilleuls", "street": "12 rue des Tilleuls",
        "postcode": "35000", "town": "Rennes", "phone": phone, "date": date,
        "mail": "accueil@tilleuls.example",
    }]);
    town.harvest(LIST, &list.to_string()).await.unwrap();
    town.resolve().await.unwrap();
}

async fn place(town: &Town) -> base::PlaceId {
    directory::place_id_at(&town.db, SLUG).await.unwrap().unwrap()
}

/// Whether one of the letters to that address says so. Letters of one instant have no order.
async fn was_told(town: &Town, to: &str, words: &str) -> bool {
    db::row! {
        struct Content {
            content: String,
        }
    }
    let mut read = town.db.read().await.unwrap();
    let sql = "SELECT content FROM letter WHERE recipient = $1";
    let all: Vec<Content> = read.all(sql, vec![to.into()]).await.unwrap();
    all.iter().any(|it| it.content.contains(words))
}

/// What was last posted to an address: the code it holds and its whole content.
async fn letter(town: &Town, to: &str) -> serde_json::Value {
    db::row! {
        struct Content {
            content: String,
        }
    }
    let mut read = town.db.read().await.unwrap();
    let all: Vec<Content> = read
        .all("SELECT content FROM letter WHERE recipient = $1 ORDER BY id", vec![to.into()])
        .await
        .unwrap();
    serde_json::from_str(&all.last().unwrap().content).unwrap()
}

/// A form of the public, filled by someone who takes their time.
async fn fill(town: &Town, path: &str, fields: &[(&str, &str)]) -> Page {
    let ticket = town.visitor().ticket().await.unwrap();
    town.seconds_go_by(10);
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    form.append_pair("csrf", &ticket).extend_pairs(fields);
    let asking = Request::post(path)
        .header("accept-language", "fr")
        .header("origin", "https://reseau.example")
        .header("content-type", "application/x-www-form-urlencoded");
    town.ask(asking, Body::from(form.finish())).await.unwrap()
}

fn plain(page: &Page) -> String {
    page.body.replace(['\u{a0}', '\u{202f}'], " ")
}

#[tokio::test]
async fn a_page_is_claimed_by_a_code_that_only_the_place_could_read() {
    for town in on_each_engine("claim").await.unwrap() {
        says(&town, "02 99 00 11 22", "2026-11-01").await;
        let claim = format!("/lieux/{SLUG}/revendiquer");
        assert_eq!(town.get(&claim).await.unwrap().status, 401);
        let camille = town.resident("camille@exemple.fr", "Camille").await.unwrap();
        let page = camille.get(&claim).await.unwrap();
        assert!(page.body.contains("a…@tilleuls.example"), "{}", page.body);
        let hidden = page.body.split("<form class=\"form\"").nth(1).unwrap_or_default();
        assert!(!hidden.contains("accueil@tilleuls.example"), "the address is never shown whole");
        let asked = camille.post(&claim, &[("moyen", "courriel-0"), ("suite", "demander")]).await;
        let asked = asked.unwrap();
        assert_eq!(asked.status, 303, "{}", asked.body);
        let code_page = asked.header("location").to_owned();
        let content = letter(&town, "accueil@tilleuls.example").await;
        let code = content["body"]["code"].as_str().unwrap().to_owned();

        // Someone else with the same code, or a wrong code: the same answer.
        let other = town.resident("malo@exemple.fr", "Malo").await.unwrap();
        let stolen = other.post(&code_page, &[("code", &code)]).await.unwrap();
        let wrong = camille.post(&code_page, &[("code", "ABCDEFGH")]).await.unwrap();
        assert_eq!((stolen.status, wrong.status), (422, 422));
        assert!(stolen.body.contains("Ce code ne marche pas") && wrong.body.contains("Ce code ne"));

        let desk = format!("/mes-lieux/{}", place(&town).await);
        assert_eq!(camille.get(&desk).await.unwrap().status, 403);
        let proved = camille.post(&code_page, &[("code", &code.to_lowercase())]).await.unwrap();
        assert_eq!((proved.status, proved.header("location")), (303, desk.as_str()));
        assert_eq!(camille.get(&desk).await.unwrap().status, 200);
        let again = camille.post(&code_page, &[("code", &code)]).await.unwrap();
        assert_eq!(again.status, 422, "a code works once");
        assert_eq!(other.get(&desk).await.unwrap().status, 403);
    }
}

#[tokio::test]
async fn five_wrong_codes_and_the_right_one_works_no_more() {
    let town = on_each_engine("tries").await.unwrap().remove(0);
    says(&town, "02 99 00 11 22", "2026-11-01").await;
    let camille = town.resident("camille@exemple.fr", "Camille").await.unwrap();
    let claim = format!("/lieux/{SLUG}/revendiquer");
    let asked = camille.post(&claim, &[("moyen", "courriel-0")]).await.unwrap();
    let code_page = asked.header("location").to_owned();
    let content = letter(&town, "accueil@tilleuls.example").await;
    let code = content["body"]["code"].as_str().unwrap().to_owned();
    for _ in 0..5 {
        camille.post(&code_page, &[("code", "WRONGWRO")]).await.unwrap();
    }
    assert_eq!(camille.post(&code_page, &[("code", &code)]).await.unwrap().status, 422);
}

#[tokio::test]
async fn a_hub_answers_claims_of_its_territory_and_nobody_answers_their_own() {
    for town in on_each_engine("pole").await.unwrap() {
        says(&town, "02 99 00 11 22", "2026-11-01").await;
        let camille = town.resident("camille@exemple.fr", "Camille").await.unwrap();
        let claim = format!("/lieux/{SLUG}/revendiquer");
        let words = [("moyen", "pole"), ("mots", "Je suis la directrice.")];
        assert_eq!(camille.post(&claim, &words).await.unwrap().status, 303);
        let hub = town.resident("hub@exemple.fr", "Hub").await.unwrap();
        assert_eq!(hub.get("/revendications").await.unwrap().status, 403);
        hub.holds(Role::HubManager, &Scope::Territory("35".into())).await.unwrap();
        let queue = hub.get("/revendications").await.unwrap();
        assert!(queue.body.contains("Je suis la directrice."), "{}", queue.body);
        let (_, after) = queue.body.split_once("/revendications?demande=").unwrap();
        let id = after.split('"').next().unwrap();
        let path = format!("/revendications/{id}");
        let no_reason = hub.post(&path, &[("suite", "refuser"), ("raison", "")]).await.unwrap();
        assert_eq!(no_reason.status, 422);
        let own = camille.post(&path, &[("suite", "accepter")]).await.unwrap();
        assert_eq!(own.status, 403);
        assert_eq!(hub.post(&path, &[("suite", "accepter")]).await.unwrap().status, 303);
        let desk = format!("/mes-lieux/{}", place(&town).await);
        assert_eq!(camille.get(&desk).await.unwrap().status, 200);
        assert!(was_told(&town, "camille@exemple.fr", "Vous tenez maintenant la page").await);
    }
}

#[tokio::test]
async fn a_keeper_previews_publishes_confirms_and_undoes() {
    for town in on_each_engine("keeper").await.unwrap() {
        says(&town, "02 99 00 11 22", "2026-11-01").await;
        let id = place(&town).await;
        let keeper = town.resident("camille@exemple.fr", "Camille").await.unwrap();
        keeper.holds(Role::PlaceManager, &Scope::Place(id)).await.unwrap();
        let path = format!("/mes-lieux/{id}/modifier/contact");
        let form = keeper.get(&path).await.unwrap();
        assert!(form.body.contains("value=\"02 99 00 11 22\""), "{}", form.body);
        let typed = |suite| {
            [
                ("telephone", "02.99.99.88.77"),
                ("courriels", "accueil@tilleuls.example"),
                ("suite", suite),
            ]
        };
        let preview = keeper.post(&path, &typed("apercu")).await.unwrap();
        assert!(preview.body.contains("<ins>02 99 99 88 77</ins>"), "{}", preview.body);
        let public = format!("/lieux/{SLUG}");
        assert!(!town.get(&public).await.unwrap().body.contains("02 99 99 88 77"));
        assert_eq!(keeper.post(&path, &typed("publier")).await.unwrap().status, 303);
        let page = town.get(&public).await.unwrap();
        assert!(page.body.contains("02 99 99 88 77"));
        assert!(plain(&page).contains("confirmée le 24 novembre 2026"), "{}", page.body);
        let wrong = [("telephone", "bientôt"), ("courriels", ""), ("suite", "publier")];
        let wrong = keeper.post(&path, &wrong).await.unwrap();
        assert!(wrong.status == 422 && wrong.body.contains("value=\"bientôt\""));

        let history = keeper.get(&format!("/mes-lieux/{id}/historique")).await.unwrap();
        assert!(history.body.contains("par un gestionnaire du lieu"));
        assert!(!history.body.contains("<b>Camille"), "the role is shown, not the name");
        let (_, after) = history.body.split_once("/historique/chgt_").unwrap();
        let undo = after.split('"').next().unwrap();
        let undo = format!("/mes-lieux/{id}/historique/chgt_{undo}");
        assert_eq!(keeper.post(&undo, &[]).await.unwrap().status, 303);
        assert!(town.get(&public).await.unwrap().body.contains("02 99 00 11 22"));

        town.days_go_by(3);
        let mut keeper = keeper;
        keeper.sign_in().await.unwrap();
        let confirmed = keeper.post(&format!("/mes-lieux/{id}/confirmer"), &[]).await.unwrap();
        assert_eq!(confirmed.status, 303);
        let page = town.get(&public).await.unwrap();
        assert!(plain(&page).contains("confirmée le 27 novembre 2026"));
        let lines = town.db.read().await.unwrap().lines_about(&id.to_string(), 50).await.unwrap();
        let mut active = lines
            .iter()
            .filter(|it| directory::rules::activity::is_page_activity(&it.kind, &it.body));
        assert!(active.any(|it| it.kind == "directory.page_confirmed"));
        assert!(lines.iter().all(|it| !it.body.contains("02 99")), "no value in the journal");
        assert_eq!(town.get(&format!("/mes-lieux/{id}")).await.unwrap().status, 401);
    }
}

#[tokio::test]
async fn a_fresher_list_that_disagrees_is_a_choice_and_a_closure_is_not_open() {
    for town in on_each_engine("conflict").await.unwrap() {
        says(&town, "02 99 00 11 22", "2026-11-01").await;
        let id = place(&town).await;
        let keeper = town.resident("camille@exemple.fr", "Camille").await.unwrap();
        keeper.holds(Role::PlaceManager, &Scope::Place(id)).await.unwrap();
        let path = format!("/mes-lieux/{id}/modifier/contact");
        let typed = [("telephone", "0299998877"), ("courriels", ""), ("suite", "publier")];
        assert_eq!(keeper.post(&path, &typed).await.unwrap().status, 303);
        let conflicts = format!("/mes-lieux/{id}/desaccords");
        assert!(keeper.get(&conflicts).await.unwrap().body.contains("Aucune liste plus récente"));
        town.days_go_by(2);
        let mut keeper = keeper;
        keeper.sign_in().await.unwrap();
        says(&town, "02 99 55 66 77", "2026-11-25").await;
        let page = keeper.get(&conflicts).await.unwrap();
        assert!(page.body.contains("02 99 99 88 77") && page.body.contains("02 99 55 66 77"));
        let mine = [("champ", "telephone"), ("choix", "garder"), ("valeur", "")];
        assert_eq!(keeper.post(&conflicts, &mine).await.unwrap().status, 303);
        let settled = keeper.get(&conflicts).await.unwrap().body;
        assert!(!settled.contains("02 99 55 66 77"), "{settled}");
        let theirs = [("champ", "telephone"), ("choix", "prendre"), ("valeur", "+33299556677")];
        assert_eq!(keeper.post(&conflicts, &theirs).await.unwrap().status, 303);
        let public = format!("/lieux/{SLUG}");
        assert!(town.get(&public).await.unwrap().body.contains("02 99 55 66 77"));

        let notices = format!("/mes-lieux/{id}/informations");
        let closure = [
            ("genre", "fermeture"),
            ("du", "2026-11-26"),
            ("au", "2026-11-28"),
            ("texte", "Travaux"),
        ];
        assert_eq!(keeper.post(&notices, &closure).await.unwrap().status, 303);
        let page = town.get(&public).await.unwrap();
        assert!(page.body.contains("Fermé exceptionnellement") && page.body.contains("Travaux"));
        let backwards = [("genre", "fermeture"), ("du", "2026-12-02"), ("au", "2026-12-01")];
        assert_eq!(keeper.post(&notices, &backwards).await.unwrap().status, 422);
    }
}

#[tokio::test]
async fn anyone_corrects_a_page_learns_the_outcome_and_the_list_is_told() {
    for town in on_each_engine("correct").await.unwrap() {
        says(&town, "02 99 00 11 22", "2026-11-01").await;
        let path = format!("/lieux/{SLUG}/corriger");
        assert_eq!(town.get(&format!("{path}?sujet=telephone")).await.unwrap().status, 200);
        let proposed = [
            ("sujet", "telephone"),
            ("telephone", "02 99 77 66 55"),
            ("mots", "J’ai appelé."),
            ("courriel", "paul@exemple.fr"),
            ("site_internet", ""),
        ];
        let trapped = [("sujet", "telephone"), ("telephone", "0299776655"), ("site_internet", "x")];
        assert_eq!(fill(&town, &path, &trapped).await.status, 429);
        let taken = fill(&town, &path, &proposed).await;
        assert_eq!(taken.status, 303, "{}", taken.body);
        let follow = taken.header("location").to_owned();
        assert!(town.get(&follow).await.unwrap().body.contains("Nous avons bien reçu"));

        let content = letter(&town, "paul@exemple.fr").await;
        let url = content["body"]["action"]["url"].as_str().unwrap();
        let confirm = url.strip_prefix("https://reseau.example").unwrap().to_owned();
        assert_eq!(town.visitor().post(&confirm, &[]).await.unwrap().status, 303);

        let feed = "/sources/libraries/corrections.json";
        let state = async || {
            let json: serde_json::Value =
                serde_json::from_str(&town.get(feed).await.unwrap().body).unwrap();
            json["corrections"][0]["etat"].as_str().unwrap_or_default().to_owned()
        };
        assert_eq!(state().await, "proposed");
        let id = place(&town).await;
        let keeper = town.resident("camille@exemple.fr", "Camille").await.unwrap();
        keeper.holds(Role::PlaceManager, &Scope::Place(id)).await.unwrap();
        let queue = keeper.get("/corrections").await.unwrap();
        assert!(queue.body.contains("adresse confirmée"), "{}", queue.body);
        let (_, after) = queue.body.split_once("/corrections/corr_").unwrap();
        let judge = format!("/corrections/corr_{}", after.split('"').next().unwrap());
        assert_eq!(keeper.get(&judge).await.unwrap().status, 200);
        let accepted = [("telephone", "02 99 77 66 55"), ("raison", ""), ("suite", "accepter")];
        let accepted = keeper.post(&judge, &accepted).await.unwrap();
        assert_eq!(accepted.status, 303, "{}", accepted.body);
        let page = town.get(&format!("/lieux/{SLUG}")).await.unwrap();
        assert!(page.body.contains("02 99 77 66 55"));
        assert!(town.get(&follow).await.unwrap().body.contains("est sur la page"));
        assert!(was_told(&town, "paul@exemple.fr", "Votre correction est maintenant").await);
        assert_eq!(state().await, "accepted");
        let csv = town.get("/sources/libraries/corrections.csv").await.unwrap();
        assert!(csv.body.contains("\"'+33299776655\""), "{}", csv.body);
        let atom = town.get("/sources/libraries/corrections.atom").await.unwrap();
        assert!(atom.body.contains("<category term=\"accepted\"/>"));
        assert_eq!(town.get("/sources/nobody/corrections.csv").await.unwrap().status, 404);

        town.days_go_by(5);
        says(&town, "02 99 00 11 22", "2026-11-28").await;
        assert_eq!(state().await, "refused_by_source");
        says(&town, "02 99 77 66 55", "2026-11-29").await;
        assert_eq!(state().await, "taken_over");
    }
}

#[tokio::test]
async fn the_last_manager_names_who_comes_next() {
    for town in on_each_engine("team").await.unwrap() {
        says(&town, "02 99 00 11 22", "2026-11-01").await;
        let id = place(&town).await;
        let camille = town.resident("camille@exemple.fr", "Camille").await.unwrap();
        camille.holds(Role::PlaceManager, &Scope::Place(id)).await.unwrap();
        let malo = town.resident("malo@exemple.fr", "Malo").await.unwrap();
        malo.holds(Role::Mediator, &Scope::Place(id)).await.unwrap();
        let team = format!("/mes-lieux/{id}/equipe");
        let page = camille.get(&team).await.unwrap();
        let held = page
            .body
            .split("/equipe/droi_")
            .skip(1)
            .find(|it| it.contains("Quitter l’équipe"))
            .map(|it| it.split('/').next().unwrap().to_owned())
            .unwrap();
        let end = format!("{team}/droi_{held}/fin");
        assert_eq!(camille.post(&end, &[]).await.unwrap().status, 422);
        let heir = malo.person.unwrap().to_string();
        let ended = camille.post(&end, &[("suite_par", heir.as_str())]).await.unwrap();
        assert_eq!(ended.status, 303, "{}", ended.body);
        assert_eq!(camille.get(&team).await.unwrap().status, 403);
        assert!(malo.get(&team).await.unwrap().body.contains("Gestionnaire du lieu"));
    }
}
