//! Accounts over HTTP: making one, every way to prove who one is, and what must never work.

mod browser;

use browser::{Browser, last_letter, letters};
use data_encoding::BASE32_NOPAD;
use people::privacy::retention::Rule;
use people::rules::authenticator::digits_at;
use town::{Page, Town, on_each_engine};

const LEA: &str = "lea@exemple.fr";
const PASSWORD: &str = "trois pommes sous la pluie";

async fn is_signed_in(browser: &mut Browser<'_>) -> bool {
    browser.get("/compte").await.status == 200
}

/// The secret of the application that the page shows.
fn secret(page: &Page) -> Vec<u8> {
    let (_, after) = page.body.split_once("<code class=\"key\">").unwrap();
    let letters = after.split('<').next().unwrap().replace(' ', "");
    BASE32_NOPAD.decode(letters.as_bytes()).unwrap()
}

fn codes(page: &Page) -> Vec<String> {
    let parts = page.body.split("<code class=\"key\">").skip(1);
    parts.map(|it| it.split('<').next().unwrap().to_owned()).collect()
}

/// Sets up an application; answers its secret, the digits used and the recovery codes.
async fn set_app(town: &Town, browser: &mut Browser<'_>) -> (Vec<u8>, String, Vec<String>) {
    let page = browser.get("/compte/application").await;
    assert_eq!(page.status, 200, "{}", page.header("location"));
    let secret = secret(&page);
    let digits = digits_at(&secret, town.now()).unwrap();
    let done =
        browser.fill_on(&page, "/compte/application", &[("chiffres", digits.as_str())]).await;
    assert_eq!(done.status, 200, "{}", done.body);
    (secret, digits, codes(&done))
}

#[tokio::test]
async fn an_account_is_made_and_entered_with_a_letter() {
    for town in on_each_engine("letter").await.unwrap() {
        let mut browser = Browser::new(&town);
        let entered = browser.enter(LEA).await;
        assert_eq!((entered.status, entered.header("location")), (303, "/compte"));
        let page = browser.get("/compte").await;
        assert!(page.body.contains("Léa") && page.body.contains("Vous êtes connecté"));
        let cookie = entered.headers.get_all("set-cookie").iter().next().unwrap();
        let cookies: Vec<_> = entered.headers.get_all("set-cookie").iter().collect();
        assert!(cookies.iter().any(|it| it.to_str().unwrap().contains("Secure")), "{cookie:?}");
        // The same letter opens nothing twice.
        let link = last_letter(&town, LEA).await.path();
        assert_eq!(Browser::new(&town).get(&link).await.status, 422);

        // On another device, with the digits.
        let mut phone = Browser::called(&town, "Mozilla/5.0 (Android) Chrome/140.0");
        let asked = phone
            .fill("/connexion", "/connexion", &[("courriel", "LEA@exemple.fr"), ("par", "lettre")])
            .await;
        let place = asked.header("location").to_owned();
        let wrong = phone.fill(&place, &place, &[("chiffres", "000000")]).await;
        assert_eq!(wrong.status, 422);
        let digits = last_letter(&town, LEA).await.digits();
        let entered = phone.fill(&place, &place, &[("chiffres", digits.as_str())]).await;
        assert_eq!(entered.status, 303, "{}", entered.body);
        assert!(is_signed_in(&mut phone).await);
        let told = last_letter(&town, LEA).await;
        assert!(told.subject.contains("nouvel appareil"), "{}", told.subject);
    }
}

#[tokio::test]
async fn six_digits_cannot_be_guessed() {
    for town in on_each_engine("digits").await.unwrap() {
        let mut browser = Browser::new(&town);
        let typed = [("courriel", LEA), ("par", "lettre")];
        let place = browser.fill("/connexion", "/connexion", &typed).await;
        let place = place.header("location").to_owned();
        let right = last_letter(&town, LEA).await.digits();
        let wrong = if right == "123456" { "654321" } else { "123456" };
        for _ in 0..5 {
            assert_eq!(browser.fill(&place, &place, &[("chiffres", wrong)]).await.status, 422);
        }
        let late = browser.fill(&place, &place, &[("chiffres", right.as_str())]).await;
        assert_eq!(late.status, 422, "the fifth wrong digits killed the code");
    }
}

#[tokio::test]
async fn nobody_learns_who_has_an_account() {
    for town in on_each_engine("enumeration").await.unwrap() {
        let mut known = Browser::new(&town);
        known.enter(LEA).await;
        known.fill("/compte/securite", "/compte/mot-de-passe", &[("mot_de_passe", PASSWORD)]).await;
        let mut answers = Vec::new();
        for mail in [LEA, "nobody@exemple.fr"] {
            let mut browser = Browser::new(&town);
            let asked = browser
                .fill("/connexion", "/connexion", &[("courriel", mail), ("par", "lettre")])
                .await;
            let page = browser.get(asked.header("location")).await;
            let mut seen = vec![asked.status, page.status];
            for n in 0..12 {
                let typed = [("courriel", mail), ("mot_de_passe", "x"), ("par", "mot-de-passe")];
                let refused = browser.fill("/connexion", "/connexion", &typed).await;
                seen.push(refused.status);
                assert_eq!(refused.body.contains("Trop d’essais"), n >= 10, "{mail}, {n}");
            }
            answers.push(seen);
        }
        assert_eq!(answers[0], answers[1]);
    }
}

#[tokio::test]
async fn ten_wrong_passwords_lock_for_a_quarter_of_an_hour_and_a_letter_still_enters() {
    for town in on_each_engine("lockout").await.unwrap() {
        let mut browser = Browser::new(&town);
        browser.enter(LEA).await;
        let set = [("mot_de_passe", PASSWORD)];
        let done = browser.fill("/compte/securite", "/compte/mot-de-passe", &set).await;
        assert_eq!(done.status, 303, "{}", done.body);
        let mut other = Browser::new(&town);
        for _ in 0..10 {
            let typed = [("courriel", LEA), ("mot_de_passe", "faux"), ("par", "mot-de-passe")];
            assert_eq!(other.fill("/connexion", "/connexion", &typed).await.status, 422);
        }
        let right = [("courriel", LEA), ("mot_de_passe", PASSWORD), ("par", "mot-de-passe")];
        assert_eq!(other.fill("/connexion", "/connexion", &right).await.status, 422);
        town.minutes_go_by(16);
        assert_eq!(other.fill("/connexion", "/connexion", &right).await.status, 303);
        assert_eq!(Browser::new(&town).enter(LEA).await.status, 303);
    }
}

#[tokio::test]
async fn the_second_proof_is_asked_whatever_came_first_and_opens_under_a_new_secret() {
    for town in on_each_engine("second").await.unwrap() {
        let mut browser = Browser::new(&town);
        browser.enter(LEA).await;
        let (before, mut elsewhere) = (browser.session(), Browser::new(&town));
        elsewhere.enter(LEA).await;
        let (secret, used, recovery) = set_app(&town, &mut browser).await;
        assert_eq!(recovery.len(), 10);
        assert_ne!(browser.session(), before, "a privilege won changes the secret");
        assert!(!is_signed_in(&mut elsewhere).await, "sessions that never showed it end");
        assert!(last_letter(&town, LEA).await.content.contains("application"));

        let mut phone = Browser::new(&town);
        let half = phone.enter(LEA).await;
        assert!(half.header("location").starts_with("/connexion/deuxieme-preuve"));
        assert!(!is_signed_in(&mut phone).await, "half a session opens nothing");
        let at_half = phone.session();
        let place = half.header("location").to_owned();
        let action = "/connexion/deuxieme-preuve";
        let typed = [("chiffres", used.as_str()), ("par", "application")];
        assert_eq!(phone.fill(&place, action, &typed).await.status, 422, "a step is used once");
        town.minutes_go_by(1);
        let digits = digits_at(&secret, town.now()).unwrap();
        let typed = [("chiffres", digits.as_str()), ("par", "application")];
        let entered = phone.fill(&place, action, &typed).await;
        assert_eq!((entered.status, entered.header("location")), (303, "/compte"));
        assert!(is_signed_in(&mut phone).await);
        assert_ne!(phone.session(), at_half);
        let mut thief = Browser::new(&town);
        thief.plant(&at_half.unwrap());
        assert!(!is_signed_in(&mut thief).await);
    }
}

#[tokio::test]
async fn a_recovery_code_works_once_and_a_letter_says_it() {
    for town in on_each_engine("recovery").await.unwrap() {
        let mut browser = Browser::new(&town);
        browser.enter(LEA).await;
        let (_, _, recovery) = set_app(&town, &mut browser).await;
        let code = recovery[3].to_uppercase();
        for (round, status) in [(1, 303), (2, 422)] {
            let mut phone = Browser::new(&town);
            let place = phone.enter(LEA).await.header("location").to_owned();
            let typed = [("secours", code.as_str()), ("par", "secours")];
            let shown = phone.fill(&place, "/connexion/deuxieme-preuve", &typed).await;
            assert_eq!(shown.status, status, "round {round}: {}", shown.body);
        }
        let told = letters(&town, LEA).await;
        assert!(told.iter().any(|it| it.content.contains("Il en reste 9")));
        // New ones cancel the former.
        let drawn = browser.fill("/compte/codes-de-secours", "/compte/codes-de-secours", &[]).await;
        assert_eq!(codes(&drawn).len(), 10);
        let mut phone = Browser::new(&town);
        let place = phone.enter(LEA).await.header("location").to_owned();
        let typed = [("secours", recovery[5].as_str()), ("par", "secours")];
        assert_eq!(phone.fill(&place, "/connexion/deuxieme-preuve", &typed).await.status, 422);
    }
}

#[tokio::test]
async fn ten_wrong_second_proofs_lock() {
    for town in on_each_engine("second_lock").await.unwrap() {
        let mut browser = Browser::new(&town);
        browser.enter(LEA).await;
        let (_, _, recovery) = set_app(&town, &mut browser).await;
        let mut phone = Browser::new(&town);
        let place = phone.enter(LEA).await.header("location").to_owned();
        let action = "/connexion/deuxieme-preuve";
        for _ in 0..10 {
            let typed = [("chiffres", "000000"), ("par", "application")];
            assert_eq!(phone.fill(&place, action, &typed).await.status, 422);
        }
        let typed = [("secours", recovery[0].as_str()), ("par", "secours")];
        let late = phone.fill(&place, action, &typed).await;
        assert!(late.status == 422 && late.body.contains("Trop d’essais"));
    }
}

#[tokio::test]
async fn a_sensitive_act_wants_a_fresh_proof_which_a_letter_gives() {
    for town in on_each_engine("step_up").await.unwrap() {
        let mut browser = Browser::new(&town);
        browser.enter(LEA).await;
        town.minutes_go_by(16);
        let stale = browser.get("/compte/adresse").await;
        assert_eq!(stale.header("location"), "/compte/preuve?suite=/compte/adresse");
        let before = browser.session();
        let asked = browser
            .fill("/compte/preuve?suite=/compte/adresse", "/compte/preuve", &[("par", "lettre")])
            .await;
        let place = asked.header("location").to_owned();
        let digits = last_letter(&town, LEA).await.digits();
        let proved = browser.fill(&place, &place, &[("chiffres", digits.as_str())]).await;
        assert_eq!(proved.header("location"), "/compte/adresse");
        assert_ne!(browser.session(), before, "a proof changes the secret");
        assert_eq!(browser.get("/compte/adresse").await.status, 200);
        // The letter of one purpose serves no other.
        browser.fill("/compte/preuve", "/compte/preuve", &[("par", "lettre")]).await;
        let link = last_letter(&town, LEA).await.path();
        let other = link.replace("/compte/preuve/lien/", "/connexion/lien/");
        assert_eq!(Browser::new(&town).get(&other).await.status, 422);
    }
}

#[tokio::test]
async fn a_new_address_is_proved_and_the_old_one_is_told() {
    for town in on_each_engine("address").await.unwrap() {
        let new = "lea.neuve@exemple.fr";
        let (mut browser, mut other) = (Browser::new(&town), Browser::new(&town));
        browser.enter(LEA).await;
        other.enter(LEA).await;
        let here = "/compte/adresse";
        let asked = browser.fill(here, here, &[("courriel", new)]).await;
        assert!(asked.header("location").starts_with("/compte/adresse/code/"));
        let link = last_letter(&town, new).await.path();
        assert_eq!(other.fill(&link, &link, &[]).await.status, 303, "any device of theirs will do");
        assert!(last_letter(&town, LEA).await.content.contains("une autre adresse"));
        assert!(!is_signed_in(&mut browser).await, "other sessions end");
        assert!(other.get("/compte").await.body.contains(new));
        // Someone else's address is not taken, and only its owner learns that it has an account.
        let mut stranger = Browser::new(&town);
        stranger.enter("max@exemple.fr").await;
        let asked = stranger.fill(here, here, &[("courriel", new)]).await;
        assert_eq!(asked.status, 303);
        let link = last_letter(&town, new).await.path();
        assert_eq!(stranger.fill(&link, &link, &[]).await.status, 422);
        assert_eq!(other.get(&link).await.status, 422, "a link counts for who asked");
    }
}

#[tokio::test]
async fn a_stolen_mailbox_takes_no_second_proof_away() {
    for town in on_each_engine("mailbox").await.unwrap() {
        let mut browser = Browser::new(&town);
        browser.enter(LEA).await;
        set_app(&town, &mut browser).await;
        let mut thief = Browser::new(&town);
        thief.enter(LEA).await;
        for path in ["/compte/application", "/compte/cles", "/compte/codes-de-secours", "/compte"] {
            assert_eq!(thief.get(path).await.status, 401, "{path}");
        }
        // The owner, proved strongly and lately, can.
        let removed = browser.fill("/compte/securite", "/compte/application/retirer", &[]).await;
        assert_eq!(removed.header("location"), "/compte/securite");
        assert_eq!(Browser::new(&town).enter(LEA).await.header("location"), "/compte");
        town.minutes_go_by(16);
        let stale = browser.get("/compte/application").await;
        assert!(stale.header("location").starts_with("/compte/preuve"));
    }
}

#[tokio::test]
async fn sessions_are_listed_ended_and_end_by_themselves() {
    for town in on_each_engine("sessions").await.unwrap() {
        let mut desk = Browser::new(&town);
        let mut phone = Browser::called(&town, "Mozilla/5.0 (Android) Chrome/140.0");
        desk.enter(LEA).await;
        phone.enter(LEA).await;
        let list = desk.get("/compte/securite").await;
        assert!(list.body.contains("Firefox, Linux") && list.body.contains("Chrome, Android"));
        let (_, after) = list.body.split_once("action=\"/compte/sessions/sess_").unwrap();
        let action = format!("/compte/sessions/sess_{}", after.split('"').next().unwrap());
        assert_eq!(desk.fill_on(&list, &action, &[]).await.status, 303);
        assert!(!is_signed_in(&mut phone).await && is_signed_in(&mut desk).await);
        town.days_go_by(15);
        assert!(!is_signed_in(&mut desk).await, "two weeks without a visit");
        desk.enter(LEA).await;
        for _ in 0..3 {
            town.days_go_by(9);
            assert!(is_signed_in(&mut desk).await);
        }
        town.days_go_by(4);
        assert!(!is_signed_in(&mut desk).await, "a month, whatever happens");
    }
}

#[tokio::test]
async fn a_session_planted_before_signing_in_is_worth_nothing_after() {
    for town in on_each_engine("fixation").await.unwrap() {
        let mut browser = Browser::new(&town);
        browser.plant("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
        let planted = browser.session().unwrap();
        browser.enter(LEA).await;
        assert_ne!(browser.session().unwrap(), planted);
        let mut attacker = Browser::new(&town);
        attacker.plant(&planted);
        assert!(!is_signed_in(&mut attacker).await);
        let secret = browser.session().unwrap();
        browser.fill("/compte", "/deconnexion", &[]).await;
        attacker.plant(&secret);
        assert!(!is_signed_in(&mut attacker).await, "signing out ends it on the server");
    }
}

#[tokio::test]
async fn what_is_over_is_forgotten() {
    for town in on_each_engine("forgotten").await.unwrap() {
        Browser::new(&town).enter(LEA).await;
        let mut browser = Browser::new(&town);
        let typed = [("courriel", LEA), ("mot_de_passe", "faux"), ("par", "mot-de-passe")];
        browser.fill("/connexion", "/connexion", &typed).await;
        let sweep = || people::privacy::retention::sweep(&town.db, town.now());
        assert_eq!(sweep().await.unwrap(), vec![]);
        town.days_go_by(3);
        let swept = sweep().await.unwrap();
        let count = |rule| swept.iter().find(|it| it.0 == rule).map_or(0, |it| it.1);
        let of = (count(Rule::Sessions), count(Rule::Codes), count(Rule::Failures));
        assert_eq!(of, (0, 1, 1));
        town.days_go_by(15);
        assert!(sweep().await.unwrap().contains(&(Rule::IdleSessions, 1)));
    }
}

#[tokio::test]
async fn an_unknown_account_takes_as_long_as_a_known_one() {
    let town = on_each_engine("timing").await.unwrap().remove(0);
    let mut browser = Browser::new(&town);
    browser.enter(LEA).await;
    browser.fill("/compte/securite", "/compte/mot-de-passe", &[("mot_de_passe", PASSWORD)]).await;
    // The goal is a difference of at most a twentieth. A busy machine spoils a measure, so what
    // fails is only what no noise explains: an answer that skipped the hash is ten times quicker.
    let mut ratios = Vec::new();
    while ratios.len() < 3 && !ratios.iter().any(|it| (0.95..=1.05).contains(it)) {
        ratios.push(known_to_unknown(&town).await);
    }
    eprintln!("time for a known account to that for an unknown one: {ratios:.3?}");
    assert!(ratios.iter().any(|it| (0.7..=1.4).contains(it)), "{ratios:?}");
}

/// The median time of a refusal for a known account, over that for an unknown one.
async fn known_to_unknown(town: &Town) -> f64 {
    let mut browser = Browser::new(town);
    let mut spent: [Vec<f64>; 2] = Default::default();
    for n in 0..32 {
        // Below the lock, which answers at once for both.
        if n % 8 == 0 {
            town.minutes_go_by(16);
        }
        // Who goes first changes each time, so that what warms up serves both.
        for which in [n % 2, (n + 1) % 2] {
            let mail = [LEA, "nobody@exemple.fr"][which];
            let page = browser.get("/connexion").await;
            let typed = [("courriel", mail), ("mot_de_passe", "faux"), ("par", "mot-de-passe")];
            let before = now();
            let refused = browser.fill_on(&page, "/connexion", &typed).await;
            spent[which].push(before.elapsed().as_secs_f64());
            assert_eq!(refused.status, 422);
        }
    }
    let [known, unknown] = spent.map(median);
    known / unknown
}

fn now() -> std::time::Instant {
    std::time::Instant::now()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
