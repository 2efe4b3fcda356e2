//! Learning the weights from records whose places are known: logistic regression.
//!
//! The clues move together (address, commune, distance), which inflates weights learnt one by one;
//! a regression weighs them jointly. Newton's method with a pull towards zero, no randomness: the
//! same examples always give the same weights.

use crate::candidates::Candidates;
use crate::clue::{CLUES, Clue, Clues, Side};
use crate::compare::compare;
use crate::corpus::Corpus;
use crate::record::Record;
use crate::weights::{Weights, probability};

/// A compared pair and the truth about it.
#[derive(Debug, Clone)]
pub struct Example {
    /// The clues of the pair.
    pub clues: Clues,
    /// Whether it is one place.
    pub same: bool,
    /// How much the example counts; 1 as a rule.
    pub importance: f64,
}

/// Every candidate pair of these records, with the truth: two records are one place when they have
/// the same label. A record without label (`None`) is no example.
pub fn examples(records: &[Record], labels: &[Option<u32>]) -> Vec<Example> {
    let all: Vec<&Record> = records.iter().collect();
    let (_, prepared) = Corpus::build(&all);
    let candidates = Candidates::gather(&prepared);
    let mut seen = vec![0; prepared.len()];
    let mut examples = Vec::new();
    for (a, record) in (0_u32..).zip(&prepared) {
        let Some(label) = labels.get(a as usize).copied().flatten() else { continue };
        candidates.after(a, record, &mut seen, |b| {
            if let Some(other) = labels.get(b as usize).copied().flatten() {
                let clues = compare(record, &prepared[b as usize]);
                examples.push(Example { clues, same: label == other, importance: 1.0 });
            }
        });
    }
    examples
}

/// The weights that explain the examples best. `pull` is the strength of the pull towards zero
/// (L2); the limits are kept from `start`. Clues whose weight would contradict their [`Side`]
/// get [the least weight](Clue::least) instead, the worst first, so that no screen ever shows "same street" as a reason against.
pub fn fit(examples: &[Example], pull: f64, start: &Weights) -> Weights {
    let mut settled: Settled = [None; SIZE];
    loop {
        let weights = newton(examples, pull, &settled);
        let contradiction = |clue: &&Clue| match clue.side() {
            Side::For => -weights[**clue as usize],
            Side::Against => weights[**clue as usize],
            Side::Either => 0.0,
        };
        let open = |clue: &&Clue| settled[**clue as usize].is_none();
        let worst = Clue::ALL
            .iter()
            .filter(open)
            .max_by(|x, y| contradiction(x).total_cmp(&contradiction(y)));
        if let Some(clue) = worst.filter(|clue| contradiction(clue) > 0.0) {
            settled[*clue as usize] = Some(clue.least());
            continue;
        }
        let mut clues = [0.0; CLUES];
        clues.copy_from_slice(&weights[..CLUES]);
        return Weights { base: weights[CLUES], clues, limits: start.limits };
    }
}

/// Weights that are no longer learnt.
type Settled = [Option<f64>; SIZE];

fn newton(examples: &[Example], pull: f64, settled: &Settled) -> [f64; SIZE] {
    let mut weights = settled.map(Option::unwrap_or_default);
    weights[CLUES] = -2.0;
    for _ in 0..STEPS {
        let mut slope = Slope::at(&weights, settled, pull);
        for example in examples {
            slope.add(example, &weights, settled);
        }
        let step = slope.step();
        let longest = step.iter().fold(0.0_f64, |longest, part| longest.max(part.abs()));
        let shorten = if longest > 2.0 { 2.0 / longest } else { 1.0 };
        for ((weight, part), settled) in weights.iter_mut().zip(step).zip(settled) {
            *weight = settled.unwrap_or(*weight + part * shorten);
        }
        if longest < 1e-6 {
            break;
        }
    }
    weights
}

/// One weight per clue, then the base.
const SIZE: usize = CLUES + 1;

/// Newton's method converges in about ten steps; more means the examples are degenerate.
const STEPS: usize = 40;

/// First and second derivatives of the likelihood at some weights.
struct Slope {
    first: Vec<f64>,
    /// Lower triangle, row by row in full rows.
    second: Vec<f64>,
}

impl Slope {
    fn at(weights: &[f64; SIZE], settled: &Settled, pull: f64) -> Self {
        let mut slope = Self { first: vec![0.0; SIZE], second: vec![0.0; SIZE * SIZE] };
        for (index, weight) in weights.iter().enumerate() {
            let pull = if index == CLUES { 1e-6 } else { pull };
            slope.first[index] = if settled[index].is_some() { 0.0 } else { -pull * weight };
            slope.second[index * SIZE + index] = pull;
        }
        slope
    }

    fn add(&mut self, example: &Example, weights: &[f64; SIZE], settled: &Settled) {
        let values = example.clues.values().iter().map(|value| f64::from(*value));
        let present: Vec<(usize, f64)> =
            values.enumerate().chain([(CLUES, 1.0)]).filter(|(_, value)| *value > 0.0).collect();
        let sum = present.iter().map(|(index, value)| weights[*index] * value).sum();
        let expected = probability(sum);
        let error = (f64::from(u8::from(example.same)) - expected) * example.importance;
        let curve = (expected * (1.0 - expected)).max(1e-9) * example.importance;
        for (row, value) in present.iter().filter(|(row, _)| settled[*row].is_none()) {
            self.first[*row] += error * value;
            for (column, other) in present.iter().take_while(|(column, _)| column <= row) {
                if settled[*column].is_some() {
                    continue;
                }
                self.second[row * SIZE + column] += curve * value * other;
            }
        }
    }

    /// Solves `second * step = first` by Cholesky's method.
    fn step(mut self) -> Vec<f64> {
        let second = &mut self.second;
        for row in 0..SIZE {
            for column in 0..=row {
                let dot: f64 =
                    (0..column).map(|k| second[row * SIZE + k] * second[column * SIZE + k]).sum();
                let rest = second[row * SIZE + column] - dot;
                second[row * SIZE + column] = if row == column {
                    rest.max(1e-12).sqrt()
                } else {
                    rest / second[column * SIZE + column]
                };
            }
        }
        let mut step = self.first;
        for row in 0..SIZE {
            let dot: f64 = (0..row).map(|k| second[row * SIZE + k] * step[k]).sum();
            step[row] = (step[row] - dot) / second[row * SIZE + row];
        }
        for row in (0..SIZE).rev() {
            let dot: f64 = (row + 1..SIZE).map(|k| second[k * SIZE + row] * step[k]).sum();
            step[row] = (step[row] - dot) / second[row * SIZE + row];
        }
        step
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example(clue: Clue, same: bool) -> Example {
        let mut clues = Clues::default();
        clues.mark(clue);
        Example { clues, same, importance: 1.0 }
    }

    #[test]
    fn a_clue_seen_with_the_same_place_speaks_for_it() {
        let mut examples = Vec::new();
        for round in 0..100 {
            examples.push(example(Clue::PhoneSame, round % 10 != 0));
            examples.push(example(Clue::PhoneDiffers, round % 10 == 0));
        }
        let weights = fit(&examples, 0.1, &Weights::default());
        assert!(weights.clues[Clue::PhoneSame as usize] > 1.0);
        assert!(weights.clues[Clue::PhoneDiffers as usize] < -1.0);
        let odds = weights.log_odds(&examples[0].clues);
        assert!((probability(odds) - 0.9).abs() < 0.01, "the probability is the observed share");
    }
}
