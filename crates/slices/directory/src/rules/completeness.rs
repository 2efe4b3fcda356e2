//! How complete a page is for someone who looks for help, and what to say next.

use super::section::Section;
use intake::standard::{FieldName, Fields};

/// What a visitor needs to find, by weight: hours and contact before labels.
const WEIGHTS: [(FieldName, u32); 14] = [
    (FieldName::Name, 10),
    (FieldName::Street, 10),
    (FieldName::Hours, 15),
    (FieldName::Phone, 10),
    (FieldName::Services, 12),
    (FieldName::Emails, 6),
    (FieldName::Latitude, 6),
    (FieldName::Costs, 7),
    (FieldName::Access, 7),
    (FieldName::Summary, 6),
    (FieldName::Support, 4),
    (FieldName::Kinds, 3),
    (FieldName::Publics, 2),
    (FieldName::Websites, 2),
];

/// How complete a page is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completeness {
    /// Out of a hundred.
    pub percent: u32,
    /// What is missing, what matters most first, and where it is written.
    pub missing: Vec<(FieldName, Section)>,
}

/// How complete those fields are.
pub fn completeness(fields: &Fields) -> Completeness {
    let total: u32 = WEIGHTS.iter().map(|(_, weight)| weight).sum();
    let mut missing: Vec<(FieldName, u32)> =
        WEIGHTS.iter().copied().filter(|(field, _)| fields.get(*field).is_empty()).collect();
    let lacking: u32 = missing.iter().map(|(_, weight)| weight).sum();
    missing.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    let missing =
        missing.into_iter().filter_map(|(field, _)| Some((field, Section::of(field)?))).collect();
    Completeness { percent: (total - lacking) * 100 / total, missing }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_add_up_and_each_has_a_section() {
        assert_eq!(WEIGHTS.iter().map(|(_, weight)| weight).sum::<u32>(), 100);
        assert!(WEIGHTS.iter().all(|(field, _)| Section::of(*field).is_some()));
    }

    #[test]
    fn hours_are_asked_for_before_anything_less_useful() {
        let nothing = completeness(&Fields::default());
        assert_eq!(nothing.percent, 0);
        assert_eq!(nothing.missing[0].0, FieldName::Hours);
        let named = Fields { name: "La Source".into(), ..Fields::default() };
        assert_eq!(completeness(&named).percent, 10);
    }
}
