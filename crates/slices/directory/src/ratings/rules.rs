//! The rules of ratings: pure functions of what is given. No IO, no clock.

pub mod abuse;
pub mod codes;

#[cfg(test)]
mod tests;

use super::model::{Criterion, STEPS};
use base::{Timestamp, time};

/// From how many ratings on they are shown.
pub const SHOWN_FROM: u64 = 5;
/// For how many civil months one rates a place once.
pub const TURN_MONTHS: i64 = 6;
/// How many ratings of the whole network the prior weighs.
pub const PRIOR_RATINGS: f64 = 10.0;
/// The mean of a network that has no rating yet.
pub const PRIOR_MEAN: f64 = 3.0;
/// Marks in one rating.
const MARKS: f64 = 4.0;
/// The longest comment or reply, in characters.
pub const WORDS_MAX: usize = 1_500;

/// How many ratings a place has, and the sum of all their marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Ratings that count.
    pub ratings: u64,
    /// The sum of their marks, four each.
    pub points: u64,
}

/// How many ratings gave each step to each criterion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spread([[u64; 5]; 4]);

impl Tally {
    /// Whether there are enough of them to be shown.
    pub fn is_shown(self) -> bool {
        self.ratings >= SHOWN_FROM
    }

    /// How many more it takes to show them.
    pub fn missing(self) -> u64 {
        SHOWN_FROM.saturating_sub(self.ratings)
    }

    /// The mean of all marks, from 1 to 5; none without a rating.
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    pub fn mean(self) -> Option<f64> {
        (self.ratings > 0).then(|| self.points as f64 / (self.ratings as f64 * MARKS))
    }

    /// The mean by which places are ordered: few ratings are pulled towards the mean of the whole
    /// network, many speak for themselves. `(C × m + n × x) / (C + n)`, with `C` = 10 ratings,
    /// `m` the mean of the network, `n` the ratings of the place and `x` their mean.
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    pub fn bayesian_mean(self, network: Self) -> f64 {
        let prior = network.mean().unwrap_or(PRIOR_MEAN);
        let own = self.points as f64 / MARKS;
        (PRIOR_RATINGS * prior + own) / (PRIOR_RATINGS + self.ratings as f64)
    }
}

impl Spread {
    /// Adds ratings that gave that step to that criterion.
    pub fn add(&mut self, criterion: Criterion, step: u8, ratings: u64) {
        let Some(at) = STEPS.iter().position(|it| *it == step) else { return };
        if let Some(count) = self.0.get_mut(criterion as usize).and_then(|it| it.get_mut(at)) {
            *count += ratings;
        }
    }

    /// How many gave each step, from the lowest.
    pub fn of(&self, criterion: Criterion) -> [u64; 5] {
        self.0.get(criterion as usize).copied().unwrap_or_default()
    }

    /// The mean of a criterion; none without a rating.
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    pub fn mean(&self, criterion: Criterion) -> Option<f64> {
        let counts = self.of(criterion);
        let ratings: u64 = counts.iter().sum();
        let points: u64 = counts.iter().zip(STEPS).map(|(n, step)| n * u64::from(step)).sum();
        (ratings > 0).then(|| points as f64 / ratings as f64)
    }
}

/// Until when someone who rates a place now does not rate it again.
pub fn turn_end(now: Timestamp) -> Timestamp {
    time::months_after(now, TURN_MONTHS)
}

/// Four marks read from what was sent, in the order of [`Criterion::ALL`].
pub fn marks(sent: [&str; 4]) -> Option<super::model::Marks> {
    let steps = sent.map(|it| it.trim().parse().unwrap_or(0));
    super::model::Marks::new(steps)
}
