//! Addresses of web sites: `http` and `https` only.

use super::email::is_domain;
use url::Url;

/// The addresses found in a cell, in order, without repeats. A missing `http://` is added.
pub fn parse(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let separators = |c: char| c.is_whitespace() || matches!(c, '|' | '<' | '>' | '"' | ';');
    for word in text.split(separators) {
        let word = word.trim_matches(['.', ',', '(', ')', '\'']);
        if let Some(address) = address(word)
            && !found.contains(&address)
        {
            found.push(address);
        }
    }
    found
}

/// Whether a cell only holds what a form puts there before anyone types.
pub fn is_blank(text: &str) -> bool {
    matches!(text.trim().trim_end_matches('/'), "" | "http:" | "https:" | "-" | "www." | "www")
}

fn address(word: &str) -> Option<String> {
    let lower = word.to_ascii_lowercase();
    let whole = if lower.starts_with("http://") || lower.starts_with("https://") {
        word.to_owned()
    } else if let Some(rest) = mistyped_scheme(&lower).and_then(|length| word.get(length..)) {
        let scheme = if lower.starts_with("https") { "https" } else { "http" };
        format!("{scheme}://{}", rest.trim_start_matches('/'))
    } else if lower.contains("://") || lower.contains('@') || !lower.contains('.') {
        return None;
    } else {
        format!("http://{word}")
    };
    let parsed = Url::parse(&whole).ok()?;
    let host = parsed.host_str()?;
    let is_good = matches!(parsed.scheme(), "http" | "https")
        && parsed.username().is_empty()
        && parsed.password().is_none()
        && is_domain(host);
    is_good.then(|| parsed.to_string().replace('|', "%7C"))
}

/// The length of a scheme typed wrong: `http:/`, `https//`, `http:`.
fn mistyped_scheme(lower: &str) -> Option<usize> {
    ["https:/", "https//", "https:", "http:/", "http//", "http:", "htpp://", "ttp://", "htp://"]
        .iter()
        .find(|scheme| lower.starts_with(**scheme))
        .map(|scheme| scheme.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_completed() {
        assert_eq!(parse("www.exemple.fr"), ["http://www.exemple.fr/"]);
        assert_eq!(parse("https://exemple.fr/a?b=c"), ["https://exemple.fr/a?b=c"]);
        assert_eq!(parse("http:/exemple.fr"), ["http://exemple.fr/"]);
        assert_eq!(
            parse("https://a.fr|http://b.fr ; c.fr"),
            ["https://a.fr/", "http://b.fr/", "http://c.fr/"]
        );
    }

    #[test]
    fn nothing_but_the_web_gets_through() {
        for text in [
            "javascript:alert(1)",
            "ftp://a.fr",
            "néant",
            "a@b.fr",
            "http://",
            "data:a.b",
            "http://a.fr:x@b.fr/",
            "http://localhost/",
        ] {
            assert_eq!(parse(text), Vec::<String>::new(), "{text}");
        }
        assert!(is_blank("http://") && is_blank(" https:// "));
    }
}
