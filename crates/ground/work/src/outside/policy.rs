//! Who may be reached: the public network, and what the operator allows besides.

use std::future::Future;
use std::io;
use std::net::IpAddr;
use std::pin::Pin;
use std::str::FromStr;
use std::sync::Arc;

/// The outside world as this house may reach it.
///
/// By default: public addresses, http and https on their own ports, no name and no password in
/// the address. [`Outside::allowing`] adds machines that the operator vouches for.
#[derive(Clone)]
pub struct Outside {
    allow: Arc<[Allowed]>,
    resolver: Arc<dyn Resolve>,
}

/// A machine or a network that may be reached although it is not public, on any port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// A host by its name, whatever its addresses.
    Host(String),
    /// The addresses that begin with these bits.
    Network {
        /// The first address.
        start: IpAddr,
        /// How many bits are the same.
        prefix_bits: u8,
    },
}

/// What is wrong with an address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Forbidden {
    /// Something else than http or https.
    #[error("only http and https lead outside")]
    Scheme,
    /// A name or a password in the address would be shown and sent on.
    #[error("a name or a password stands in the address")]
    Credentials,
    /// Another port than the protocol's own.
    #[error("port {0} is neither 80 nor 443")]
    Port(u16),
    /// The address is not a public one.
    #[error("{ip} is not a public address ({why})")]
    Ground {
        /// The address.
        ip: IpAddr,
        /// What it is.
        why: &'static str,
    },
}

/// A line of the operator's list that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("« {0} » is neither a host, nor an address, nor a network such as 10.0.0.0/8")]
pub struct NotAllowed(String);

/// The addresses of a name, once they are known.
pub type Resolving = Pin<Box<dyn Future<Output = io::Result<Vec<IpAddr>>> + Send>>;

/// Finds the addresses of a name. The system's by default; stories have their own.
pub trait Resolve: Send + Sync {
    /// The addresses of that host.
    fn resolve(&self, host: String) -> Resolving;
}

/// Asks the system, as every program does.
struct System;

impl Resolve for System {
    fn resolve(&self, host: String) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((host, 0)).await?;
            Ok(found.map(|it| it.ip()).collect())
        })
    }
}

impl Default for Outside {
    fn default() -> Self {
        Self::allowing(Vec::new())
    }
}

impl Outside {
    /// The public network, and these machines.
    pub fn allowing(allow: Vec<Allowed>) -> Self {
        Self { allow: allow.into(), resolver: Arc::new(System) }
    }

    /// The public network, and the machine of this address: for an address that the operator typed
    /// on the command line, who may well mean a machine of the house.
    pub fn trusting(address: &str) -> Self {
        let host = url::Url::parse(address).ok().and_then(|it| Allowed::of(&it));
        Self::allowing(host.into_iter().collect())
    }

    /// The same, with names resolved by someone else.
    #[must_use]
    pub fn resolving_with(mut self, resolver: Arc<dyn Resolve>) -> Self {
        self.resolver = resolver;
        self
    }

    pub(super) fn is_allowed(&self, host: &str, ip: IpAddr) -> bool {
        self.allow.iter().any(|it| it.holds(ip) || it.is_named(host))
    }

    pub(super) async fn addresses(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        self.resolver.resolve(host.to_owned()).await
    }
}

impl std::fmt::Debug for Outside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Outside").field("allow", &self.allow).finish_non_exhaustive()
    }
}

impl Allowed {
    /// The machine of an address.
    fn of(address: &url::Url) -> Option<Self> {
        match address.host()? {
            url::Host::Domain(name) => Some(Self::Host(name.trim_end_matches('.').to_owned())),
            url::Host::Ipv4(ip) => Some(Self::alone(ip.into())),
            url::Host::Ipv6(ip) => Some(Self::alone(ip.into())),
        }
    }

    /// One address and no other.
    fn alone(start: IpAddr) -> Self {
        Self::Network { start, prefix_bits: if start.is_ipv4() { 32 } else { 128 } }
    }

    fn is_named(&self, host: &str) -> bool {
        matches!(self, Self::Host(name) if name.eq_ignore_ascii_case(host.trim_end_matches('.')))
    }

    fn holds(&self, ip: IpAddr) -> bool {
        let Self::Network { start, prefix_bits } = self else { return false };
        let shared = match (start, ip) {
            (IpAddr::V4(start), IpAddr::V4(ip)) => (start.to_bits() ^ ip.to_bits()).leading_zeros(),
            (IpAddr::V6(start), IpAddr::V6(ip)) => (start.to_bits() ^ ip.to_bits()).leading_zeros(),
            _ => return false,
        };
        shared >= u32::from(*prefix_bits)
    }
}

impl FromStr for Allowed {
    type Err = NotAllowed;

    fn from_str(text: &str) -> Result<Self, NotAllowed> {
        let text = text.trim();
        let not = || NotAllowed(text.to_owned());
        if let Some((start, bits)) = text.split_once('/') {
            let start: IpAddr = start.parse().map_err(|_| not())?;
            let prefix_bits: u8 = bits.parse().map_err(|_| not())?;
            let bits_max = if start.is_ipv4() { 32 } else { 128 };
            let is_known = prefix_bits <= bits_max;
            return is_known.then_some(Self::Network { start, prefix_bits }).ok_or_else(not);
        }
        if let Ok(ip) = text.parse::<IpAddr>() {
            return Ok(Self::alone(ip));
        }
        match url::Host::parse(text) {
            Ok(url::Host::Domain(name)) => Ok(Self::Host(name.trim_end_matches('.').to_owned())),
            _ => Err(not()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(text: &str) -> Allowed {
        text.parse().unwrap()
    }

    #[test]
    fn an_operator_names_hosts_addresses_and_networks() {
        assert!(allowed("10.0.0.0/8").holds("10.9.8.7".parse().unwrap()));
        assert!(!allowed("10.0.0.0/8").holds("11.0.0.0".parse().unwrap()));
        assert!(allowed("127.0.0.1").holds("127.0.0.1".parse().unwrap()));
        assert!(!allowed("127.0.0.1").holds("127.0.0.2".parse().unwrap()));
        assert!(allowed("fd00::/8").holds("fd12::1".parse().unwrap()));
        assert!(!allowed("0.0.0.0/0").holds("::1".parse().unwrap()));
        assert!(allowed("Listes.Exemple.FR").is_named("listes.exemple.fr."));
        assert!(!allowed("exemple.fr").is_named("autre.exemple.fr"));
    }

    #[test]
    fn what_an_operator_mistypes_is_told() {
        for text in ["", "10.0.0.0/33", "10.0.0/8", "::/129", "https://exemple.fr/", "a b"] {
            assert!(text.parse::<Allowed>().is_err(), "{text}");
        }
    }
}
