//! Drafts: a section typed and put aside, for its author only until they leave.

use super::Error;
use super::edit::begin;
use crate::events::DraftKept;
use crate::may::Verb;
use crate::refusal::Refusal;
use crate::rules::section::{Section, Typed};
use crate::store::drafts;
use base::{PlaceId, Timestamp};
use db::Db;
use people::Standing;

/// The most that a draft holds, in bytes.
const DRAFT_MAX_BYTES: usize = 20_000;

/// Puts what was typed in a section aside.
pub async fn keep_draft(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    (place, section): (PlaceId, Section),
    typed: &Typed,
) -> Result<(), Error> {
    let (mut act, _, _) = begin(db, now, standing, (place, Verb::Edit)).await?;
    let person = standing.as_person().ok_or(Error::NotAllowed)?;
    if typed.iter().map(|(name, value)| name.len() + value.len()).sum::<usize>() > DRAFT_MAX_BYTES {
        return Err(Refusal::WordsLong.into());
    }
    drafts::put(&mut act, place, (section, person), typed).await?;
    act.record(&place, &DraftKept { section: section.slug(), is_kept: true }).await?;
    act.commit().await?;
    Ok(())
}

/// Throws a draft away.
pub async fn throw_draft_away(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    (place, section): (PlaceId, Section),
) -> Result<(), Error> {
    let (mut act, _, _) = begin(db, now, standing, (place, Verb::Edit)).await?;
    let person = standing.as_person().ok_or(Error::NotAllowed)?;
    if drafts::remove(&mut act, place, (section, person)).await? > 0 {
        act.record(&place, &DraftKept { section: section.slug(), is_kept: false }).await?;
        act.commit().await?;
    }
    Ok(())
}
