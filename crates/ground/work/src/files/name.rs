//! The name of a file: nothing but 64 hexadecimal digits, so that no name leads out of the folder.

use sha2::{Digest as _, Sha256};
use std::str::FromStr;

const DIGITS: usize = 64;

/// The SHA-256 of a file, in small hexadecimal digits.
#[derive(
    Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct FileName(String);

/// A text that is no name of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a file is named by 64 hexadecimal digits")]
pub struct NotAName;

impl FileName {
    /// The name of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self::from_digest(&Sha256::digest(bytes))
    }

    pub(super) fn from_digest(digest: &[u8]) -> Self {
        Self(data_encoding::HEXLOWER.encode(digest))
    }

    /// The name as tables and addresses write it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder it is kept in: its first two digits.
    pub(super) fn shelf(&self) -> &str {
        &self.0[..2]
    }
}

impl FromStr for FileName {
    type Err = NotAName;

    fn from_str(text: &str) -> Result<Self, NotAName> {
        let is_digit = |it: u8| matches!(it, b'0'..=b'9' | b'a'..=b'f');
        let is_name = text.len() == DIGITS && text.bytes().all(is_digit);
        is_name.then(|| Self(text.to_owned())).ok_or(NotAName)
    }
}

impl TryFrom<String> for FileName {
    type Error = NotAName;

    fn try_from(text: String) -> Result<Self, NotAName> {
        text.parse()
    }
}

impl From<FileName> for String {
    fn from(name: FileName) -> Self {
        name.0
    }
}

impl std::fmt::Display for FileName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_never_leads_out_of_the_folder() {
        let good = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(FileName::of(b"").as_str(), good);
        assert_eq!(good.parse(), Ok(FileName::of(b"")));
        let long = "../".repeat(22);
        for text in ["", "..", "../../etc/passwd", &long[..64], &good[1..], &good.to_uppercase()] {
            assert_eq!(text.parse::<FileName>(), Err(NotAName), "{text}");
        }
        assert!(format!("{good}\0").parse::<FileName>().is_err());
        assert!(serde_json::from_str::<FileName>("\"../x\"").is_err());
    }
}
