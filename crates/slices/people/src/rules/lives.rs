//! How long sessions, links, digits and locks live.

use crate::model::{Code, Session};
use base::Timestamp;
use base::time::SignedDuration;

/// Wrong digits that kill a code.
pub const DIGITS_TRIES_MAX: i64 = 5;
/// Wrong proofs that lock an account for the rest of a quarter of an hour.
pub const FAILURES_MAX: i64 = 10;
/// Letters with a code that one address gets in an hour.
pub const CODES_PER_HOUR_MAX: i64 = 5;

const SESSION_DAYS: i64 = 30;
const SESSION_IDLE_DAYS: i64 = 14;
const STRONG_SESSION_HOURS: i64 = 12;
const HALF_SESSION_MINUTES: i64 = 10;
const FRESH_MINUTES: i64 = 15;
const CODE_MINUTES: i64 = 30;
const CONFIRM_HOURS: i64 = 48;
const INVITATION_DAYS: i64 = 14;
const SEEN_MINUTES: i64 = 5;

fn after(now: Timestamp, duration: SignedDuration) -> Timestamp {
    now.saturating_add(duration).unwrap_or(now)
}

fn days(n: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * n)
}

/// When a session that begins now ends whatever happens. Those who hold a role that needs two
/// factors get a working day; others a month.
pub fn session_end(now: Timestamp, holds_sensitive_role: bool) -> Timestamp {
    let life = if holds_sensitive_role {
        SignedDuration::from_hours(STRONG_SESSION_HOURS)
    } else {
        days(SESSION_DAYS)
    };
    after(now, life)
}

/// When a session that waits for its second factor ends.
pub fn half_session_end(now: Timestamp) -> Timestamp {
    after(now, SignedDuration::from_mins(HALF_SESSION_MINUTES))
}

/// Whether the session still opens the house.
pub fn is_alive(session: &Session, now: Timestamp) -> bool {
    now < session.ends_at && now < after(session.seen_at, days(SESSION_IDLE_DAYS))
}

/// Whether something was proved on it recently enough for a sensitive act.
pub fn is_fresh(session: &Session, now: Timestamp) -> bool {
    now < after(session.proved_at, SignedDuration::from_mins(FRESH_MINUTES))
}

/// Whether its last use is old enough to be written down again.
pub fn is_seen_anew(session: &Session, now: Timestamp) -> bool {
    now >= after(session.seen_at, SignedDuration::from_mins(SEEN_MINUTES))
}

/// When a code for signing in, or for a new address, stops working.
pub fn code_end(now: Timestamp) -> Timestamp {
    after(now, SignedDuration::from_mins(CODE_MINUTES))
}

/// When a link that confirms something done without an account stops working.
pub fn confirm_end(now: Timestamp) -> Timestamp {
    after(now, SignedDuration::from_hours(CONFIRM_HOURS))
}

/// When an invitation stops working.
pub fn invitation_end(now: Timestamp) -> Timestamp {
    after(now, days(INVITATION_DAYS))
}

/// Since when failures count.
pub fn failures_since(now: Timestamp) -> Timestamp {
    after(now, SignedDuration::from_mins(-15))
}

/// Since when letters to one address count.
pub fn codes_since(now: Timestamp) -> Timestamp {
    after(now, SignedDuration::from_hours(-1))
}

/// Sessions last seen before that instant are over.
pub fn idle_since(now: Timestamp) -> Timestamp {
    after(now, days(-SESSION_IDLE_DAYS))
}

/// Codes that ended before that instant are forgotten: they are kept for the count of an hour.
pub fn codes_kept_since(now: Timestamp) -> Timestamp {
    after(now, days(-1))
}

/// Keys of forms kept before that instant are forgotten: a form stays open for a day at most.
pub fn keys_kept_since(now: Timestamp) -> Timestamp {
    after(now, days(-2))
}

/// Whether the code can still be used.
pub fn is_usable(code: &Code, now: Timestamp) -> bool {
    code.used_at.is_none() && now < code.ends_at && code.tries < DIGITS_TRIES_MAX
}
