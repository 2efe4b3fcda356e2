//! The secret of a house, and what is signed with it: tickets of forms, links in letters.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use std::sync::Arc;

/// The secret of a house: 32 random bytes, drawn once and kept with its facts. Cheap to clone;
/// it never shows in a log.
#[derive(Clone)]
pub struct Keys(Arc<[u8; 32]>);

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(…)")
    }
}

impl Keys {
    /// The keys of a house whose secret is known.
    pub fn new(secret: [u8; 32]) -> Self {
        Self(Arc::new(secret))
    }

    /// A seal on a text, for one purpose: 128 bits, as 32 hexadecimal letters. A seal made for
    /// one purpose is worth nothing for another.
    pub fn seal(&self, purpose: &str, text: &str) -> String {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&*self.0) else { return String::new() };
        mac.update(&(purpose.len() as u64).to_be_bytes());
        mac.update(purpose.as_bytes());
        mac.update(text.as_bytes());
        let full = mac.finalize().into_bytes();
        data_encoding::HEXLOWER.encode(&full[..16])
    }

    /// Whether the seal was made by this house, for that purpose, on that text. Takes as long
    /// whatever the first difference is.
    pub fn is_seal(&self, purpose: &str, text: &str, seal: &str) -> bool {
        use subtle::ConstantTimeEq as _;
        let right = self.seal(purpose, text);
        !right.is_empty() && bool::from(right.as_bytes().ct_eq(seal.as_bytes()))
    }

    /// A key of its own for one purpose, to encrypt or to hash with: 32 bytes.
    pub fn derived(&self, purpose: &str) -> [u8; 32] {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&*self.0) else { return [0; 32] };
        mac.update(b"derived");
        mac.update(purpose.as_bytes());
        mac.finalize().into_bytes().into()
    }
}

/// Random letters and digits that nobody can guess: 128 bits as 32 hexadecimal letters.
pub fn nonce() -> String {
    data_encoding::HEXLOWER.encode(&random_bytes::<16>())
}

/// Random bytes from the system.
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    // The system's source does not fail once the machine is up; without it nothing is safe.
    if getrandom::fill(&mut bytes).is_err() {
        tracing::error!("the system gives no random bytes: the program stops");
        std::process::abort();
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_holds_for_one_house_one_purpose_and_one_text() {
        let keys = Keys::new([7; 32]);
        let seal = keys.seal("ticket", "a");
        assert!(keys.is_seal("ticket", "a", &seal));
        assert!(!keys.is_seal("ticket", "b", &seal));
        assert!(!keys.is_seal("letter", "a", &seal));
        assert!(!keys.is_seal("ticket", "a", ""));
        assert!(!Keys::new([8; 32]).is_seal("ticket", "a", &seal));
        assert_eq!(format!("{keys:?}"), "Keys(…)");
    }
}
