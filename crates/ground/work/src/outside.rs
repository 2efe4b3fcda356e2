//! Fetching a file from the outside world: https or http, bounded in size and in time.

use futures_util::StreamExt as _;
use std::time::Duration;

/// Why nothing was fetched.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// The address is not one.
    #[error("« {0} » is not an http or https address")]
    Address(String),
    /// The server could not be reached, or broke off.
    #[error("the server could not be read: {0}")]
    Network(#[from] reqwest::Error),
    /// The server said no.
    #[error("the server answered {0}")]
    Status(u16),
    /// The file is larger than allowed.
    #[error("the file is larger than {0} bytes")]
    TooLarge(usize),
}

/// Fetches a file of at most `size_max` bytes within `patience`; `progress` is told the bytes
/// received so far.
pub async fn fetch(
    address: &str,
    size_max: usize,
    patience: Duration,
    progress: impl Fn(u64),
) -> Result<Vec<u8>, FetchError> {
    let parsed = url::Url::parse(address).map_err(|_| FetchError::Address(address.into()))?;
    if !matches!(parsed.scheme(), "http" | "https") {
        return Err(FetchError::Address(address.into()));
    }
    // A second call finds the provider installed, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::builder().timeout(patience).build()?;
    let answer = client.get(parsed).send().await?;
    if !answer.status().is_success() {
        return Err(FetchError::Status(answer.status().as_u16()));
    }
    let mut bytes = Vec::new();
    let mut stream = answer.bytes_stream();
    while let Some(chunk) = stream.next().await {
        bytes.extend_from_slice(&chunk?);
        if bytes.len() > size_max {
            return Err(FetchError::TooLarge(size_max));
        }
        progress(bytes.len() as u64);
    }
    Ok(bytes)
}
