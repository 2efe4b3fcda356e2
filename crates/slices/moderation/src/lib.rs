//! Reports, provisional hiding, decisions and appeals, shared by every space.

pub mod model;
pub mod rules;
