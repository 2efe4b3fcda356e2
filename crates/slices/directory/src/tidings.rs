//! What people who keep pages want to hear of: corrections and claims that wait for them, and what
//! others changed on their pages. Counts and ways only: a letter quotes nobody.

use crate::may::{Verb, may};
use crate::model::Place;
use crate::rules::whereabouts::scopes;
use crate::store::{places, tidings};
use base::PlaceId;
use db::{Read, Result};
use people::digest::{Asked, Teller, Told};
use people::model::Scope;
use people::privacy::Pending;
use people::rules::pace::LetterKind;

/// The directory, as it tells of itself.
pub struct DirectoryTidings;

impl Teller for DirectoryTidings {
    fn tell<'a>(&'a self, read: &'a mut Read, asked: &'a Asked) -> Pending<'a, Vec<Told>> {
        Box::pin(async move {
            match asked.kind {
                LetterKind::Tasks => tasks(read, asked).await,
                LetterKind::Pages => pages(read, asked).await,
            }
        })
    }
}

async fn tasks(read: &mut Read, asked: &Asked) -> Result<Vec<Told>> {
    // Most people judge nothing: nothing is counted for them.
    if asked.standing.roles.is_empty() {
        return Ok(Vec::new());
    }
    let window = (asked.since, asked.until);
    let corrections = tidings::corrections(read, window).await?;
    let corrections = theirs(read, asked, Verb::Judge, corrections).await?;
    let claims = tidings::claims(read, window).await?;
    let claims = theirs(read, asked, Verb::JudgeClaim, claims).await?;
    Ok(vec![
        Told { key: "told-corrections", count: corrections, path: "/corrections".into() },
        Told { key: "told-claims", count: claims, path: "/revendications".into() },
    ])
}

/// How many of those lie on pages where they may do that.
async fn theirs(
    read: &mut Read,
    asked: &Asked,
    verb: Verb,
    counts: Vec<(PlaceId, u64)>,
) -> Result<u64> {
    let ids: Vec<String> = counts.iter().map(|it| it.0.to_string()).collect();
    let places = places::by_ids(read, &ids).await?;
    let is_theirs = |place: &Place| may(&asked.standing, verb, &scopes(place));
    let of = |place: &Place| counts.iter().find(|it| it.0 == place.id).map_or(0, |it| it.1);
    Ok(places.iter().filter(|it| is_theirs(it)).map(of).sum())
}

async fn pages(read: &mut Read, asked: &Asked) -> Result<Vec<Told>> {
    let mut told = Vec::new();
    let kept = asked.standing.roles.iter().filter_map(|(_, scope)| match scope {
        Scope::Place(place) => Some(*place),
        _ => None,
    });
    for place in kept.collect::<std::collections::BTreeSet<_>>() {
        let by_whom = asked.standing.actor.name();
        let window = (asked.since, asked.until);
        let count = tidings::changes(read, (place, &by_whom), window).await?;
        let path = format!("/mes-lieux/{place}/historique");
        told.push(Told { key: "told-changes", count, path });
    }
    Ok(told)
}
