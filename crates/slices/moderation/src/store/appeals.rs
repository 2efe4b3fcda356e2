//! Appeals.

use super::{id, instant, word};
use crate::model::{Appeal, AppealState};
use base::{AppealId, DecisionId};
use db::{Act, Read, Result, params, row};

row! {
    struct AppealRow {
        id: String,
        decision: String,
        case_id: String,
        party: String,
        words: String,
        at: i64,
        state: String,
    }
}

/// Writes an appeal; false when that party already appealed against that decision.
pub(crate) async fn insert(act: &mut Act, appeal: &Appeal) -> Result<bool> {
    let n = act
        .write(
            "INSERT INTO moderation_appeal (id, decision, case_id, party, words, at, state)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (decision, party) DO NOTHING",
            params![
                &appeal.id,
                &appeal.decision,
                &appeal.case,
                appeal.party.as_str(),
                appeal.words.as_str(),
                appeal.at,
                appeal.state.name(),
            ],
        )
        .await?;
    Ok(n == 1)
}

/// Writes the answer; false when someone answered before.
pub(crate) async fn answer(act: &mut Act, appeal: AppealId, state: AppealState) -> Result<bool> {
    let (now, actor) = (act.now(), act.actor().name());
    let n = act
        .write(
            "UPDATE moderation_appeal SET state = $2, judge = $3, judged_at = $4
             WHERE id = $1 AND state = 'waiting'",
            params![&appeal, state.name(), actor, now],
        )
        .await?;
    Ok(n == 1)
}

pub(crate) async fn by_id(read: &mut Read, appeal: AppealId) -> Result<Option<Appeal>> {
    let row: Option<AppealRow> = read
        .optional(
            "SELECT id, decision, case_id, party, words, at, state FROM moderation_appeal
             WHERE id = $1",
            params![&appeal],
        )
        .await?;
    row.map(AppealRow::read).transpose()
}

/// The appeals that wait, the oldest first: at most 300.
pub(crate) async fn waiting(read: &mut Read) -> Result<Vec<Appeal>> {
    let rows: Vec<AppealRow> = read
        .all(
            "SELECT id, decision, case_id, party, words, at, state FROM moderation_appeal
             WHERE state = 'waiting' ORDER BY at, id LIMIT 300",
            vec![],
        )
        .await?;
    rows.into_iter().map(AppealRow::read).collect()
}

/// The appeals against a decision.
pub(crate) async fn against(read: &mut Read, decision: DecisionId) -> Result<Vec<Appeal>> {
    let rows: Vec<AppealRow> = read
        .all(
            "SELECT id, decision, case_id, party, words, at, state FROM moderation_appeal
             WHERE decision = $1 ORDER BY at, id LIMIT 500",
            params![&decision],
        )
        .await?;
    rows.into_iter().map(AppealRow::read).collect()
}

impl AppealRow {
    fn read(self) -> Result<Appeal> {
        Ok(Appeal {
            id: id(&self.id)?,
            decision: id(&self.decision)?,
            case: id(&self.case_id)?,
            party: self.party,
            words: self.words,
            at: instant(self.at),
            state: word(AppealState::named(&self.state), &self.state)?,
        })
    }
}
