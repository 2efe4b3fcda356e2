//! Reading text the way the engine compares it: lower case, no accents, words apart.
//!
//! `Médiathèque de l'Étoile (C.C.A.S.)` becomes `mediatheque de etoile ccas`.

/// Lower case, accents removed, everything that is neither letter nor digit turned into one space.
/// Elided articles (`l'`, `d'`) disappear, since `l'Étoile` and `Étoile` name the same thing.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut word_start = 0;
    for letter in text.chars() {
        if is_apostrophe(letter) {
            if folded.len() - word_start == 1 || &folded[word_start..] == "qu" {
                folded.truncate(word_start);
            }
            word_start = end_word(&mut folded);
        } else if letter.is_alphanumeric() {
            push_plain(letter, &mut folded);
        } else if !is_combining(letter) {
            word_start = end_word(&mut folded);
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The words of a folded text. Letters standing alone in a row are one acronym: `c c a s`, `ccas`.
pub(crate) fn words(folded: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut acronym = String::new();
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        if word.len() == 1 && word.as_bytes()[0].is_ascii_alphabetic() {
            acronym.push_str(word);
            continue;
        }
        if !acronym.is_empty() {
            words.push(std::mem::take(&mut acronym));
        }
        words.push(word.to_owned());
    }
    if !acronym.is_empty() {
        words.push(acronym);
    }
    words
}

/// Whether one letter added, removed, changed or swapped with its neighbour turns one word into the
/// other. Words of fewer than four letters are too short for a slip of the pen to be certain.
pub(crate) fn one_slip_apart(left: &str, right: &str) -> bool {
    let (short, long) = if left.len() <= right.len() { (left, right) } else { (right, left) };
    let (short, long) = (short.as_bytes(), long.as_bytes());
    if short.len() < 4 || long.len() - short.len() > 1 || both_numbers(short, long) {
        return false;
    }
    let start = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let (short, long) = (&short[start..], &long[start..]);
    if short.len() < long.len() {
        return short == &long[1..];
    }
    short.is_empty()
        || short[1..] == long[1..]
        || (short.len() > 1
            && short[0] == long[1]
            && short[1] == long[0]
            && short[2..] == long[2..])
}

/// A hash that is the same on every machine and in every run, for keys and values.
pub(crate) fn hash(tag: u8, parts: &[&[u8]]) -> u64 {
    let mut state = 0xcbf2_9ce4_8422_2325_u64 ^ u64::from(tag);
    for part in parts {
        for byte in *part {
            state = (state ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
        state = (state ^ 0xff).wrapping_mul(0x0100_0000_01b3);
    }
    mix(state)
}

/// Spreads the bits of a key, so that keys made of small numbers do not collide.
pub(crate) fn mix(mut state: u64) -> u64 {
    state ^= state >> 33;
    state = state.wrapping_mul(0xff51_afd7_ed55_8ccd);
    state ^= state >> 33;
    state = state.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    state ^ (state >> 33)
}

fn both_numbers(left: &[u8], right: &[u8]) -> bool {
    left.iter().all(u8::is_ascii_digit) && right.iter().all(u8::is_ascii_digit)
}

fn end_word(folded: &mut String) -> usize {
    if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
    folded.len()
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '\u{2019}' | '\u{2018}' | '`' | '\u{b4}' | '\u{2bc}')
}

fn is_combining(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

fn push_plain(letter: char, folded: &mut String) {
    if letter.is_ascii() {
        folded.push(letter.to_ascii_lowercase());
        return;
    }
    for lower in letter.to_lowercase() {
        match lower {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' => folded.push('a'),
            'ç' | 'ć' | 'č' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ě' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' | 'ī' => folded.push('i'),
            'ñ' | 'ń' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' | 'ū' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'š' => folded.push('s'),
            'ž' => folded.push('z'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            other if is_combining(other) => {}
            other => folded.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_capitals_and_elided_articles_do_not_count() {
        assert_eq!(fold("Médiathèque de L’ÉTOILE – Cœur"), "mediatheque de etoile coeur");
    }

    #[test]
    fn letters_with_full_stops_are_one_acronym() {
        assert_eq!(words(&fold("C.C.A.S. d'Arpajon")), ["ccas", "arpajon"]);
    }

    #[test]
    fn a_slip_of_the_pen_is_one_letter() {
        assert!(one_slip_apart("mairie", "muirie"));
        assert!(one_slip_apart("mairie", "maire"));
        assert!(one_slip_apart("mairie", "mairei"));
        assert!(!one_slip_apart("mairie", "prairie"));
        assert!(!one_slip_apart("1945", "1944"), "numbers are never slips");
    }
}
