//! The only SQL of this crate. One text for both engines.

pub(crate) mod jobs;
pub(crate) mod letters;
