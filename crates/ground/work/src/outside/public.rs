//! Which addresses belong to the public network.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Networks that are nobody's public machine: first address, length of the prefix, what it is.
const KEPT_APART: &[([u8; 4], u32, &str)] = &[
    ([0, 0, 0, 0], 8, "unspecified"),
    ([10, 0, 0, 0], 8, "private"),
    ([100, 64, 0, 0], 10, "shared by a provider"),
    ([127, 0, 0, 0], 8, "loopback"),
    ([168, 63, 129, 16], 32, "metadata of a host"),
    ([169, 254, 0, 0], 16, "link-local, metadata of a host"),
    ([172, 16, 0, 0], 12, "private"),
    ([192, 0, 0, 0], 24, "reserved"),
    ([192, 0, 2, 0], 24, "documentation"),
    ([192, 88, 99, 0], 24, "a former relay"),
    ([192, 168, 0, 0], 16, "private"),
    ([198, 18, 0, 0], 15, "benchmarks"),
    ([198, 51, 100, 0], 24, "documentation"),
    ([203, 0, 113, 0], 24, "documentation"),
    ([224, 0, 0, 0], 4, "multicast"),
    ([240, 0, 0, 0], 4, "reserved or broadcast"),
];

/// What is wrong with an address, in two words, if it is not a public one.
pub(super) fn check(ip: IpAddr) -> Result<(), &'static str> {
    match ip {
        IpAddr::V4(ip) => check_v4(ip),
        IpAddr::V6(ip) => check_v6(ip),
    }
}

fn check_v4(ip: Ipv4Addr) -> Result<(), &'static str> {
    let within = |start: [u8; 4], length: u32| {
        let mask = u32::MAX.checked_shl(32 - length).unwrap_or(0);
        u32::from(ip) & mask == u32::from(Ipv4Addr::from(start))
    };
    match KEPT_APART.iter().find(|(start, length, _)| within(*start, *length)) {
        Some((_, _, what)) => Err(what),
        None => Ok(()),
    }
}

fn check_v6(ip: Ipv6Addr) -> Result<(), &'static str> {
    let parts = ip.segments();
    match parts {
        [0, 0, 0, 0, 0, 0, 0, 0] => Err("unspecified"),
        [0, 0, 0, 0, 0, 0, 0, 1] => Err("loopback"),
        [0, 0, 0, 0, 0, 0xFFFF, ..] | [0x2002, ..] | [0x2001, 0, ..] => Err("IPv4 in disguise"),
        // What a network without IPv4 makes of a public IPv4 address.
        [0x64, 0xFF9B, 0, 0, 0, 0, high, low] => {
            check_v4(Ipv4Addr::from((u32::from(high) << 16) | u32::from(low)))
        }
        [0xFC00..=0xFDFF, ..] => Err("private"),
        [0xFE80..=0xFEBF, ..] => Err("link-local"),
        [0xFF00..=0xFFFF, ..] => Err("multicast"),
        [0x2001, 0x10..=0x2F | 0xDB8, ..] | [0x3FFF, 0..=0xFFF, ..] => {
            Err("documentation or reserved")
        }
        // Only this part of IPv6 is given to machines of the public network.
        [0x2000..=0x3FFF, ..] => Ok(()),
        _ => Err("reserved"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_machine_of_the_house_is_public() {
        for ip in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "100.100.100.200",
            "127.0.0.1",
            "127.255.0.9",
            "168.63.129.16",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.192",
            "192.168.1.1",
            "198.18.0.1",
            "224.0.0.1",
            "239.255.255.250",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:8.8.8.8",
            "::7f00:1",
            "64:ff9b::7f00:1",
            "64:ff9b::a9fe:a9fe",
            "64:ff9b:1::1",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "2002:7f00:1::",
            "2001:0:1::",
            "2001:db8::1",
            "100::1",
        ] {
            assert!(check(ip.parse().unwrap()).is_err(), "{ip}");
        }
    }

    #[test]
    fn a_public_machine_is_reached() {
        for ip in [
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.167.255.255",
            "193.0.0.1",
            "223.255.255.255",
            "2001:4860:4860::8888",
            "2a01:e0a::1",
            "64:ff9b::101:101",
        ] {
            assert_eq!(check(ip.parse().unwrap()), Ok(()), "{ip}");
        }
    }
}
