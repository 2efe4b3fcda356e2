//! Numbers, distances, dates and hours written as each language wants them.

use super::Locale;
use jiff::civil::{Date, Time, Weekday};

/// Keeps a number and its unit on one line.
const NO_BREAK: char = '\u{a0}';
/// The thin space French puts between thousands.
const NARROW_NO_BREAK: char = '\u{202f}';

impl Locale {
    /// A whole number: `2 000` in French, `2,000` in English.
    pub fn integer(self, number: u64) -> String {
        self.group(&number.to_string())
    }

    /// A number with `digits` decimals: `3,8` in French, `3.8` in English.
    pub fn decimal(self, number: f64, digits: usize) -> String {
        let text = format!("{number:.digits$}");
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |rest| ("-", rest));
        let mark = if self == Self::English { '.' } else { ',' };
        match decimals {
            "" => format!("{sign}{}", self.group(whole)),
            _ => format!("{sign}{}{mark}{decimals}", self.group(whole)),
        }
    }

    /// A distance as a walker says it: `350 m`, `3,8 km`, `42 km`.
    pub fn distance(self, metres: f64) -> String {
        if metres < 950.0 {
            let rounded = (metres.max(0.0) / 50.0).round() * 50.0;
            return format!("{}{NO_BREAK}m", self.decimal(rounded.max(50.0), 0));
        }
        let digits = usize::from(metres < 9_950.0);
        format!("{}{NO_BREAK}km", self.decimal(metres / 1000.0, digits))
    }

    /// A day: `12 mars 2026`, `1er mai 2026`; `12 March 2026` in English.
    pub fn date(self, date: Date) -> String {
        let index = usize::from(date.month().unsigned_abs()).saturating_sub(1);
        let (months, first) = match self {
            Self::English => (ENGLISH_MONTHS, "1"),
            Self::French | Self::EasyFrench => (FRENCH_MONTHS, "1er"),
        };
        let month = months.get(index).copied().unwrap_or_default();
        let day = if date.day() == 1 { first.to_owned() } else { date.day().to_string() };
        format!("{day}{NO_BREAK}{month} {}", date.year())
    }

    /// An hour of the day: `9 h 30`, `14 h`; `9:30 am`, `2 pm` in English.
    pub fn hour(self, time: Time) -> String {
        let (hour, minute) = (time.hour(), time.minute());
        if self != Self::English {
            return match minute {
                0 => format!("{hour}{NO_BREAK}h"),
                _ => format!("{hour}{NO_BREAK}h{NO_BREAK}{minute:02}"),
            };
        }
        let half = if hour < 12 { "am" } else { "pm" };
        let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
        match minute {
            0 => format!("{hour}{NO_BREAK}{half}"),
            _ => format!("{hour}:{minute:02}{NO_BREAK}{half}"),
        }
    }

    /// A stretch of the day: `9 h – 12 h 30`.
    pub fn hours(self, from: Time, to: Time) -> String {
        format!("{} – {}", self.hour(from), self.hour(to))
    }

    /// The day of the week, as written within a sentence: `lundi`, `Monday`.
    pub fn weekday(self, day: Weekday) -> &'static str {
        let names = if self == Self::English { ENGLISH_DAYS } else { FRENCH_DAYS };
        let index = usize::from(day.to_monday_zero_offset().unsigned_abs());
        names.get(index).copied().unwrap_or_default()
    }

    fn group(self, digits: &str) -> String {
        let separator = if self == Self::English { ',' } else { NARROW_NO_BREAK };
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push(separator);
            }
            grouped.push(digit);
        }
        grouped
    }
}

/// A text with its first letter as a capital: `lundi` becomes `Lundi`.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

const FRENCH_MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const FRENCH_DAYS: [&str; 7] =
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const ENGLISH_DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    const FR: Locale = Locale::French;
    const EN: Locale = Locale::English;

    #[test]
    fn thousands_and_decimals_follow_the_language() {
        assert_eq!(FR.integer(2_000), "2\u{202f}000");
        assert_eq!(EN.integer(1_234_567), "1,234,567");
        assert_eq!(FR.decimal(-1234.56, 1), "-1\u{202f}234,6");
    }

    #[test]
    fn a_distance_is_rounded_as_a_walker_would() {
        assert_eq!(FR.distance(3.0), "50\u{a0}m");
        assert_eq!(FR.distance(347.0), "350\u{a0}m");
        assert_eq!(FR.distance(3_760.0), "3,8\u{a0}km");
        assert_eq!(EN.distance(41_800.0), "42\u{a0}km");
    }

    #[test]
    fn the_first_of_the_month_is_premier_in_french_only() {
        assert_eq!(FR.date(date(2026, 5, 1)), "1er\u{a0}mai 2026");
        assert_eq!(FR.date(date(2026, 3, 12)), "12\u{a0}mars 2026");
        assert_eq!(EN.date(date(2026, 5, 1)), "1\u{a0}May 2026");
    }

    #[test]
    fn hours_are_written_as_spoken() {
        assert_eq!(FR.hour(time(9, 30, 0, 0)), "9\u{a0}h\u{a0}30");
        assert_eq!(FR.hour(time(14, 0, 0, 0)), "14\u{a0}h");
        assert_eq!(EN.hour(time(0, 0, 0, 0)), "12\u{a0}am");
        assert_eq!(EN.hours(time(9, 30, 0, 0), time(14, 0, 0, 0)), "9:30\u{a0}am – 2\u{a0}pm");
        assert_eq!(capitalised(FR.weekday(Weekday::Monday)), "Lundi");
    }
}
