//! The ticket of a form: one hidden field, three protections.
//!
//! * It is sealed with the house's secret for one session: another site cannot make one, which
//!   stops forged forms in browsers too old to say where a request comes from.
//! * It holds a random number: with the address and the content of the form it names the act, so
//!   that a form sent twice has one effect ([`db::Act::is_first`]).
//! * It says when the form was shown: a form filled in no time was not filled by a person.

use crate::Keys;
use crate::keys::nonce;
use base::Timestamp;
use base::time::SignedDuration;

/// How long a form may stay open before it is sent.
const LIFE_HOURS: i64 = 24;
const PURPOSE: &str = "ticket";

/// A ticket that was found good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// When the form was shown.
    pub shown_at: Timestamp,
    /// Its own random number.
    pub nonce: String,
}

/// Why a ticket is not good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadTicket {
    /// There is none, or it was not made here, or not for this session.
    Foreign,
    /// The form stayed open too long.
    Old,
}

impl Ticket {
    /// The text of a fresh ticket for that session; `session` is empty for someone who is not
    /// signed in.
    pub fn issue(keys: &Keys, now: Timestamp, session: &str) -> String {
        let (at, nonce) = (now.as_millisecond(), nonce());
        let seal = keys.seal(PURPOSE, &format!("{session}|{at}|{nonce}"));
        format!("{at}.{nonce}.{seal}")
    }

    /// The ticket that a form brought back.
    pub fn read(keys: &Keys, now: Timestamp, session: &str, text: &str) -> Result<Self, BadTicket> {
        let mut parts = text.splitn(3, '.');
        let (Some(at), Some(nonce), Some(seal)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(BadTicket::Foreign);
        };
        if !keys.is_seal(PURPOSE, &format!("{session}|{at}|{nonce}"), seal) {
            return Err(BadTicket::Foreign);
        }
        let shown_at = at.parse().ok().and_then(|at| Timestamp::from_millisecond(at).ok());
        let shown_at = shown_at.ok_or(BadTicket::Foreign)?;
        if now.duration_since(shown_at) > SignedDuration::from_hours(LIFE_HOURS) {
            return Err(BadTicket::Old);
        }
        Ok(Self { shown_at, nonce: nonce.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_is_good_for_one_session_and_one_day() {
        let keys = Keys::new([1; 32]);
        let now: Timestamp = "2026-11-24T09:00:00Z".parse().unwrap();
        let hours = |n| now + SignedDuration::from_hours(n);
        let text = Ticket::issue(&keys, now, "a");
        assert_eq!(Ticket::read(&keys, hours(1), "a", &text).unwrap().shown_at, now);
        assert_eq!(Ticket::read(&keys, now, "b", &text), Err(BadTicket::Foreign));
        assert_eq!(Ticket::read(&keys, now, "", &text), Err(BadTicket::Foreign));
        assert_eq!(Ticket::read(&keys, hours(25), "a", &text), Err(BadTicket::Old));
        for text in ["", "..", "1.2", "1.2.3", "x.y.z", &text.replace('.', "")] {
            assert_eq!(Ticket::read(&keys, now, "a", text), Err(BadTicket::Foreign), "{text}");
        }
        assert_ne!(text, Ticket::issue(&keys, now, "a"));
    }
}
