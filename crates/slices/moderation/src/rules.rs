//! The rules of moderation: pure functions of what is given. No IO, no clock.

pub mod deadlines;
pub mod figures;
pub mod hiding;
pub mod impartial;
pub mod newcomer;
pub mod signals;
pub mod status;
pub mod weight;

#[cfg(test)]
mod tests;
