//! Where a request comes from: the network that is counted, and the proxies that are believed.

use axum::http::HeaderMap;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// What one visitor is known by: an IPv4 address, or an IPv6 `/64`, which one house holds whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Network {
    /// One IPv4 address.
    V4(Ipv4Addr),
    /// The first 64 bits of an IPv6 address.
    V6(u64),
}

impl Network {
    /// The network of an address.
    pub fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(address) => Self::V4(address),
            IpAddr::V6(address) => Self::V6((address.to_bits() >> 64) as u64),
        }
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::V4(address) => write!(f, "{address}"),
            Self::V6(bits) => write!(f, "{}/64", Ipv6Addr::from_bits(u128::from(*bits) << 64)),
        }
    }
}

/// The proxies whose word is taken for where a request comes from.
#[derive(Clone, Debug, Default)]
pub struct Proxies(Vec<(IpAddr, u8)>);

impl Proxies {
    /// Reads `127.0.0.1`, `10.0.0.0/8`, `fd00::/8`; answers the first that is none of these.
    pub fn read(texts: &[String]) -> Result<Self, String> {
        texts
            .iter()
            .map(|it| range(it).ok_or_else(|| it.clone()))
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// Whether no proxy is believed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The address of the client behind `peer`: the last one in `X-Forwarded-For` that is not a
    /// proxy of ours. What stands before it was written by the client itself, and is worth nothing.
    pub fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let peer = peer.to_canonical();
        if !self.holds(peer) {
            return peer;
        }
        let said = headers.get_all("x-forwarded-for").iter().filter_map(|it| it.to_str().ok());
        let hops: Vec<&str> = said.flat_map(|it| it.split(',')).map(str::trim).collect();
        let mut client = peer;
        for hop in hops.into_iter().rev() {
            let Ok(address) = hop.parse::<IpAddr>() else { break };
            client = address.to_canonical();
            if !self.holds(client) {
                break;
            }
        }
        client
    }

    fn holds(&self, address: IpAddr) -> bool {
        self.0.iter().any(|(start, length)| match (address, start) {
            (IpAddr::V4(a), IpAddr::V4(b)) => {
                a.to_bits().checked_shr(32 - u32::from(*length)).unwrap_or(0)
                    == b.to_bits().checked_shr(32 - u32::from(*length)).unwrap_or(0)
            }
            (IpAddr::V6(a), IpAddr::V6(b)) => {
                a.to_bits().checked_shr(128 - u32::from(*length)).unwrap_or(0)
                    == b.to_bits().checked_shr(128 - u32::from(*length)).unwrap_or(0)
            }
            _ => false,
        })
    }
}

fn range(text: &str) -> Option<(IpAddr, u8)> {
    let (address, length) = match text.split_once('/') {
        Some((address, length)) => (address.parse().ok()?, Some(length.parse().ok()?)),
        None => (text.parse::<IpAddr>().ok()?, None),
    };
    let whole = if address.is_ipv4() { 32 } else { 128 };
    let length = length.unwrap_or(whole);
    (length <= whole).then_some((address, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_house_with_ipv6_is_one_network() {
        let of = |text: &str| Network::of(text.parse().unwrap());
        assert_eq!(of("2001:db8::1"), of("2001:db8::ffff:1"));
        assert_ne!(of("2001:db8::1"), of("2001:db8:0:1::1"));
        assert_eq!(of("::ffff:192.0.2.1"), of("192.0.2.1"));
        assert_eq!(of("2001:db8::1").to_string(), "2001:db8::/64");
    }

    #[test]
    fn nobody_can_lend_himself_the_address_of_another() {
        let proxies = Proxies::read(&["10.0.0.0/8".into(), "::1".into()]).unwrap();
        let asked = |peer: &str, said: &str| {
            let mut headers = HeaderMap::new();
            headers.insert("x-forwarded-for", said.parse().unwrap());
            proxies.client(peer.parse().unwrap(), &headers).to_string()
        };
        assert_eq!(asked("192.0.2.9", "198.51.100.1"), "192.0.2.9");
        assert_eq!(asked("10.0.0.1", "198.51.100.1"), "198.51.100.1");
        assert_eq!(asked("10.0.0.1", "203.0.113.7, 198.51.100.1, 10.2.3.4"), "198.51.100.1");
        assert_eq!(asked("::1", "nonsense"), "::1");
        assert!(Proxies::read(&["10.0.0.0/33".into()]).is_err());
        assert!(Proxies::read(&["0.0.0.0/0".into()]).unwrap().holds("192.0.2.1".parse().unwrap()));
    }
}
