//! E-mail addresses.

/// The addresses found in a cell, lower case, in order, without repeats.
///
/// Accepts what surrounds them in lists: `mailto:`, names, angle brackets, separators of all
/// kinds. Stray spaces around the `@` and commas for points are repaired.
pub fn parse(text: &str) -> Vec<String> {
    let text = text.replace(" @", "@").replace("@ ", "@").replace("[at]", "@").replace("(at)", "@");
    let mut addresses = Vec::new();
    let separators = |c: char| c.is_whitespace() || ";,/|<>()\"".contains(c);
    for word in text.split(separators) {
        let word = word.trim_start_matches("mailto:").trim_matches(['.', ':', '\'', '’', '-']);
        let word = word.to_lowercase();
        if is_address(&word) && !addresses.contains(&word) {
            addresses.push(word);
        }
    }
    addresses
}

fn is_address(word: &str) -> bool {
    let Some((local, domain)) = word.split_once('@') else { return false };
    let local_is_good = !local.is_empty()
        && local.len() <= 64
        && !local.contains("..")
        && local.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-=?^_`{}~.".contains(&b));
    local_is_good && is_domain(domain)
}

/// Whether the text is the name of a host with a top domain of letters.
pub(super) fn is_domain(domain: &str) -> bool {
    let mut labels = domain.split('.').rev();
    let top_is_good = labels
        .next()
        .is_some_and(|top| top.len() >= 2 && top.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let mut count = 0;
    let labels_are_good = labels.all(|label| {
        count += 1;
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    });
    top_is_good && labels_are_good && count > 0 && domain.len() <= 253
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_among_words() {
        assert_eq!(parse(" Accueil@Exemple.FR "), ["accueil@exemple.fr"]);
        assert_eq!(parse("mailto:a@b.fr ; c@d.org / a@b.fr"), ["a@b.fr", "c@d.org"]);
        assert_eq!(parse("Mairie <mairie@ville.fr>."), ["mairie@ville.fr"]);
        assert_eq!(parse("contact @ ville.fr"), ["contact@ville.fr"]);
    }

    #[test]
    fn what_is_no_address_is_none() {
        for text in ["", "néant", "a@b", "@b.fr", "a b.fr", "a@b..fr", "a@-b.fr", "a@@b.fr"] {
            assert_eq!(parse(text), Vec::<String>::new(), "{text}");
        }
    }
}
