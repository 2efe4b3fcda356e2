//! Why two records are, or are not, one place: each clue, signed, for a screen to put in words.

use serde::Serialize;

use crate::clue::Clue;
use crate::compare::compare;
use crate::corpus::Corpus;
use crate::record::Record;
use crate::weights::{Weights, probability};

/// What one clue adds to the decision.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Contribution {
    /// Stable name of the clue, such as `name-rare-words-agree`.
    pub key: &'static str,
    /// How strongly the clue is present, from 0 to about 1.
    pub value: f32,
    /// Log-odds it adds: positive speaks for the same place, negative against.
    pub weight: f64,
}

/// Why two records are, or are not, the same place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    /// Log-odds before any clue is seen.
    pub base: f64,
    /// The clues present that weigh something, the weightiest first.
    pub contributions: Vec<Contribution>,
    /// Probability, from 0 to 1, that the two are one place.
    pub probability: f64,
}

/// A clue that adds less log-odds than this is not worth a line on a screen.
const WORTH_SAYING: f64 = 0.005;

/// Explains what [`resolve`](crate::resolve) thinks of two records. `corpus` says which words are
/// rare and which values are shared; the two records need not be part of it.
pub fn explain(a: &Record, b: &Record, corpus: &Corpus, weights: &Weights) -> Explanation {
    let (a, b) = corpus.prepare_pair(a, b);
    let clues = compare(&a, &b);
    let mut contributions: Vec<Contribution> = Clue::ALL
        .iter()
        .filter(|clue| clues.has(**clue))
        .map(|clue| {
            let value = clues.get(*clue);
            let weight = f64::from(value) * weights.clues[*clue as usize];
            Contribution { key: clue.key(), value, weight }
        })
        .filter(|contribution| contribution.weight.abs() >= WORTH_SAYING)
        .collect();
    contributions.sort_by(|x, y| y.weight.abs().total_cmp(&x.weight.abs()));
    Explanation {
        base: weights.base,
        contributions,
        probability: probability(weights.log_odds(&clues)),
    }
}
