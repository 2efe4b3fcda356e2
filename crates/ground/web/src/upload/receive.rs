//! Reading the parts of a form one after another, never more in memory than is permitted.

use super::{FileField, UploadRefusal};
use crate::Error;
use crate::file_name::label;
use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;
use sha2::{Digest as _, Sha256};
use tokio::sync::{Semaphore, SemaphorePermit};
use url::form_urlencoded::Serializer;

/// The most parts of a form.
const PARTS_MAX: usize = 200;
const NAME_MAX_BYTES: usize = 100;

/// What all files being received may take together, in KiB of memory: 128 MiB.
static ROOM_KIB: Semaphore = Semaphore::const_new(128 << 10);

/// A file that someone sent.
pub struct Sent {
    /// The field that brought it.
    pub field: &'static str,
    /// What the sender calls it: to be shown, never to find or write a file.
    pub label: String,
    /// What it holds. What that is, its content alone can tell.
    pub bytes: Vec<u8>,
    /// The room it takes, given back when this is dropped.
    room: Room,
}

impl std::fmt::Debug for Sent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} « {} », {} bytes", self.field, self.label, self.bytes.len())
    }
}

/// What a form with files brought.
pub(super) struct Received<K> {
    pub(super) ticket: K,
    /// The fields that were typed, as a form without files would send them.
    pub(super) text: String,
    pub(super) files: Result<Vec<Sent>, UploadRefusal>,
}

impl<K> Received<K> {
    /// Everything it says, in a few letters for each file.
    pub(super) fn content(&self) -> String {
        let mut content = self.text.clone();
        for file in self.files.iter().flatten() {
            content.push('|');
            content.push_str(&data_encoding::HEXLOWER.encode(&Sha256::digest(&file.bytes)));
        }
        content
    }
}

/// Why a form is not read to its end.
#[derive(Debug)]
pub(super) enum Fault {
    /// It is not a form, or not this one.
    Unreadable,
    /// It has no end.
    TooLong,
    /// Too many files are being received.
    Busy,
    /// Its ticket is not good.
    Ticket(Error),
}

impl From<MultipartError> for Fault {
    fn from(error: MultipartError) -> Self {
        let is_long = error.status() == StatusCode::PAYLOAD_TOO_LARGE;
        if is_long { Self::TooLong } else { Self::Unreadable }
    }
}

/// Reads a form. `check` is given the value of the field `csrf`, and says whether it is good: no
/// file is read before.
pub(super) async fn receive<K>(
    mut multipart: Multipart,
    fields: &'static [FileField],
    text_max_bytes: usize,
    check: impl Fn(&str) -> Result<K, Error>,
) -> Result<Received<K>, Fault> {
    let mut ticket = None;
    let mut fields_typed: Vec<(String, String)> = Vec::new();
    let mut text_left_bytes = text_max_bytes;
    let mut taking = Taking { fields, files: Vec::new(), refusal: None };
    let mut parts = 0;
    while let Some(field) = multipart.next_field().await? {
        parts += 1;
        if parts > PARTS_MAX {
            return Err(Fault::TooLong);
        }
        let name = field.name().unwrap_or_default().to_owned();
        if name.is_empty() || name.len() > NAME_MAX_BYTES {
            return Err(Fault::Unreadable);
        }
        if field.file_name().is_some() {
            if ticket.is_none() {
                check("").map_err(Fault::Ticket)?;
                return Err(Fault::Unreadable);
            }
            taking.take(&name, field).await?;
            continue;
        }
        if fields.iter().any(|it| it.name == name) {
            return Err(Fault::Unreadable);
        }
        let value = typed(field, &mut text_left_bytes).await?;
        if name != "csrf" {
            fields_typed.push((name, value));
        } else if ticket.replace(check(&value).map_err(Fault::Ticket)?).is_some() {
            return Err(Fault::Unreadable);
        }
    }
    let ticket = match ticket {
        Some(ticket) => ticket,
        None => check("").map_err(Fault::Ticket)?,
    };
    let files = taking.refusal.map_or(Ok(taking.files), Err);
    let text = Serializer::new(String::new()).extend_pairs(fields_typed).finish();
    Ok(Received { ticket, text, files })
}

/// What was typed in a field.
async fn typed(mut field: Field<'_>, left_bytes: &mut usize) -> Result<String, Fault> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await? {
        *left_bytes = left_bytes.checked_sub(chunk.len()).ok_or(Fault::TooLong)?;
        bytes.extend_from_slice(&chunk);
    }
    String::from_utf8(bytes).map_err(|_| Fault::Unreadable)
}

/// The files taken so far.
struct Taking {
    fields: &'static [FileField],
    files: Vec<Sent>,
    refusal: Option<UploadRefusal>,
}

impl Taking {
    /// Takes a file, or reads it to its end and remembers why it is not taken.
    async fn take(&mut self, name: &str, mut field: Field<'_>) -> Result<(), Fault> {
        let rule = self.fields.iter().find(|it| it.name == name).ok_or(Fault::Unreadable)?;
        let label = label(field.file_name().unwrap_or_default());
        let already = self.files.iter().filter(|it| it.field == rule.name).count();
        let is_nameless = field.file_name().is_none_or(str::is_empty);
        let mut sent = Sent { field: rule.name, label, bytes: Vec::new(), room: Room(None) };
        while let Some(chunk) = field.chunk().await? {
            if self.refusal.is_some() {
                continue;
            }
            if sent.bytes.len() + chunk.len() > rule.size_max_bytes {
                let (field, size_max_bytes) = (rule.name, rule.size_max_bytes);
                let label = std::mem::take(&mut sent.label);
                self.refuse(UploadRefusal::TooHeavy { field, label, size_max_bytes });
                sent.bytes = Vec::new();
                continue;
            }
            sent.room.grow(sent.bytes.len() + chunk.len())?;
            sent.bytes.extend_from_slice(&chunk);
        }
        // What a browser sends for a field that was left empty.
        let is_nothing = is_nameless && sent.bytes.is_empty();
        if self.refusal.is_some() || is_nothing {
            return Ok(());
        }
        if already >= rule.count_max {
            let (field, count_max) = (rule.name, rule.count_max);
            self.refuse(UploadRefusal::TooMany { field, count_max });
            return Ok(());
        }
        self.files.push(sent);
        Ok(())
    }

    /// One file refused is enough: none is kept.
    fn refuse(&mut self, refusal: UploadRefusal) {
        self.files = Vec::new();
        self.refusal = Some(refusal);
    }
}

/// Memory promised to a file while it is received and treated.
struct Room(Option<SemaphorePermit<'static>>);

impl Room {
    /// Asks for as much as `bytes` take in all; nobody waits, so that nobody can make others wait.
    fn grow(&mut self, bytes: usize) -> Result<(), Fault> {
        let held_kib = self.0.as_ref().map_or(0, SemaphorePermit::num_permits);
        let more_kib = bytes.div_ceil(1024).saturating_sub(held_kib);
        let more_kib = u32::try_from(more_kib).map_err(|_| Fault::Busy)?;
        let more = ROOM_KIB.try_acquire_many(more_kib).map_err(|_| Fault::Busy)?;
        match &mut self.0 {
            Some(held) => held.merge(more),
            none => *none = Some(more),
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "receive_stories.rs"]
mod stories;
