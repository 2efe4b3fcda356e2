//! What a file is, told by its first bytes and by nothing else.

use crate::{Refusal, SIZE_MAX_BYTES};

/// How far a sentence may begin in a file that a browser would still take for a page.
const PAGE_WINDOW_BYTES: usize = 1024;

/// How a picture that we take is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// JPEG, baseline or progressive.
    Jpeg,
    /// PNG.
    Png,
    /// WebP, with or without loss. Of a moving one, the first picture is taken.
    WebP,
}

/// What a file looks like when it is not, or not only, a picture we take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Seen {
    /// A drawing that can hold scripts.
    Svg,
    /// GIF.
    Gif,
    /// The photographs of some telephones, and AVIF: no free decoder reads them here.
    Heic,
    /// TIFF, and the raw pictures of many cameras.
    Tiff,
    /// BMP.
    Bmp,
    /// A web page or a script.
    Page,
    /// PDF.
    Pdf,
    /// An archive, and so most office documents.
    Archive,
    /// A program.
    Program,
    /// Nothing that we know.
    Unknown,
}

/// The kind of a file that is neither empty nor too heavy.
pub(crate) fn kind(bytes: &[u8]) -> Result<Kind, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.len() > SIZE_MAX_BYTES {
        return Err(Refusal::TooHeavy { size_bytes: bytes.len() });
    }
    if bytes.starts_with(b"\xFF\xD8\xFF") {
        return Ok(Kind::Jpeg);
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1A\n") {
        return Ok(Kind::Png);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Ok(Kind::WebP);
    }
    Err(Refusal::WrongKind { seen: stranger(bytes) })
}

/// What a file looks like that is no picture we take.
fn stranger(bytes: &[u8]) -> Seen {
    const STARTS: &[(&[u8], Seen)] = &[
        (b"GIF8", Seen::Gif),
        (b"II*\0", Seen::Tiff),
        (b"MM\0*", Seen::Tiff),
        (b"BM", Seen::Bmp),
        (b"%PDF-", Seen::Pdf),
        (b"MZ", Seen::Program),
        (b"\x7FELF", Seen::Program),
        (b"#!", Seen::Program),
    ];
    if bytes.get(4..8) == Some(b"ftyp") {
        return Seen::Heic;
    }
    if let Some((_, seen)) = STARTS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return *seen;
    }
    let start = bytes.get(..PAGE_WINDOW_BYTES).unwrap_or(bytes).to_ascii_lowercase();
    if holds(&start, b"<svg") {
        return Seen::Svg;
    }
    hidden(&start)
        .or_else(|| ends_as_archive(bytes).then_some(Seen::Archive))
        .unwrap_or_else(|| if holds(&start, b"<!doctype") { Seen::Page } else { Seen::Unknown })
}

/// What stands in bytes that should hold nothing but pixels, if a machine would run it or open it.
pub(crate) fn hidden(bytes: &[u8]) -> Option<Seen> {
    const MARKS: &[(&[u8], Seen)] = &[
        (b"<?php", Seen::Page),
        (b"<script", Seen::Page),
        (b"<html", Seen::Page),
        (b"%pdf-", Seen::Pdf),
        (b"pk\x03\x04", Seen::Archive),
        (b"rar!\x1a\x07", Seen::Archive),
        (b"7z\xbc\xaf\x27\x1c", Seen::Archive),
    ];
    // Only what can begin a mark is compared further: a trailer can be megabytes long.
    bytes.iter().enumerate().find_map(|(at, first)| {
        if !matches!(first.to_ascii_lowercase(), b'<' | b'%' | b'p' | b'r' | b'7') {
            return None;
        }
        let rest = &bytes[at..];
        let is_here =
            |mark: &[u8]| rest.get(..mark.len()).is_some_and(|it| it.eq_ignore_ascii_case(mark));
        MARKS.iter().find(|(mark, _)| is_here(mark)).map(|(_, seen)| *seen)
    })
}

/// Whether a zip reader, which begins at the end, would find an archive here.
pub(crate) fn ends_as_archive(bytes: &[u8]) -> bool {
    const RECORD_BYTES: usize = 22;
    let from = bytes.len().saturating_sub(RECORD_BYTES + usize::from(u16::MAX));
    let tail = &bytes[from..];
    tail.windows(RECORD_BYTES).enumerate().any(|(at, record)| {
        let comment_bytes = usize::from(u16::from_le_bytes([record[20], record[21]]));
        record.starts_with(b"PK\x05\x06") && at + RECORD_BYTES + comment_bytes == tail.len()
    })
}

fn holds(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|it| it == mark)
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::WebP => "WebP",
        })
    }
}

impl std::fmt::Display for Seen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Svg => "c'est un dessin SVG",
            Self::Gif => "c'est une image GIF",
            Self::Heic => "c'est une photo HEIC ou AVIF",
            Self::Tiff => "c'est une image TIFF ou brute",
            Self::Bmp => "c'est une image BMP",
            Self::Page => "c'est une page ou un programme",
            Self::Pdf => "c'est un document PDF",
            Self::Archive => "c'est une archive ou un document",
            Self::Program => "c'est un programme",
            Self::Unknown => "ce n'est pas une image connue",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_is_found_from_its_end() {
        let mut bytes = vec![7; 100];
        bytes.extend_from_slice(b"PK\x05\x06");
        bytes.extend_from_slice(&[0; 16]);
        bytes.extend_from_slice(&[3, 0]);
        assert!(!ends_as_archive(&bytes), "its comment is missing");
        bytes.extend_from_slice(b"abc");
        assert!(ends_as_archive(&bytes));
    }

    #[test]
    fn a_mark_is_found_in_any_case_and_at_the_very_end() {
        assert_eq!(hidden(b"....<ScRiPt"), Some(Seen::Page));
        assert_eq!(hidden(b"....<scrip"), None);
    }
}
