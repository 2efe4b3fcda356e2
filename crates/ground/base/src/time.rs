//! Legal time: deadlines count in civil days and months of Paris.

pub use jiff::SignedDuration;
use jiff::civil::Date;
use jiff::{Span, Timestamp, ToSpan, Zoned, tz::TimeZone};

/// The time zone in which the charter counts and opening hours are read.
pub fn paris() -> TimeZone {
    TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC)
}

/// The instant as Paris reads it.
pub fn in_paris(at: Timestamp) -> Zoned {
    at.to_zoned(paris())
}

/// The civil day on which the instant falls in Paris.
pub fn civil_day(at: Timestamp) -> Date {
    in_paris(at).date()
}

/// The instant `days` civil days after `from`.
pub fn days_after(from: Timestamp, days: i64) -> Timestamp {
    later(from, days.days())
}

/// The instant `months` civil months after `from`.
pub fn months_after(from: Timestamp, months: i64) -> Timestamp {
    later(from, months.months())
}

fn later(from: Timestamp, span: Span) -> Timestamp {
    in_paris(from).saturating_add(span).timestamp()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fifteen_days_across_the_clock_change_end_at_the_same_hour() {
        let from: Timestamp = "2026-03-20T10:00:00Z".parse().unwrap();
        assert_eq!(days_after(from, 15).to_string(), "2026-04-04T09:00:00Z");
    }
}
