//! The message as it leaves: headers, then the two parts.

use super::house::MailHouse;
use super::layout::{self, Page};
use super::letter::Content;
use base::Timestamp;
use lettre::Message;
use lettre::address::Envelope;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};

/// What is needed of a letter to compose it.
pub(super) struct Leaving<'a> {
    pub(super) to: &'a str,
    pub(super) token: &'a str,
    pub(super) posted_at: Timestamp,
    pub(super) locale: &'a str,
    pub(super) subject: &'a str,
    pub(super) content: &'a Content,
}

impl Leaving<'_> {
    pub(super) fn page<'b>(&'b self, house: &'b MailHouse) -> Page<'b> {
        Page {
            site: &house.site,
            origin: &house.origin,
            locale: self.locale,
            subject: self.subject,
            body: &self.content.body,
            unsubscribe: self.content.unsubscribe.as_ref(),
        }
    }
}

/// Composes the message. Composed again, it is the same to the last byte.
pub(super) fn compose(house: &MailHouse, letter: &Leaving<'_>) -> Result<Message, String> {
    let to: lettre::Address = letter.to.parse().map_err(said)?;
    let envelope = Envelope::new(Some(house.return_path(letter.token)?), vec![to.clone()]);
    let mut builder = Message::builder()
        .envelope(envelope.map_err(said)?)
        .date(letter.posted_at.into())
        .from(house.sender()?)
        .to(Mailbox::new(None, to))
        .subject(letter.subject)
        .message_id(Some(format!("<{}@{}>", letter.token, house.from.domain())))
        .raw_header(plain("Auto-Submitted", "auto-generated"))
        .raw_header(plain("Content-Language", language(letter.locale)));
    if let Some(reply_to) = &house.reply_to {
        builder = builder.reply_to(reply_to.as_str().parse().map_err(said)?);
    }
    if let Some(link) = &letter.content.unsubscribe {
        builder = builder
            .raw_header(unfolded("List-Unsubscribe", &format!("<{}>", link.url)))
            .raw_header(plain("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
    let page = letter.page(house);
    // Neither encoding of a part can hold `=_`, so the boundary is in neither.
    let parts = MultiPart::alternative()
        .boundary(format!("=_{}", letter.token))
        .singlepart(SinglePart::plain(layout::text(&page)))
        .singlepart(SinglePart::html(layout::html(&page)));
    builder.multipart(parts).map_err(said)
}

fn plain(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.into())
}

/// An address of a page stays on one line and is not encoded: readers of this header expect it.
/// It was checked when the letter was made; what is not plain ASCII goes the encoded way.
fn unfolded(name: &'static str, value: &str) -> HeaderValue {
    if value.len() <= 950 && value.bytes().all(|byte| byte.is_ascii_graphic()) {
        let name = HeaderName::new_from_ascii_str(name);
        HeaderValue::dangerous_new_pre_encoded(name, value.into(), value.into())
    } else {
        plain(name, value)
    }
}

fn language(locale: &str) -> &str {
    if locale.starts_with("fr") { "fr" } else { locale }
}

fn said(error: impl std::fmt::Display) -> String {
    error.to_string()
}

#[cfg(test)]
mod tests;
