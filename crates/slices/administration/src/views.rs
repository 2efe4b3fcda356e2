//! What the pages show: plain structs of text made for the templates. A list of anything is a
//! [`ListView`]; what is written in a form is a [`FormView`]; the rest has a view of its own.

mod account;
mod form;
mod frame;
mod letter;
mod list;
mod overview;
pub mod samples;
mod text;

pub use account::AccountView;
pub use form::{FormView, Part};
pub use frame::{Frame, Room};
pub use letter::{LetterView, LettersView};
pub use list::{Act, ListView, Row};
pub use overview::{OverviewView, Tile};
pub use text::{DiffLine, TextView};
