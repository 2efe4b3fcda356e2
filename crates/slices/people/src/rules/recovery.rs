//! Recovery codes: what is printed and kept in a drawer for the day the telephone is lost.
//!
//! Sixty bits each, in letters and digits that are not mistaken for each other.

/// How many are given at a time.
pub const COUNT: usize = 10;
/// The letters of a code, without its dashes.
pub const LETTERS: usize = 12;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A code made of those random bytes, without dashes.
pub fn code(random: [u8; LETTERS]) -> String {
    random.iter().map(|it| char::from(ALPHABET[usize::from(it % 32)])).collect()
}

/// The code as it is shown: three groups of four.
pub fn shown(code: &str) -> String {
    let groups: Vec<&str> =
        code.as_bytes().chunks(4).filter_map(|it| std::str::from_utf8(it).ok()).collect();
    groups.join("-")
}

/// The code that was typed, in capitals or not, with dashes or not, `O` for `0` and `I` or `L`
/// for `1`. None when it is not one.
pub fn read(typed: &str) -> Option<String> {
    let letters: String = typed
        .chars()
        .filter(|it| !it.is_whitespace() && *it != '-')
        .map(|it| match it.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        })
        .collect();
    let is_sound = letters.len() == LETTERS && letters.bytes().all(|it| ALPHABET.contains(&it));
    is_sound.then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_code_is_read_however_it_is_copied(random in any::<[u8; LETTERS]>()) {
            let code = code(random);
            prop_assert_eq!(read(&shown(&code)), Some(code.clone()));
            let copied = format!(" {} ", shown(&code).to_uppercase().replace('0', "O").replace('1', "l"));
            prop_assert_eq!(read(&copied), Some(code));
        }

        #[test]
        fn nonsense_is_not_a_code(typed in "\\PC{0,11}") {
            prop_assert_eq!(read(&typed), None);
        }
    }
}
