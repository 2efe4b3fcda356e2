//! Decisions.

use super::{id, instant, word};
use crate::model::{CaseState, CaseStatus, Decision, Ruling, Visibility};
use base::{CaseId, DecisionId};
use db::{Act, Read, Result, params, row};

row! {
    struct DecisionRow {
        id: String,
        case_id: String,
        ruling: String,
        motive: String,
        decider: String,
        at: i64,
        is_on_appeal: bool,
        before_state: String,
        before_visibility: String,
        before_hidden_until: Option<i64>,
        undone_at: Option<i64>,
    }
}

pub(crate) async fn insert(act: &mut Act, decision: &Decision) -> Result<()> {
    act.write(
        "INSERT INTO moderation_decision
             (id, case_id, ruling, motive, decider, at, is_on_appeal, before_state,
              before_visibility, before_hidden_until)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![
            &decision.id,
            &decision.case,
            decision.ruling.name(),
            decision.motive.as_str(),
            decision.decider.as_str(),
            decision.at,
            decision.is_on_appeal,
            decision.before.state.name(),
            decision.before.visibility.name(),
            decision.before.hidden_until,
        ],
    )
    .await?;
    Ok(())
}

/// Marks a decision as undone; false when it already was.
pub(crate) async fn undo(act: &mut Act, decision: DecisionId) -> Result<bool> {
    let (now, actor) = (act.now(), act.actor().name());
    let n = act
        .write(
            "UPDATE moderation_decision SET undone_at = $2, undone_by = $3
             WHERE id = $1 AND undone_at IS NULL",
            params![&decision, now, actor],
        )
        .await?;
    Ok(n == 1)
}

pub(crate) async fn by_id(read: &mut Read, decision: DecisionId) -> Result<Option<Decision>> {
    let row: Option<DecisionRow> = read
        .optional(
            "SELECT id, case_id, ruling, motive, decider, at, is_on_appeal, before_state,
                 before_visibility, before_hidden_until, undone_at
             FROM moderation_decision WHERE id = $1",
            params![&decision],
        )
        .await?;
    row.map(DecisionRow::read).transpose()
}

/// These decisions, in no promised order.
pub(crate) async fn by_ids(read: &mut Read, decisions: &[String]) -> Result<Vec<Decision>> {
    let rows: Vec<DecisionRow> = read
        .all_in(
            "SELECT id, case_id, ruling, motive, decider, at, is_on_appeal, before_state,
                 before_visibility, before_hidden_until, undone_at
             FROM moderation_decision WHERE id IN",
            decisions,
            "",
        )
        .await?;
    rows.into_iter().map(DecisionRow::read).collect()
}

/// The decisions on a case, the last first.
pub(crate) async fn of_case(read: &mut Read, case: CaseId) -> Result<Vec<Decision>> {
    let rows: Vec<DecisionRow> = read
        .all(
            "SELECT id, case_id, ruling, motive, decider, at, is_on_appeal, before_state,
                 before_visibility, before_hidden_until, undone_at
             FROM moderation_decision WHERE case_id = $1 ORDER BY at DESC, id DESC LIMIT 50",
            params![&case],
        )
        .await?;
    rows.into_iter().map(DecisionRow::read).collect()
}

/// The decisions in force on these cases, in no promised order.
pub(crate) async fn in_force(read: &mut Read, cases: &[String]) -> Result<Vec<Decision>> {
    let rows: Vec<DecisionRow> = read
        .all_in(
            "SELECT id, case_id, ruling, motive, decider, at, is_on_appeal, before_state,
                 before_visibility, before_hidden_until, undone_at
             FROM moderation_decision WHERE undone_at IS NULL AND case_id IN",
            cases,
            "ORDER BY at, id",
        )
        .await?;
    rows.into_iter().map(DecisionRow::read).collect()
}

impl DecisionRow {
    fn read(self) -> Result<Decision> {
        Ok(Decision {
            id: id(&self.id)?,
            case: id(&self.case_id)?,
            ruling: word(Ruling::named(&self.ruling), &self.ruling)?,
            motive: self.motive,
            decider: self.decider,
            at: instant(self.at),
            is_on_appeal: self.is_on_appeal,
            before: CaseStatus {
                state: word(CaseState::named(&self.before_state), &self.before_state)?,
                visibility: word(
                    Visibility::named(&self.before_visibility),
                    &self.before_visibility,
                )?,
                hidden_until: self.before_hidden_until.map(instant),
            },
            undone_at: self.undone_at.map(instant),
        })
    }
}
