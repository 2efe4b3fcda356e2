//! Dates as lists write them.

use super::text::fold;
use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];

/// Reads `2024-05-30…`, `2024/05/30`, `30/05/2024 14:00`, `5 mars 2020`, `Décembre 2018`
/// (its first day), or milliseconds since 1970. A date of 1970 is what machines write for
/// "none": it is none.
pub fn parse(text: &str) -> Option<Date> {
    let text = text.trim();
    let date = numeric(text).or_else(|| in_words(text)).or_else(|| from_millis(text))?;
    (1980..2100).contains(&date.year()).then_some(date)
}

fn numeric(text: &str) -> Option<Date> {
    let head = text.split([' ', 'T']).next()?;
    let mut numbers = head.split(['-', '/', '.']).map(str::parse::<i16>);
    let (first, second, third) = (numbers.next()?, numbers.next()?, numbers.next()?);
    let (first, second, third) = (first.ok()?, i8::try_from(second.ok()?).ok()?, third.ok()?);
    if first > 31 {
        Date::new(first, second, i8::try_from(third).ok()?).ok()
    } else {
        let year = if third < 100 { 2000 + third } else { third };
        Date::new(year, second, i8::try_from(first).ok()?).ok()
    }
}

fn in_words(text: &str) -> Option<Date> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let at = words.iter().position(|word| MONTHS.contains(word))?;
    let month = MONTHS.iter().position(|month| *month == words[at])?;
    let year = words.get(at + 1)?.parse().ok()?;
    let day = at
        .checked_sub(1)
        .and_then(|before| words.get(before)?.trim_end_matches("er").parse().ok())
        .unwrap_or(1);
    Date::new(year, i8::try_from(month + 1).ok()?, day).ok()
}

fn from_millis(text: &str) -> Option<Date> {
    let millis: i64 = text.parse().ok().filter(|millis| *millis > 100_000_000_000)?;
    let instant = jiff::Timestamp::from_millisecond(millis).ok()?;
    Some(instant.to_zoned(jiff::tz::TimeZone::UTC).date())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_way_of_writing_a_day_is_read() {
        for text in [
            "2020-03-05",
            "2020-03-05T10:00:00Z",
            "2020/03/05 14:16:50.898",
            "05/03/2020",
            "5/3/20",
            "05/03/2020 14:29:42",
            "5 mars 2020",
            "1583366400000",
            "05.03.2020",
        ] {
            assert_eq!(parse(text), Some(date(2020, 3, 5)), "{text}");
        }
        assert_eq!(parse("Décembre 2018"), Some(date(2018, 12, 1)));
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in ["", "01/01/1970", "hier", "32/01/2020", "2020-13-01", "12"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
