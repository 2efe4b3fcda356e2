//! Places are rated after a visit: once, counted, read before it shows, replied to, reported,
//! hidden and shown again, and never taken away but by its author or by moderation.

use crate::moderation::someone::Someone;
use crate::moderation::{a_place, case_in, links_to, settled};
use people::model::{Level, Role, Scope};

const MARKS: [(&str, &str); 4] =
    [("accueil", "5"), ("utilite", "4"), ("acces", "3"), ("horaires", "4")];

/// A form of the public, filled by someone who takes their time.
async fn rates(who: &Someone<'_>, slug: &str, more: &[(&str, &str)]) -> town::Page {
    let fields = [&MARKS[..], more].concat();
    who.posts_slowly(&format!("/lieux/{slug}/avis/donner"), &fields).await
}

#[tokio::test]
async fn five_ratings_show_a_mean_and_one_person_rates_once() {
    for town in settled("rate").await {
        let (_, slug) = a_place(&town);
        let list = format!("/lieux/{slug}/avis");
        let mut first = None;
        for n in 0..5 {
            let mut who = Someone::with_account(&town, &format!("lea{n}"), Level::Mail).await;
            who.signs_in().await;
            let before = who.gets(&list).await.body;
            assert!(
                before.contains(&format!("il y en a \u{2068}{n}\u{2069}"))
                    || before.contains(&format!("il y en a {n}")),
                "{before}"
            );
            let sent = rates(&who, &slug, &[]).await;
            assert_eq!(sent.status, 303, "{}", sent.body);
            let twice = rates(&who, &slug, &[]).await;
            assert_eq!(twice.status, 422, "once in six months");
            first.get_or_insert(sent.header("location").to_owned());
            town.days_go_by(3);
        }
        let page = town.get(&list).await.unwrap();
        assert!(page.body.contains("4,0"), "{}", page.body);
        let place = town.get(&format!("/lieux/{slug}")).await.unwrap();
        assert!(place.body.contains("4,0"));
        // Withdrawn by its author, with the sealed address: below five, no mean.
        let own = first.unwrap();
        let lea = Someone::visitor(&town, "192.0.2.4");
        let forged = own.replace("/avis/avis_", "/avis/avis_0");
        assert_eq!(lea.gets(&forged).await.status, 404);
        assert_eq!(lea.posts(&format!("{own}/retirer"), &[]).await.status, 303);
        let page = town.get(&list).await.unwrap();
        assert!(!page.body.contains("4,0"));
    }
}

#[tokio::test]
async fn a_comment_is_read_first_then_replied_to_reported_hidden_and_shown_again() {
    for town in settled("comment").await {
        let (place, slug) = a_place(&town);
        let list = format!("/lieux/{slug}/avis");
        let lea = Someone::visitor(&town, "192.0.2.4");
        let missing = lea.posts_slowly(&format!("{list}/donner"), &[("accueil", "5")]).await;
        assert_eq!(missing.status, 422);
        let words = [("commentaire", "Accueil <b>parfait</b>"), ("courriel", "lea@exemple.fr")];
        let sent = rates(&lea, &slug, &words).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        let links = links_to(&town, "lea@exemple.fr").await;
        let confirmed = lea.posts(&links[0], &[]).await;
        assert_eq!(confirmed.status, 303, "{} {}", links[0], confirmed.body);
        assert!(!town.get(&list).await.unwrap().body.contains("parfait"), "nobody read it yet");

        let nina = Someone::moderator(&town, "nina", Scope::House).await;
        let case = case_in(&nina.gets("/moderation").await);
        let keep = [("decision", "keep"), ("motif", "")];
        assert_eq!(nina.posts(&case, &keep).await.status, 303);
        let page = town.get(&list).await.unwrap();
        assert!(page.body.contains("Accueil &#60;b&#62;parfait"), "{}", page.body);

        let mut malo = Someone::with_account(&town, "malo", Level::Mail).await;
        malo.holds(Role::PlaceManager, Scope::Place(place)).await;
        malo.signs_in().await;
        assert_eq!(rates(&malo, &slug, &[]).await.status, 422, "one does not rate one's own place");
        let desk = malo.gets(&format!("/mes-lieux/{place}/avis")).await;
        assert_eq!(desk.status, 200, "{}", desk.body);
        let (_, after) = desk.body.split_once(&format!("/mes-lieux/{place}/avis/")).unwrap();
        let reply = format!("/mes-lieux/{place}/avis/{}", after.split('"').next().unwrap());
        assert_eq!(lea.gets(&reply).await.status, 401);
        assert_eq!(malo.posts(&reply, &[("reponse", "Merci, à bientôt")]).await.status, 303);
        assert_eq!(malo.posts(&reply, &[("reponse", "Encore")]).await.status, 422);
        let waiting = case_in(&nina.gets("/moderation").await);
        assert_eq!(nina.posts(&waiting, &keep).await.status, 303);
        let page = town.get(&list).await.unwrap();
        assert!(page.body.contains("Merci, à bientôt"));

        let (_, after) = page.body.split_once("/signaler/commentaire/").unwrap();
        let report = format!("/signaler/commentaire/{}", after.split('"').next().unwrap());
        assert_eq!(lea.posts(&report, &[("raison", "personal-data")]).await.status, 303);
        let case = case_in(&nina.gets("/moderation").await);
        let ruling = [("decision", "privacy"), ("motif", "Une personne est nommée.")];
        assert_eq!(nina.posts(&case, &ruling).await.status, 303);
        assert!(!town.get(&list).await.unwrap().body.contains("parfait"), "hidden");
        let page = nina.gets(&case).await;
        let (_, after) = page.body.split_once("action=\"/moderation/decision/").unwrap();
        let undo = format!("/moderation/decision/{}", after.split('"').next().unwrap());
        assert_eq!(nina.posts(&undo, &[]).await.status, 303);
        assert!(town.get(&list).await.unwrap().body.contains("parfait"), "shown again");
    }
}

#[tokio::test]
async fn a_code_of_the_desk_proves_one_visit_and_a_burst_is_counted_apart() {
    for town in settled("codes").await {
        let (place, slug) = a_place(&town);
        let list = format!("/lieux/{slug}/avis");
        let mut malo = Someone::with_account(&town, "malo", Level::Mail).await;
        malo.holds(Role::PlaceManager, Scope::Place(place)).await;
        malo.signs_in().await;
        let made = malo.posts(&format!("/mes-lieux/{place}/codes"), &[("nombre", "12")]).await;
        assert_eq!(made.status, 303, "{}", made.body);
        let sheet = malo.gets(made.header("location")).await;
        let codes: Vec<&str> = sheet.body.split("<p><b>").skip(1).map(|it| &it[..9]).collect();
        assert_eq!(codes.len(), 12, "{}", sheet.body);
        let lea = Someone::visitor(&town, "192.0.2.4");
        assert_eq!(rates(&lea, &slug, &[("code", "AAAA-AAAA")]).await.status, 422);
        assert_eq!(rates(&lea, &slug, &[]).await.status, 422, "no proof of a visit");
        let used = rates(&lea, &slug, &[("code", codes[0])]).await;
        assert_eq!(used.status, 303, "{}", used.body);
        assert_eq!(rates(&lea, &slug, &[("code", codes[0])]).await.status, 422, "used");
        // Eleven in an hour, where one in two days is usual: all apart, none deleted.
        for code in &codes[1..] {
            let sent = rates(&lea, &slug, &[("code", code)]).await;
            assert_eq!(sent.status, 303, "{}", sent.body);
        }
        let page = town.get(&list).await.unwrap();
        assert!(page.body.contains("comptés à part"), "{}", page.body);
        let nina = Someone::moderator(&town, "nina", Scope::House).await;
        let queue = nina.gets("/moderation").await;
        assert_eq!(queue.status, 200);
        let case = case_in(&queue);
        let keep = [("decision", "keep"), ("motif", "")];
        assert_eq!(nina.posts(&case, &keep).await.status, 303, "a person counts it again");
        assert!(town.get(&list).await.unwrap().body.contains("il y en a"));
    }
}
