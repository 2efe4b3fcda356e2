//! What became of a correction in the list it concerns: proposed, accepted here, taken over by
//! the list, refused by it.

use super::conflict::is_same;
use crate::model::{Correction, CorrectionState};

/// What a list did of a correction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Flow {
    /// Someone proposed it; nobody decided yet.
    Proposed,
    /// It is on the page; the list has not spoken since.
    Accepted,
    /// The list says the same now.
    TakenOver,
    /// The list was updated since, and still says something else.
    RefusedBySource,
}

impl Flow {
    /// Stable name, for files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Accepted => "accepted",
            Self::TakenOver => "taken_over",
            Self::RefusedBySource => "refused_by_source",
        }
    }
}

/// What the list says now of the field, and on which day it said it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidNow<'a> {
    /// The value, as the standard writes it.
    pub value: &'a str,
    /// The day of the information, `YYYY-MM-DD`.
    pub date: &'a str,
    /// Whether the list still holds the place.
    pub is_there: bool,
}

/// The value that the page shows for that correction.
pub fn kept(correction: &Correction) -> &str {
    match correction.state {
        CorrectionState::Partly => &correction.kept,
        _ => &correction.value,
    }
}

/// How far a correction is in that list; none when it does not concern the list. `decided_on` is
/// the day of the decision.
pub fn flow(correction: &Correction, decided_on: &str, said: &SaidNow<'_>) -> Option<Flow> {
    let agrees = match correction.subject {
        crate::model::Subject::Closed => !said.is_there,
        _ => is_same(said.value, kept(correction)),
    };
    match correction.state {
        CorrectionState::Refused => None,
        CorrectionState::Waiting => (!agrees).then_some(Flow::Proposed),
        CorrectionState::Accepted | CorrectionState::Partly if agrees => Some(Flow::TakenOver),
        CorrectionState::Accepted | CorrectionState::Partly if said.date > decided_on => {
            Some(Flow::RefusedBySource)
        }
        CorrectionState::Accepted | CorrectionState::Partly => Some(Flow::Accepted),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Subject;
    use base::{CorrectionId, Id, PlaceId, Timestamp, Ulid};

    fn correction(state: CorrectionState) -> Correction {
        Correction {
            id: CorrectionId::from_ulid(Ulid::nil()),
            place: PlaceId::from_ulid(Ulid::nil()),
            subject: Subject::Phone,
            seen: "+33299000000".into(),
            value: "+33299111111".into(),
            words: String::new(),
            mail: None,
            is_confirmed: false,
            state,
            kept: String::new(),
            reason: String::new(),
            made_at: Timestamp::UNIX_EPOCH,
            decided_at: None,
        }
    }

    fn said<'a>(value: &'a str, date: &'a str) -> SaidNow<'a> {
        SaidNow { value, date, is_there: true }
    }

    #[test]
    fn a_list_takes_a_correction_over_or_refuses_it_when_it_speaks_again() {
        let accepted = correction(CorrectionState::Accepted);
        let found = |value, date| flow(&accepted, "2026-11-20", &said(value, date));
        assert_eq!(found("+33299000000", "2026-11-01"), Some(Flow::Accepted));
        assert_eq!(found("+33299111111", "2026-11-25"), Some(Flow::TakenOver));
        assert_eq!(found("+33299000000", "2026-11-25"), Some(Flow::RefusedBySource));
        let waiting = correction(CorrectionState::Waiting);
        assert_eq!(flow(&waiting, "", &said("x", "2026-11-25")), Some(Flow::Proposed));
        let refused = correction(CorrectionState::Refused);
        assert_eq!(flow(&refused, "", &said("x", "2026-11-25")), None);
    }
}
