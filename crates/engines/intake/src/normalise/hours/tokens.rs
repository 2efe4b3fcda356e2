//! Cutting a text of hours in French into times, days, words and signs.

use crate::normalise::text::fold;

/// What was met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A time of day, in minutes.
    Time(u16),
    /// A bare number of at most two digits, which may be an hour.
    Number(u16),
    /// A day of the week, Monday being 0.
    Day(usize),
    /// `-`, `à`, `au`: from one to another.
    Dash,
    /// `/`, `,`, `;`, `|`, `et`, a line break: one and another.
    Sep,
    /// `:` alone.
    Colon,
    /// Which of the month: 1 to 5, or -1 for the last.
    Ordinal(i8),
    /// Any other word, folded.
    Word(String),
}

/// What was met, and its text as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) text: String,
}

/// Cuts a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let characters: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut position = 0;
    while let Some(character) = characters.get(position) {
        let (kind, taken) = match character {
            '0'..='9' => number(&characters[position..]),
            '-' | '–' | '—' | '‐' | '−' | '>' | '→' => (Some(Kind::Dash), 1),
            '/' | ',' | ';' | '|' | '\n' | '+' | '&' | '•' => (Some(Kind::Sep), 1),
            ':' => (Some(Kind::Colon), 1),
            letter if letter.is_alphabetic() => word(&characters[position..]),
            _ => (None, 1),
        };
        if let Some(kind) = kind {
            let text = characters[position..position + taken].iter().collect();
            tokens.push(Token { kind, text });
        }
        position += taken;
    }
    tokens
}

/// A time or a number. `9h`, `9h30`, `9 h 30`, `9:30`, `9.30`, `0930`, `9`, `1er`.
fn number(at: &[char]) -> (Option<Kind>, usize) {
    let digits = digits_at(at, 0);
    let value = value_of(&at[..digits]);
    let glued = value / 100 * 60 + value % 100;
    if digits == 4 && value % 100 < 60 && glued <= 1_440 {
        return (Some(Kind::Time(glued)), 4);
    }
    if digits > 2 {
        return (Some(Kind::Word(at[..digits].iter().collect())), digits);
    }
    let after = digits + spaces_at(at, digits);
    if let Some(marker) = marker_at(at, after, digits) {
        let (minutes, end) = minutes_at(at, after + marker, after > digits);
        let time = value * 60 + minutes;
        if time <= 1_440 {
            return (Some(Kind::Time(time)), end);
        }
    }
    if let Some((nth, length)) = ordinal_at(at, digits, value) {
        return (Some(Kind::Ordinal(nth)), length);
    }
    (Some(Kind::Number(value)), digits)
}

fn digits_at(at: &[char], from: usize) -> usize {
    at.iter().skip(from).take_while(|c| c.is_ascii_digit()).count()
}

fn spaces_at(at: &[char], from: usize) -> usize {
    at.iter().skip(from).take_while(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}')).count()
}

fn value_of(digits: &[char]) -> u16 {
    digits.iter().fold(0_u16, |value, digit| {
        let digit = digit.to_digit(10).and_then(|digit| u16::try_from(digit).ok());
        value.saturating_mul(10).saturating_add(digit.unwrap_or(0))
    })
}

/// The length of what says "hours" after the digits, if something does.
fn marker_at(at: &[char], from: usize, digits: usize) -> Option<usize> {
    let next_is_letter = |offset: usize| at.get(from + offset).is_some_and(|c| c.is_alphabetic());
    match at.get(from)? {
        'h' | 'H' => {
            let rest: String = at[from..].iter().take(6).collect::<String>().to_lowercase();
            if rest.starts_with("heures") {
                Some(6)
            } else if rest.starts_with("heure") {
                Some(5)
            } else if next_is_letter(1) && !glued_to_word(&rest) {
                None
            } else {
                Some(if rest.starts_with("hh") || rest.starts_with("h:") { 2 } else { 1 })
            }
        }
        ':' if from == digits || digits_at(at, from + 1) == 2 => Some(1),
        '.' if from == digits && digits_at(at, from + 1) == 2 => Some(1),
        _ => None,
    }
}

/// Whether what follows the `h` is a word glued to it (`17HMardi`, `12hà`), not the rest of
/// a word in `h`: no French word begins so.
fn glued_to_word(rest: &str) -> bool {
    rest.chars().nth(1).is_some_and(|letter| "ahmjvsldà".contains(letter))
}

/// Minutes after the marker, and where they end. Two digits that are themselves followed by an
/// hour marker are the next hour, not minutes; so are those apart from a marker that was not
/// (`9-12H 14-18H`), when they can be an hour.
fn minutes_at(at: &[char], from: usize, is_spaced: bool) -> (u16, usize) {
    let start = from + spaces_at(at, from);
    let digits = digits_at(at, start);
    let end = start + digits;
    if digits != 2 {
        return (0, from);
    }
    let value = value_of(&at[start..end]);
    let next = end + spaces_at(at, end);
    let is_followed = match at.get(next) {
        Some('h' | 'H') => value <= 24,
        Some(':') => value <= 24 && (start > from || digits_at(at, next + 1) == 2),
        _ => false,
    };
    let seconds_follow = at.get(end) == Some(&':')
        && digits_at(at, end + 1) == 2
        && value_of(&at[end + 1..end + 3]) == 0
        && at.get(end + 3) != Some(&':');
    if seconds_follow && start == from {
        return (value.min(59), end + 3);
    }
    // "8:30:12:30": the second colon stands for a dash.
    let dash_follows = start == from && at.get(end) == Some(&':') && next == end;
    let is_apart = start > from && !is_spaced && value <= 24;
    if value >= 60 || is_apart || (is_followed && !dash_follows) {
        return (0, from);
    }
    let stray = usize::from(matches!(at.get(end), Some('h' | 'H')));
    (value, end + stray)
}

fn ordinal_at(at: &[char], digits: usize, value: u16) -> Option<(i8, usize)> {
    let suffix: String = at[digits..].iter().take_while(|c| c.is_alphabetic()).collect();
    let folded = fold(&suffix);
    let is_suffix = matches!(folded.as_str(), "er" | "e" | "eme" | "ere" | "nd" | "nde" | "ieme");
    let nth = i8::try_from(value).ok().filter(|nth| (1..=5).contains(nth))?;
    is_suffix.then(|| (nth, digits + suffix.chars().count()))
}

/// A word, a day, or one of the little words that are signs.
fn word(at: &[char]) -> (Option<Kind>, usize) {
    let length = at.iter().take_while(|c| c.is_alphabetic()).count();
    let text: String = at[..length].iter().collect();
    let folded = fold(&text);
    let kind = match folded.as_str() {
        "a" | "au" | "jusqu" | "jusque" => Kind::Dash,
        "et" | "puis" => Kind::Sep,
        "midi" => Kind::Time(720),
        "minuit" => Kind::Time(1_440),
        "premier" | "premiers" | "premiere" => Kind::Ordinal(1),
        "deuxieme" | "second" | "deuxiemes" => Kind::Ordinal(2),
        "troisieme" | "troisiemes" => Kind::Ordinal(3),
        "quatrieme" | "quatriemes" => Kind::Ordinal(4),
        "dernier" | "derniers" => Kind::Ordinal(-1),
        "" => return (None, length),
        other => day(other).map_or_else(|| Kind::Word(folded.clone()), Kind::Day),
    };
    (Some(kind), length)
}

fn day(word: &str) -> Option<usize> {
    const NAMES: [(&str, &str, &str); 7] = [
        ("lundi", "lun", "lu"),
        ("mardi", "mar", "ma"),
        ("mercredi", "mer", "me"),
        ("jeudi", "jeu", "je"),
        ("vendredi", "ven", "ve"),
        ("samedi", "sam", "sa"),
        ("dimanche", "dim", "di"),
    ];
    let single = word.strip_suffix('s').unwrap_or(word);
    NAMES.iter().position(|(name, short, _)| *name == single || *short == word)
}
