//! From a row as received to a candidate in the standard, each repair named.
//!
//! The fields are put right one after the other, each once, in an order that lets the later
//! ones use the earlier: the address gives the commune, the commune tells whether the point can
//! be believed and which territory a phone number belongs to.

pub mod coordinates;
pub mod date;
pub mod email;
pub mod hours;
pub mod html;
pub mod mojibake;
pub mod phone;
pub mod pivot;
pub mod street;
pub mod text;
pub mod web;

mod contact;
mod location;
pub(crate) mod reading;
mod words;

use crate::mapping::Rule;
use crate::outcome::{Candidate, Findings, Outcome, Problem, ROW, Reason};
use crate::standard::FieldName;
use crate::{Communes, Mapping, RawRow};
use sha2::{Digest, Sha256};

/// Puts a row in the words of the standard.
///
/// A bad field is noted and left out; the row is quarantined whole (no candidate) only when it
/// has neither a usable name nor an address.
pub fn normalise(row: &RawRow, mapping: &Mapping, communes: &Communes) -> Outcome {
    let mut work = Work {
        row,
        mapping,
        findings: Findings { repairs: row.repairs.clone(), problems: Vec::new() },
        candidate: Candidate::default(),
    };
    work.locate(communes);
    let local_id = work.local_id();
    let fields = &work.candidate.fields;
    if fields.name.is_empty() && fields.street.is_empty() {
        let (value, reason) = (String::new(), Reason::NoNameNoAddress);
        work.findings.problems.push(Problem { field: ROW, value, reason, fatal: true });
        return work.outcome(local_id, false);
    }
    work.name_from_address();
    work.contacts();
    work.hours();
    work.vocabularies();
    work.presentation();
    work.keep_extra();
    work.candidate.fields.id.clone_from(&local_id);
    work.outcome(local_id, true)
}

/// A row being normalised.
pub(crate) struct Work<'a> {
    row: &'a RawRow,
    mapping: &'a Mapping,
    findings: Findings,
    candidate: Candidate,
}

impl<'a> Work<'a> {
    /// The rules of a field whose conditions hold.
    fn rules(&self, field: FieldName) -> impl Iterator<Item = &'a Rule> + use<'a> {
        let row = self.row;
        let rules: &'a [Rule] = self.mapping.fields.get(&field).map_or(&[], Vec::as_slice);
        rules.iter().filter(move |rule| reading::holds(rule, row))
    }

    /// The identifier of the row in its list: its own, else a hash of its name and address,
    /// else of all it says.
    fn local_id(&self) -> String {
        let parts: Vec<String> = self
            .mapping
            .identity
            .columns
            .iter()
            .map(|column| text::clean(&reading::plain(self.row.get(column))).into_owned())
            .collect();
        if parts.iter().any(|part| !part.is_empty()) {
            return parts.join(":");
        }
        let fields = &self.candidate.fields;
        let said = [&fields.name, &fields.street, &fields.postcode, &fields.commune];
        let mut said = said.map(|part| text::fold(part)).join("\n");
        if said.trim().is_empty() {
            said = serde_json::Value::Object(self.row.values.clone()).to_string();
        }
        let digest = Sha256::digest(said.as_bytes());
        let head = digest.iter().take(8).fold(0_u64, |head, byte| head << 8 | u64::from(*byte));
        format!("{head:016x}")
    }

    fn outcome(self, local_id: String, is_usable: bool) -> Outcome {
        Outcome {
            local_id,
            candidate: is_usable.then_some(self.candidate),
            repairs: self.findings.repairs,
            problems: self.findings.problems,
        }
    }

    /// Columns the mapping asks to keep beside the standard.
    fn keep_extra(&mut self) {
        for (name, column) in &self.mapping.extra {
            let value = text::clean(&reading::plain(self.row.get(column))).into_owned();
            if !reading::is_blank(&value) {
                self.candidate.extra.insert(name.clone(), value);
            }
        }
    }
}

#[cfg(test)]
mod tests;
