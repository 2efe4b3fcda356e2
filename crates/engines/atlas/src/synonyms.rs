//! Citizens' words and the field's words for the same needs.

use std::collections::HashMap;

use crate::words::{each_word, is_empty_word, stem};

/// Which words to look for besides those typed. Read from a small text:
///
/// ```text
/// # Whoever types one of the left finds what holds one of the right.
/// caf, allocations familiales => démarches
/// # Without an arrow, all say the same.
/// fablab, fab lab
/// ```
#[derive(Clone, Debug, Default)]
pub struct Synonyms {
    /// By the stems of the typed words, joined by a space.
    rules: HashMap<String, Vec<Widening>>,
    /// Every word of a left side, folded, with the way it was written.
    known: HashMap<String, String>,
    /// Words in the longest left side.
    longest: usize,
}

/// Words to look for as well; all of them must be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Widening {
    pub(crate) words: Vec<String>,
    /// As written in the file, for the page.
    pub(crate) shown: String,
}

impl Synonyms {
    /// Most words on one side of a rule, and most widenings of one expression.
    const MOST: usize = 6;

    /// The French list that comes with the atlas, for the nine services of the national standard.
    pub fn french() -> Self {
        Self::parse(include_str!("../synonyms-fr.txt"))
    }

    /// Reads the text. Blank lines and lines that start with `#` are skipped; a line without any
    /// word changes nothing.
    pub fn parse(text: &str) -> Self {
        let mut synonyms = Self::default();
        for line in text.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
            match line.split_once("=>") {
                Some((left, right)) => synonyms.widen(left, right),
                None => synonyms.widen(line, line),
            }
        }
        synonyms
    }

    fn widen(&mut self, left: &str, right: &str) {
        let wider: Vec<Widening> = right.split(',').filter_map(widening).collect();
        if wider.is_empty() {
            return;
        }
        for expression in left.split(',') {
            let words = meaningful(expression);
            if words.is_empty() || words.len() > Self::MOST {
                continue;
            }
            self.longest = self.longest.max(words.len());
            self.learn(expression);
            let key = words.iter().map(|word| stem(word)).collect::<Vec<_>>().join(" ");
            let list = self.rules.entry(key).or_default();
            for one in &wider {
                if one.words != words && !list.contains(one) && list.len() < Self::MOST {
                    list.push(one.clone());
                }
            }
        }
    }

    fn learn(&mut self, expression: &str) {
        for written in expression.split_whitespace() {
            let mut parts = meaningful(written);
            if let (Some(word), true) = (parts.pop(), parts.is_empty()) {
                self.known.entry(word).or_insert_with(|| written.to_lowercase());
            }
        }
    }

    /// What to look for besides the words with these stems.
    pub(crate) fn wider(&self, stems: &[&str]) -> &[Widening] {
        if stems.len() > self.longest {
            return &[];
        }
        self.rules.get(&stems.join(" ")).map_or(&[], Vec::as_slice)
    }

    /// Words in the longest expression that has a rule.
    pub(crate) fn longest(&self) -> usize {
        self.longest
    }

    /// How a word of a left side was written, if it is one.
    pub(crate) fn written(&self, word: &str) -> Option<&str> {
        self.known.get(word).map(String::as_str)
    }

    /// The words of the left sides, folded.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.known.keys().map(String::as_str)
    }
}

fn meaningful(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(text, |word, _| {
        if !is_empty_word(word) {
            words.push(word.to_owned());
        }
    });
    words
}

fn widening(text: &str) -> Option<Widening> {
    let words = meaningful(text);
    let fits = !words.is_empty() && words.len() <= Synonyms::MOST;
    fits.then(|| Widening { words, shown: text.trim().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(synonyms: &Synonyms, stems: &[&str]) -> Vec<String> {
        synonyms.wider(stems).iter().map(|wider| wider.shown.clone()).collect()
    }

    #[test]
    fn an_arrow_goes_one_way_and_its_absence_both() {
        let synonyms = Synonyms::parse("# note\n\ncaf => démarches\nfablab, fab lab\n=>\n,");
        assert_eq!(shown(&synonyms, &["caf"]), ["démarches"]);
        assert_eq!(shown(&synonyms, &["demarch"]), Vec::<String>::new());
        assert_eq!(shown(&synonyms, &["fab", "lab"]), ["fablab"]);
        assert_eq!(shown(&synonyms, &["fablab"]), ["fab lab"]);
    }

    #[test]
    fn the_french_list_has_eighty_rules_and_leads_to_the_nine_services() {
        let text = include_str!("../synonyms-fr.txt");
        let rules = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        assert!(rules.count() >= 80);
        let synonyms = Synonyms::french();
        assert_eq!(shown(&synonyms, &[&stem("impots")]), ["démarches"]);
    }
}
