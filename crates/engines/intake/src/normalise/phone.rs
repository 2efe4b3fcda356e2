//! Phone numbers to E.164, with the prefixes of overseas France.
//!
//! Source of the prefixes: the French numbering plan. Metropolitan numbers are `+33` and nine
//! digits; `0590`, `0594`, `0596`, `0262`, `0269` and their mobiles have their own country code
//! followed by the nine digits.

/// What a cell of phone numbers holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phones {
    /// Numbers in E.164, in the order written, without repeats.
    pub numbers: Vec<String>,
    /// Short numbers (`3960`, `1014`, `118…`), which the standard has no place for.
    pub short: Vec<String>,
}

/// Reads a cell: one number, or several with words around them.
///
/// `postcode` tells the territory of local numbers in the Pacific and Saint-Pierre.
pub fn parse(text: &str, postcode: &str) -> Phones {
    let mut phones = Phones::default();
    for run in runs(text) {
        let Some(read) = read_run(&run, postcode) else { continue };
        let (known, number) = match read {
            Read::Number(number) => (&mut phones.numbers, number),
            Read::Short(number) => (&mut phones.short, number),
        };
        if !known.contains(&number) {
            known.push(number);
        }
    }
    phones
}

enum Read {
    Number(String),
    Short(String),
}

/// Runs of digits that may be one number each: digits and what people put between them, cut
/// where ten digits are full, at `/`, at a letter, at a `+`.
fn runs(text: &str) -> Vec<String> {
    let text = text.replace("(0)", "");
    let mut runs = Vec::new();
    let mut run = String::new();
    for character in text.chars() {
        let full = run.len() == 10 && run.starts_with('0') && !run.starts_with("00");
        match character {
            '0'..='9' if full => {
                runs.push(std::mem::replace(&mut run, character.to_string()));
            }
            '0'..='9' => run.push(character),
            ' ' | '.' | '-' | '_' | '(' | ')' | '\'' | '\u{a0}' | '\u{202f}' | '‐' | '–' => {}
            ',' | '·' | '*' | ':' if !full && run.len().is_multiple_of(2) && run.len() < 10 => {}
            '+' => runs.push(std::mem::replace(&mut run, "+".to_owned())),
            _ => runs.push(std::mem::take(&mut run)),
        }
    }
    runs.push(run);
    runs.retain(|run| run.bytes().filter(u8::is_ascii_digit).count() >= 3);
    runs
}

fn read_run(run: &str, postcode: &str) -> Option<Read> {
    if let Some(international) = run.strip_prefix('+').or_else(|| run.strip_prefix("00")) {
        return international_number(international).map(Read::Number);
    }
    let digits = run;
    match digits.len() {
        10 if digits.starts_with('0') => national(&digits[1..]).map(Read::Number),
        9 if !digits.starts_with('0') => national(digits).map(Read::Number),
        11..=12 => international_number(digits).map(Read::Number),
        8 if postcode.starts_with("987") => Some(Read::Number(format!("+689{digits}"))),
        6 if postcode.starts_with("988") => Some(Read::Number(format!("+687{digits}"))),
        6 if postcode.starts_with("986") => Some(Read::Number(format!("+681{digits}"))),
        6 if postcode.starts_with("975") => Some(Read::Number(format!("+508{digits}"))),
        4 if digits.starts_with("10") || digits.starts_with('3') => {
            Some(Read::Short(digits.to_owned()))
        }
        3 if matches!(digits, "115" | "116" | "119") => Some(Read::Short(digits.to_owned())),
        6 if digits.starts_with("118") => Some(Read::Short(digits.to_owned())),
        _ => None,
    }
}

/// The number whose country code is first, without `+`.
fn international_number(digits: &str) -> Option<String> {
    if let Some(rest) = digits.strip_prefix("33") {
        return national(rest.strip_prefix('0').unwrap_or(rest));
    }
    let (code, rest) = digits.split_at_checked(3)?;
    let length = match code {
        "590" | "594" | "596" | "262" => 9,
        "269" => return mayotte(rest),
        "689" => 8,
        "687" | "681" | "508" => 6,
        _ => return None,
    };
    let rest = rest.strip_prefix('0').unwrap_or(rest);
    let whole = match (length, rest.len()) {
        // The territory's own digits left out: +596 71 00 00.
        (9, 6) => format!("{code}{rest}"),
        _ => rest.to_owned(),
    };
    (whole.len() == length && is_believable(&whole)).then(|| format!("+{code}{whole}"))
}

fn mayotte(rest: &str) -> Option<String> {
    let rest = rest.strip_prefix('0').unwrap_or(rest);
    let whole = if rest.len() == 6 { format!("269{rest}") } else { rest.to_owned() };
    (whole.len() == 9 && is_believable(&whole)).then(|| format!("+262{whole}"))
}

/// The nine digits after the national `0`.
fn national(nine: &str) -> Option<String> {
    if nine.len() != 9 || nine.starts_with('0') || !is_believable(nine) {
        return None;
    }
    let code = match nine.get(..3)? {
        "590" | "690" | "691" => "590",
        "594" | "694" => "594",
        "596" | "696" | "697" => "596",
        "262" | "263" | "269" | "639" | "692" | "693" => "262",
        _ => "33",
    };
    Some(format!("+{code}{nine}"))
}

/// Not the filler people type when a form insists.
fn is_believable(digits: &str) -> bool {
    let mut distinct: Vec<u8> = digits.bytes().collect();
    distinct.sort_unstable();
    distinct.dedup();
    digits.bytes().all(|byte| byte.is_ascii_digit())
        && distinct.len() > 1
        && digits.get(1..) != Some("00000000")
        && digits != "123456789"
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn first(text: &str) -> Option<String> {
        parse(text, "").numbers.into_iter().next()
    }

    #[test]
    fn every_way_of_writing_a_number_is_read() {
        for text in [
            "02 99 00 12 34",
            "0299001234",
            "02.99.00.12.34",
            "02-99-00-12-34",
            "'+33 2 99 00 12 34",
            "(+33) 2 99 00 12 34",
            "+33 (0)2 99 00 12 34",
            "0033299001234",
            "33299001234",
            "299001234",
            "02 99 001 234",
            "02 99 00 12 34 (mairie)",
            "+330299001234",
            "tél : 02.99..00.12.34.",
            "02 99 00 12 34S",
            "02,99,00,12,34",
            "0299001234 Poste 12",
        ] {
            assert_eq!(first(text).as_deref(), Some("+33299001234"), "{text}");
        }
    }

    #[test]
    fn overseas_numbers_get_their_own_prefix() {
        assert_eq!(first("0590 81 00 12").as_deref(), Some("+590590810012"));
        assert_eq!(first("0692 12 00 12").as_deref(), Some("+262692120012"));
        assert_eq!(first("+596596780012").as_deref(), Some("+596596780012"));
        assert_eq!(first("+262 2 62 97 00 12").as_deref(), Some("+262262970012"));
        assert_eq!(first("0639 01 00 12").as_deref(), Some("+262639010012"));
        assert_eq!(parse("25 00 12", "98800").numbers, ["+687250012"]);
        assert_eq!(parse("40 50 00 12", "98714").numbers, ["+68940500012"]);
        assert_eq!(first("+33690120012").as_deref(), Some("+590690120012"));
    }

    #[test]
    fn several_numbers_are_all_kept() {
        let both = ["+33299001234", "+33299005678"];
        assert_eq!(parse("02 99 00 12 34 / 02 99 00 56 78", "").numbers, both);
        assert_eq!(parse("02 99 00 12 34 - 02 99 00 56 78", "").numbers, both);
        assert_eq!(parse("0299001234 02 99 00 56 78", "").numbers, both);
        assert_eq!(parse("02 99 00 12 34 et pour s'inscrire : 02.99.00.56.78", "").numbers, both);
    }

    #[test]
    fn short_numbers_are_kept_apart() {
        assert_eq!(parse("3960", "").short, ["3960"]);
        assert_eq!(parse("32 30 (prix d'un appel local)", "").short, ["3230"]);
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "-", "non", "0000000000", "12", "0123", "02 99 00 12", "0100000000"] {
            assert_eq!(first(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn reading_twice_changes_nothing(text in "[0-9+ ./()a-z-]{0,40}", postcode in "9[78][0-9]{3}") {
            for number in parse(&text, &postcode).numbers {
                prop_assert_eq!(parse(&number, "").numbers, [number.clone()]);
            }
        }

        #[test]
        fn any_text_is_read_without_harm(text in "\\PC{0,80}") {
            parse(&text, "35000");
        }
    }
}
