//! Official numbers: SIRET and SIREN with their check digit, RNA, RIDET.

/// What an official number turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pivot {
    /// A number the standard takes: SIRET, RNA or RIDET.
    Official(String),
    /// A SIREN: the organisation, not the place.
    Siren(String),
    /// The tools' way of saying "unknown", or nothing.
    Unknown,
    /// Not a number we know, or its check digit is wrong.
    Wrong,
}

/// Reads an official number, spaces and points aside. `postcode` tells New Caledonia, whose
/// RIDET has nine or ten digits and no check.
pub fn parse(text: &str, postcode: &str) -> Pivot {
    let plain: String =
        text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    if plain.is_empty() || plain.bytes().all(|byte| byte == b'0') {
        return Pivot::Unknown;
    }
    let digits = plain.bytes().all(|byte| byte.is_ascii_digit());
    match plain.len() {
        14 if digits && is_siret(&plain) => Pivot::Official(plain),
        13 if digits && is_siret(&format!("0{plain}")) => Pivot::Official(format!("0{plain}")),
        9 | 10 if digits && postcode.starts_with("988") => Pivot::Official(plain),
        9 if digits && luhn(&plain) => Pivot::Siren(plain),
        10 if is_rna(&plain) => Pivot::Official(plain),
        _ => Pivot::Wrong,
    }
}

/// `W`, the department, and seven more characters.
fn is_rna(plain: &str) -> bool {
    plain.strip_prefix('W').is_some_and(|rest| {
        let digits = rest.bytes().filter(u8::is_ascii_digit).count();
        rest.len() == 9 && digits >= 8
    })
}

/// The check digit of a SIRET. Offices of La Poste have their own: the digits add up to a
/// multiple of five.
fn is_siret(fourteen: &str) -> bool {
    if luhn(fourteen) {
        return true;
    }
    let sum: u32 = fourteen.bytes().map(|byte| u32::from(byte.wrapping_sub(b'0'))).sum();
    fourteen.starts_with("356000000") && sum.is_multiple_of(5)
}

fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(position, byte)| {
            let digit = u32::from(byte.wrapping_sub(b'0'));
            match (position % 2, digit * 2) {
                (0, _) => digit,
                (_, double) if double > 9 => double - 9,
                (_, double) => double,
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_siret_is_checked() {
        assert_eq!(parse("732 829 320 00074", ""), Pivot::Official("73282932000074".into()));
        assert_eq!(parse("73282932000075", ""), Pivot::Wrong);
        assert_eq!(parse("35600000049837", ""), Pivot::Official("35600000049837".into()));
        assert_eq!(parse("732829320", ""), Pivot::Siren("732829320".into()));
    }

    #[test]
    fn other_numbers_are_told_apart() {
        assert_eq!(parse("w 123456789", ""), Pivot::Official("W123456789".into()));
        assert_eq!(parse("1234567001", "98800"), Pivot::Official("1234567001".into()));
        assert_eq!(parse("00000000000000", ""), Pivot::Unknown);
        assert_eq!(parse(" - ", ""), Pivot::Unknown);
        assert_eq!(parse("CAMARET", ""), Pivot::Wrong);
    }
}
