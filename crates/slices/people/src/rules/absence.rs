//! When an account that nobody uses is warned, and when it is erased (reliability C2).

use base::{Timestamp, time};
use jiff::ToSpan as _;
use jiff::civil::Date;

const FIRST_MONTHS: i32 = 23;
const END_MONTHS: i32 = 24;
const NOTICE_DAYS: i64 = 30;

/// What is to be done about an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A first letter: 23 months without a sign.
    Warn,
    /// A second letter: thirty days are left.
    WarnAgain,
    /// The end: 24 months, and thirty days since the second letter.
    Erase,
}

/// The next step, if its time has come: `warned` holds when the two letters left.
pub fn next_step(
    now: Timestamp,
    seen_on: &str,
    warned: (Option<Timestamp>, Option<Timestamp>),
) -> Option<Step> {
    let seen: Date = seen_on.parse().ok()?;
    let today = time::civil_day(now);
    let end = months_after(seen, END_MONTHS);
    match warned {
        (None, _) => (today >= months_after(seen, FIRST_MONTHS)).then_some(Step::Warn),
        (Some(_), None) => {
            let second = end.checked_sub(NOTICE_DAYS.days()).unwrap_or(end);
            // Both letters on one day would be one letter.
            let is_another_day = warned.0.is_some_and(|it| time::civil_day(it) < today);
            (today >= second && is_another_day).then_some(Step::WarnAgain)
        }
        (Some(_), Some(again)) => {
            // Civil days, as the letter counts them: thirty dates, whatever the hour.
            let noticed = after_notice(time::civil_day(again));
            (today >= end && today >= noticed).then_some(Step::Erase)
        }
    }
}

/// The day on which an account last seen that day ends, once a letter leaves at `now`.
pub fn end(now: Timestamp, seen_on: &str) -> Date {
    let notice = after_notice(time::civil_day(now));
    let seen: Option<Date> = seen_on.parse().ok();
    seen.map_or(notice, |seen| months_after(seen, END_MONTHS).max(notice))
}

/// The last day of which a sign makes an account too old to be left alone.
pub fn first_day_of_interest(now: Timestamp) -> Date {
    let today = time::civil_day(now);
    // A day later than need be: months differ in length, and the rule itself decides.
    let day = today.checked_sub(FIRST_MONTHS.months()).unwrap_or(today);
    day.tomorrow().unwrap_or(day)
}

fn after_notice(day: Date) -> Date {
    day.checked_add(NOTICE_DAYS.days()).unwrap_or(day)
}

fn months_after(day: Date, months: i32) -> Date {
    day.checked_add(months.months()).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: &str) -> Timestamp {
        format!("{day}T11:00:00Z").parse().unwrap()
    }

    #[test]
    fn two_letters_then_the_end_each_in_its_time() {
        let seen = "2024-11-10";
        let step = |day: &str, first: Option<&str>, second: Option<&str>| {
            next_step(at(day), seen, (first.map(at), second.map(at)))
        };
        assert_eq!(step("2026-10-09", None, None), None);
        assert_eq!(step("2026-10-10", None, None), Some(Step::Warn));
        assert_eq!(step("2026-10-10", Some("2026-10-10"), None), None, "not twice in a day");
        assert_eq!(step("2026-10-11", Some("2026-10-10"), None), Some(Step::WarnAgain));
        assert_eq!(step("2026-11-09", Some("2026-10-10"), Some("2026-10-11")), None);
        let end = step("2026-11-10", Some("2026-10-10"), Some("2026-10-11"));
        assert_eq!(end, Some(Step::Erase));
    }

    #[test]
    fn whoever_was_not_warned_in_time_is_given_thirty_days() {
        let seen = "2020-01-01";
        let late = at("2026-11-24");
        assert_eq!(next_step(late, seen, (None, None)), Some(Step::Warn));
        let second = (Some(at("2026-11-24")), Some(at("2026-11-25")));
        assert_eq!(next_step(at("2026-12-24"), seen, second), None);
        assert_eq!(next_step(at("2026-12-25"), seen, second), Some(Step::Erase));
    }

    #[test]
    fn a_clock_that_steps_back_does_nothing() {
        let warned = (Some(at("2026-10-10")), Some(at("2026-10-11")));
        assert_eq!(next_step(at("2019-01-01"), "2024-11-10", warned), None);
        assert_eq!(next_step(at("2019-01-01"), "2024-11-10", (None, None)), None);
        assert_eq!(next_step(at("2019-01-01"), "nonsense", (None, None)), None);
    }
}
