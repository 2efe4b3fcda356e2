//! Where each thing said on a page comes from.

use crate::views::{OtherValue, SourceLine};
use directory::model::{Origin, Place, Source, Voice};
use intake::standard::FieldName;
use jiff::civil::Date;
use web::Words;

/// Values longer than this are shortened in the table.
const VALUE_MAX_CHARS: usize = 140;

/// Fields that say nothing to a visitor.
const SILENT: [FieldName; 4] =
    [FieldName::Longitude, FieldName::CommuneCode, FieldName::Pivot, FieldName::Source];

/// One line a field, in the order of the standard.
pub(super) fn lines(words: &Words, place: &Place, sources: &[Source]) -> Vec<SourceLine> {
    let mut lines = Vec::new();
    for origin in &place.body.origins {
        let Some(field) = FieldName::from_label(&origin.field) else { continue };
        if !SILENT.contains(&field) {
            lines.extend(line(words, field, origin, sources));
        }
    }
    lines
}

fn line(
    words: &Words,
    field: FieldName,
    origin: &Origin,
    sources: &[Source],
) -> Option<SourceLine> {
    let first = origin.chosen.first()?;
    let rule = serde_json::to_value(origin.rule).ok()?;
    let mut names: Vec<String> =
        origin.chosen.iter().map(|voice| source_name(words, voice, sources)).collect();
    names.dedup();
    Some(SourceLine {
        field: words.t(&format!("field-{}", field.slug())),
        value: shortened(&readable(&first.value)),
        source: names.join(", "),
        date: date(words, first),
        reason: words.t(&format!("choice-{}", rule.as_str()?)),
        others: origin
            .others
            .iter()
            .map(|voice| OtherValue {
                value: shortened(&readable(&voice.value)),
                source: source_name(words, voice, sources),
                date: date(words, voice),
            })
            .collect(),
    })
}

fn source_name(words: &Words, voice: &Voice, sources: &[Source]) -> String {
    if voice.source == "edit" {
        return words.t("source-edit");
    }
    let known = sources.iter().find(|it| it.key == voice.source);
    known.map_or_else(|| voice.source.clone(), |it| it.name.clone())
}

fn date(words: &Words, voice: &Voice) -> String {
    match voice.date.parse::<Date>() {
        Ok(date) if date.year() >= 2000 => words.locale().date(date),
        _ => String::new(),
    }
}

/// Lists as people write them.
fn readable(value: &str) -> String {
    value.split('|').map(str::trim).collect::<Vec<_>>().join(", ")
}

fn shortened(value: &str) -> String {
    match value.char_indices().nth(VALUE_MAX_CHARS) {
        Some((end, _)) => format!("{}…", value[..end].trim_end()),
        None => value.to_owned(),
    }
}
