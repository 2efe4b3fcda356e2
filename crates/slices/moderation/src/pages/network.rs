//! Where a form comes from, as far as it is known: enough to see that many come together.

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header;
use axum::http::request::Parts;
use people::rules::device;
use std::convert::Infallible;
use std::net::SocketAddr;

/// The network of a request, without its last part, and what the browser says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Network {
    /// `192.0.2.0/24`; empty when unknown.
    pub name: String,
    /// "Firefox, Linux": never more.
    pub agent: String,
}

impl<S: Send + Sync> FromRequestParts<S> for Network {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        let agent = parts.headers.get(header::USER_AGENT).and_then(|it| it.to_str().ok());
        let address = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|it| it.0.ip());
        Ok(Self {
            name: address.map(device::network).unwrap_or_default(),
            agent: device::device(agent.unwrap_or_default()),
        })
    }
}
