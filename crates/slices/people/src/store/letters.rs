//! The letters that people chose, and when the next one is due.

use super::{id, instant};
use crate::rules::pace::{LetterKind, Pace};
use base::{PersonId, Timestamp};
use db::{Act, Chore, Read, Result, params, row};

row! {
    struct ChoiceRow {
        person: String,
        kind: String,
        pace: String,
        told_until: i64,
        due_at: i64,
    }
}

/// A choice whose letter is due.
pub(crate) struct Due {
    pub(crate) person: PersonId,
    pub(crate) kind: LetterKind,
    pub(crate) pace: Pace,
    /// What happened until then was told.
    pub(crate) told_until: Timestamp,
    /// When the letter is due: also its name, so that it is posted once.
    pub(crate) at: Timestamp,
}

impl ChoiceRow {
    /// A kind or a pace that this version of the program does not know is left aside.
    fn read(self) -> Option<Result<Due>> {
        let (kind, pace) = (LetterKind::named(&self.kind)?, Pace::named(&self.pace)?);
        let (told_until, at) = (instant(self.told_until), instant(self.due_at));
        Some(id(&self.person).map(|person| Due { person, kind, pace, told_until, at }))
    }
}

/// What someone chose.
pub(crate) async fn of_person(
    read: &mut Read,
    person: PersonId,
) -> Result<Vec<(LetterKind, Pace)>> {
    let sql = "SELECT person, kind, pace, told_until, due_at FROM letter_choice WHERE person = $1";
    let rows: Vec<ChoiceRow> = read.all(sql, params![&person]).await?;
    let choices: Result<Vec<Due>> = rows.into_iter().filter_map(ChoiceRow::read).collect();
    Ok(choices?.into_iter().map(|it| (it.kind, it.pace)).collect())
}

/// Writes a choice. What happened before the first one is not told.
pub(crate) async fn put(
    act: &mut Act,
    person: PersonId,
    (kind, pace): (LetterKind, Pace),
    due_at: Timestamp,
) -> Result<()> {
    let now = act.now();
    act.write(
        "INSERT INTO letter_choice (person, kind, pace, chosen_at, told_until, due_at)
         VALUES ($1, $2, $3, $4, $4, $5)
         ON CONFLICT (person, kind) DO UPDATE SET pace = excluded.pace,
             chosen_at = excluded.chosen_at, due_at = excluded.due_at",
        params![&person, kind.name(), pace.name(), now, due_at],
    )
    .await?;
    Ok(())
}

pub(crate) async fn remove(act: &mut Act, person: PersonId, kind: LetterKind) -> Result<()> {
    let sql = "DELETE FROM letter_choice WHERE person = $1 AND kind = $2";
    act.write(sql, params![&person, kind.name()]).await?;
    Ok(())
}

/// The choices whose letter is due, the oldest first.
pub(crate) async fn due(read: &mut Read, now: Timestamp, limit: i64) -> Result<Vec<Due>> {
    let rows: Vec<ChoiceRow> = read
        .all(
            "SELECT person, kind, pace, told_until, due_at FROM letter_choice
             WHERE due_at <= $1 ORDER BY due_at, person LIMIT $2",
            params![now, limit],
        )
        .await?;
    rows.into_iter().filter_map(ChoiceRow::read).collect()
}

const ADVANCE: &str = "UPDATE letter_choice SET told_until = $4, due_at = $5
     WHERE person = $1 AND kind = $2 AND due_at = $3";

/// Writes down that a letter told everything until now; false when another process did, or when
/// the choice has changed meanwhile.
pub(crate) async fn told(act: &mut Act, due: &Due, next: Timestamp) -> Result<bool> {
    let now = act.now();
    let whose = params![&due.person, due.kind.name(), due.at, now, next];
    Ok(act.write(ADVANCE, whose).await? == 1)
}

/// Writes down that there was nothing to tell.
pub(crate) async fn told_nothing(chore: &mut Chore, due: &Due, next: Timestamp) -> Result<()> {
    let now = chore.now();
    chore.write(ADVANCE, params![&due.person, due.kind.name(), due.at, now, next]).await?;
    Ok(())
}
