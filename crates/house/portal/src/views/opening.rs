//! Opening hours and freshness, in words.

use jiff::civil::{Time, Weekday};
use web::Words;

/// Whether a place is open, as a card and a page say it.
#[derive(Clone, Debug)]
pub struct Opening {
    /// What it looks like.
    pub state: OpeningState,
    /// `Ouvert`, `Fermé`, `Sur rendez-vous`.
    pub label: String,
    /// `ferme à 17 h 30`, `ouvre demain à 9 h`; may be empty.
    pub detail: String,
}

/// The look of an [`Opening`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpeningState {
    /// One may go now.
    Open,
    /// One may not.
    Closed,
    /// One must ask first.
    ByAppointment,
}

/// When a closed place opens next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextOpening {
    /// Later today.
    Today(Time),
    /// Tomorrow.
    Tomorrow(Time),
    /// Another day within a week.
    On(Weekday, Time),
}

/// Opening hours on the page of a place.
#[derive(Clone, Debug)]
pub enum Hours {
    /// A line per day, Monday first, and a note (holidays, even weeks) that may be empty.
    Week(Vec<DayHours>, String),
    /// A sentence as the source wrote it, when it could not be read as hours.
    Text(String),
    /// Nobody says.
    Unknown,
}

/// The hours of one day.
#[derive(Clone, Debug)]
pub struct DayHours {
    /// `Lundi`.
    pub day: String,
    /// `9 h – 12 h`, or `Fermé`; stretches joined by a comma.
    pub morning: String,
    /// The same for the afternoon.
    pub afternoon: String,
    /// Whether this is today.
    pub today: bool,
}

/// How long ago a place was last confirmed.
#[derive(Clone, Debug)]
pub struct Age {
    /// `Vérifié il y a 2 mois`.
    pub label: String,
    /// Whether it is over 18 months, which pages say aloud.
    pub stale: bool,
}

impl Opening {
    /// Open, until a time if it is known.
    pub fn open(words: &Words, until: Option<Time>) -> Self {
        let hour = until.map(|time| words.locale().hour(time));
        let detail = hour.map(|hour| words.put("opening-closes", "hour", hour));
        let label = words.t("opening-open");
        Self { state: OpeningState::Open, label, detail: detail.unwrap_or_default() }
    }

    /// Closed, and when it opens next if that is known.
    pub fn closed(words: &Words, next: Option<NextOpening>) -> Self {
        let locale = words.locale();
        let detail = next.map(|next| match next {
            NextOpening::Today(time) => words.put("opening-today", "hour", locale.hour(time)),
            NextOpening::Tomorrow(time) => words.put("opening-tomorrow", "hour", locale.hour(time)),
            NextOpening::On(day, time) => {
                let hour = locale.hour(time);
                words.with("opening-day", &[("day", locale.weekday(day)), ("hour", &hour)])
            }
        });
        let label = words.t("opening-closed");
        Self { state: OpeningState::Closed, label, detail: detail.unwrap_or_default() }
    }

    /// Closed on days when it usually opens, until the end of that day.
    pub fn closed_until(words: &Words, last: jiff::civil::Date) -> Self {
        let label = words.t("opening-closed-exceptionally");
        let detail = words.put("opening-until", "date", words.locale().date(last));
        Self { state: OpeningState::Closed, label, detail }
    }

    /// By appointment only.
    pub fn by_appointment(words: &Words) -> Self {
        let label = words.t("opening-by-appointment");
        Self { state: OpeningState::ByAppointment, label, detail: String::new() }
    }

    /// The class of the badge.
    pub fn class(&self) -> &'static str {
        match self.state {
            OpeningState::Open => "open",
            OpeningState::Closed => "closed",
            OpeningState::ByAppointment => "appointment",
        }
    }
}

impl Age {
    /// Past this, a place says that nobody confirmed it for long.
    const STALE_DAYS: u64 = 548;

    /// The words for a place last confirmed `days` days ago.
    pub fn new(words: &Words, days: u64) -> Self {
        let label = match days {
            0 => words.t("checked-today"),
            1..=31 => words.n("checked-days", days),
            32..=729 => words.n("checked-months", days / 30),
            _ => words.n("checked-years", days / 365),
        };
        Self { label, stale: days > Self::STALE_DAYS }
    }
}
