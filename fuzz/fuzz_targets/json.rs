//! Fuzzes the reader `json`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::json(bytes));
