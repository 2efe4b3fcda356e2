//! The week of a place as a table: mornings and afternoons.

use crate::views::{DayHours, Hours};
use directory::hours::{Day, Hours as Opening};
use directory::model::Body;
use jiff::civil::{DateTime, Time};
use web::{Words, capitalised};

/// An opening that starts before this minute of the day counts as the morning's.
const NOON_MINUTE: u16 = 13 * 60;

/// The week in which the day falls; a sentence or nothing when there is no better.
pub(super) fn hours(words: &Words, now: DateTime, body: &Body) -> Hours {
    let parsed = body.fields.hours.as_deref().and_then(Opening::parse);
    let Some(parsed) = parsed else {
        let text = body.hours_text.clone().or_else(|| body.fields.hours.clone());
        return text.map_or(Hours::Unknown, Hours::Text);
    };
    let week = parsed.week(now.date());
    let days = week.iter().map(|it| day(words, now, it)).collect();
    Hours::Week(days, words.t("hours-holiday"))
}

fn day(words: &Words, now: DateTime, day: &Day) -> DayHours {
    let locale = words.locale();
    let said = |openings: Vec<&(u16, u16)>| {
        if openings.is_empty() {
            return words.t("place-closed");
        }
        let all = openings.iter().map(|(from, to)| locale.hours(time(*from), time(*to)));
        all.collect::<Vec<_>>().join(", ")
    };
    let (morning, afternoon): (Vec<_>, Vec<_>) =
        day.openings.iter().partition(|(from, _)| *from < NOON_MINUTE);
    DayHours {
        day: capitalised(locale.weekday(day.date.weekday())),
        morning: said(morning),
        afternoon: said(afternoon),
        today: day.date == now.date(),
    }
}

/// A minute of the day as a time; midnight comes back to the beginning.
fn time(minute: u16) -> Time {
    let minute = minute % (24 * 60);
    let hour = i8::try_from(minute / 60).unwrap_or(0);
    Time::new(hour, i8::try_from(minute % 60).unwrap_or(0), 0, 0).unwrap_or_default()
}
