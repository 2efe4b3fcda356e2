//! What becomes of a row: a candidate, the repairs made, the values that could not be used.

use crate::standard::{FieldName, Fields};
use std::collections::{BTreeMap, HashMap};
use std::fmt;

/// What one row became.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The row's own identity in its list: its identifier, else a stable hash of what it says.
    pub local_id: String,
    /// The place, unless the row is quarantined whole.
    pub candidate: Option<Candidate>,
    /// Each repair made, in order.
    pub repairs: Vec<Repair>,
    /// Each value that could not be used as it is.
    pub problems: Vec<Problem>,
}

/// A row in the words of the standard.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Candidate {
    /// The standard's fields; `id` is the local identifier.
    pub fields: Fields,
    /// What the standard has no field for and is worth keeping: `numero_court` (39xx),
    /// `autre_telephone`, `siren`, and the columns the mapping asks to keep.
    pub extra: BTreeMap<String, String>,
    /// How finely the address says where the place is.
    pub precision: Precision,
    /// Hours as the list says them, when they could not be wholly parsed.
    pub hours_text: Option<String>,
    /// Whether the point agrees with the commune (25 km from its centre at most).
    pub point_trusted: bool,
}

/// How finely an address says where a place is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// No commune known.
    #[default]
    None,
    /// A commune only.
    Commune,
    /// A street without a number.
    Street,
    /// A number in a street.
    Address,
}

impl Precision {
    /// Stable name, for storage.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Commune => "commune",
            Self::Street => "street",
            Self::Address => "address",
        }
    }
}

/// One repair: what was there, what it became, by which rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The standard's name of the field, or `ligne` when the row itself was repaired.
    pub field: &'static str,
    /// Stable name of the rule, such as `mojibake`, `phone-e164`, `swapped-coordinates`.
    pub rule: &'static str,
    /// The value received.
    pub before: String,
    /// The value kept.
    pub after: String,
}

/// One value that could not be used as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The standard's name of the field, or `ligne` when the row itself is at fault.
    pub field: &'static str,
    /// The value received.
    pub value: String,
    /// Why it was not used.
    pub reason: Reason,
    /// Whether the whole row is quarantined because of it.
    pub fatal: bool,
}

/// Why a value was not used. `Display` is French, for the owner of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// The row has no usable name and no address.
    NoNameNoAddress,
    /// The row has no name; its address keeps it.
    NoName,
    /// No commune could be recognised.
    UnknownCommune,
    /// The postcode is not five digits or belongs nowhere.
    BadPostcode,
    /// Not a phone number.
    BadPhone,
    /// Not an e-mail address.
    BadEmail,
    /// Not a web address in `http` or `https`.
    BadUrl,
    /// Not a SIRET, RNA or RIDET, or its check digit is wrong.
    BadPivot,
    /// Not coordinates on the globe.
    BadCoordinates,
    /// The point is too far from the commune to be believed.
    FarFromCommune,
    /// Hours that could not be read; kept as text.
    UnreadHours,
    /// Not a date.
    BadDate,
    /// Words found in no vocabulary.
    UnknownWords,
    /// Letters lost before the list reached us.
    LostCharacters,
    /// The value was too long and was cut.
    TooLong,
}

impl Reason {
    /// Stable name, for storage and counts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoNameNoAddress => "no-name-no-address",
            Self::NoName => "no-name",
            Self::UnknownCommune => "unknown-commune",
            Self::BadPostcode => "bad-postcode",
            Self::BadPhone => "bad-phone",
            Self::BadEmail => "bad-email",
            Self::BadUrl => "bad-url",
            Self::BadPivot => "bad-pivot",
            Self::BadCoordinates => "bad-coordinates",
            Self::FarFromCommune => "far-from-commune",
            Self::UnreadHours => "unread-hours",
            Self::BadDate => "bad-date",
            Self::UnknownWords => "unknown-words",
            Self::LostCharacters => "lost-characters",
            Self::TooLong => "too-long",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NoNameNoAddress => "ni nom ni adresse : on ne sait pas de quel lieu il s'agit",
            Self::NoName => "le lieu n'a pas de nom",
            Self::UnknownCommune => "commune introuvable dans le code officiel",
            Self::BadPostcode => "code postal inconnu",
            Self::BadPhone => "ce n'est pas un numéro de téléphone",
            Self::BadEmail => "ce n'est pas une adresse électronique",
            Self::BadUrl => "ce n'est pas une adresse de site",
            Self::BadPivot => "numéro officiel inconnu ou clé de contrôle fausse",
            Self::BadCoordinates => "coordonnées illisibles",
            Self::FarFromCommune => "le point est trop loin de la commune",
            Self::UnreadHours => "horaires gardés en texte : ils n'ont pas pu être lus",
            Self::BadDate => "date illisible",
            Self::UnknownWords => "mots absents du vocabulaire",
            Self::LostCharacters => "des lettres ont été perdues avant réception",
            Self::TooLong => "valeur trop longue, coupée",
        })
    }
}

/// The name used for [`Repair::field`] and [`Problem::field`] when the row itself is meant.
pub(crate) const ROW: &str = "ligne";

/// Collects what happens while a row is normalised.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub(crate) repairs: Vec<Repair>,
    pub(crate) problems: Vec<Problem>,
}

impl Findings {
    /// Notes a repair, unless nothing changed.
    pub(crate) fn repair(&mut self, field: FieldName, rule: &'static str, old: &str, new: &str) {
        if old != new {
            self.repairs.push(Repair {
                field: field.label(),
                rule,
                before: shortened(old),
                after: shortened(new),
            });
        }
    }

    /// Notes a value that could not be used.
    pub(crate) fn problem(&mut self, field: FieldName, value: &str, reason: Reason) {
        self.problems.push(Problem {
            field: field.label(),
            value: shortened(value),
            reason,
            fatal: false,
        });
    }
}

/// The first 500 characters: notes must not weigh more than the row, which is kept whole.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(500) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Makes local identifiers unique within one reading of a list: the second row that says
/// exactly the same gets `~2`, the third `~3`, in the order of the file.
#[derive(Debug, Default)]
pub struct LocalIds {
    seen: HashMap<String, u32>,
}

impl LocalIds {
    /// The identifier itself the first time, numbered afterwards.
    pub fn unique(&mut self, local_id: &str) -> String {
        let times = self.seen.entry(local_id.to_owned()).or_insert(0);
        *times += 1;
        if *times == 1 { local_id.to_owned() } else { format!("{local_id}~{times}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_rows_that_say_the_same_keep_apart() {
        let mut ids = LocalIds::default();
        assert_eq!(ids.unique("a"), "a");
        assert_eq!(ids.unique("a"), "a~2");
        assert_eq!(ids.unique("b"), "b");
        assert_eq!(ids.unique("a"), "a~3");
    }
}
