//! Fuzzes the reader `cookie`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::cookie(bytes));
