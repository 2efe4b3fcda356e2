//! Claims: whether a code still works, how long it lives, how an address is shown to someone
//! who may not own it.

use crate::model::{Claim, ClaimState, ClaimWay};
use base::{Timestamp, time};

/// Wrong codes that a claim bears.
pub const TRIES_MAX: i64 = 5;
/// Codes sent for one place in a day, whoever asks: a mailbox is not to be flooded.
pub const CODES_A_DAY_MAX: i64 = 5;
/// Claims that one person makes in a day.
pub const CLAIMS_A_DAY_MAX: i64 = 10;

/// When a code sent or printed now stops working: half an hour by mail, thirty days by post.
pub fn code_end(way: ClaimWay, now: Timestamp) -> Timestamp {
    match way {
        ClaimWay::Mail => now + time::SignedDuration::from_mins(30),
        ClaimWay::Letter | ClaimWay::Pole => time::days_after(now, 30),
    }
}

/// Whether a code may still be typed for that claim.
pub fn takes_code(claim: &Claim, now: Timestamp) -> bool {
    claim.state == ClaimState::Waiting
        && claim.way != ClaimWay::Pole
        && !claim.seal.is_empty()
        && claim.tries < TRIES_MAX
        && now < claim.ends_at
}

/// A mail address of which only its owner recognises the beginning: `a…@exemple.fr`.
pub fn masked(mail: &str) -> String {
    let Some((name, host)) = mail.split_once('@') else { return "…".into() };
    let first: String = name.chars().take(1).collect();
    format!("{first}…@{host}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{ClaimId, Id, PersonId, PlaceId, Ulid};

    fn claim() -> Claim {
        Claim {
            id: ClaimId::from_ulid(Ulid::nil()),
            place: PlaceId::from_ulid(Ulid::nil()),
            person: PersonId::from_ulid(Ulid::nil()),
            way: ClaimWay::Mail,
            state: ClaimState::Waiting,
            seal: "seal".into(),
            tries: 0,
            words: String::new(),
            made_at: Timestamp::UNIX_EPOCH,
            ends_at: code_end(ClaimWay::Mail, Timestamp::UNIX_EPOCH),
            reason: String::new(),
        }
    }

    #[test]
    fn a_code_works_for_half_an_hour_and_five_tries() {
        let now = Timestamp::UNIX_EPOCH;
        assert!(takes_code(&claim(), now));
        assert!(!takes_code(&claim(), now + time::SignedDuration::from_mins(30)));
        assert!(!takes_code(&Claim { tries: TRIES_MAX, ..claim() }, now));
        assert!(!takes_code(&Claim { state: ClaimState::Refused, ..claim() }, now));
        assert!(!takes_code(&Claim { seal: String::new(), ..claim() }, now));
    }

    #[test]
    fn an_address_is_never_shown_whole() {
        assert_eq!(masked("accueil@mairie.exemple.fr"), "a…@mairie.exemple.fr");
        assert_eq!(masked("nonsense"), "…");
    }
}
