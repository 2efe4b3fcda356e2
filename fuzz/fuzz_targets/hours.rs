//! Fuzzes the reader `hours`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::hours(bytes));
