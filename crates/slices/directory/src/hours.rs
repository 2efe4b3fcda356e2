//! When a place is open: reading the `OpenStreetMap` grammar against the Paris clock and the
//! French public holidays.
//!
//! The grammar's library counts with chrono; civil times are converted here and nowhere else.

use atlas::WeekMask;
use chrono::{Datelike as _, NaiveDate, NaiveDateTime, NaiveTime, Timelike as _};
use jiff::civil::{Date, DateTime};
use opening_hours::localization::{Country, NoLocation};
use opening_hours::{Context, ContextHolidays, OpeningHours, RuleKind};
use std::sync::LazyLock;

/// The hours of a place.
#[derive(Clone, Debug)]
pub struct Hours(OpeningHours<NoLocation>);

/// Whether a place is open at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenState {
    /// Open, until then when it is known.
    Open(Option<DateTime>),
    /// Closed, until then when it is known.
    Closed(Option<DateTime>),
}

/// One day of a week: its openings, in minutes from midnight. They may end after midnight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which day.
    pub date: Date,
    /// From, to.
    pub openings: Vec<(u16, u16)>,
    /// Whether it is a public holiday.
    pub holiday: bool,
}

static HOLIDAYS: LazyLock<ContextHolidays> = LazyLock::new(|| Country::FR.holidays());

/// Openings further away than this are no help to a person standing outside.
const HORIZON_DAYS: i64 = 60;

impl Hours {
    /// Reads hours in the grammar; none when they cannot be read.
    ///
    /// Places that say nothing of public holidays are taken to be closed on them.
    pub fn parse(text: &str) -> Option<Self> {
        let text = if text.contains("PH") { text.to_owned() } else { format!("{text}; PH off") };
        let hours: OpeningHours<NoLocation> = text.parse().ok()?;
        Some(Self(hours.with_context(Context::default().with_holidays(HOLIDAYS.clone()))))
    }

    /// Whether it is open at that civil time of Paris, and until when.
    pub fn at(&self, now: DateTime) -> Option<OpenState> {
        let now = to_chrono(now)?;
        let change = self.0.next_change(now).filter(|it| (*it - now).num_days() < HORIZON_DAYS);
        let change = change.and_then(from_chrono);
        Some(match self.0.state(now).0 {
            RuleKind::Open => OpenState::Open(change),
            _ => OpenState::Closed(change),
        })
    }

    /// The seven days of the week, Monday first, in which the date falls.
    pub fn week(&self, date: Date) -> Vec<Day> {
        let monday =
            date.checked_sub(jiff::ToSpan::days(i64::from(date.weekday().to_monday_zero_offset())));
        let Ok(monday) = monday else { return Vec::new() };
        monday.series(jiff::ToSpan::days(1)).take(7).filter_map(|day| self.day(day)).collect()
    }

    fn day(&self, date: Date) -> Option<Day> {
        let day = NaiveDate::from_ymd_opt(
            date.year().into(),
            u32::from(date.month().unsigned_abs()),
            u32::from(date.day().unsigned_abs()),
        )?;
        let openings = self
            .0
            .schedule_at(day)
            .into_iter()
            .filter(|it| it.kind == RuleKind::Open)
            .map(|it| (it.range.start.mins_from_midnight(), it.range.end.mins_from_midnight()))
            .collect();
        Some(Day { date, openings, holiday: HOLIDAYS.get_public().contains(day) })
    }

    /// The openings of an ordinary week, for the "open at" filter. `near` chooses the season:
    /// the first week from that date without a public holiday is taken.
    pub fn week_mask(&self, near: Date) -> WeekMask {
        let mut mask = WeekMask::default();
        let weeks = near.series(jiff::ToSpan::weeks(1)).take(6).map(|date| self.week(date));
        let mut weeks = weeks.filter(|week| !week.iter().any(|day| day.holiday));
        for (number, day) in weeks.next().unwrap_or_default().iter().enumerate() {
            for (from, to) in &day.openings {
                mask.open(u8::try_from(number).unwrap_or(0), *from, *to);
            }
        }
        mask
    }
}

fn to_chrono(at: DateTime) -> Option<NaiveDateTime> {
    let date = NaiveDate::from_ymd_opt(
        at.year().into(),
        u32::from(at.month().unsigned_abs()),
        u32::from(at.day().unsigned_abs()),
    )?;
    let time = NaiveTime::from_hms_opt(
        u32::from(at.hour().unsigned_abs()),
        u32::from(at.minute().unsigned_abs()),
        0,
    )?;
    Some(date.and_time(time))
}

fn from_chrono(at: NaiveDateTime) -> Option<DateTime> {
    DateTime::new(
        i16::try_from(at.year()).ok()?,
        i8::try_from(at.month()).ok()?,
        i8::try_from(at.day()).ok()?,
        i8::try_from(at.hour()).ok()?,
        i8::try_from(at.minute()).ok()?,
        0,
        0,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime {
        text.parse().unwrap()
    }

    #[test]
    fn a_place_says_until_when_it_is_open_and_when_it_opens_again() {
        let hours = Hours::parse("Mo-Fr 09:00-12:00,14:00-18:00").unwrap();
        let open = hours.at(at("2026-11-24T10:00")).unwrap();
        assert_eq!(open, OpenState::Open(Some(at("2026-11-24T12:00"))));
        let shut = hours.at(at("2026-11-27T19:00")).unwrap();
        assert_eq!(shut, OpenState::Closed(Some(at("2026-11-30T09:00"))));
    }

    #[test]
    fn a_public_holiday_is_closed_unless_the_place_says_otherwise() {
        let hours = Hours::parse("Mo-Su 09:00-18:00").unwrap();
        assert!(matches!(hours.at(at("2026-07-14T10:00")), Some(OpenState::Closed(_))));
        let hours = Hours::parse("Mo-Su,PH 09:00-18:00").unwrap();
        assert!(matches!(hours.at(at("2026-07-14T10:00")), Some(OpenState::Open(_))));
    }

    #[test]
    fn the_week_of_a_date_starts_on_its_monday() {
        let hours = Hours::parse("Tu 09:30-12:00").unwrap();
        let week = hours.week(at("2026-11-24T10:00").date());
        assert_eq!(week[0].date.to_string(), "2026-11-23");
        assert_eq!(week[1].openings, [(570, 720)]);
        assert_eq!(week.len(), 7);
    }

    #[test]
    fn words_that_are_no_hours_are_refused() {
        assert!(Hours::parse("sur rendez-vous de 9h à 12h").is_none());
    }
}
