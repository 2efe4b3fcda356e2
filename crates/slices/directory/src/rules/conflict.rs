//! When a list says something else, fresher than what the place wrote: a person chooses.

use crate::model::{Body, Choice, Voice};
use intake::standard::FieldName;

/// One field on which the place and fresher lists disagree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Which field.
    pub field: FieldName,
    /// What was written on the page.
    pub mine: Voice,
    /// What fresher lists say, the freshest first, each value once.
    pub theirs: Vec<Voice>,
}

/// Every disagreement of a page, in the order of the standard.
pub fn conflicts(body: &Body) -> Vec<Conflict> {
    let of_origin = |origin: &crate::model::Origin| {
        let mine = origin.chosen.first().filter(|_| origin.rule == Choice::Edit)?;
        let mut theirs: Vec<Voice> = Vec::new();
        let mut fresher: Vec<&Voice> = origin
            .others
            .iter()
            .filter(|it| it.date > mine.date && !is_same(&it.value, &mine.value))
            .collect();
        fresher.sort_by(|a, b| b.date.cmp(&a.date));
        for voice in fresher {
            if !theirs.iter().any(|it| is_same(&it.value, &voice.value)) {
                theirs.push(voice.clone());
            }
        }
        let field = FieldName::from_label(&origin.field)?;
        (!theirs.is_empty()).then(|| Conflict { field, mine: mine.clone(), theirs })
    };
    body.origins.iter().filter_map(of_origin).collect()
}

/// Whether two values say the same, but for capitals, spaces and the order of a list.
pub fn is_same(a: &str, b: &str) -> bool {
    let folded = |it: &str| {
        let mut parts: Vec<String> = it
            .split('|')
            .map(|part| part.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase())
            .filter(|part| !part.is_empty())
            .collect();
        parts.sort_unstable();
        parts
    };
    folded(a) == folded(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Origin;

    fn voice(source: &str, date: &str, value: &str) -> Voice {
        Voice {
            source: source.into(),
            local_id: String::new(),
            date: date.into(),
            value: value.into(),
        }
    }

    fn body(others: Vec<Voice>) -> Body {
        let origin = Origin {
            field: "telephone".into(),
            rule: Choice::Edit,
            chosen: vec![voice("edit", "2026-11-10", "+33299000000")],
            others,
        };
        Body { origins: vec![origin], ..Body::default() }
    }

    #[test]
    fn only_a_fresher_list_that_says_something_else_makes_a_conflict() {
        let older = voice("a", "2026-11-09", "+33299111111");
        let same = voice("b", "2026-11-20", "+33299000000");
        assert!(conflicts(&body(vec![older.clone(), same])).is_empty());
        let fresher = voice("c", "2026-11-20", "+33299222222");
        let found = conflicts(&body(vec![older, fresher.clone()]));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].theirs, [fresher]);
    }

    #[test]
    fn a_list_in_another_order_says_the_same() {
        assert!(is_same("Gratuit|Payant", "payant | gratuit"));
        assert!(!is_same("Gratuit", "Payant"));
    }
}
