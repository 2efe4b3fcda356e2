//! A week of hours and how the `OpenStreetMap` grammar writes it.

use std::fmt::Write;

pub(super) const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// From one minute of the day to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) start: u16,
    pub(super) end: u16,
}

/// Which weeks of the year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Weeks {
    #[default]
    All,
    Even,
    Odd,
}

/// What is said of slots besides when they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Note {
    pub(super) text: String,
    /// Whether the slots hold whatever the note says.
    pub(super) is_certain: bool,
}

/// Slots of one day under the same conditions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) weeks: Weeks,
    /// Which of the month (`1`, `3`, `-1` for the last); all when empty.
    pub(super) nth: Vec<i8>,
    pub(super) slots: Vec<Slot>,
    pub(super) note: Option<Note>,
}

/// The pieces of each day, Monday first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Week {
    days: [Vec<Piece>; 7],
}

impl Week {
    pub(super) fn add(&mut self, day: usize, pieces: Vec<Piece>) {
        for piece in pieces {
            let Some(known) = self.days.get_mut(day) else { return };
            let same = known.iter_mut().find(|known| {
                known.weeks == piece.weeks && known.nth == piece.nth && known.note == piece.note
            });
            match same {
                Some(known) => known.slots = merged(&known.slots, &piece.slots),
                None => known.push(piece),
            }
        }
    }

    pub(super) fn close(&mut self, day: usize) {
        if let Some(known) = self.days.get_mut(day) {
            known.clear();
        }
    }

    /// The grammar's text. Days that say the same are written together; what a day adds to its
    /// first piece comes after, as additions (`,`), which do not override (`;`).
    pub(super) fn to_osm(&self) -> Option<String> {
        let mut out = String::new();
        let most = self.days.iter().map(Vec::len).max().unwrap_or(0);
        for rank in 0..most {
            let mut done = [false; 7];
            for day in 0..7 {
                let Some(piece) = self.days[day].get(rank).filter(|_| !done[day]) else { continue };
                let same: Vec<usize> =
                    (day..7).filter(|other| self.days[*other].get(rank) == Some(piece)).collect();
                for other in &same {
                    done[*other] = true;
                }
                if !out.is_empty() {
                    out.push_str(if rank == 0 { "; " } else { ", " });
                }
                write_piece(&mut out, piece, &same);
            }
        }
        (!out.is_empty()).then_some(out)
    }
}

fn write_piece(out: &mut String, piece: &Piece, days: &[usize]) {
    match piece.weeks {
        Weeks::All => {}
        Weeks::Even => out.push_str("week 2-52/2 "),
        Weeks::Odd => out.push_str("week 1-53/2 "),
    }
    out.push_str(&day_list(days, &nth_list(&piece.nth)));
    for (position, slot) in piece.slots.iter().enumerate() {
        out.push(if position == 0 { ' ' } else { ',' });
        let (start, end) = (slot.start, slot.end);
        let end = if end > 1_440 { end - 1_440 } else { end };
        // Writing to a text cannot fail.
        let _ = write!(out, "{:02}:{:02}-{:02}:{:02}", start / 60, start % 60, end / 60, end % 60);
    }
    if let Some(note) = &piece.note {
        out.push_str(if note.is_certain { " open \"" } else { " \"" });
        out.push_str(&note.text);
        out.push('"');
    }
}

fn nth_list(nth: &[i8]) -> String {
    if nth.is_empty() {
        return String::new();
    }
    let numbers: Vec<String> = nth.iter().map(ToString::to_string).collect();
    format!("[{}]", numbers.join(","))
}

/// `Mo-Fr`, `Mo,We`: three days in a row or more make a range.
fn day_list(days: &[usize], nth: &str) -> String {
    let mut parts = Vec::new();
    let mut rest = days;
    while let Some((first, _)) = rest.split_first() {
        let length = rest.iter().enumerate().take_while(|(i, day)| **day == first + i).count();
        let (run, after) = rest.split_at(length);
        if length >= 3 && nth.is_empty() {
            parts.push(format!("{}-{}", DAYS[run[0]], DAYS[run[length - 1]]));
        } else {
            parts.extend(run.iter().map(|day| format!("{}{nth}", DAYS[*day])));
        }
        rest = after;
    }
    parts.join(",")
}

/// Slots in order, those that touch joined.
pub(super) fn merged(a: &[Slot], b: &[Slot]) -> Vec<Slot> {
    let mut all = [a, b].concat();
    all.sort_by_key(|slot| slot.start);
    let mut merged: Vec<Slot> = Vec::with_capacity(all.len());
    for slot in all {
        match merged.last_mut() {
            Some(last) if slot.start <= last.end => last.end = last.end.max(slot.end),
            _ => merged.push(slot),
        }
    }
    merged
}
