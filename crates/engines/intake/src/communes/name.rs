//! Names of communes reduced to what counts when comparing them.

use crate::normalise::text::fold;

/// A name as a key: folded, `St` and `Ste` in full, `CEDEX` and what follows left out, words in
/// parentheses left out.
pub fn name_key(name: &str) -> String {
    let name = name.split('(').next().filter(|head| !head.trim().is_empty()).unwrap_or(name);
    let folded = fold(name);
    let mut key = String::with_capacity(folded.len() + 4);
    for word in folded.split(' ') {
        let word = match word {
            "st" => "saint",
            "ste" => "sainte",
            "cedex" | "cdx" => break,
            "" => continue,
            other => other,
        };
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}

/// A key without the article it begins with: `la rochelle` and `rochelle` are the same.
pub fn short_key(key: &str) -> &str {
    ["le ", "la ", "les ", "l "]
        .iter()
        .find_map(|article| key.strip_prefix(article))
        .filter(|rest| !rest.is_empty())
        .unwrap_or(key)
}

/// The arrondissement a name or a postcode tells of, in the three cities that have some:
/// `MARSEILLE 11`, `Lyon 8e arrondissement`, `Paris` with `75015`. Gives its official code.
pub(super) fn arrondissement_code(key: &str, postcode: Option<&str>) -> Option<String> {
    let mut words = key.split(' ');
    let (prefix, postcode_head, count) = match words.next()? {
        "paris" => (75_100, "75", 20),
        "lyon" => (69_380, "69", 9),
        "marseille" => (13_200, "13", 16),
        _ => return None,
    };
    let said = words.next().and_then(ordinal);
    let posted = postcode
        .filter(|postcode| postcode.starts_with(postcode_head))
        .and_then(|postcode| postcode.get(2..)?.parse::<u32>().ok())
        .map(|number| number % 100);
    let number = said.or(posted).filter(|number| (1..=count).contains(number))?;
    Some((prefix + number).to_string())
}

/// `11`, `8e`, `1er`, `2eme`, and `arrondissement` words left aside.
fn ordinal(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = word.get(digits.len()..)?;
    let is_ordinal = matches!(suffix, "" | "e" | "er" | "eme" | "ieme" | "arr");
    (is_ordinal && digits.len() <= 2).then(|| digits.parse().ok()).flatten()
}

/// The number of letters to add, remove, change or swap to go from one text to the other, when
/// it is at most `limit`.
pub(super) fn distance_within(a: &str, b: &str, limit: usize) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > limit || a.len() > 80 || b.len() > 80 {
        return None;
    }
    let mut two_ago: Vec<usize> = Vec::new();
    let mut before: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for (j, to) in b.iter().enumerate() {
            let mut cost =
                (before[j] + usize::from(from != to)).min(before[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *from == b[j - 1] && a[i - 1] == *to {
                cost = cost.min(two_ago[j - 1] + 1);
            }
            row.push(cost);
        }
        if row.iter().all(|cost| *cost > limit) {
            return None;
        }
        two_ago = std::mem::replace(&mut before, row);
    }
    before.last().copied().filter(|distance| *distance <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_however_it_is_written() {
        assert_eq!(name_key("ST MALO CEDEX 2"), "saint malo");
        assert_eq!(name_key("Saint-Malo (35)"), "saint malo");
        assert_eq!(short_key("la rochelle"), "rochelle");
        assert_eq!(short_key("lens"), "lens");
    }

    #[test]
    fn an_arrondissement_is_known_by_its_number_or_its_postcode() {
        assert_eq!(arrondissement_code("marseille 11", None).as_deref(), Some("13211"));
        assert_eq!(arrondissement_code("lyon 8e arrondissement", None).as_deref(), Some("69388"));
        assert_eq!(arrondissement_code("paris", Some("75116")).as_deref(), Some("75116"));
        assert_eq!(arrondissement_code("lyon", Some("69000")), None);
        assert_eq!(arrondissement_code("nice", Some("06000")), None);
    }

    #[test]
    fn two_swapped_letters_are_one_mistake() {
        assert_eq!(distance_within("rennes", "renens", 2), Some(1));
        assert_eq!(distance_within("rennes", "nantes", 1), None);
        assert_eq!(distance_within("", "ab", 2), Some(2));
    }
}
