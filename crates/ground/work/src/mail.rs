//! Mail: an outbox written in the act that makes a letter necessary, and a job that carries it.
//!
//! [`post`] stores a letter and queues its sending in the act's own transaction: both are there,
//! or neither. The job ([`SendMail`]) hands the letter to a mail server, or keeps it
//! ([`Mode`](settings::Mode)). **A letter is sent at least once**: a process that dies after the
//! server took the letter and before the database knows sends it again, with the same
//! `Message-ID`, by which mail programs recognise a double.
//!
//! * [`letter`], [`address`]: what can be posted; nothing that could forge a header is accepted;
//! * [`layout`]: the same content as text and as HTML;
//! * [`house`], [`settings`], [`message`]: where letters go and how they are signed;
//! * [`sending`]: the job; [`bounce`], [`returns`]: what comes back;
//! * [`desk`]: what the administration reads and decides; [`sweep`]: what is forgotten, and when.
//!
//! Neither addresses nor contents are ever logged.

pub mod address;
pub mod bounce;
pub mod desk;
mod events;
pub mod house;
pub mod layout;
pub mod letter;
mod message;
pub mod returns;
pub mod sending;
pub mod settings;
pub mod state;
mod sweep;
mod token;

pub use address::{Address, AddressError};
pub use desk::{
    MailLine, MailView, Silence, counts, erase, forgive, give_up, one, recent, sent_to, silence,
    try_again,
};
pub use house::MailHouse;
pub use letter::{Body, Letter, LetterError, Link};
pub use returns::{Returned, take_bounce};
pub use sending::{Clock, SendMail, handler, teach};
pub use settings::{MailSettings, PASSWORD_VARIABLE};
pub use state::State;
pub use sweep::{Swept, due, sweep};

use crate::store::letters;
use base::MailId;
use db::{Act, Result};

/// Puts a letter in the outbox and queues its sending, in the act's own transaction.
///
/// Answers none when a letter with the same `once` key was already posted: nothing is then done.
pub async fn post(act: &mut Act, letter: &Letter) -> Result<Option<MailId>> {
    let id: MailId = act.id();
    if !letters::insert(act, id, letter).await? {
        return Ok(None);
    }
    sending::queue_sending(act, id, letter.is_urgent()).await?;
    Ok(Some(id))
}
