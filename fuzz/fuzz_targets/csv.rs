//! Fuzzes the reader `csv`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::csv(bytes));
