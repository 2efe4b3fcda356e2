//! The rules of the directory: pure functions of what is given, without clock or IO.

pub mod activity;
pub mod claim;
pub mod completeness;
pub mod conflict;
pub mod dress;
pub mod edit;
pub mod flow;
pub mod history;
pub mod identity;
pub mod merge;
pub mod section;
pub mod slug;
pub mod visibility;
pub mod week;
pub mod whereabouts;
