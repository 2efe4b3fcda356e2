//! Reading and normalising a list on a thread of its own, so that storing never waits for it.

use super::{Error, Harvest};
use crate::gazetteer::is_official_code;
use crate::rules::merge::Candidate;
use crate::store::records::Apart;
use intake::{Mapping, Outcome, RawRow, RowError};
use sha2::{Digest, Sha256};
use std::io::Read as _;
use tokio::sync::mpsc::{Receiver, Sender, channel};

const ROWS_PER_BATCH: usize = 500;
/// Batches read ahead: what bounds the memory.
const BATCHES_AHEAD: usize = 4;

/// A row, read.
pub(super) enum Row {
    /// It says something.
    Read(Box<ReadRow>),
    /// It could not be read at all.
    Unreadable(Apart),
}

/// What a row says.
pub(super) struct ReadRow {
    pub(super) row_number: u64,
    pub(super) raw: String,
    pub(super) raw_hash: String,
    pub(super) local_id: String,
    pub(super) candidate: Option<Candidate>,
    pub(super) apart: Vec<Apart>,
    pub(super) repairs: Vec<&'static str>,
}

/// Rows, and how the bytes are being read.
#[derive(Default)]
pub(super) struct Batch {
    pub(super) rows: Vec<Row>,
    pub(super) reading: String,
}

/// What decides whether a list was already read this way: its bytes, its mapping, the communes.
pub(super) fn fingerprint(asked: &Harvest) -> Result<String, Error> {
    let mut digest = Sha256::new();
    digest.update(asked.mapping.as_bytes());
    digest.update(asked.gazetteer.fingerprint.as_bytes());
    let mut list = (asked.open)()?;
    let mut buffer = vec![0; 64 * 1024];
    loop {
        match list.read(&mut buffer)? {
            0 => break,
            n => digest.update(&buffer[..n]),
        }
    }
    Ok(crate::hex(&digest.finalize()))
}

/// Starts reading. The channel ends with the list, or with an error.
pub(super) fn batches(asked: &Harvest, mapping: Mapping) -> Receiver<Result<Batch, Error>> {
    let (sender, receiver) = channel(BATCHES_AHEAD);
    let asked = asked.clone();
    tokio::task::spawn_blocking(move || {
        if let Err(error) = read_all(&asked, &mapping, &sender) {
            // The other end may be gone already: nobody is left to be told.
            let _ = sender.blocking_send(Err(error));
        }
    });
    receiver
}

fn read_all(
    asked: &Harvest,
    mapping: &Mapping,
    sender: &Sender<Result<Batch, Error>>,
) -> Result<(), Error> {
    let mut list = (asked.open)()?;
    let mut rows = intake::read(&mut *list, mapping)?;
    loop {
        let mut batch = Batch::default();
        while batch.rows.len() < ROWS_PER_BATCH {
            let Some(row) = rows.next() else { break };
            batch.rows.push(match row {
                Ok(row) => Row::Read(Box::new(read_row(&row, mapping, asked))),
                Err(error) => Row::Unreadable(unreadable(&error)),
            });
        }
        let is_last = batch.rows.len() < ROWS_PER_BATCH;
        batch.reading = rows.encoding();
        if sender.blocking_send(Ok(batch)).is_err() || is_last {
            return Ok(());
        }
    }
}

fn read_row(row: &RawRow, mapping: &Mapping, asked: &Harvest) -> ReadRow {
    let raw = serde_json::to_string(&row.values).unwrap_or_default();
    let outcome = intake::normalise(row, mapping, &asked.gazetteer.communes);
    let apart = apart(row.row_number, &outcome);
    let repairs = row.repairs.iter().chain(&outcome.repairs).map(|it| it.rule).collect();
    let candidate = outcome.candidate.map(|mut candidate| {
        candidate.fields.commune_code =
            candidate.fields.commune_code.filter(|code| is_official_code(code));
        Candidate::from(candidate)
    });
    ReadRow {
        row_number: row.row_number,
        raw_hash: crate::fingerprint(raw.as_bytes()),
        raw,
        local_id: outcome.local_id,
        candidate,
        apart,
        repairs,
    }
}

fn apart(row_number: u64, outcome: &Outcome) -> Vec<Apart> {
    outcome
        .problems
        .iter()
        .map(|problem| Apart {
            row_number,
            local_id: outcome.local_id.clone(),
            field: problem.field.to_owned(),
            value: problem.value.clone(),
            reason: problem.reason.name().to_owned(),
            fatal: problem.fatal,
        })
        .collect()
}

fn unreadable(error: &RowError) -> Apart {
    Apart {
        row_number: error.row_number,
        local_id: String::new(),
        field: "ligne".into(),
        value: error.text.clone(),
        reason: error.reason.to_string(),
        fatal: true,
    }
}
