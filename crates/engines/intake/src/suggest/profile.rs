//! What the values of a column look like.

use super::header::Header;
use super::knowledge::Knowledge;
use crate::normalise::hours::{from_days, from_text};
use crate::normalise::text::{clean, clean_lines, fold};
use crate::normalise::{coordinates, date, email, html, phone, pivot, reading, street, web};
use crate::standard::FieldName;
use crate::{Communes, RawRow};
use std::collections::{BTreeMap, HashSet};

/// Longest value looked at closely, in characters: more is prose.
const SHORT_MAX_CHARS: usize = 70;

/// What the values of one column look like. Shares are of its values that say something.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    pub(super) header: Header,
    /// Values that say something.
    pub(super) said: usize,
    /// How much the values speak for each field, from 0 to 1; absent: not at all.
    pub(super) speaks: BTreeMap<FieldName, f64>,
    /// Values that are a yes, a no or a number of one digit.
    pub(super) flags: f64,
    /// Whether the column says at most one thing, and is often silent.
    pub(super) is_constant: bool,
    /// Values longer than a name or an address.
    pub(super) prose: f64,
    /// Values that are only digits.
    pub(super) digits: f64,
    /// Different values among those said.
    pub(super) distinct: f64,
    /// Values that name metres of Lambert-93.
    pub(super) metres: f64,
    /// Values that hold latitude and longitude together.
    pub(super) pairs: f64,
    /// Values that hold street, postcode and town.
    pub(super) lines: f64,
    /// The day of the week that the name says, Monday first.
    pub(super) day: Option<usize>,
    /// Separator met inside values, when most hold lists.
    pub(super) split: Option<&'static str>,
    /// Values that mean yes among the flags.
    pub(super) yes: Vec<String>,
}

const DAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

impl Profile {
    pub(super) fn of(
        column: &str,
        rows: &[RawRow],
        knowledge: &Knowledge,
        communes: &Communes,
    ) -> Self {
        let header = Header::new(column);
        let day = DAYS.iter().position(|day| header.words.iter().any(|word| word == day));
        let mut profile = Self { header, day, ..Self::default() };
        let mut counted: BTreeMap<FieldName, f64> = BTreeMap::new();
        let mut different = HashSet::new();
        let mut splits = [0.0_f64; 4];
        for row in rows {
            let plain = reading::plain(row.get(column));
            let stripped = html::strip(&plain);
            let value = clean(&stripped);
            if reading::is_blank(&value) {
                continue;
            }
            profile.said += 1;
            if reads_as_hours(&clean_lines(&stripped), day) {
                *counted.entry(FieldName::Hours).or_default() += 1.0;
            }
            profile.look(&value, &mut counted, knowledge, communes);
            for (count, split) in splits.iter_mut().zip(SPLITS) {
                *count += f64::from(u8::from(value.contains(split)));
            }
            different.insert(value.into_owned());
        }
        profile.is_constant = different.len() == 1 && profile.said * 10 < rows.len() * 9;
        profile.close(counted, &different, splits);
        profile
    }

    /// Adds what one value says.
    fn look(
        &mut self,
        value: &str,
        counted: &mut BTreeMap<FieldName, f64>,
        knowledge: &Knowledge,
        communes: &Communes,
    ) {
        let mut add = |field, holds: bool| {
            if holds {
                *counted.entry(field).or_default() += 1.0;
            }
        };
        let length = value.chars().count();
        let is_short = length <= SHORT_MAX_CHARS;
        self.prose += f64::from(u8::from(!is_short));
        let is_digits = value.chars().all(|c| c.is_ascii_digit());
        self.digits += f64::from(u8::from(is_digits));
        if is_flag(value) {
            self.flags += 1.0;
        }
        let metres =
            coordinates::number(value).is_some_and(|it| (90_000.0..7_300_000.0).contains(&it));
        self.metres += f64::from(u8::from(metres && length >= 6));
        self.pairs += f64::from(u8::from(coordinates::pair(value).is_some()));
        add(FieldName::Emails, is_short && !email::parse(value).is_empty());
        let is_web = value.contains("www.") || value.contains("://");
        add(FieldName::Websites, is_web && !web::parse(value).is_empty());
        let digits = value.chars().filter(char::is_ascii_digit).count();
        let is_decimal = value.contains('.') && value.parse::<f64>().is_ok();
        let is_phone = is_short && digits >= 9 && digits * 2 >= length && !is_decimal;
        add(FieldName::Phone, is_phone && !phone::parse(value, "").numbers.is_empty());
        let is_code = is_digits && (4..=5).contains(&length);
        let padded = format!("{value:0>5}");
        let has_postcode = is_code && communes.by_postcode(&padded).next().is_some();
        add(FieldName::Postcode, has_postcode);
        let code = if is_digits { padded.as_str() } else { value };
        add(FieldName::CommuneCode, (4..=5).contains(&length) && communes.by_code(code).is_some());
        add(FieldName::Commune, is_short && communes.by_name(value).next().is_some());
        let compact: String = value.chars().filter(|c| !c.is_whitespace()).collect();
        let is_pivot = matches!(compact.len(), 9 | 10 | 14);
        add(
            FieldName::Pivot,
            is_pivot && matches!(pivot::parse(&compact, ""), pivot::Pivot::Official(_)),
        );
        add(FieldName::UpdatedOn, (8..=30).contains(&length) && date::parse(value).is_some());
        let degrees = coordinates::number(value).filter(|_| value.contains(['.', ',']));
        add(
            FieldName::Latitude,
            degrees.is_some_and(|it| (41.0..51.5).contains(&it) || (-21.5..18.0).contains(&it)),
        );
        add(
            FieldName::Longitude,
            degrees.is_some_and(|it| (-5.5..10.0).contains(&it) || (-63.2..56.0).contains(&it)),
        );
        let line = street::cut_line(value);
        let is_line = line.postcode.is_some() && length > 12;
        self.lines += f64::from(u8::from(is_line));
        add(FieldName::Street, is_short && (street::has_number(value) || is_line));
        if length <= 300 {
            for (field, vocabulary) in knowledge.vocabularies() {
                let knows = vocabulary.meaning(value).is_some_and(|words| !words.is_empty());
                add(field, knows && !is_flag(value));
            }
        }
        if is_flag(value)
            && is_yes(value)
            && self.yes.len() < 6
            && !self.yes.contains(&value.to_owned())
        {
            self.yes.push(value.to_owned());
        }
    }

    /// Turns counts into shares.
    fn close(
        &mut self,
        counted: BTreeMap<FieldName, f64>,
        different: &HashSet<String>,
        splits: [f64; 4],
    ) {
        let said = real(self.said.max(1));
        self.speaks = counted.into_iter().map(|(field, count)| (field, count / said)).collect();
        for share in [
            &mut self.flags,
            &mut self.prose,
            &mut self.digits,
            &mut self.metres,
            &mut self.pairs,
            &mut self.lines,
        ] {
            *share /= said;
        }
        self.distinct = real(different.len()) / said;
        let most = splits.iter().zip(SPLITS).max_by(|(a, _), (b, _)| a.total_cmp(b));
        self.split = most.filter(|(count, _)| **count >= said * 0.25).map(|(_, split)| split);
    }

    /// Whether the column says yes or no, or always the same thing.
    pub(super) fn is_flag(&self) -> bool {
        self.said > 0 && (self.flags > 0.8 || self.is_constant)
    }

    /// How much the values speak for a field, from 0 to 1.
    pub(super) fn speaks_for(&self, field: FieldName) -> f64 {
        self.speaks.get(&field).copied().unwrap_or(0.0)
    }
}

const SPLITS: [&str; 4] = ["|", ";", ",", " / "];

fn reads_as_hours(value: &str, day: Option<usize>) -> bool {
    if value.chars().filter(char::is_ascii_digit).count() < 2 {
        return false;
    }
    match day {
        Some(day) => {
            let mut days: [Vec<String>; 7] = Default::default();
            if let Some(cell) = days.get_mut(day) {
                cell.push(value.to_owned());
            }
            from_days(&days).osm.is_some()
        }
        None => from_text(value).osm.is_some(),
    }
}

fn is_flag(value: &str) -> bool {
    is_yes(value)
        || matches!(fold(value).as_str(), "non" | "false" | "faux" | "0" | "no" | "jamais")
}

fn is_yes(value: &str) -> bool {
    matches!(
        fold(value).as_str(),
        "oui" | "true" | "vrai" | "x" | "1" | "yes" | "souvent" | "toujours" | "de temps en temps"
    )
}

#[expect(clippy::cast_precision_loss, reason = "at most a few hundred rows are looked at")]
fn real(count: usize) -> f64 {
    count as f64
}
