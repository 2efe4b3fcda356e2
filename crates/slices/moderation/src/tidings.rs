//! What moderators want to hear of: reports that came and wait for them. Counts only: a letter
//! quotes nobody.

use crate::looks;
use db::Read;
use people::digest::{Asked, Teller, Told};
use people::privacy::Pending;
use people::rules::pace::LetterKind;

/// Moderation, as it tells of itself.
pub struct ModerationTidings;

impl Teller for ModerationTidings {
    fn tell<'a>(&'a self, read: &'a mut Read, asked: &'a Asked) -> Pending<'a, Vec<Told>> {
        Box::pin(async move {
            if asked.kind != LetterKind::Tasks {
                return Ok(Vec::new());
            }
            let queue = looks::queue(read, &asked.standing).await?.unwrap_or_default();
            let count = queue.iter().filter(|it| asked.covers(it.opened_at)).count() as u64;
            Ok(vec![Told { key: "told-cases", count, path: "/moderation".into() }])
        })
    }
}
