//! Letters one may choose to receive, and when the next one is due. Times are civil: a daily letter
//! leaves at seven in Paris, whatever the season.

use base::time::{SignedDuration, in_paris};
use base::{Timestamp, time};
use jiff::ToSpan as _;
use jiff::civil::Weekday;

/// The hour at which digests leave, in Paris.
const HOUR: i8 = 7;
/// How often "at once" looks: several things that happen together make one letter.
const AT_ONCE_MINUTES: i64 = 15;

/// What a letter is about. Letters that the house owes (codes, security, decisions) are not here:
/// nobody can do without them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterKind {
    /// What waits for an answer of theirs: corrections, claims, reports.
    Tasks,
    /// What others changed on the pages they keep.
    Pages,
}

/// How often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Within a quarter of an hour.
    AtOnce,
    /// Every morning on which there is something to say.
    Daily,
    /// Every Monday on which there is something to say.
    Weekly,
    /// Not at all.
    Never,
}

impl LetterKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Tasks, Self::Pages];

    /// Stable name: in storage, in links, and in the keys of its words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tasks => "tasks",
            Self::Pages => "pages",
        }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// The purpose under which the consent to it is written down.
    pub const fn purpose(self) -> &'static str {
        match self {
            Self::Tasks => "letters-tasks",
            Self::Pages => "letters-pages",
        }
    }
}

impl Pace {
    /// Every pace, the quickest first.
    pub const ALL: [Self; 4] = [Self::AtOnce, Self::Daily, Self::Weekly, Self::Never];

    /// Stable name: in storage, in forms, and in the keys of its words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AtOnce => "at-once",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Never => "never",
        }
    }

    /// The pace of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// When the next letter is due after `now`; none when there is none.
    pub fn next_due(self, now: Timestamp) -> Option<Timestamp> {
        match self {
            Self::AtOnce => now.checked_add(SignedDuration::from_mins(AT_ONCE_MINUTES)).ok(),
            Self::Daily => morning_after(now, None),
            Self::Weekly => morning_after(now, Some(Weekday::Monday)),
            Self::Never => None,
        }
    }
}

/// The first morning after that instant, on that day of the week.
fn morning_after(now: Timestamp, weekday: Option<Weekday>) -> Option<Timestamp> {
    let today = in_paris(now).date();
    (0..=7)
        .filter_map(|days| today.checked_add(days.days()).ok())
        .filter(|day| weekday.is_none_or(|it| day.weekday() == it))
        .filter_map(|day| day.at(HOUR, 0, 0, 0).to_zoned(time::paris()).ok())
        .map(|it| it.timestamp())
        .find(|it| *it > now)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(pace: Pace, now: &str) -> String {
        pace.next_due(now.parse().unwrap()).unwrap().to_string()
    }

    #[test]
    fn mornings_are_those_of_paris_in_summer_and_in_winter() {
        assert_eq!(due(Pace::Daily, "2026-11-24T05:59:00Z"), "2026-11-24T06:00:00Z");
        assert_eq!(due(Pace::Daily, "2026-11-24T06:00:00Z"), "2026-11-25T06:00:00Z");
        assert_eq!(due(Pace::Daily, "2026-07-01T12:00:00Z"), "2026-07-02T05:00:00Z");
        // The clock goes forward in the night: the morning stays at seven.
        assert_eq!(due(Pace::Daily, "2026-03-28T12:00:00Z"), "2026-03-29T05:00:00Z");
    }

    #[test]
    fn a_week_ends_on_monday_morning_and_at_once_is_a_quarter_of_an_hour() {
        assert_eq!(due(Pace::Weekly, "2026-11-24T09:00:00Z"), "2026-11-30T06:00:00Z");
        assert_eq!(due(Pace::Weekly, "2026-11-30T06:00:00Z"), "2026-12-07T06:00:00Z");
        assert_eq!(due(Pace::AtOnce, "2026-11-24T09:00:00Z"), "2026-11-24T09:15:00Z");
        assert_eq!(Pace::Never.next_due(Timestamp::UNIX_EPOCH), None);
    }
}
