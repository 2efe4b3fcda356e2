//! Letters that people chose: agreed to, written when due, stopped in one click; what happened to
//! an account; and leaving when one is the last to keep a page.

use super::life::{SLUG, opened};
use axum::body::Body;
use axum::http::Request;
use people::digest::{self, choice};
use people::model::{Role, Scope};
use people::privacy::erase::{self, Way};
use people::rules::pace::{LetterKind, Pace};
use people::{Standing, actions};
use town::{Page, Town, on_each_engine};

db::row! {
    struct Letter {
        content: String,
    }
}

async fn letters(town: &Town, to: &str) -> Vec<String> {
    let sql = "SELECT content FROM letter WHERE recipient = $1 AND kind = 'people.digest'
               ORDER BY id";
    let rows: Vec<Letter> = town.db.read().await.unwrap().all(sql, vec![to.into()]).await.unwrap();
    rows.into_iter().map(|it| it.content).collect()
}

async fn turn(town: &Town) -> digest::Sent {
    digest::turn(&town.app, town.now(), &portal::tellers()).await.unwrap()
}

async fn someone_proposes(town: &Town, once: &str) {
    let place = directory::place_id_at(&town.db, SLUG).await.unwrap().unwrap();
    let proposal = directory::actions::Proposal {
        subject: directory::model::Subject::Other,
        value: String::new(),
        words: format!("La porte a changé {once}."),
        mail: String::new(),
    };
    let (who, head) = (Standing::visitor(), town.letterhead());
    let when = (town.now(), once);
    directory::actions::propose(&town.db, when, (&who, &head), place, &proposal).await.unwrap();
}

/// What a mail program sends by itself when its user wants no more of those letters.
async fn one_click(town: &Town, path: &str) -> Page {
    let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
    town.ask(request, Body::from("List-Unsubscribe=One-Click")).await.unwrap()
}

#[tokio::test]
async fn letters_leave_when_agreed_to_and_stop_in_one_click() {
    for town in on_each_engine("letters").await.unwrap() {
        opened(&town).await;
        let place = directory::place_id_at(&town.db, SLUG).await.unwrap().unwrap();
        let lea = town.resident("lea@exemple.fr", "Léa Martin").await.unwrap();
        lea.holds(Role::PlaceManager, &Scope::Place(place)).await.unwrap();
        someone_proposes(&town, "avant").await;
        town.days_go_by(1);
        assert_eq!(turn(&town).await, digest::Sent::default(), "nothing without a consent");

        let page = lea.get("/compte/lettres").await.unwrap();
        assert_eq!(page.status, 200);
        assert!(page.body.contains("name=\"age\""), "a consent may need one's parents");
        let choice = [("tasks", "daily"), ("pages", "never")];
        let refused = lea.post("/compte/lettres", &choice).await.unwrap();
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("value=\"daily\" checked"), "what was chosen is kept");
        let choice = [("tasks", "daily"), ("pages", "never"), ("age", "oui")];
        assert_eq!(lea.post("/compte/lettres", &choice).await.unwrap().status, 303);
        let page = lea.get("/compte/lettres").await.unwrap();
        assert!(page.body.contains("texte de 2026-11"), "the consent is shown with its text");

        town.minutes_go_by(5);
        someone_proposes(&town, "un").await;
        assert_eq!(turn(&town).await.posted, 0, "not before morning");
        // The house is closed for ten days, then opens: one letter says all.
        town.days_go_by(5);
        someone_proposes(&town, "deux").await;
        town.days_go_by(5);
        assert_eq!(turn(&town).await.posted, 1);
        assert_eq!(turn(&town).await, digest::Sent::default(), "twice is once");
        let posted = letters(&town, "lea@exemple.fr").await;
        assert_eq!(posted.len(), 1);
        assert!(posted[0].contains("2 corrections proposées attendent"), "{}", posted[0]);
        town.days_go_by(1);
        assert_eq!(turn(&town).await, digest::Sent { posted: 0, silent: 1 }, "nothing new");
        town.days_go_by(-400);
        assert_eq!(turn(&town).await, digest::Sent::default(), "a clock that steps back");
        town.days_go_by(400);

        stops(&town, &posted[0]).await;
    }
}

async fn stops(town: &Town, letter: &str) {
    let (_, link) = letter.split_once("https://reseau.example/lettres/arreter/").unwrap();
    let path = format!("/lettres/arreter/{}", link.split('"').next().unwrap());
    let person = choice::stopped_by(&town.app.keys, path.rsplit('/').next().unwrap()).unwrap().0;
    let chosen = async || {
        let mut read = town.db.read().await.unwrap();
        let all = choice::chosen(&mut read, person).await.unwrap();
        let consents = choice::consents(&mut read, person).await.unwrap();
        (all.contains(&(LetterKind::Tasks, Pace::Daily)), consents)
    };
    let asked = town.get(&path).await.unwrap();
    assert_eq!(asked.status, 200);
    assert!(asked.body.contains("Ne plus les recevoir"));
    assert!(chosen().await.0, "looking stops nothing");
    let forged = format!("{}0", &path[..path.len() - 1]);
    let other = if forged == path { format!("{}1", &path[..path.len() - 1]) } else { forged };
    assert_eq!(one_click(town, &other).await.status, 404);
    assert!(chosen().await.0);
    let stopped = one_click(town, &path).await;
    assert_eq!((stopped.status, stopped.header("set-cookie")), (200, ""));
    let (is_chosen, consents) = chosen().await;
    assert!(!is_chosen && consents.iter().all(|it| it.withdrawn_at.is_some()));
    assert_eq!(one_click(town, &path).await.status, 200, "twice is once");
    someone_proposes(town, "trois").await;
    town.days_go_by(2);
    assert_eq!(turn(town).await, digest::Sent::default());
}

#[tokio::test]
async fn a_consent_is_taken_back_in_one_click_and_stays_written() {
    for town in on_each_engine("consent").await.unwrap() {
        let lea = town.resident("lea@exemple.fr", "Léa Martin").await.unwrap();
        let choice = [("tasks", "at-once"), ("pages", "weekly"), ("age", "oui")];
        assert_eq!(lea.post("/compte/lettres", &choice).await.unwrap().status, 303);
        let person = lea.person.unwrap();
        let mut read = town.db.read().await.unwrap();
        let consents = choice::consents(&mut read, person).await.unwrap();
        drop(read);
        assert_eq!(consents.len(), 2);
        let noe = town.resident("noe@exemple.fr", "Noé Petit").await.unwrap();
        let path = format!("/compte/consentements/{}/retirer", consents[0].id);
        assert_eq!(noe.post(&path, &[]).await.unwrap().status, 404, "not someone else's");
        assert_eq!(lea.post(&path, &[]).await.unwrap().status, 303);
        let mut read = town.db.read().await.unwrap();
        let chosen = choice::chosen(&mut read, person).await.unwrap();
        assert_eq!(chosen.iter().filter(|it| it.1 != Pace::Never).count(), 1);
        let consents = choice::consents(&mut read, person).await.unwrap();
        assert_eq!(consents.iter().filter(|it| it.withdrawn_at.is_some()).count(), 1);
        drop(read);
        let page = lea.get("/compte/lettres").await.unwrap();
        assert!(page.body.contains("Retiré le"), "{}", page.body);
    }
}

#[tokio::test]
async fn people_read_what_happened_to_their_account_and_take_their_data() {
    for town in on_each_engine("watch").await.unwrap() {
        let lea = town.resident("lea@exemple.fr", "Léa Martin").await.unwrap();
        let page = lea.get("/compte/securite/journal").await.unwrap();
        assert_eq!(page.status, 200);
        assert!(page.body.contains("Connexion"), "{}", page.body);
        town.days_go_by(13 * 31);
        let mut lea = lea;
        lea.sign_in().await.unwrap();
        let page = lea.get("/compte/securite/journal").await.unwrap();
        assert!(!page.body.contains("Compte créé"), "a year is shown");
        let taken = lea.post("/compte/donnees/archive", &[]).await.unwrap();
        assert_eq!(taken.status, 200);
        assert!(taken.header("content-disposition").contains(".zip"));
        for name in ["LISEZ-MOI.txt", "compte.csv", "compte.json", "signalements.json"] {
            assert!(taken.body.contains(name), "{name}");
        }
        let page = lea.get("/compte/donnees").await.unwrap();
        assert_eq!(page.status, 200);
    }
}

#[tokio::test]
async fn the_last_manager_hands_over_before_leaving_and_a_page_is_never_left_alone() {
    for town in on_each_engine("alone").await.unwrap() {
        opened(&town).await;
        let place = directory::place_id_at(&town.db, SLUG).await.unwrap().unwrap();
        let lea = town.resident("lea@exemple.fr", "Léa Martin").await.unwrap();
        lea.holds(Role::PlaceManager, &Scope::Place(place)).await.unwrap();
        let person = lea.person.unwrap();
        let mut read = town.db.read().await.unwrap();
        let held = people::roles(&mut read, person, town.now()).await.unwrap().remove(0).id;
        drop(read);
        let way = format!("/mes-lieux/{place}/equipe/{held}/fin");
        let left = lea.post(&format!("/compte/droits/{held}/quitter"), &[]).await.unwrap();
        assert_eq!((left.status, left.header("location")), (303, way.as_str()));
        assert!(lea.get("/compte/supprimer").await.unwrap().body.contains(&way));
        for when in ["dans-sept-jours", "maintenant"] {
            let refused = lea.post("/compte/supprimer", &[("quand", when)]).await.unwrap();
            assert_eq!(refused.status, 422, "{when}");
        }
        let holdings = portal::holdings();
        let clockwork = Standing::clockwork();
        let gone = (person, Way::Absent);
        erase::erase_other(&town.db, town.now(), &clockwork, &holdings, gone).await.unwrap();
        let mut read = town.db.read().await.unwrap();
        let back = directory::looks::keeping::handed_back(&mut read, 10).await.unwrap();
        assert_eq!(back, [place], "the coordination knows");
        drop(read);
        let operator = Standing::operator();
        let asked = ("noe@exemple.fr", "Noé Petit", "fr");
        let noe = actions::make_person(&town.db, town.now(), &operator, asked).await.unwrap();
        let noe = (noe.id, Way::Request);
        erase::erase_other(&town.db, town.now(), &operator, &holdings, noe).await.unwrap();
    }
}
