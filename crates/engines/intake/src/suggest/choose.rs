//! Which field each column seems to hold.

use super::knowledge::Knowledge;
use super::profile::Profile;
use crate::standard::FieldName;
use std::collections::BTreeMap;

/// What a column seems to hold.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnGuess {
    /// The column.
    pub column: String,
    /// The field proposed; none when nothing speaks for one.
    pub field: Option<FieldName>,
    /// Whether the rows looked at say anything in it.
    pub says_something: bool,
    /// How sure, from 0 to 1.
    pub confidence: f64,
    /// How the values are to be read.
    pub reading: Reading,
    /// Separator met inside the values.
    pub split: Option<&'static str>,
}

/// How the values of a column are to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// As they are.
    #[default]
    Plain,
    /// Street, postcode and town in one line.
    AddressLine,
    /// Metres of Lambert-93.
    Lambert93,
    /// Latitude and longitude in one cell.
    Pair,
    /// Hours of a day of the week, Monday being 0.
    Day(usize),
    /// A yes or a no: when yes, these words of the field hold.
    Flag {
        /// Words of the standard.
        words: Vec<String>,
        /// Values that mean yes.
        yes: Vec<String>,
    },
}

/// How the name and the values of a column weigh for a field.
struct Weighing {
    /// What the values must reach for the field to be believed, when the column says something.
    values_min: f64,
    /// Whether values that speak suffice, whatever the name.
    values_suffice: bool,
    /// Whether two columns may share the field.
    is_shared: bool,
}

/// Below this, a column is left out.
const CONFIDENCE_MIN: f64 = 0.52;

/// The fields, in the order the proposals are settled, and how they weigh.
fn weighing(field: FieldName) -> Weighing {
    use FieldName as F;
    let (values_min, values_suffice, is_shared) = match field {
        F::Emails | F::Websites => (0.3, true, true),
        F::Phone => (0.4, true, true),
        F::Postcode => (0.6, false, false),
        F::Pivot => (0.2, false, true),
        F::UpdatedOn => (0.4, false, false),
        F::Hours => (0.2, true, true),
        F::Services | F::Kinds | F::Publics | F::Costs | F::Support | F::Access => {
            (0.25, false, true)
        }
        F::Care | F::Programmes | F::Trainings | F::Itinerance => (0.1, false, true),
        F::Name | F::Id | F::Source => (0.0, false, false),
        F::CommuneCode
        | F::Commune
        | F::Latitude
        | F::Longitude
        | F::AcceslibreUrl
        | F::BookingUrl => (0.5, false, false),
        _ => (0.0, false, true),
    };
    Weighing { values_min, values_suffice, is_shared }
}

/// Gives each column the field that its name and its values speak for most. A field that one
/// column fills goes to the surest; the others take what they speak for next.
pub(super) fn choose(
    columns: &[String],
    profiles: &[Profile],
    knowledge: &Knowledge,
) -> Vec<ColumnGuess> {
    let mut ranked: Vec<Vec<(FieldName, f64)>> =
        profiles.iter().map(|profile| ranking(profile, knowledge)).collect();
    while let Some((column, field)) = second_claim(&ranked) {
        if let Some(claims) = ranked.get_mut(column) {
            claims.retain(|(known, _)| *known != field);
        }
    }
    let each = columns.iter().zip(profiles).zip(ranked);
    each.map(|((column, profile), claims)| {
        guess(column, profile, knowledge, claims.first().copied())
    })
    .collect()
}

/// The fields a column speaks for, surest first.
fn ranking(profile: &Profile, knowledge: &Knowledge) -> Vec<(FieldName, f64)> {
    let weighed = FieldName::ALL.iter().map(|field| (*field, weigh(*field, profile, knowledge)));
    let mut claims: Vec<_> = weighed.filter(|(_, weight)| *weight >= CONFIDENCE_MIN).collect();
    claims.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    claims
}

/// A column that claims first a field which a surer one claims too.
fn second_claim(ranked: &[Vec<(FieldName, f64)>]) -> Option<(usize, FieldName)> {
    let mut holders: BTreeMap<FieldName, (usize, f64)> = BTreeMap::new();
    for (column, claims) in ranked.iter().enumerate() {
        let Some((field, weight)) = claims.first().copied() else { continue };
        if weighing(field).is_shared {
            continue;
        }
        match holders.get(&field).copied() {
            None => {
                holders.insert(field, (column, weight));
            }
            Some((holder, held)) if weight > held => return Some((holder, field)),
            Some(_) => return Some((column, field)),
        }
    }
    None
}

fn guess(
    column: &str,
    profile: &Profile,
    knowledge: &Knowledge,
    best: Option<(FieldName, f64)>,
) -> ColumnGuess {
    let (mut field, mut confidence) = best.unzip();
    let mut reading = Reading::Plain;
    if profile.is_flag() && field != Some(FieldName::Hours) {
        match flag(column, profile, knowledge) {
            Some((flagged, words)) => {
                field = Some(flagged);
                confidence = Some(confidence.unwrap_or(0.0).max(0.6));
                reading = Reading::Flag { words, yes: profile.yes.clone() };
            }
            None => field = None,
        }
    }
    if reading == Reading::Plain {
        reading = plain_reading(field, profile);
    }
    let split = field.filter(|field| is_list(*field)).and(profile.split);
    let confidence = field.and(confidence).unwrap_or(0.0).min(1.0);
    ColumnGuess {
        column: column.to_owned(),
        field,
        says_something: profile.said > 0,
        confidence,
        reading,
        split,
    }
}

/// How much a column speaks for a field, from 0 to about 1.
fn weigh(field: FieldName, profile: &Profile, knowledge: &Knowledge) -> f64 {
    let mut name = knowledge.name_speaks(field, &profile.header);
    if is_list(field) && knowledge.name_means(field, &profile.header) {
        name = name.max(0.6);
    }
    if profile.said == 0 {
        return 0.0;
    }
    let mut values = profile.speaks_for(field);
    let weighing = weighing(field);
    match field {
        FieldName::Hours if profile.day.is_some() => return 0.7 + 0.3 * values,
        FieldName::Latitude | FieldName::Longitude if profile.metres > 0.8 => values = 1.0,
        FieldName::Latitude if profile.pairs > 0.6 => return 0.6 + 0.4 * name,
        FieldName::Street if profile.lines > 0.5 => values = values.max(0.8),
        FieldName::AcceslibreUrl | FieldName::BookingUrl => {
            values = profile.speaks_for(FieldName::Websites);
        }
        FieldName::Kinds if name < 0.3 => return 0.0,
        FieldName::Id if profile.distinct < 0.9 || profile.prose > 0.1 => return 0.0,
        FieldName::Id => values = 1.0,
        FieldName::Name => values = (profile.distinct - profile.digits - profile.flags).max(0.0),
        FieldName::Detail => values = (profile.prose + 0.2).min(0.9),
        FieldName::Summary => values = 0.8,
        _ => {}
    }
    if values < weighing.values_min {
        return 0.0;
    }
    let speaks_alone = weighing.values_suffice && values > 0.8;
    if speaks_alone && profile.speaks_for(FieldName::Pivot) < 0.5 {
        return 0.75 + 0.25 * name;
    }
    0.62 * name + 0.38 * values
}

/// The field and the words that the name of a flag means; no word when only the field is told.
fn flag(
    column: &str,
    profile: &Profile,
    knowledge: &Knowledge,
) -> Option<(FieldName, Vec<String>)> {
    if let Some(known) = knowledge.meaning(column, &profile.header) {
        return Some(known);
    }
    let closed = FieldName::ALL.iter().copied().filter(|field| is_list(*field));
    let spoken = closed.map(|field| (field, knowledge.name_speaks(field, &profile.header)));
    let (field, speaks) = spoken.max_by(|(_, one), (_, other)| one.total_cmp(other))?;
    (speaks > 0.5).then(|| (field, Vec::new()))
}

fn plain_reading(field: Option<FieldName>, profile: &Profile) -> Reading {
    match field {
        Some(FieldName::Street) if profile.lines > 0.5 => Reading::AddressLine,
        Some(FieldName::Latitude) if profile.pairs > 0.6 => Reading::Pair,
        Some(FieldName::Latitude | FieldName::Longitude) if profile.metres > 0.8 => {
            Reading::Lambert93
        }
        Some(FieldName::Hours) => profile.day.map_or(Reading::Plain, Reading::Day),
        _ => Reading::Plain,
    }
}

fn is_list(field: FieldName) -> bool {
    use FieldName as F;
    matches!(
        field,
        F::Services
            | F::Kinds
            | F::Publics
            | F::Costs
            | F::Support
            | F::Access
            | F::Care
            | F::Programmes
            | F::Trainings
            | F::Itinerance
    )
}
