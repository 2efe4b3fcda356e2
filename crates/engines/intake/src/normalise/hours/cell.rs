//! The hours of one day: `9h à 12h et 14h à 17h`, `9:00 - 12:00 / Sur RDV : 13:30 - 17:00`,
//! `Fermé`, `Semaines paires : 8h30-12h`.
//!
//! The tokens are cut into chunks where a slot is complete and a separator follows; each chunk
//! has its slots and its words. Words said before a colon hold until other words are said.

use super::tokens::{Kind, Token, tokens};
use super::week::{Note, Piece, Slot, Weeks, merged};

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Read {
    /// Nothing about that day.
    Nothing,
    /// Closed that day.
    Closed,
    /// Open, at these hours.
    Pieces(Vec<Piece>),
    /// Something that could not be read.
    Unread,
}

/// Longest comment kept, in characters.
const NOTE_MAX_CHARS: usize = 90;

/// Reads the hours of one day; `day` tells which name of a day may stand in the cell.
pub(super) fn read(text: &str, day: usize) -> Read {
    if text.len() > super::TEXT_MAX_BYTES {
        return Read::Unread;
    }
    let mut tokens = tokens(text);
    tokens.retain(|token| token.kind != Kind::Day(day));
    if tokens.iter().any(|token| matches!(token.kind, Kind::Day(_))) {
        return Read::Unread;
    }
    read_tokens(&tokens)
}

/// Words that could not be read, as a remark on the whole day.
pub(super) fn remark(text: &str) -> Piece {
    let note = Some(Note { text: remark_text(text), is_certain: false });
    Piece { note, ..Piece::default() }
}

fn remark_text(text: &str) -> String {
    let plain = text.replace(['"', '\\', '\n'], " ");
    plain.chars().take(NOTE_MAX_CHARS).collect::<String>().trim().to_owned()
}

/// Reads tokens that name no day.
pub(super) fn read_tokens(tokens: &[Token]) -> Read {
    let mut pieces: Vec<Piece> = Vec::new();
    // Words waiting for the slots they qualify, and words before a colon, which go on holding.
    let (mut waiting, mut held): (Option<Saying>, Option<Saying>) = (None, None);
    let mut aside: Option<String> = None;
    let mut is_closed = false;
    for chunk in &chunks(tokens) {
        let saying = Saying::of(&chunk.words);
        if chunk.times.is_empty() {
            match saying.without_times() {
                Aside::Nothing => {}
                Aside::Closed => is_closed = true,
                Aside::Appointment => aside = Some(saying.text_or("sur rendez-vous")),
                Aside::Words if !pieces.is_empty() => aside = Some(saying.text_or("")),
                Aside::Holds | Aside::Words => waiting = Some(saying.after(waiting.take())),
            }
            continue;
        }
        let contradicts = saying.has(Mark::Closed) && !saying.has(Mark::HalfDay);
        let Some(slots) = slots(&chunk.times).filter(|_| !contradicts) else {
            return Read::Unread;
        };
        let inherits = saying.is_empty() && waiting.is_none();
        let saying = match (inherits, held.take()) {
            (true, Some(before)) => before,
            _ => saying.after(waiting.take()),
        };
        if !slots.is_empty() {
            add(&mut pieces, saying.piece(slots));
        }
        held = (chunk.holds || inherits).then_some(saying).filter(|saying| !saying.is_empty());
    }
    if waiting.is_some_and(|waiting| !waiting.rest.is_empty()) {
        return Read::Unread;
    }
    concluded(pieces, aside, is_closed)
}

fn concluded(mut pieces: Vec<Piece>, aside: Option<String>, is_closed: bool) -> Read {
    match (pieces.is_empty(), aside) {
        (true, None) if is_closed => Read::Closed,
        (true, None) => Read::Nothing,
        (true, Some(text)) => Read::Pieces(vec![remark(&text)]),
        (false, Some(text)) => {
            with_aside(&mut pieces, text);
            Read::Pieces(pieces)
        }
        (false, None) => Read::Pieces(pieces),
    }
}

fn add(pieces: &mut Vec<Piece>, piece: Piece) {
    let same = pieces.iter_mut().find(|known| {
        known.weeks == piece.weeks && known.nth == piece.nth && known.note == piece.note
    });
    match same {
        Some(known) => known.slots = merged(&known.slots, &piece.slots),
        None => pieces.push(piece),
    }
}

/// What is said aside of slots (`l'après-midi sur rendez-vous`) does not make them uncertain.
fn with_aside(pieces: &mut [Piece], text: String) {
    if let Some(piece) = pieces.iter_mut().find(|piece| piece.note.is_none()) {
        piece.note = Some(Note { text, is_certain: true });
    }
}

/// Slots and the words around them.
#[derive(Debug, Default)]
struct Chunk {
    times: Vec<u16>,
    words: Vec<Token>,
    /// Whether the words were followed by a colon.
    holds: bool,
}

fn chunks(tokens: &[Token]) -> Vec<Chunk> {
    let mut chunks = vec![Chunk::default()];
    for (position, token) in tokens.iter().enumerate() {
        let Some(chunk) = chunks.last_mut() else { break };
        let complete = chunk.times.len().is_multiple_of(2);
        let is_afternoon =
            matches!(&token.kind, Kind::Time(720)) && follows_apres(tokens, position);
        match &token.kind {
            Kind::Time(_) if is_afternoon => chunk.words.push(token.clone()),
            Kind::Time(time) => chunk.times.push(*time),
            Kind::Number(hour) if is_hour(tokens, position) => chunk.times.push(hour * 60),
            Kind::Sep if complete => chunks.push(Chunk::default()),
            Kind::Colon => chunk.holds |= chunk.times.is_empty() && !chunk.words.is_empty(),
            Kind::Sep | Kind::Dash => {}
            Kind::Word(_) | Kind::Ordinal(_) | Kind::Number(_) | Kind::Day(_) => {
                chunk.words.push(token.clone());
            }
        }
    }
    chunks
}

fn follows_apres(tokens: &[Token], position: usize) -> bool {
    let before = tokens[..position].iter().rev().find(|token| token.kind != Kind::Dash);
    before.is_some_and(|token| matches!(&token.kind, Kind::Word(word) if word == "apres"))
}

/// A bare number is an hour next to a dash or a separator that leads to another time.
fn is_hour(tokens: &[Token], position: usize) -> bool {
    let Kind::Number(number) = tokens[position].kind else { return false };
    let is_sign = |token: &Token| matches!(token.kind, Kind::Dash | Kind::Sep);
    let is_time = |token: &Token| matches!(token.kind, Kind::Time(_) | Kind::Number(_));
    let after = tokens.get(position + 1).is_some_and(is_sign)
        && tokens.get(position + 2).is_some_and(is_time);
    let before = position >= 2 && is_sign(&tokens[position - 1]) && is_time(&tokens[position - 2]);
    let counts = tokens.get(position + 1).is_some_and(
        |token| matches!(&token.kind, Kind::Word(word) if COUNTED.contains(&word.as_str())),
    );
    number <= 24 && !counts && (after || before)
}

/// Words that make the number before them a count.
const COUNTED: [&str; 7] = ["par", "sur", "x", "fois", "semaine", "semaines", "jours"];

/// Times two by two, in order through the day; a slot that lasts no time is what tools
/// write for none. The last may end after midnight.
fn slots(times: &[u16]) -> Option<Vec<Slot>> {
    if !times.len().is_multiple_of(2) || times.len() > 12 {
        return None;
    }
    let mut slots: Vec<Slot> = Vec::with_capacity(times.len() / 2);
    for pair in times.chunks_exact(2) {
        let (start, mut end) = (pair[0], pair[1]);
        if end <= start && end <= 360 && start >= 900 {
            end += 1_440;
        }
        if start == end {
            continue;
        }
        let after = slots.last().map_or(0, |slot| slot.end);
        if start >= end || start < after {
            return None;
        }
        match slots.last_mut() {
            Some(last) if last.end == start => last.end = end,
            _ => slots.push(Slot { start, end }),
        }
    }
    Some(slots)
}

/// What the words of a chunk say.
#[derive(Clone, Debug, Default)]
struct Saying {
    weeks: Weeks,
    nth: Vec<i8>,
    marks: Vec<Mark>,
    /// Words that mean none of the above, as written.
    rest: Vec<String>,
    all: Vec<String>,
}

/// What a word can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// `sur rendez-vous`.
    Appointment,
    /// `fermé`.
    Closed,
    /// `matin` or `après-midi`.
    HalfDay,
    /// `non communiqués`.
    Unknown,
}

/// What words without times are.
enum Aside {
    Nothing,
    Closed,
    Appointment,
    /// Weeks or days of the month: they qualify what follows.
    Holds,
    Words,
}

impl Saying {
    fn of(words: &[Token]) -> Self {
        let mut saying = Self::default();
        for (position, token) in words.iter().enumerate() {
            saying.all.push(token.text.clone());
            let before = position.checked_sub(1).and_then(|before| words.get(before));
            saying.hear(token, before);
        }
        if saying.rest.is_empty() && !saying.has(Mark::Appointment) {
            saying.all.clear();
        }
        saying
    }

    fn has(&self, mark: Mark) -> bool {
        self.marks.contains(&mark)
    }

    fn hear(&mut self, token: &Token, before: Option<&Token>) {
        let is_after = |wanted: &str| {
            before.is_some_and(|token| matches!(&token.kind, Kind::Word(word) if word == wanted))
        };
        let word = match &token.kind {
            Kind::Ordinal(nth) => return self.nth.push(*nth),
            Kind::Word(word) => word.as_str(),
            Kind::Time(_) => return,
            _ => return self.rest.push(token.text.clone()),
        };
        match word {
            "paire" | "paires" => self.weeks = Weeks::Even,
            "impaire" | "impaires" => self.weeks = Weeks::Odd,
            "rdv" | "rendez" | "rv" if is_after("sans") => {}
            "rdv" | "rendez" | "rv" => self.marks.push(Mark::Appointment),
            "ferme" | "fermee" | "fermes" | "fermeture" | "closed" | "off" | "aucun" => {
                self.marks.push(Mark::Closed);
            }
            "mois" if !self.nth.is_empty() => {}
            "communique" | "communiques" | "renseigne" | "renseignes" | "nc" | "nr" => {
                self.marks.push(Mark::Unknown);
            }
            "matin" | "matins" | "matinee" | "apres" | "aprem" | "apm" => {
                self.marks.push(Mark::HalfDay);
            }
            _ if FILLERS.contains(&word) => {}
            _ => self.rest.push(token.text.clone()),
        }
    }

    /// What is said here, after what was said before.
    fn after(mut self, before: Option<Self>) -> Self {
        let Some(before) = before else { return self };
        if self.weeks == Weeks::All {
            self.weeks = before.weeks;
        }
        self.nth.splice(0..0, before.nth);
        self.rest.splice(0..0, before.rest);
        self.all.splice(0..0, before.all);
        self
    }

    fn is_empty(&self) -> bool {
        self.weeks == Weeks::All
            && self.nth.is_empty()
            && !self.has(Mark::Appointment)
            && self.rest.is_empty()
    }

    fn without_times(&self) -> Aside {
        let says_no = self.rest.iter().all(|word| is_no(word));
        if self.has(Mark::Unknown) {
            Aside::Nothing
        } else if self.has(Mark::Closed) && self.rest.len() <= 2 {
            Aside::Closed
        } else if self.has(Mark::Appointment) {
            Aside::Appointment
        } else if self.rest.is_empty() && self.is_empty() {
            Aside::Nothing
        } else if self.rest.is_empty() {
            Aside::Holds
        } else if says_no {
            Aside::Closed
        } else {
            Aside::Words
        }
    }

    /// The words as written, or the usual ones when nothing else is said.
    fn text_or(&self, usual: &str) -> String {
        if self.rest.is_empty() && !usual.is_empty() && !self.has(Mark::HalfDay) {
            return usual.to_owned();
        }
        remark_text(&self.all.join(" "))
    }

    fn piece(&self, slots: Vec<Slot>) -> Piece {
        let note = if self.rest.is_empty() && !self.has(Mark::Appointment) {
            None
        } else {
            let usual = if self.has(Mark::Appointment) { "sur rendez-vous" } else { "" };
            Some(Note { text: self.text_or(usual), is_certain: false })
        };
        Piece { weeks: self.weeks, nth: self.nth.clone(), slots, note }
    }
}

fn is_no(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "non" | "pas" | "accueil" | "neant" | "néant" | "x")
}

/// Words that say nothing about when.
const FILLERS: &[&str] = &[
    "de",
    "d",
    "des",
    "du",
    "le",
    "la",
    "les",
    "l",
    "aux",
    "en",
    "h",
    "hs",
    "heure",
    "heures",
    "horaire",
    "horaires",
    "ouvert",
    "ouverte",
    "ouverts",
    "ouverture",
    "ouvertures",
    "matin",
    "matins",
    "matinee",
    "apres",
    "aprem",
    "apm",
    "am",
    "pm",
    "soir",
    "midi",
    "journee",
    "continue",
    "continu",
    "non",
    "stop",
    "sans",
    "vous",
    "sur",
    "libre",
    "acces",
    "semaine",
    "semaines",
    "entre",
    "public",
    "chaque",
    "tous",
    "toutes",
    "toute",
    "jours",
    "jour",
    "accueil",
];
