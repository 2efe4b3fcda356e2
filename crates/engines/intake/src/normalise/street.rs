//! Addresses: the street apart from the postcode and the town when all are in one line.

use super::text::fold;

/// An address in one line, cut.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// What comes before the postcode.
    pub street: String,
    /// Five digits.
    pub postcode: Option<String>,
    /// What comes after the postcode, up to a comma.
    pub town: Option<String>,
}

/// Cuts an address in one line at its last postcode: `12 rue du Port 35400 Saint-Malo`,
/// `18 RUE CARNOT---05000-GAP`, `1 rue X, 51200, Épernay, Marne, FRA`.
pub fn cut_line(text: &str) -> Line {
    let Some((start, end)) = last_postcode(text) else {
        return Line { street: tidy(text), ..Line::default() };
    };
    let after = text.get(end..).unwrap_or_default().trim_start_matches(EDGES);
    let town = after.split([',', '|', '\n']).next().map(tidy).filter(|town| !town.is_empty());
    Line {
        street: tidy(text.get(..start).unwrap_or_default()),
        postcode: text.get(start..end).map(str::to_owned),
        town,
    }
}

/// How finely a street says where it is: whether it has words, and a number.
pub fn has_number(street: &str) -> bool {
    let folded = fold(street);
    let words: Vec<&str> = folded.split(' ').collect();
    words.iter().enumerate().any(|(position, word)| {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let is_number = !digits.is_empty()
            && digits.len() <= 4
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && word.len() - digits.len() <= 3;
        let is_box =
            position > 0 && matches!(words[position - 1], "bp" | "cs" | "tsa" | "rd" | "n");
        is_number && !is_box && position < 4 && words.len() > position + 1
    })
}

/// A postcode as lists write it: spaces inside, a leading zero lost.
pub fn postcode(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let plain = text.trim().trim_end_matches(".0");
    let only_digits =
        plain.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || c == 'F' || c == '-');
    match digits.len() {
        5 if only_digits => Some(digits),
        4 if only_digits && plain.len() == 4 => Some(format!("0{digits}")),
        _ => first_postcode(text),
    }
}

const EDGES: [char; 9] = [' ', '-', ',', '–', '.', '\n', '|', ';', '\u{a0}'];

fn tidy(text: &str) -> String {
    text.trim_matches(EDGES).to_owned()
}

fn first_postcode(text: &str) -> Option<String> {
    let (start, end) = postcodes(text).into_iter().next()?;
    text.get(start..end).map(str::to_owned)
}

fn last_postcode(text: &str) -> Option<(usize, usize)> {
    postcodes(text).pop()
}

/// Where five digits stand alone.
fn postcodes(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut position = 0;
    while position < bytes.len() {
        let run = bytes[position..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if run == 5 && bytes[position..position + 2] != *b"00" {
            found.push((position, position + 5));
        }
        position += run.max(1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(street: &str, postcode: &str, town: &str) -> Line {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Line { street: street.to_owned(), postcode: some(postcode), town: some(town) }
    }

    #[test]
    fn one_line_is_cut_in_three() {
        let malo = line("12 rue du Port", "35400", "Saint-Malo");
        assert_eq!(cut_line("12 rue du Port 35400 Saint-Malo"), malo);
        assert_eq!(cut_line("12 rue du Port---35400-Saint-Malo"), malo);
        assert_eq!(cut_line("12 rue du Port, 35400, Saint-Malo, Bretagne, FRA"), malo);
        assert_eq!(cut_line("35400 Saint-Malo"), line("", "35400", "Saint-Malo"));
        assert_eq!(cut_line("Mairie"), line("Mairie", "", ""));
        assert_eq!(cut_line("BP 123456"), line("BP 123456", "", ""));
    }

    #[test]
    fn a_postcode_is_read_with_its_accidents() {
        assert_eq!(postcode("35 400").as_deref(), Some("35400"));
        assert_eq!(postcode("1000").as_deref(), Some("01000"));
        assert_eq!(postcode("F-35400").as_deref(), Some("35400"));
        assert_eq!(postcode("35400 CEDEX").as_deref(), Some("35400"));
        assert_eq!(postcode("35400.0").as_deref(), Some("35400"));
        assert_eq!(postcode("néant"), None);
    }

    #[test]
    fn a_street_with_a_number_is_told_from_one_without() {
        assert!(has_number("12 bis rue du Port"));
        assert!(has_number("Résidence du Lac, 3b allée des Ormes"));
        assert!(!has_number("BP 120"));
        assert!(!has_number("rue du Port"));
    }
}
