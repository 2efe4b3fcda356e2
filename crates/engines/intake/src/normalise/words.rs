//! Closed vocabularies, hours and free words.

use super::Work;
use super::hours::{self, Hours};
use super::reading::is_blank;
use crate::mapping::Rule;
use crate::outcome::Reason;
use crate::standard::{FieldName, SUMMARY_MAX_CHARS, Word};

/// What cuts a list when a rule does not say.
const USUAL_SEPARATORS: [&str; 3] = [";", "|", "\n"];

impl Work<'_> {
    /// Every field of a closed vocabulary.
    pub(super) fn vocabularies(&mut self) {
        self.candidate.fields.kinds = self.words(FieldName::Kinds);
        self.candidate.fields.services = self.words(FieldName::Services);
        self.candidate.fields.publics = self.words(FieldName::Publics);
        self.candidate.fields.care = self.words(FieldName::Care);
        self.candidate.fields.costs = self.words(FieldName::Costs);
        self.candidate.fields.programmes = self.words(FieldName::Programmes);
        self.candidate.fields.trainings = self.words(FieldName::Trainings);
        self.candidate.fields.access = self.words(FieldName::Access);
        self.candidate.fields.support = self.words(FieldName::Support);
        self.candidate.fields.itinerance = self.words(FieldName::Itinerance);
    }

    /// The words of one field, in the standard's order, without repeats.
    fn words<W: Word + Ord>(&mut self, field: FieldName) -> Vec<W> {
        let mut words: Vec<W> = Vec::new();
        for rule in self.rules(field) {
            if let Some(constant) = &rule.constant {
                words.extend(W::from_label(constant));
                continue;
            }
            for column in &rule.columns {
                let text = self.cell(field, column, true);
                if !is_blank(&text) {
                    self.hear(field, rule, &text, &mut words);
                }
            }
        }
        words.sort_unstable();
        words.dedup();
        words
    }

    fn hear<W: Word>(&mut self, field: FieldName, rule: &Rule, text: &str, words: &mut Vec<W>) {
        let Some(vocabulary) = &rule.vocabulary else { return };
        if let Some(labels) = vocabulary.whole(text) {
            words.extend(labels.into_iter().filter_map(W::from_label));
            return;
        }
        let mut changed = false;
        for item in items(text, &rule.split) {
            match vocabulary.meaning(&item) {
                Some(labels) => {
                    changed |= labels.as_slice() != [item.as_str()];
                    words.extend(labels.into_iter().filter_map(W::from_label));
                }
                None if rule.quiet || is_blank(&item) => {}
                None => self.findings.problem(field, &item, Reason::UnknownWords),
            }
        }
        if changed {
            let labels: Vec<&str> = words.iter().map(|word| word.label()).collect();
            self.findings.repair(field, "vocabulary", text, &labels.join("|"));
        }
    }

    /// Opening hours: the first rule that reads them whole, else the first that reads some;
    /// what cannot be read is kept as text.
    pub(super) fn hours(&mut self) {
        let mut best: Option<(String, Hours)> = None;
        for rule in self.rules(FieldName::Hours) {
            let (text, hours) = self.rule_hours(rule);
            let is_whole = hours.osm.is_some() && hours.unread.is_empty();
            let says_more = |(_, known): &(String, Hours)| {
                (hours.osm.is_some() && known.osm.is_none())
                    || (known.unread.is_empty() && known.osm.is_none())
            };
            if is_whole || best.as_ref().is_none_or(says_more) {
                best = Some((text, hours));
            }
            if is_whole {
                break;
            }
        }
        let Some((text, hours)) = best else { return };
        if !hours.unread.is_empty() {
            let unread = hours.unread.join("\n");
            self.findings.problem(FieldName::Hours, &unread, Reason::UnreadHours);
            self.candidate.hours_text = Some(unread);
        }
        if let Some(osm) = hours.osm {
            self.findings.repair(FieldName::Hours, "hours", &text, &osm);
            self.candidate.fields.hours = Some(osm);
        }
    }

    /// What one rule gives: the text received and the hours read.
    fn rule_hours(&mut self, rule: &Rule) -> (String, Hours) {
        let has_days = rule.days.iter().any(|columns| !columns.is_empty());
        let (text, mut hours) = if has_days {
            let days = [0, 1, 2, 3, 4, 5, 6].map(|day: usize| {
                let columns = rule.days[day].iter();
                columns.map(|column| self.cell(FieldName::Hours, column, true)).collect()
            });
            let texts: Vec<&str> = days.iter().flatten().map(String::as_str).collect();
            (texts.join(" | "), hours::from_days(&days))
        } else {
            let text = self.rule_text(FieldName::Hours, rule, true);
            let hours = hours::from_text(&text);
            (text, hours)
        };
        if let (Some(column), Some(osm)) = (&rule.weeks, &hours.osm) {
            let weeks = self.cell(FieldName::Hours, column, false);
            hours.osm = hours::in_weeks(osm, &weeks).or(hours.osm);
        }
        (text, hours)
    }

    /// Free words: presentation, source, parent, labels.
    pub(super) fn presentation(&mut self) {
        let summary = self.text(FieldName::Summary);
        let mut details: Vec<String> = Vec::new();
        for rule in self.rules(FieldName::Detail) {
            let text = self.rule_text(FieldName::Detail, rule, true);
            if !text.is_empty() && !details.contains(&text) {
                details.push(text);
            }
        }
        if summary.chars().count() > SUMMARY_MAX_CHARS {
            let short = shortened(&summary);
            self.findings.repair(FieldName::Summary, "summary-cut", &summary, &short);
            if details.is_empty() {
                details.push(summary);
            }
            self.candidate.fields.summary = Some(short);
        } else {
            self.candidate.fields.summary = (!summary.is_empty()).then_some(summary);
        }
        let detail = details.join("\n");
        self.candidate.fields.detail = (!detail.is_empty()).then_some(detail);
        let parent = self.text(FieldName::Parent);
        self.candidate.fields.parent = (!parent.is_empty()).then_some(parent);
        let source = self.text(FieldName::Source);
        let source = if source.is_empty() { self.mapping.source.name.clone() } else { source };
        self.candidate.fields.source = Some(source);
        self.candidate.fields.other_labels = self.other_labels();
    }

    fn other_labels(&mut self) -> Vec<String> {
        let mut labels: Vec<String> = Vec::new();
        for rule in self.rules(FieldName::OtherLabels) {
            let text = self.rule_text(FieldName::OtherLabels, rule, true);
            for item in items(&text, &rule.split) {
                if !is_blank(&item) && !labels.contains(&item) {
                    labels.push(item);
                }
            }
        }
        labels
    }
}

/// Cuts a text into items: at the separators of the rule, else at the usual ones. The separator
/// `quoted` reads comma-separated quoted items whose first quote was lost; lists as Python and
/// PostgreSQL print them lose their brackets.
fn items(text: &str, separators: &[String]) -> Vec<String> {
    if separators.iter().any(|separator| separator == "quoted") {
        return quoted_items(text);
    }
    let printed = text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .or_else(|| text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')));
    let mut parts: Vec<&str> = vec![printed.unwrap_or(text)];
    let mut cut = |separator: &str| {
        if !separator.is_empty() {
            parts = parts.iter().flat_map(|part| part.split(separator)).collect();
        }
    };
    match (printed, separators) {
        (Some(_), []) => cut(","),
        (None, []) => USUAL_SEPARATORS.into_iter().for_each(cut),
        (_, separators) => separators.iter().for_each(|separator| cut(separator)),
    }
    let edges = |c: char| c.is_whitespace() || matches!(c, '"' | '\'');
    parts
        .into_iter()
        .map(|part| part.trim_matches(edges).to_owned())
        .filter(|part| !part.is_empty())
        .collect()
}

/// `a b","c d",e`: items with spaces are quoted, the first may have lost its quote.
fn quoted_items(text: &str) -> Vec<String> {
    let text = text.replace("\"\"", "");
    let first_closes = text.find('"').is_some_and(|at| {
        let after = text[at + 1..].chars().next();
        matches!(after, None | Some(','))
    });
    let mut quoted = first_closes;
    let mut items = vec![String::new()];
    for character in text.chars() {
        match character {
            '"' => quoted = !quoted,
            ',' | '\n' if !quoted => items.push(String::new()),
            other => {
                if let Some(item) = items.last_mut() {
                    item.push(other);
                }
            }
        }
    }
    items.into_iter().map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect()
}

/// At most the standard's length, cut between words.
fn shortened(text: &str) -> String {
    let room = SUMMARY_MAX_CHARS - 1;
    let head: String = text.chars().take(room).collect();
    let cut = head.rfind(' ').filter(|cut| *cut > room / 2).unwrap_or(head.len());
    format!("{}…", head[..cut].trim_end_matches([' ', ',', ';', '.', ':']))
}
