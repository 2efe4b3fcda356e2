//! Telephone numbers, e-mail addresses, sites and registration numbers, reduced to what identifies.
//!
//! Each becomes a number that is equal when the values are the same; 0 means "not said".

use crate::text::hash;

/// Mail and site hosts open to everybody: sharing one says nothing.
const PUBLIC_HOSTS: &[&str] = &[
    "gmail.com",
    "orange.fr",
    "wanadoo.fr",
    "yahoo.fr",
    "yahoo.com",
    "hotmail.fr",
    "hotmail.com",
    "laposte.net",
    "free.fr",
    "sfr.fr",
    "outlook.fr",
    "outlook.com",
    "live.fr",
    "bbox.fr",
    "neuf.fr",
    "facebook.com",
    "google.com",
    "sites.google.com",
    "france-services.gouv.fr",
    "conseiller-numerique.fr",
    "instagram.com",
    "linkedin.com",
    "youtube.com",
    "aol.com",
    "icloud.com",
    "nordnet.fr",
    "hotmail.be",
    "gmx.fr",
    "fr-fr.facebook.com",
    "m.facebook.com",
];

/// The last nine digits of a telephone number: the same whatever the prefix (`0`, `+33`, `0033`).
pub(crate) fn phone(text: &str) -> u64 {
    let digits: Vec<u64> = text.chars().filter_map(|x| x.to_digit(10)).map(u64::from).collect();
    let kept = match digits.len() {
        0..=3 => return 0,
        4..=13 => &digits[digits.len().saturating_sub(9)..],
        _ if digits[0] == 0 && digits[1] != 0 => &digits[1..10],
        _ => &digits[..9],
    };
    kept.iter().fold(0, |number, digit| number * 10 + digit)
}

/// An e-mail address: the whole, then its domain (0 when the domain is open to everybody).
pub(crate) fn mail(text: &str) -> (u64, u64) {
    let first = first_of(text).to_lowercase();
    let Some((user, domain)) = first.rsplit_once('@') else { return (0, 0) };
    if user.is_empty() || domain.is_empty() {
        return (0, 0);
    }
    (hash(1, &[user.as_bytes(), domain.as_bytes()]), host_value(domain))
}

/// A site: host and path together, then the host alone (0 when the host is open to everybody).
pub(crate) fn site(text: &str) -> (u64, u64) {
    let first = first_of(text).to_lowercase();
    let bare = first.split_once("://").map_or(first.as_str(), |(_, rest)| rest);
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    let bare = bare.split(['#', '?']).next().unwrap_or_default().trim_end_matches('/');
    let (host, path) = bare.split_once('/').unwrap_or((bare, ""));
    if !host.contains('.') {
        return (0, 0);
    }
    if path.is_empty() && PUBLIC_HOSTS.contains(&host) {
        return (0, 0);
    }
    (hash(2, &[host.as_bytes(), path.as_bytes()]), host_value(host))
}

/// A registration number: the establishment, then the organisation (SIREN, or the RNA itself).
pub(crate) fn pivot(text: &str) -> (u64, u64) {
    let bare: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    let bare = bare.to_uppercase();
    if bare.len() < 9 || bare.bytes().all(|byte| byte == b'0') {
        return (0, 0);
    }
    let whole = if bare.len() == 9 { 0 } else { hash(3, &[bare.as_bytes()]) };
    let organisation = if bare.starts_with('W') { &bare } else { &bare[..9] };
    (whole, hash(4, &[organisation.as_bytes()]))
}

fn host_value(host: &str) -> u64 {
    let host = host.strip_prefix("www.").unwrap_or(host);
    if PUBLIC_HOSTS.contains(&host) { 0 } else { hash(5, &[host.as_bytes()]) }
}

fn first_of(text: &str) -> &str {
    text.split(['|', ';', ',', ' ']).map(str::trim).find(|part| !part.is_empty()).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_with_any_prefix() {
        assert_eq!(phone("04 50 00 00 49"), phone("+33 4 50 00 00 49"));
        assert_eq!(phone("0590 00 00 12"), phone("+590590000012"));
        assert_eq!(phone("04 50 00 00 49 / 06 00 00 00 00"), phone("0450000049"));
        assert_eq!(phone(""), 0);
    }

    #[test]
    fn a_site_is_its_host_without_decoration() {
        assert_eq!(site("https://www.exemple.fr/"), site("exemple.fr"));
        assert_eq!(site("https://www.exemple.fr/a").1, site("exemple.fr").1);
        assert_eq!(site("facebook.com/lieu").1, 0, "everybody has a page there");
    }

    #[test]
    fn zeroes_are_no_registration_number() {
        assert_eq!(pivot("00000000000000"), (0, 0));
        assert_eq!(pivot("123 456 789 00012").1, pivot("123456789").1);
    }
}
