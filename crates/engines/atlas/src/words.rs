//! From text to words: folding, elisions, empty words, stems.
//!
//! Documents and questions go through the same door, so that what is written with accents,
//! capitals, hyphens or apostrophes is found however it is typed.

use frostem::{Algorithm, Stemmer};
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Longest word kept, in bytes; the rest of a longer one is ignored.
const LONGEST: usize = 40;

/// Folds text for comparing and sorting: lower case, no accents, words parted by one space.
///
/// ```
/// assert_eq!(atlas::fold("L’Étape – Cœur de ville"), "l etape coeur de ville");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    each_word(text, |word, _| {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    });
    folded
}

/// Calls `take` with every folded word, and whether a lone hyphen ties it to the one before.
pub(crate) fn each_word(text: &str, mut take: impl FnMut(&str, bool)) {
    let mut word = String::with_capacity(LONGEST);
    let (mut gap, mut hyphen) = (0_u32, false);
    for letter in text.chars() {
        let before = word.len();
        let kept = push_folded(letter, &mut word);
        if kept {
            if before == 0 && word.len() > before {
                hyphen = hyphen && gap == 1;
            }
            continue;
        }
        if word.is_empty() {
            gap += 1;
            continue;
        }
        finish(&mut word, hyphen, &mut take);
        gap = 1;
        hyphen = matches!(letter, '-' | '\u{2010}' | '\u{2011}');
    }
    if !word.is_empty() {
        finish(&mut word, hyphen, &mut take);
    }
}

fn finish(word: &mut String, hyphen: bool, take: &mut impl FnMut(&str, bool)) {
    let mut end = word.len().min(LONGEST);
    while !word.is_char_boundary(end) {
        end -= 1;
    }
    let whole = match &word[..end] {
        "st" => "saint",
        "ste" => "sainte",
        other => other,
    };
    take(whole, hyphen);
    word.clear();
}

/// Adds a letter to the word without its case and accents; false if it parts words instead.
fn push_folded(letter: char, word: &mut String) -> bool {
    if letter.is_ascii() {
        let kept = letter.is_ascii_alphanumeric();
        if kept {
            word.push(letter.to_ascii_lowercase());
        }
        return kept;
    }
    match letter {
        'œ' | 'Œ' => word.push_str("oe"),
        'æ' | 'Æ' => word.push_str("ae"),
        'ß' => word.push_str("ss"),
        'ø' | 'Ø' => word.push('o'),
        'ł' | 'Ł' => word.push('l'),
        'ʼ' => return false,
        _ if is_combining_mark(letter) => return true,
        _ if !letter.is_alphanumeric() => return false,
        _ => {
            for small in letter.to_lowercase() {
                decompose_canonical(small, |part| {
                    if !is_combining_mark(part) {
                        word.push(part);
                    }
                });
            }
        }
    }
    true
}

/// Words that carry nothing, elided or not. They are neither kept nor looked for.
pub(crate) fn is_empty_word(word: &str) -> bool {
    matches!(
        word,
        "a" | "au"
            | "aux"
            | "avec"
            | "c"
            | "ce"
            | "ces"
            | "cet"
            | "cette"
            | "d"
            | "dans"
            | "de"
            | "des"
            | "du"
            | "elle"
            | "en"
            | "est"
            | "et"
            | "il"
            | "ils"
            | "j"
            | "je"
            | "jusqu"
            | "l"
            | "la"
            | "le"
            | "les"
            | "leur"
            | "leurs"
            | "lorsqu"
            | "m"
            | "ma"
            | "me"
            | "mes"
            | "mon"
            | "n"
            | "ne"
            | "nos"
            | "notre"
            | "nous"
            | "on"
            | "ou"
            | "par"
            | "pour"
            | "qu"
            | "que"
            | "qui"
            | "s"
            | "sa"
            | "se"
            | "ses"
            | "son"
            | "sont"
            | "sur"
            | "t"
            | "ta"
            | "te"
            | "tes"
            | "ton"
            | "tu"
            | "un"
            | "une"
            | "vos"
            | "votre"
            | "vous"
            | "y"
    )
}

/// Words of a question that say only that it is one; left out when others remain.
pub(crate) fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "ai" | "aller"
            | "avoir"
            | "besoin"
            | "bonjour"
            | "cherche"
            | "chercher"
            | "chez"
            | "comment"
            | "endroit"
            | "etre"
            | "faire"
            | "faut"
            | "fait"
            | "lieu"
            | "merci"
            | "moi"
            | "peut"
            | "peux"
            | "pouvoir"
            | "pres"
            | "proche"
            | "proximite"
            | "puis"
            | "quel"
            | "quelle"
            | "quelles"
            | "quels"
            | "quoi"
            | "svp"
            | "trouver"
            | "vais"
            | "veux"
            | "voudrais"
            | "suis"
            | "autour"
            | "cote"
            | "quelqu"
            | "aimerais"
            | "souhaite"
    )
}

/// Shorter stems mix up words of their own: "café" would be the CAF. Only plurals are cut then.
const SHORTEST_STEM: usize = 4;

/// The stem of a folded word; words with digits have none but themselves.
pub(crate) fn stem(word: &str) -> String {
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        return word.to_owned();
    }
    let word = match word.strip_suffix('x') {
        Some(singular) if singular.ends_with("eu") || singular.ends_with("ou") => singular,
        _ => word,
    };
    let stem = Stemmer::new(Algorithm::French).stem(word);
    if stem.len() >= SHORTEST_STEM {
        return stem.into_owned();
    }
    let singular = word.strip_suffix(['s', 'x']).filter(|singular| singular.len() >= 3);
    singular.unwrap_or(word).to_owned()
}

/// A word of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Typed {
    pub(crate) text: String,
    /// Whether it may still be in the course of typing: the last word, nothing after it.
    pub(crate) open: bool,
}

/// The words of a question that carry something, at most `most` of them.
pub(crate) fn typed_words(text: &str, most: usize) -> Vec<Typed> {
    let mut words = Vec::new();
    each_word(text, |word, _| {
        if words.len() < most * 4 {
            words.push(Typed { text: word.to_owned(), open: false });
        }
    });
    let open = text.chars().next_back().is_some_and(char::is_alphanumeric);
    if let (Some(last), true) = (words.last_mut(), open) {
        last.open = true;
    }
    if let [only] = words.as_slice()
        && only.open
    {
        return words;
    }
    words.retain(|word| !is_empty_word(&word.text));
    if words.iter().any(|word| !is_filler(&word.text)) {
        words.retain(|word| !is_filler(&word.text));
    }
    words.truncate(most);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(question: &str) -> Vec<String> {
        typed_words(question, 8).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn case_accents_ligatures_and_apostrophes_do_not_matter() {
        assert_eq!(fold("ŒUVRE d'Été, N°12"), "oeuvre d ete n 12");
        assert_eq!(fold("e\u{301}te\u{301} l\u{2019}eau l\u{2bc}air"), "ete l eau l air");
    }

    #[test]
    fn a_question_is_reduced_to_what_it_is_about() {
        assert_eq!(texts("Où faire mes impôts près de St-Malo ?"), ["impots", "saint", "malo"]);
        assert_eq!(texts("je cherche"), ["cherche"]);
        assert_eq!(texts("de la "), Vec::<String>::new());
        assert_eq!(texts("la"), ["la"]);
    }

    #[test]
    fn singular_plural_and_verb_forms_share_a_stem() {
        assert_eq!(stem("ordinateurs"), stem("ordinateur"));
        assert_eq!(stem("numeriques"), stem("numerique"));
        assert_eq!(stem("imprimer"), stem("imprimes"));
        assert_eq!(stem("jeux"), stem("jeu"));
        assert_ne!(stem("cafes"), stem("caf"));
        assert_eq!(stem("3d"), "3d");
    }

    #[test]
    fn a_lone_hyphen_ties_two_words() {
        let mut ties = Vec::new();
        each_word("wi-fi - gratuit", |word, tied| ties.push((word.to_owned(), tied)));
        assert_eq!(
            ties,
            [("wi".to_owned(), false), ("fi".to_owned(), true), ("gratuit".to_owned(), false)]
        );
    }
}
