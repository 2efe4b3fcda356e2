//! People see what is held about them, take it away, and go; nothing of them stays behind.

mod letters;
mod life;
mod screens;
mod traces;

use base::time;
use people::privacy::erase::{self, Way};
use people::privacy::{absence, retention};
use people::{Standing, actions};
use town::{Town, on_each_engine};

const MAIL: &str = "Zenobie.Quatrain@exemple.fr";
const NAME: &str = "Zénobie Quatrain";

async fn arrived(town: &Town) -> people::model::Person {
    let standing = Standing::operator();
    actions::make_person(&town.db, town.now(), &standing, (MAIL, NAME, "fr")).await.unwrap()
}

fn fresh(person: &people::model::Person) -> Standing {
    Standing::person(person.id, person.level, &[], true, true)
}

#[tokio::test]
async fn after_an_erasure_no_trace_of_the_name_or_the_address_is_left() {
    for town in on_each_engine("erasure").await.unwrap() {
        let person = arrived(&town).await;
        let head = town.letterhead();
        let standing = fresh(&person);
        erase::ask(&town.db, town.now(), &standing, &head, person.id).await.unwrap();
        let holdings = portal::holdings();
        let done = erase::erase_due(&town.db, town.now(), &holdings).await.unwrap();
        assert_eq!(done, 0, "not before seven days");
        town.days_go_by(8);
        assert_eq!(erase::erase_due(&town.db, town.now(), &holdings).await.unwrap(), 1);
        assert_eq!(erase::erase_due(&town.db, town.now(), &holdings).await.unwrap(), 0);
        let kept = people::person(&mut town.db.read().await.unwrap(), person.id).await.unwrap();
        let kept = kept.unwrap();
        assert_eq!((kept.name.as_str(), kept.mail), ("compte supprimé", None));
        let whole = db::journal::verify(&town.db).await.unwrap();
        assert!(matches!(whole, db::journal::Verdict::Whole { .. }), "{whole:?}");
        let key = erase::moderation_key(&mut town.db.read().await.unwrap(), person.id).await;
        assert!(key.unwrap().is_some());
        let left = traces::left(&town, &["quatrain"]).await;
        assert!(left.is_empty(), "{left:#?}");
    }
}

#[tokio::test]
async fn the_last_administrator_stays_and_a_backup_brings_nobody_back() {
    use people::model::{Role, Scope};
    for town in on_each_engine("last").await.unwrap() {
        let person = arrived(&town).await;
        let operator = Standing::operator();
        let wanted = (person.id, Role::Administrator, &Scope::House);
        let how = (&[Scope::House][..], None, "première");
        actions::give_role(&town.db, town.now(), &operator, wanted, how).await.unwrap();
        let holdings = portal::holdings();
        let (standing, now) = (fresh(&person), town.now());
        let refused = erase::erase_own(&town.db, now, &standing, &holdings, person.id).await;
        let last = people::refusal::Refusal::LastAdministrator;
        assert!(matches!(refused, Err(actions::Error::Refused(it)) if it == last));
        let other = (person.id, Way::Absent);
        let clockwork = Standing::clockwork();
        let refused = erase::erase_other(&town.db, now, &clockwork, &holdings, other).await;
        assert!(refused.is_err());
        let again = erase::erase_again(&town.db, now, &holdings, &[person.id]).await.unwrap();
        assert_eq!(again, 1);
        assert_eq!(erase::erase_again(&town.db, now, &holdings, &[person.id]).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn an_account_that_sleeps_is_warned_twice_then_erased() {
    for town in on_each_engine("absence").await.unwrap() {
        let person = arrived(&town).await;
        let (app, holdings) = (town.app.clone(), portal::holdings());
        let sweep = async || absence::sweep(&app, town.now(), &holdings).await.unwrap();
        town.days_go_by(600);
        assert_eq!(sweep().await, absence::Absences::default());
        town.days_go_by(105);
        assert_eq!((sweep().await.warned, sweep().await.warned), (1, 0));
        town.days_go_by(2);
        assert_eq!((sweep().await.warned_again, sweep().await.warned_again), (1, 0));
        town.days_go_by(-1000);
        assert_eq!(sweep().await, absence::Absences::default(), "a clock that steps back");
        town.days_go_by(1000);
        assert_eq!(sweep().await.erased, 0);
        town.days_go_by(31);
        assert_eq!((sweep().await.erased, sweep().await.erased), (1, 0));
        let kept = people::person(&mut town.db.read().await.unwrap(), person.id).await.unwrap();
        assert_eq!(kept.unwrap().mail, None);
    }
}

#[tokio::test]
async fn what_is_announced_is_what_is_forgotten() {
    for town in on_each_engine("retention").await.unwrap() {
        arrived(&town).await;
        let (db, later) = (&town.db, time::days_after(town.now(), 3));
        let before = retention::preview(&mut db.read().await.unwrap(), later).await.unwrap();
        let due: u64 = before.iter().map(|it| it.due).sum();
        let swept = retention::sweep(db, later).await.unwrap();
        assert_eq!(swept.iter().map(|(_, n)| n).sum::<u64>(), due);
        let after = retention::preview(&mut db.read().await.unwrap(), later).await.unwrap();
        assert!(after.iter().all(|it| it.due == 0));
        assert!(retention::sweep(db, later).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_first_visit_leaves_no_cookie_on_any_page() {
    let town = on_each_engine("cookies").await.unwrap().remove(0);
    let mut asked = 0;
    for line in town.routes.iter().filter(|it| it.method == "GET" && !it.path.contains('{')) {
        let page = town.get(line.path).await.unwrap();
        assert!(page.status < 500, "{}: {}", line.path, page.status);
        assert_eq!(page.header("set-cookie"), "", "{} leaves a cookie", line.path);
        asked += 1;
    }
    assert!(asked > 20, "{asked}");
    let register = town.get("/donnees-personnelles/registre").await.unwrap();
    assert_eq!(register.status, 200);
    assert!(register.body.contains("place_claim"), "the register names every table");
    for own in ["/compte/donnees", "/compte/supprimer", "/administration/demandes"] {
        assert_eq!(town.get(own).await.unwrap().status, 401, "{own}");
    }
}
