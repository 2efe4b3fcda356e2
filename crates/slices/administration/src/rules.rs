//! What decides, from what it is given: no IO, no clock.

pub mod cell;
pub mod colour;
pub mod difference;
pub mod markdown;
pub mod overlay;
pub mod theme;
pub mod value;
