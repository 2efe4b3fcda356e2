//! Addresses of mail: what is written in an envelope, so nothing that could end a line.

use std::fmt;
use std::str::FromStr;

/// Longest address, and longest part before the `@`, in bytes. Source: RFC 5321, 4.5.3.1.
const LENGTH_MAX: usize = 254;
const LOCAL_LENGTH_MAX: usize = 64;

/// An address that mail can be sent to: `name@domain`, in ASCII.
///
/// A domain with accents becomes its ASCII form; the part before the `@` keeps its case, which
/// only its own server may interpret. Quoted names and bare IP addresses are not accepted.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Address(String);

/// Why a text is not an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// There is nothing.
    #[error("there is no address")]
    Empty,
    /// More than 254 bytes, or more than 64 before the `@`.
    #[error("the address is too long")]
    TooLong,
    /// A space, an end of line or another character that does not print.
    #[error("the address holds a space or a character that does not print")]
    Unprintable,
    /// No `@`, or more than one.
    #[error("an address has one @")]
    NoAt,
    /// The part before the `@` is empty or holds a character that is not supported.
    #[error("what stands before the @ is not a name")]
    Name,
    /// The part after the `@` is not the name of a domain.
    #[error("what stands after the @ is not a domain")]
    Domain,
}

impl Address {
    /// Reads an address as somebody typed it.
    pub fn read(text: &str) -> Result<Self, AddressError> {
        text.parse()
    }

    /// The whole address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands after the `@`.
    pub fn domain(&self) -> &str {
        self.parts().1
    }

    /// The form under which two spellings of one mailbox are the same: in small letters. In
    /// practice no server tells capitals from small letters.
    pub fn canonical(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    /// The address as a screen may show it to someone who need not know it: `m•••@exemple.fr`.
    pub fn masked(&self) -> String {
        let (name, domain) = self.parts();
        let first: String = name.chars().take(1).collect();
        format!("{first}•••@{domain}")
    }

    pub(crate) fn parts(&self) -> (&str, &str) {
        self.0.split_once('@').unwrap_or((&self.0, ""))
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        // Spaces around come with pasting; an end of line does not, and is refused.
        let text = text.trim_matches(' ');
        if text.is_empty() {
            return Err(AddressError::Empty);
        }
        if text.len() > LENGTH_MAX {
            return Err(AddressError::TooLong);
        }
        if text.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return Err(AddressError::Unprintable);
        }
        let (name, domain) = text.split_once('@').ok_or(AddressError::NoAt)?;
        if domain.contains('@') {
            return Err(AddressError::NoAt);
        }
        if name.len() > LOCAL_LENGTH_MAX {
            return Err(AddressError::TooLong);
        }
        if !is_name(name) {
            return Err(AddressError::Name);
        }
        let domain = domain_in_ascii(domain).ok_or(AddressError::Domain)?;
        let whole = format!("{name}@{domain}");
        if whole.len() > LENGTH_MAX {
            return Err(AddressError::TooLong);
        }
        Ok(Self(whole))
    }
}

/// Letters, digits and the signs of RFC 5322's `dot-atom`; dots neither at an end nor together.
fn is_name(name: &str) -> bool {
    let permitted = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    !name.is_empty() && name.split('.').all(|atom| !atom.is_empty() && atom.chars().all(permitted))
}

/// A domain of at least two labels, in its ASCII form.
fn domain_in_ascii(domain: &str) -> Option<String> {
    let Ok(url::Host::Domain(ascii)) = url::Host::parse(domain) else { return None };
    let ascii = ascii.to_ascii_lowercase();
    let labels: Vec<&str> = ascii.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty()
            && label.len() <= 63
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let ends_in_letters = labels.last()?.chars().any(|c| c.is_ascii_alphabetic());
    (labels.len() >= 2 && labels.iter().all(is_label) && ends_in_letters).then_some(ascii)
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Masked: what is printed for a developer must not tell who somebody is.
impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Address({})", self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, AddressError> {
        text.parse::<Address>().map(|it| it.to_string())
    }

    #[test]
    fn ordinary_addresses_are_read_and_their_domain_is_put_in_ascii() {
        assert_eq!(read(" Marie.Dupont+a@Exemple.FR "), Ok("Marie.Dupont+a@exemple.fr".into()));
        assert_eq!(read("contact@médiathèque.fr"), Ok("contact@xn--mdiathque-53af.fr".into()));
        let address: Address = "Marie@exemple.fr".parse().unwrap();
        assert_eq!(address.canonical(), "marie@exemple.fr");
        assert_eq!(address.masked(), "M•••@exemple.fr");
        assert_eq!(format!("{address:?}"), "Address(M•••@exemple.fr)");
    }

    #[test]
    fn what_could_forge_a_header_is_no_address() {
        let end_of_line = [
            "a@exemple.fr\r\nBcc: b@exemple.fr",
            "a@exemple.fr\n",
            "\ra@exemple.fr",
            "a\n@exemple.fr",
            "a@exem\r\nple.fr",
            "a@exemple.fr\u{2028}Bcc:b@exemple.fr",
            "a@exemple.fr\u{85}",
            "a@exemple.fr\0",
            "a b@exemple.fr",
            "a\t@exemple.fr",
        ];
        for text in end_of_line {
            assert_eq!(read(text), Err(AddressError::Unprintable), "{text:?}");
        }
        let others = [
            "",
            "a",
            "@exemple.fr",
            "a@",
            "a@b@exemple.fr",
            "<a@exemple.fr>",
            "a@localhost",
            "a@127.0.0.1",
            "a@[127.0.0.1]",
            "a@[::1]",
            "\"a\"@exemple.fr",
            ".a@exemple.fr",
            "a..b@exemple.fr",
            "a.@exemple.fr",
            "a@exemple..fr",
            "a@-exemple.fr",
            "a@exemple.fr.",
            "a,b@exemple.fr",
            "a;b@exemple.fr",
            "a@exemple.fr,b@exemple.fr",
            "é@exemple.fr",
            "a@exemple.fr>",
            "a@exemple.fr%0d%0aBcc:b",
            "a@exemple_1.fr",
            "a@exemple.12",
            "a(c)@exemple.fr",
            "a\\@exemple.fr",
        ];
        for text in others {
            assert!(read(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn lengths_are_bounded() {
        let long = "a".repeat(65);
        assert_eq!(read(&format!("{long}@exemple.fr")), Err(AddressError::TooLong));
        let domain = format!("{}.fr", ["b"; 130].join("."));
        assert_eq!(read(&format!("a@{domain}")), Err(AddressError::TooLong));
    }
}
