//! The table of one rule (`[fields.nom]`), and the rules a file of the standard gets by itself.

use super::error::MappingError;
use super::rule::{Days, Normaliser, Rule, When, Wish};
use super::table::{Node, Table};
use super::vocabulary::{Vocabularies, Vocabulary, default_name};
use crate::normalise::text::fold;
use crate::standard::FieldName;
use std::collections::BTreeMap;
use std::sync::Arc;

const DAY_NAMES: [&str; 7] =
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// Reads one rule.
pub(super) fn rule(
    field: FieldName,
    table: &Table<'_>,
    shared: &Vocabularies,
) -> Result<Rule, MappingError> {
    table.only(&[
        "columns",
        "how",
        "join",
        "split",
        "when",
        "vocabulary",
        "constant",
        "prefix",
        "days",
        "weeks",
        "optional",
        "quiet",
    ])?;
    let rule = Rule {
        columns: table.texts("columns")?,
        how: table.get("how").map(|node| how(field, &node)).transpose()?,
        join: table.text("join")?,
        split: table.texts("split")?,
        when: table.get("when").map_or(Ok(Vec::new()), |node| when(&node.table()?))?,
        vocabulary: vocabulary(field, table.get("vocabulary"), shared)?,
        constant: table.text("constant")?,
        prefix: table.text("prefix")?,
        days: table.get("days").map_or(Ok(Days::default()), |node| days(&node.table()?))?,
        weeks: table.text("weeks")?,
        optional: table.flag("optional")?,
        quiet: table.flag("quiet")?,
    };
    let has_days = rule.days.iter().any(|columns| !columns.is_empty());
    if (has_days || rule.weeks.is_some()) && field != FieldName::Hours {
        return Err(table.error("« days » et « weeks » ne vont qu'avec le champ horaires"));
    }
    if rule.columns.is_empty() && rule.constant.is_none() && !has_days {
        return Err(table.error("la règle ne lit rien : donnez « columns » ou « constant »"));
    }
    Ok(rule)
}

fn how(field: FieldName, node: &Node<'_>) -> Result<Normaliser, MappingError> {
    let normaliser = node.one_of("normaliseur", Normaliser::NAMES)?;
    if normaliser.suits(field) {
        return Ok(normaliser);
    }
    Err(node.error(format!("ce normaliseur ne va pas avec le champ {}", field.label())))
}

fn when(table: &Table<'_>) -> Result<Vec<When>, MappingError> {
    table
        .entries()
        .map(|(column, node)| {
            let texts = node.texts()?;
            let wish = match texts.as_slice() {
                [star] if star == "*" => Wish::Something,
                [nothing] if nothing.is_empty() => Wish::Nothing,
                _ => Wish::OneOf(texts.iter().map(|text| fold(text)).collect()),
            };
            Ok(When { column: column.to_owned(), wish })
        })
        .collect()
}

fn days(table: &Table<'_>) -> Result<Days, MappingError> {
    table.only(&DAY_NAMES)?;
    let mut days = Days::default();
    for (columns, name) in days.iter_mut().zip(DAY_NAMES) {
        *columns = table.texts(name)?;
    }
    Ok(days)
}

fn vocabulary(
    field: FieldName,
    node: Option<Node<'_>>,
    shared: &Vocabularies,
) -> Result<Option<Arc<Vocabulary>>, MappingError> {
    let Some(default) = default_name(field) else {
        return match node {
            None => Ok(None),
            Some(node) => {
                Err(node.key_error(format!("le champ {} n'a pas de vocabulaire", field.label())))
            }
        };
    };
    let Some(node) = node else { return Ok(shared.get(default)) };
    if node.is_text() {
        let name = node.text()?;
        return match shared.get(&name) {
            Some(vocabulary) => Ok(Some(vocabulary)),
            None => Err(node.error(format!(
                "vocabulaire inconnu « {name} » ; connus : {}",
                shared.names().collect::<Vec<_>>().join(", ")
            ))),
        };
    }
    Ok(Some(Arc::new(Vocabulary::inline(field, &node.table()?, shared.get(default))?)))
}

/// A file of the standard needs no rule: each field not ruled reads the column of its name.
pub(super) fn add_standard_rules(
    fields: &mut BTreeMap<FieldName, Vec<Rule>>,
    shared: &Vocabularies,
) {
    for field in FieldName::ALL {
        let is_key = matches!(field, FieldName::Name | FieldName::Commune);
        fields.entry(*field).or_insert_with(|| {
            vec![Rule {
                columns: vec![field.label().to_owned()],
                vocabulary: default_name(*field).and_then(|name| shared.get(name)),
                optional: !is_key,
                ..Rule::default()
            }]
        });
    }
}
