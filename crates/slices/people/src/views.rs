//! What the pages of accounts show: plain structs of text made for the templates.

mod account;
mod address;
mod app;
mod confirm;
mod passkey;
mod privacy;
mod prove;
mod security;
mod sign_in;

pub use account::{AccountView, InvitationView, RoleRow};
pub use address::AddressView;
pub use app::{AppView, Picture, RecoveryView};
pub use confirm::ConfirmView;
pub use passkey::{PasskeyForm, PasskeyRow, PasskeysView};
pub use privacy::{
    ConsentLine, DataView, EraseView, HeldRow, LettersView, OwnRequest, RegisterRow, RegisterView,
    RequestRow, RequestsView, RetentionRow, RetentionView, StopLettersView, UndoErasureView,
    WatchRow, WatchView, readme,
};
pub use prove::{ProveView, SecondView};
pub use security::{SecurityView, SessionRow};
pub use sign_in::{CodeFor, CodeView, LinkView, SignInView};

use crate::refusal::Refusal;
use base::Refusal as _;
use web::Words;

/// A refusal in the visitor's words.
pub fn said(words: &Words, refusal: Refusal) -> String {
    words.t(refusal.key())
}
