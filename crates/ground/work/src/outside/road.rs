//! One step on the road: look at the address, connect to what was looked at, read within bounds.

use super::{FetchError, Forbidden, Outside, REDIRECTS_MAX};
use futures_util::StreamExt as _;
use reqwest::dns::{Name, Resolving};
use reqwest::header::LOCATION;
use reqwest::redirect::Policy;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use url::{Host, Url};

const CONNECT_PATIENCE: Duration = Duration::from_secs(10);

pub(super) async fn fetch(
    outside: &Outside,
    mut address: Url,
    size_max_bytes: usize,
    progress: impl Fn(u64),
) -> Result<Vec<u8>, FetchError> {
    for _ in 0..=REDIRECTS_MAX {
        let client = client_for(outside, &address).await?;
        let answer = client.get(address.clone()).send().await?;
        if let Some(next) = redirection(&address, &answer)? {
            address = next;
            continue;
        }
        if !answer.status().is_success() {
            return Err(FetchError::Status(answer.status().as_u16()));
        }
        return read(answer, size_max_bytes, progress).await;
    }
    Err(FetchError::TooManyRedirects)
}

pub(super) async fn call(
    outside: &Outside,
    request: http::Request<Vec<u8>>,
    size_max_bytes: usize,
) -> Result<http::Response<Vec<u8>>, FetchError> {
    let malformed = |error: &dyn std::fmt::Display| FetchError::Malformed(error.to_string());
    let text = request.uri().to_string();
    let address = Url::parse(&text).map_err(|_| FetchError::Address(text))?;
    let client = client_for(outside, &address).await?;
    let request = reqwest::Request::try_from(request).map_err(|it| malformed(&it))?;
    let answer = client.execute(request).await?;
    let (status, headers) = (answer.status(), answer.headers().clone());
    let body = read(answer, size_max_bytes, |_| ()).await?;
    let mut response = http::Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    Ok(response)
}

/// A client that can connect to the addresses that were looked at, and to no other.
async fn client_for(outside: &Outside, address: &Url) -> Result<reqwest::Client, FetchError> {
    let (host, addresses) = looked_at(outside, address).await?;
    // A second call finds the provider installed, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::builder()
        .no_proxy()
        .redirect(Policy::none())
        .referer(false)
        .connect_timeout(CONNECT_PATIENCE)
        .dns_resolver(Arc::new(Nobody))
        .resolve_to_addrs(&host, &addresses)
        .build()?;
    Ok(client)
}

/// Resolves the host once and looks at every address it has. One bad address is enough to refuse:
/// nobody honest has a public machine and a loopback under one name.
async fn looked_at(
    outside: &Outside,
    address: &Url,
) -> Result<(String, Vec<SocketAddr>), FetchError> {
    let forbidden = |why| FetchError::Forbidden { address: without_secrets(address), why };
    if !matches!(address.scheme(), "http" | "https") {
        return Err(forbidden(Forbidden::Scheme));
    }
    if !address.username().is_empty() || address.password().is_some() {
        return Err(forbidden(Forbidden::Credentials));
    }
    let not_an_address = || FetchError::Address(address.to_string());
    let port = address.port_or_known_default().ok_or_else(not_an_address)?;
    let (host, ips) = match address.host().ok_or_else(not_an_address)? {
        Host::Ipv4(ip) => (ip.to_string(), vec![IpAddr::V4(ip)]),
        Host::Ipv6(ip) => (ip.to_string(), vec![IpAddr::V6(ip)]),
        Host::Domain(name) => {
            let unknown = || FetchError::Unknown(name.to_owned());
            let ips = outside.addresses(name).await.map_err(|_| unknown())?;
            if ips.is_empty() {
                return Err(unknown());
            }
            (name.to_owned(), ips)
        }
    };
    for ip in &ips {
        outside.look_at(&host, *ip).map_err(forbidden)?;
        if !matches!(port, 80 | 443) && !outside.is_allowed(&host, *ip) {
            return Err(forbidden(Forbidden::Port(port)));
        }
    }
    Ok((host, ips.into_iter().map(|ip| SocketAddr::new(ip, port)).collect()))
}

/// Resolves nothing: a host that was not looked at cannot be reached, whatever asks for it.
struct Nobody;

impl reqwest::dns::Resolve for Nobody {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move { Err(format!("{} was not looked at", name.as_str()).into()) })
    }
}

/// Where the answer sends us, if it does.
fn redirection(from: &Url, answer: &reqwest::Response) -> Result<Option<Url>, FetchError> {
    if !matches!(answer.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let Some(location) = answer.headers().get(LOCATION) else { return Ok(None) };
    let text = String::from_utf8_lossy(location.as_bytes());
    from.join(&text).map(Some).map_err(|_| FetchError::Address(text.into_owned()))
}

async fn read(
    answer: reqwest::Response,
    size_max_bytes: usize,
    progress: impl Fn(u64),
) -> Result<Vec<u8>, FetchError> {
    let mut bytes = Vec::new();
    let mut stream = answer.bytes_stream();
    while let Some(chunk) = stream.next().await {
        let chunk = chunk?;
        if bytes.len() + chunk.len() > size_max_bytes {
            return Err(FetchError::TooLarge(size_max_bytes));
        }
        bytes.extend_from_slice(&chunk);
        progress(bytes.len() as u64);
    }
    Ok(bytes)
}

/// The address as it may be shown: without name, password and what follows the path.
fn without_secrets(address: &Url) -> String {
    let mut shown = address.clone();
    let _ = shown.set_username("");
    let _ = shown.set_password(None);
    shown.set_query(None);
    shown.set_fragment(None);
    shown.to_string()
}
