//! The house rules that a compiler cannot see, as tests.
//!
//! * `floors`: which crate may import which, and who alone may name a library;
//! * `files`: how long files are, where SQL stands, which words are never written;
//! * `words`: what is said in French is said in English;
//! * `register`: every table and column has a class in the register of processing;
//! * `asvs`: the sheet of OWASP ASVS lacks no line and names only tests that exist;
//! * `documents`: decisions are numbered, and what can be generated is generated:
//!   `BLESS=1 cargo test -p tidy` rewrites the generated blocks.
//!
//! A rule that is broken tells every place where it is, not only the first.
#![cfg(test)]

mod asvs;
mod documents;
mod files;
mod floors;
mod register;
mod source;
mod words;
