//! What a password must be: long enough, and not one that others guess. No rule of composition:
//! such rules make passwords that are hard to keep and easy to guess.
//!
//! The list of known passwords and the measure of how many guesses one would take come from the
//! `zxcvbn` library, which holds thirty thousand of the most used, names and words.

use crate::refusal::Refusal;

/// The shortest accepted, in characters.
pub const LENGTH_MIN_CHARS: usize = 12;
/// The longest accepted, in characters.
pub const LENGTH_MAX_CHARS: usize = 256;
/// Ten to the eighth guesses: what an attacker with the hashes must spend, slowed by argon2.
const GUESSES_MIN_LOG10: f64 = 8.0;
/// What a password must have beside the person's own words, in letters and digits.
const OWN_LEFT_MIN_CHARS: usize = 6;
/// The measure looks at the beginning only: its cost grows with the length.
const MEASURED_CHARS: usize = 72;

/// Whether the password can be taken; `own` are the person's own words (name, address) and the
/// site's, of which it may not be made.
pub fn check_password(password: &str, own: &[&str]) -> Result<(), Refusal> {
    let length = password.chars().count();
    if length < LENGTH_MIN_CHARS {
        return Err(Refusal::PasswordShort);
    }
    if length > LENGTH_MAX_CHARS {
        return Err(Refusal::PasswordLong);
    }
    let measured: String = password.chars().take(MEASURED_CHARS).collect();
    let own: Vec<&str> = own.iter().flat_map(|it| it.split(['@', '.', ' ', '-', '_'])).collect();
    let guesses = zxcvbn::zxcvbn(&measured, &own).guesses_log10();
    let is_weak = guesses < GUESSES_MIN_LOG10 || left_without(&measured, &own) < OWN_LEFT_MIN_CHARS;
    if is_weak { Err(Refusal::PasswordGuessable) } else { Ok(()) }
}

/// How many letters and digits are left once the person's own words are taken out.
fn left_without(password: &str, own: &[&str]) -> usize {
    let mut left = password.to_lowercase();
    for word in own.iter().map(|it| it.to_lowercase()).filter(|it| it.chars().count() >= 3) {
        left = left.replace(&word, "");
    }
    left.chars().filter(|c| c.is_alphanumeric()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_counts_and_composition_does_not() {
        let own = ["Léa Martin", "lea.martin@exemple.fr", "Médiation numérique"];
        for good in ["trois pommes sous la pluie", "wqpzmvhtrkxnb", "Mésange-bleue-du-jardin 4"] {
            assert_eq!(check_password(good, &own), Ok(()), "{good}");
        }
        assert_eq!(check_password("Ab1!", &own), Err(Refusal::PasswordShort));
        assert_eq!(check_password(&"é".repeat(257), &own), Err(Refusal::PasswordLong));
        for known in [
            "password1234",
            "motdepasse12",
            "azertyuiop12",
            "123456789012",
            "aaaaaaaaaaaa",
            "lea.martin.lea",
        ] {
            assert_eq!(check_password(known, &own), Err(Refusal::PasswordGuessable), "{known}");
        }
    }
}
