//! How much a report weighs: by how sure the house is of its author, and how often their reports
//! were right. Weights are thousandths, and always between [`WEIGHT_MIN`] and [`WEIGHT_MAX`]:
//! nobody's word is worth nothing, and nobody's word decides alone.

use people::model::Level;

/// The least a report weighs.
pub const WEIGHT_MIN: u32 = 100;
/// The most a report weighs.
pub const WEIGHT_MAX: u32 = 2_000;

/// Reports that count as already judged, half of them right, before the first one is: a newcomer
/// who was right once is not yet infallible.
const BELIEF: u32 = 4;

/// What became of someone's former reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Decisions agreed with so many.
    pub right: u32,
    /// Decisions disagreed with so many.
    pub wrong: u32,
}

/// The weight of a report. No level: someone without an account.
pub fn weight(level: Option<Level>, record: Record) -> u32 {
    let base: u64 = match level {
        None => 300,
        Some(Level::Mail) => 600,
        Some(Level::Reached) => 1_000,
        Some(Level::Vouched | Level::Identified) => 1_200,
    };
    let right = u64::from(record.right) * 2 + u64::from(BELIEF);
    let judged = u64::from(record.right) + u64::from(record.wrong) + u64::from(BELIEF);
    let weight = base * right / judged;
    u32::try_from(weight).unwrap_or(WEIGHT_MAX).clamp(WEIGHT_MIN, WEIGHT_MAX)
}
