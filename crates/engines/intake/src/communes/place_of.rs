//! What a person meant who typed a place in one box.

use super::name::{arrondissement_code, distance_within, name_key, short_key};
use super::territories::{self, Department, Region};
use super::{Commune, CommuneKind, Communes};

/// What was meant.
#[derive(Clone, Debug, PartialEq)]
pub enum PlaceMeant<'a> {
    /// A commune, or an arrondissement.
    Commune(&'a Commune),
    /// A postcode shared by several communes, most inhabited first.
    Postcode {
        /// The five digits.
        postcode: String,
        /// The communes that bear it.
        communes: Vec<&'a Commune>,
    },
    /// A department, by its code or its name.
    Department(&'static Department),
    /// A region, by its name.
    Region(&'static Region),
}

impl Communes {
    /// The best meaning of what a person typed: `Rennes`, `35000`, `st malo`, `Rennes (35)`,
    /// `35`, `ille et vilaine`, with small typing errors.
    pub fn place_of(&self, text: &str) -> Option<PlaceMeant<'_>> {
        let (number, key) = split_number(text);
        match (number.as_deref(), key.as_str()) {
            (None, "") => None,
            (Some(number), "") => self.of_number(number),
            (None, key) => self.of_words(key),
            (Some(number), key) => {
                let arrondissement = arrondissement_code(&format!("{key} {number}"), Some(number))
                    .and_then(|code| self.by_code(&code));
                arrondissement
                    .or_else(|| self.named_within(key, number))
                    .map(PlaceMeant::Commune)
                    .or_else(|| self.of_words(key))
                    .or_else(|| self.of_number(number))
            }
        }
    }

    fn of_number(&self, number: &str) -> Option<PlaceMeant<'_>> {
        if let Some(department) = territories::department(number) {
            return Some(PlaceMeant::Department(department));
        }
        let communes: Vec<&Commune> = self.by_postcode(number).collect();
        let real: Vec<&Commune> =
            communes.iter().copied().filter(|c| c.kind == CommuneKind::Arrondissement).collect();
        match (real.as_slice(), communes.as_slice()) {
            ([one], _) | ([], [one]) => Some(PlaceMeant::Commune(one)),
            (_, []) => {
                let coded = self.by_code(number).or_else(|| self.by_former_code(number));
                coded.map(PlaceMeant::Commune)
            }
            _ => Some(PlaceMeant::Postcode { postcode: number.to_owned(), communes }),
        }
    }

    /// The commune of this name whose postcode or department begins with the number.
    fn named_within(&self, key: &str, number: &str) -> Option<&Commune> {
        let within = |commune: &&Commune| {
            commune.department == number
                || commune.postcodes.iter().any(|postcode| postcode.starts_with(number))
        };
        self.by_name(key).find(within).or_else(|| {
            let postcode = (number.len() == 5).then_some(number)?;
            self.resolve(None, Some(postcode), key).map(|resolved| resolved.commune)
        })
    }

    /// A commune before a department before a region, unless the words are exactly one of the
    /// latter two and the commune is a small one.
    fn of_words(&self, key: &str) -> Option<PlaceMeant<'_>> {
        let commune = self.by_name(key).next();
        if let Some(commune) = commune.filter(|commune| commune.population >= 2_000) {
            return Some(PlaceMeant::Commune(commune));
        }
        let department = territories::DEPARTMENTS.iter().find(|d| name_key(d.name) == key);
        let region = territories::REGIONS.iter().find(|r| name_key(r.name) == key);
        department
            .map(PlaceMeant::Department)
            .or_else(|| region.map(PlaceMeant::Region))
            .or_else(|| commune.map(PlaceMeant::Commune))
            .or_else(|| self.begun(key).map(PlaceMeant::Commune))
            .or_else(|| self.mistyped(key).map(PlaceMeant::Commune))
    }

    fn begun(&self, key: &str) -> Option<&Commune> {
        (key.len() >= 3).then(|| self.search(key, 1).first().map(|found| found.commune)).flatten()
    }

    /// The most inhabited commune one or two letters away, the first letter being right.
    fn mistyped(&self, key: &str) -> Option<&Commune> {
        let key = short_key(key);
        let limit = if key.len() >= 8 { 2 } else { 1 };
        if key.len() < 4 {
            return None;
        }
        (1..=limit).find_map(|limit| {
            self.all.iter().find(|commune| {
                let known = name_key(&commune.name);
                let known = short_key(&known);
                known.as_bytes().first() == key.as_bytes().first()
                    && distance_within(known, key, limit).is_some()
            })
        })
    }
}

/// Cuts what was typed into its number (postcode, department) and its words.
fn split_number(text: &str) -> (Option<String>, String) {
    let text = text.replace(['(', ')', ','], " ");
    let mut number = None;
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        let is_corsica = matches!(word.to_ascii_uppercase().as_str(), "2A" | "2B");
        let is_number = word.chars().all(|c| c.is_ascii_digit()) && word.len() <= 5;
        if number.is_none() && (is_number || is_corsica) {
            number = Some(word.to_ascii_uppercase());
        } else {
            words.push(word);
        }
    }
    (number, name_key(&words.join(" ")))
}
