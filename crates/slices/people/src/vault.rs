//! Small secrets that must be read back: encrypted with a key of the house (AES-256-GCM), so that
//! who reads a table, a cookie or a hidden field learns nothing and can change nothing.
//!
//! What was closed for one purpose opens for no other.

use aes_gcm::aead::{Aead as _, Payload};
use aes_gcm::{Aes256Gcm, KeyInit as _, Nonce};
use data_encoding::BASE64URL_NOPAD;
use web::{Keys, random_bytes};

const NONCE_BYTES: usize = 12;

/// Closes a secret. Empty if it cannot be closed, which nothing opens.
pub(crate) fn close(keys: &Keys, purpose: &str, secret: &[u8]) -> String {
    let nonce = random_bytes::<NONCE_BYTES>();
    let payload = Payload { msg: secret, aad: purpose.as_bytes() };
    let Ok(closed) = cipher(keys, purpose).encrypt(&Nonce::from(nonce), payload) else {
        return String::new();
    };
    BASE64URL_NOPAD.encode(&[&nonce[..], &closed].concat())
}

/// Opens what this house closed for that purpose.
pub(crate) fn open(keys: &Keys, purpose: &str, closed: &str) -> Option<Vec<u8>> {
    let bytes = BASE64URL_NOPAD.decode(closed.as_bytes()).ok()?;
    let (nonce, closed) = bytes.split_first_chunk::<NONCE_BYTES>()?;
    let payload = Payload { msg: closed, aad: purpose.as_bytes() };
    cipher(keys, purpose).decrypt(&Nonce::from(*nonce), payload).ok()
}

fn cipher(keys: &Keys, purpose: &str) -> Aes256Gcm {
    Aes256Gcm::new(&keys.derived(&format!("vault {purpose}")).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_was_closed_for_one_purpose_opens_for_no_other() {
        let keys = Keys::new([3; 32]);
        let closed = close(&keys, "app", b"secret");
        assert_eq!(open(&keys, "app", &closed).as_deref(), Some(&b"secret"[..]));
        assert_eq!(open(&keys, "passkey", &closed), None);
        assert_eq!(open(&Keys::new([4; 32]), "app", &closed), None);
        assert_ne!(close(&keys, "app", b"secret"), closed);
    }

    proptest! {
        #[test]
        fn nothing_that_was_touched_opens(at in 0_usize..40, bit in 0_u8..8, noise in ".{0,80}") {
            let keys = Keys::new([5; 32]);
            let closed = close(&keys, "app", b"twenty bytes of it..");
            let mut bytes = BASE64URL_NOPAD.decode(closed.as_bytes()).unwrap();
            let at = at % bytes.len();
            bytes[at] ^= 1 << bit;
            prop_assert_eq!(open(&keys, "app", &BASE64URL_NOPAD.encode(&bytes)), None);
            prop_assert_eq!(open(&keys, "app", &noise), None);
        }
    }
}
