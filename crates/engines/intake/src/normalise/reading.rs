//! From the cells of a row to the text of a field: which columns, when, joined how, cleaned.

use super::{Work, html, mojibake, text};
use crate::RawRow;
use crate::mapping::{Rule, Wish};
use crate::outcome::Reason;
use crate::standard::FieldName;
use serde_json::Value;
use std::borrow::Cow;

/// Longest text kept, in characters.
const TEXT_MAX_CHARS: usize = 20_000;

/// A cell as text. Lists are joined by `|`; what is neither text nor number is its JSON.
pub(crate) fn plain(value: Option<&Value>) -> Cow<'_, str> {
    match value {
        None | Some(Value::Null) => Cow::Borrowed(""),
        Some(Value::String(text)) => Cow::Borrowed(text),
        Some(Value::Bool(yes)) => Cow::Borrowed(if *yes { "oui" } else { "non" }),
        Some(Value::Number(number)) => {
            let text = number.to_string();
            Cow::Owned(text.strip_suffix(".0").map(str::to_owned).unwrap_or(text))
        }
        Some(Value::Array(values)) => {
            let texts: Vec<_> = values.iter().map(|value| plain(Some(value))).collect();
            Cow::Owned(texts.join("|"))
        }
        Some(object @ Value::Object(_)) => Cow::Owned(object.to_string()),
    }
}

/// Whether a cell says nothing, in one of the ways lists have of saying it.
pub(crate) fn is_blank(text: &str) -> bool {
    matches!(
        text,
        "" | "-"
            | "--"
            | "."
            | "/"
            | "NA"
            | "N/A"
            | "n/a"
            | "NaN"
            | "nan"
            | "null"
            | "NULL"
            | "None"
            | "#N/A"
            | "NR"
            | "NC"
    ) || text.chars().all(|c| matches!(c, '-' | '.' | ' '))
}

/// Whether the conditions of a rule hold for a row.
pub(super) fn holds(rule: &Rule, row: &RawRow) -> bool {
    rule.when.iter().all(|when| {
        let said = plain(row.get(&when.column));
        match &when.wish {
            Wish::Something => !is_blank(said.trim()),
            Wish::Nothing => is_blank(said.trim()),
            Wish::OneOf(texts) => texts.contains(&text::fold(&said)),
        }
    })
}

impl Work<'_> {
    /// The first text that the rules of a field give, cleaned, on one line; empty if none.
    pub(super) fn text(&mut self, field: FieldName) -> String {
        for rule in self.rules(field) {
            let text = self.rule_text(field, rule, false);
            if !text.is_empty() {
                return text;
            }
        }
        String::new()
    }

    /// The text of one rule: its columns cleaned and joined, or its constant.
    pub(super) fn rule_text(&mut self, field: FieldName, rule: &Rule, keep_lines: bool) -> String {
        if let Some(constant) = &rule.constant {
            return constant.clone();
        }
        let mut parts: Vec<String> = Vec::with_capacity(rule.columns.len());
        for column in &rule.columns {
            let part = self.cell(field, column, keep_lines);
            if !is_blank(&part) && !parts.contains(&part) {
                parts.push(part);
            }
        }
        let joined = match parts.len() {
            1 => parts.swap_remove(0),
            _ => parts.join(rule.join.as_deref().unwrap_or(" ")),
        };
        match &rule.prefix {
            Some(prefix) if !joined.is_empty() => with_prefix(prefix, joined),
            _ => joined,
        }
    }

    /// One cell, freed of HTML, damaged accents and stray characters, each repair noted.
    pub(super) fn cell(&mut self, field: FieldName, column: &str, keep_lines: bool) -> String {
        let row = self.row;
        let raw = plain(row.get(column));
        let mut now: Cow<'_, str> = Cow::Borrowed(raw.as_ref());
        if let Cow::Owned(stripped) = html::strip(&now) {
            self.findings.repair(field, "html", &now, &stripped);
            now = Cow::Owned(stripped);
        }
        if let Cow::Owned(repaired) = mojibake::repair(&now) {
            self.findings.repair(field, "mojibake", &now, &repaired);
            now = Cow::Owned(repaired);
        }
        if mojibake::has_lost_letters(&now) {
            self.findings.problem(field, &now, Reason::LostCharacters);
        }
        let clean =
            if keep_lines { Cow::Owned(text::clean_lines(&now)) } else { text::clean(&now) };
        if clean != now && !keep_lines {
            self.findings.repair(field, "spaces", &now, &clean);
        }
        self.cut(field, clean.into_owned())
    }

    fn cut(&mut self, field: FieldName, mut text: String) -> String {
        if text.len() > TEXT_MAX_CHARS
            && let Some((end, _)) = text.char_indices().nth(TEXT_MAX_CHARS)
        {
            self.findings.problem(field, &text, Reason::TooLong);
            text.truncate(end);
        }
        text
    }
}

fn with_prefix(prefix: &str, text: String) -> String {
    if text::fold(&text).contains(&text::fold(prefix)) { text } else { format!("{prefix}{text}") }
}
