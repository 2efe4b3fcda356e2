//! The part of the `OpenStreetMap` opening hours grammar that lists use, checked and written in
//! one form.
//!
//! ```text
//! hours   = "24/7" | rule { (";" | "," | "||") rule }
//! rule    = [ "week" weeks ] [ months ] [ days ] [ times ] [ modifier ] [ comment ]
//! weeks   = number [ "-" number [ "/" number ] ] { "," … }
//! months  = month [ day ] [ "-" [ month ] [ day ] ]
//! days    = day [ "-" day ] [ "[" nth { "," nth } "]" ] { "," … }
//! times   = time "-" time [ "+" ] { "," … }
//! ```

use super::week::DAYS;
use std::fmt::Write;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MODIFIERS: [&str; 4] = ["open", "off", "closed", "unknown"];

/// The hours in one form, or `None` when they are not in the grammar. Applied twice it changes
/// nothing more.
pub fn canonical(text: &str) -> Option<String> {
    if text.len() > super::TEXT_MAX_BYTES {
        return None;
    }
    let text = text.trim().trim_end_matches(';').trim_end();
    if text == "24/7" {
        return Some(text.to_owned());
    }
    let mut parser = Parser { rest: text, out: String::with_capacity(text.len()) };
    parser.rule()?;
    loop {
        parser.skip_spaces();
        if parser.rest.is_empty() {
            return Some(parser.out);
        }
        let sign = ["||", ";", ","].into_iter().find(|sign| parser.rest.starts_with(sign))?;
        parser.take(sign);
        parser.out.push_str(if sign == "||" { " || " } else { sign });
        if sign != "||" {
            parser.out.push(' ');
        }
        parser.rule()?;
    }
}

/// A rule without the slots that last no time (`14:00-14:00`), which tools write for none; empty
/// when nothing is left of it, `None` when it has none.
pub(super) fn without_void_slots(rule: &str) -> Option<String> {
    let (days, times) = rule.rsplit_once(' ')?;
    let is_void = |slot: &&str| slot.split_once('-').is_some_and(|(start, end)| start == end);
    if !times.split(',').any(|slot| is_void(&slot)) {
        return None;
    }
    let kept: Vec<&str> = times.split(',').filter(|slot| !is_void(slot)).collect();
    Some(if kept.is_empty() { String::new() } else { format!("{days} {}", kept.join(",")) })
}

/// A rule whose times are not in the grammar, as a remark on its days.
pub(super) fn as_remark(rule: &str) -> Option<String> {
    let (days, times) = rule.split_once(' ')?;
    let remark = format!("{days} \"{}\"", times.replace('"', " ").trim());
    canonical(&remark).filter(|_| times.len() <= 90)
}

struct Parser<'a> {
    rest: &'a str,
    out: String,
}

impl Parser<'_> {
    fn rule(&mut self) -> Option<()> {
        let start = self.out.len();
        self.skip_spaces();
        if self.take("week ") {
            self.out.push_str("week ");
            self.list(Self::week_range)?;
            self.space();
        }
        if self.month_ahead() {
            self.list(Self::month_range)?;
            self.space();
        }
        let named_days = self.day_ahead();
        if named_days {
            self.list(Self::day_range)?;
            self.take(":");
            self.space();
        }
        self.skip_spaces();
        let timed = self.rest.starts_with(|c: char| c.is_ascii_digit());
        if timed {
            self.list(Self::time_range)?;
            self.space();
        }
        let closed = self.modifier();
        let commented = self.comment()?;
        let length = self.out.trim_end().len();
        self.out.truncate(length);
        // Days alone would mean "all day long", which no list means.
        (length > start && (timed || closed || commented)).then_some(())
    }

    fn modifier(&mut self) -> bool {
        self.skip_spaces();
        let Some(word) = MODIFIERS.into_iter().find(|word| self.rest.starts_with(word)) else {
            return false;
        };
        self.take(word);
        self.out.push_str(if word == "closed" { "off" } else { word });
        self.space();
        true
    }

    /// `Some(false)` without a comment, `None` for one that does not end.
    fn comment(&mut self) -> Option<bool> {
        self.skip_spaces();
        let Some(from) = self.rest.strip_prefix('"') else { return Some(false) };
        let end = from.find('"').filter(|end| *end > 0)?;
        self.out.push('"');
        self.out.push_str(from.get(..end)?);
        self.out.push('"');
        self.rest = from.get(end + 1..)?;
        Some(true)
    }

    /// Items separated by commas; a comma not followed by an item ends the list untaken.
    fn list(&mut self, item: fn(&mut Self) -> Option<()>) -> Option<()> {
        item(self)?;
        loop {
            let (rest, length) = (self.rest, self.out.len());
            self.skip_spaces();
            if !self.take(",") {
                self.rest = rest;
                return Some(());
            }
            self.out.push(',');
            self.skip_spaces();
            if item(self).is_none() {
                self.rest = rest;
                self.out.truncate(length);
                return Some(());
            }
        }
    }

    fn day_ahead(&mut self) -> bool {
        self.skip_spaces();
        DAYS.iter().chain(&["PH", "SH"]).any(|day| self.rest.starts_with(day))
    }

    fn month_ahead(&mut self) -> bool {
        self.skip_spaces();
        MONTHS.iter().any(|month| self.rest.starts_with(month))
    }

    fn day_range(&mut self) -> Option<()> {
        if let Some(holiday) = ["PH", "SH"].into_iter().find(|day| self.rest.starts_with(day)) {
            self.take(holiday);
            self.out.push_str(holiday);
            return Some(());
        }
        self.word(&DAYS)?;
        if self.take("-") {
            self.out.push('-');
            return self.word(&DAYS);
        }
        if self.take("[") {
            self.out.push('[');
            self.list(Self::nth)?;
            self.take("]").then(|| self.out.push(']'))?;
        }
        Some(())
    }

    fn nth(&mut self) -> Option<()> {
        if self.take("-") {
            self.out.push('-');
        }
        self.number(1, 5, 1)
    }

    fn week_range(&mut self) -> Option<()> {
        self.number(1, 53, 1)?;
        if self.take("-") {
            self.out.push('-');
            self.number(1, 53, 1)?;
            if self.take("/") {
                self.out.push('/');
                self.number(2, 26, 1)?;
            }
        }
        Some(())
    }

    fn month_range(&mut self) -> Option<()> {
        self.word(&MONTHS)?;
        self.day_of_month()?;
        self.skip_spaces_before("-");
        if self.take("-") {
            self.out.push('-');
            self.skip_spaces();
            if self.month_ahead() {
                self.word(&MONTHS)?;
                self.day_of_month()?;
            } else {
                self.number(1, 31, 2)?;
            }
        }
        Some(())
    }

    fn day_of_month(&mut self) -> Option<()> {
        let digits = self.rest.strip_prefix(' ').unwrap_or_default();
        let length = digits.bytes().take_while(u8::is_ascii_digit).count();
        let is_time = digits.as_bytes().get(length) == Some(&b':');
        if length == 0 || length > 2 || is_time {
            return Some(());
        }
        self.take(" ");
        self.out.push(' ');
        self.number(1, 31, 2)
    }

    fn time_range(&mut self) -> Option<()> {
        let start = self.time()?;
        self.skip_spaces();
        if !(self.take("-") || self.take("–")) {
            return None;
        }
        self.out.push('-');
        self.skip_spaces();
        let end = self.time()?;
        let past_midnight = end <= 360 && start >= 900;
        (end > start || past_midnight).then_some(())
    }

    fn time(&mut self) -> Option<u16> {
        let start = self.out.len();
        self.number(0, 24, 2)?;
        self.take(":").then(|| self.out.push(':'))?;
        let digits = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        (digits == 2).then_some(())?;
        self.number(0, 59, 2)?;
        let written = self.out.get(start..)?;
        let (hours, minutes) = written.split_once(':')?;
        Some(hours.parse::<u16>().ok()? * 60 + minutes.parse::<u16>().ok()?)
            .filter(|time| *time <= 1_440)
    }

    fn number(&mut self, min: u16, max: u16, width: usize) -> Option<()> {
        let length = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let digits = self.rest.get(..length).filter(|digits| (1..=2).contains(&digits.len()))?;
        let number: u16 = digits.parse().ok().filter(|number| (min..=max).contains(number))?;
        // Writing to a text cannot fail.
        let _ = write!(self.out, "{number:0width$}");
        self.rest = self.rest.get(length..)?;
        Some(())
    }

    fn word(&mut self, words: &[&str]) -> Option<()> {
        let word = words.iter().find(|word| self.rest.starts_with(**word))?;
        let after = self.rest.get(word.len()..)?;
        if after.starts_with(|c: char| c.is_alphabetic()) {
            return None;
        }
        self.out.push_str(word);
        self.rest = after;
        Some(())
    }

    fn take(&mut self, text: &str) -> bool {
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn space(&mut self) {
        if !self.out.ends_with(' ') {
            self.out.push(' ');
        }
    }

    fn skip_spaces(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn skip_spaces_before(&mut self, sign: &str) {
        if self.rest.trim_start().starts_with(sign) {
            self.skip_spaces();
        }
    }
}
