//! Hours in a sentence that names its days: `Les lundi et jeudi de 9h à 17h`, `9h-12h du lundi
//! au vendredi`, one line per day.

use super::cell::{Read, read_tokens};
use super::tokens::{Kind, Token, tokens};
use super::week::Week;

/// Reads a sentence; `None` when any part of it could not be.
pub(super) fn read(text: &str) -> Option<Week> {
    let tokens = with_every_day(tokens(text));
    let first_day = tokens.iter().position(|token| matches!(token.kind, Kind::Day(_)))?;
    let first_time = tokens.iter().position(|token| matches!(token.kind, Kind::Time(_)));
    let mut week = Week::default();
    if first_time.is_some_and(|first_time| first_time < first_day) {
        times_before_days(&tokens, &mut week)?;
    } else {
        days_before_times(&tokens, first_day, &mut week)?;
    }
    week.to_osm().map(|_| week)
}

/// `tous les jours` names every day, `la semaine` those from Monday to Friday.
fn with_every_day(tokens: Vec<Token>) -> Vec<Token> {
    let is = |position: usize, wanted: &str| {
        let token = tokens.get(position);
        token.is_some_and(|token| matches!(&token.kind, Kind::Word(word) if word == wanted))
    };
    let found = (0..tokens.len()).find_map(|at| {
        if is(at, "tous") && is(at + 2, "jours") {
            return Some((at, 3, 6));
        }
        let is_week = (is(at, "la") || is(at, "en")) && is(at + 1, "semaine");
        let is_other = ["paire", "impaire", "sur"].iter().any(|word| is(at + 2, word));
        (is_week && !is_other).then_some((at, 2, 4))
    });
    let Some((position, length, last)) = found else { return tokens };
    let token = |kind: Kind| Token { kind, text: String::new() };
    let days = [token(Kind::Day(0)), token(Kind::Dash), token(Kind::Day(last))];
    [&tokens[..position], &days, &tokens[position + length..]].concat()
}

fn days_before_times(tokens: &[Token], first_day: usize, week: &mut Week) -> Option<()> {
    let (prelude, rest) = tokens.split_at(first_day);
    let mut before: Vec<Token> = prelude.to_vec();
    let mut rest = rest;
    let mut days: Vec<usize> = Vec::new();
    while !rest.is_empty() {
        let (named, taken) = day_list(rest);
        days.extend(named);
        rest = &rest[taken..];
        let end = rest.iter().position(|token| matches!(token.kind, Kind::Day(_)));
        let (content, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        let (content, next_before) = without_tail(content, !after.is_empty());
        match read_tokens(&[before.as_slice(), content].concat()) {
            Read::Pieces(pieces) => {
                for day in &days {
                    week.add(*day, pieces.clone());
                }
                days.clear();
            }
            Read::Closed => {
                for day in &days {
                    week.close(*day);
                }
                days.clear();
            }
            Read::Nothing => {}
            Read::Unread => return None,
        }
        before = next_before;
    }
    days.is_empty().then_some(())
}

fn times_before_days(tokens: &[Token], week: &mut Week) -> Option<()> {
    let mut rest = tokens;
    while !rest.is_empty() {
        let Some(start) = rest.iter().position(|token| matches!(token.kind, Kind::Day(_))) else {
            return matches!(read_tokens(rest), Read::Nothing).then_some(());
        };
        let (content, after) = rest.split_at(start);
        let (days, taken) = day_list(after);
        rest = &after[taken..];
        match read_tokens(content) {
            Read::Pieces(pieces) => {
                for day in days {
                    week.add(day, pieces.clone());
                }
            }
            Read::Closed => {
                for day in days {
                    week.close(day);
                }
            }
            Read::Nothing | Read::Unread => return None,
        }
    }
    Some(())
}

/// The days named from here on, and how many tokens name them: `lundi, mardi et jeudi`,
/// `du lundi au vendredi`, `du mardi au samedi sauf jeudi`.
fn day_list(tokens: &[Token]) -> (Vec<usize>, usize) {
    let mut days: Vec<usize> = Vec::new();
    let mut taken = 0;
    let mut range_due = false;
    let mut excluding = false;
    for (position, token) in tokens.iter().enumerate() {
        match &token.kind {
            Kind::Day(day) => {
                let from = if range_due { days.last().copied() } else { None };
                let named: Vec<usize> = match from {
                    Some(from) if from <= *day => (from..=*day).collect(),
                    Some(from) => (from..7).chain(0..=*day).collect(),
                    None => vec![*day],
                };
                for day in named {
                    if excluding {
                        days.retain(|known| *known != day);
                    } else if !days.contains(&day) {
                        days.push(day);
                    }
                }
                range_due = false;
                taken = position + 1;
            }
            Kind::Dash => range_due = taken == position,
            Kind::Sep => {}
            Kind::Word(word) if matches!(word.as_str(), "sauf" | "hormis" | "excepte") => {
                excluding = true;
            }
            Kind::Word(word) if matches!(word.as_str(), "le" | "les" | "du" | "l" | "de") => {}
            _ => break,
        }
    }
    (days, taken)
}

/// Cuts from the end of a content what belongs to the day that follows: `le 1er et le 3ème`.
fn without_tail(content: &[Token], day_follows: bool) -> (&[Token], Vec<Token>) {
    if !day_follows {
        return (content, Vec::new());
    }
    let belongs = |token: &Token| match &token.kind {
        Kind::Ordinal(_) | Kind::Sep => true,
        Kind::Word(word) => matches!(word.as_str(), "le" | "les" | "du" | "de" | "chaque" | "un"),
        _ => false,
    };
    let tail = content.iter().rev().take_while(|token| belongs(token)).count();
    let (content, tail) = content.split_at(content.len() - tail);
    (content, tail.iter().filter(|t| matches!(t.kind, Kind::Ordinal(_))).cloned().collect())
}
