//! Whatever someone did here, in any order, erasing their account leaves nothing that names them,
//! and their archive held it before.

use super::traces::{cells, columns, left};
use base::PlaceId;
use directory::model::{ClaimWay, NoticeKind, Subject};
use directory::rules::section::Section;
use intake::standard::FieldName;
use jiff::civil::date;
use moderation::model::{Reason, Ruling};
use people::digest::choice;
use people::model::{Level, Person, Purpose, Role, Scope};
use people::privacy::erase::{self, Way};
use people::privacy::request::{self, Kind};
use people::rules::pace::{LetterKind, Pace};
use people::{Standing, actions};
use std::collections::BTreeSet;
use town::{Town, on_each_engine};

pub(super) const SLUG: &str = "mediatheque-des-tilleuls-rennes";
const LIST: &str = "[source]\nkey = \"libraries\"\nname = \"Médiathèques\"\n[read]\n\
    format = \"json\"\n[identity]\ncolumns = [\"id\"]\n[fields.nom]\ncolumns = [\"name\"]\n\
    [fields.adresse]\ncolumns = [\"street\"]\n[fields.code_postal]\ncolumns = [\"postcode\"]\n\
    [fields.commune]\ncolumns = [\"town\"]\n";

/// How many sorts of acts there are.
const SORTS: u64 = 13;

/// Chance that can be told again.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }
}

/// Someone, and the place they keep.
struct Life<'a> {
    town: &'a Town,
    person: Person,
    standing: Standing,
    place: PlaceId,
    mail: String,
    name: String,
    done: u64,
}

impl<'a> Life<'a> {
    async fn begins(town: &'a Town, number: u64) -> Self {
        let name = format!("Zénobie Quatrain{number}");
        let mail = format!("Zenobie.Quatrain{number}@exemple.fr");
        let asked = (mail.as_str(), name.as_str(), "fr");
        let operator = Standing::operator();
        let made = actions::make_person(&town.db, town.now(), &operator, asked).await.unwrap();
        let place = directory::place_id_at(&town.db, SLUG).await.unwrap().unwrap();
        let roles = [(Role::PlaceManager, Scope::Place(place)), (Role::Moderator, Scope::House)];
        for (role, scope) in &roles {
            let reason = format!("Nommée : {name}");
            let how = (&[scope.clone(), Scope::House][..], None, reason.as_str());
            let given = (made.id, *role, scope);
            actions::give_role(&town.db, town.now(), &operator, given, how).await.unwrap();
        }
        let mut standing = Standing::person(made.id, Level::Reached, &[], true, true);
        standing.roles = roles.into();
        Self { town, person: made, standing, place, mail, name, done: 0 }
    }

    /// One act of that sort, with their name or their address in every text.
    async fn does(&mut self, sort: u64) {
        self.done += 1;
        let (db, now) = (&self.town.db, self.town.now());
        let (standing, person, place) = (&self.standing, self.person.id, self.place);
        let once = format!("{person}-{}", self.done);
        let said = format!("Écrire à {} ({}), merci {}.", self.name, self.mail, self.done);
        let head = self.town.letterhead();
        match sort {
            0 => {
                let values = [
                    (FieldName::Summary, said),
                    (FieldName::Emails, format!("accueil@exemple.fr|{}", self.mail)),
                ];
                let when = (now, once.as_str());
                let _ = directory::actions::edit_page(db, when, standing, place, &values).await;
            }
            1 => {
                let days = (date(2026, 12, 1), date(2026, 12, 2));
                let notice = (NoticeKind::Message, days, said.as_str());
                let when = (now, once.as_str());
                directory::actions::add_notice(db, when, standing, place, notice).await.unwrap();
            }
            2 => {
                let text = ("en", said.as_str());
                directory::actions::translate(db, now, standing, place, text).await.unwrap();
            }
            3 => {
                let typed = vec![("resume".to_owned(), said)];
                let at = (place, Section::Presentation);
                directory::actions::keep_draft(db, now, standing, at, &typed).await.unwrap();
            }
            4 => self.corrects(&once, &said).await,
            5 => self.reports(&once, &said).await,
            6 => {
                let asked = (Kind::Other, said.as_str(), once.as_str());
                request::make(db, now, standing, person, asked).await.unwrap();
            }
            7 => {
                self.name = format!("Zénobie Quatrain-Dupont{}", self.done);
                let asked = (self.name.as_str(), once.as_str());
                actions::change_name(db, now, standing, person, asked).await.unwrap();
            }
            8 => {
                let asked = (self.mail.as_str(), "/compte", once.as_str());
                let when = (now, &self.town.app.keys);
                let purpose = Purpose::SignIn;
                actions::ask_for_code(db, when, &head, purpose, asked).await.unwrap();
            }
            9 => {
                let operator = Standing::operator();
                let offered = (self.mail.as_str(), Role::Mediator, &Scope::Place(place));
                let how = (&[Scope::House][..], None, "La médiathèque");
                let _ = actions::invite(db, now, &operator, &head, offered, how).await;
            }
            10 => {
                let claim = (ClaimWay::Pole, said.as_str());
                let when = (now, once.as_str());
                let _ = directory::actions::claim_of_pole(db, when, standing, place, claim).await;
            }
            11 => {
                let wanted = [(LetterKind::Tasks, Pace::AtOnce), (LetterKind::Pages, Pace::Daily)];
                let asked = (&wanted[..], true);
                choice::choose(db, now, standing, person, asked).await.unwrap();
                people::digest::turn(&self.town.app, now, &portal::tellers()).await.unwrap();
            }
            _ => {
                let _ = directory::actions::confirm(db, now, standing, place).await;
            }
        }
    }

    async fn corrects(&self, once: &str, said: &str) {
        let (db, now) = (&self.town.db, self.town.now());
        let proposal = directory::actions::Proposal {
            subject: Subject::Other,
            value: String::new(),
            words: said.to_owned(),
            mail: self.mail.clone(),
        };
        let who = (&self.standing, &self.town.letterhead());
        let when = (now, once);
        let _ = directory::actions::propose(db, when, who, self.place, &proposal).await;
    }

    async fn reports(&self, once: &str, said: &str) {
        let house = portal::moderation(&self.town.app);
        let asked = moderation::actions::NewReport {
            subject: moderation::model::Subject::new("lieu", self.place),
            reason: Reason::Error,
            words: said.to_owned(),
            mail: String::new(),
            notice: None,
            network: "192.0.2.0/24".into(),
            agent: "Firefox".into(),
            locale: "fr".into(),
            once: once.to_owned(),
        };
        let now = self.town.now();
        let report = moderation::actions::report(&house, now, &self.standing, &asked).await;
        if let Ok(case) = report {
            let (operator, motive) = (Standing::operator(), format!("Vu avec {}", self.name));
            let ruling = (Ruling::Keep, motive.as_str());
            let _ = moderation::actions::decide(&house, now, &operator, case, ruling).await;
        }
    }

    /// Every table that holds the person's id in clear is in their archive, or says why not.
    async fn is_whole_in_the_archive(&self) {
        let holdings = portal::holdings();
        let taken: BTreeSet<&str> = holdings.tables().map(|(_, it)| it.source).collect();
        let register = portal::register();
        let id = self.person.id.to_string();
        for (table, column, class) in columns() {
            let cells = cells(self.town, &table, &column).await;
            if !cells.iter().any(|it| it.contains(&id)) {
                continue;
            }
            assert_ne!(class, "none", "{table}.{column} holds a person's id");
            let said = register.iter().find(|it| it.table == table).unwrap();
            let is_accounted_for = taken.contains(table.as_str()) || !said.not_taken.is_empty();
            assert!(is_accounted_for, "{table}.{column} is not in the archive, without a reason");
        }
    }
}

pub(super) async fn opened(town: &Town) {
    let list = serde_json::json!([{ "id": "1", "name": "Médiathèque des Tilleuls",
        "street": "12 rue des Tilleuls", "postcode": "35000", "town": "Rennes" }]);
    town.harvest(LIST, &list.to_string()).await.unwrap();
    town.resolve().await.unwrap();
}

async fn told(town: &Town, seed: u64) {
    let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut life = Life::begins(town, seed).await;
    // The first life does everything once; the others what chance says.
    let acts: Vec<u64> = match seed {
        1 => (0..SORTS).collect(),
        _ => (0..6 + chance.below(10)).map(|_| chance.below(SORTS)).collect(),
    };
    for sort in &acts {
        life.does(*sort).await;
        town.minutes_go_by(1 + i64::try_from(chance.below(50)).unwrap());
    }
    life.is_whole_in_the_archive().await;
    let holdings = portal::holdings();
    let again = (life.person.id, Way::Request);
    let operator = Standing::operator();
    erase::erase_other(&town.db, town.now(), &operator, &holdings, again).await.unwrap();
    town.directory.catch_up().await.unwrap();
    let traces = left(town, &["quatrain", "zenobie.", "zénobie"]).await;
    assert!(traces.is_empty(), "life {seed}, acts {acts:?}: {traces:#?}");
}

#[tokio::test]
async fn whatever_someone_did_erasing_them_leaves_no_trace() {
    for town in on_each_engine("life").await.unwrap() {
        opened(&town).await;
        let lives = if town.db.is_sqlite() { 12 } else { 6 };
        for seed in 1..=lives {
            told(&town, seed).await;
        }
        let whole = db::journal::verify(&town.db).await.unwrap();
        assert!(matches!(whole, db::journal::Verdict::Whole { .. }), "{whole:?}");
    }
}

#[test]
fn every_table_about_accounts_is_in_the_archive_or_says_why_not() {
    let holdings = portal::holdings();
    let taken: BTreeSet<&str> = holdings.tables().map(|(_, it)| it.source).collect();
    for table in portal::register() {
        let holds = table.columns.values().any(|it| it != "none");
        let is_left_out = !taken.contains(table.table.as_str()) && table.not_taken.is_empty();
        let broken = table.is_personal() && holds && is_left_out;
        assert!(!broken, "`{}` is not in the archive: say why in `not_taken`", table.table);
    }
}
