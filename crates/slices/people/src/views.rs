//! What the pages of accounts show: plain structs of text made for the templates.

mod account;
mod confirm;
mod security;
mod sign_in;

pub use account::{AccountView, InvitationView, RoleRow};
pub use confirm::ConfirmView;
pub use security::{ProveView, SecurityView, SessionRow};
pub use sign_in::{CodeView, LinkView, SignInView};

use crate::refusal::Refusal;
use base::Refusal as _;
use web::Words;

/// A refusal in the visitor's words.
pub fn said(words: &Words, refusal: Refusal) -> String {
    words.t(refusal.key())
}
