//! The digits of an authenticator application: time-based one-time passwords (RFC 6238), six
//! digits, thirty seconds, SHA-1, which is what every application knows.

use base::Timestamp;
use data_encoding::BASE32_NOPAD;
use totp_rs::{Builder, Totp};
use url::form_urlencoded::byte_serialize;

/// The length of a secret: that of the hash, as the standard asks.
pub const SECRET_BYTES: usize = 20;
/// Steps before and after the present that are accepted: clocks differ.
const TOLERANCE_STEPS: u16 = 1;
const STEP_SECONDS: u64 = 30;

fn totp(secret: &[u8]) -> Option<Totp> {
    Builder::new()
        .with_secret(secret.to_vec())
        .with_skew(TOLERANCE_STEPS)
        .with_step_duration(STEP_SECONDS)
        .build()
        .ok()
}

/// The step for which those digits are right, if it is near the present and after `last`: a step
/// is used once.
pub fn step_of(secret: &[u8], typed: &str, now: Timestamp, last: i64) -> Option<i64> {
    let digits: String = typed.chars().filter(|it| !it.is_whitespace()).collect();
    if digits.len() != 6 || !digits.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let seconds = u64::try_from(now.as_second()).ok()?;
    let step = totp(secret)?.check(&digits, seconds)?;
    i64::try_from(step).ok().filter(|step| *step > last)
}

/// The digits that an application shows at that instant. For tests and demonstrations.
pub fn digits_at(secret: &[u8], now: Timestamp) -> Option<String> {
    let seconds = u64::try_from(now.as_second()).ok()?;
    Some(totp(secret)?.generate(seconds).to_string())
}

/// The secret in letters, four by four, for who cannot take a picture of the code.
pub fn in_letters(secret: &[u8]) -> String {
    let letters = BASE32_NOPAD.encode(secret);
    let groups: Vec<&str> =
        letters.as_bytes().chunks(4).filter_map(|it| std::str::from_utf8(it).ok()).collect();
    groups.join(" ")
}

/// The address that the picture holds.
pub fn address(secret: &[u8], site: &str, account: &str) -> String {
    let plain = |text: &str| -> String {
        byte_serialize(text.replace(':', " ").as_bytes()).collect::<String>().replace('+', "%20")
    };
    let (site, account) = (plain(site), plain(account));
    let letters = BASE32_NOPAD.encode(secret);
    format!("otpauth://totp/{site}:{account}?secret={letters}&issuer={site}&digits=6&period=30")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).unwrap()
    }

    #[test]
    fn the_standard_s_own_example_is_right() {
        // RFC 6238, appendix B, cut to six digits.
        let secret = b"12345678901234567890";
        assert_eq!(digits_at(secret, at(59)).as_deref(), Some("287082"));
        assert_eq!(step_of(secret, "287 082", at(59), 0), Some(1));
        assert_eq!(step_of(secret, "081804", at(1_111_111_109), 0), Some(37_037_036));
    }

    #[test]
    fn a_step_is_used_once() {
        let secret = b"12345678901234567890";
        assert_eq!(step_of(secret, "287082", at(59), 1), None);
    }

    #[test]
    fn the_letters_and_the_address_hold_the_secret_and_nothing_breaks_out() {
        let secret = b"12345678901234567890";
        assert_eq!(in_letters(secret), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        let address = address(secret, "Site: été", "lea@exemple.fr&secret=x");
        assert!(address.starts_with("otpauth://totp/Site%20%20%C3%A9t%C3%A9:lea%40exemple.fr"));
        assert_eq!(address.matches("secret=").count(), 1, "{address}");
    }

    proptest! {
        #[test]
        fn one_step_of_tolerance_and_no_more(
            secret in any::<[u8; SECRET_BYTES]>(),
            seconds in 100_000_000_i64..4_000_000_000,
        ) {
            let now = at(seconds);
            let shifts = [(-60, false), (-30, true), (0, true), (30, true), (60, false)];
            for (shift, is_near) in shifts {
                let typed = digits_at(&secret, at(seconds + shift)).unwrap();
                let right = step_of(&secret, &typed, now, 0);
                // Two steps may by chance show the same digits.
                prop_assert!(right.is_some() == is_near || !is_near);
            }
        }

        #[test]
        fn nonsense_is_never_right(typed in "\\PC{0,12}") {
            let mut letters = typed.chars().filter(|it| !it.is_whitespace());
            let is_digits = letters.all(|it| it.is_ascii_digit());
            if !is_digits {
                prop_assert_eq!(step_of(b"12345678901234567890", &typed, at(59), 0), None);
            }
        }
    }
}
