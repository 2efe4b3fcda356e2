//! Fuzzes the reader `bounce`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::returned(bytes));
