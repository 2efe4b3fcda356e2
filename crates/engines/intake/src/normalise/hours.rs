//! Opening hours: from columns by day, half-days, sentences in French or the `OpenStreetMap`
//! grammar, to the `OpenStreetMap` grammar.
//!
//! What qualifies a slot without changing it (`une semaine sur deux`, `sur rendez-vous`) is
//! kept as a comment of the grammar, in quotes, which readers show and treat as uncertain.
//! What cannot be read is handed back as text, never guessed.

mod cell;
mod osm;
mod sentence;
mod tokens;
mod week;

pub use osm::canonical;

use cell::Read;
use week::Week;

/// Longest text of hours looked at, in bytes.
const TEXT_MAX_BYTES: usize = 4_000;

/// Hours read, and what could not be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// In the `OpenStreetMap` grammar; `None` when nothing tells when the place opens.
    pub osm: Option<String>,
    /// Texts that could not be read, with their day when they had one.
    pub unread: Vec<String>,
}

/// Hours given day by day, Monday first; each day may have several cells (half-days).
pub fn from_days(days: &[Vec<String>; 7]) -> Hours {
    let mut week = Week::default();
    let mut hours = Hours::default();
    let mut doubtful = Vec::new();
    for (day, cells) in days.iter().enumerate() {
        let text = cells.join(" / ");
        match cell::read(&text, day) {
            Read::Nothing | Read::Closed => {}
            Read::Pieces(pieces) => week.add(day, pieces),
            Read::Unread => {
                let text = text.trim().trim_end_matches(" /").trim();
                hours.unread.push(format!("{} : {text}", FRENCH_DAYS[day]));
                doubtful.push((day, cell::remark(text)));
            }
        }
    }
    // A day that could not be read is shown with its words, not as closed.
    if week != Week::default() {
        for (day, piece) in doubtful {
            week.add(day, vec![piece]);
        }
    }
    hours.osm = week.to_osm();
    hours
}

/// Hours given in one text: the grammar, else a sentence in French.
pub fn from_text(text: &str) -> Hours {
    let plain = text.trim();
    if !plain.contains(char::is_alphanumeric) {
        return Hours::default();
    }
    if let Some(osm) = canonical(plain) {
        return Hours { osm: Some(osm), unread: Vec::new() };
    }
    if let Some(hours) = from_damaged_osm(plain) {
        return hours;
    }
    let read = (plain.len() <= TEXT_MAX_BYTES).then(|| sentence::read(plain)).flatten();
    match read {
        Some(week) => Hours { osm: week.to_osm(), unread: Vec::new() },
        None => Hours { osm: None, unread: vec![plain.to_owned()] },
    }
}

/// Hours that hold only in the weeks a text tells of (`Semaine impaire`); `None` when it tells
/// of none, or when they cannot be put so.
pub fn in_weeks(osm: &str, text: &str) -> Option<String> {
    let folded = super::text::fold(text);
    let weeks = match folded.split(' ').find(|word| word.contains("paire"))? {
        "paire" | "paires" => "week 2-52/2",
        _ => "week 1-53/2",
    };
    let rules = osm.split(';').map(str::trim).map(|rule| {
        let is_free =
            !rule.starts_with("week") && !rule.starts_with("PH") && !rule.starts_with("SH");
        if is_free { format!("{weeks} {rule}") } else { rule.to_owned() }
    });
    canonical(&rules.collect::<Vec<_>>().join("; "))
}

/// Hours in the grammar but for some rules: those are shown with their words, as remarks on
/// their days, and handed back.
fn from_damaged_osm(text: &str) -> Option<Hours> {
    let mut hours = Hours::default();
    let mut rules = Vec::new();
    for rule in text.split(';').map(str::trim).filter(|rule| !rule.is_empty()) {
        let without_void = osm::without_void_slots(rule);
        if without_void.as_deref() == Some("") {
            continue;
        }
        let kept = canonical(without_void.as_deref().unwrap_or(rule));
        if let Some(rule) = kept {
            rules.push(rule);
        } else {
            hours.unread.push(rule.to_owned());
            rules.push(osm::as_remark(rule)?);
        }
    }
    let all_bad = hours.unread.len() == rules.len();
    hours.osm = Some(rules.join("; ")).filter(|_| !all_bad);
    (hours.osm.is_some() || rules.is_empty()).then_some(hours)
}

const FRENCH_DAYS: [&str; 7] =
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

#[cfg(test)]
mod tests;
