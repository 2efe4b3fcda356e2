//! How much each clue weighs, and where the limits are: a TOML file that a person can read.
//!
//! The weights are natural logarithms of odds: a clue of weight 0.7 doubles the odds that two
//! records are one place, one of -0.7 halves them. `weights.toml`, inside the crate, holds those
//! learnt by the [`train`](crate::train) module.

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use serde::Deserialize;

use crate::clue::{CLUES, Clue, Clues};

/// Weights of the clues and limits of the decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// Log-odds before any clue is seen.
    pub base: f64,
    /// Log-odds that each clue adds, in the order of [`Clue::ALL`].
    pub clues: [f64; CLUES],
    /// Where decisions change.
    pub limits: Limits,
}

/// Where decisions change. Probabilities are between 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Groups of records join when the mean probability between them reaches this.
    pub same_from: f64,
    /// From here a pair needs no human eye.
    pub sure_from: f64,
    /// From here a pair that was not merged is worth a human eye.
    pub review_from: f64,
    /// Log-odds of pairs inside a group that share no key or count worse than this.
    pub floor: f64,
    /// Log-odds that joining two groups costs when one list is in both, if that list never
    /// repeats itself.
    pub same_source_toll: f64,
    /// Share of sure twins in a list from which it is known to repeat itself and pays no toll.
    pub repeating_share: f64,
    /// Groups of more records than this go to review.
    pub largest_group: usize,
    /// Pairs shown to people, at most, as a share of the number of records.
    pub review_share: f64,
}

/// Why a weights file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WeightsError {
    /// Not a TOML file of the expected shape; the parser's own words.
    Unreadable(String),
    /// A weight is given to a clue that does not exist.
    UnknownClue(String),
    /// A number is not finite, or a limit is outside its range.
    OutOfRange(String),
}

impl fmt::Display for WeightsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(words) => write!(f, "the weights cannot be read: {words}"),
            Self::UnknownClue(key) => write!(f, "no clue is called {key}"),
            Self::OutOfRange(key) => write!(f, "{key} is outside its range"),
        }
    }
}

impl std::error::Error for WeightsError {}

/// The shape of the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    base: f64,
    limits: Limits,
    clues: BTreeMap<String, f64>,
}

const SHIPPED: &str = include_str!("../weights.toml");

impl Default for Limits {
    fn default() -> Self {
        Self {
            same_from: 0.45,
            sure_from: 0.95,
            review_from: 0.2,
            floor: -4.0,
            same_source_toll: 3.0,
            repeating_share: 0.01,
            largest_group: 8,
            review_share: 0.03,
        }
    }
}

impl Default for Weights {
    /// Weights that know nothing: every clue weighs nothing and no pair is the same place.
    fn default() -> Self {
        Self { base: -10.0, clues: [0.0; CLUES], limits: Limits::default() }
    }
}

impl Weights {
    /// The weights inside the crate. A test holds that their file is readable.
    pub fn shipped() -> Self {
        Self::from_toml(SHIPPED).unwrap_or_default()
    }

    /// Reads a weights file. Clues it does not name weigh nothing.
    pub fn from_toml(text: &str) -> Result<Self, WeightsError> {
        let file: File = toml::from_str(text)
            .map_err(|problem| WeightsError::Unreadable(problem.message().to_owned()))?;
        let mut clues = [0.0; CLUES];
        for (key, weight) in &file.clues {
            let Some(clue) = Clue::ALL.iter().find(|clue| clue.key() == key) else {
                return Err(WeightsError::UnknownClue(key.clone()));
            };
            clues[*clue as usize] = *weight;
        }
        let weights = Self { base: file.base, clues, limits: file.limits };
        weights.check()?;
        Ok(weights)
    }

    /// Writes the file that [`from_toml`](Self::from_toml) reads, each line explained.
    pub fn to_toml(&self) -> String {
        let limits = &self.limits;
        let mut text = String::from(HEADER);
        let lines = [
            (format!("base = {:.3}", self.base), "Log-odds before any clue is seen."),
            ("\n[limits]".to_owned(), "Where decisions change."),
            line("same_from", limits.same_from, "Groups join from this mean probability."),
            line("sure_from", limits.sure_from, "From here a pair needs no human eye."),
            line("review_from", limits.review_from, "From here an unmerged pair may need one."),
            line("floor", limits.floor, "Log-odds of pairs in a group without common key."),
            line("same_source_toll", limits.same_source_toll, "Cost of one list twice in a group."),
            line("repeating_share", limits.repeating_share, "Twins of a list that repeats itself."),
            line("largest_group", limits.largest_group, "Groups of more go to review."),
            line("review_share", limits.review_share, "Pairs shown, at most, per record."),
            ("\n[clues]".to_owned(), "Log-odds that each clue adds."),
        ];
        for (line, why) in lines {
            let _ = writeln!(text, "{line} # {why}");
        }
        for clue in Clue::ALL {
            let weight = self.clues[*clue as usize];
            let _ = writeln!(text, "{} = {weight:.3} # {}", clue.key(), clue.meaning());
        }
        text
    }

    /// Log-odds that a pair with these clues is one place.
    pub fn log_odds(&self, clues: &Clues) -> f64 {
        let products = clues.values().iter().zip(&self.clues);
        self.base + products.map(|(value, weight)| f64::from(*value) * weight).sum::<f64>()
    }

    fn check(&self) -> Result<(), WeightsError> {
        let limits = &self.limits;
        let shares = [
            ("same_from", limits.same_from),
            ("sure_from", limits.sure_from),
            ("review_from", limits.review_from),
            ("review_share", limits.review_share),
            ("repeating_share", limits.repeating_share),
        ];
        for (key, share) in shares {
            if !(0.0..=1.0).contains(&share) {
                return Err(WeightsError::OutOfRange(key.to_owned()));
            }
        }
        if !self.base.is_finite()
            || !limits.floor.is_finite()
            || limits.floor > 0.0
            || !limits.same_source_toll.is_finite()
        {
            return Err(WeightsError::OutOfRange("base or floor".to_owned()));
        }
        match Clue::ALL.iter().find(|clue| !self.clues[**clue as usize].is_finite()) {
            Some(clue) => Err(WeightsError::OutOfRange(clue.key().to_owned())),
            None => Ok(()),
        }
    }
}

fn line(key: &str, value: impl fmt::Debug, why: &'static str) -> (String, &'static str) {
    (format!("{key} = {value:?}"), why)
}

/// The probability that these log-odds stand for.
pub fn probability(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// The log-odds of a probability.
pub(crate) fn log_odds(probability: f64) -> f64 {
    let inside = probability.clamp(1e-9, 1.0 - 1e-9);
    (inside / (1.0 - inside)).ln()
}

const HEADER: &str = "\
# How much each clue weighs when two records are compared.
# A weight is a natural logarithm of odds: 0.7 doubles the odds that the two are one place,
# -0.7 halves them. Learnt from labelled pairs; may be edited by hand.

";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_weights_are_readable_and_know_something() {
        assert!(Weights::from_toml(SHIPPED).is_ok());
        assert!(Weights::shipped().clues.iter().any(|weight| *weight != 0.0));
    }

    #[test]
    fn what_is_written_is_read_back() {
        let mut weights = Weights { base: -3.25, ..Weights::default() };
        weights.clues[Clue::PhoneSame as usize] = 2.5;
        assert_eq!(Weights::from_toml(&weights.to_toml()), Ok(weights));
    }

    #[test]
    fn a_weight_for_an_unknown_clue_is_refused() {
        let text = Weights::default().to_toml() + "colour-of-the-door = 1.0\n";
        let refused = Weights::from_toml(&text);
        assert_eq!(refused, Err(WeightsError::UnknownClue("colour-of-the-door".to_owned())));
    }
}
