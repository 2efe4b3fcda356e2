//! Which commune a record is in, when lists give now the official code, now a name and a postcode.
//!
//! A code given once for a postcode and a name serves every record that has these two and no code.

use std::collections::HashMap;

use crate::hashing::Quick;
use crate::record::Record;
use crate::text::{fold, hash, words};

/// Where a record is, as keys to compare; 0 means "not said".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Commune {
    pub(crate) key: u64,
    /// Department and name together.
    pub(crate) name: u64,
    pub(crate) department: u64,
    pub(crate) postcode: u64,
}

/// What the records that give a code teach about those that do not.
#[derive(Debug, Default, Clone)]
pub(crate) struct Communes {
    by_postcode_and_name: HashMap<u64, u64, Quick>,
    by_department_and_name: HashMap<u64, u64, Quick>,
}

impl Communes {
    /// Learns from the records that give an official code. The smallest key wins a disagreement, so
    /// that the order of the records does not matter.
    pub(crate) fn learn<'a>(records: impl Iterator<Item = &'a Record>) -> Self {
        let mut communes = Self::default();
        for record in records {
            let Some(key) = code_key(&record.commune_code) else { continue };
            let name = name_of(&record.commune);
            let place = hash(31, &[postcode(record).as_bytes(), name.as_bytes()]);
            let wider = hash(32, &[department(record).as_bytes(), name.as_bytes()]);
            keep_smallest(&mut communes.by_postcode_and_name, place, key);
            keep_smallest(&mut communes.by_department_and_name, wider, key);
        }
        communes
    }

    /// Where a record is.
    pub(crate) fn resolve(&self, record: &Record) -> Commune {
        let name = name_of(&record.commune);
        let department = &department(record);
        let wider = hash(32, &[department.as_bytes(), name.as_bytes()]);
        let place = hash(31, &[postcode(record).as_bytes(), name.as_bytes()]);
        let learnt = self
            .by_postcode_and_name
            .get(&place)
            .or_else(|| self.by_department_and_name.get(&wider))
            .copied();
        let known = !name.is_empty() || !department.is_empty();
        let unlearnt = if known { wider } else { 0 };
        Commune {
            key: code_key(&record.commune_code).or(learnt).unwrap_or(unlearnt),
            name: if name.is_empty() { 0 } else { wider },
            department: if department.is_empty() { 0 } else { hash(33, &[department.as_bytes()]) },
            postcode: if record.postcode.trim().is_empty() {
                0
            } else {
                hash(34, &[postcode(record).as_bytes()])
            },
        }
    }
}

fn keep_smallest(table: &mut HashMap<u64, u64, Quick>, name: u64, key: u64) {
    table.entry(name).and_modify(|kept| *kept = key.min(*kept)).or_insert(key);
}

/// The key of an official code. Arrondissements count as the city they belong to.
fn code_key(code: &str) -> Option<u64> {
    let code = code.trim();
    if code.len() != 5 || !code.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    let city = match code {
        "75056" => "75056",
        _ if ("75101"..="75120").contains(&code) => "75056",
        _ if ("13201"..="13216").contains(&code) => "13055",
        _ if ("69381"..="69389").contains(&code) => "69123",
        other => other,
    };
    Some(hash(30, &[city.as_bytes()]))
}

/// The department, by the postcode or else by the code. Spreadsheets lose the first zero.
fn department(record: &Record) -> String {
    let postcode = postcode(record);
    let from = if postcode.len() >= 2 { &postcode } else { &record.commune_code };
    let length = if from.starts_with("97") || from.starts_with("98") { 3 } else { 2 };
    from.get(..length).unwrap_or_default().to_owned()
}

fn postcode(record: &Record) -> String {
    let digits = record.postcode.trim();
    let lost_zero = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if lost_zero { format!("0{digits}") } else { digits.to_owned() }
}

/// The folded name of a commune, `Saint` spelt out, without `CEDEX` and arrondissement.
fn name_of(commune: &str) -> String {
    let before_dash = commune.split(" - ").next().unwrap_or_default();
    let kept: Vec<String> = words(&fold(before_dash))
        .into_iter()
        .filter(|word| word != "cedex" && !word.as_bytes()[0].is_ascii_digit())
        .filter(|word| !matches!(word.as_str(), "arrondissement" | "le" | "la" | "les"))
        .map(|word| match word.as_str() {
            "st" => "saint".to_owned(),
            "ste" => "sainte".to_owned(),
            _ => word,
        })
        .collect();
    kept.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(postcode: &str, commune: &str, code: &str) -> Record {
        Record {
            postcode: postcode.to_owned(),
            commune: commune.to_owned(),
            commune_code: code.to_owned(),
            ..Record::default()
        }
    }

    #[test]
    fn a_code_given_once_serves_the_records_without_code() {
        let known = record("01000", "Saint-Exemple", "01999");
        let communes = Communes::learn([&known].into_iter());
        let unknown = record("01000", "ST EXEMPLE CEDEX", "");
        assert_eq!(communes.resolve(&known).key, communes.resolve(&unknown).key);
    }

    #[test]
    fn an_arrondissement_belongs_to_its_city() {
        assert_eq!(code_key("75111"), code_key("75056"));
        assert_eq!(code_key("unknown"), None);
    }
}
