//! How good is it? Two labellings of the same records, the engine's and the truth, compared.
//!
//! Pairwise figures count pairs of records put together; B-cubed figures count, for each record,
//! how much of its cluster is right, so that large clusters do not weigh more than they should.

use std::collections::HashMap;

use serde::Serialize;

/// Precision, recall and their harmonic mean, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Figures {
    /// Share of what was put together that belongs together.
    pub precision: f64,
    /// Share of what belongs together that was put together.
    pub recall: f64,
    /// Harmonic mean of the two.
    pub f1: f64,
}

impl Figures {
    fn new(precision: f64, recall: f64) -> Self {
        let sum = precision + recall;
        let f1 = if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 };
        Self { precision, recall, f1 }
    }
}

/// Pairwise precision and recall of `found` against `truth`, two labels per record. Records past
/// the end of the shorter labelling are left out. No pair at all counts as perfect.
pub fn pairwise(found: &[u32], truth: &[u32]) -> Figures {
    let both = pairs(sizes(found.iter().zip(truth)));
    let in_found = pairs(sizes(found.iter().zip(truth).map(|(label, _)| label)));
    let in_truth = pairs(sizes(found.iter().zip(truth).map(|(_, label)| label)));
    Figures::new(ratio(both, in_found), ratio(both, in_truth))
}

/// B-cubed precision and recall of `found` against `truth`.
pub fn b_cubed(found: &[u32], truth: &[u32]) -> Figures {
    let together = sizes(found.iter().zip(truth));
    let in_found = sizes(found.iter().zip(truth).map(|(label, _)| label));
    let in_truth = sizes(found.iter().zip(truth).map(|(_, label)| label));
    let (mut precision, mut recall) = (0.0, 0.0);
    let records = found.len().min(truth.len());
    for ((label, expected), count) in &together {
        precision += count * count / in_found[label];
        recall += count * count / in_truth[expected];
    }
    let total = f64::from(u32::try_from(records).unwrap_or(u32::MAX));
    Figures::new(ratio(precision, total), ratio(recall, total))
}

/// The interval, at 95 %, in which a share of `total` cases lies when `share` was observed
/// (Wilson's score interval).
pub fn interval_95(share: f64, total: usize) -> (f64, f64) {
    const Z: f64 = 1.959_964;
    let cases = f64::from(u32::try_from(total).unwrap_or(u32::MAX));
    if cases < 1.0 {
        return (0.0, 1.0);
    }
    let spread = Z * Z / cases;
    let centre = share + spread / 2.0;
    let half = (spread * (share * (1.0 - share) + spread / 4.0)).sqrt();
    ((centre - half) / (1.0 + spread), (centre + half) / (1.0 + spread))
}

fn sizes<L: std::hash::Hash + Eq>(labels: impl Iterator<Item = L>) -> HashMap<L, f64> {
    let mut sizes = HashMap::new();
    for label in labels {
        *sizes.entry(label).or_insert(0.0) += 1.0;
    }
    sizes
}

fn pairs<L>(sizes: HashMap<L, f64>) -> f64 {
    sizes.into_values().map(|size| size * (size - 1.0) / 2.0).sum()
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_perfect_answer_is_perfect_whatever_the_labels() {
        let figures = pairwise(&[7, 7, 3], &[1, 1, 2]);
        assert!((figures.f1 - 1.0).abs() < 1e-9);
        assert!((b_cubed(&[7, 7, 3], &[1, 1, 2]).f1 - 1.0).abs() < 1e-9);
    }

    #[test]
    fn putting_everything_together_costs_precision_only() {
        let figures = pairwise(&[0, 0, 0], &[0, 0, 1]);
        assert!((figures.precision - 1.0 / 3.0).abs() < 1e-9);
        assert!((figures.recall - 1.0).abs() < 1e-9);
        let b_cubed = b_cubed(&[0, 0, 0], &[0, 0, 1]);
        assert!((b_cubed.precision - 5.0 / 9.0).abs() < 1e-9);
    }

    #[test]
    fn an_interval_holds_the_share_and_narrows_with_cases() {
        let (low, high) = interval_95(0.9, 100);
        assert!(low < 0.9 && 0.9 < high);
        let (lower, higher) = interval_95(0.9, 10_000);
        assert!(low < lower && higher < high);
    }
}
