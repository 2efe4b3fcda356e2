//! What someone may ask about their own data: to see it, to take it away, to have it erased.
//!
//! * [`Holding`], [`Holdings`]: every slice that keeps something about people says what, and
//!   erases it; the archive and the erasure go through that one list and forget nobody;
//! * [`erase`]: an account is emptied of everything but an id that means nothing; after seven
//!   days in which one may come back, or at once;
//! * [`absence`]: accounts that nobody uses are warned twice, then erased;
//! * [`retention`]: everything else that has an end, in one list with a preview;
//! * [`register`]: the register of processing, read from annotations beside the tables;
//! * [`watch`]: what happened to an account, for its owner;
//! * [`request`]: what one cannot do alone is asked here, and answered within a month.

pub mod absence;
pub mod archive;
pub mod erase;
mod holding;
mod own;
pub mod register;
pub mod request;
pub mod retention;
pub mod watch;
mod words;

pub use holding::{Holding, Holdings, Pending, Row, Table};
pub use own::Own;
pub use words::{REDACTED, personal_words};
