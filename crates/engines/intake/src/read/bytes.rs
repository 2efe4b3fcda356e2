//! Bytes in any encoding as a stream of UTF-8 bytes.
//!
//! A list that declares no encoding is read as UTF-8; each byte that is not UTF-8 is read as
//! Windows-1252, so that a Latin-1 list, or one glued from both, comes out right. What was
//! found is told by [`Bytes::encoding`].

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::io::{self, BufRead};

const CHUNK_BYTES: usize = 64 * 1024;

/// A stream of UTF-8 bytes that can be looked at one ahead.
pub(super) struct Bytes<'a> {
    input: &'a mut dyn BufRead,
    decoding: Decoding,
    ready: Vec<u8>,
    position: usize,
    /// Bytes of a letter cut by the end of a chunk.
    pending: Vec<u8>,
    foreign: u64,
    has_mark: bool,
    ended: bool,
    started: bool,
}

enum Decoding {
    /// UTF-8, byte by byte Windows-1252 where it is not.
    Forgiving,
    Declared(Box<Decoder>, &'static Encoding),
}

impl<'a> Bytes<'a> {
    pub(super) fn new(input: &'a mut dyn BufRead, declared: Option<&str>) -> Self {
        let declared = declared
            .and_then(|label| Encoding::for_label(label.as_bytes()))
            .filter(|encoding| *encoding != UTF_8);
        let decoding = declared.map_or(Decoding::Forgiving, Decoding::declared);
        Self {
            input,
            decoding,
            ready: Vec::new(),
            position: 0,
            pending: Vec::new(),
            foreign: 0,
            has_mark: false,
            ended: false,
            started: false,
        }
    }

    /// The encoding met so far, in words for a person.
    pub(super) fn encoding(&self) -> String {
        let name = match &self.decoding {
            Decoding::Declared(_, encoding) => encoding.name().to_lowercase(),
            Decoding::Forgiving if self.foreign > 0 => {
                format!("windows-1252 ({} octets hors utf-8)", self.foreign)
            }
            Decoding::Forgiving => "utf-8".to_owned(),
        };
        if self.has_mark { format!("{name}, avec BOM") } else { name }
    }

    /// The next byte, left in place; `None` at the end.
    pub(super) fn peek(&mut self) -> io::Result<Option<u8>> {
        while self.position >= self.ready.len() {
            if !self.refill()? {
                return Ok(None);
            }
        }
        Ok(self.ready.get(self.position).copied())
    }

    /// Takes the next byte.
    pub(super) fn next(&mut self) -> io::Result<Option<u8>> {
        let byte = self.peek()?;
        self.position += usize::from(byte.is_some());
        Ok(byte)
    }

    /// The first byte from here on that is not a space, as far as what is already read tells.
    pub(super) fn after_spaces(&self) -> Option<u8> {
        let ahead = self.ready.get(self.position..).unwrap_or_default();
        ahead.iter().copied().find(|byte| *byte != b' ')
    }

    /// Takes white space.
    pub(super) fn skip_space(&mut self) -> io::Result<()> {
        while self.peek()?.is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.position += 1;
        }
        Ok(())
    }

    /// Puts bytes back in front of what is left.
    pub(super) fn put_back(&mut self, mut bytes: Vec<u8>) {
        bytes.extend_from_slice(self.ready.get(self.position..).unwrap_or_default());
        self.ready = bytes;
        self.position = 0;
    }

    fn refill(&mut self) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        self.ready.clear();
        self.position = 0;
        let mut chunk = std::mem::take(&mut self.pending);
        while chunk.len() < CHUNK_BYTES {
            let read = self.input.fill_buf()?;
            if read.is_empty() {
                self.ended = true;
                break;
            }
            let taken = read.len().min(CHUNK_BYTES);
            chunk.extend_from_slice(&read[..taken]);
            self.input.consume(taken);
        }
        if !self.started {
            self.started = true;
            self.read_mark(&mut chunk);
        }
        self.decode(&chunk);
        Ok(!self.ready.is_empty() || !self.ended)
    }

    fn read_mark(&mut self, chunk: &mut Vec<u8>) {
        let Some((encoding, length)) = Encoding::for_bom(chunk) else { return };
        self.has_mark = true;
        chunk.drain(..length);
        if encoding == UTF_16LE || encoding == UTF_16BE {
            self.decoding = Decoding::declared(encoding);
        } else {
            self.decoding = Decoding::Forgiving;
        }
    }

    fn decode(&mut self, chunk: &[u8]) {
        match &mut self.decoding {
            Decoding::Forgiving => self.decode_forgiving(chunk),
            Decoding::Declared(decoder, _) => {
                let room = decoder.max_utf8_buffer_length(chunk.len()).unwrap_or(chunk.len() * 4);
                self.ready.resize(room, 0);
                let (_, _, written, _) = decoder.decode_to_utf8(chunk, &mut self.ready, self.ended);
                self.ready.truncate(written);
            }
        }
    }

    fn decode_forgiving(&mut self, chunk: &[u8]) {
        let mut rest = chunk;
        loop {
            let Err(error) = std::str::from_utf8(rest) else {
                self.ready.extend_from_slice(rest);
                return;
            };
            let (valid, bad) = rest.split_at(error.valid_up_to());
            self.ready.extend_from_slice(valid);
            if error.error_len().is_none() && !self.ended {
                self.pending = bad.to_vec();
                return;
            }
            let (byte, after) = bad.split_at(1);
            let (letter, _) = WINDOWS_1252.decode_without_bom_handling(byte);
            self.ready.extend_from_slice(letter.as_bytes());
            self.foreign += 1;
            rest = after;
        }
    }
}

impl Decoding {
    fn declared(encoding: &'static Encoding) -> Self {
        Self::Declared(Box::new(encoding.new_decoder_without_bom_handling()), encoding)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(input: &[u8], declared: Option<&str>) -> (String, String) {
        let mut input = input;
        let mut bytes = Bytes::new(&mut input, declared);
        let mut out = Vec::new();
        while let Some(byte) = bytes.next().unwrap() {
            out.push(byte);
        }
        (String::from_utf8(out).unwrap(), bytes.encoding())
    }

    #[test]
    fn accents_survive_every_encoding() {
        assert_eq!(decoded("été".as_bytes(), None), ("été".into(), "utf-8".into()));
        assert_eq!(decoded(b"\xe9t\xe9", None).0, "été");
        assert!(decoded(b"\xe9t\xe9", None).1.starts_with("windows-1252"));
        assert_eq!(decoded(b"\xe9t\xe9", Some("latin-1")).0, "été");
        assert_eq!(decoded(b"\xff\xfe\xe9\0t\0", None).0, "ét");
        assert_eq!(decoded(b"\xef\xbb\xbf\xc3\xa9", None), ("é".into(), "utf-8, avec BOM".into()));
        assert_eq!(decoded(b"glued \xc3\xa9 and \xe9", None).0, "glued é and é");
    }

    #[test]
    fn a_letter_cut_by_a_chunk_is_whole() {
        let text = format!("a{}", "é".repeat(CHUNK_BYTES));
        assert_eq!(decoded(text.as_bytes(), None), (text, "utf-8".into()));
    }
}
