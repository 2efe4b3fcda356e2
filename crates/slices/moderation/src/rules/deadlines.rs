//! How long things may wait (participation 7.13).

use base::{Timestamp, time};

/// How long reports alone may keep something out of sight.
pub const HIDDEN_HOURS: i64 = 48;
/// How long a decision can be appealed against, in civil days.
pub const APPEAL_DAYS: i64 = 14;
/// How long a decision can be undone.
pub const UNDO_HOURS: i64 = 24;
/// How long what reporters wrote, and their addresses, are kept after the decision.
pub const MEMORY_MONTHS: i64 = 12;

fn hours_after(from: Timestamp, hours: i64) -> Timestamp {
    from.saturating_add(time::SignedDuration::from_hours(hours)).unwrap_or(from)
}

/// When something hidden now by reports is shown again if nobody looked.
pub fn hidden_until(now: Timestamp) -> Timestamp {
    hours_after(now, HIDDEN_HOURS)
}

/// Until when a decision can be appealed against.
pub fn appeal_end(decided_at: Timestamp) -> Timestamp {
    time::days_after(decided_at, APPEAL_DAYS)
}

/// Until when a decision can be undone.
pub fn undo_end(decided_at: Timestamp) -> Timestamp {
    hours_after(decided_at, UNDO_HOURS)
}

/// The instant before which decided cases lose what identifies those who reported.
pub fn forgotten_before(now: Timestamp) -> Timestamp {
    time::months_after(now, -MEMORY_MONTHS)
}
