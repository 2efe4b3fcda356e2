//! Letters that people choose to receive: what waits for them, what happens on their pages. One
//! letter for all that happened, at the pace they chose.
//!
//! Nobody receives any before agreeing to it: choosing a pace is a consent, written down with its
//! text and its time, and "never" withdraws it. Every such letter carries the way out of RFC 8058:
//! one click, without signing in.
//!
//! * [`choice`]: choosing, and stopping by the link of a letter;
//! * [`Teller`], [`Tellers`]: what there is to say, slice by slice;
//! * [`turn`]: the letters that are due, written by the clockwork.

pub mod choice;
mod send;
mod teller;

pub(crate) use send::lines;
pub use send::{Sent, turn};
pub use teller::{Asked, Teller, Tellers, Told};
