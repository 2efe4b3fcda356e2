//! Undoing: the edits of the touched fields become again what they were, to the letter.

use crate::model::{FieldChange, Written};
use intake::standard::FieldName;
use std::collections::BTreeMap;

/// The edits in force on one place, by the standard's name of the field.
pub type Edits = BTreeMap<String, Written>;

/// What must be written so that the fields of that change are as they were before it. Applying
/// it is itself a change, which can be undone.
pub fn undoing(fields: &[FieldChange]) -> Vec<(FieldName, Option<Written>)> {
    fields.iter().filter_map(|it| Some((it.name()?, it.before.clone()))).collect()
}

/// A field that differs: what it said, what it says.
pub type Difference = (FieldName, Option<Written>, Option<Written>);

/// The edits once those are written, and which fields really differ: what was and what is.
pub fn written(edits: &Edits, wanted: &[(FieldName, Option<Written>)]) -> (Edits, Vec<Difference>) {
    let mut after = edits.clone();
    let mut differences = Vec::new();
    for (field, value) in wanted {
        let before = match value {
            Some(value) => after.insert(field.label().to_owned(), value.clone()),
            None => after.remove(field.label()),
        };
        if before != *value {
            differences.push((*field, before, value.clone()));
        }
    }
    (after, differences)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FIELDS: [FieldName; 4] =
        [FieldName::Name, FieldName::Phone, FieldName::Hours, FieldName::Services];

    fn change(edits: &Edits, wanted: &[(FieldName, Option<Written>)]) -> (Edits, Vec<FieldChange>) {
        let (after, differences) = written(edits, wanted);
        let fields = differences
            .into_iter()
            .map(|(field, before, after)| FieldChange {
                field: field.label().into(),
                before,
                after,
                shown_before: String::new(),
                shown_after: String::new(),
            })
            .collect();
        (after, fields)
    }

    fn wishes() -> impl Strategy<Value = Vec<Vec<(FieldName, Option<Written>)>>> {
        let value =
            proptest::option::of(("[a-c]{0,2}", 0_i64..5).prop_map(|(value, at)| Written {
                value,
                at,
                actor: "pers".into(),
            }));
        // A form has each field once.
        let one = proptest::collection::btree_map(0_usize..4, value, 1..4).prop_map(|map| {
            map.into_iter().map(|(field, value)| (FIELDS[field], value)).collect::<Vec<_>>()
        });
        proptest::collection::vec(one, 1..8)
    }

    proptest! {
        /// Undone from the last to the first, changes leave no trace; undone again, they are back.
        #[test]
        fn what_is_undone_is_exactly_as_it_was(wishes in wishes()) {
            let mut edits = Edits::new();
            let mut past = Vec::new();
            for wish in &wishes {
                let before = edits.clone();
                let (after, fields) = change(&edits, wish);
                edits = after;
                let (back, undone) = change(&edits, &undoing(&fields));
                prop_assert_eq!(&back, &before);
                let (again, _) = change(&back, &undoing(&undone));
                prop_assert_eq!(&again, &edits);
                past.push(fields);
            }
            while let Some(fields) = past.pop() {
                edits = change(&edits, &undoing(&fields)).0;
            }
            prop_assert!(edits.is_empty());
        }

        /// A change undone out of its turn gives back its own fields and touches no other.
        #[test]
        fn undoing_touches_only_the_fields_of_the_change(wishes in wishes(), pick in 0_usize..8) {
            let mut edits = Edits::new();
            let mut past = Vec::new();
            for wish in &wishes {
                let before = edits.clone();
                let (after, fields) = change(&edits, wish);
                past.push((before, fields));
                edits = after;
            }
            let (before, fields) = &past[pick % past.len()];
            let (back, _) = change(&edits, &undoing(fields));
            for field in FIELDS {
                let label = field.label();
                let is_touched = fields.iter().any(|it| it.field == label);
                let expected = if is_touched { before.get(label) } else { edits.get(label) };
                prop_assert_eq!(back.get(label), expected);
            }
        }
    }
}
