//! What the site never does, asked of every route that it has: no form without its ticket, no
//! change by looking, no answer without its headers, no way out of the site, no door that opens to
//! the next account.

#![expect(clippy::unwrap_used, reason = "a promise that is broken fails")]

mod facts;
mod forms;
mod headers;
mod looking;
mod others;
mod typed;
mod ways;

use people::model::{Role, Scope};
use town::{Guest, Town};

/// The address with its parameters given values: a real place, a real account, and `other` for
/// what names something else.
fn filled(town: &Town, path: &str, person: &str, other: &str) -> String {
    let live = town.directory.live();
    let place = live.summaries.values().min_by(|a, b| a.slug.cmp(&b.slug)).unwrap();
    let values = path.split('/').skip(1).map(|part| match part {
        "{slug}" => place.slug.clone(),
        "{place}" => place.id.to_string(),
        "{person}" => person.to_owned(),
        "{code}" if path.starts_with("/communes") => "35238".into(),
        "{code}" if path.starts_with("/departements") => "35".into(),
        "{page}" => "legal".into(),
        "{language}" => "fr".into(),
        it if it.starts_with('{') => other.to_owned(),
        it => it.to_owned(),
    });
    values.fold(String::new(), |path, part| format!("{path}/{part}"))
}

/// An administrator who showed two proofs: whom no door stops before the form does.
async fn administrator(town: &Town) -> Guest<'_> {
    let guest = town.resident("admin@reseau.example", "Admin").await.unwrap();
    guest.holds(Role::Administrator, &Scope::House).await.unwrap();
    guest.is_strong().await.unwrap();
    guest
}
