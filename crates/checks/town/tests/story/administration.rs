//! The house seen from inside: who comes in, what they change, what the public then sees.

use administration::actions::{VerifyJournal, verify_handler};
use base::Id as _;
use people::model::{Role, Scope};
use town::{Guest, Town, on_each_engine};
use work::{Job as _, Worker};

async fn administrator(town: &Town) -> Guest<'_> {
    let guest = town.resident("ada@exemple.fr", "Ada Lefort").await.unwrap();
    guest.holds(Role::Administrator, &Scope::House).await.unwrap();
    guest.is_strong().await.unwrap();
    guest
}

const ROOMS: [&str; 11] = [
    "/administration",
    "/administration/comptes",
    "/administration/roles",
    "/administration/taches",
    "/administration/lettres",
    "/administration/journal",
    "/administration/reglages",
    "/administration/apparence",
    "/administration/textes",
    "/administration/textes/legal/fr",
    "/administration/ouverture",
];

#[tokio::test]
async fn only_administrators_and_auditors_come_in_and_only_with_a_strong_proof() {
    for town in on_each_engine("rooms").await.unwrap() {
        let member = town.resident("paul@exemple.fr", "Paul Martin").await.unwrap();
        let auditor = town.resident("rita@exemple.fr", "Rita Controle").await.unwrap();
        auditor.holds(Role::Auditor, &Scope::House).await.unwrap();
        for room in ROOMS {
            assert_eq!(town.visitor().get(room).await.unwrap().status, 401, "{room}");
            assert_eq!(member.get(room).await.unwrap().status, 403, "{room}");
            let weak = auditor.get(room).await.unwrap();
            assert_eq!(weak.status, 403, "{room}");
            assert!(weak.body.contains("second facteur"), "{room} says what to do");
        }
        auditor.is_strong().await.unwrap();
        let ada = administrator(&town).await;
        for room in ROOMS {
            let seen = auditor.get(room).await.unwrap();
            assert_eq!(seen.status, 200, "{room}: {}", seen.body);
            assert_eq!(ada.get(room).await.unwrap().status, 200, "{room}");
        }
        let renamed = auditor.post("/administration/reglages", &[("name", "À moi")]).await.unwrap();
        assert_eq!(renamed.status, 403);
    }
}

#[tokio::test]
async fn a_setting_is_seen_by_all_at_once_and_can_be_taken_back() {
    for town in on_each_engine("settings").await.unwrap() {
        let ada = administrator(&town).await;
        let path = "/administration/reglages";
        let wrong = ada.post(path, &[("name", "Le Réseau"), ("mail", "ici")]).await.unwrap();
        assert_eq!(wrong.status, 422);
        assert!(wrong.body.contains("value=\"Le Réseau\""), "what was typed is kept");
        assert!(wrong.body.contains("n’est pas complète"));
        let saved =
            ada.post(path, &[("name", "Le Réseau"), ("phone", "0 800 00 00 00")]).await.unwrap();
        assert_eq!(saved.status, 303);
        let home = town.visitor().get("/plan-du-site").await.unwrap();
        assert!(home.body.contains("Le Réseau") && home.body.contains("0 800 00 00 00"));

        ada.post(path, &[("name", "Autre nom")]).await.unwrap();
        let page = ada.get(path).await.unwrap();
        let before = page.body.split("/reprendre\"").next().unwrap();
        let back = format!("{}/reprendre", before.rsplit("action=\"").next().unwrap());
        assert_eq!(ada.post(&back, &[]).await.unwrap().status, 303, "{back}");
        let home = town.visitor().get("/plan-du-site").await.unwrap();
        assert!(!home.body.contains("Autre nom"));

        // Another process learns it from the journal.
        let other = web::SiteHandle::new(web::Site::default());
        let app = web::App { site: other.clone(), ..town.app.clone() };
        administration::Settings::open(&app).await.unwrap();
        assert_eq!(other.site().phone.as_deref(), Some("0 800 00 00 00"));
        let unknown = ada.post(path, &[("logo", "AAAA")]).await.unwrap();
        assert_eq!(unknown.status, 422);
    }
}

#[tokio::test]
async fn colours_that_cannot_be_read_are_refused_and_others_are_worn_by_every_page() {
    for town in on_each_engine("colours").await.unwrap() {
        let ada = administrator(&town).await;
        let path = "/administration/apparence";
        let pale = ada.post(path, &[("principale", "#ffee00"), ("accent", "")]).await.unwrap();
        assert_eq!(pale.status, 422);
        assert!(pale.body.contains("La plus proche qui convient est #"), "{}", pale.body);
        let tried = ada.get(&format!("{path}?principale=%235b2a86&accent=")).await.unwrap();
        assert!(tried.body.contains("/s/theme-essai.css?principale=5b2a86"), "{}", tried.body);
        let trial =
            town.visitor().get("/s/theme-essai.css?principale=5b2a86&accent=c2410c").await.unwrap();
        assert_eq!((trial.status, trial.header("content-type")), (200, "text/css; charset=utf-8"));
        assert_eq!(
            town.visitor().get("/s/theme.css").await.unwrap().status,
            404,
            "not published yet"
        );

        ada.post(path, &[("principale", "#5b2a86"), ("accent", "")]).await.unwrap();
        let home = town.visitor().get("/plan-du-site").await.unwrap();
        let (_, after) = home.body.split_once("href=\"/s/theme.css?v=").unwrap();
        let sheet = format!("/s/theme.css?v={}", after.split('"').next().unwrap());
        let sheet = town.visitor().get(&sheet).await.unwrap();
        assert!(sheet.body.contains("--mark:light-dark(#5b2a86,"), "{}", sheet.body);
        assert!(sheet.header("cache-control").contains("immutable"));
        assert!(!sheet.header("etag").is_empty());
    }
}

#[tokio::test]
async fn a_legal_text_is_looked_at_published_and_taken_away() {
    for town in on_each_engine("texts").await.unwrap() {
        let ada = administrator(&town).await;
        let path = "/administration/textes/legal/fr";
        let text = "# Éditeur\n\nAssociation **Exemple** <script>alert(1)</script>";
        let seen = ada.post(path, &[("texte", text), ("faire", "apercu")]).await.unwrap();
        assert_eq!(seen.status, 200);
        assert!(seen.body.contains("<strong>Exemple</strong>"));
        assert!(
            !town.visitor().get("/mentions-legales").await.unwrap().body.contains("Association")
        );

        ada.post(path, &[("texte", text), ("faire", "publier")]).await.unwrap();
        let public = town.visitor().get("/mentions-legales").await.unwrap();
        assert!(public.body.contains("<h2>Éditeur</h2>") && !public.body.contains("<script>alert"));
        ada.post(path, &[("texte", ""), ("faire", "retirer")]).await.unwrap();
        assert!(
            !town.visitor().get("/mentions-legales").await.unwrap().body.contains("Association")
        );
        let versions = ada.get(path).await.unwrap();
        assert!(versions.body.contains("?version=regl_"), "{}", versions.body);
    }
}

#[tokio::test]
async fn roles_are_given_by_others_and_the_last_administrator_stays() {
    for town in on_each_engine("roles").await.unwrap() {
        let ada = administrator(&town).await;
        let paul = town.resident("paul@exemple.fr", "=Paul+Martin").await.unwrap();
        let own = format!("/administration/comptes/{}", ada.person.unwrap());
        let other = format!("/administration/comptes/{}", paul.person.unwrap());
        let give = [("role", "hub-manager"), ("portee", "35"), ("jusqu", "")];
        let itself = ada.post(&format!("{own}/roles"), &give).await.unwrap();
        assert_eq!(itself.status, 422);
        assert!(itself.body.contains("On ne se donne pas un rôle"), "{}", itself.body);
        assert_eq!(ada.post(&format!("{other}/roles"), &give).await.unwrap().status, 303);
        let nowhere = [("role", "hub-manager"), ("portee", ""), ("jusqu", "")];
        assert_eq!(ada.post(&format!("{other}/roles"), &nowhere).await.unwrap().status, 422);
        let page = ada.get(&other).await.unwrap();
        assert!(page.body.contains("Ille-et-Vilaine (35)"), "{}", page.body);

        let file = ada.get("/administration/roles.csv").await.unwrap();
        assert!(file.body.contains("'=Paul+Martin"), "no formula: {}", file.body);
        let found = ada.get("/administration/comptes?q=PAUL").await.unwrap();
        assert!(found.body.contains("paul@exemple.fr") && !found.body.contains("ada@exemple.fr"));
        let found = ada.get("/administration/comptes?q=%25").await.unwrap();
        assert!(!found.body.contains("paul@exemple.fr"), "a percent sign means itself");

        let mine = ada.get(&own).await.unwrap();
        let before = mine.body.split("/fin\"").next().unwrap();
        let end = format!("{}/fin", before.rsplit("action=\"").next().unwrap());
        let last = ada.post(&end, &[]).await.unwrap();
        assert_eq!(last.status, 422, "{}", last.body);
        assert!(last.body.contains("dernière personne"));

        let why = [("etat", "suspended"), ("raison", "abuse")];
        assert_eq!(ada.post(&format!("{other}/etat"), &why).await.unwrap().status, 303);
        assert_eq!(paul.get("/compte").await.unwrap().status, 401, "signed out at once");
        assert_eq!(ada.post(&format!("{own}/etat"), &why).await.unwrap().status, 403);
    }
}

#[tokio::test]
async fn a_sensitive_act_asks_to_prove_again_who_one_is() {
    for town in on_each_engine("again").await.unwrap() {
        let ada = administrator(&town).await;
        let paul = town.resident("paul@exemple.fr", "Paul").await.unwrap();
        let path = format!("/administration/comptes/{}/roles", paul.person.unwrap());
        town.minutes_go_by(20);
        let give = [("role", "auditor"), ("portee", ""), ("jusqu", "")];
        let asked = ada.post(&path, &give).await.unwrap();
        assert_eq!(asked.status, 303);
        assert!(asked.header("location").starts_with("/compte/preuve"), "{:?}", asked.headers);
    }
}

#[tokio::test]
async fn the_journal_is_searched_verified_and_taken_away() {
    for town in on_each_engine("journal").await.unwrap() {
        let ada = administrator(&town).await;
        let page = ada.get("/administration/journal?sorte=people.role_given").await.unwrap();
        assert!(page.body.contains("people.role_given") && !page.body.contains("people.arrived"));
        let page = ada.get("/administration/journal?sorte=people&du=2026-11-25").await.unwrap();
        assert!(page.body.contains("Aucune ligne"), "{}", page.body);
        let odd = ada.get("/administration/journal?du=hier&avant=x&auteur=%00").await.unwrap();
        assert!(odd.status < 500, "{}", odd.body);

        ada.post("/administration/journal/verifier", &[]).await.unwrap();
        let page = ada.get("/administration/journal").await.unwrap();
        assert!(page.body.contains("en cours de vérification"));
        let worker = Worker::new(town.db.clone())
            .with(VerifyJournal::KIND, verify_handler(town.db.clone(), town.app.clock.clone()));
        while worker.step_of(town.now(), VerifyJournal::KIND).await.unwrap() {}
        let page = ada.get("/administration/journal").await.unwrap();
        assert!(page.body.contains("intact jusqu’à la ligne"), "{}", page.body);

        let file = ada.get("/administration/journal.jsonl").await.unwrap();
        let lines: Vec<serde_json::Value> =
            file.body.lines().map(|it| serde_json::from_str(it).unwrap()).collect();
        assert!(lines.len() > 4);
        assert_eq!(lines[0]["position"], 1);
        let job = base::JobId::from_ulid(base::Ulid::nil());
        let retry = format!("/administration/taches/{job}/reprendre");
        assert_eq!(ada.post(&retry, &[]).await.unwrap().status, 404);
    }
}

#[tokio::test]
async fn letters_are_on_screen_in_a_demonstration_only_and_hide_their_secrets_elsewhere() {
    for town in on_each_engine("letters").await.unwrap() {
        let ada = administrator(&town).await;
        town.minutes_go_by(1);
        let asked = [("courriel", "nouvelle@exemple.fr"), ("mot_de_passe", ""), ("par", "lettre")];
        town.visitor().post("/connexion", &asked).await.unwrap();
        assert_eq!(town.visitor().get("/lettres").await.unwrap().status, 404);

        let list = ada.get("/administration/lettres").await.unwrap();
        assert!(list.body.contains("nouvelle@exemple.fr"));
        let (_, after) = list.body.split_once("href=\"/administration/lettres/cour_").unwrap();
        let letter = format!("cour_{}", after.split('"').next().unwrap());
        let shown = ada.get(&format!("/administration/lettres/{letter}")).await.unwrap();
        assert!(shown.body.contains("••••••"), "{}", shown.body);
        assert!(!shown.body.contains("/connexion/lien/"), "{}", shown.body);

        let demonstration = web::Site {
            origin: "http://127.0.0.1:8080".into(),
            letters_on_screen: true,
            ..web::Site::default()
        };
        town.app.site.set(demonstration);
        let list = town.visitor().get("/lettres").await.unwrap();
        assert!(list.body.contains("nouvelle@exemple.fr"), "{}", list.body);
    }
}

#[tokio::test]
async fn a_closed_house_says_why_and_opens_again() {
    for town in on_each_engine("closing").await.unwrap() {
        let ada = administrator(&town).await;
        let path = "/administration/ouverture";
        let close = [("etat", "fermee"), ("phrase", "De retour à midi."), ("minutes", "45")];
        assert_eq!(ada.post(path, &close).await.unwrap().status, 303);
        let closed = town.app.site().closed.clone().unwrap();
        assert_eq!((closed.sentence.as_str(), closed.minutes), ("De retour à midi.", 45));
        assert_eq!(ada.get("/administration").await.unwrap().status, 200);
        ada.post(path, &[("etat", "ouverte"), ("phrase", ""), ("minutes", "")]).await.unwrap();
        assert!(town.app.site().closed.is_none());
    }
}
