//! Names of files that others chose: shown, never used to find or to write anything.

const CHARS_MAX: usize = 80;

/// A name as it may be shown: its last part, without what a screen does not show or shows
/// otherwise than it is. Empty when nothing is left.
pub(crate) fn label(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_seen = |it: &char| !it.is_control() && !turns_text(*it) && *it != '\u{FFFD}';
    let kept: String = last.chars().filter(is_seen).take(CHARS_MAX).collect();
    kept.trim_matches(|it: char| it.is_whitespace() || it == '.').to_owned()
}

/// Marks that change the direction of text and make `gpj.exe` look like a picture, or that take
/// no room at all.
fn turns_text(letter: char) -> bool {
    matches!(
        letter,
        '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn a_name_is_shown_without_its_folders_and_its_tricks() {
        for (name, shown) in [
            ("photo de l’été.jpg", "photo de l’été.jpg"),
            ("C:\\Users\\Camille\\photo.jpg", "photo.jpg"),
            ("../../etc/passwd", "passwd"),
            ("photo\u{202E}gpj.exe", "photogpj.exe"),
            ("a\r\nb\0c", "abc"),
            ("..", ""),
            ("dossier/", ""),
        ] {
            assert_eq!(label(name), shown, "{name:?}");
        }
        assert_eq!(label(&"é".repeat(300)).chars().count(), 80);
    }
}
