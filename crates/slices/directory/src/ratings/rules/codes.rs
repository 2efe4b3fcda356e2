//! Codes handed out at the desk: short enough to type from paper, too many to guess.
//!
//! Nobody stores them: they are made again from the house's secret, so that a sheet can be printed
//! twice and a stolen database holds none.

use base::{SheetId, Timestamp, time};
use web::Keys;

/// How many codes a sheet may have.
pub const SHEET_SIZES: [u32; 3] = [12, 24, 48];
/// For how many civil months the codes of a sheet work.
pub const LIFE_MONTHS: i64 = 6;
/// How many codes of a place may wait to be used.
pub const WAITING_MAX: i64 = 480;

/// Letters and digits that are not mistaken for one another.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LETTERS: usize = 8;

/// Until when the codes of a sheet made now work.
pub fn sheet_end(now: Timestamp) -> Timestamp {
    time::months_after(now, LIFE_MONTHS)
}

/// The codes of a sheet, as printed: `7K2M-9QXA`.
pub fn codes(keys: &Keys, sheet: SheetId, count: u32) -> Vec<String> {
    (0..count).map(|n| code(keys, sheet, n)).collect()
}

fn code(keys: &Keys, sheet: SheetId, n: u32) -> String {
    let seal = keys.seal("visit-code", &format!("{sheet} {n}"));
    let mut bits = u64::from_str_radix(seal.get(..10).unwrap_or("0"), 16).unwrap_or_default();
    let mut code = String::with_capacity(LETTERS + 1);
    for at in 0..LETTERS {
        if at == LETTERS / 2 {
            code.push('-');
        }
        let letter = usize::try_from(bits % 32).unwrap_or_default();
        code.push(ALPHABET.get(letter).map_or('0', |it| char::from(*it)));
        bits /= 32;
    }
    code
}

/// A code as it was typed, in the one writing under which it is known; none when it is no code.
pub fn read(typed: &str) -> Option<String> {
    let mut code = String::with_capacity(LETTERS);
    for letter in typed.chars().filter(|it| !it.is_whitespace() && *it != '-') {
        let letter = match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            letter => letter,
        };
        if code.len() == LETTERS || !letter.is_ascii() || !ALPHABET.contains(&(letter as u8)) {
            return None;
        }
        code.push(letter);
    }
    (code.len() == LETTERS).then_some(code)
}

/// The seal under which a code is stored.
pub fn seal(keys: &Keys, code: &str) -> String {
    keys.seal("visit-code-used", code)
}
