//! The program as people and machines meet it: run for real, in folders of its own, killed,
//! fed with anything, asked twice.

#![expect(clippy::unwrap_used, reason = "a story that breaks off fails")]

mod accounts;
mod backups;
mod bad_commands;
mod bad_lists;
mod bombs;
mod chance;
mod demo;
mod hostile_words;
mod http;
mod kills;
mod lists;
mod mail;
mod neighbours;
mod program;
mod standing;
mod twice;
mod wire;
