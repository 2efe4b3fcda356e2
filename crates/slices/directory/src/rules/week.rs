//! The week as a form: a morning and an afternoon for each day, and beside them the hours in
//! words for what a plain week cannot say (even weeks, seasons). Reads and writes the
//! `OpenStreetMap` grammar.

use super::section::Typed;
use crate::hours::Hours;
use crate::refusal::Refusal;
use intake::normalise::hours::{canonical, from_days, from_text};
use jiff::civil::date;

/// The days, as the form names them, Monday first.
pub const DAYS: [&str; 7] =
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// The field that holds hours which a plain week cannot say.
pub const WORDS: &str = "horaires";

/// An opening that starts before this minute of the day is the morning's.
const NOON_MINUTE: u16 = 13 * 60;

/// The name of a half-day in the form.
pub fn name(day: &str, is_morning: bool) -> String {
    format!("{day}_{}", if is_morning { "matin" } else { "apres_midi" })
}

/// Whether the form of the week has a field of that name.
pub fn is_name(text: &str) -> bool {
    text == WORDS || DAYS.iter().any(|day| text == name(day, true) || text == name(day, false))
}

/// What the form shows for those hours: day by day when that says it all, else in the grammar.
pub fn typed(osm: &str) -> Typed {
    let plain = plain_week(osm);
    let is_plain = plain.is_some();
    let cells = plain.unwrap_or_default();
    let mut typed = Typed::new();
    for (day, cells) in DAYS.iter().zip(cells) {
        for (is_morning, cell) in [(true, &cells[0]), (false, &cells[1])] {
            typed.push((name(day, is_morning), cell.clone()));
        }
    }
    typed.push((WORDS.into(), if is_plain { String::new() } else { osm.to_owned() }));
    typed
}

/// The cells of a week, when reading them again gives the same hours.
fn plain_week(osm: &str) -> Option<[[String; 2]; 7]> {
    let mut cells: [[String; 2]; 7] = Default::default();
    if osm.is_empty() {
        return Some(cells);
    }
    // A week of term time without a public holiday.
    let week = Hours::parse(osm)?.week(date(2026, 3, 9));
    for (day, cells) in week.iter().zip(&mut cells) {
        for (from, to) in &day.openings {
            let cell = &mut cells[usize::from(*from >= NOON_MINUTE)];
            let separator = if cell.is_empty() { "" } else { ", " };
            cell.push_str(separator);
            cell.push_str(&clock(*from));
            cell.push('-');
            cell.push_str(&clock(*to));
        }
    }
    let again = from_days(&days(&cells)).osm?;
    (canonical(&again)? == canonical(osm)?).then_some(cells)
}

fn days(cells: &[[String; 2]; 7]) -> [Vec<String>; 7] {
    cells.clone().map(|it| it.into_iter().filter(|cell| !cell.trim().is_empty()).collect())
}

fn clock(minute: u16) -> String {
    format!("{}h{:02}", minute / 60, minute % 60)
}

/// The hours that were typed, in the grammar; or what is wrong, and beside which name.
pub fn understood(typed: &Typed) -> Result<String, (String, Refusal)> {
    let said =
        |name: &str| typed.iter().find(|(it, _)| it == name).map_or("", |(_, value)| value.trim());
    let refused = |name: &str, value: &str| {
        (name.to_owned(), Refusal::HoursUnreadable { value: value.chars().take(120).collect() })
    };
    let words = said(WORDS);
    if !words.is_empty() {
        let read = from_text(words);
        let osm = read.osm.filter(|it| Hours::parse(it).is_some());
        return osm.ok_or_else(|| refused(WORDS, words));
    }
    let mut cells: [[String; 2]; 7] = Default::default();
    for (day, cells) in DAYS.iter().zip(&mut cells) {
        for (half, is_morning) in [true, false].into_iter().enumerate() {
            let name = name(day, is_morning);
            let cell = said(&name);
            let mut alone: [Vec<String>; 7] = Default::default();
            alone[0] = vec![cell.to_owned()];
            if !from_days(&alone).unread.is_empty() {
                return Err(refused(&name, cell));
            }
            cell.clone_into(&mut cells[half]);
        }
    }
    let read = from_days(&days(&cells));
    let osm = read.osm.unwrap_or_default();
    if osm.is_empty() || Hours::parse(&osm).is_some() {
        return Ok(osm);
    }
    Err(refused(WORDS, &osm))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pairs(osm: &str) -> Typed {
        typed(osm).into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    #[test]
    fn a_plain_week_is_shown_day_by_day() {
        let shown = pairs("Mo 09:00-12:00,14:00-17:30; Sa 09:00-12:00");
        assert_eq!(
            shown,
            [
                ("lundi_matin".into(), "9h00-12h00".into()),
                ("lundi_apres_midi".into(), "14h00-17h30".into()),
                ("samedi_matin".into(), "9h00-12h00".into()),
            ]
        );
    }

    #[test]
    fn what_a_plain_week_cannot_say_stays_in_words() {
        let odd = "week 1-53/2 Mo 09:00-12:00";
        assert_eq!(pairs(odd), [(WORDS.into(), odd.into())]);
        assert_eq!(understood(&pairs(odd)).unwrap(), canonical(odd).unwrap());
    }

    #[test]
    fn a_cell_that_says_nothing_of_hours_is_refused_beside_itself() {
        let typed = vec![("mardi_matin".to_owned(), "quand il pleut".to_owned())];
        assert_eq!(understood(&typed).unwrap_err().0, "mardi_matin");
        assert_eq!(understood(&Typed::new()).unwrap(), "");
    }

    proptest! {
        /// What the form shows of a week is read back as the same week.
        #[test]
        fn a_week_goes_through_the_form_unchanged(
            week in proptest::collection::vec(
                proptest::option::of((7_u16..12, 1_u16..5, 13_u16..18, 1_u16..4)), 7),
        ) {
            let mut days: [Vec<String>; 7] = Default::default();
            for (day, it) in days.iter_mut().zip(&week) {
                if let Some((from, long, again, more)) = it {
                    *day = vec![
                        format!("{from}h-{}h", (from + long).min(12)),
                        format!("{again}h30-{}h", again + more),
                    ];
                }
            }
            let osm = from_days(&days).osm.unwrap_or_default();
            let back = understood(&typed(&osm)).unwrap();
            prop_assert_eq!(canonical(&back), canonical(&osm));
        }
    }
}
