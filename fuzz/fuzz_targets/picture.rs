//! Fuzzes the reader `picture`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::picture(bytes));
