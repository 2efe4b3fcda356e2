//! The sections of a page, as its keeper fills them: which fields, how each is typed, and what
//! the standard makes of what was typed.

use super::edit::checked_value;
use crate::refusal::Refusal;
use crate::rules::week;
use intake::Communes;
use intake::normalise::{email, phone, web};
use intake::standard::{FieldName, Fields};

/// A part of a page that is filled at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Name, kinds, parent organisation, official number.
    Identity,
    /// Phone and mail.
    Contact,
    /// Street, town and point.
    Address,
    /// The week.
    Hours,
    /// What one can do there, and how.
    Services,
    /// For whom, how to come, what it costs.
    Welcome,
    /// What the place says of itself.
    Presentation,
    /// Sites and booking.
    Links,
}

/// How a field is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// A line.
    Line,
    /// Several lines.
    Long,
    /// Words of the standard's vocabulary.
    Words,
    /// The week, day by day.
    Week,
}

/// What was typed in a section: each name with its values, in the order of the form.
pub type Typed = Vec<(String, String)>;

/// What the standard makes of it, and what it refuses, field by field.
pub struct Understood {
    /// The fields of the section, each with its value.
    pub values: Vec<(FieldName, String)>,
    /// What cannot be used, beside the name of its field in the form.
    pub problems: Vec<(String, Refusal)>,
}

impl Section {
    /// Every section, in the order of the page.
    pub const ALL: [Self; 8] = [
        Self::Identity,
        Self::Contact,
        Self::Address,
        Self::Hours,
        Self::Services,
        Self::Welcome,
        Self::Presentation,
        Self::Links,
    ];

    /// Its name in addresses.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Identity => "identite",
            Self::Contact => "contact",
            Self::Address => "adresse",
            Self::Hours => "horaires",
            Self::Services => "services",
            Self::Welcome => "accueil",
            Self::Presentation => "presentation",
            Self::Links => "liens",
        }
    }

    /// The section of that name.
    pub fn named(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.slug() == slug)
    }

    /// Its fields, in the order of the form.
    pub const fn fields(self) -> &'static [FieldName] {
        match self {
            Self::Identity => {
                &[FieldName::Name, FieldName::Kinds, FieldName::Parent, FieldName::Pivot]
            }
            Self::Contact => &[FieldName::Phone, FieldName::Emails],
            Self::Address => &[
                FieldName::Street,
                FieldName::StreetExtra,
                FieldName::Postcode,
                FieldName::Commune,
                FieldName::Latitude,
                FieldName::Longitude,
            ],
            Self::Hours => &[FieldName::Hours],
            Self::Services => &[FieldName::Services, FieldName::Support],
            Self::Welcome => {
                &[FieldName::Publics, FieldName::Care, FieldName::Access, FieldName::Costs]
            }
            Self::Presentation => &[FieldName::Summary, FieldName::Detail],
            Self::Links => &[FieldName::Websites, FieldName::BookingUrl, FieldName::AcceslibreUrl],
        }
    }

    /// The section in which a field is written.
    pub fn of(field: FieldName) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.fields().contains(&field))
    }

    /// What the form of this section shows for those fields.
    pub fn typed(self, fields: &Fields) -> Typed {
        let mut typed = Typed::new();
        for field in self.fields().iter().copied() {
            let value = fields.get(field).into_owned();
            let name = field.label();
            match typing(field) {
                Typing::Week => typed.extend(week::typed(&value)),
                Typing::Words => {
                    let words = value.split('|').filter(|it| !it.is_empty());
                    typed.extend(words.map(|it| (name.to_owned(), it.to_owned())));
                }
                Typing::Line if field == FieldName::Phone => {
                    typed.push((name.into(), spoken_phone(&value)));
                }
                Typing::Line | Typing::Long => typed.push((name.into(), value.replace('|', ", "))),
            }
        }
        typed
    }

    /// What the standard makes of what was typed. `communes` give the official code of the town.
    pub fn understood(self, typed: &Typed, communes: &Communes) -> Understood {
        let mut understood = Understood { values: Vec::new(), problems: Vec::new() };
        for field in self.fields().iter().copied() {
            match value_typed(field, typed) {
                Ok(value) => understood.values.push((field, value)),
                Err((name, refusal)) => understood.problems.push((name, refusal)),
            }
        }
        if self == Self::Address {
            understood.complete_address(communes);
        }
        understood
    }

    /// Whether the form of this section has a field of that name.
    pub fn has(self, name: &str) -> bool {
        self.fields().iter().any(|it| it.label() == name)
            || self == Self::Hours && week::is_name(name)
    }
}

impl Understood {
    /// The official code goes with the town; half a point is no point.
    fn complete_address(&mut self, communes: &Communes) {
        let said = |it: &Self, field: FieldName| {
            it.values.iter().find(|(name, _)| *name == field).map(|(_, value)| value.clone())
        };
        let (postcode, town) = (said(self, FieldName::Postcode), said(self, FieldName::Commune));
        if let (Some(postcode), Some(town)) = (postcode, town) {
            let found = communes.resolve(None, Some(&postcode), &town);
            let code = found.map(|it| it.commune.code.clone());
            let official = code.filter(|it| crate::gazetteer::is_official_code(it));
            if let Some(code) = official {
                self.values.push((FieldName::CommuneCode, code));
            }
        }
        let (latitude, longitude) =
            (said(self, FieldName::Latitude), said(self, FieldName::Longitude));
        if latitude.is_some_and(|it| it.is_empty()) != longitude.is_some_and(|it| it.is_empty()) {
            let refusal = Refusal::HalfPoint;
            self.problems.push((FieldName::Longitude.label().into(), refusal));
        }
    }
}

/// How that field is typed.
pub fn typing(field: FieldName) -> Typing {
    match field {
        FieldName::Hours => Typing::Week,
        FieldName::Detail | FieldName::Summary => Typing::Long,
        FieldName::Kinds
        | FieldName::Services
        | FieldName::Support
        | FieldName::Publics
        | FieldName::Care
        | FieldName::Access
        | FieldName::Costs => Typing::Words,
        _ => Typing::Line,
    }
}

/// The value of a field as the standard writes it, or what is wrong and beside which name.
pub fn value_typed(field: FieldName, typed: &Typed) -> Result<String, (String, Refusal)> {
    let name = field.label();
    if typing(field) == Typing::Week {
        return week::understood(typed);
    }
    let said: Vec<&str> =
        typed.iter().filter(|(it, _)| it == name).map(|(_, value)| value.trim()).collect();
    let value = match field {
        _ if typing(field) == Typing::Words => said.join("|"),
        FieldName::Summary | FieldName::Detail => one_line(said.first().copied()),
        FieldName::Phone => phone(said.first().copied().unwrap_or_default(), typed),
        FieldName::Emails => kept(said.first().copied(), email::parse),
        FieldName::Websites => kept(said.first().copied(), web::parse),
        FieldName::BookingUrl | FieldName::AcceslibreUrl => {
            kept(said.first().copied(), |it| web::parse(it).into_iter().take(1).collect())
        }
        FieldName::Latitude | FieldName::Longitude => {
            said.first().copied().unwrap_or_default().replace(',', ".")
        }
        _ => said.first().copied().unwrap_or_default().to_owned(),
    };
    if field == FieldName::Summary && value.chars().count() > intake::standard::SUMMARY_MAX_CHARS {
        return Err((name.into(), Refusal::SummaryLong));
    }
    checked_value(field, &value).map_err(|refusal| (name.into(), refusal))
}

/// A phone number, with the overseas prefix that the postcode of the form tells.
fn phone(text: &str, typed: &Typed) -> String {
    let postcode = typed.iter().find(|(name, _)| name == FieldName::Postcode.label());
    let found = phone::parse(text, postcode.map_or("", |(_, value)| value));
    found.numbers.into_iter().next().unwrap_or_else(|| text.to_owned())
}

/// What is understood of a text, or the text itself when nothing is: it is then refused.
fn kept(text: Option<&str>, read: impl Fn(&str) -> Vec<String>) -> String {
    let text = text.unwrap_or_default();
    let found = read(text);
    if found.is_empty() { text.to_owned() } else { found.join("|") }
}

/// The standard is a flat table: a value has no end of line.
fn one_line(text: Option<&str>) -> String {
    text.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A phone number as one types it: `+33299001122` is `02 99 00 11 22`.
pub fn spoken_phone(phone: &str) -> String {
    let Some(rest) = phone.strip_prefix("+33").filter(|it| it.len() == 9) else {
        return phone.to_owned();
    };
    let digits = format!("0{rest}");
    let pairs: Vec<&str> = (0..5).filter_map(|it| digits.get(it * 2..it * 2 + 2)).collect();
    pairs.join(" ")
}

#[cfg(test)]
mod tests;
