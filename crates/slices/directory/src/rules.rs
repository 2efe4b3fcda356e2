//! The rules of the directory: pure functions of what is given, without clock or IO.

pub mod edit;
pub mod identity;
pub mod merge;
pub mod slug;
pub mod visibility;
