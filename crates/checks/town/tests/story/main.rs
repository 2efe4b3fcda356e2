//! Stories told over HTTP, on each engine.

#![expect(clippy::unwrap_used, reason = "a story that breaks off fails")]

mod accounts;
mod administration;
mod api;
mod keeping;
mod lists;
mod moderation;
mod pages;
mod privacy;
mod ratings;
mod safety;
