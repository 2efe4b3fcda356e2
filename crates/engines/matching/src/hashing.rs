//! A quick hasher for tables whose keys nobody outside chooses to collide: words and numbers.
//!
//! The standard hasher resists hostile keys and costs several times more. Here the tables are
//! bounded by the size of the lists and a collision only costs time.

use std::hash::{BuildHasherDefault, Hasher};

/// Builds [`QuickHasher`]s; the third parameter of the engine's hash maps.
pub(crate) type Quick = BuildHasherDefault<QuickHasher>;

/// Multiplies and rotates; the result is the same in every run.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct QuickHasher(u64);

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

impl QuickHasher {
    fn add(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(23) ^ value).wrapping_mul(FACTOR);
    }
}

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut padded = [0_u8; 8];
            padded[..chunk.len()].copy_from_slice(chunk);
            self.add(u64::from_le_bytes(padded));
        }
    }

    fn write_u8(&mut self, value: u8) {
        self.add(u64::from(value));
    }

    fn write_u32(&mut self, value: u32) {
        self.add(u64::from(value));
    }

    fn write_u64(&mut self, value: u64) {
        self.add(value);
    }

    fn write_usize(&mut self, value: usize) {
        self.add(value as u64);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}
