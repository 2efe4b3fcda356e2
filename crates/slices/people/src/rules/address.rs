//! What counts as a mail address, and when two of them are one.

use crate::refusal::Refusal;

const LENGTH_MAX_BYTES: usize = 254;

/// A mail address as it was typed, and the key under which it is one with its other writings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// As typed, without spaces around.
    pub text: String,
    /// In lower case.
    pub key: String,
}

impl Address {
    /// Reads an address. Looks only at what no real address can do without: the proof that it
    /// exists is the letter that arrives.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        let (name, host) = text.rsplit_once('@').ok_or(Refusal::MailUnreadable)?;
        let is_plain =
            |c: char| !c.is_control() && !c.is_whitespace() && !"<>(),;:\\\"[]".contains(c);
        let is_host = host.contains('.')
            && host.split('.').all(|label| {
                !label.is_empty()
                    && label.len() <= 63
                    && !label.starts_with('-')
                    && !label.ends_with('-')
                    && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            });
        let is_name = !name.is_empty()
            && name.len() <= 64
            && !name.contains('@')
            && !name.starts_with('.')
            && !name.ends_with('.')
            && name.chars().all(is_plain);
        if text.len() > LENGTH_MAX_BYTES || !is_host || !is_name {
            return Err(Refusal::MailUnreadable);
        }
        Ok(Self { text: text.to_owned(), key: text.to_lowercase() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_whatever_its_case() {
        let read = Address::read(" Lea.Martin@Exemple.FR ").unwrap();
        assert_eq!(read.text, "Lea.Martin@Exemple.FR");
        assert_eq!(read.key, "lea.martin@exemple.fr");
        for text in ["a@b.fr", "a+b@c-d.example", "é@exemple.fr"] {
            assert!(Address::read(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        let long = format!("{}@b.fr", "a".repeat(65));
        for text in [
            "",
            "a",
            "a@",
            "@b.fr",
            "a@b",
            "a b@c.fr",
            "a@b..fr",
            "a@-b.fr",
            "a@b.fr\r\nBcc: x@y.fr",
            "a\n@b.fr",
            "<a@b.fr>",
            "a@b.fr,c@d.fr",
            "a@b@c.fr",
            &long,
        ] {
            assert_eq!(Address::read(text), Err(Refusal::MailUnreadable), "{text:?}");
        }
    }
}
