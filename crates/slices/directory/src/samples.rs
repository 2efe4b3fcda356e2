//! What the demonstration and the tests show: a fictional network told by five lists.
//!
//! The communes are real, so that maps and searches are true. Everything else is invented: names
//! of persons nobody bears, streets every town has, phones in the ranges that the French
//! regulator keeps for fiction, e-mails and sites under names that can never exist. About 620
//! places are told in about 1,050 rows; a third of the places are in two or three lists, under
//! slightly different words, with the accidents real lists have. Nothing is random: every call
//! gives the same bytes.

mod accidents;
mod draw;
mod lists;
mod places;
mod sheet;
mod sorts;
#[cfg(test)]
mod tests;
mod told;
mod towns;
mod week;
mod words;

use places::List;

/// A list, as its owner would publish it, and how to read it.
#[derive(Clone, Debug)]
pub struct SampleList {
    /// Name of the file, with what says its shape: `mediatheques.csv`.
    pub file_name: String,
    /// How to read it: TOML for [`intake::Mapping::from_toml`].
    pub mapping: &'static str,
    /// The list itself.
    pub bytes: Vec<u8>,
    /// For each row in order, the number of the fictional place it tells of; none for a row that
    /// tells of no place. Tests of matching compare what they found with it.
    pub row_places: Vec<Option<u32>>,
}

/// The five lists, most believed first.
pub fn lists() -> Vec<SampleList> {
    let places = places::places();
    [List::Desks, List::Libraries, List::Advisers, List::Hub, List::Citizens]
        .into_iter()
        .map(|list| lists::written(list, &places))
        .collect()
}

/// The real communes the places are in, and the three cities that have arrondissements.
pub fn communes() -> Vec<intake::Commune> {
    towns::towns().into_iter().map(|town| town.commune).collect()
}
