//! The public figures of a year: volumes, delays, reversals.

use crate::model::{Reason, Ruling};
use std::collections::BTreeMap;

/// What moderation did in a year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// The year.
    pub year: i16,
    /// Reports received, by reason.
    pub reports: BTreeMap<Reason, u64>,
    /// Notices of illegal content and orders among them.
    pub notices: u64,
    /// Cases opened.
    pub cases: u64,
    /// Cases hidden by reports before anyone looked.
    pub hidden_by_reports: u64,
    /// Among them, those that were shown again because nobody looked in 48 hours.
    pub shown_again: u64,
    /// Decisions in force, by what they say.
    pub decisions: BTreeMap<&'static str, u64>,
    /// Decisions undone by those who took them or a colleague, within a day.
    pub undone: u64,
    /// Half of the cases were decided within so many hours; none when none was.
    pub median_hours: Option<u64>,
    /// Cases decided within 24 hours.
    pub within_a_day: u64,
    /// Cases decided.
    pub decided: u64,
    /// Appeals received.
    pub appeals: u64,
    /// Appeals after which another decision was taken.
    pub reversed: u64,
    /// Cases that wait now.
    pub waiting: u64,
}

const HOUR_MS: i64 = 3_600_000;

impl Figures {
    /// Reports of every reason.
    pub fn reports_in_all(&self) -> u64 {
        self.reports.values().sum()
    }

    /// Adds how long cases waited, in milliseconds.
    #[must_use]
    pub fn with_delays(mut self, mut delays_ms: Vec<i64>) -> Self {
        delays_ms.sort_unstable();
        self.decided = delays_ms.len() as u64;
        self.within_a_day = delays_ms.iter().filter(|it| **it <= 24 * HOUR_MS).count() as u64;
        let middle = delays_ms.len().saturating_sub(1) / 2;
        self.median_hours = delays_ms
            .get(middle)
            .map(|ms| u64::try_from((ms + HOUR_MS / 2) / HOUR_MS).unwrap_or_default());
        self
    }

    /// As a file: `year,measure,detail,value`, one measure a line, stable names.
    pub fn csv(&self) -> String {
        let mut lines = vec!["year,measure,detail,value".to_owned()];
        let mut add = |measure: &str, detail: &str, value: u64| {
            lines.push(format!("{},{measure},{detail},{value}", self.year));
        };
        for reason in Reason::ALL {
            let n = self.reports.get(&reason).copied().unwrap_or_default();
            add("reports", reason.name(), n);
        }
        add("notices", "", self.notices);
        add("cases", "", self.cases);
        add("cases_hidden_by_reports", "", self.hidden_by_reports);
        add("cases_shown_again", "", self.shown_again);
        add("cases_decided", "", self.decided);
        add("cases_decided_within_24_hours", "", self.within_a_day);
        if let Some(hours) = self.median_hours {
            add("median_delay_hours", "", hours);
        }
        for ruling in rulings() {
            let n = self.decisions.get(ruling.name()).copied().unwrap_or_default();
            add("decisions", ruling.name(), n);
        }
        add("decisions_undone", "", self.undone);
        add("appeals", "", self.appeals);
        add("appeals_reversed", "", self.reversed);
        lines.push(String::new());
        lines.join("\n")
    }
}

/// Everything a decision can say.
pub fn rulings() -> Vec<Ruling> {
    let broken = crate::model::Article::ALL.map(Ruling::Breaks);
    [Ruling::Keep].into_iter().chain(broken).collect()
}
