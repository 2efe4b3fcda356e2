//! The only road to the outside world: https or http, bounded in size and in time, and never to a
//! machine that the outside could not reach itself.
//!
//! An address that someone typed can name a machine of the house: its own loopback, the database
//! beside it, the host's metadata. So a name is resolved first, every address it has is looked at
//! ([`Outside`] says which are permitted), and the connection goes to those very addresses: a name
//! that answers otherwise a second later changes nothing. Each redirection is a new address and is
//! looked at in the same way.
//!
//! [`Outside::fetch`] brings a file; [`Outside::call`] sends one request and gives its answer, for
//! protocols written by others.

mod policy;
mod public;
mod road;

pub use policy::{Allowed, Forbidden, NotAllowed, Outside, Resolve, Resolving};

use std::net::IpAddr;
use std::time::Duration;

/// The most redirections followed.
pub const REDIRECTS_MAX: usize = 5;

/// Why nothing came back.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// The address is not one.
    #[error("« {0} » is not an http or https address")]
    Address(String),
    /// The address may not be reached from here.
    #[error("« {address} » may not be reached: {why}")]
    Forbidden {
        /// The address asked for, or the one a redirection led to.
        address: String,
        /// What is wrong with it.
        why: Forbidden,
    },
    /// The name leads nowhere.
    #[error("« {0} » is not a known name")]
    Unknown(String),
    /// The server could not be reached, or broke off.
    #[error("the server could not be read: {0}")]
    Network(reqwest::Error),
    /// The server said no.
    #[error("the server answered {0}")]
    Status(u16),
    /// The server sends from one address to another without end.
    #[error("the server redirects more than {REDIRECTS_MAX} times")]
    TooManyRedirects,
    /// The answer is larger than allowed.
    #[error("the answer is larger than {0} bytes")]
    TooLarge(usize),
    /// It took too long.
    #[error("the server did not answer within {} s", .0.as_secs())]
    TooSlow(Duration),
    /// The request or the answer is not well formed.
    #[error("the request or its answer is not well formed: {0}")]
    Malformed(String),
}

impl From<reqwest::Error> for FetchError {
    /// Without the address: what follows its path can be a secret.
    fn from(error: reqwest::Error) -> Self {
        Self::Network(error.without_url())
    }
}

impl Outside {
    /// Fetches a file of at most `size_max_bytes` within `patience`, following at most
    /// [`REDIRECTS_MAX`] redirections; `progress` is told the bytes received so far.
    pub async fn fetch(
        &self,
        address: &str,
        size_max_bytes: usize,
        patience: Duration,
        progress: impl Fn(u64),
    ) -> Result<Vec<u8>, FetchError> {
        let parsed = url::Url::parse(address).map_err(|_| FetchError::Address(address.into()))?;
        let fetched = road::fetch(self, parsed, size_max_bytes, progress);
        tokio::time::timeout(patience, fetched).await.map_err(|_| FetchError::TooSlow(patience))?
    }

    /// Sends one request and gives its answer, whatever its status. No redirection is followed:
    /// the answer is the one of the address asked.
    pub async fn call(
        &self,
        request: http::Request<Vec<u8>>,
        size_max_bytes: usize,
        patience: Duration,
    ) -> Result<http::Response<Vec<u8>>, FetchError> {
        let called = road::call(self, request, size_max_bytes);
        tokio::time::timeout(patience, called).await.map_err(|_| FetchError::TooSlow(patience))?
    }

    /// Why this address may not be reached, if so.
    pub(crate) fn look_at(&self, host: &str, ip: IpAddr) -> Result<(), Forbidden> {
        if self.is_allowed(host, ip) {
            return Ok(());
        }
        public::check(ip).map_err(|why| Forbidden::Ground { ip, why })
    }
}
