//! The secret of the outbox, made once and kept in the database: with it an address leaves no
//! readable trace, and what comes back proves which letter it answers.

use super::address::Address;
use base::{Id, MailId, Ulid};
use data_encoding::{BASE32_NOPAD, HEXLOWER};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The length of a ULID, in characters.
const ULID_LENGTH: usize = 26;
/// The length of the proof: eighty bits, five to a character.
const PROOF_LENGTH: usize = 16;
/// How many candidates are tried in one message.
const CANDIDATES_MAX: usize = 200;

/// The secret.
#[derive(Clone)]
pub(crate) struct Key(Vec<u8>);

impl Key {
    /// A fresh secret, as the database keeps it.
    pub(crate) fn draw() -> db::Result<String> {
        let mut bytes = [0_u8; 32];
        getrandom::fill(&mut bytes).map_err(|error| db::Error::Decode(error.to_string()))?;
        Ok(HEXLOWER.encode(&bytes))
    }

    pub(crate) fn read(text: &str) -> db::Result<Self> {
        let bytes = HEXLOWER.decode(text.as_bytes());
        bytes.map(Self).map_err(|error| db::Error::Decode(error.to_string()))
    }

    /// What stands for an address in the list of those that bounced.
    pub(crate) fn mark(&self, address: &Address) -> String {
        HEXLOWER.encode(&self.sign("address", &address.canonical()))
    }

    /// A letter's own name with its proof, `ULID.PROOF` in small letters: mail servers may change
    /// capitals.
    pub(crate) fn token(&self, id: MailId) -> String {
        let ulid = ulid(id);
        format!("{ulid}.{}", self.proof(&ulid))
    }

    /// The first letter whose token stands in the text.
    pub(crate) fn find(&self, text: &[u8]) -> Option<MailId> {
        let length = ULID_LENGTH + 1 + PROOF_LENGTH;
        text.windows(length)
            .filter(|it| {
                it[ULID_LENGTH] == b'.' && it[..ULID_LENGTH].iter().all(u8::is_ascii_alphanumeric)
            })
            .take(CANDIDATES_MAX)
            .filter_map(|it| std::str::from_utf8(it).ok())
            .find_map(|it| self.read_token(&it.to_ascii_lowercase()))
    }

    fn read_token(&self, token: &str) -> Option<MailId> {
        let (name, proof) = token.split_once('.')?;
        let expected = self.sign("letter", name);
        let given = BASE32_NOPAD.decode(proof.to_ascii_uppercase().as_bytes()).ok()?;
        let is_ours = given.len() == expected.len().min(10)
            && given.iter().zip(&expected).fold(0, |sum, (a, b)| sum | (a ^ b)) == 0;
        let ulid = Ulid::from_string(&name.to_ascii_uppercase()).ok()?;
        is_ours.then(|| MailId::from_ulid(ulid))
    }

    fn proof(&self, ulid: &str) -> String {
        BASE32_NOPAD.encode(&self.sign("letter", ulid)[..10]).to_ascii_lowercase()
    }

    fn sign(&self, purpose: &str, text: &str) -> Vec<u8> {
        // A key of any length is accepted.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return vec![0; 32] };
        mac.update(purpose.as_bytes());
        mac.update(b":");
        mac.update(text.as_bytes());
        mac.finalize().into_bytes().to_vec()
    }
}

fn ulid(id: MailId) -> String {
    let text = id.to_string();
    text.split_once('_').map_or(text.as_str(), |(_, ulid)| ulid).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> Key {
        Key::read(&Key::draw().unwrap()).unwrap()
    }

    #[test]
    fn a_token_is_found_wherever_it_stands_and_in_capitals_too() {
        let (key, id) = (key(), MailId::from_ulid(Ulid::from_parts(7, 9)));
        let token = key.token(id);
        assert_eq!(token.len(), 43);
        let text = format!("To: bounce+{token}@exemple.fr\r\n");
        assert_eq!(key.find(text.as_bytes()), Some(id));
        assert_eq!(key.find(text.to_ascii_uppercase().as_bytes()), Some(id));
    }

    #[test]
    fn a_token_of_another_letter_or_of_another_house_is_not_ours() {
        let (key, other) = (key(), self::key());
        let id = MailId::from_ulid(Ulid::from_parts(7, 9));
        assert_eq!(key.find(other.token(id).as_bytes()), None);
        let token = key.token(id);
        let neighbour = key.token(MailId::from_ulid(Ulid::from_parts(7, 10)));
        let forged = format!("{}{}", &neighbour[..26], &token[26..]);
        assert_eq!(key.find(forged.as_bytes()), None);
        assert_eq!(key.find(&token.as_bytes()[..42]), None);
    }

    #[test]
    fn the_mark_of_an_address_ignores_capitals_and_tells_nothing() {
        let key = key();
        let mark = |text: &str| key.mark(&text.parse().unwrap());
        assert_eq!(mark("Marie@exemple.fr"), mark("marie@EXEMPLE.fr"));
        assert_ne!(mark("marie@exemple.fr"), mark("marie@exemple.com"));
        assert!(!mark("marie@exemple.fr").contains("marie"));
    }
}
