//! The frame of a file: is it complete, and is there anything behind the picture?
//!
//! Decoders forgive: half a photograph becomes a photograph half grey, and they stop reading where
//! the picture ends. Here the frame is walked to its end, without decoding.

use crate::{Kind, Refusal, Seen, recognise};

/// More passes than any camera writes. Each costs a walk over the whole picture.
const PASSES_MAX: usize = 64;

/// Refuses a file that is cut short, whose frame is broken, or that is something else as well.
pub(crate) fn check(kind: Kind, bytes: &[u8]) -> Result<(), Refusal> {
    let end = match kind {
        Kind::Jpeg => jpeg_end(bytes),
        Kind::Png => png_end(bytes),
        Kind::WebP => webp_end(bytes),
    };
    let end = end.map_err(|flaw| match flaw {
        Flaw::Cut => Refusal::Truncated { kind },
        Flaw::Broken => Refusal::Broken { kind },
    })?;
    let behind = bytes.get(end..).unwrap_or_default();
    let with = if recognise::ends_as_archive(bytes) {
        Some(Seen::Archive)
    } else {
        match kind {
            // Telephones put a film, a second picture or notes of their maker behind a JPEG.
            Kind::Jpeg => recognise::hidden(behind),
            Kind::Png | Kind::WebP => stranger_behind(behind),
        }
    };
    with.map_or(Ok(()), |with| Err(Refusal::Polyglot { kind, with }))
}

/// What is wrong with a frame.
enum Flaw {
    Cut,
    Broken,
}

/// Nothing is ever put behind a PNG or a WebP but padding.
fn stranger_behind(behind: &[u8]) -> Option<Seen> {
    let is_padding = behind.iter().all(|it| matches!(it, 0 | b'\n' | b'\r'));
    (!is_padding).then(|| recognise::hidden(behind).unwrap_or(Seen::Unknown))
}

/// Where the picture of a JPEG ends: behind its end marker.
fn jpeg_end(bytes: &[u8]) -> Result<usize, Flaw> {
    let mut at = 2;
    let mut passes = 0;
    loop {
        let marker_at = next_marker(bytes, at).ok_or(Flaw::Cut)?;
        let marker = bytes[marker_at];
        at = marker_at + 1;
        match marker {
            0xD9 => return if passes == 0 { Err(Flaw::Broken) } else { Ok(at) },
            0x01 | 0xD0..=0xD7 => continue,
            0xD8 => return Err(Flaw::Broken),
            _ => {}
        }
        let length = bytes.get(at..at + 2).ok_or(Flaw::Cut)?;
        let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
        if length < 2 {
            return Err(Flaw::Broken);
        }
        at += length;
        if marker == 0xDA {
            passes += 1;
            if passes > PASSES_MAX {
                return Err(Flaw::Broken);
            }
        }
    }
}

/// Where the next marker of a JPEG stands, from `at` on. Coded pixels hold `FF` only before a zero
/// or a restart marker, so that a marker is found among them as well as between segments.
fn next_marker(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = bytes.get(at..)?;
    let pairs = rest.iter().zip(rest.get(1..)?);
    let found = pairs
        .enumerate()
        .find(|(_, pair)| *pair.0 == 0xFF && !matches!(pair.1, 0x00 | 0xD0..=0xD7 | 0xFF));
    found.map(|(n, _)| at + n + 1)
}

/// Where a PNG ends: behind its `IEND` chunk.
fn png_end(bytes: &[u8]) -> Result<usize, Flaw> {
    let mut at = 8;
    let mut is_first = true;
    loop {
        let head = bytes.get(at..at + 8).ok_or(Flaw::Cut)?;
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]);
        let name = &head[4..];
        if length > i32::MAX.unsigned_abs() || (is_first && name != b"IHDR") {
            return Err(Flaw::Broken);
        }
        is_first = false;
        at = at.saturating_add(12).saturating_add(length as usize);
        if at > bytes.len() {
            return Err(Flaw::Cut);
        }
        if name == b"IEND" {
            return Ok(at);
        }
    }
}

/// Where a WebP ends: it says its length.
fn webp_end(bytes: &[u8]) -> Result<usize, Flaw> {
    let length = bytes.get(4..8).ok_or(Flaw::Cut)?;
    let length = u32::from_le_bytes([length[0], length[1], length[2], length[3]]) as usize;
    let end = length.saturating_add(8);
    if end > bytes.len() { Err(Flaw::Cut) } else { Ok(end) }
}
