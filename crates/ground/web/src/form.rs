//! Reading a form: its ticket first, then its fields, then nothing else.
//!
//! A handler that takes a [`Form`] cannot forget the ticket: without a good one the request is
//! refused before its fields are looked at. Fields that the form does not have are refused too,
//! when the struct says `#[serde(deny_unknown_fields)]`, which every form of the house does.

use crate::{App, BadTicket, Error, Ticket, Visitor};
use axum::body::Bytes;
use axum::extract::{FromRef, FromRequest, FromRequestParts as _, Request};
use axum::http::header;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};
use url::form_urlencoded;

/// A form that came with a good ticket.
#[derive(Clone, Debug)]
pub struct Form<T> {
    /// Its fields.
    pub fields: T,
    /// Its ticket.
    pub ticket: Ticket,
    /// The key under which its act happens once, for [`db::Act::is_first`].
    pub once: String,
}

impl<S, T> FromRequest<S> for Form<T>
where
    App: FromRef<S>,
    S: Send + Sync,
    T: DeserializeOwned,
{
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        let (mut parts, body) = request.into_parts();
        let visitor = match Visitor::from_request_parts(&mut parts, state).await {
            Ok(visitor) => visitor,
            Err(never) => match never {},
        };
        let is_form = parts
            .headers
            .get(header::CONTENT_TYPE)
            .is_some_and(|it| it.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
        if !is_form {
            return Err(Error::Refused(visitor.words().t("form-unreadable")));
        }
        let path = parts.uri.path().to_owned();
        let bytes = Bytes::from_request(Request::from_parts(parts, body), state).await;
        let bytes = bytes.map_err(|_| Error::Refused(visitor.words().t("form-too-long")))?;
        let (csrf, rest) = apart(&bytes);
        let ticket = visitor.ticket(&csrf)?;
        let once = once(&ticket, &path, &rest);
        let fields = serde_html_form::from_str(&rest).map_err(|error| {
            tracing::debug!(%error, "a form was not understood");
            Error::Refused(visitor.words().t("form-unreadable"))
        })?;
        Ok(Self { fields, ticket, once })
    }
}

impl Visitor {
    /// The ticket that this visitor's form brought back, or the refusal that says what to do.
    pub fn ticket(&self, csrf: &str) -> Result<Ticket, Error> {
        let app = self.app();
        Ticket::read(&app.keys, app.now(), &self.session_name(), csrf).map_err(|bad| {
            Error::Forged(self.words().t(match bad {
                BadTicket::Foreign => "form-foreign",
                BadTicket::Old => "form-old",
            }))
        })
    }
}

/// The ticket's text, and the form without it.
fn apart(bytes: &[u8]) -> (String, String) {
    let mut csrf = String::new();
    let mut rest = form_urlencoded::Serializer::new(String::with_capacity(bytes.len()));
    for (name, value) in form_urlencoded::parse(bytes) {
        if name == "csrf" {
            csrf = value.into_owned();
        } else {
            rest.append_pair(&name, &value);
        }
    }
    (csrf, rest.finish())
}

/// What makes this form this form: its ticket, where it goes and what it says.
pub(crate) fn once(ticket: &Ticket, path: &str, content: &str) -> String {
    let digest = Sha256::digest(format!("{}|{path}|{content}", ticket.nonce));
    data_encoding::HEXLOWER.encode(&digest[..16])
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn the_ticket_is_taken_out_and_the_rest_is_kept() {
        let (csrf, rest) = apart(b"nom=La+Source&csrf=1.2.3&services=a&services=b%26");
        assert_eq!(csrf, "1.2.3");
        assert_eq!(rest, "nom=La+Source&services=a&services=b%26");
    }
}
