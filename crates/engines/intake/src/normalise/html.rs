//! Texts freed of their HTML: tags removed, entities read, blocks kept apart.

use std::borrow::Cow;

/// The text without tags; `<br>`, list items and paragraphs become line breaks. A `<` that
/// opens no tag stays.
pub fn strip(text: &str) -> Cow<'_, str> {
    if !text.contains(['<', '&']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(start);
        out.push_str(before);
        let taken =
            if from.starts_with('<') { tag(from, &mut out) } else { entity(from, &mut out) };
        rest = from.get(taken..).unwrap_or_default();
    }
    out.push_str(rest);
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

/// Longest tag looked for, in bytes; a longer one is text.
const TAG_MAX_BYTES: usize = 1_000;

/// Bytes taken by the tag that begins here; at least one.
fn tag(from: &str, out: &mut String) -> usize {
    let bytes = from.as_bytes();
    let opens = bytes.get(1).is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'!'));
    let end = bytes.iter().take(TAG_MAX_BYTES).position(|byte| *byte == b'>');
    let (true, Some(end)) = (opens, end) else {
        out.push('<');
        return 1;
    };
    let inside = from.get(1..end).unwrap_or_default();
    let name: String =
        inside.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
    if matches!(name.to_ascii_lowercase().as_str(), "br" | "p" | "li" | "div" | "tr" | "ul" | "hr")
    {
        out.push('\n');
    }
    end + 1
}

/// Bytes taken by the entity that begins here; at least one.
fn entity(from: &str, out: &mut String) -> usize {
    let known = from.bytes().take(10).position(|byte| byte == b';').and_then(|end| {
        let character = character(from.get(1..end)?)?;
        out.push(character);
        Some(end + 1)
    });
    known.unwrap_or_else(|| {
        out.push('&');
        1
    })
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| !c.is_control());
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" | "rsquo" | "lsquo" => '\'',
        "nbsp" => ' ',
        "eacute" => 'é',
        "egrave" => 'è',
        "ecirc" => 'ê',
        "euml" => 'ë',
        "agrave" => 'à',
        "acirc" => 'â',
        "ccedil" => 'ç',
        "ocirc" => 'ô',
        "ucirc" => 'û',
        "ugrave" => 'ù',
        "icirc" => 'î',
        "iuml" => 'ï',
        "Eacute" => 'É',
        "laquo" => '«',
        "raquo" => '»',
        "ndash" | "mdash" => '–',
        "hellip" => '…',
        "euro" => '€',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_go_and_words_stay() {
        let html = "<p class=\"x\">Mardi&nbsp;: 9h<br/>Jeudi</p><script>";
        assert_eq!(strip(html), "\nMardi : 9h\nJeudi\n");
        assert_eq!(strip("Tarif &lt; 5 &euro;"), "Tarif < 5 €");
    }

    #[test]
    fn what_is_not_html_is_left() {
        assert_eq!(strip("a < b & c"), "a < b & c");
        assert_eq!(strip("R&D <"), "R&D <");
    }
}
