//! Accents damaged by reading UTF-8 as Windows-1252 (`Ã©` for `é`), repaired when certain.
//!
//! Certain means: each damaged run of letters, written back as Windows-1252 bytes, is valid
//! UTF-8. Nothing else is touched, and the repair runs once.

use encoding_rs::WINDOWS_1252;
use std::borrow::Cow;

/// The text with its damaged accents repaired.
pub fn repair(text: &str) -> Cow<'_, str> {
    if !text.contains(['Ã', 'Â', 'â', 'Å', 'Ê', 'Ë']) {
        return Cow::Borrowed(text);
    }
    let mut repaired = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| !c.is_ascii()) {
        let (plain, foreign) = rest.split_at(start);
        repaired.push_str(plain);
        let end = foreign.find(|c: char| c.is_ascii()).unwrap_or(foreign.len());
        let (run, after) = foreign.split_at(end);
        match undone(run) {
            Some(right) => repaired.push_str(&right),
            None => repaired.push_str(run),
        }
        rest = after;
    }
    repaired.push_str(rest);
    if repaired == text { Cow::Borrowed(text) } else { Cow::Owned(repaired) }
}

/// Whether letters were lost before the list reached us.
pub fn has_lost_letters(text: &str) -> bool {
    text.contains('\u{fffd}')
}

/// The run read as it was written, if its Windows-1252 bytes are UTF-8. A lost no-break space,
/// common in `à` (`Ã` and a space), cannot be told from a space and is left.
fn undone(run: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(run.len());
    for character in run.chars() {
        bytes.push(windows_1252_byte(character)?);
    }
    String::from_utf8(bytes).ok()
}

fn windows_1252_byte(character: char) -> Option<u8> {
    let code = u32::from(character);
    if (0x80..=0xff).contains(&code) {
        return u8::try_from(code).ok();
    }
    let mut letter = [0; 4];
    let (bytes, _, unmappable) = WINDOWS_1252.encode(character.encode_utf8(&mut letter));
    match (bytes.as_ref(), unmappable) {
        ([byte], false) => Some(*byte),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_accents_are_repaired() {
        assert_eq!(repair("MÃ©diathÃ¨que"), "Médiathèque");
        assert_eq!(repair("lâ€™accueil"), "l’accueil");
        assert_eq!(repair("FranÃ§ois, hÃ´tel"), "François, hôtel");
    }

    #[test]
    fn good_accents_are_left_alone() {
        for good in ["Château", "âge", "SÃO", "pâté à l'Ângelus", "Ê", "été"] {
            assert_eq!(repair(good), good);
        }
    }
}
