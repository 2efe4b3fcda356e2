//! Words inside the picture: escaping, and how wide they will be.

use std::borrow::Cow;

/// The text made safe for an element or a quoted attribute, in HTML and in XML.
///
/// Signs that XML forbids even escaped are left out.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_special) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            forbidden if is_special(forbidden) => {}
            plain => safe.push(plain),
        }
    }
    Cow::Owned(safe)
}

fn is_special(sign: char) -> bool {
    matches!(sign, '&' | '<' | '>' | '"' | '\'' | '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f')
        || matches!(sign, '\u{fffe}' | '\u{ffff}')
}

/// About how wide these words are, in pixels, in any plain font: rather too much than too little.
pub(super) fn width_px(text: &str, size_px: f64, bold: bool) -> f64 {
    let ems: f64 = text.chars().map(sign_ems).sum();
    ems * size_px * if bold { 1.08 } else { 1.0 }
}

fn sign_ems(sign: char) -> f64 {
    match sign {
        'i' | 'j' | 'l' | '\'' | '’' | '.' | ',' | 'I' | ' ' | 'î' | 'ï' => 0.31,
        'f' | 't' | 'r' | '-' => 0.42,
        'm' | 'w' | 'M' | 'W' | 'Œ' | 'œ' => 0.9,
        upper if upper.is_uppercase() => 0.7,
        _ => 0.565,
    }
}
