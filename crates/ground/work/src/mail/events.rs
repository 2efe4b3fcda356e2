//! What the journal says of mail. Neither an address nor a word of a letter is ever in it.

use db::Event;
use serde::Serialize;

/// A letter was refused for good, or came back.
#[derive(Debug, Serialize)]
pub(super) struct MailBounced<'a> {
    /// What the server answered, without any address.
    pub(super) status: &'a str,
    /// Whether letters no longer go to its address.
    pub(super) is_suppressed: bool,
}

/// A person had a letter tried again.
#[derive(Debug, Serialize)]
pub(super) struct MailRetried {}

/// A person gave a letter up.
#[derive(Debug, Serialize)]
pub(super) struct MailGivenUp {}

/// Letters go again to an address that had bounced.
#[derive(Debug, Serialize)]
pub(super) struct MailForgiven {}

impl Event for MailBounced<'_> {
    const KIND: &'static str = "work.mail_bounced";
}

impl Event for MailRetried {
    const KIND: &'static str = "work.mail_retried";
}

impl Event for MailGivenUp {
    const KIND: &'static str = "work.mail_given_up";
}

impl Event for MailForgiven {
    const KIND: &'static str = "work.mail_forgiven";
}
