//! Fuzzes the reader `ticket`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::ticket(bytes));
