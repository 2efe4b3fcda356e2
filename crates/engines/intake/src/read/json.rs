//! Cutting JSON into rows: the array is walked byte by byte and each element parsed alone, so
//! that a bad element costs only itself and memory holds one at a time.

use super::bytes::Bytes;
use super::limits::{DEPTH_MAX, ROW_MAX_BYTES};
use super::{ListError, RawRow, RowError, RowFault, error_at};
use crate::outcome::{ROW, Repair};
use serde_json::{Map, Value};
use std::io;

/// The elements of one array of a JSON text.
pub(super) struct JsonRows<'a> {
    bytes: Bytes<'a>,
    row_number: u64,
    is_geojson: bool,
    ended: bool,
}

/// How the walk over one value ended.
struct Walk {
    depth: usize,
    too_long: bool,
    truncated: bool,
}

impl<'a> JsonRows<'a> {
    /// Goes to the array of rows: at `path`, else the root, else the first array of the root.
    pub(super) fn open(
        mut bytes: Bytes<'a>,
        path: Option<&str>,
        is_geojson: bool,
    ) -> Result<Self, ListError> {
        let path = path.or(is_geojson.then_some("features"));
        let path: Vec<&str> = path.map_or(Vec::new(), |path| path.split('.').collect());
        bytes.skip_space().map_err(io_error)?;
        match bytes.peek().map_err(io_error)? {
            None => return Err(ListError::Empty),
            Some(b'[') if path.is_empty() => {
                bytes.next().map_err(io_error)?;
            }
            Some(b'{') => descend(&mut bytes, &path)?,
            Some(byte) => return Err(shape("un tableau JSON", byte)),
        }
        Ok(Self { bytes, row_number: 0, is_geojson, ended: false })
    }

    pub(super) fn encoding(&self) -> String {
        self.bytes.encoding()
    }

    fn element(&mut self) -> io::Result<Option<Result<RawRow, RowError>>> {
        loop {
            self.bytes.skip_space()?;
            match self.bytes.peek()? {
                Some(b',') => {
                    self.bytes.next()?;
                }
                Some(b']') => return Ok(None),
                Some(b'}') => {
                    self.row_number += 1;
                    let why = RowFault::Malformed("accolade de trop".to_owned());
                    return Ok(Some(Err(self.fault(why, b"}", true))));
                }
                None => {
                    self.row_number += 1;
                    return Ok(Some(Err(self.fault(RowFault::Truncated, &[], true))));
                }
                Some(_) => break,
            }
        }
        self.row_number += 1;
        let mut text = Vec::new();
        let walk = walk_value(&mut self.bytes, Some(&mut text))?;
        Ok(Some(self.parsed(&walk, &text)))
    }

    fn parsed(&mut self, walk: &Walk, text: &[u8]) -> Result<RawRow, RowError> {
        if walk.truncated {
            return Err(self.fault(RowFault::Truncated, text, true));
        }
        if walk.too_long {
            return Err(self.fault(RowFault::TooLong(ROW_MAX_BYTES), text, false));
        }
        if walk.depth > DEPTH_MAX {
            return Err(self.fault(RowFault::TooDeep(DEPTH_MAX), text, false));
        }
        let mut repairs = Vec::new();
        let value = match serde_json::from_slice(text) {
            Ok(value) => value,
            Err(error) => {
                let repaired = with_escapes_repaired(text);
                let Ok(value) = serde_json::from_slice(&repaired) else {
                    let why = error.to_string();
                    return Err(self.fault(RowFault::Malformed(why), text, false));
                };
                let rule = "json-escape";
                let (before, after) = (String::new(), String::new());
                repairs.push(Repair { field: ROW, rule, before, after });
                value
            }
        };
        let Value::Object(values) = value else {
            return Err(self.fault(RowFault::NotAnObject, text, false));
        };
        let values = if self.is_geojson { flat_feature(values) } else { values };
        Ok(RawRow { row_number: self.row_number, values, repairs })
    }

    fn fault(&mut self, reason: RowFault, text: &[u8], stops: bool) -> RowError {
        self.ended |= stops;
        error_at(self.row_number, reason, text, stops)
    }
}

impl Iterator for JsonRows<'_> {
    type Item = Result<RawRow, RowError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        match self.element() {
            Ok(Some(row)) => Some(row),
            Ok(None) => {
                self.ended = true;
                None
            }
            Err(error) => {
                self.row_number += 1;
                Some(Err(self.fault(RowFault::Io(error.to_string()), &[], true)))
            }
        }
    }
}

#[expect(clippy::needless_pass_by_value, reason = "the shape map_err asks for")]
fn io_error(error: io::Error) -> ListError {
    ListError::Io(error.to_string())
}

fn shape(expected: &str, found: u8) -> ListError {
    ListError::WrongShape {
        expected: expected.to_owned(),
        found: format!("« {} »", char::from(found).escape_default()),
    }
}

/// From the `{` of an object to just inside the array that `path` leads to.
fn descend(bytes: &mut Bytes<'_>, path: &[&str]) -> Result<(), ListError> {
    let mut left = path;
    let lost = || ListError::WrongShape {
        expected: if path.is_empty() {
            "un tableau JSON".to_owned()
        } else {
            format!("un tableau sous « {} »", path.join("."))
        },
        found: "un objet qui n'en a pas".to_owned(),
    };
    bytes.next().map_err(io_error)?;
    loop {
        bytes.skip_space().map_err(io_error)?;
        let key = match bytes.peek().map_err(io_error)? {
            Some(b'"') => key(bytes).map_err(io_error)?,
            Some(b',') => {
                bytes.next().map_err(io_error)?;
                continue;
            }
            _ => return Err(lost()),
        };
        bytes.skip_space().map_err(io_error)?;
        if bytes.next().map_err(io_error)? != Some(b':') {
            return Err(lost());
        }
        bytes.skip_space().map_err(io_error)?;
        let opening = bytes.peek().map_err(io_error)?;
        let is_ours = left.first().is_none_or(|wanted| *wanted == key);
        match (opening, is_ours, left.len()) {
            (Some(b'['), true, 0 | 1) => {
                bytes.next().map_err(io_error)?;
                return Ok(());
            }
            (Some(b'{'), true, 2..) => {
                bytes.next().map_err(io_error)?;
                left = &left[1..];
            }
            _ => {
                walk_value(bytes, None).map_err(io_error)?;
            }
        }
    }
}

fn key(bytes: &mut Bytes<'_>) -> io::Result<String> {
    let mut text = Vec::new();
    walk_value(bytes, Some(&mut text))?;
    Ok(serde_json::from_slice(&text).unwrap_or_default())
}

/// Walks over one value. What is walked over goes to `out`, up to the limit.
fn walk_value(bytes: &mut Bytes<'_>, mut out: Option<&mut Vec<u8>>) -> io::Result<Walk> {
    let mut walk = Walk { depth: 0, too_long: false, truncated: false };
    let (mut level, mut in_text, mut escaped) = (0_usize, false, false);
    loop {
        let Some(byte) = bytes.peek()? else {
            walk.truncated = level > 0 || in_text;
            return Ok(walk);
        };
        if level == 0 && !in_text && matches!(byte, b',' | b']' | b'}') {
            return Ok(walk);
        }
        bytes.next()?;
        if let Some(out) = out.as_deref_mut() {
            if out.len() < ROW_MAX_BYTES {
                out.push(byte);
            } else {
                walk.too_long = true;
            }
        }
        if in_text {
            in_text = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
        } else {
            match byte {
                b'"' => in_text = true,
                b'{' | b'[' => {
                    level += 1;
                    walk.depth = walk.depth.max(level);
                }
                b'}' | b']' => level -= 1,
                _ => continue,
            }
        }
        if level == 0 && !in_text {
            return Ok(walk);
        }
    }
}

/// Escapes that JSON does not know lose their backslash's meaning, and raw control characters
/// are escaped: both come from tools that write JSON by hand.
fn with_escapes_repaired(text: &[u8]) -> Vec<u8> {
    let mut repaired = Vec::with_capacity(text.len() + 16);
    let mut in_text = false;
    let mut rest = text.iter().copied().peekable();
    while let Some(byte) = rest.next() {
        match byte {
            b'\\' if in_text => {
                let known = rest.next_if(|next| b"\"\\/bfnrtu".contains(next));
                repaired.extend_from_slice(if known.is_some() { b"\\" } else { b"\\\\" });
                repaired.extend(known);
            }
            0..0x20 if in_text => repaired.push(b' '),
            b'"' => {
                in_text = !in_text;
                repaired.push(byte);
            }
            _ => repaired.push(byte),
        }
    }
    repaired
}

/// A feature as one flat object: its properties, its id and its point.
fn flat_feature(mut feature: Map<String, Value>) -> Map<String, Value> {
    let mut values = match feature.remove("properties") {
        Some(Value::Object(properties)) => properties,
        _ => Map::new(),
    };
    if let Some(id) = feature.remove("id") {
        values.insert("feature.id".to_owned(), id);
    }
    let point = feature.get("geometry").and_then(first_point);
    if let Some((longitude, latitude)) = point {
        values.insert("geometry.longitude".to_owned(), longitude);
        values.insert("geometry.latitude".to_owned(), latitude);
    }
    values
}

/// The first position of a geometry, however nested.
fn first_point(geometry: &Value) -> Option<(Value, Value)> {
    let mut coordinates = geometry.get("coordinates")?;
    loop {
        let first = coordinates.get(0)?;
        if first.is_array() {
            coordinates = first;
        } else {
            return Some((first.clone(), coordinates.get(1)?.clone()));
        }
    }
}
