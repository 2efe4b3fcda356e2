//! The words of the field: what kinds of place there are, and the many ways each is written.
//!
//! Programmes were renamed (MSAP became MFS, EFS, then France services), a town hall signs as
//! "Commune de", a mediatheque is a library. All these ways become one word of ours, such as
//! `#bib`, before names are compared. Words that say nothing of a place are left out. The tables
//! are in `vocabulary.toml`, which a person can read and complete.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::hashing::Quick;
use crate::text::one_slip_apart;

/// A set of kinds of place, one bit each, in the order of the file.
pub(crate) type KindSet = u64;

/// What a word is, beyond its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WordClass {
    /// Names this place and not another: `Baraban`, `Étoile`.
    Distinctive,
    /// Names a kind of place, such as `#bib`: the kind's bit.
    Kind(u8),
    /// Says which part of an organisation: `antenne`, `nord`.
    Part,
    /// Digits.
    Number,
}

/// Our word for a place that travels.
pub(crate) const TRAVELLING: &str = "itinerant";

/// Our word for a part of an organisation that is elsewhere.
const BRANCH: &str = "antenne";

/// The vocabulary, read once.
pub(crate) static VOCABULARY: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::build(toml::from_str(FILE).unwrap_or_default()));

const FILE: &str = include_str!("../vocabulary.toml");

/// The shape of the file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    kinds: Vec<Kind>,
    names: Names,
    streets: Streets,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kind {
    name: String,
    codes: Vec<String>,
    #[serde(default)]
    guest: bool,
    ways: Vec<String>,
}

type Words = HashSet<String, Quick>;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    parts: Words,
    branches: Words,
    travelling: Words,
    empty: Words,
}

/// The words of streets.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Streets {
    /// Words that do not help to tell a street from another.
    pub(crate) empty: Words,
    /// Words of a place that is known without an address.
    pub(crate) vague: Words,
    /// Words around a number that is part of a date.
    pub(crate) months: Words,
    /// Words after which a number is not a house.
    pub(crate) not_a_house: Words,
    /// Short ways of writing words.
    pub(crate) abbreviations: HashMap<String, String, Quick>,
}

/// A way of writing a kind.
struct Way {
    words: Vec<String>,
    kind: usize,
}

/// The tables of the file, ready to be looked up.
pub(crate) struct Vocabulary {
    names_of_kinds: Vec<String>,
    kinds_by_name: HashMap<String, u8, Quick>,
    /// Ways of writing, by their first word, the longest first.
    ways: HashMap<String, Vec<Way>, Quick>,
    codes: HashMap<String, usize, Quick>,
    /// Words long enough to be recognised when misspelt, by their first letter.
    spelt: HashMap<u8, Vec<String>, Quick>,
    words: Words,
    names: Names,
    /// The words of streets.
    pub(crate) streets: Streets,
    guests: KindSet,
    town_hall: Option<usize>,
    department: Option<usize>,
}

/// Shorter words have too many neighbours to be corrected.
const SPELT_FROM_LETTERS: usize = 6;

impl Vocabulary {
    fn build(file: File) -> Self {
        let position = |name: &str| file.kinds.iter().position(|kind| kind.name == name);
        let (town_hall, department) = (position("#mairie"), position("#departement"));
        let mut vocabulary = Self {
            names_of_kinds: Vec::new(),
            kinds_by_name: HashMap::default(),
            ways: HashMap::default(),
            codes: HashMap::default(),
            spelt: HashMap::default(),
            words: HashSet::default(),
            names: file.names,
            streets: file.streets,
            guests: 0,
            town_hall,
            department,
        };
        for (position, kind) in file.kinds.into_iter().enumerate().take(64) {
            vocabulary.add(position, kind);
        }
        for ways in vocabulary.ways.values_mut() {
            ways.sort_by_key(|way| std::cmp::Reverse(way.words.len()));
        }
        for word in &vocabulary.words {
            if word.len() >= SPELT_FROM_LETTERS {
                vocabulary.spelt.entry(word.as_bytes()[0]).or_default().push(word.clone());
            }
        }
        vocabulary.spelt.values_mut().for_each(|words| words.sort());
        vocabulary
    }

    fn add(&mut self, position: usize, kind: Kind) {
        self.codes.extend(kind.codes.into_iter().map(|code| (code, position)));
        for way in kind.ways {
            let words: Vec<String> = way.split(' ').map(str::to_owned).collect();
            self.words.extend(words.iter().cloned());
            let first = words[0].clone();
            self.ways.entry(first).or_default().push(Way { words, kind: position });
        }
        self.guests |= u64::from(kind.guest) << position;
        let bit = u8::try_from(position).unwrap_or(u8::MAX);
        self.kinds_by_name.insert(kind.name.clone(), bit);
        self.names_of_kinds.push(kind.name);
    }

    /// Replaces the known ways of writing a kind by our word, and gives the kinds met.
    pub(crate) fn unify(&self, words: Vec<String>) -> (Vec<String>, KindSet) {
        let words: Vec<String> = words.into_iter().filter_map(|word| self.keep(word)).collect();
        let mut unified: Vec<String> = Vec::with_capacity(words.len());
        let mut kinds = 0;
        let mut at = 0;
        while at < words.len() {
            let found = self.way_at(&words[at..]).or_else(|| self.signature(at, &words[at]));
            let Some((length, kind)) = found else {
                unified.push(words[at].clone());
                at += 1;
                continue;
            };
            kinds |= 1 << kind;
            unified.push(self.names_of_kinds[kind].clone());
            at += length;
        }
        self.unify_scattered(&mut unified, &mut kinds);
        (unified, kinds)
    }

    /// The kinds named by standard typology codes.
    pub(crate) fn kinds_of_codes(&self, codes: &[String]) -> KindSet {
        codes
            .iter()
            .flat_map(|code| code.split('|'))
            .filter_map(|code| self.codes.get(code.trim()))
            .fold(0, |kinds, position| kinds | (1 << position))
    }

    /// What sort of word this is.
    pub(crate) fn class(&self, word: &str) -> WordClass {
        if let Some(kind) = self.kinds_by_name.get(word) {
            WordClass::Kind(*kind)
        } else if word.bytes().all(|byte| byte.is_ascii_digit()) {
            WordClass::Number
        } else if self.names.parts.contains(word) {
            WordClass::Part
        } else {
            WordClass::Distinctive
        }
    }

    /// The kinds of this set that are often lodged inside another place.
    pub(crate) fn guests(&self, kinds: KindSet) -> KindSet {
        kinds & self.guests
    }

    /// Whether the word says nothing of a place.
    pub(crate) fn is_empty_word(&self, word: &str) -> bool {
        self.names.empty.contains(word)
    }

    fn keep(&self, word: String) -> Option<String> {
        match word.as_str() {
            "st" => Some("saint".to_owned()),
            "ste" => Some("sainte".to_owned()),
            small if self.is_empty_word(small) => None,
            branch if self.names.branches.contains(branch) => Some(BRANCH.to_owned()),
            moving if self.names.travelling.contains(moving) => Some(TRAVELLING.to_owned()),
            known if known.len() < SPELT_FROM_LETTERS - 1 || self.words.contains(known) => {
                Some(word)
            }
            _ => Some(self.spelling(&word).map_or(word, str::to_owned)),
        }
    }

    /// The word of the vocabulary that this one misspells, if any.
    fn spelling(&self, word: &str) -> Option<&str> {
        let neighbours = self.spelt.get(word.as_bytes().first()?)?;
        neighbours.iter().find(|known| one_slip_apart(known, word)).map(String::as_str)
    }

    fn way_at(&self, words: &[String]) -> Option<(usize, usize)> {
        let ways = self.ways.get(words.first()?)?;
        let found = ways.iter().find(|way| words.starts_with(&way.words))?;
        Some((found.words.len(), found.kind))
    }

    /// Finds ways of writing whose words are all there, but not side by side: lists that sort or
    /// turn round the words of a name.
    fn unify_scattered(&self, words: &mut Vec<String>, kinds: &mut KindSet) {
        let scattered =
            |way: &&Way| way.words.len() > 1 && way.words.iter().all(|word| words.contains(word));
        let ways = words.iter().filter_map(|word| self.ways.get(word)).flatten();
        let Some(found) = ways.filter(scattered).max_by_key(|way| way.words.len()) else { return };
        words.retain(|word| !found.words.contains(word));
        words.insert(0, self.names_of_kinds[found.kind].clone());
        *kinds |= 1 << found.kind;
    }

    /// A name that begins with "Ville" is signed by a town hall; elsewhere the word says nothing.
    /// `CD21` is how a departmental council writes its own name.
    fn signature(&self, at: usize, word: &str) -> Option<(usize, usize)> {
        if at == 0 && word == "ville" {
            return self.town_hall.map(|kind| (1, kind));
        }
        let digits = word.strip_prefix("cd")?;
        let is_code = (2..=3).contains(&digits.len()) && digits.bytes().all(|x| x.is_ascii_digit());
        self.department.filter(|_| is_code).map(|kind| (1, kind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{fold, words};

    fn unified(name: &str) -> Vec<String> {
        VOCABULARY.unify(words(&fold(name))).0
    }

    #[test]
    fn the_file_is_readable_and_its_kinds_fit_in_a_set() {
        let file: File = toml::from_str(FILE).expect("vocabulary.toml");
        assert!((20..=64).contains(&file.kinds.len()));
    }

    #[test]
    fn renamed_programmes_are_one_programme() {
        for name in ["MSAP", "Maison de services au public", "Espace France Services", "M.F.S."] {
            assert_eq!(unified(name), ["#franceservices"], "{name}");
        }
    }

    #[test]
    fn a_town_hall_signs_in_several_ways() {
        for name in ["Mairie", "COMMUNE DE", "Ville de", "Hôtel de ville", "Muirie"] {
            assert_eq!(unified(name), ["#mairie"], "{name}");
        }
    }

    #[test]
    fn an_adviser_of_the_programme_is_not_the_programme() {
        assert_eq!(unified("Conseiller numérique France Services"), ["#deskofadviser"]);
    }

    #[test]
    fn words_turned_round_still_name_the_kind() {
        assert_eq!(unified("d'action sociale Centre communal"), ["#ccas"]);
    }
}
