//! Typing ahead: communes whose name begins as typed, most inhabited first.

use super::name::name_key;
use super::{Commune, CommuneKind, Communes};

/// A beginning of a name, and the commune it leads to.
#[derive(Clone, Debug)]
pub(super) struct Prefix {
    key: String,
    /// Whether the key begins the name, rather than a later word of it.
    is_start: bool,
    commune: u32,
}

/// A commune to offer to a person who types.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion<'a> {
    /// The commune.
    pub commune: &'a Commune,
    /// The postcode typed, when digits were typed; else the first of the commune.
    pub postcode: Option<&'a str>,
}

/// Every name and every later beginning in it, sorted.
pub(super) fn prefixes(all: &[Commune]) -> Vec<Prefix> {
    let mut prefixes = Vec::with_capacity(all.len() * 2);
    for (position, commune) in (0_u32..).zip(all) {
        let key = name_key(&commune.name);
        for (start, _) in key.match_indices(' ') {
            let later = &key[start + 1..];
            if later.len() >= 4 && commune.kind == CommuneKind::Commune {
                let key = later.to_owned();
                prefixes.push(Prefix { key, is_start: false, commune: position });
            }
        }
        prefixes.push(Prefix { key, is_start: true, commune: position });
    }
    prefixes.sort_by(|a, b| a.key.cmp(&b.key).then(a.commune.cmp(&b.commune)));
    prefixes
}

impl Communes {
    /// Communes whose name or postcode begins as typed: the exact name first, then names that
    /// begin so, then names with a word that does, each by inhabitants.
    pub fn search(&self, text: &str, limit: usize) -> Vec<Suggestion<'_>> {
        let text = text.trim();
        if text.is_empty() || limit == 0 {
            return Vec::new();
        }
        if text.starts_with(|c: char| c.is_ascii_digit()) {
            return self.search_postcode(text, limit);
        }
        let key = name_key(text);
        let start = self.prefixes.partition_point(|prefix| prefix.key.as_str() < key.as_str());
        let mut found: Vec<(u8, u32)> = self.prefixes[start..]
            .iter()
            .take_while(|prefix| prefix.key.starts_with(&key))
            .map(|prefix| (rank(prefix, &key), prefix.commune))
            .collect();
        found.sort_unstable();
        let mut suggestions: Vec<Suggestion<'_>> = Vec::with_capacity(limit);
        for (_, position) in found {
            let Some(commune) = self.at(Some(&position)) else { continue };
            if suggestions.iter().all(|known| known.commune.code != commune.code) {
                let postcode = commune.postcodes.first().map(String::as_str);
                suggestions.push(Suggestion { commune, postcode });
            }
            if suggestions.len() == limit {
                break;
            }
        }
        suggestions
    }

    fn search_postcode(&self, text: &str, limit: usize) -> Vec<Suggestion<'_>> {
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        let begins = |commune: &'_ Commune| {
            commune.postcodes.iter().position(|postcode| postcode.starts_with(&digits))
        };
        let communes = self.all.iter().filter(|commune| commune.kind == CommuneKind::Commune);
        communes
            .filter_map(|commune| {
                let postcode = commune.postcodes.get(begins(commune)?).map(String::as_str);
                Some(Suggestion { commune, postcode })
            })
            .take(limit)
            .collect()
    }
}

fn rank(prefix: &Prefix, key: &str) -> u8 {
    match (prefix.key == key, prefix.is_start) {
        (true, true) => 0,
        (_, true) => 1,
        (true, false) => 2,
        (false, false) => 3,
    }
}
