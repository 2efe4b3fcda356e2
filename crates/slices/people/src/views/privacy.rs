//! Privacy: one's data, erasing one's account, the register, requests and retention.

mod data;
mod erasure;
mod house;
mod letters;
mod register;
mod watch;

pub use data::{DataView, HeldRow, OwnRequest, readme};
pub use erasure::{EraseView, UndoErasureView};
pub use house::{RequestRow, RequestsView, RetentionRow, RetentionView};
pub use letters::{ConsentLine, LettersView, StopLettersView};
pub use register::{RegisterRow, RegisterView};
pub use watch::{WatchRow, WatchView};
