//! Opening hours: plausible weeks, and the three ways lists write them.

use super::draw::Draw;
use super::sorts::Sort;

/// Openings of each day, Monday first, in minutes since midnight.
pub(super) type Week = [Vec<(u16, u16)>; 7];

/// The week of a place of this sort.
pub(super) fn week(sort: Sort, number: u32) -> Week {
    let mut draw = Draw::of("week", number);
    let mut week = match sort {
        Sort::Library => library(&mut draw),
        Sort::Fablab => {
            let late = draw.chance(60);
            let day = vec![(840, 1140)];
            let evening = vec![(840, if late { 1320 } else { 1200 })];
            [vec![], day.clone(), day.clone(), evening, day, vec![(600, 1080)], vec![]]
        }
        Sort::ThirdPlace => {
            let day = vec![(510, 1110)];
            let evening = vec![(510, 1260)];
            [day.clone(), day.clone(), day.clone(), evening, day, vec![], vec![]]
        }
        Sort::Reuse => {
            let day = vec![(600, 720), (840, 1080)];
            [vec![], vec![], day.clone(), vec![], day.clone(), day, vec![]]
        }
        _ => office(&mut draw),
    };
    if draw.chance(30) {
        let closed = usize::try_from(draw.below(5)).unwrap_or_default();
        week[closed].clear();
    }
    if matches!(sort, Sort::PublicSpace | Sort::SocialCentre | Sort::YouthClub) && draw.chance(30) {
        week[2] = vec![(540, 720), (840, 1200)];
    }
    week
}

fn library(draw: &mut Draw) -> Week {
    let opening = draw.pick(&[570, 600]);
    let afternoon = draw.pick(&[810, 840]);
    let evening = draw.pick(&[1080, 1110]);
    let half = vec![(afternoon, evening)];
    let whole = vec![(opening, 720), (afternoon, evening)];
    let late = vec![(afternoon, if draw.chance(25) { 1200 } else { evening })];
    let saturday = if draw.chance(70) { vec![(opening, 1020)] } else { vec![(opening, 750)] };
    [vec![], half.clone(), whole, half, late, saturday, vec![]]
}

fn office(draw: &mut Draw) -> Week {
    let opening = draw.pick(&[510, 525, 540, 540, 540]);
    let noon = draw.pick(&[720, 720, 735, 750]);
    let afternoon = draw.pick(&[810, 825, 840, 840]);
    let evening = draw.pick(&[1020, 1020, 1050, 1080]);
    let day = vec![(opening, noon), (afternoon, evening)];
    let friday = if draw.chance(40) { vec![(opening, noon)] } else { day.clone() };
    let saturday = if draw.chance(22) { vec![(540, 720)] } else { vec![] };
    [day.clone(), day.clone(), day.clone(), day, friday, saturday, vec![]]
}

/// The week of one stop of a bus: one half-day.
pub(super) fn stop(day: u32, is_morning: bool) -> Week {
    let mut week = Week::default();
    if let Some(hours) = week.get_mut(usize::try_from(day).unwrap_or_default()) {
        hours.push(if is_morning { (570, 735) } else { (840, 1005) });
    }
    week
}

/// The grammar of `OpenStreetMap`: `Mo-Th 09:00-12:00,14:00-17:00; Sa 09:00-12:00`.
pub(super) fn osm(week: &Week) -> String {
    let rules = runs(week).into_iter().map(|(first, last, hours)| {
        let slots: Vec<String> =
            hours.iter().map(|(from, to)| format!("{}-{}", clock(*from), clock(*to))).collect();
        let days = match (OSM_DAYS[first], OSM_DAYS[last]) {
            (first, last) if first == last => first.to_owned(),
            (first, last) => format!("{first}-{last}"),
        };
        format!("{days} {}", slots.join(","))
    });
    rules.collect::<Vec<_>>().join("; ")
}

/// A sentence: `Du lundi au jeudi de 9h à 12h et de 14h à 17h, le samedi de 9h à 12h`.
pub(super) fn sentence(week: &Week) -> String {
    let parts = runs(week).into_iter().map(|(first, last, hours)| {
        let slots: Vec<String> =
            hours.iter().map(|(from, to)| format!("de {} à {}", said(*from), said(*to))).collect();
        let days = match (DAYS[first], DAYS[last]) {
            (first, last) if first == last => format!("le {first}"),
            (first, last) => format!("du {first} au {last}"),
        };
        format!("{days} {}", slots.join(" et "))
    });
    format!("Ouvert {}", parts.collect::<Vec<_>>().join(", "))
}

/// The cell of one day: `9h-12h / 14h-17h30`, `Fermé`.
pub(super) fn day_cell(hours: &[(u16, u16)]) -> String {
    if hours.is_empty() {
        return "Fermé".to_owned();
    }
    let slots: Vec<String> =
        hours.iter().map(|(from, to)| format!("{}-{}", said(*from), said(*to))).collect();
    slots.join(" / ")
}

/// Days of the week as columns and sentences say them.
pub(super) const DAYS: [&str; 7] =
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

const OSM_DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// Days in a row that open at the same hours: first, last, hours.
type Run<'a> = (usize, usize, &'a [(u16, u16)]);

fn runs(week: &Week) -> Vec<Run<'_>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    for (day, hours) in week.iter().enumerate().filter(|(_, hours)| !hours.is_empty()) {
        match runs.last_mut() {
            Some((_, last, known)) if *last + 1 == day && *known == hours.as_slice() => *last = day,
            _ => runs.push((day, day, hours)),
        }
    }
    runs
}

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn said(minutes: u16) -> String {
    match minutes % 60 {
        0 => format!("{}h", minutes / 60),
        rest => format!("{}h{rest:02}", minutes / 60),
    }
}
