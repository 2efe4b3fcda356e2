//! Where a case goes: by reports, by a decision, by time, and back.
//!
//! `visible -> provisionally hidden -> visible | binned | hidden` (participation 7.13).

use super::deadlines;
use crate::model::{CaseState, CaseStatus, Decision, Ruling, Visibility};
use base::Timestamp;

impl CaseStatus {
    /// A case that is opened about something that everyone sees.
    pub fn open(visibility: Visibility) -> Self {
        Self { state: CaseState::Open, visibility, hidden_until: None }
    }

    /// Reports hide the thing for a while. Only what is shown and waits can be.
    #[must_use]
    pub fn hidden_by_reports(self, now: Timestamp) -> Self {
        if self.state != CaseState::Open || self.visibility != Visibility::Shown {
            return self;
        }
        Self {
            state: CaseState::Provisional,
            visibility: Visibility::Hidden,
            hidden_until: Some(deadlines::hidden_until(now)),
        }
    }

    /// Nobody looked in time: it is shown again, and still waits.
    #[must_use]
    pub fn after_waiting(self, now: Timestamp) -> Self {
        if self.state == CaseState::Provisional && self.hidden_until.is_some_and(|it| it <= now) {
            Self::open(Visibility::Shown)
        } else {
            self
        }
    }

    /// Someone decided.
    #[must_use]
    pub fn decided(self, ruling: Ruling) -> Self {
        Self { state: CaseState::Decided, visibility: ruling.visibility(), hidden_until: None }
    }
}

/// Whether a decision can still be undone: within a day, once, and not once it was appealed
/// against or answers an appeal.
pub fn can_be_undone(decision: &Decision, now: Timestamp, has_appeal: bool) -> bool {
    !has_appeal
        && !decision.is_on_appeal
        && decision.undone_at.is_none()
        && now < deadlines::undo_end(decision.at)
}

/// Whether a decision can be appealed against: within 14 days, and not when it answers an appeal.
pub fn can_be_appealed(decision: &Decision, now: Timestamp) -> bool {
    !decision.is_on_appeal
        && decision.undone_at.is_none()
        && now < deadlines::appeal_end(decision.at)
}
