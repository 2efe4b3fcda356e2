//! What the storage promises, told on both engines.

#![expect(clippy::unwrap_used, reason = "a story that breaks off fails")]

mod journal;
mod town_hall;
