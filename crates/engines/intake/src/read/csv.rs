//! Cutting separated values into rows, forgiving what lists really contain: quotes left open,
//! quotes inside quotes, rows longer or shorter than the header.

use super::bytes::Bytes;
use super::limits::{COLUMNS_MAX, ROW_MAX_BYTES, SECOND_CHANCES};
use super::{ListError, RawRow, RowError, RowFault, error_at};
use serde_json::{Map, Value};
use std::io;

/// The rows of a CSV.
pub(super) struct CsvRows<'a> {
    bytes: Bytes<'a>,
    separator: u8,
    columns: Vec<String>,
    row_number: u64,
    second_chances: u32,
    ended: bool,
}

/// One record as cut.
struct Record {
    cells: Vec<Vec<u8>>,
    /// The bytes it was cut from.
    raw: Vec<u8>,
    /// Whether a quote was still open at the end of the list or at the limit.
    open: bool,
    too_long: bool,
}

impl<'a> CsvRows<'a> {
    /// Reads the header.
    pub(super) fn open(mut bytes: Bytes<'a>, separator: Option<char>) -> Result<Self, ListError> {
        let io_error = |error: io::Error| ListError::Io(error.to_string());
        bytes.skip_space().map_err(io_error)?;
        if bytes.peek().map_err(io_error)?.is_none() {
            return Err(ListError::Empty);
        }
        let separator = match separator.and_then(|separator| u8::try_from(separator).ok()) {
            Some(separator) => separator,
            None => guessed_separator(&mut bytes).map_err(io_error)?,
        };
        let header = record(&mut bytes, separator).map_err(io_error)?;
        if header.open || header.too_long {
            let found = "une première ligne sans fin".to_owned();
            return Err(ListError::WrongShape { expected: "un en-tête CSV".to_owned(), found });
        }
        if header.cells.len() > COLUMNS_MAX {
            return Err(ListError::TooManyColumns(COLUMNS_MAX));
        }
        let columns = distinct(header.cells.into_iter().map(text).collect());
        Ok(Self { bytes, separator, columns, row_number: 0, second_chances: 0, ended: false })
    }

    pub(super) fn encoding(&self) -> String {
        self.bytes.encoding()
    }

    pub(super) fn columns(&self) -> &[String] {
        &self.columns
    }

    fn row(&mut self) -> io::Result<Option<Result<RawRow, RowError>>> {
        while matches!(self.bytes.peek()?, Some(b'\n' | b'\r')) {
            self.bytes.next()?;
        }
        if self.bytes.peek()?.is_none() {
            return Ok(None);
        }
        let record = record(&mut self.bytes, self.separator)?;
        self.row_number += 1;
        if record.open {
            return self.after_open_quote(&record).map(|error| Some(Err(error)));
        }
        if record.too_long || record.cells.len() > COLUMNS_MAX {
            let reason = RowFault::TooLong(ROW_MAX_BYTES);
            return Ok(Some(Err(error_at(self.row_number, reason, &record.raw, false))));
        }
        Ok(Some(Ok(RawRow {
            row_number: self.row_number,
            values: self.values(record.cells),
            repairs: Vec::new(),
        })))
    }

    /// A quote left open swallows what follows: only its own line is given up, the lines after
    /// it are read again, a bounded number of times.
    fn after_open_quote(&mut self, record: &Record) -> io::Result<RowError> {
        let line_end = record.raw.iter().position(|byte| *byte == b'\n');
        let rest = line_end.map(|end| record.raw[end + 1..].to_vec());
        if rest.is_none() && record.too_long {
            while self.bytes.next()?.is_some_and(|byte| byte != b'\n') {}
            let reason = RowFault::TooLong(ROW_MAX_BYTES);
            return Ok(error_at(self.row_number, reason, &record.raw, false));
        }
        let again = rest.filter(|_| self.second_chances < SECOND_CHANCES);
        let stops = again.is_none();
        let line = &record.raw[..line_end.unwrap_or(record.raw.len())];
        let error = error_at(self.row_number, RowFault::Truncated, line, stops);
        self.second_chances += 1;
        match again {
            Some(rest) => self.bytes.put_back(rest),
            None => self.ended = true,
        }
        Ok(error)
    }

    fn values(&self, cells: Vec<Vec<u8>>) -> Map<String, Value> {
        let mut values = Map::with_capacity(cells.len());
        for (position, cell) in cells.into_iter().enumerate() {
            let cell = text(cell);
            if let Some(column) = self.columns.get(position) {
                values.insert(column.clone(), Value::String(cell));
            } else if !cell.trim().is_empty() {
                values.insert(format!("colonne {}", position + 1), Value::String(cell));
            }
        }
        values
    }
}

impl Iterator for CsvRows<'_> {
    type Item = Result<RawRow, RowError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        match self.row() {
            Ok(Some(row)) => Some(row),
            Ok(None) => {
                self.ended = true;
                None
            }
            Err(error) => {
                self.ended = true;
                let reason = RowFault::Io(error.to_string());
                Some(Err(error_at(self.row_number + 1, reason, &[], true)))
            }
        }
    }
}

fn text(cell: Vec<u8>) -> String {
    String::from_utf8(cell)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// Cuts one record. Past the limit its bytes are dropped, up to the end of its line.
fn record(bytes: &mut Bytes<'_>, separator: u8) -> io::Result<Record> {
    let mut record = Record { cells: Vec::new(), raw: Vec::new(), open: false, too_long: false };
    let mut cell = Vec::new();
    let mut quoted = false;
    loop {
        let Some(byte) = bytes.next()? else {
            record.open = quoted;
            break;
        };
        if record.raw.len() >= ROW_MAX_BYTES {
            record.too_long = true;
            record.open = quoted;
            if quoted {
                break;
            }
            if byte == b'\n' {
                break;
            }
            continue;
        }
        record.raw.push(byte);
        match byte {
            b'"' if quoted => quoted = !closes(bytes, separator, &mut cell, &mut record.raw)?,
            _ if quoted => cell.push(byte),
            b'"' if cell.iter().all(u8::is_ascii_whitespace) => {
                cell.clear();
                quoted = true;
            }
            b'\n' => break,
            b'\r' if bytes.peek()? == Some(b'\n') => {}
            _ if byte == separator => record.cells.push(std::mem::take(&mut cell)),
            _ => cell.push(byte),
        }
    }
    record.cells.push(cell);
    Ok(record)
}

/// A quote met inside quotes: doubled it is a quote, before a separator it closes, anywhere
/// else it is a quote someone forgot to double.
fn closes(
    bytes: &mut Bytes<'_>,
    separator: u8,
    cell: &mut Vec<u8>,
    raw: &mut Vec<u8>,
) -> io::Result<bool> {
    match bytes.peek()? {
        Some(b'"') => {
            bytes.next()?;
            raw.push(b'"');
            cell.push(b'"');
            Ok(false)
        }
        None | Some(b'\n' | b'\r') => Ok(true),
        Some(next) if next == separator => Ok(true),
        Some(b' ') if matches!(bytes.after_spaces(), None | Some(b'\n' | b'\r')) => Ok(true),
        Some(b' ') if bytes.after_spaces() == Some(separator) => Ok(true),
        Some(_) => {
            cell.push(b'"');
            Ok(false)
        }
    }
}

/// The separator met most often in the first line, outside quotes.
fn guessed_separator(bytes: &mut Bytes<'_>) -> io::Result<u8> {
    let mut line = Vec::new();
    let mut counts = [(b';', 0_u32), (b',', 0), (b'\t', 0), (b'|', 0)];
    let mut quoted = false;
    while line.len() < COLUMNS_MAX * 64 {
        let Some(byte) = bytes.next()? else { break };
        line.push(byte);
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if !quoted => {
                counts.iter_mut().filter(|(known, _)| *known == byte).for_each(|(_, n)| *n += 1);
            }
            _ => {}
        }
    }
    bytes.put_back(line);
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    Ok(most.filter(|(_, count)| *count > 0).map_or(b',', |(separator, _)| *separator))
}

/// Names for columns: trimmed, one without a name takes its position, one already taken a
/// number.
fn distinct(names: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::HashMap::new();
    names
        .into_iter()
        .enumerate()
        .map(|(position, name)| {
            let name = name.trim().to_owned();
            let name = if name.is_empty() { format!("colonne {}", position + 1) } else { name };
            let times = seen.entry(name.clone()).or_insert(0_u32);
            *times += 1;
            if *times == 1 { name } else { format!("{name} ({times})") }
        })
        .collect()
}
