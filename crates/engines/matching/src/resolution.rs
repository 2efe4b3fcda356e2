//! What comes out: the place of each record, the pairs and what was decided about each.

use serde::{Deserialize, Serialize};

/// What was decided about a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// One place.
    Same,
    /// A service lodged in another place: linked, not merged.
    Hosted,
    /// Two places.
    Different,
    /// Not merged, and worth a human eye.
    Review,
}

/// A pair whose probability reached the limit of review, or that a person decided.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ScoredPair {
    /// Index of the first record.
    pub a: usize,
    /// Index of the second record, greater than the first.
    pub b: usize,
    /// Probability, from 0 to 1, that the two are one place, whatever a person said.
    pub probability: f64,
    /// What was decided.
    pub outcome: Outcome,
}

/// The answer to "which records are the same place?".
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Resolution {
    /// The cluster of each record. Clusters are numbered from 0 in the order of their first record.
    pub cluster_of: Vec<u32>,
    /// Scored pairs, sorted by their indices.
    pub pairs: Vec<ScoredPair>,
    /// Pairs where one place lodges the other, smaller index first, sorted.
    pub hosted: Vec<(usize, usize)>,
    /// Indices into `pairs` of those worth a human eye, the most uncertain first.
    pub review: Vec<usize>,
    /// Clusters that have more records than the limit, for a human eye.
    pub large_clusters: Vec<u32>,
    /// How many pairs were compared.
    pub compared: usize,
}
