//! Every verb of every slice under every role.

use crate::{document, root};
use base::{GrantId, Id as _, PersonId, PlaceId, Timestamp, Ulid};
use people::Standing;
use people::model::{HeldRole, Level, Role, Scope};
use std::fmt::{Debug, Write as _};

/// What a slice lets happen: its name, and one row a verb.
struct Slice {
    name: &'static str,
    rows: Vec<(String, Vec<&'static str>)>,
}

/// The slices that have a `may.rs`, each named here. The administration has the verbs of people.
fn slices() -> Vec<Slice> {
    vec![
        slice("people", &people::may::Verb::all(), |standing, verb, scopes| {
            people::may::may(standing, *verb, scopes)
        }),
        slice("directory", &directory::may::Verb::all(), |standing, verb, scopes| {
            directory::may::may(standing, *verb, scopes)
        }),
        slice("ratings", &directory::ratings::may::Verb::all(), |standing, verb, scopes| {
            directory::ratings::may::may(standing, *verb, scopes)
        }),
        slice("moderation", &moderation::may::Verb::all(), |standing, verb, scopes| {
            moderation::may::may(standing, *verb, scopes)
        }),
    ]
}

#[test]
fn every_verb_of_every_slice_has_its_row() {
    let all = slices();
    let mut with_verbs = Vec::new();
    for entry in std::fs::read_dir(root().join("crates/slices")).unwrap() {
        let entry = entry.unwrap();
        if entry.path().join("src/may.rs").exists() || entry.path().join("src/may").exists() {
            with_verbs.push(entry.file_name().into_string().unwrap());
        }
    }
    for name in with_verbs {
        assert!(all.iter().any(|it| it.name == name), "{name} has verbs and no rows: add it here");
    }
    let mut text = String::from(
        "# Who may do what\n\n\
         Written by `BLESS=1 cargo test -p town --test rights` from each slice's `may.rs`. Do not \
         change it by hand.\n\n\
         `here`: on what lies in the scope where the role is held, and nowhere else. `all`: on \
         anything. `–`: never. A role held for the whole house counts everywhere.\n\n\
         A role marked * counts only on a session where a strong proof was shown (an authenticator \
         application or a passkey): without it, its holder is a plain account, which this test \
         checks for every verb. Nobody gives a role to oneself, whatever this table says, and the \
         last administrator stays.\n",
    );
    for slice in &all {
        write_slice(&mut text, slice);
    }
    document("docs/roles.md", &text);
}

#[test]
fn a_role_that_waits_for_a_strong_proof_gives_nothing_more_than_an_account() {
    fn same<V>(verbs: &[V], may: impl Fn(&Standing, &V, &[Scope]) -> bool, scopes: &[Scope])
    where
        V: Debug,
    {
        let account = Standing::person(person(), Level::Mail, &[], false, false);
        for role in Role::ALL.into_iter().filter(|it| it.needs_strong_proof()) {
            let held = [held(role, &home(role))];
            let weak = Standing::person(person(), Level::Mail, &held, false, false);
            for verb in verbs {
                assert_eq!(
                    may(&weak, verb, scopes),
                    may(&account, verb, scopes),
                    "{role:?} {verb:?}"
                );
            }
        }
    }
    let scopes = [place(1), Scope::Territory("35".into()), Scope::House];
    same(&people::may::Verb::all(), |s, v, at| people::may::may(s, *v, at), &scopes);
    same(&directory::may::Verb::all(), |s, v, at| directory::may::may(s, *v, at), &scopes);
    let ratings = directory::ratings::may::Verb::all();
    same(&ratings, |s, v, at| directory::ratings::may::may(s, *v, at), &scopes);
}

fn slice<V: Debug>(
    name: &'static str,
    verbs: &[V],
    may: impl Fn(&Standing, &V, &[Scope]) -> bool,
) -> Slice {
    let rows = verbs.iter().map(|verb| {
        let cell = |standing: &Standing, home: &Scope| {
            let here = may(standing, verb, &lies_in(home));
            let there = may(standing, verb, &lies_in(&elsewhere(home)));
            match (here, there) {
                (true, true) => "all",
                (true, false) => "here",
                (false, true) => "elsewhere only",
                (false, false) => "–",
            }
        };
        let mut cells = vec![
            cell(&Standing::visitor(), &place(1)),
            cell(&Standing::person(person(), Level::Mail, &[], true, true), &place(1)),
        ];
        for role in Role::ALL {
            let home = home(role);
            let held = [held(role, &home)];
            cells.push(cell(&Standing::person(person(), Level::Mail, &held, true, true), &home));
        }
        cells.push(cell(&Standing::clockwork(), &place(1)));
        cells.push(cell(&Standing::operator(), &place(1)));
        (format!("{verb:?}"), cells)
    });
    Slice { name, rows: rows.collect() }
}

fn write_slice(text: &mut String, slice: &Slice) {
    let mark = |role: Role| if role.needs_strong_proof() { "*" } else { "" };
    let roles = Role::ALL.map(|it| format!("{}{}", it.name(), mark(it))).join(" | ");
    let _ = write!(
        text,
        "\n## {}\n\n| verb | visitor | account | {roles} | clockwork | operator |\n|---{}|\n",
        slice.name,
        "|:-:".repeat(Role::ALL.len() + 4)
    );
    for (verb, cells) in &slice.rows {
        let _ = writeln!(text, "| {verb} | {} |", cells.join(" | "));
    }
}

fn person() -> PersonId {
    PersonId::from_ulid(Ulid::nil())
}

fn place(n: u64) -> Scope {
    Scope::Place(PlaceId::from_ulid(Ulid::from_parts(n, 0)))
}

/// Where a role is held in this table: the narrowest scope that fits it.
fn home(role: Role) -> Scope {
    let all = [
        place(1),
        Scope::Organisation("12345678900011".into()),
        Scope::Territory("35".into()),
        Scope::House,
    ];
    all.into_iter().find(|it| role.fits(it)).unwrap()
}

/// The scopes in which a thing lies that is in that scope.
fn lies_in(scope: &Scope) -> Vec<Scope> {
    let mut scopes = vec![scope.clone()];
    if *scope != Scope::House {
        scopes.push(Scope::House);
    }
    scopes
}

/// Another scope of the same sort. The house has no other.
fn elsewhere(scope: &Scope) -> Scope {
    match scope {
        Scope::Place(_) => place(2),
        Scope::Territory(_) => Scope::Territory("22".into()),
        Scope::Organisation(_) => Scope::Organisation("98765432100022".into()),
        Scope::House => Scope::House,
    }
}

fn held(role: Role, scope: &Scope) -> HeldRole {
    HeldRole {
        id: GrantId::from_ulid(Ulid::nil()),
        person: person(),
        role,
        scope: scope.clone(),
        from: Timestamp::UNIX_EPOCH,
        until: None,
        given_by: "operator".into(),
        ended: None,
    }
}
