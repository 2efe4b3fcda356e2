//! Reading and writing the small numbers of a basemap file, never past its end.

/// Reads forward through bytes; every method answers `None` at the end or on nonsense.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cursor<'a> {
    rest: &'a [u8],
}

impl<'a> Cursor<'a> {
    /// At the beginning of these bytes.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// How many bytes are left.
    pub(crate) fn left(&self) -> usize {
        self.rest.len()
    }

    /// The next byte.
    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(first)
    }

    /// The next `count` bytes.
    pub(crate) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    /// A whole number, seven bits a byte, the lowest first.
    pub(crate) fn number(&mut self) -> Option<u32> {
        let mut value = 0_u32;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            let bits = u32::from(byte & 0x7f);
            value |= bits.checked_shl(shift).filter(|high| high >> shift == bits)?;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    /// A whole number with a sign, folded so that small ones stay short.
    pub(crate) fn signed(&mut self) -> Option<i32> {
        let folded = self.number()?;
        Some((folded >> 1).cast_signed() ^ -(folded & 1).cast_signed())
    }

    /// A length: a number no larger than the bytes that are left.
    pub(crate) fn length(&mut self) -> Option<usize> {
        let length = usize::try_from(self.number()?).ok()?;
        (length <= self.left()).then_some(length)
    }

    /// A text of at most `limit` bytes, with its length before it.
    pub(crate) fn text(&mut self, limit: usize) -> Option<&'a str> {
        let length = self.length().filter(|length| *length <= limit)?;
        std::str::from_utf8(self.take(length)?).ok()
    }
}

/// Writes a whole number as [`Cursor::number`] reads it.
pub(crate) fn put_number(out: &mut Vec<u8>, mut value: u32) {
    loop {
        let low = (value & 0x7f).to_le_bytes()[0];
        value >>= 7;
        if value == 0 {
            out.push(low);
            return;
        }
        out.push(low | 0x80);
    }
}

/// Writes a number with a sign as [`Cursor::signed`] reads it.
pub(crate) fn put_signed(out: &mut Vec<u8>, value: i32) {
    put_number(out, (value << 1 ^ value >> 31).cast_unsigned());
}

/// Writes a length; those past four thousand million are cut, which no file reaches.
pub(crate) fn put_length(out: &mut Vec<u8>, length: usize) {
    put_number(out, u32::try_from(length).unwrap_or(u32::MAX));
}

/// Writes a text with its length before it.
pub(crate) fn put_text(out: &mut Vec<u8>, text: &str) {
    put_length(out, text.len());
    out.extend_from_slice(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_come_back(value: u32, signed: i32, text in ".{0,40}") {
            let mut out = Vec::new();
            put_number(&mut out, value);
            put_signed(&mut out, signed);
            put_text(&mut out, &text);
            let mut cursor = Cursor::new(&out);
            prop_assert_eq!(cursor.number(), Some(value));
            prop_assert_eq!(cursor.signed(), Some(signed));
            prop_assert_eq!(cursor.text(1_000), Some(text.as_str()));
            prop_assert_eq!(cursor.left(), 0);
        }

        #[test]
        fn any_bytes_are_read_without_panic(bytes: Vec<u8>) {
            let mut cursor = Cursor::new(&bytes);
            while cursor.number().is_some() && cursor.signed().is_some() {}
            let _ = cursor.text(10);
        }
    }
}
