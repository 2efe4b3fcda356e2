//! Every address under every kind of visitor: which class of answer they get.

use crate::document;
use base::PlaceId;
use people::model::{Role, Scope};
use std::fmt::Write as _;
use town::{Guest, Town};

/// Kinds of visitor, in the order of the columns.
const KINDS: [&str; 11] = [
    "anonymous",
    "account",
    "mediator here",
    "manager here",
    "manager elsewhere",
    "hub here",
    "hub elsewhere",
    "moderator",
    "auditor",
    "administrator weak",
    "administrator",
];

#[tokio::test]
async fn every_route_has_its_row_under_every_kind_of_visitor() {
    let town = Town::on_sqlite().await.unwrap();
    town.settle().await.unwrap();
    let (slug, here, elsewhere) = two_places(&town);
    let mut guests = Vec::with_capacity(KINDS.len());
    for kind in KINDS {
        guests.push(guest(&town, kind, here, elsewhere).await);
    }
    let person = guests[1].person.unwrap().to_string();
    let mut text = String::from(
        "# Who gets which answer\n\n\
         Written by `BLESS=1 cargo test -p town --test rights` by asking every route as every kind \
         of visitor. Do not change it by hand.\n\n\
         Forms are sent with a good ticket and no field, so that 422 means \"let in, nothing \
         usable was sent\" and 303 \"done, or led elsewhere to prove who one is\". `here` is the \
         place and the department that addresses name; ids of other things name nothing. 401: sign \
         in first. 403: not yours. 404: nothing there, or not for you to know.\n\n",
    );
    let _ = writeln!(text, "| route | {} |", KINDS.join(" | "));
    let _ = writeln!(text, "|---{}|", "|:-:".repeat(KINDS.len()));
    for line in &town.routes {
        // Nobody asks for every page in one instant: the answers are of rights, not of limits.
        town.seconds_go_by(3);
        let path = filled(line.path, &slug, here, &person);
        let mut answers = Vec::with_capacity(KINDS.len());
        for guest in &mut guests {
            answers.push(answer(guest, line.method, &path).await);
        }
        assert!(
            !answers.iter().any(|it| it.starts_with('5')),
            "{} {}: {answers:?}",
            line.method,
            path
        );
        let _ = writeln!(text, "| {} `{}` | {} |", line.method, line.path, answers.join(" | "));
    }
    document("docs/routes.md", &text);
}

/// The class of answer. Someone whom an earlier form signed out signs in again first.
async fn answer(guest: &mut Guest<'_>, method: &str, path: &str) -> String {
    if guest.person.is_some() && guest.get("/compte").await.unwrap().status == 401 {
        let was_strong = guest.is_strong_again;
        guest.sign_in().await.unwrap();
        if was_strong {
            guest.is_strong().await.unwrap();
        }
    }
    let page = if method == "GET" { guest.get(path).await } else { guest.post(path, &[]).await };
    page.unwrap().status.to_string()
}

/// The address, its parameters given values: a real place, a real account, real codes.
fn filled(path: &str, slug: &str, here: PlaceId, person: &str) -> String {
    let mut filled = String::new();
    for part in path.split('/').skip(1) {
        let value = match part {
            "{slug}" => slug.to_owned(),
            "{place}" => here.to_string(),
            "{person}" => person.to_owned(),
            "{code}" if path.starts_with("/communes") => "35238".into(),
            "{code}" if path.starts_with("/departements") => "35".into(),
            "{page}" => "legal".into(),
            "{language}" => "fr".into(),
            it if it.starts_with('{') => "rien".into(),
            it => it.to_owned(),
        };
        filled.push('/');
        filled.push_str(&value);
    }
    filled
}

/// A place of the hub's department, and one elsewhere.
fn two_places(town: &Town) -> (String, PlaceId, PlaceId) {
    let live = town.directory.live();
    let mut all: Vec<_> = live.summaries.values().collect();
    all.sort_unstable_by(|a, b| a.slug.cmp(&b.slug));
    let here = all.iter().find(|it| it.department == "35").unwrap();
    let elsewhere = all.iter().find(|it| it.department != "35").unwrap();
    (here.slug.clone(), here.id, elsewhere.id)
}

async fn guest<'a>(town: &'a Town, kind: &str, here: PlaceId, elsewhere: PlaceId) -> Guest<'a> {
    let role = match kind {
        "anonymous" => return town.visitor(),
        "account" => None,
        "mediator here" => Some((Role::Mediator, Scope::Place(here))),
        "manager here" => Some((Role::PlaceManager, Scope::Place(here))),
        "manager elsewhere" => Some((Role::PlaceManager, Scope::Place(elsewhere))),
        "hub here" => Some((Role::HubManager, Scope::Territory("35".into()))),
        "hub elsewhere" => Some((Role::HubManager, Scope::Territory("974".into()))),
        "moderator" => Some((Role::Moderator, Scope::House)),
        "auditor" => Some((Role::Auditor, Scope::House)),
        _ => Some((Role::Administrator, Scope::House)),
    };
    let mail = format!("{}@exemple.fr", kind.replace(' ', "."));
    let mut guest = town.resident(&mail, kind).await.unwrap();
    if let Some((role, scope)) = role {
        guest.holds(role, &scope).await.unwrap();
        if role.needs_strong_proof() && kind != "administrator weak" {
            guest.is_strong().await.unwrap();
            guest.is_strong_again = true;
        }
    }
    guest
}
